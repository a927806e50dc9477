package io.hessdiag.job.conf;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.hessdiag.job.conf.DataConf.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys below {@code data}. */
final class DataSettings {
    private static final String AUTO = "auto";

    private final Config config;

    DataSettings(Config config) {
        this.config = config;
    }

    /** Empty when there is no {@code data.path}. */
    Optional<DataConf> conf() {
        if (!config.hasPath("data.path")) {
            config.entrySet().stream()
                    .filter(e -> e.getKey().startsWith("data."))
                    .findFirst()
                    .ifPresent(
                            e -> {
                                throw wrong(e.getKey(), "data.path beside it");
                            });
            return Optional.empty();
        }
        return Optional.of(
                new DataConf(
                        paths(),
                        choice("data.format", formats()).map(DataSettings::format),
                        columns(),
                        config.hasPath("data.weight")
                                ? Optional.of(config.getString("data.weight"))
                                : Optional.empty(),
                        choice("data.reduction", List.of("mean", "sum")).map("mean"::equals),
                        choice("data.broadcast", List.of("true", "false")).map("true"::equals),
                        choice("data.check-classes", List.of("true", "false"))
                                .map("true"::equals)
                                .orElse(true),
                        options()));
    }

    private static List<String> formats() {
        return Stream.of(Format.values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static Format format(String name) {
        return Format.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private List<String> paths() {
        List<String> out = new ArrayList<>();
        for (String path : strings("data.path", config.getValue("data.path"))) {
            out.add(absolute(path, config.getValue("data.path").origin()));
        }
        return out;
    }

    /** As for other paths; what names a file system is left as it is. */
    private static String absolute(String path, ConfigOrigin origin) {
        if (path.contains(":/")) {
            return path;
        }
        Path base =
                origin.filename() == null
                        ? Path.of("")
                        : Path.of(origin.filename()).resolveSibling("");
        return base.resolve(path).toAbsolutePath().normalize().toString();
    }

    private Optional<String> choice(String key, List<String> choices) {
        String found = config.hasPath(key) ? config.getString(key) : AUTO;
        if (found.equals(AUTO)) {
            return Optional.empty();
        }
        if (!choices.contains(found)) {
            throw wrong(key, AUTO + ", " + String.join(", ", choices));
        }
        return Optional.of(found);
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> out = new LinkedHashMap<>();
        if (!config.hasPath("data.columns")) {
            return out;
        }
        ConfigValue value = config.getValue("data.columns");
        if (value.valueType() == ConfigValueType.OBJECT) {
            config.getObject("data.columns")
                    .forEach((k, v) -> out.put(k, strings("data.columns." + k, v)));
            return out;
        }
        List<List<String>> listed = new ArrayList<>();
        if (value.valueType() == ConfigValueType.LIST) {
            config.getList("data.columns").forEach(v -> listed.add(strings("data.columns", v)));
        } else {
            Stream.of(config.getString("data.columns").split(","))
                    .forEach(c -> listed.add(List.of(c.strip())));
        }
        for (int i = 0; i < listed.size(); i++) {
            out.put(DataConf.position(i), listed.get(i));
        }
        return out;
    }

    private Map<String, String> options() {
        Map<String, String> out = new LinkedHashMap<>();
        String key = JobConfReader.DATA_OPTIONS;
        if (config.hasPath(key)) {
            if (config.getValue(key).valueType() != ConfigValueType.OBJECT) {
                throw wrong(key, "an object");
            }
            // A name with dots is one name here, and a path to HOCON.
            for (Map.Entry<String, ConfigValue> e : config.getConfig(key).entrySet()) {
                String name = String.join(".", ConfigUtil.splitPath(e.getKey()));
                out.put(name, e.getValue().unwrapped().toString());
            }
        }
        return out;
    }

    private List<String> strings(String key, ConfigValue value) {
        if (value.valueType() == ConfigValueType.LIST) {
            List<String> out = new ArrayList<>();
            ((List<?>) value.unwrapped()).forEach(v -> out.add(v.toString()));
            return out;
        }
        if (value.valueType() == ConfigValueType.OBJECT) {
            throw wrong(key, "a string or a list of strings");
        }
        return List.of(value.unwrapped().toString());
    }

    private ConfException wrong(String key, String expected) {
        try {
            ConfigValue value = config.getValue(key);
            return new ConfException(
                    Settings.place(value.origin())
                            + ": "
                            + key
                            + ": expected "
                            + expected
                            + ", found "
                            + JobConfReader.oneLine(value.render()));
        } catch (ConfigException e) {
            return new ConfException(key + ": expected " + expected);
        }
    }
}
