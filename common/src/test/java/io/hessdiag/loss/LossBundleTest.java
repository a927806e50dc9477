package io.hessdiag.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.format.FormatException;
import io.hessdiag.format.Npz;
import io.hessdiag.format.Safetensors;
import io.hessdiag.pytree.Entries;
import io.hessdiag.pytree.Selection;
import io.hessdiag.stablehlo.StableHloException;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossBundleTest {
    private static final Path BUNDLES = Path.of("src/test/resources/bundles");

    /** A copy of seed-linear-tuple: w, b, x (3), y (3). */
    @TempDir Path bundle;

    @BeforeEach
    void copy() throws IOException {
        for (String file : List.of("loss.mlir", "grad.mlir", "tree.json", "leaves.npz")) {
            Files.copy(BUNDLES.resolve("seed-linear-tuple").resolve(file), bundle.resolve(file));
        }
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(bundle.resolve(file));
        assertTrue(text.contains(from));
        Files.writeString(bundle.resolve(file), text.replace(from, to));
    }

    private Map<String, Tensor> leaves() throws IOException {
        return Npz.read(BUNDLES.resolve("seed-linear-tuple/leaves.npz"));
    }

    private void leaves(Map<String, Tensor> leaves) throws IOException {
        Npz.write(bundle.resolve("leaves.npz"), leaves, true);
    }

    private String problem() {
        return assertThrows(LossException.class, () -> LossBundle.read(bundle)).getMessage();
    }

    private static double value(Loss loss) {
        return Interpreter.run(loss.program(), loss.values()).get(0).get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mlp-f32",
                "mlp-gelu-exact",
                "mlp-residual",
                "mlp-sigmoid-onehot-l2",
                "mlp-softplus-bce-zero-logits",
                "mlp-tanh-deep",
                "seed-linear-tuple",
                "seed-two-layer-pytree",
                "transformer-block"
            })
    void bundlesOfTheExporterAreReadAndGiveTheirLoss(String name) throws IOException {
        Loss loss = LossBundle.read(BUNDLES.resolve(name));
        Map<String, Tensor> expected = Npz.read(BUNDLES.resolve(name).resolve("expected.npz"));
        double want = expected.get("loss").get(0);
        double tolerance = loss.dtype() == DType.F32 ? 1e-6 : 1e-12;
        assertEquals(want, value(loss), tolerance * Math.max(1, Math.abs(want)));
        assertEquals(expected.size(), 1 + 2 * loss.parameterCount());
        assertEquals(
                Files.exists(BUNDLES.resolve(name).resolve("grad.mlir")),
                loss.gradient().isPresent());
        long size = loss.parameters().leaves().stream().mapToLong(Tensor::size).sum();
        assertEquals(size, loss.size());
    }

    @Test
    void parametersAreNamedWithoutTheArgument() throws IOException {
        Loss loss = LossBundle.read(bundle);
        assertEquals(
                "[[0], [1]]",
                loss.parameterLeaves().stream().map(LeafInfo::name).toList().toString());
        assertEquals("[0, 1]", loss.tree().toString());
        assertEquals(
                "[[1], [2]]", loss.dataLeaves().stream().map(LeafInfo::name).toList().toString());
    }

    @Test
    void selectionsGoByTheNamesOfParameters() throws IOException {
        Loss loss = LossBundle.read(BUNDLES.resolve("seed-two-layer-pytree"));
        List<Entries> entries = loss.select(Selection.parse("['linear1']['weight'][0,1]"));
        assertEquals(List.of(0, 1, 0, 0), entries.stream().map(Entries::count).toList());
        assertEquals(1, entries.get(1).toArray()[0]);
    }

    @Test
    void structureInTreeJsonKeepsTheTuple() throws IOException {
        replace(
                "tree.json",
                "\"n_params\"",
                "\"structure\": {\"\": \"tuple\", \"[0]\": \"tuple\","
                        + " \"[3]\": \"none\"}, \"n_params\"");
        assertEquals("(0, 1)", LossBundle.read(bundle).tree().toString());
    }

    @Test
    void safetensorsLeavesGiveTheSameValues() throws IOException {
        Loss npz = LossBundle.read(bundle);
        Files.delete(bundle.resolve("leaves.npz"));
        Safetensors.write(bundle.resolve("leaves.safetensors"), leaves(), Map.of());
        assertEquals(npz.values(), LossBundle.read(bundle).values());
        leaves(leaves());
        assertTrue(problem().endsWith("both leaves.npz and leaves.safetensors"));
    }

    @Test
    void withoutTreeJsonTheNamesOfTheArgumentsArePaths() throws IOException {
        Files.delete(bundle.resolve("tree.json"));
        assertEquals(
                "[[0], [1], [2], [3]]",
                LossBundle.read(bundle).leaves().stream().map(LeafInfo::path).toList().toString());
        replace("loss.mlir", "%arg0: tensor<f64>", "%arg0: tensor<f64> loc(\"params['w']\")");
        replace("loss.mlir", "%arg1: tensor<f64>", "%arg1: tensor<f64> loc(\"params['b'][2]\")");
        replace("loss.mlir", "%arg2: tensor<3xf64>", "%arg2: tensor<3xf64> loc(\"x\")");
        replace("loss.mlir", "%arg3: tensor<3xf64>)", "%arg3: tensor<3xf64> loc(\"y\"))");
        Loss loss = LossBundle.read(bundle);
        assertEquals(
                "[[0]['w'], [0]['b'][2], [1], [2]]",
                loss.leaves().stream().map(LeafInfo::path).toList().toString());
        assertEquals(2, loss.parameterCount());
        Files.delete(bundle.resolve("grad.mlir"));
        assertTrue(
                problem()
                        .endsWith(
                                "neither tree.json nor grad.mlir says how many of the 4"
                                        + " arguments are parameters"));
    }

    @Test
    void halfArgumentsAreReadAsSingle() throws IOException {
        Files.delete(bundle.resolve("grad.mlir"));
        replace("loss.mlir", "%arg2: tensor<3xf64>", "%arg2: tensor<3xbf16>");
        replace(
                "loss.mlir",
                "    %0 =",
                "    %h = stablehlo.convert %arg2 : (tensor<3xbf16>) -> tensor<3xf64>\n    %0 =");
        replace("loss.mlir", "multiply %0, %arg2", "multiply %0, %h");
        String tree = Files.readString(bundle.resolve("tree.json"));
        int at = tree.indexOf("float64", tree.indexOf("\"[1]\""));
        Files.writeString(
                bundle.resolve("tree.json"),
                tree.substring(0, at) + "bfloat16" + tree.substring(at + 7));
        Map<String, Tensor> leaves = leaves();
        leaves.put("00002", leaves.get("00002").toFloat(DType.F32));
        leaves(leaves);
        Loss loss = LossBundle.read(bundle);
        assertEquals(TensorType.of(DType.F32, 3), loss.leaves().get(2).type());
        assertEquals(value(LossBundle.read(BUNDLES.resolve("seed-linear-tuple"))), value(loss));
    }

    @Test
    void whatIsWrittenIsRead(@TempDir Path other) throws IOException {
        for (String name : List.of("mlp-tanh-deep", "seed-two-layer-pytree")) {
            Loss loss = LossBundle.read(BUNDLES.resolve(name));
            Path to = other.resolve(name);
            LossBundle.write(loss, to);
            Loss copy = LossBundle.read(to);
            assertEquals(loss.leaves(), copy.leaves());
            assertEquals(loss.values(), copy.values());
            assertEquals(loss.tree(), copy.tree());
            assertEquals(value(loss), value(copy));
            assertEquals(loss.gradient().isPresent(), copy.gradient().isPresent());
        }
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Files.delete(bundle.resolve("leaves.npz"));
        assertTrue(problem().endsWith("neither leaves.npz nor leaves.safetensors"));
        Files.delete(bundle.resolve("loss.mlir"));
        assertTrue(problem().endsWith("no loss.mlir"));
        assertTrue(
                assertThrows(LossException.class, () -> LossBundle.read(bundle.resolve("absent")))
                        .getMessage()
                        .endsWith("absent: no such directory"));
    }

    @Test
    void treeAndModuleMustAgree() throws IOException {
        replace("tree.json", "\"float64\"", "\"float32\"");
        assertEquals(
                "loss.mlir: @main: argument 0, leaf [0][0]: expected tensor<f32>, found"
                        + " tensor<f64>",
                problem());
        replace("tree.json", "\"float32\"", "\"float64\"");
        replace("tree.json", "3", "4");
        assertEquals(
                "loss.mlir: @main: argument 2, leaf [1]: expected tensor<4xf64>, found"
                        + " tensor<3xf64>",
                problem());
        replace(
                "tree.json",
                "\"leaves\": [",
                "\"leaves\": [{\"path\": \"[0][2]\", \"shape\": []," + " \"dtype\": \"float64\"},");
        assertEquals("loss.mlir: @main: expected 5 arguments, found 4", problem());
    }

    @Test
    void leavesMustBeThoseOfTheTree() throws IOException {
        Map<String, Tensor> leaves = leaves();
        leaves.put("00001", Tensor.of(Shape.of(1), 1));
        leaves(leaves);
        assertEquals(
                "leaves.npz: 00001, leaf [0][1]: expected tensor<f64>, found tensor<1xf64>",
                problem());
        leaves.remove("00001");
        leaves(leaves);
        assertEquals("leaves.npz: 00001, leaf [0][1]: missing, expected tensor<f64>", problem());
        leaves.put("00004", Tensor.scalar(1));
        leaves(leaves);
        assertEquals("leaves.npz: 00004: no such leaf; expected 00000 to 00003", problem());
    }

    @Test
    void valuesThatAreNotFiniteAreNamed() throws IOException {
        Map<String, Tensor> leaves = leaves();
        leaves.put("00002", Tensor.of(Shape.of(3), 1, 2, Double.NEGATIVE_INFINITY));
        leaves(leaves);
        assertEquals("leaves.npz: 00002, leaf [1]: -Infinity at index [2] of shape [3]", problem());
    }

    @Test
    void gradientMustFitTheLoss() throws IOException {
        replace("tree.json", "\"n_params\": 2", "\"n_params\": 1");
        assertEquals(
                "grad.mlir: @main: expected the loss and 1 gradients, found 3 results", problem());
        Files.copy(BUNDLES.resolve("mlp-f32/grad.mlir"), bundle.resolve("other"));
        Files.move(
                bundle.resolve("other"),
                bundle.resolve("grad.mlir"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals("grad.mlir: @main: expected 4 arguments, found 8", problem());
    }

    @Test
    void theResultMustBeAScalar() throws IOException {
        replace("loss.mlir", "return %7 : tensor<f64>", "return %5 : tensor<3xf64>");
        replace("loss.mlir", "-> (tensor<f64> {", "-> (tensor<3xf64> {");
        assertEquals(
                "loss.mlir: @main: expected one float scalar as the result,"
                        + " found [tensor<3xf64>]",
                problem());
    }

    @Test
    void damagedFilesGiveOneLineWithTheFile() throws IOException {
        byte[] text = Files.readAllBytes(bundle.resolve("loss.mlir"));
        for (int length = 0; length < text.length - 10; length += 37) {
            Files.write(bundle.resolve("loss.mlir"), Arrays.copyOf(text, length));
            String message =
                    assertThrows(StableHloException.class, () -> LossBundle.read(bundle))
                            .getMessage();
            assertTrue(message.startsWith("loss.mlir:"), message);
            assertFalse(message.contains("\n"), message);
        }
        Files.write(
                bundle.resolve("loss.mlir"),
                new byte[] {'M', 'L', (byte) 0xef, 'R', 1, 0, (byte) 0xff});
        assertThrows(StableHloException.class, () -> LossBundle.read(bundle));
        Files.write(bundle.resolve("loss.mlir"), text);
        Files.write(bundle.resolve("leaves.npz"), new byte[] {1, 2, 3});
        assertThrows(FormatException.class, () -> LossBundle.read(bundle));
        Files.writeString(bundle.resolve("tree.json"), "{");
        assertThrows(FormatException.class, () -> LossBundle.read(bundle));
    }
}
