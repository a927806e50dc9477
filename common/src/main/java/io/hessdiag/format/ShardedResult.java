package io.hessdiag.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Arrays in one file, or in several with an index as Hugging Face has it: {@code {"metadata":
 * {"total_size": bytes}, "weight_map": {key: file, ...}}}.
 */
public final class ShardedResult {
    private static final String INDEX = ".index.json";

    private ShardedResult() {}

    /**
     * The arrays of {@code name}, {@code diagonal.npz} or {@code diagonal.safetensors} say, in the
     * order of the file or the index.
     *
     * @throws FormatException when a file is damaged or lacks an array that the index says it has
     */
    public static Map<String, Tensor> read(Path folder, String name) throws IOException {
        Path index = folder.resolve(name + INDEX);
        return Files.exists(index) ? sharded(folder, index) : file(folder.resolve(name));
    }

    private static Map<String, Tensor> sharded(Path folder, Path index) throws IOException {
        JsonNode map = weightMap(index);
        Map<String, Map<String, Tensor>> files = new HashMap<>();
        Map<String, Tensor> out = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> i = map.fields(); i.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = i.next();
            String file = entry.getValue().asText();
            String where = index.getFileName() + ": " + entry.getKey();
            if (file.isEmpty() || !Path.of(file).normalize().equals(Path.of(file).getFileName())) {
                throw new FormatException(where, "expected the name of a file, found " + file);
            }
            if (!files.containsKey(file)) {
                files.put(file, file(folder.resolve(file)));
            }
            Tensor tensor = files.get(file).get(entry.getKey());
            if (tensor == null) {
                throw new FormatException(where, "expected in " + file + ", which lacks it");
            }
            out.put(entry.getKey(), tensor);
        }
        return out;
    }

    private static JsonNode weightMap(Path index) throws IOException {
        String name = index.getFileName().toString();
        byte[] text = Files.readAllBytes(index);
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(Utf8.reader(text, text.length));
        } catch (IOException e) {
            throw new FormatException(name, "is no JSON: " + Utf8.problem(e));
        }
        JsonNode map = root.path("weight_map");
        if (!map.isObject()) {
            throw new FormatException(name, "expected an object weight_map");
        }
        return map;
    }

    private static Map<String, Tensor> file(Path file) throws IOException {
        return file.toString().endsWith(".npz") ? Npz.read(file) : Safetensors.read(file);
    }
}
