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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job as users start it: by Spark's own SparkSubmit, in a process of its own. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SparkSubmitTest {
    private static final String PROFILE = Bundles.CONF.resolve("spark/local.conf").toString();

    @TempDir private Path folder;

    @BeforeEach
    void packJob() throws IOException {
        SparkJvm.jobJar(folder.resolve("job.jar"));
    }

    private Submission submit(List<String> options, Object... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("--master", "local[1]"));
        all.addAll(options);
        return Submission.start(folder, all, words);
    }

    @Test
    void exitCodeAndLastLineComeThrough() throws Exception {
        try (Submission job = submit(List.of(), "run", folder.resolve("nothing"))) {
            job.assertExitCode(2);
            assertEquals(
                    "hessdiag: "
                            + folder.resolve("nothing")
                            + ": no such configuration file or bundle folder",
                    job.lastLine());
        }
    }

    /** The settings of conf/spark/local.conf, and a log for the history server. */
    @Test
    void theEventLogReadsAsSentences() throws Exception {
        Path events = Files.createDirectory(folder.resolve("events"));
        List<String> options = new ArrayList<>(eventLog(events));
        options.addAll(List.of("--master", "local[2]"));
        options.addAll(List.of("--properties-file", PROFILE));
        Path output = folder.resolve("out");
        try (Submission job =
                submit(
                        options,
                        "run",
                        Bundles.DIGITS,
                        "output.path=" + output,
                        "partitions=2",
                        "audit.entries=2")) {
            job.assertExitCode(0);
            String said =
                    "2,410 entries by curvature in [\\d.]+ m?s \\(\\d+ units? of work\\), audit of"
                            + " 2 .*";
            assertTrue(job.stderr().lines().anyMatch(l -> l.matches(".*" + said)), job::stderr);
        }
        EventLog log = EventLog.in(events);
        assertEquals(
                List.of(
                        "Computes 2,410 entries by curvature",
                        "Audits the diagonal by other means"),
                log.jobProperties("spark.job.description"));
        assertEquals(List.of("hessdiag", "hessdiag"), log.jobProperties("spark.jobGroup.id"));
        assertEquals(
                List.of("2,410 entries of the diagonal", "audit of 2 entries"), log.stageNames());
        assertEquals(
                List.of(
                        "deviations",
                        "entries to audit",
                        "parts of the diagonal",
                        "work of the plan"),
                log.rddNames());
        assertEquals(List.of(), log.jobFailures());
    }

    private static List<String> eventLog(Path folder) {
        return List.of(
                "--conf", "spark.eventLog.enabled=true",
                "--conf", "spark.eventLog.compress=false",
                "--conf", "spark.eventLog.rolling.enabled=false",
                "--conf", "spark.eventLog.dir=" + folder.toUri());
    }

    @Test
    void terminationCancelsJobsAndLeavesNothingBehind() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path events = Files.createDirectory(folder.resolve("events"));
        try (Submission job =
                submit(
                        eventLog(events),
                        "run",
                        Bundles.DIGITS,
                        "output.path=" + target.resolve("out"),
                        "method=index",
                        "block.directions=1",
                        "partitions=64")) {
            job.awaitLog("Finished task");
            assertFalse(isEmpty(target));
            job.terminate();
            job.assertExitCode(128 + 15);
            assertTrue(job.stderr().contains("hessdiag: stopped by a signal\n"), job::stderr);
        }
        assertTrue(isEmpty(target));
        assertFalse(Files.exists(target.resolve("out")));
        List<String> failures = EventLog.in(events).jobFailures();
        assertTrue(
                failures.size() == 1
                        && failures.get(0).contains("cancelled because a signal has ended the run"),
                failures::toString);
    }

    @Test
    void killedRunIsResumedWithTheSameBits() throws Exception {
        List<Object> words = List.of("run", Bundles.DIGITS, "method=index", "block.directions=8");
        Path output = folder.resolve("out");
        Path units = folder.resolve(".out-units");
        Object[] resumed = words(words, "output.path=" + output, "output.if-exists=resume");
        int finished = interrupt(units, submit(List.of(), resumed), Submission::kill);
        assertFalse(Files.exists(output));
        try (Submission job = submit(List.of(), resumed)) {
            job.assertExitCode(0);
        }
        JsonNode counts =
                new ObjectMapper().readTree(output.resolve("summary.json").toFile()).path("units");
        assertEquals(finished, counts.path("resumed").asInt());
        assertTrue(finished < counts.path("total").asInt(), counts::toString);
        assertFalse(Files.exists(units));
        Path whole = folder.resolve("whole");
        try (Submission job =
                submit(List.of("--master", "local[2]"), words(words, "output.path=" + whole))) {
            job.assertExitCode(0);
        }
        assertArrayEquals(
                Files.readAllBytes(whole.resolve("diagonal.npz")),
                Files.readAllBytes(output.resolve("diagonal.npz")));
    }

    @Test
    void terminationKeepsFinishedUnitsAlone() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Submission job =
                submit(
                        List.of(),
                        "run",
                        Bundles.DIGITS,
                        "output.path=" + target.resolve("out"),
                        "output.if-exists=resume",
                        "method=index",
                        "block.directions=8");
        interrupt(target.resolve(".out-units"), job, Submission::terminate);
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(List.of(target.resolve(".out-units")), files.toList());
        }
    }

    private static Object[] words(List<Object> some, Object... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toArray();
    }

    /** Ends the job when a few units are finished; returns how many it has left. */
    private int interrupt(Path units, Submission job, Consumer<Submission> how) throws Exception {
        try (job) {
            while (job.isAlive() && finished(units) < 5) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertTrue(job.isAlive(), job::stderr);
            how.accept(job);
            job.await();
            return finished(units);
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
