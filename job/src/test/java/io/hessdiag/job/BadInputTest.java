package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.format.Npz;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad input gives one line with place and cause, the right exit code, and leaves nothing behind.
 */
class BadInputTest {
    private static final int USAGE = 2;
    private static final int BAD_INPUT = 3;

    @TempDir private Path folder;
    private Path bundle;
    private Path output;

    @BeforeEach
    void copyBundle() throws IOException {
        bundle = Bundles.copy(Bundles.LINEAR, folder.resolve("bundle"));
        Files.delete(bundle.resolve("grad.mlir"));
        output = folder.resolve("out");
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        Path path = bundle.resolve(file);
        String before = Files.readString(path);
        String after = change.apply(before);
        assertFalse(before.equals(after), "nothing was changed in " + file);
        Files.writeString(path, after);
    }

    private void replaceLeaf(String key, Tensor value) throws IOException {
        Path file = bundle.resolve("leaves.npz");
        Map<String, Tensor> leaves = new LinkedHashMap<>(Npz.read(file));
        if (value == null) {
            leaves.remove(key);
        } else {
            leaves.put(key, value);
        }
        Npz.write(file, leaves, false);
    }

    private void assertRefused(int exitCode, String... parts) throws IOException {
        assertRefused(exitCode, Outcome.of("run", bundle, "output.path=" + output), parts);
    }

    private void assertRefused(int exitCode, Outcome outcome, String... parts) throws IOException {
        assertEquals(exitCode, outcome.exitCode(), outcome.err());
        String line = outcome.lastErrorLine();
        assertTrue(line.startsWith("hessdiag: "), line);
        for (String part : parts) {
            assertTrue(line.contains(part), line + "\nlacks: " + part);
        }
        assertFalse(outcome.err().contains("\tat "), outcome.err());
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
            assertFalse(
                    names.stream().anyMatch(n -> n.startsWith(".") || n.equals("out")),
                    names::toString);
        }
    }

    @Test
    void truncatedModule() throws IOException {
        edit("loss.mlir", text -> text.substring(0, text.length() / 2));
        assertRefused(BAD_INPUT, "loss.mlir:");
    }

    @Test
    void binaryModule() throws IOException {
        Files.write(bundle.resolve("loss.mlir"), new byte[] {'M', 'L', (byte) 0xEF, 'R', 0, 1, 2});
        assertRefused(BAD_INPUT, "loss.mlir:1:1", "binary");
    }

    @Test
    void shapeInTreeIsNotTheModules() throws IOException {
        edit("tree.json", text -> text.replaceFirst("(?s)\\[\\s*3\\s*\\]", "[4]"));
        assertRefused(BAD_INPUT, "[1]", "4", "3");
    }

    @Test
    void shapeOfALeafIsNotTheTrees() throws IOException {
        replaceLeaf("00002", Tensor.of(Shape.of(2), 1, 2));
        assertRefused(BAD_INPUT, "leaves.npz", "00002", "2", "3");
    }

    @Test
    void missingLeaf() throws IOException {
        replaceLeaf("00003", null);
        assertRefused(BAD_INPUT, "leaves.npz", "00003");
    }

    @Test
    void notANumberInALeaf() throws IOException {
        replaceLeaf("00002", Tensor.of(Shape.of(3), 1, Double.NaN, 3));
        assertRefused(BAD_INPUT, "[1]", "NaN", "1");
    }

    @Test
    void unsupportedOperation() throws IOException {
        edit(
                "loss.mlir",
                text -> text.replace("stablehlo.multiply %4, %4", "stablehlo.frobnicate %4, %4"));
        assertRefused(BAD_INPUT, "loss.mlir:8:", "frobnicate");
    }

    @Test
    void elidedConstant() throws IOException {
        edit(
                "loss.mlir",
                text -> text.replace("dense<3.000000e+00>", "dense_resource<__elided__>"));
        assertRefused(BAD_INPUT, "loss.mlir:11:", "elided");
    }

    @Test
    void lossThatIsNoNumber() throws IOException {
        edit("loss.mlir", text -> text.replace("dense<3.000000e+00>", "dense<0.000000e+00>"));
        assertRefused(BAD_INPUT, "the loss is Infinity", "loss.mlir:12:", "divide");
    }

    @Test
    void notABundle() throws IOException {
        Files.delete(bundle.resolve("loss.mlir"));
        assertRefused(BAD_INPUT, "loss.mlir");
    }

    @Test
    void unknownKeyInConfiguration() throws IOException {
        Path conf =
                Files.writeString(folder.resolve("a.conf"), "loss = bundle\nauditt.entries = 3");
        assertRefused(
                USAGE, Outcome.of("run", conf), "a.conf:2", "auditt.entries", "audit.entries");
    }

    @Test
    void outputThatExists() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        assertRefused(
                USAGE,
                Outcome.of("run", bundle, "output.path=" + taken),
                taken.toString(),
                "exists");
        assertTrue(Files.exists(taken));
    }

    @Test
    void outputThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(
                USAGE,
                Outcome.of("run", bundle, "output.path=" + file.resolve("below")),
                file.toString(),
                "cannot be written");
    }

    @Test
    void selectionOfNothing() throws IOException {
        assertRefused(
                USAGE,
                Outcome.of("run", bundle, "output.path=" + output, "select=['nobody']"),
                "['nobody']");
    }

    @Test
    void methodThatCannotServeALeaf() throws IOException {
        for (String command : List.of("run", "explain", "bench")) {
            assertRefused(
                    USAGE,
                    Outcome.of(command, Bundles.CASE, "method=curvature", "output.path=" + output),
                    "method = curvature cannot serve ['a']: loss.mlir:17:11: case",
                    "use auto or index");
        }
    }

    @Test
    void unknownSubcommandAndOption() throws IOException {
        assertRefused(USAGE, Outcome.of("compute"), "compute");
        assertRefused(USAGE, Outcome.of("run", "--fast", bundle), "--fast");
        assertRefused(USAGE, Outcome.of("run"), "CONF|BUNDLE_DIR");
        assertRefused(USAGE, Outcome.of(), "subcommand");
    }
}
