package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.format.Npz;
import io.hessdiag.format.Safetensors;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run command on a local Spark in this JVM. */
class RunTest {
    @TempDir private Path folder;

    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
    }

    private Outcome run(String master, Path bundle, Path output, Object... words) {
        System.setProperty("spark.master", master);
        System.setProperty("spark.ui.enabled", "false");
        Object[] all =
                Stream.concat(Stream.of("run", bundle, "output.path=" + output), Stream.of(words))
                        .toArray();
        return Outcome.of(all);
    }

    private Path completed(String master, Path bundle, String name, Object... words) {
        Path output = folder.resolve(name);
        Outcome outcome = run(master, bundle, output, words);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return output;
    }

    @Test
    void writeUpsFirstExampleGivesItsNumbers() throws IOException {
        Path output = completed("local[1]", Bundles.LINEAR, "out");
        Map<String, Tensor> diagonal = Npz.read(output.resolve("diagonal.npz"));
        assertEquals(List.of("[0]", "[1]"), List.copyOf(diagonal.keySet()));
        assertEquals(28.0 / 3, diagonal.get("[0]").get(0), 1e-14);
        assertEquals(2, diagonal.get("[1]").get(0), 1e-14);
        assertTrue(Files.exists(output.resolve("_SUCCESS")));
    }

    @Test
    void safetensorsHoldTheSameNumbers() throws IOException {
        Path npz = completed("local[1]", Bundles.TWO_LAYER, "npz");
        Path safetensors =
                completed("local[1]", Bundles.TWO_LAYER, "st", "output.format=safetensors");
        assertEquals(
                Npz.read(npz.resolve("diagonal.npz")),
                Safetensors.read(safetensors.resolve("diagonal.safetensors")));
    }

    @Test
    void bitsDependOnNeitherCoresNorPartitions() throws IOException {
        byte[] one = diagonal(completed("local[1]", Bundles.DIGITS, "one"));
        assertArrayEquals(one, diagonal(completed("local[2]", Bundles.DIGITS, "two")));
        assertArrayEquals(
                one, diagonal(completed("local[2]", Bundles.DIGITS, "parts", "partitions=3")));
    }

    @Test
    void seedsInRangesGiveTheSameBitsForAnyPartitions() throws IOException {
        Object[] settings = {"method=site", "block.examples=1", "memory.block=1 MiB"};
        Path one = completed("local[1]", Bundles.TRANSFORMER, "one", settings);
        Path parts =
                completed(
                        "local[2]",
                        Bundles.TRANSFORMER,
                        "parts",
                        Stream.concat(Stream.of(settings), Stream.of("partitions=3")).toArray());
        assertTrue(summary(one).path("steps").path(0).path("ranges").asInt() > 1);
        assertFalse(summary(parts).path("driver").asBoolean());
        assertArrayEquals(diagonal(one), diagonal(parts));
    }

    @Test
    void driverComputesWhatIsTooLittleForTasks() throws IOException {
        Path alone = completed("local[2]", Bundles.CASE, "alone");
        Path tasks = completed("local[2]", Bundles.CASE, "tasks", "partitions=3");
        assertTrue(summary(alone).path("driver").asBoolean());
        assertFalse(summary(tasks).path("driver").asBoolean());
        assertArrayEquals(diagonal(alone), diagonal(tasks));
    }

    private static JsonNode summary(Path output) throws IOException {
        return new ObjectMapper().readTree(output.resolve("summary.json").toFile());
    }

    @Test
    void cheapestMethodsAgreeWithOneDirectionPerEntry() throws IOException {
        for (Path bundle : List.of(Bundles.DIGITS, Bundles.CASE, Bundles.BATCH_NORM)) {
            String name = bundle.getFileName().toString();
            Path auto = completed("local[2]", bundle, name + "-auto");
            Path index = completed("local[2]", bundle, name + "-index", "method=index");
            assertEquals("index", summary(index).path("method").asText());
            assertTrue(summary(auto).path("method").asText().contains("curvature"), name);
            Map<String, Tensor> expected = Npz.read(index.resolve("diagonal.npz"));
            double all = expected.values().stream().mapToDouble(RunTest::largest).max().orElse(0);
            for (Map.Entry<String, Tensor> e : Npz.read(auto.resolve("diagonal.npz")).entrySet()) {
                Tensor leaf = expected.get(e.getKey());
                // A bias before a batch norm has no effect: rounding is all that its entries are.
                double scale = Math.max(largest(leaf), 1e-9 * all);
                assertArrayEquals(
                        leaf.doubles(), e.getValue().doubles(), 1e-12 * scale, e.getKey());
            }
        }
    }

    private static double largest(Tensor t) {
        return Arrays.stream(t.doubles()).map(Math::abs).max().orElse(0);
    }

    private static byte[] diagonal(Path output) throws IOException {
        return Files.readAllBytes(output.resolve("diagonal.npz"));
    }

    @Test
    void unselectedEntriesAreLeftOut() throws IOException {
        String entry = "['linear1']['weight'][0,1]";
        Path all = completed("local[1]", Bundles.TWO_LAYER, "all");
        Path some = completed("local[1]", Bundles.TWO_LAYER, "some", "select=" + entry);
        Map<String, Tensor> full = Npz.read(all.resolve("diagonal.npz"));
        int numbers = 0;
        for (Map.Entry<String, Tensor> leaf : Npz.read(some.resolve("diagonal.npz")).entrySet()) {
            for (int i = 0; i < leaf.getValue().size(); i++) {
                if (!Double.isNaN(leaf.getValue().get(i))) {
                    numbers++;
                    assertEquals("['linear1']['weight']", leaf.getKey());
                    assertEquals(1, i);
                    assertEquals(full.get(leaf.getKey()).get(i), leaf.getValue().get(i), 1e-15);
                }
            }
        }
        assertEquals(1, numbers);
    }

    @Test
    void summaryAndTableTellTheRun() throws IOException {
        Path output = folder.resolve("out");
        Outcome outcome = run("local[2]", Bundles.LINEAR, output, "audit.entries=2");
        JsonNode json = summary(output);
        assertEquals("curvature", json.path("method").asText());
        assertEquals(2, json.path("parameters").asInt());
        assertEquals(3, json.path("examples").asInt());
        assertEquals("f64", json.path("dtype").asText());
        assertEquals(26.9 / 3, json.path("loss").asDouble(), 1e-12);
        assertEquals(2, json.path("audit").path("entries").asInt());
        assertEquals(1e-6, json.path("audit").path("tolerance").asDouble());
        assertTrue(json.path("audit").path("maxDeviation").asDouble() < 1e-8);
        assertTrue(json.path("audit").path("maxDeviationFromIndex").asDouble() < 1e-12);
        assertEquals("all data", json.path("audit").path("examples").asText());
        assertEquals("[0]", json.path("leaves").path(0).path("path").asText());
        assertEquals(28.0 / 3, json.path("leaves").path(0).path("max").asDouble(), 1e-14);
        assertTrue(json.path("seconds").path("compute").asDouble() > 0);
        assertEquals(2, json.path("entries").asInt());
        assertEquals("examples", json.path("steps").path(0).path("part").asText());
        assertEquals("curvature", json.path("steps").path(0).path("method").asText());
        assertTrue(json.path("gflop").asDouble() > 0);
        assertEquals(64, json.path("fingerprint").asText().length());
        assertEquals("4.1.0", json.path("versions").path("spark").asText());
        assertEquals(2, json.path("configuration").path("audit.entries").asInt());
        assertTrue(outcome.out().contains("9.3333e+00"), outcome.out());
        assertTrue(outcome.out().contains("2 entries (curvature) in f64"), outcome.out());
        assertTrue(outcome.out().contains(output.toString()), outcome.out());
    }

    @Test
    void leafWithoutEntriesHasAnEmptyDiagonal() throws IOException {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.zeros(new TensorType(DType.F64, Shape.of(0))));
        Path bundle = folder.resolve("bundle");
        LossBundle.write(b.build(w.square().sum()), bundle);
        Path output = completed("local[1]", bundle, "out");
        assertEquals(
                Map.of("['w']", Tensor.zeros(new TensorType(DType.F64, Shape.of(0)))),
                Npz.read(output.resolve("diagonal.npz")));
    }

    /** A gradient in small steps: its derivative is 0 everywhere, its differences are not. */
    @Test
    void failedAuditWritesNothing() throws IOException {
        Path bundle = Bundles.copy(Bundles.LINEAR, folder.resolve("bundle"));
        String steps =
                """
                %million = stablehlo.constant dense<1.0e6> : tensor<f64>
                %many = stablehlo.multiply %15, %million : tensor<f64>
                %whole = stablehlo.floor %many : tensor<f64>
                %stepped = stablehlo.divide %whole, %million : tensor<f64>
                return %9, %stepped,\
                """;
        Path gradient = bundle.resolve("grad.mlir");
        Files.writeString(gradient, Files.readString(gradient).replace("return %9, %15,", steps));
        Outcome outcome = run("local[2]", bundle, folder.resolve("out"));
        assertEquals(4, outcome.exitCode(), outcome.err());
        assertTrue(outcome.lastErrorLine().contains("largest deviation"), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(bundle), files.toList());
        }
    }

    /** |w|^1.5 has a gradient at 0 and no second derivative. */
    @Test
    void diagonalThatIsNoNumberIsBadInput() throws IOException {
        Path bundle = Bundles.copy(Bundles.LINEAR, folder.resolve("bundle"));
        Files.delete(bundle.resolve("grad.mlir"));
        Path module = bundle.resolve("loss.mlir");
        String power =
                """
                %e = stablehlo.constant dense<1.5> : tensor<3xf64>
                %one = stablehlo.constant dense<[0.5, 0.5, 0.5]> : tensor<3xf64>
                %s = stablehlo.subtract %0, %one : tensor<3xf64>
                %5 = stablehlo.power %s, %e\
                """;
        Map<String, Tensor> leaves = new LinkedHashMap<>(Npz.read(bundle.resolve("leaves.npz")));
        leaves.put("00000", Tensor.scalar(0.5));
        Npz.write(bundle.resolve("leaves.npz"), leaves, false);
        Files.writeString(
                module, Files.readString(module).replace("%5 = stablehlo.multiply %4, %4", power));
        Outcome outcome = run("local[2]", bundle, folder.resolve("out"));
        assertEquals(3, outcome.exitCode(), outcome.err());
        String line = outcome.lastErrorLine();
        assertTrue(line.startsWith("hessdiag: [0]: ") && line.contains("Infinity"), line);
        assertTrue(line.contains("loss.mlir:11:") && line.contains("power"), line);
        assertFalse(outcome.err().contains("\tat "), outcome.err());
    }

    /** Deep object graphs would overflow the stack in Spark's serialisation. */
    @Test
    void programOfThousandsOfEquationsRuns() throws IOException {
        Path bundle = Bundles.copy(Bundles.LINEAR, folder.resolve("bundle"));
        Files.delete(bundle.resolve("grad.mlir"));
        Path module = bundle.resolve("loss.mlir");
        String text = Files.readString(module);
        StringBuilder chain = new StringBuilder("%a0 = stablehlo.add %4, %4 : tensor<3xf64>\n");
        for (int i = 1; i < 4000; i++) {
            String op = i % 2 == 0 ? "tanh %a" + (i - 1) : "add %a" + (i - 1) + ", %4";
            chain.append("%a" + i + " = stablehlo." + op + " : tensor<3xf64>\n");
        }
        Files.writeString(
                module,
                text.replace(
                        "%5 = stablehlo.multiply %4, %4",
                        chain + "%5 = stablehlo.multiply %a3999, %4"));
        completed("local[2]", bundle, "out");
    }
}
