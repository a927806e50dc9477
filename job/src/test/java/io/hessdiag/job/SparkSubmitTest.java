package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job as users start it: by Spark's own SparkSubmit, in a process of its own. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SparkSubmitTest {
    private static final long MOST_SECONDS = 240;

    @TempDir private Path folder;
    private Path jar;

    @BeforeEach
    void packJob() throws IOException {
        jar = SparkJvm.jobJar(folder.resolve("job.jar"));
    }

    private Process submit(String master, List<String> options, Object... words)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", master, "--conf", "spark.ui.enabled=false"));
        command.addAll(options);
        command.addAll(List.of("--class", HessianDiagonalJob.class.getName(), jar.toString()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = SparkJvm.command(command.toArray(String[]::new));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.redirectOutput(folder.resolve("stdout").toFile());
        builder.redirectError(folder.resolve("stderr").toFile());
        return builder.start();
    }

    private int exitCode(Process process) throws InterruptedException {
        try {
            assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), this::stderr);
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String stderr() {
        return SparkJvm.read(folder.resolve("stderr"));
    }

    @Test
    void standaloneClusterGivesTheBitsOfOneCore() throws Exception {
        Path output = folder.resolve("cluster");
        try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2)) {
            List<String> options =
                    List.of(
                            "--conf", "spark.executor.memory=512m",
                            "--conf", "spark.driver.host=127.0.0.1",
                            "--conf", "spark.scheduler.minRegisteredResourcesRatio=1.0",
                            "--conf", "spark.scheduler.maxRegisteredResourcesWaitingTime=90s");
            Process job =
                    submit(
                            cluster.url(),
                            options,
                            "run",
                            Bundles.DIGITS,
                            "output.path=" + output,
                            "partitions=8");
            assertEquals(0, exitCode(job), this::stderr);
            for (int i = 0; i < 2; i++) {
                assertTrue(cluster.executorLogs(i).contains("Finished task"), "worker " + i);
            }
        }
        Path local = folder.resolve("local");
        Process job = submit("local[1]", List.of(), "run", Bundles.DIGITS, "output.path=" + local);
        assertEquals(0, exitCode(job), this::stderr);
        assertArrayEquals(
                Files.readAllBytes(local.resolve("diagonal.npz")),
                Files.readAllBytes(output.resolve("diagonal.npz")));
    }

    @Test
    void exitCodeAndLastLineComeThrough() throws Exception {
        Process job = submit("local[1]", List.of(), "run", folder.resolve("nothing"));
        assertEquals(2, exitCode(job), this::stderr);
        List<String> lines = stderr().lines().toList();
        assertEquals(
                "hessdiag: "
                        + folder.resolve("nothing")
                        + ": no such configuration file or bundle folder",
                lines.get(lines.size() - 1));
    }

    @Test
    void terminationLeavesNothingBehind() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Process job =
                submit(
                        "local[1]",
                        List.of(),
                        "run",
                        Bundles.DIGITS,
                        "output.path=" + target.resolve("out"),
                        "method=index",
                        "block.directions=1");
        try {
            while (job.isAlive() && isEmpty(target)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertTrue(job.isAlive(), this::stderr);
            job.destroy();
            assertEquals(128 + 15, exitCode(job), this::stderr);
            assertTrue(stderr().endsWith("hessdiag: stopped by a signal\n"), this::stderr);
            assertTrue(isEmpty(target));
            assertFalse(Files.exists(target.resolve("out")));
        } finally {
            job.destroyForcibly();
        }
    }

    @Test
    void killedRunIsResumedWithTheSameBits() throws Exception {
        List<Object> words = List.of("run", Bundles.DIGITS, "method=index", "block.directions=8");
        Path output = folder.resolve("out");
        Path units = folder.resolve(".out-units");
        Object[] resumed = words(words, "output.path=" + output, "output.if-exists=resume");
        int finished = interrupt(units, submit("local[1]", List.of(), resumed), false);
        assertFalse(Files.exists(output));
        assertEquals(0, exitCode(submit("local[1]", List.of(), resumed)), this::stderr);
        JsonNode counts =
                new ObjectMapper().readTree(output.resolve("summary.json").toFile()).path("units");
        assertEquals(finished, counts.path("resumed").asInt());
        assertTrue(finished < counts.path("total").asInt(), counts::toString);
        assertFalse(Files.exists(units));
        Path whole = folder.resolve("whole");
        Process job = submit("local[2]", List.of(), words(words, "output.path=" + whole));
        assertEquals(0, exitCode(job), this::stderr);
        assertArrayEquals(
                Files.readAllBytes(whole.resolve("diagonal.npz")),
                Files.readAllBytes(output.resolve("diagonal.npz")));
    }

    @Test
    void terminationKeepsFinishedUnitsAlone() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Process job =
                submit(
                        "local[1]",
                        List.of(),
                        "run",
                        Bundles.DIGITS,
                        "output.path=" + target.resolve("out"),
                        "output.if-exists=resume",
                        "method=index",
                        "block.directions=8");
        interrupt(target.resolve(".out-units"), job, true);
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(List.of(target.resolve(".out-units")), files.toList());
        }
    }

    private static Object[] words(List<Object> some, Object... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toArray();
    }

    /** Ends the job when a few units are finished; returns how many it has left. */
    private int interrupt(Path units, Process job, boolean politely) throws Exception {
        try {
            while (job.isAlive() && finished(units) < 5) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertTrue(job.isAlive(), this::stderr);
            if (politely) {
                job.destroy();
            } else {
                job.destroyForcibly();
            }
            assertTrue(job.waitFor(MOST_SECONDS, TimeUnit.SECONDS), this::stderr);
            return finished(units);
        } finally {
            job.destroyForcibly();
        }
    }

    private static int finished(Path units) throws IOException {
        if (!Files.isDirectory(units)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(units)) {
            return (int) files.filter(f -> f.getFileName().toString().startsWith("unit-")).count();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
