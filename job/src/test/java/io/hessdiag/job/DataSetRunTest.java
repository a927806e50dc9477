package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.format.Npz;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs over the rows of files in place of a bundle's own data. */
class DataSetRunTest {
    @TempDir private static Path tables;
    @TempDir private Path folder;
    private static Map<String, Tensor> expected;
    private static double expectedLoss;

    @BeforeAll
    static void writeTables() throws IOException {
        DigitsTables digits = new DigitsTables();
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            digits.write(spark, tables.resolve("digits.parquet"), "parquet", 3);
            digits.write(spark, tables.resolve("digits.json"), "json", 2);
            digits.write(spark, tables.resolve("digits.orc"), "orc", 2);
        }
        digits.writeCsv(tables.resolve("digits.csv"));
        digits.writeLibsvm(tables.resolve("digits.libsvm"));
        digits.writeNpz(tables.resolve("digits.npz"), 4);
        Path bundle = DigitsTables.bundle(tables.resolve("bundle"));
        Path out = tables.resolve("expected");
        Outcome outcome = Outcome.of("run", bundle, "output.path=" + out);
        assertEquals(0, outcome.exitCode(), outcome.err());
        expected = Npz.read(out.resolve("diagonal.npz"));
        expectedLoss = summary(out).get("loss").asDouble();
    }

    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
    }

    private static JsonNode summary(Path output) throws IOException {
        return new ObjectMapper().readTree(output.resolve("summary.json").toFile());
    }

    private Outcome run(String master, Path output, Object... words) {
        System.setProperty("spark.master", master);
        System.setProperty("spark.ui.enabled", "false");
        Object[] all =
                Stream.concat(
                                Stream.of("run", Bundles.DIGITS, "output.path=" + output),
                                Stream.of(words))
                        .toArray();
        return Outcome.of(all);
    }

    private Path completed(String master, String name, Object... words) {
        Path output = folder.resolve(name);
        Outcome outcome = run(master, output, words);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return output;
    }

    private String refused(Object... words) {
        Outcome outcome = run("local[2]", folder.resolve("refused"), words);
        assertEquals(3, outcome.exitCode(), outcome.err());
        assertTrue(Files.notExists(folder.resolve("refused")));
        return outcome.lastErrorLine();
    }

    private static void assertExpected(Path output) throws IOException {
        Map<String, Tensor> found = Npz.read(output.resolve("diagonal.npz"));
        assertEquals(expected.keySet(), found.keySet());
        for (String leaf : expected.keySet()) {
            double[] e = expected.get(leaf).doubles();
            double largest = Arrays.stream(e).map(Math::abs).max().orElse(0);
            assertArrayEquals(e, found.get(leaf).doubles(), 1e-12 * largest, leaf);
        }
        assertEquals(DigitsTables.ROWS, summary(output).get("examples").asInt());
        assertEquals(expectedLoss, summary(output).get("loss").asDouble(), 1e-13);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "digits.parquet | pixels,label",
                "digits.parquet | features,label",
                "digits.json | pixels,label",
                "digits.orc | pixels,label",
                "digits.libsvm | features,label",
                "digits.npz | x,y"
            })
    void everyFormatGivesTheBundlesDiagonal(String table, String columns) throws IOException {
        String[] names = columns.split(",");
        String given = "data.columns=" + columns;
        Path path = tables.resolve(table);
        for (boolean broadcast : List.of(true, false)) {
            Path out =
                    completed(
                            "local[2]",
                            "out-" + broadcast,
                            "data.path=" + path,
                            given,
                            "data.broadcast=" + broadcast,
                            "block.examples=17");
            assertExpected(out);
        }
        assertEquals(2, names.length);
    }

    @Test
    void csvColumnsMakeUpAnArgument() throws IOException {
        Path conf = folder.resolve("digits.conf");
        String pixels = String.join("\", \"", DigitsTables.columns().split(","));
        Files.writeString(
                conf,
                "loss = \""
                        + Bundles.DIGITS
                        + "\"\ndata { path = \""
                        + tables.resolve("digits.csv")
                        + "\"\n columns = [[\""
                        + pixels
                        + "\"], label]\n broadcast = false }\n");
        System.setProperty("spark.master", "local[2]");
        Path output = folder.resolve("out");
        Outcome outcome = Outcome.of("run", conf, "output.path=" + output);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertExpected(output);
    }

    @Test
    void twoTablesByNameWithWeightsMakeASum() throws IOException {
        Path conf = folder.resolve("sum.conf");
        String table = '"' + tables.resolve("digits.parquet").toString();
        Files.writeString(
                conf,
                "loss = \""
                        + Bundles.DIGITS
                        + "\"\ndata { path = ["
                        + table
                        + "/part-0000[01]*\", "
                        + table
                        + "/part-0000[2-9]*\"]\n format = parquet, weight = w, reduction = sum"
                        + "\n columns { \"[1]\" = pixels, \"[2]\" = label } }\n");
        System.setProperty("spark.master", "local[2]");
        Path output = folder.resolve("sum");
        Outcome outcome = Outcome.of("run", conf, "output.path=" + output);
        assertEquals(0, outcome.exitCode(), outcome.err());
        // The exported loss divides by its own 1,797 examples, which a sum leaves as it is.
        double times = DigitsTables.ROWS / 1797.0;
        assertEquals(times * expectedLoss, summary(output).get("loss").asDouble(), 1e-13);
        Map<String, Tensor> found = Npz.read(output.resolve("diagonal.npz"));
        for (String leaf : expected.keySet()) {
            double[] e = expected.get(leaf).doubles();
            double[] scaled = Arrays.stream(e).map(v -> times * v).toArray();
            double largest = Arrays.stream(scaled).map(Math::abs).max().orElse(0);
            assertArrayEquals(scaled, found.get(leaf).doubles(), 1e-12 * largest, leaf);
        }
    }

    @Test
    void bitsDependNeitherOnCoresNorOnPartitionsNorOnHowFilesAreDivided() throws IOException {
        Object[] words = {
            "data.path=" + tables.resolve("digits.parquet"),
            "data.columns=pixels,label",
            "data.broadcast=false",
            "block.examples=11"
        };
        List<byte[]> results = new ArrayList<>();
        for (String setting : List.of("1 4m 1", "2 4m 7", "2 2k 3", "1 9k 2")) {
            String[] s = setting.split(" ");
            System.setProperty("spark.sql.files.maxPartitionBytes", s[1]);
            System.setProperty("spark.sql.files.openCostInBytes", "0");
            try {
                Object[] all =
                        Stream.concat(Stream.of(words), Stream.of("partitions=" + s[2])).toArray();
                Path out = completed("local[" + s[0] + "]", "out" + results.size(), all);
                results.add(Files.readAllBytes(out.resolve("diagonal.npz")));
            } finally {
                System.clearProperty("spark.sql.files.maxPartitionBytes");
                System.clearProperty("spark.sql.files.openCostInBytes");
            }
        }
        for (byte[] other : results) {
            assertArrayEquals(results.get(0), other);
        }
    }

    private Path csv(String... rows) throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, "w,a,b,label\n" + String.join("\n", rows) + "\n");
        return file;
    }

    private String refusedRows(String... rows) throws IOException {
        String pixels = "[" + "a,".repeat(32) + "b,".repeat(31) + "b]";
        Path conf = folder.resolve("rows.conf");
        Files.writeString(
                conf,
                "loss = \""
                        + Bundles.DIGITS
                        + "\"\ndata { path = \""
                        + csv(rows)
                        + "\"\n columns = ["
                        + pixels
                        + ", label]\n weight = w }\n");
        System.setProperty("spark.master", "local[1]");
        Outcome outcome = Outcome.of("run", conf, "output.path=" + folder.resolve("out"));
        assertTrue(Files.notExists(folder.resolve("out")));
        assertEquals(3, outcome.exitCode(), outcome.err());
        return outcome.lastErrorLine().replace(folder.toString() + "/", "");
    }

    @Test
    void badRowsAreNamed() throws IOException {
        assertEquals(
                "hessdiag: rows.csv: row 2: column b: found nothing",
                refusedRows("1,0,0,1", "1,0,,1"));
        assertEquals(
                "hessdiag: rows.csv: row 1: column a: expected a number, found \"x\"",
                refusedRows("1,x,0,1"));
        assertEquals(
                "hessdiag: rows.csv: row 1: column label: expected a whole number, found 1.5",
                refusedRows("1,0,0,1.5"));
        assertEquals(
                "hessdiag: rows.csv: row 2: column label: expected a whole number from 0 to 9,"
                        + " found 10",
                refusedRows("1,0,0,9", "1,0,0,10"));
        assertTrue(refusedRows("1,NaN,0,1").contains("row 1: columns a, "));
        assertEquals(
                "hessdiag: rows.csv: row 3: column w: expected a weight of at least 0, found -1.0",
                refusedRows("1,0,0,1", "1,0,0,1", "-1,0,0,1"));
        assertTrue(refusedRows("0,0,0,1").contains("weights with a sum above 0"));
        assertTrue(refusedRows().contains("expected at least one example, found none in"));
    }

    @Test
    void badRowOfAnNpzFileIsNamed() throws IOException {
        Path data = folder.resolve("bad.npz");
        new DigitsTables().writeNpz(data, 2);
        Map<String, Tensor> arrays = new LinkedHashMap<>(Npz.read(data.resolve("part-1.npz")));
        double[] labels = arrays.get("y").doubles().clone();
        labels[4] = 10;
        arrays.put("y", Tensor.of(Shape.of(labels.length), labels));
        Npz.write(data.resolve("part-1.npz"), arrays, false);
        assertEquals(
                "hessdiag: "
                        + data.resolve("part-1.npz")
                        + ": row 5: column y: expected a whole number from 0 to 9, found 10",
                refused("data.path=" + data, "data.columns=x,y"));
    }

    @Test
    void rowWhoseLossIsNoNumberIsNamed() throws IOException {
        Path bundle = Bundles.copy(Bundles.DIGITS, folder.resolve("logarithm"));
        String text = Files.readString(bundle.resolve("loss.mlir"));
        Files.writeString(
                bundle.resolve("loss.mlir"),
                text.replaceFirst(
                        "    %0 = stablehlo.dot_general %arg4,",
                        "    %x = stablehlo.log %arg4 : tensor<1797x64xf64>\n"
                                + "    %0 = stablehlo.dot_general %x,"));
        Files.delete(bundle.resolve("grad.mlir"));
        Path table = folder.resolve("rows.libsvm");
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            rows.append("3");
            for (int k = 1; k <= 64; k++) {
                rows.append(' ').append(k).append(':').append(i == 7 && k == 5 ? 0 : 1);
            }
            rows.append('\n');
        }
        Files.writeString(table, rows);
        System.setProperty("spark.master", "local[1]");
        for (boolean broadcast : List.of(true, false)) {
            Outcome outcome =
                    Outcome.of(
                            "run",
                            bundle,
                            "output.path=" + folder.resolve("out"),
                            "data.path=" + table,
                            "data.broadcast=" + broadcast);
            assertEquals(3, outcome.exitCode(), outcome.err());
            assertEquals(
                    "hessdiag: " + table + ": row 7: its loss or diagonal is not finite",
                    outcome.lastErrorLine());
        }
    }

    @Test
    void filesAndColumnsThatAreNotThereAreNamed() {
        String path = "data.path=" + tables.resolve("digits.parquet");
        assertTrue(refused("data.path=" + folder.resolve("no.parquet")).contains("no.parquet"));
        assertTrue(
                refused(path).contains("[1]: no column is called so; set data.columns; there are"));
        assertTrue(refused(path, "data.columns=pixels,lable").contains("no column lable"));
        assertTrue(
                refused(path, "data.columns=label,pixels")
                        .contains("column label: expected arrays or vectors of 64 numbers"));
    }
}
