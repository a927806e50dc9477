package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path output = folder.resolve("out");
        Path bundle = Bundles.copy(Bundles.DIGITS, folder.resolve("bundle"));
        Files.delete(bundle.resolve("grad.mlir"));
        ProcessBuilder job =
                SparkJvm.command(
                        HessianDiagonalJob.class.getName(),
                        "run",
                        bundle.toString(),
                        "output.path=" + output,
                        "method=" + method,
                        "audit.entries=8");
        List<String> command = job.command();
        int path = command.indexOf("-cp") + 1;
        command.set(path, classes + File.pathSeparator + command.get(path));
        command.addAll(
                1,
                List.of(
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
        assertFalse(Files.exists(output));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(4, left.count(), "bundle, classes, stdout and stderr alone");
        }
        List<String> lines = SparkJvm.read(err).lines().toList();
        assertTrue(lines.get(lines.size() - 1).contains("audit"), lines::toString);
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
