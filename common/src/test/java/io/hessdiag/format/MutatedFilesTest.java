package io.hessdiag.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes, a reader returns arrays or throws FormatException, at once. */
class MutatedFilesTest {
    private interface Reader {
        Map<String, Tensor> read(byte[] file) throws IOException;
    }

    private static Map<String, Tensor> sample() {
        Map<String, Tensor> out = new LinkedHashMap<>();
        out.put("['w']", Tensor.of(Shape.of(2, 2), 1, -2, 3, 4));
        out.put("x/y", Tensor.of(TensorType.of(DType.I32, 3), new long[] {1, 2, 3}));
        out.put("z", Tensor.of(TensorType.of(DType.F32), new float[] {1}));
        return out;
    }

    private static void survives(Reader reader, byte[] file) throws IOException {
        long start = System.nanoTime();
        try {
            reader.read(file).values().forEach(Tensor::size);
        } catch (FormatException e) {
            assertTrue(e.getMessage().startsWith("x: "), e::getMessage);
            assertFalse(e.getMessage().contains("\n"), e::getMessage);
        }
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }

    /**
     * Flips, overwrites with extreme bytes, cuts, drops or repeats pieces, keeping most of a file.
     */
    private static byte[] mutated(byte[] file, Random random, int count) {
        byte[] out = file.clone();
        for (int i = 0; i < count && out.length > 0; i++) {
            int at = random.nextInt(out.length);
            int length = Math.min(1 + random.nextInt(8), out.length - at);
            switch (random.nextInt(6)) {
                case 0 -> out[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> Arrays.fill(out, at, at + length, (byte) -random.nextInt(2));
                case 2 -> out[at] = (byte) "0123456789{}[](),:'\"-eL<>f".charAt(random.nextInt(26));
                case 3 ->
                        out =
                                Arrays.copyOf(
                                        out, out.length - (random.nextInt(4) == 0 ? at / 2 : 0));
                case 4 ->
                        System.arraycopy(
                                out.clone(),
                                at,
                                out,
                                random.nextInt(out.length - length + 1),
                                length);
                default -> {
                    byte[] shorter = Arrays.copyOf(out, out.length - length);
                    System.arraycopy(out, at + length, shorter, at, out.length - at - length);
                    out = shorter;
                }
            }
        }
        return out;
    }

    @Property(tries = 2000)
    void npz(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll boolean deflated)
            throws IOException {
        survives(
                file -> Npz.read("x", new ByteArrayInputStream(file)),
                mutated(NpzTest.written(sample(), deflated), new Random(seed), count));
    }

    @Property(tries = 2000)
    void npy(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count) throws IOException {
        byte[] good = NpzTest.written(Map.of("a", sample().get("['w']")), false);
        byte[] npy =
                Arrays.copyOfRange(good, 35, 35 + (int) Npy.size(sample().get("['w']").type()));
        survives(
                file ->
                        Map.of(
                                "a",
                                Npy.read("x", new ByteArrayInputStream(file), file.length, true)),
                mutated(npy, new Random(seed), count));
    }

    @Property(tries = 2000)
    void safetensors(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count)
            throws IOException {
        survives(
                file -> Safetensors.read("x", new ByteArrayInputStream(file)),
                mutated(
                        SafetensorsTest.written(sample(), Map.of("a", "b")),
                        new Random(seed),
                        count));
    }

    @Property(tries = 1000)
    void treeJson(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count)
            throws IOException {
        byte[] good =
                """
                {"jax": "0.5", "x64": true, "n_params": 1, "leaves": [
                 {"path": "[0]['w']", "shape": [2, 3], "dtype": "float64"}],
                 "structure": {"[0]": "dict"}}\
                """
                        .getBytes(StandardCharsets.UTF_8);
        survives(
                file -> {
                    TreeJson.parse("x", file);
                    return Map.of();
                },
                mutated(good, new Random(seed), count));
    }

    @Property(tries = 300)
    void noise(@ForAll byte[] file) throws IOException {
        survives(f -> Npz.read("x", new ByteArrayInputStream(f)), file);
        survives(f -> Safetensors.read("x", new ByteArrayInputStream(f)), file);
    }
}
