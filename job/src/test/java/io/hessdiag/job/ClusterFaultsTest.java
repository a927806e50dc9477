package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs on a standalone cluster of two workers that lose something on the way: whatever it is, the
 * result has the bits of one core, or the run fails and says why. The settings are those of
 * conf/spark/standalone.conf.
 */
@Tag("cluster")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ClusterFaultsTest {
    private static final String TASK_DONE = "Finished task";

    @TempDir private static Path folder;
    private static StandaloneCluster cluster;
    private static byte[] bitsOfOneCore;

    @BeforeAll
    static void startCluster() throws Exception {
        SparkJvm.jobJar(folder.resolve("job.jar"));
        cluster = StandaloneCluster.start(folder, 2);
        Path local = folder.resolve("local");
        System.setProperty("spark.master", "local[1]");
        System.setProperty("spark.ui.enabled", "false");
        try {
            Outcome outcome = Outcome.of(words(local));
            assertEquals(0, outcome.exitCode(), outcome.err());
        } finally {
            System.clearProperty("spark.master");
            System.clearProperty("spark.ui.enabled");
        }
        bitsOfOneCore = bits(local);
    }

    @AfterAll
    static void stopCluster() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    /** Where a test has taken one away. */
    @AfterEach
    void replaceWorkers() throws Exception {
        cluster.restore();
    }

    /** Some seconds of work in many tasks. */
    private static Object[] words(Path output) {
        return new Object[] {
            "run",
            Bundles.DIGITS,
            "output.path=" + output,
            "select=['dense_0']['kernel'][0:24]",
            "method=index",
            "block.directions=1",
            "partitions=64",
            "audit.entries=2"
        };
    }

    private static byte[] bits(Path output) throws IOException {
        return Files.readAllBytes(output.resolve("diagonal.npz"));
    }

    private static Submission submit(Path output, String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(StandaloneCluster.WHEN_ALL_ARE_THERE);
        return Submission.start(folder, cluster.options(all), words(output));
    }

    private static void assertBitsOfOneCore(Submission job, Path output) throws Exception {
        job.assertExitCode(0);
        assertArrayEquals(bitsOfOneCore, bits(output));
    }

    @Test
    void bothWorkersComputeAndSlowTasksRunTwice() throws Exception {
        Path output = folder.resolve("speculation");
        Path events = Files.createDirectory(folder.resolve("events"));
        try (Submission job =
                submit(
                        output,
                        "spark.serializer=org.apache.spark.serializer.KryoSerializer",
                        "spark.speculation.interval=10ms",
                        "spark.speculation.multiplier=1.01",
                        "spark.speculation.quantile=0.1",
                        "spark.speculation.minTaskRuntime=1ms",
                        "spark.eventLog.enabled=true",
                        "spark.eventLog.compress=false",
                        "spark.eventLog.rolling.enabled=false",
                        "spark.eventLog.dir=" + events.toUri())) {
            assertBitsOfOneCore(job, output);
            assertTrue(job.stderr().contains("as speculatable"), job::stderr);
        }
        EventLog log = EventLog.in(events);
        assertEquals(List.of("0", "1"), log.executorsOfTasks());
    }

    @Test
    void tasksOfALostExecutorAreTriedAgain() throws Exception {
        Path output = folder.resolve("executor");
        try (Submission job = submit(output)) {
            job.awaitLog(TASK_DONE);
            cluster.killExecutors(0);
            assertBitsOfOneCore(job, output);
            assertTrue(job.stderr().contains("Lost executor"), job::stderr);
        }
    }

    @Test
    void aTaskThatFailsTooOftenEndsTheRun() throws Exception {
        Path output = folder.resolve("failures");
        List<String> settings = new ArrayList<>(StandaloneCluster.WHEN_ALL_ARE_THERE);
        // Spark refuses fewer failures than it would let one machine have.
        settings.add("spark.excludeOnFailure.enabled=false");
        settings.add("spark.speculation=false");
        settings.add("spark.task.maxFailures=1");
        // One task for each executor, of many times the second that it gets.
        Object[] twoTasks = {
            "run",
            Bundles.DIGITS,
            "output.path=" + output,
            "method=index",
            "block.directions=1",
            "partitions=2"
        };
        try (Submission job = Submission.start(folder, cluster.options(settings), twoTasks)) {
            job.awaitLog("Starting task 1.0 in stage 0.0");
            TimeUnit.SECONDS.sleep(1);
            cluster.killExecutors(0);
            job.assertExitCode(1);
            assertTrue(
                    job.lastLine().startsWith("hessdiag: ")
                            && job.lastLine().contains("failed 1 times, most recent failure:")
                            && job.lastLine().contains("Command exited with code 137"),
                    job::lastLine);
        }
        assertFalse(Files.exists(output));
    }

    @Test
    void anExecutorWithoutItsDiskIsAvoided() throws Exception {
        Path output = folder.resolve("disk");
        // No memory for Spark's blocks, and no result without one: every task needs the disk.
        try (Submission job =
                submit(
                        output,
                        "spark.memory.fraction=0.000001",
                        "spark.task.maxDirectResultSize=1")) {
            job.awaitLog(TASK_DONE);
            cluster.deleteDisk(0);
            assertBitsOfOneCore(job, output);
            assertTrue(job.stderr().contains("Excluding executor"), job::stderr);
        }
    }

    @Test
    void tasksOfALostWorkerMoveToTheOther() throws Exception {
        Path output = folder.resolve("worker");
        try (Submission job = submit(output)) {
            job.awaitLog(TASK_DONE);
            cluster.killWorker(1);
            assertBitsOfOneCore(job, output);
            assertTrue(job.stderr().contains("Lost executor"), job::stderr);
        }
    }

    /** Driver and executor are on the cluster; whoever submits sees the driver's state only. */
    @Test
    void inClusterModeTheDriverIsOnTheCluster() throws Exception {
        Path output = folder.resolve("cluster-mode");
        try (Submission job = submitToCluster(words(output))) {
            assertBitsOfOneCore(job, output);
            assertTrue(job.stderr().contains(" is FINISHED, exiting"), job::stderr);
        }
    }

    @Test
    void inClusterModeAFailedRunIsToldByItsStateAndTheDriversLog() throws Exception {
        Path missing = folder.resolve("nothing");
        try (Submission job = submitToCluster("run", missing)) {
            job.assertExitCode(0);
            assertTrue(job.lastLine().contains(" is FAILED, exiting spark-submit"), job::lastLine);
        }
        String expected =
                "hessdiag: " + missing + ": no such configuration file or bundle folder\n";
        assertTrue(cluster.driverLogs().contains(expected), cluster::driverLogs);
    }

    private static Submission submitToCluster(Object... words) throws IOException {
        List<String> options = cluster.options(List.of());
        options.addAll(List.of("--deploy-mode", "cluster", "--driver-memory", "512m"));
        return Submission.start(folder, options, words);
    }
}
