package io.hessdiag.job.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a run's bits depend on, by name and as text: runs of equal components may use
 * each other's work units.
 */
public record RunIdentity(Map<String, String> components) {
    /** Where summary.json and run.json have it. */
    public static final String FIELD = "components";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "nothing";

    public RunIdentity {
        components = new TreeMap<>(components);
    }

    /** SHA-256 of the components, 64 hexadecimal digits. */
    public String fingerprint() {
        return Sha256.of(toJson().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** {@code dtype: then f64, now f32; ...}; empty when nothing differs. */
    public String differencesFrom(RunIdentity earlier) {
        TreeSet<String> keys = new TreeSet<>(components.keySet());
        keys.addAll(earlier.components.keySet());
        return keys.stream()
                .filter(k -> !value(k).equals(earlier.value(k)))
                .map(k -> k + ": then " + earlier.value(k) + ", now " + value(k))
                .collect(Collectors.joining("; "));
    }

    private String value(String key) {
        return components.getOrDefault(key, NOTHING);
    }

    public ObjectNode toJson() {
        ObjectNode node = JSON.createObjectNode();
        components.forEach(node::put);
        return node;
    }

    /** Empty when this is no object of strings. */
    public static Optional<RunIdentity> fromJson(JsonNode node) {
        if (node == null || !node.isObject()) {
            return Optional.empty();
        }
        Map<String, String> components = new TreeMap<>();
        node.fields().forEachRemaining(f -> components.put(f.getKey(), f.getValue().asText()));
        return Optional.of(new RunIdentity(components));
    }
}
