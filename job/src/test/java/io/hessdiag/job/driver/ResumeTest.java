package io.hessdiag.job.driver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.job.Bundles;
import io.hessdiag.job.Outcome;
import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.conf.JobConfReader;
import io.hessdiag.job.storage.OutputDirectory;
import io.hessdiag.job.storage.UnitFolder;
import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on where another one stopped. */
class ResumeTest {
    private static final List<String> WORDS =
            List.of("method=index", "block.directions=128", "select=['dense_1']");

    @TempDir private Path folder;
    private Path output;

    @BeforeEach
    void settings() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        output = folder.resolve("out");
    }

    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
    }

    private Outcome run(Path target, String... more) {
        Stream<Object> words =
                Stream.of(
                                Stream.of("run", Bundles.DIGITS, "output.path=" + target),
                                WORDS.stream(),
                                Arrays.stream(more))
                        .flatMap(s -> s);
        return Outcome.of(words.toArray());
    }

    private Outcome resume(String... more) {
        String[] words = Arrays.copyOf(more, more.length + 1);
        words[more.length] = "output.if-exists=resume";
        return run(output, words);
    }

    /** What a run leaves that was killed after the first units. */
    private int interrupted(int finished) throws IOException {
        List<String> words =
                Stream.concat(WORDS.stream(), Stream.of("output.path=" + output)).toList();
        JobConf conf =
                JobConfReader.read(
                        Bundles.DIGITS,
                        Stream.concat(words.stream(), Stream.of("output.if-exists=resume"))
                                .toList());
        DiagonalPlan plan =
                DiagonalRun.plan(io.hessdiag.job.driver.Bundles.read(conf.loss()), conf);
        try (OutputDirectory directory =
                OutputDirectory.create(conf.outputPath(), conf.ifExists(), Configuration::new)) {
            UnitFolder units =
                    new EarlierWork(conf, directory, plan, Map.of())
                            .units(Explanation.of(plan))
                            .orElseThrow();
            UnitStore store = UnitStore.at(units.path(), Configuration::new, units.fingerprint());
            for (int i = 0; i < finished; i++) {
                store.write(plan.compute(plan.units().get(i)));
            }
        }
        return plan.units().size();
    }

    private Path unit(int number) {
        return folder.resolve(String.format(".out-units/unit-%07d", number));
    }

    private byte[] uninterrupted() throws IOException {
        Path whole = folder.resolve("whole");
        Outcome outcome = run(whole);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return Files.readAllBytes(whole.resolve("diagonal.npz"));
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper().readTree(output.resolve("summary.json").toFile());
    }

    private void assertResumed(int resumed, int total) throws IOException {
        assertEquals(resumed, summary().path("units").path("resumed").asInt());
        assertEquals(total, summary().path("units").path("total").asInt());
        assertArrayEquals(uninterrupted(), Files.readAllBytes(output.resolve("diagonal.npz")));
        assertFalse(Files.exists(folder.resolve(".out-units")));
    }

    @Test
    void finishedUnitsAreReadByTasksAndBitsAreTheSame() throws IOException {
        int total = interrupted(2);
        assertTrue(total > 3, "units " + total);
        Outcome outcome = resume("partitions=3");
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().contains("resumed   2 of " + total), outcome.out());
        assertResumed(2, total);
    }

    @Test
    void finishedUnitsAreReadByTheDriver() throws IOException {
        int total = interrupted(3);
        System.setProperty("spark.master", "local[1]");
        Outcome outcome = resume();
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(summary().path("driver").asBoolean());
        assertResumed(3, total);
    }

    @Test
    void damagedUnitsAreComputedAgainAndNamed() throws IOException {
        int total = interrupted(3);
        byte[] good = Files.readAllBytes(unit(1));
        Files.write(unit(1), Arrays.copyOf(good, good.length / 2));
        byte[] bad = Files.readAllBytes(unit(2));
        bad[bad.length / 2] ^= 1;
        Files.write(unit(2), bad);
        Outcome outcome = resume("partitions=3");
        assertEquals(0, outcome.exitCode(), outcome.err());
        String warnings = summary().path("units").path("warnings").toString();
        assertTrue(warnings.contains(unit(1) + " is damaged: computed again"), warnings);
        assertTrue(warnings.contains(unit(2) + " the checksum does not match"), warnings);
        assertResumed(1, total);
    }

    @Test
    void unfinishedWorkOfAnotherRunIsRefusedAndOverwriteStartsAfresh() throws IOException {
        interrupted(2);
        Outcome refused = resume("dtype=f32");
        assertEquals(2, refused.exitCode(), refused.err());
        String line = refused.lastErrorLine();
        assertTrue(line.contains("dtype: then f64, now f32"), line);
        assertTrue(Files.exists(unit(1)));
        Outcome fresh = run(output, "dtype=f32", "output.if-exists=overwrite");
        assertEquals(0, fresh.exitCode(), fresh.err());
        assertEquals(0, summary().path("units").path("resumed").asInt());
        assertFalse(Files.exists(folder.resolve(".out-units")));
    }

    @Test
    void completeOutputNeedsNothing() throws IOException {
        assertEquals(0, resume().exitCode());
        byte[] before = Files.readAllBytes(output.resolve("summary.json"));
        Outcome again = resume();
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.out().contains("is complete: nothing to do"), again.out());
        assertArrayEquals(before, Files.readAllBytes(output.resolve("summary.json")));
        Outcome other = resume("memory.block=8 MiB");
        assertEquals(2, other.exitCode(), other.err());
        String line = other.lastErrorLine();
        assertTrue(line.contains("memory.block: then 268435456, now 8388608"), line);
        assertEquals(2, resume("output.format=safetensors").exitCode());
    }
}
