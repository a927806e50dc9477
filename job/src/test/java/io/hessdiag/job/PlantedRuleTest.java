package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong derivative rule, compiled and put before the right one, must not get past the audit. */
class PlantedRuleTest {
    private static final Path RULES =
            Bundles.CONF.resolveSibling("common/src/main/java/io/hessdiag/ad/Derivatives.java");

    @TempDir private Path folder;

    /** The first is wrong in value; the second has the right value and a wrong derivative. */
    @ParameterizedTest
    @CsvSource({
        "auto, 'minus(1, square(y))', 'minus(0.999, square(y))'",
        "auto, 'minus(1, square(y))', 'minus(1, b.unary(UnaryFunction.STOP_GRADIENT, square(y)))'",
        "index, 'minus(1, square(y))', 'minus(1, b.unary(UnaryFunction.STOP_GRADIENT, square(y)))'"
    })
    void failsTheRunAndLeavesNoOutput(String method, String right, String wrong) throws Exception {
        Path classes = plant(right, wrong);
        Path bundle = Bundles.copy(Bundles.DIGITS, folder.resolve("bundle"));
        Files.delete(bundle.resolve("grad.mlir"));
        assertFails(classes, "run", bundle, "method=" + method);
    }

    /** Of a data set one block of the examples is audited, and what no block has beside it. */
    @ParameterizedTest
    @CsvSource({
        "'minus(1, square(y))', 'minus(0.999, square(y))'",
        "'minus(1, square(y))', 'minus(1, b.unary(UnaryFunction.STOP_GRADIENT, square(y)))'"
    })
    void inAPenaltyItFailsTheRunOverADataSet(String right, String wrong) throws Exception {
        Path classes = plant(right, wrong);
        Path bundle = folder.resolve("bundle");
        LossBundle.write(penalised(), bundle);
        Path table = folder.resolve("rows.csv");
        Files.writeString(table, "a,b,y\n" + "1,2,3\n2,1,2\n-1,3,1\n".repeat(20));
        Path conf = folder.resolve("rows.conf");
        Files.writeString(
                conf,
                "loss = bundle\n"
                        + "data { path = rows.csv, columns = [[a, b], y], broadcast = false }\n"
                        + "block.examples = 4\n");
        assertFails(classes, "run", conf);
    }

    /** Mean (x·w − y)² + Σ tanh(w)². */
    private static Loss penalised() {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.of(Shape.of(2), 0.4, -0.7));
        Expr x = b.data(Tensor.of(Shape.of(5, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        Expr y = b.data(Tensor.of(Shape.of(5), 1, 0, 1, 0, 1));
        Expr error = x.matmul(w).sub(y).square().mean();
        return b.build(error.add(w.tanh().square().sum()));
    }

    /** With the classes before the right ones. */
    private void assertFails(Path classes, Object... words) throws Exception {
        Path output = folder.resolve("out");
        List<String> before = names();
        ProcessBuilder job = SparkJvm.command(HessianDiagonalJob.class.getName());
        List<String> command = job.command();
        Stream.of(words).map(Object::toString).forEach(command::add);
        command.addAll(List.of("output.path=" + output, "audit.entries=8"));
        int path = command.indexOf("-cp") + 1;
        command.set(path, classes + File.pathSeparator + command.get(path));
        command.addAll(
                1,
                List.of(
                        "-XX:TieredStopAtLevel=1", // what starts and ends is compiled in vain
                        "-Dspark.master=local[2]",
                        "-Dspark.app.name=planted",
                        "-Dspark.ui.enabled=false"));
        Path err = folder.resolve("stderr");
        Process process =
                job.redirectError(err.toFile())
                        .redirectOutput(folder.resolve("stdout").toFile())
                        .start();
        try {
            assertTrue(process.waitFor(150, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        assertEquals(4, process.exitValue(), SparkJvm.read(err));
        before.addAll(List.of("stderr", "stdout"));
        assertEquals(before, names(), "what is left behind");
        List<String> lines = SparkJvm.read(err).lines().toList();
        assertTrue(lines.get(lines.size() - 1).contains("audit"), lines::toString);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    /** The table of derivatives with one formula replaced, as a class folder. */
    private Path plant(String right, String wrong) throws IOException {
        String source = Files.readString(RULES);
        String spoilt = source.replace("case TANH -> " + right, "case TANH -> " + wrong);
        assertNotEquals(source, spoilt, "the rule for tanh is not written as this test expects");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path file = Files.writeString(classes.resolve("Derivatives.java"), spoilt);
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                file.toString());
        assertEquals(0, code);
        return classes;
    }
}
