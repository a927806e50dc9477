package io.hessdiag.job;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hessdiag.format.Npz;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows are numbered by file name and place in the file, and nothing else of how they are stored
 * counts: shuffled rows that a key has put back have the bits of rows that were never moved.
 */
class ShuffledRowsTest {
    private static final String KEY = "key";
    private static final int[] FILES = {1, 4, 9};

    @TempDir private static Path tables;
    @TempDir private Path folder;
    private static byte[] bits;

    @BeforeAll
    static void writeTables() throws IOException {
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.master", "local[2]");
        List<Row> rows = rows();
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            write(spark, rows, "original", 1);
            Collections.shuffle(rows, new Random(5));
            write(spark, rows, "shuffled", 5);
            for (int files : FILES) {
                spark.read()
                        .parquet(tables.resolve("shuffled").toString())
                        .repartitionByRange(files, col(KEY))
                        .sortWithinPartitions(KEY)
                        .write()
                        .parquet(tables.resolve("back" + files).toString());
            }
        }
        bits = Files.readAllBytes(completed(tables, "local[1]", tables.resolve("original"), 1));
    }

    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
    }

    private static List<Row> rows() throws IOException {
        DigitsTables digits = new DigitsTables();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < DigitsTables.ROWS; i++) {
            rows.add(RowFactory.create(digits.pixels(i), digits.label(i), i));
        }
        return rows;
    }

    private static void write(SparkSession spark, List<Row> rows, String name, int files) {
        StructType schema =
                new StructType()
                        .add("pixels", DataTypes.createArrayType(DataTypes.DoubleType))
                        .add("label", DataTypes.IntegerType)
                        .add(KEY, DataTypes.IntegerType);
        spark.createDataFrame(rows, schema)
                .repartition(files)
                .sortWithinPartitions(files == 1 ? col(KEY) : col("label"))
                .write()
                .parquet(tables.resolve(name).toString());
    }

    /** The diagonal's file. */
    private static Path completed(
            Path folder, String master, Path table, int partitions, Object... more) {
        Path output = folder.resolve("out-" + table.getFileName() + "-" + partitions);
        Object[] words = {
            "run",
            Bundles.DIGITS,
            "output.path=" + output,
            "data.path=" + table,
            "data.columns=pixels,label",
            "data.broadcast=false",
            "data.format=parquet",
            "block.examples=17",
            "partitions=" + partitions
        };
        System.setProperty("spark.master", master);
        Object[] all = Stream.concat(Stream.of(words), Stream.of(more)).toArray();
        Outcome outcome = Outcome.of(all);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return output.resolve("diagonal.npz");
    }

    private static List<Path> files(Path table) throws IOException {
        try (Stream<Path> all = Files.list(table)) {
            return all.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
        }
    }

    @Test
    void rowsPutBackHaveTheBitsOfRowsThatWereNeverMoved() throws IOException {
        for (int files : FILES) {
            Path back = tables.resolve("back" + files);
            assertEquals(files, files(back).size());
            for (int partitions : new int[] {1, 3}) {
                String master = "local[" + (3 - files % 2) + "]";
                Path found = completed(folder, master, back, partitions);
                assertArrayEquals(bits, Files.readAllBytes(found), back + " " + partitions);
            }
        }
        Object all = "data.broadcast=true";
        Path held = completed(folder, "local[2]", tables.resolve("back9"), 2, all);
        assertArrayEquals(bits, Files.readAllBytes(held), "rows on every executor");
    }

    /** A list of files in another order than their names'. */
    @Test
    void namesNumberRowsInWhateverOrderFilesAreGiven() throws IOException {
        List<Path> files = new ArrayList<>(files(tables.resolve("back4")));
        Collections.reverse(files);
        String list =
                files.stream()
                        .map(f -> "\"" + f + "\"")
                        .collect(Collectors.joining(", ", "[", "]"));
        Path conf = folder.resolve("list.conf");
        Files.writeString(
                conf,
                String.join(
                        "\n",
                        "loss = \"" + Bundles.DIGITS + "\"",
                        "data { path = "
                                + list
                                + ", columns = [pixels, label], broadcast = false }",
                        "block.examples = 17"));
        System.setProperty("spark.master", "local[2]");
        Outcome outcome = Outcome.of("run", conf, "output.path=" + folder.resolve("list"));
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertArrayEquals(bits, Files.readAllBytes(folder.resolve("list/diagonal.npz")));
    }

    @Test
    void shuffledRowsChangeTheOrderOfAdditionAlone() throws IOException {
        Path found = completed(folder, "local[2]", tables.resolve("shuffled"), 3);
        Map<String, Tensor> expected = Npz.read(tables.resolve("out-original-1/diagonal.npz"));
        Map<String, Tensor> shuffled = Npz.read(found);
        assertFalse(Arrays.equals(bits, Files.readAllBytes(found)), "rows were not moved");
        for (Map.Entry<String, Tensor> leaf : expected.entrySet()) {
            double[] e = leaf.getValue().doubles();
            double largest = Arrays.stream(e).map(Math::abs).max().orElse(0);
            double[] f = shuffled.get(leaf.getKey()).doubles();
            assertArrayEquals(e, f, 1e-14 * largest, leaf.getKey());
        }
    }
}
