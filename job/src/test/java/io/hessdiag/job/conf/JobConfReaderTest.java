package io.hessdiag.job.conf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.derived.Quantity;
import io.hessdiag.derived.Ranking;
import io.hessdiag.job.conf.JobConf.IfExists;
import io.hessdiag.job.conf.JobConf.MemoryCheck;
import io.hessdiag.job.conf.JobConf.OutputFormat;
import io.hessdiag.plan.Method;
import io.hessdiag.tensor.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobConfReaderTest {
    @TempDir private Path folder;

    private JobConf read(String text, String... words) throws IOException {
        Path file = Files.writeString(folder.resolve("job.conf"), text);
        return JobConfReader.read(file, List.of(words));
    }

    private String refused(String text, String... words) {
        return assertThrows(ConfException.class, () -> read(text, words)).getMessage();
    }

    @Test
    void defaultsFillWhatIsNotSaid() throws IOException {
        JobConf conf = read("loss = digits");
        assertEquals(folder.resolve("digits"), conf.loss());
        assertEquals(Path.of("digits-diagonal").toAbsolutePath().toString(), conf.outputPath());
        assertEquals(OutputFormat.NPZ, conf.outputFormat());
        assertEquals(IfExists.FAIL, conf.ifExists());
        assertEquals(DType.F64, conf.dtype());
        assertEquals(List.of(), conf.selection().texts());
        assertEquals(Optional.empty(), conf.method());
        assertEquals(OptionalInt.empty(), conf.blockDirections());
        assertEquals(OptionalInt.empty(), conf.blockExamples());
        assertEquals(256L << 20, conf.memoryBlock());
        assertEquals(MemoryCheck.WARN, conf.memoryCheck());
        assertEquals(OptionalInt.empty(), conf.partitions());
        assertEquals(32, conf.auditEntries());
        assertEquals(OptionalDouble.empty(), conf.auditTolerance());
    }

    @Test
    void commandLineOverridesTheFile() throws IOException {
        JobConf conf =
                read(
                        "loss = a, dtype = f64, select = \"['w']\", memory.block = 1 MiB",
                        "dtype=f32",
                        "memory.block=64 MiB",
                        "method=curvature",
                        "block.directions=7",
                        "block.examples=5",
                        "audit.tolerance=1e-3",
                        "output.if-exists=overwrite",
                        "select=['w'][0,1]",
                        "select=['b']");
        assertEquals(DType.F32, conf.dtype());
        assertEquals(64L << 20, conf.memoryBlock());
        assertEquals(Optional.of(Method.CURVATURE), conf.method());
        assertEquals(OptionalInt.of(7), conf.blockDirections());
        assertEquals(OptionalInt.of(5), conf.blockExamples());
        assertEquals(OptionalDouble.of(1e-3), conf.auditTolerance());
        assertEquals(IfExists.OVERWRITE, conf.ifExists());
        assertEquals(List.of("['w'][0,1]", "['b']"), conf.selection().texts());
    }

    @Test
    void derivedOutputsAreAListOrWords() throws IOException {
        AnalysisConf none = read("loss = a").analysis();
        assertEquals(List.of(), none.outputs());
        assertEquals(1, none.priorPrecision());
        assertEquals(1e-8, none.damping());
        assertEquals(OptionalDouble.empty(), none.examples());
        assertEquals(new Ranking(Quantity.MAGNITUDE, false, 10), none.ranking());
        assertTrue(none.report());
        AnalysisConf some =
                read(
                                "loss = a, derived.outputs = [preconditioner, saliency]",
                                "derived.examples=12",
                                "ranking.by=saliency",
                                "ranking.order=smallest",
                                "ranking.top=0",
                                "report=false")
                        .analysis();
        List<Quantity> both = List.of(Quantity.SALIENCY, Quantity.PRECONDITIONER);
        assertEquals(both, some.outputs());
        assertEquals(OptionalDouble.of(12), some.examples());
        assertEquals(new Ranking(Quantity.SALIENCY, true, 0), some.ranking());
        assertFalse(some.report());
        String words = "derived.outputs=saliency, preconditioner, saliency";
        assertEquals(both, read("loss = a", words).analysis().outputs());
    }

    @Test
    void relativePathsCountFromTheirDocument() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/base.conf"), "loss = bundle");
        JobConf conf = read("include \"sub/base.conf\"\noutput.path = ../out", "output.path=here");
        assertEquals(folder.resolve("sub/bundle"), conf.loss());
        assertEquals(Path.of("here").toAbsolutePath().toString(), conf.outputPath());
        assertEquals(
                folder.resolveSibling("out").toString(),
                read("loss=a, output.path = ../out").outputPath());
    }

    @Test
    void listsAndObjectsStandInWordsAsInDocuments() throws IOException {
        DataConf positions =
                read("loss = a", "data=[x.csv, y.csv]", "data.columns=[[a, b], label]")
                        .data()
                        .orElseThrow();
        assertEquals(2, positions.paths().size());
        assertEquals(
                Map.of(
                        DataConf.position(0), List.of("a", "b"),
                        DataConf.position(1), List.of("label")),
                positions.columns());
        DataConf names =
                read(
                                "loss = a",
                                "data=[xy].csv",
                                "data.columns={ x = pixels, y = label }",
                                "data.options={ sep = \";\" }")
                        .data()
                        .orElseThrow();
        assertEquals(List.of(Path.of("[xy].csv").toAbsolutePath().toString()), names.paths());
        assertEquals(Map.of("x", List.of("pixels"), "y", List.of("label")), names.columns());
        assertEquals(Map.of("sep", ";"), names.options());
        assertEquals(
                "command line: data.options: expected an object, found \"x\"",
                refused("loss = a", "data=x.csv", "data.options=x"));
        assertEquals(
                "command line: data.columns: expected a list or an object, found [[a, b]",
                assertThrows(
                                ConfException.class,
                                () -> read("loss = a", "data=x.csv", "data.columns=[[a, b]"))
                        .getMessage());
    }

    @Test
    void theFirstWordMayBeAUri() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("a loss"));
        String uri = bundle.toUri().toString();
        assertEquals(bundle, JobConfReader.readFrom(uri, List.of()).loss());
        assertEquals(bundle, JobConfReader.readFrom(bundle.toString(), List.of()).loss());
        String elsewhere = "s3a://b/day=1/glm";
        JobConf model = JobConfReader.readFrom(elsewhere, List.of("data=x.csv"));
        assertEquals(Optional.of(elsewhere), model.model());
        assertEquals(Path.of("glm-diagonal").toAbsolutePath().toString(), model.outputPath());
        String wrong = "file:/a loss";
        assertEquals(
                wrong + ": expected a path or a URI",
                assertThrows(ConfException.class, () -> JobConfReader.readFrom(wrong, List.of()))
                        .getMessage());
    }

    @Test
    void modelsStandInTheLossesPlace() throws IOException {
        JobConf conf = read("model = fitted\ndata = rows.parquet");
        assertEquals(Optional.of(folder.resolve("fitted").toString()), conf.model());
        assertEquals(List.of(folder.resolve("rows.parquet").toString()), conf.data().get().paths());
        assertEquals(Path.of("fitted-diagonal").toAbsolutePath().toString(), conf.outputPath());
        JobConf words = JobConfReader.read(null, List.of("model=hdfs://h/m", "data=s3a://b/x.orc"));
        assertEquals(Optional.of("hdfs://h/m"), words.model());
        assertEquals(List.of("s3a://b/x.orc"), words.data().get().paths());
        assertEquals(Path.of("m-diagonal").toAbsolutePath().toString(), words.outputPath());
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Files.createDirectories(saved.resolve("metadata"));
        assertEquals(
                Optional.of(saved.toAbsolutePath().toString()),
                JobConfReader.read(saved, List.of("data=x.csv")).model());
        assertTrue(refused("model = a").contains("expected data beside it"));
        assertTrue(refused("model = a, loss = b, data = c").contains("exclude each other"));
    }

    @Test
    void bundleFolderStandsForItsConfiguration() {
        JobConf conf = JobConfReader.read(folder, List.of());
        assertEquals(folder.toAbsolutePath(), conf.loss());
    }

    @Test
    void unknownKeyIsRefusedWithItsPlaceAndNeighbours() {
        String message = refused("loss = a\n\nblock { direction = 3 }");
        assertTrue(message.startsWith("job.conf:3: unknown key block.direction; "), message);
        assertTrue(message.contains("block.directions"), message);
        assertTrue(
                refused("loss = a", "outptu.path=x")
                        .startsWith(
                                "command line: unknown key outptu.path; the nearest: output.path"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dtype = f16 | job.conf:2: dtype: expected f64 or f32, found \"f16\"",
                "partitions = 0 | job.conf:2: partitions: expected a positive whole number, found"
                        + " 0",
                "partitions = many | job.conf:2: partitions: expected a positive whole number,"
                        + " found \"many\"",
                "audit.entries = 1.5 | job.conf:2: audit.entries: expected a positive whole number,"
                        + " found 1.5",
                "audit.tolerance = -1 | job.conf:2: audit.tolerance: expected a positive number,"
                        + " found -1",
                "audit.tolerance = Infinity | job.conf:2: audit.tolerance: expected a positive"
                        + " number, found \"Infinity\"",
                "memory.block = 10 | job.conf:2: memory.block: expected a size of at least 1 MiB,"
                        + " \"64 MiB\" say, found 10",
                "memory.block = huge | job.conf:2: memory.block: expected a size of at least 1 MiB,"
                        + " \"64 MiB\" say, found \"huge\"",
                "output.format = csv | job.conf:2: output.format: expected npz, safetensors or"
                        + " parquet, found \"csv\"",
                "method = guess | job.conf:2: method: expected auto, index, site or curvature,"
                        + " found \"guess\"",
                "block.examples = 0 | job.conf:2: block.examples: expected a positive whole"
                        + " number, found 0",
                "derived.outputs = [saliency, variance] | job.conf:2: derived.outputs: expected"
                        + " some of magnitude, saliency, laplace-variance, relative-curvature,"
                        + " preconditioner, found [\"saliency\",\"variance\"]",
                "derived.prior-precision = -1 | job.conf:2: derived.prior-precision: expected a"
                        + " number of at least 0, found -1",
                "derived.damping = 0 | job.conf:2: derived.damping: expected a positive number,"
                        + " found 0",
                "derived.damping = NaN | job.conf:2: derived.damping: expected a positive number,"
                        + " found \"NaN\"",
                "derived.examples = 0 | job.conf:2: derived.examples: expected auto or a positive"
                        + " number, found 0",
                "ranking.by = size | job.conf:2: ranking.by: expected magnitude, saliency,"
                        + " laplace-variance, relative-curvature or preconditioner, found"
                        + " \"size\"",
                "ranking.order = up | job.conf:2: ranking.order: expected largest or smallest,"
                        + " found \"up\"",
                "ranking.top = -1 | job.conf:2: ranking.top: expected a whole number from 0 to"
                        + " 10000, found -1",
                "ranking.top = 2.5 | job.conf:2: ranking.top: expected a whole number from 0 to"
                        + " 10000, found 2.5",
                "report = maybe | job.conf:2: report: expected true or false, found \"maybe\"",
                "derived = [saliency] | job.conf:2: unknown key derived; the nearest: dtype,"
                        + " method, model",
                "select = {a = 1} | job.conf:2: unknown key select.a; the nearest: select,"
                        + " report, loss",
            })
    void wrongValueIsRefusedWithItsPlace(String line, String expected) {
        assertEquals(expected, refused("loss = a\n" + line));
    }

    @Test
    void textThatIsNoKeyPathIsRefused() {
        assertTrue(refused("loss = a\nselect = \"[\"").startsWith("job.conf:2: select: "));
    }

    @Test
    void missingLossIsRefused() {
        assertEquals("loss is not set: expected a path", refused("dtype = f64"));
    }

    @Test
    void brokenSyntaxIsOneLineWithItsPlace() {
        String message = refused("loss = a\noutput { path = ");
        assertTrue(message.contains("job.conf: 2"), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void bottomlessNestingIsRefused() {
        assertTrue(refused("a { ".repeat(100_000)).endsWith("job.conf: nested too deeply"));
    }

    @Test
    void missingFileIsRefused() {
        Path file = folder.resolve("no.conf");
        assertEquals(
                file + ": no such configuration file or bundle folder",
                assertThrows(ConfException.class, () -> JobConfReader.read(file, List.of()))
                        .getMessage());
    }

    @Test
    void wordWithoutAKeyIsRefused() {
        assertEquals("command line: f32: expected key=value", refused("loss = a", "f32"));
    }
}
