package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bench command. */
class BenchTest {
    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0", "-1.0", "NaN", "Infinity"})
    void secondsArePositive(String seconds) {
        Outcome outcome = Outcome.of("bench", "--seconds=" + seconds, Bundles.CASE);
        assertEquals(2, outcome.exitCode());
        assertTrue(
                outcome.err().endsWith("expected a positive number, found " + seconds + "\n"),
                outcome.err());
    }

    @Test
    void lastLineTellsTimesWorkAndPlan() throws IOException {
        System.setProperty("spark.master", "local[1]");
        System.setProperty("spark.ui.enabled", "false");
        Outcome outcome = Outcome.of("bench", "--seconds=1", Bundles.CASE);
        assertEquals(0, outcome.exitCode(), outcome.err());
        String last = outcome.out().lines().reduce((a, b) -> b).orElseThrow();
        JsonNode json = new ObjectMapper().readTree(last);
        assertEquals("curvature, index", json.path("method").asText());
        assertEquals(21, json.path("P").asInt());
        assertEquals(9, json.path("N").asInt());
        double median = json.path("median").asDouble();
        assertTrue(median > 0 && median < json.path("first").asDouble(), last);
        assertTrue(json.path("runs").asInt() > 20, last);
        for (String figure : new String[] {"gradient", "predicted", "GFLOP", "GFLOP/s", "MiB"}) {
            assertTrue(json.path(figure).asDouble() > 0, figure + " in " + last);
        }
        assertEquals(2, json.path("tasks").asInt());
        assertTrue(json.path("driver").asBoolean());
        assertEquals("curvature", json.path("steps").path(0).path("method").asText());
        assertEquals("index", json.path("steps").path(1).path("method").asText());
    }

    /** The rows are read in every run. */
    @Test
    void rowsAreReadWhereTheyLie(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("digits.libsvm");
        new DigitsTables().writeLibsvm(table);
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        Outcome outcome =
                Outcome.of(
                        "bench",
                        "--seconds=1",
                        Bundles.DIGITS,
                        "data=" + table,
                        "data.broadcast=false");
        assertEquals(0, outcome.exitCode(), outcome.err());
        String last = outcome.out().lines().reduce((a, b) -> b).orElseThrow();
        JsonNode json = new ObjectMapper().readTree(last);
        assertEquals("digits", json.path("bundle").asText());
        assertEquals(DigitsTables.ROWS, json.path("N").asInt());
        assertTrue(json.path("read").asBoolean(), last);
        assertFalse(json.path("driver").asBoolean(), last);
        assertFalse(json.has("gradient"), last);
        double median = json.path("median").asDouble();
        assertTrue(median > 0 && median < json.path("first").asDouble(), last);
    }
}
