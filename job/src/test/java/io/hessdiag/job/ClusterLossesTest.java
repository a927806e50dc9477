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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is finished on a standalone cluster and then lost, with the driver or from a disk, is got
 * back: what was kept by reading it, the rest by computing it again, and the bits are those of one
 * core.
 */
@Tag("cluster")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClusterLossesTest {
    @TempDir private static Path folder;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void startCluster() throws Exception {
        SparkJvm.jobJar(folder.resolve("job.jar"));
        cluster = StandaloneCluster.start(folder, 2);
    }

    @AfterAll
    static void stopCluster() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
        System.clearProperty("spark.ui.enabled");
    }

    private static Object[] words(Path output, Object... more) {
        return Stream.concat(
                        Stream.of(
                                "run", Bundles.DIGITS, "output.path=" + output, "audit.entries=2"),
                        Stream.of(more))
                .toArray();
    }

    private static Submission submit(Object[] words, String... settings) throws IOException {
        List<String> all = new ArrayList<>(StandaloneCluster.WHEN_ALL_ARE_THERE);
        all.addAll(List.of(settings));
        return Submission.start(folder, cluster.options(all), words);
    }

    private static void assertBitsOfOneCore(Path output, Object... more) throws IOException {
        Path local = output.resolveSibling(output.getFileName() + "-local");
        System.setProperty("spark.master", "local[1]");
        System.setProperty("spark.ui.enabled", "false");
        Outcome outcome = Outcome.of(words(local, more));
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertArrayEquals(
                Files.readAllBytes(local.resolve("diagonal.npz")),
                Files.readAllBytes(output.resolve("diagonal.npz")));
    }

    private static int finished(Path units) throws IOException {
        if (!Files.isDirectory(units)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(units)) {
            return (int) files.filter(f -> f.getFileName().toString().startsWith("unit-")).count();
        }
    }

    @Test
    void aKilledDriverCostsOnlyWhatWasInFlight() throws Exception {
        Path output = folder.resolve("driver");
        Path units = folder.resolve(".driver-units");
        Object[] work = {
            "select=['dense_0']['kernel'][0:4]",
            "method=index",
            "block.directions=1",
            "partitions=16"
        };
        Object[] resumed =
                Stream.concat(Stream.of(words(output, "output.if-exists=resume")), Stream.of(work))
                        .toArray();
        try (Submission job = submit(resumed)) {
            while (job.isAlive() && finished(units) < 10) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertTrue(job.isAlive(), job::stderr);
            job.kill();
            job.await();
        }
        cluster.awaitNoExecutors();
        int finished = finished(units);
        assertFalse(Files.exists(output));
        try (Submission job = submit(resumed)) {
            job.assertExitCode(0);
        }
        JsonNode counts =
                new ObjectMapper().readTree(output.resolve("summary.json").toFile()).path("units");
        assertEquals(finished, counts.path("resumed").asInt(), counts::toString);
        assertTrue(finished < counts.path("total").asInt(), counts::toString);
        assertFalse(Files.exists(units));
        assertBitsOfOneCore(output, work);
    }

    /**
     * Rows are read in so small pieces that each range of examples comes together, and is computed,
     * behind a shuffle.
     */
    @Test
    void lostShuffleFilesAreWrittenAgain() throws Exception {
        Path table = folder.resolve("digits.libsvm");
        new DigitsTables().writeLibsvm(table);
        Path output = folder.resolve("shuffle");
        Object[] work = {
            "data.path=" + table,
            "data.columns=features,label",
            "data.broadcast=false",
            "block.examples=30",
            "method=index"
        };
        boolean isLost = false;
        for (int attempt = 0; attempt < 3 && !isLost; attempt++) {
            isLost = loseShuffleFiles(words(output, work));
        }
        assertTrue(isLost, "shuffle files were deleted too late, three times");
        assertBitsOfOneCore(output, work);
    }

    /** Whether they were still needed: on a fast machine the last tasks may have read theirs. */
    private static boolean loseShuffleFiles(Object[] words) throws Exception {
        Object[] again =
                Stream.concat(Stream.of(words), Stream.of("output.if-exists=overwrite")).toArray();
        try (Submission job =
                submit(
                        again,
                        "spark.sql.files.maxPartitionBytes=4k",
                        "spark.sql.files.openCostInBytes=4k")) {
            job.awaitLog("missing tasks from ResultStage 3");
            int deleted = cluster.deleteShuffleFiles(0);
            assertTrue(deleted > 1, "files " + deleted);
            job.assertExitCode(0);
            return job.stderr().contains("Resubmitting ShuffleMapStage");
        }
    }
}
