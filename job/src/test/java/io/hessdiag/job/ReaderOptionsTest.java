package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code data.options}: what is passed on to Spark's readers, which say nothing of typos. */
class ReaderOptionsTest {
    @TempDir private static Path tables;
    @TempDir private Path folder;
    private static byte[] bits;
    private static DigitsTables digits;

    /** The same rows in the same order as in all the tables here. */
    @BeforeAll
    static void runWithoutOptions() throws IOException {
        digits = new DigitsTables();
        Path table = tables.resolve("digits.npz");
        digits.writeNpz(table, 1);
        settings();
        Path output = tables.resolve("out");
        Outcome outcome =
                Outcome.of(words(Bundles.DIGITS, output, table, "data.columns=x,y").toArray());
        assertEquals(0, outcome.exitCode(), outcome.err());
        bits = Files.readAllBytes(output.resolve("diagonal.npz"));
    }

    @BeforeEach
    void settingsOfEach() {
        settings();
    }

    private static void settings() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
    }

    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
    }

    private static Stream<Object> words(Path conf, Path output, Path table, Object... more) {
        Stream<Object> first =
                Stream.of(
                        "run",
                        conf,
                        "output.path=" + output,
                        "data.path=" + table,
                        "data.broadcast=false",
                        "block.examples=17");
        return Stream.concat(first, Stream.of(more));
    }

    private Outcome run(Path conf, Path table, Object... more) {
        return Outcome.of(words(conf, folder.resolve("out"), table, more).toArray());
    }

    private void assertBits(Outcome outcome) throws IOException {
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertArrayEquals(bits, Files.readAllBytes(folder.resolve("out/diagonal.npz")));
    }

    /** A configuration with 64 columns for the pixels and one for the label. */
    private Path conf(String prefix, String label, String... lines) throws IOException {
        String pixels =
                IntStream.range(0, 64)
                        .mapToObj(i -> prefix + i)
                        .collect(Collectors.joining(", ", "[", "]"));
        Path conf = folder.resolve("rows.conf");
        Files.writeString(
                conf,
                "loss = \""
                        + Bundles.DIGITS
                        + "\"\ndata.columns = ["
                        + pixels
                        + ", "
                        + label
                        + "]\n"
                        + String.join("\n", lines));
        return conf;
    }

    private Path csv(String separator, String before) throws IOException {
        Path plain = folder.resolve("plain.csv");
        digits.writeCsv(plain);
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, before + Files.readString(plain).replace(",", separator));
        return file;
    }

    @Test
    void aSeparatorOnTheCommandLine() throws IOException {
        assertBits(run(conf("p", "label"), csv("|", ""), "data.options.sep=|"));
    }

    @Test
    void aFileWithoutAHeaderAndWithComments() throws IOException {
        Path table = csv(";", "# ");
        Path conf =
                conf("_c", "_c64", "data.options { header = false, sep = \";\", comment = \"#\" }");
        assertBits(run(conf, table));
    }

    @Test
    void aDocumentOverManyLines() throws IOException {
        String rows =
                IntStream.range(0, DigitsTables.ROWS)
                        .mapToObj(
                                i ->
                                        "{\n \"pixels\": "
                                                + Arrays.toString(digits.pixels(i))
                                                + ",\n \"label\": "
                                                + digits.label(i)
                                                + "\n}")
                        .collect(Collectors.joining(",\n", "[", "]"));
        Path table = folder.resolve("rows.json");
        Files.writeString(table, rows);
        Object[] columns = {"data.columns=pixels,label"};
        assertEquals(3, run(Bundles.DIGITS, table, columns).exitCode());
        assertBits(run(Bundles.DIGITS, table, columns[0], "data.options.multiLine=true"));
    }

    /** One file has no column w: its rows have no weight, which is told of the first. */
    @Test
    void columnsOfSomeFilesAlone() throws IOException {
        Path table = folder.resolve("rows.parquet");
        Object[] weighted = {"data.columns=pixels,label", "data.weight=w"};
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            digits.write(spark, folder.resolve("a"), "parquet", 1);
            String all = folder.resolve("a").toString();
            spark.read().parquet(all).drop("w").coalesce(1).write().parquet(table + "/part=1");
            spark.read().parquet(all).coalesce(1).write().parquet(table + "/part=2");
        }
        Outcome merged =
                run(
                        Bundles.DIGITS,
                        table,
                        weighted[0],
                        weighted[1],
                        "data.options.mergeSchema=true");
        assertEquals(3, merged.exitCode(), merged.err());
        assertTrue(
                merged.lastErrorLine().matches(".*/part=1/.*: row 1: column w: found null"),
                merged.lastErrorLine());
    }

    @Test
    void filesInFoldersOfAnyDepth() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("data/2024/01"));
        digits.writeLibsvm(deep.resolve("rows.libsvm"));
        Files.writeString(folder.resolve("data/notes.txt"), "no row\n");
        assertBits(
                run(
                        Bundles.DIGITS,
                        folder.resolve("data"),
                        "data.format=libsvm",
                        "data.options.recursiveFileLookup=true",
                        "data.options.pathGlobFilter=*.libsvm"));
    }

    @Test
    void whatNoReaderKnowsIsRefused() throws IOException {
        Path table = csv(";", "");
        Outcome outcome = run(conf("p", "label"), table, "data.options.seperator=;");
        assertEquals(2, outcome.exitCode(), outcome.err());
        String line = outcome.lastErrorLine();
        assertTrue(
                line.startsWith(
                        "hessdiag: data.options: seperator: no option for csv files; there are"),
                line);
        assertTrue(line.contains("header") && line.contains("recursiveFileLookup"), line);
        Outcome npz =
                run(
                        Bundles.DIGITS,
                        tables.resolve("digits.npz"),
                        "data.columns=x,y",
                        "data.options.header=true");
        assertEquals(
                "hessdiag: data.options: header: no option for npz files; there are none",
                npz.lastErrorLine());
    }

    /** Counted in a pass that looks at no column, rows are not the fewer that another leaves. */
    @Test
    void rowsAreNotDroppedUnsaid() throws IOException {
        Path table = csv(",", "");
        List<String> mode = List.of("data.options.mode=DROPMALFORMED");
        Outcome outcome = run(conf("p", "label"), table, mode.toArray());
        assertEquals(2, outcome.exitCode(), outcome.err());
        assertTrue(outcome.lastErrorLine().contains("PERMISSIVE or FAILFAST"), outcome::err);
    }

    /** Hadoop's settings have any name. */
    @Test
    void settingsOfHadoopPass() {
        Outcome outcome =
                run(
                        Bundles.DIGITS,
                        tables.resolve("digits.npz"),
                        "data.columns=x,y",
                        "data.options.fs.s3a.endpoint=localhost");
        assertEquals(0, outcome.exitCode(), outcome.err());
    }
}
