package io.hessdiag.job.conf;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Reads a {@link JobConf} from a HOCON file, a bundle's folder or a saved model's, with {@code
 * key=value} words on top. Relative paths count from the file they stand in; on the command line
 * from the working directory.
 */
public final class JobConfReader {
    static final String COMMAND_LINE = "command line";

    private static final String DATA = "data";
    private static final String DATA_PATH = "data.path";

    private static final String DATA_COLUMNS = "data.columns";
    static final String DATA_OPTIONS = "data.options";

    /** Keys that take a list or an object on the command line, too. */
    private static final Set<String> STRUCTURED = Set.of(DATA_PATH, DATA_COLUMNS, DATA_OPTIONS);

    private static final Set<String> KEYS =
            new TreeSet<>(
                    List.of(
                            "loss",
                            "model",
                            DATA_PATH,
                            "data.format",
                            DATA_COLUMNS,
                            "data.weight",
                            "data.reduction",
                            "data.broadcast",
                            "data.check-classes",
                            "output.path",
                            "output.format",
                            "output.shard-size",
                            "output.if-exists",
                            "method",
                            "dtype",
                            "select",
                            "block.directions",
                            "block.examples",
                            "memory.block",
                            "memory.check",
                            "partitions",
                            "audit.entries",
                            "audit.tolerance"));

    private JobConfReader() {}

    /** All that a configuration may set; {@code data.options} aside, whose keys are Spark's. */
    public static Set<String> keys() {
        return Collections.unmodifiableSet(KEYS);
    }

    /**
     * The configuration for {@code source}, a HOCON file or the folder of a loss bundle or model;
     * if it is null, for the words alone.
     *
     * @param words {@code key=value} each; {@code select} may be given several times
     * @throws ConfException naming the key, where it stands and what was expected
     */
    public static JobConf read(Path source, List<String> words) {
        return read(source(source), words);
    }

    /** The same for a path or a URI; elsewhere than on this machine there can only be models. */
    public static JobConf readFrom(String source, List<String> words) {
        return read(
                Uris.localPath(source)
                        .map(JobConfReader::source)
                        .orElseGet(() -> input("model", source)),
                words);
    }

    private static JobConf read(Config source, List<String> words) {
        Config config = commandLine(words).withFallback(source).withFallback(defaults());
        refuseUnknownKeys(config);
        return new Settings(config).jobConf();
    }

    private static Config defaults() {
        return ConfigFactory.parseResources(JobConfReader.class, "defaults.conf");
    }

    private static Config source(Path source) {
        if (source == null) {
            return ConfigFactory.empty();
        }
        return Files.isDirectory(source)
                ? input(isModel(source) ? "model" : "loss", source.toString())
                : file(source);
    }

    private static Config input(String key, String place) {
        return ConfigFactory.empty().withValue(key, ConfigValueFactory.fromAnyRef(place));
    }

    /** Whether a folder is a saved model rather than a bundle. */
    public static boolean isModel(Path folder) {
        return Files.isDirectory(folder.resolve("metadata"))
                && Files.notExists(folder.resolve("loss.mlir"));
    }

    /** {@code data} by itself is {@code data.path}. */
    private static Config longForm(Config config) {
        if (!config.hasPath(DATA) || config.getValue(DATA).valueType() == ConfigValueType.OBJECT) {
            return config;
        }
        return config.withoutPath(DATA).withValue(DATA_PATH, config.getValue(DATA));
    }

    private static Config file(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ConfException(file + ": no such configuration file or bundle folder");
        }
        try {
            return longForm(
                    ConfigFactory.parseFile(
                                    file.toFile(),
                                    ConfigParseOptions.defaults().setAllowMissing(false))
                            .resolve());
        } catch (ConfigException e) {
            throw new ConfException(oneLine(e.getMessage()));
        } catch (StackOverflowError e) {
            throw new ConfException(file + ": nested too deeply");
        }
    }

    private static Config commandLine(List<String> words) {
        Config config = ConfigFactory.empty();
        List<String> selections = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new ConfException(COMMAND_LINE + ": " + word + ": expected key=value");
            }
            String given = word.substring(0, equals);
            String key = given.equals(DATA) ? DATA_PATH : given;
            String value = word.substring(equals + 1);
            if (!isKnown(key)) {
                throw unknown(COMMAND_LINE, key);
            }
            if (key.equals("select")) {
                selections.add(value);
            }
            Object held = key.equals("select") ? List.copyOf(selections) : held(key, value);
            config = config.withValue(key, ConfigValueFactory.fromAnyRef(held, COMMAND_LINE));
        }
        return config;
    }

    /** A word's value; lists and objects are written as in a document where a key takes them. */
    private static Object held(String key, String value) {
        boolean isList = value.startsWith("[") && value.endsWith("]");
        boolean isObject = value.startsWith("{") && value.endsWith("}");
        if (!STRUCTURED.contains(key) || !isList && !isObject) {
            return value;
        }
        try {
            return ConfigFactory.parseString("held = " + value).getValue("held").unwrapped();
        } catch (ConfigException e) {
            throw new ConfException(
                    COMMAND_LINE + ": " + key + ": expected a list or an object, found " + value);
        }
    }

    /** Columns and the options of Spark's readers have names of their own. */
    private static boolean isKnown(String key) {
        return KEYS.contains(key)
                || key.equals(DATA_OPTIONS)
                || AnalysisConf.KEYS.contains(key)
                || key.startsWith("data.columns.")
                || key.startsWith("data.options.");
    }

    private static void refuseUnknownKeys(Config config) {
        config.entrySet().stream()
                .filter(e -> !isKnown(e.getKey()))
                .min(Comparator.comparingInt(e -> e.getValue().origin().lineNumber()))
                .ifPresent(
                        e -> {
                            throw unknown(Settings.place(e.getValue().origin()), e.getKey());
                        });
    }

    private static ConfException unknown(String place, String key) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String near =
                Stream.concat(KEYS.stream(), AnalysisConf.KEYS.stream())
                        .sorted(Comparator.comparingInt(k -> distance.apply(key, k)))
                        .limit(3)
                        .collect(Collectors.joining(", "));
        return new ConfException(place + ": unknown key " + key + "; the nearest: " + near);
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
