package io.hessdiag.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardedResultTest {
    private static final Tensor A = Tensor.of(Shape.of(2), 1, -0.0);
    private static final Tensor B = Tensor.of(Shape.of(1, 1), Double.NaN);

    @TempDir private Path folder;

    private void index(String a, String b) throws IOException {
        Files.writeString(
                folder.resolve("d.npz.index.json"),
                "{\"metadata\": {\"total_size\": 24}, \"weight_map\": {\"['b']\": \""
                        + b
                        + "\", \"['a']\": \""
                        + a
                        + "\"}}");
    }

    @Test
    void arraysComeFromTheirFilesInTheIndexsOrder() throws IOException {
        Npz.write(folder.resolve("d-1.npz"), Map.of("['a']", A), false);
        Safetensors.write(folder.resolve("d-2.safetensors"), Map.of("['b']", B), Map.of());
        index("d-1.npz", "d-2.safetensors");
        Map<String, Tensor> read = ShardedResult.read(folder, "d.npz");
        assertEquals(List.of("['b']", "['a']"), List.copyOf(read.keySet()));
        assertEquals(Map.of("['a']", A, "['b']", B), read);
    }

    @Test
    void oneFileNeedsNoIndex() throws IOException {
        Npz.write(folder.resolve("d.npz"), Map.of("['a']", A), false);
        assertEquals(Map.of("['a']", A), ShardedResult.read(folder, "d.npz"));
    }

    @Test
    void indexThatPromisesTooMuchIsRefused() throws IOException {
        Npz.write(folder.resolve("d-1.npz"), Map.of("['a']", A), false);
        index("d-1.npz", "d-1.npz");
        assertRefused("['b']");
        index("d-1.npz", "../d-1.npz");
        assertRefused("../d-1.npz");
        Files.writeString(folder.resolve("d.npz.index.json"), "{\"weight_map\": 3}");
        assertRefused("weight_map");
        Files.writeString(folder.resolve("d.npz.index.json"), "{");
        assertRefused("d.npz.index.json");
    }

    private void assertRefused(String part) {
        String message =
                assertThrows(FormatException.class, () -> ShardedResult.read(folder, "d.npz"))
                        .getMessage();
        assertTrue(message.contains(part), message);
    }
}
