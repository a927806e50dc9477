package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The DAG of {@code conf/airflow}, read with stand-ins for Airflow's classes that refuse arguments
 * which Airflow's lack; the commands that Airflow would run, run.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AirflowTest {
    private static final Path DAG = Bundles.CONF.resolve("airflow/hessian_diagonal_dag.py");
    private static final Path STAND_IN =
            Bundles.CONF.resolveSibling("job").resolve("src/test/resources/airflow");
    private static final String DATE = "2026-01-02";

    @TempDir private Path folder;
    private Path home;

    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectories(folder.resolve("home of it"));
    }

    /** The tasks of both DAGs, in the file's order: by SparkSubmitOperator, by BashOperator. */
    private List<JsonNode> tasks(String version, String bundle) throws IOException {
        Map<String, String> settings =
                Map.of(
                        "HESSDIAG_HOME",
                        home.toString(),
                        "HESSDIAG_BUNDLE",
                        bundle,
                        "HESSDIAG_RESULTS",
                        folder.resolve("results").toString());
        Python.Result result =
                Python.any()
                        .run(
                                STAND_IN,
                                settings,
                                "stand_in.py",
                                DAG.toString(),
                                version,
                                DATE,
                                "local[2]");
        assertEquals(0, result.exitCode(), result.text());
        JsonNode tasks = new ObjectMapper().readTree(result.text());
        return List.of(tasks.get(0), tasks.get(1));
    }

    private static List<String> words(JsonNode task) {
        List<String> words = new ArrayList<>();
        task.path("command").forEach(word -> words.add(word.textValue()));
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3"})
    void tasksAreDailyRetriedAndEndInTime(String version) throws IOException {
        for (JsonNode task : tasks(version, "bundle")) {
            assertEquals("@daily", task.path("schedule").asText());
            assertFalse(task.path("catchup").asBoolean(true));
            assertTrue(task.path("retries").asInt() > 0);
            assertTrue(task.path("timeout").asDouble() > 0);
            assertFalse(task.toString().contains("{{"), task::toString);
        }
    }

    @Test
    void sparkSubmitOperatorWritesTheDatesOutputAndARetryFindsIt() throws Exception {
        List<String> command = words(tasks("3", Bundles.LINEAR.toString()).get(0));
        assertEquals("spark-submit", command.get(0));
        Path jar = Files.createDirectories(home.resolve("job/target")).resolve("hessdiag-job.jar");
        assertTrue(command.contains(SparkJvm.jobJar(jar).toString()), command::toString);
        Path output = folder.resolve("results").resolve(DATE);
        List<String> arguments = command.subList(1, command.size());
        try (Submission first = Submission.start(folder, arguments)) {
            first.assertExitCode(0);
        }
        assertTrue(Files.exists(output.resolve("_SUCCESS")));
        byte[] summary = Files.readAllBytes(output.resolve("summary.json"));
        Object[] words = command.subList(command.indexOf("run"), command.size()).toArray();
        Outcome retry = Outcome.of(words);
        assertEquals(0, retry.exitCode(), retry.err());
        assertEquals(
                new ObjectMapper().readTree(summary),
                new ObjectMapper().readTree(output.resolve("summary.json").toFile()),
                "nothing is computed again");
        assertBrokenBundleIsTold(command);
    }

    /** Airflow shows the last lines and the exit code. */
    private void assertBrokenBundleIsTold(List<String> command) throws Exception {
        Path broken = Bundles.copy(Bundles.LINEAR, folder.resolve("broken"));
        Files.writeString(broken.resolve("loss.mlir"), "module {");
        List<String> arguments = new ArrayList<>(command.subList(1, command.size()));
        arguments.set(arguments.indexOf(Bundles.LINEAR.toString()), broken.toString());
        arguments.replaceAll(word -> word.replace("results/" + DATE, "results/other"));
        try (Submission failing = Submission.start(folder, arguments)) {
            failing.assertExitCode(3);
            String line = failing.lastLine();
            assertTrue(line.matches("hessdiag: loss\\.mlir:1:9: .*expected.*"), line);
        }
        assertFalse(Files.exists(folder.resolve("results/other")));
    }

    @Test
    void bashOperatorHandsSubmitShItsWordsAndItsExitCodeOn() throws Exception {
        JsonNode task = tasks("2", "bundle of {{ ds }}").get(1);
        Path script = home.resolve("submit.sh");
        Files.writeString(script, "#!/bin/sh\nfor word; do echo \"$word\"; done\nexit 3\n");
        assertTrue(script.toFile().setExecutable(true));
        ProcessBuilder builder = new ProcessBuilder(words(task));
        assertTrue(task.path("append_env").asBoolean(), "the environment has the PATH");
        for (Map.Entry<String, JsonNode> e : task.path("env").properties()) {
            builder.environment().put(e.getKey(), e.getValue().textValue());
        }
        Path out = folder.resolve("out");
        assertEquals(3, builder.redirectOutput(out.toFile()).start().waitFor());
        String output = "output.path=" + folder.resolve("results").resolve(DATE);
        try (Stream<String> lines = Files.lines(out)) {
            assertEquals(
                    List.of(
                            "--master",
                            "local[*]",
                            "run",
                            "bundle of " + DATE,
                            output,
                            "output.if-exists=resume"),
                    lines.toList());
        }
    }
}
