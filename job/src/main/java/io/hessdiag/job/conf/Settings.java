package io.hessdiag.job.conf;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueType;
import io.hessdiag.job.conf.JobConf.IfExists;
import io.hessdiag.job.conf.JobConf.MemoryCheck;
import io.hessdiag.job.conf.JobConf.OutputFormat;
import io.hessdiag.plan.Method;
import io.hessdiag.pytree.PyTreeException;
import io.hessdiag.pytree.Selection;
import io.hessdiag.tensor.DType;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Typed and checked access to the keys of a merged configuration. */
final class Settings {
    private static final long MIB = 1L << 20;
    private static final String AUTO = "auto";

    private final Config config;

    Settings(Config config) {
        this.config = config;
    }

    JobConf jobConf() {
        Optional<String> model = model();
        Path loss = model.isPresent() ? null : path("loss");
        String output = output(model.orElseGet(() -> loss.getFileName().toString()));
        Map<String, Object> settings = new TreeMap<>();
        config.entrySet().forEach(e -> settings.put(e.getKey(), e.getValue().unwrapped()));
        settings.put(model.isPresent() ? "model" : "loss", model.orElse(String.valueOf(loss)));
        settings.put("output.path", output);
        AnalysisConf analysis = new AnalysisSettings(this, config).conf();
        AnalysisSettings.put(analysis, settings);
        return new JobConf(
                loss,
                model,
                new DataSettings(config).conf(),
                output,
                choice("output.format", List.of(OutputFormat.values())),
                memory("output.shard-size"),
                choice("output.if-exists", List.of(IfExists.values())),
                method(),
                choice("dtype", List.of(DType.F64, DType.F32)),
                selection(),
                optionalInt("block.directions"),
                optionalInt("block.examples"),
                memory("memory.block"),
                choice("memory.check", List.of(MemoryCheck.values())),
                optionalInt("partitions"),
                positiveInt("audit.entries"),
                tolerance(),
                analysis,
                settings);
    }

    /** A path, or a URI as it is. */
    private Optional<String> model() {
        String key = "model";
        if (!config.hasPath(key)) {
            return Optional.empty();
        }
        if (config.hasPath("loss")) {
            throw new ConfException(
                    place(key) + ": model and loss exclude each other: expected one of them");
        }
        if (config.hasPath("data.reduction")) {
            throw new ConfException(
                    place("data.reduction")
                            + ": data.reduction: a model decides itself whether its loss is a"
                            + " mean");
        }
        String given = value(key, "a path or a URI", config::getString);
        if (!config.hasPath("data.path")) {
            throw new ConfException(
                    place(key)
                            + ": model "
                            + given
                            + ": expected data beside it, which a model does not hold: data=PATH");
        }
        return Optional.of(Uris.isUri(given) ? given : path(key).toString());
    }

    /**
     * @param input a name or path, whose last part the output is called by
     */
    private String output(String input) {
        String key = "output.path";
        if (!config.hasPath(key)) {
            String name = input.replaceAll("/+$", "").replaceAll(".*/", "");
            return Path.of(name + "-diagonal").toAbsolutePath().toString();
        }
        String given = value(key, "a path or a URI", config::getString);
        if (!Uris.isUri(given)) {
            return path(key).toString();
        }
        return value(key, "a path or a URI", k -> local(URI.create(given)));
    }

    /** This machine's files are written as those of plain paths are. */
    private static String local(URI uri) {
        return uri.getScheme().equals("file")
                ? Path.of(uri.getPath()).normalize().toString()
                : uri.normalize().toString().replaceAll("/+$", "");
    }

    private Path path(String key) {
        if (!config.hasPath(key)) {
            throw new ConfException(key + " is not set: expected a path");
        }
        ConfigOrigin origin = config.getValue(key).origin();
        Path given = value(key, "a path", k -> Path.of(config.getString(k)));
        Path base =
                origin.filename() == null
                        ? Path.of("")
                        : Path.of(origin.filename()).resolveSibling("");
        return base.resolve(given).toAbsolutePath().normalize();
    }

    private <E extends Enum<E>> E choice(String key, List<E> choices) {
        String found = oneOf(key, choices.stream().map(Settings::lower).toList());
        return choices.stream().filter(c -> lower(c).equals(found)).findFirst().orElseThrow();
    }

    private Optional<Method> method() {
        List<String> choices = new ArrayList<>(List.of(AUTO));
        Stream.of(Method.values()).map(Method::text).forEach(choices::add);
        String found = oneOf("method", choices);
        return Stream.of(Method.values()).filter(m -> m.text().equals(found)).findFirst();
    }

    String oneOf(String key, List<String> choices) {
        int last = choices.size() - 1;
        String expected = String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
        return value(
                key,
                expected,
                k -> require(config.getString(k), choices.contains(config.getString(k))));
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private Selection selection() {
        boolean one = config.getValue("select").valueType() == ConfigValueType.STRING;
        List<String> texts =
                value(
                        "select",
                        "a key path or a list of them",
                        k -> one ? List.of(config.getString(k)) : config.getStringList(k));
        try {
            return new Selection(texts);
        } catch (PyTreeException e) {
            throw new ConfException(place("select") + ": select: " + e.getMessage());
        }
    }

    private OptionalInt optionalInt(String key) {
        return config.hasPath(key) ? OptionalInt.of(positiveInt(key)) : OptionalInt.empty();
    }

    private int positiveInt(String key) {
        return value(
                key,
                "a positive whole number",
                k ->
                        require(
                                config.getInt(k),
                                isWhole(config.getDouble(k)) && config.getInt(k) > 0));
    }

    /** The library would cut 1.5 down to 1. */
    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private long memory(String key) {
        return value(
                key,
                "a size of at least 1 MiB, \"64 MiB\" say",
                k -> require(config.getBytes(k), config.getBytes(k) >= MIB));
    }

    private OptionalDouble tolerance() {
        String key = "audit.tolerance";
        return config.hasPath(key)
                ? OptionalDouble.of(
                        value(
                                key,
                                "a positive number",
                                k ->
                                        require(
                                                config.getDouble(k),
                                                config.getDouble(k) > 0
                                                        && Double.isFinite(config.getDouble(k)))))
                : OptionalDouble.empty();
    }

    static <T> T require(T value, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    <T> T value(String key, String expected, Function<String, T> read) {
        try {
            return read.apply(key);
        } catch (ConfigException | IllegalArgumentException e) {
            throw wrong(key, expected);
        }
    }

    private ConfException wrong(String key, String expected) {
        return new ConfException(
                place(key)
                        + ": "
                        + key
                        + ": expected "
                        + expected
                        + ", found "
                        + config.getValue(key).render(ConfigRenderOptions.concise()));
    }

    private String place(String key) {
        return place(config.getValue(key).origin());
    }

    static String place(ConfigOrigin origin) {
        return origin.filename() == null
                ? origin.description()
                : Path.of(origin.filename()).getFileName() + ":" + origin.lineNumber();
    }
}
