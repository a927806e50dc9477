package io.hessdiag.job.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.Bundles;
import io.hessdiag.job.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that no retry makes good ends a run at once. */
class EarlyEndTest {
    private static final int FILES = 80;
    private static final int BAD = 30;

    @TempDir private Path folder;

    /** Counts the tasks that start, by stage. */
    public static final class Tasks extends SparkListener {
        static final ConcurrentSkipListMap<Integer, Integer> STARTED =
                new ConcurrentSkipListMap<>();

        @Override
        public void onTaskStart(SparkListenerTaskStart task) {
            STARTED.merge(task.stageId(), 1, Integer::sum);
        }
    }

    @BeforeEach
    void oneTaskPerFile() {
        Tasks.STARTED.clear();
        System.setProperty("spark.master", "local[1]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.sql.files.openCostInBytes", "128m");
        System.setProperty("spark.extraListeners", Tasks.class.getName());
    }

    @AfterEach
    void forgetSettings() {
        System.clearProperty("spark.master");
        System.clearProperty("spark.sql.files.openCostInBytes");
        System.clearProperty("spark.extraListeners");
    }

    private void rows() throws IOException {
        for (int i = 0; i < FILES; i++) {
            String row = (i == BAD ? "10" : "3") + " 1:0.5 64:0.25\n";
            Files.writeString(folder.resolve(String.format("part-%03d.libsvm", i)), row);
        }
    }

    private Outcome run() {
        Object[] words = {
            "run",
            Bundles.DIGITS,
            "output.path=" + folder.resolve("out"),
            "data.path=" + folder,
            "data.format=libsvm",
            "data.broadcast=false",
            "block.examples=1",
            "method=index"
        };
        return Outcome.of(words);
    }

    @Test
    void filesAfterTheBadRowAreNotRead() throws IOException {
        rows();
        Outcome outcome = run();
        assertEquals(3, outcome.exitCode(), outcome.err());
        assertEquals(
                "hessdiag: "
                        + folder.resolve("part-030.libsvm")
                        + ": row 1: column label: expected a whole number from 0 to 9, found 10",
                outcome.lastErrorLine());
        TreeMap<Integer, Integer> started = new TreeMap<>(Tasks.STARTED);
        assertEquals(3, started.size(), "counting, the audit's rows, the computation");
        assertEquals(FILES, started.firstEntry().getValue(), "the pass that counts reads all");
        int last = started.lastEntry().getValue();
        assertTrue(last < FILES, started.toString());
    }
}
