package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose disk is full, on a small tmpfs of their own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FullDiskTest {
    private static final String FULL = "No space left on device";

    @TempDir private Path folder;

    @BeforeEach
    void packJob() throws Exception {
        assumeTrue(SmallDisk.at(folder.resolve("some"), 64).isPossible(), "no tmpfs to be had");
        SparkJvm.jobJar(folder.resolve("job.jar"));
    }

    private Submission submit(SmallDisk disk, List<String> settings, Object... words)
            throws Exception {
        List<String> options =
                Stream.concat(
                                Stream.of("--master", "local[2]"),
                                settings.stream().flatMap(s -> Stream.of("--conf", s)))
                        .toList();
        return Submission.within(disk.command(), folder, options, words);
    }

    /** The diagonal alone is 19 KiB. */
    @Test
    void outputThatDoesNotFitEndsTheRunAndLeavesNothing() throws Exception {
        SmallDisk disk = SmallDisk.at(folder.resolve("full"), 16);
        Path output = disk.mount().resolve("out");
        try (Submission job =
                submit(disk, List.of(), "run", Bundles.DIGITS, "output.path=" + output)) {
            assertNotWritten(job, output);
        }
        assertEquals(List.of(), disk.left());
    }

    private static void assertNotWritten(Submission job, Path output) throws Exception {
        job.assertExitCode(1);
        assertEquals(
                "hessdiag: output.path " + output + " cannot be written: " + FULL, job.lastLine());
    }

    /**
     * Of some hundred units, of a page each, about the first 60 fit, which is no reason to end
     * before all are computed; those are there for a run that finds more room.
     */
    @Test
    void unitsThatDoNotFitAreNotKept() throws Exception {
        SmallDisk disk = SmallDisk.at(folder.resolve("full"), 256);
        Path output = disk.mount().resolve("out");
        try (Submission job =
                submit(
                        disk,
                        List.of(),
                        "run",
                        Bundles.DIGITS,
                        "output.path=" + output,
                        "output.if-exists=resume",
                        "method=index",
                        "block.directions=8",
                        "partitions=4")) {
            assertNotWritten(job, output);
            String warning =
                    disk.mount().resolve(".out-units") + " cannot be written: " + FULL + ": units";
            assertTrue(job.stderr().contains(warning + " are not kept"), job::stderr);
        }
        assertEquals(List.of(".out-units"), disk.left());
    }

    /** Which has to hold the job's jar, and then what tasks write for others. */
    @Test
    void aFullLocalDirectoryIsNamed() throws Exception {
        int jar = (int) (Files.size(folder.resolve("job.jar")) >> 10);
        SmallDisk disk = SmallDisk.at(folder.resolve("full"), jar + 32);
        Path table = folder.resolve("digits.libsvm");
        new DigitsTables().writeLibsvm(table);
        Path output = folder.resolve("out");
        try (Submission job =
                submit(
                        disk,
                        List.of(
                                "spark.local.dir=" + disk.mount(),
                                "spark.sql.files.maxPartitionBytes=1k",
                                "spark.sql.files.openCostInBytes=1k"),
                        "run",
                        Bundles.DIGITS,
                        "output.path=" + output,
                        "data.path=" + table,
                        "data.columns=features,label",
                        "data.broadcast=false",
                        "block.examples=8")) {
            job.assertExitCode(1);
            assertTrue(job.lastLine().contains(FULL), job::stderr);
        }
        assertTrue(Files.notExists(output));
    }
}
