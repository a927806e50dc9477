package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.internal.config.ConfigEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings for spark-submit in conf/spark. */
class SparkProfilesTest {
    private static final Path PROFILES = Bundles.CONF.resolve("spark");

    /** Of modules that are not among Maven's jars, and of classes that Spark looks up late. */
    private static final Set<String> DOCUMENTED =
            Set.of(
                    "spark.master",
                    "spark.kubernetes.container.image",
                    "spark.kubernetes.namespace",
                    "spark.kubernetes.executor.request.cores",
                    "spark.kubernetes.submission.waitAppCompletion",
                    "spark.yarn.maxAppAttempts",
                    "spark.yarn.submit.waitAppCompletion",
                    "spark.standalone.submit.waitAppCompletion");

    /** Whose keys end as their users like. */
    private static final String ENVIRONMENT = "spark.executorEnv.";

    /** Spark's objects of keys register them when they are loaded. */
    @BeforeAll
    static void registerKeys() throws ClassNotFoundException {
        for (String group : List.of("package$", "UI$", "Network$")) {
            Class.forName("org.apache.spark.internal.config." + group);
        }
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(PROFILES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }

    private static boolean isKnown(String key) {
        return ConfigEntry.findEntry(key) != null
                || DOCUMENTED.contains(key)
                || key.startsWith(ENVIRONMENT) && key.length() > ENVIRONMENT.length();
    }

    /** Those that are shown commented out, too. */
    private static Set<String> keys(String name) throws IOException {
        Set<String> keys = new TreeSet<>(read(name).stringPropertyNames());
        for (String line : Files.readAllLines(PROFILES.resolve(name))) {
            if (line.startsWith("# spark.")) {
                keys.add(line.substring(2).split("\\s+", 2)[0]);
            }
        }
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"local.conf", "standalone.conf", "yarn.conf", "kubernetes.conf"})
    void everyKeyIsOneOfSparks(String name) throws IOException {
        Set<String> unknown = new TreeSet<>(keys(name));
        unknown.removeIf(SparkProfilesTest::isKnown);
        assertEquals(Set.of(), unknown);
        for (Map.Entry<Object, Object> e : read(name).entrySet()) {
            String value = e.getValue().toString();
            assertEquals(value.strip(), value, e.getKey() + ": Spark keeps blanks at the end");
            assertTrue(!value.isEmpty(), e.getKey().toString());
        }
    }

    @Test
    void whatCouldNotBeTriedSaysSo() throws IOException {
        for (String name : List.of("yarn.conf", "kubernetes.conf")) {
            String text = Files.readString(PROFILES.resolve(name));
            assertTrue(text.contains("# NOT TRIED"), name);
        }
    }
}
