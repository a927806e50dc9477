package io.hessdiag.format;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.PyTree.Kind;
import io.hessdiag.pytree.PyTreeException;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.TensorType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * tree.json: the leaves of a loss or a result, in flatten order. Fields that are not known are
 * skipped.
 *
 * <pre>{@code
 * {"jax": "0.4.30", "x64": true, "n_params": 2,
 *  "leaves": [{"path": "[0][0]", "shape": [3, 4], "dtype": "float64"}, ...],
 *  "structure": {"[0]": "tuple", "[0]['unused']": "none"}}
 * }</pre>
 *
 * @param jax version of the exporter; empty when not said
 * @param x64 whether the exporter had 64-bit types on
 * @param nParams how many of the leaves, from the first, are parameters
 * @param structure optional: container kinds (dict, list, tuple, custom, none) by path, where the
 *     leaves' paths do not tell them (see {@code PyTree.fromPaths})
 */
public record TreeJson(
        String jax, boolean x64, int nParams, List<LeafSpec> leaves, Map<KeyPath, Kind> structure) {

    /** One leaf; the dtype is the file's, float16 and bfloat16 included. */
    public record LeafSpec(KeyPath path, TensorType type) {}

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    public TreeJson {
        leaves = List.copyOf(leaves);
        structure = Collections.unmodifiableMap(new LinkedHashMap<>(structure));
    }

    /**
     * @throws FormatException naming file, field, expected and found
     */
    public static TreeJson read(Path file) throws IOException {
        return parse(file.getFileName().toString(), Files.readAllBytes(file));
    }

    /** {@code name} stands for the file in messages. */
    public static TreeJson parse(String name, byte[] text) {
        try {
            return new Reader(name).tree(JSON.readTree(Utf8.reader(text, text.length)));
        } catch (IOException e) {
            throw new FormatException(name, "is no JSON: " + Utf8.problem(e));
        }
    }

    private record Reader(String file) {
        TreeJson tree(JsonNode root) {
            if (root == null || !root.isObject()) {
                throw expected("the file", "an object", root);
            }
            List<LeafSpec> leaves = new ArrayList<>();
            JsonNode array = root.path("leaves");
            if (!array.isArray()) {
                throw expected("leaves", "an array", array);
            }
            for (JsonNode leaf : array) {
                leaves.add(leaf("leaves[" + leaves.size() + "]", leaf));
            }
            JsonNode count = root.path("n_params");
            if (!count.isInt() || count.intValue() < 0 || count.intValue() > leaves.size()) {
                throw expected("n_params", "an integer from 0 to " + leaves.size(), count);
            }
            JsonNode jax = root.path("jax");
            JsonNode x64 = root.path("x64");
            if (!x64.isMissingNode() && !x64.isBoolean()) {
                throw expected("x64", "true or false", x64);
            }
            return new TreeJson(
                    jax.asText(""),
                    x64.asBoolean(),
                    count.intValue(),
                    leaves,
                    structure(root.path("structure")));
        }

        private LeafSpec leaf(String field, JsonNode leaf) {
            JsonNode path = leaf.path("path");
            JsonNode dtype = leaf.path("dtype");
            if (!path.isTextual()) {
                throw expected(field + ".path", "a string", path);
            }
            KeyPath keys = keyPath(field + ".path", path.textValue());
            if (!dtype.isTextual()) {
                throw expected(field + ".dtype", "a string", dtype);
            }
            DType type =
                    DType.numpyNamed(dtype.textValue())
                            .orElseThrow(
                                    () ->
                                            expected(
                                                    field + ".dtype",
                                                    "a float, integer or bool type",
                                                    dtype));
            return new LeafSpec(
                    keys,
                    Limits.type(
                            file + ": " + field,
                            type,
                            shape(field + ".shape", leaf.path("shape"))));
        }

        private KeyPath keyPath(String field, String text) {
            try {
                return KeyPath.parse(text);
            } catch (PyTreeException e) {
                throw new FormatException(file + ": " + field, e.getMessage());
            }
        }

        private List<Long> shape(String field, JsonNode shape) {
            if (!shape.isArray()) {
                throw expected(field, "an array", shape);
            }
            List<Long> out = new ArrayList<>();
            for (JsonNode size : shape) {
                if (!size.canConvertToLong() || !size.isIntegralNumber()) {
                    throw expected(field, "integers", size);
                }
                out.add(size.longValue());
            }
            return out;
        }

        private Map<KeyPath, Kind> structure(JsonNode node) {
            Map<KeyPath, Kind> out = new LinkedHashMap<>();
            if (!node.isMissingNode() && !node.isObject()) {
                throw expected("structure", "an object", node);
            }
            for (Map.Entry<String, JsonNode> e : node.properties()) {
                Kind kind =
                        Arrays.stream(Kind.values())
                                .filter(k -> name(k).equals(e.getValue().textValue()))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                expected(
                                                        "structure." + e.getKey(),
                                                        "dict, list, tuple, custom or none",
                                                        e.getValue()));
                out.put(keyPath("structure", e.getKey()), kind);
            }
            return out;
        }

        private FormatException expected(String field, String expected, JsonNode found) {
            String text = found == null || found.isMissingNode() ? "nothing" : found.toString();
            String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
            return new FormatException(
                    file + ": " + field, "expected " + expected + ", found " + shown);
        }
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The file's text. */
    @Override
    public String toString() {
        ObjectNode root = JSON.createObjectNode();
        root.put("jax", jax).put("x64", x64).put("n_params", nParams);
        ArrayNode array = root.putArray("leaves");
        for (LeafSpec leaf : leaves) {
            ObjectNode node = array.addObject().put("path", leaf.path().toString());
            leaf.type().shape().dims().stream().forEach(node.putArray("shape")::add);
            node.put("dtype", leaf.type().dtype().numpyName());
        }
        if (!structure.isEmpty()) {
            ObjectNode node = root.putObject("structure");
            structure.forEach((path, kind) -> node.put(path.toString(), name(kind)));
        }
        return root.toPrettyString() + "\n";
    }
}
