package io.hessdiag.job.conf;

import static io.hessdiag.job.conf.Settings.require;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueType;
import io.hessdiag.derived.Constants;
import io.hessdiag.derived.Quantity;
import io.hessdiag.derived.Ranking;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys below {@code derived} and {@code ranking}, and {@code report}. */
final class AnalysisSettings {
    private static final String AUTO = "auto";

    /** Ranked entries of every leaf are in the driver's memory, and in one file. */
    private static final int MOST_RANKED = 10_000;

    private final Settings settings;
    private final Config config;

    AnalysisSettings(Settings settings, Config config) {
        this.settings = settings;
        this.config = config;
    }

    AnalysisConf conf() {
        return new AnalysisConf(
                outputs(),
                number("derived.prior-precision", "a number of at least 0", a -> a >= 0),
                number("derived.damping", "a positive number", Constants::isDamping),
                examples(),
                new Ranking(
                        quantity(settings.oneOf("ranking.by", names())),
                        settings.oneOf("ranking.order", List.of("largest", "smallest"))
                                .equals("smallest"),
                        top()),
                settings.oneOf("report", List.of("true", "false")).equals("true"));
    }

    /** The values as they were understood, so that equal ones are equal as text. */
    static void put(AnalysisConf conf, Map<String, Object> settings) {
        String outputs =
                conf.outputs().stream().map(Quantity::text).collect(Collectors.joining(", "));
        settings.put("derived.outputs", outputs);
        settings.put("derived.prior-precision", conf.priorPrecision());
        settings.put("derived.damping", conf.damping());
        settings.put(
                "derived.examples",
                conf.examples().isPresent() ? conf.examples().getAsDouble() : AUTO);
        settings.put("ranking.top", conf.ranking().top());
    }

    /** In the order of their table; each once. */
    private List<Quantity> outputs() {
        String key = "derived.outputs";
        String expected = "some of " + String.join(", ", names());
        Set<String> found =
                settings.value(
                        key,
                        expected,
                        k -> {
                            Set<String> words = new LinkedHashSet<>(words(k));
                            return require(words, names().containsAll(words));
                        });
        return Stream.of(Quantity.values()).filter(q -> found.contains(q.text())).toList();
    }

    /** A list, or words with commas between them as the command line has them. */
    private List<String> words(String key) {
        if (config.getValue(key).valueType() == ConfigValueType.LIST) {
            return config.getStringList(key);
        }
        return Stream.of(config.getString(key).replaceAll("^\\[|]$", "").split(","))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static List<String> names() {
        return Stream.of(Quantity.values()).map(Quantity::text).toList();
    }

    private static Quantity quantity(String text) {
        return Stream.of(Quantity.values())
                .filter(q -> q.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private OptionalDouble examples() {
        String key = "derived.examples";
        return config.getValue(key).unwrapped().equals(AUTO)
                ? OptionalDouble.empty()
                : OptionalDouble.of(number(key, "auto or a positive number", n -> n > 0));
    }

    private double number(String key, String expected, DoublePredicate holds) {
        return settings.value(
                key,
                expected,
                k -> {
                    double found = config.getDouble(k);
                    return require(found, Double.isFinite(found) && holds.test(found));
                });
    }

    private int top() {
        return settings.value(
                "ranking.top",
                "a whole number from 0 to " + MOST_RANKED,
                k ->
                        require(
                                config.getInt(k),
                                config.getDouble(k) == config.getInt(k)
                                        && config.getInt(k) >= 0
                                        && config.getInt(k) <= MOST_RANKED));
    }
}
