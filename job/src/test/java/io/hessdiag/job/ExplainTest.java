package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The explain command. */
class ExplainTest {
    private static String explained(Path bundle, Object... words) {
        Object[] all = Stream.concat(Stream.of("explain", bundle), Stream.of(words)).toArray();
        Outcome outcome = Outcome.of(all);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return outcome.out();
    }

    private static void assertLine(String regex, String text) {
        assertTrue(text.lines().anyMatch(l -> l.matches(regex)), regex + " in\n" + text);
    }

    @Test
    void showsLossLeavesStepsAndTotal() {
        String out = explained(Bundles.DIGITS);
        assertTrue(out.startsWith("loss   a sum over 1797 examples\n\n"), out);
        assertLine(
                "\\['dense_0']\\['kernel'] +1 +curvature +2,048 +\\d+ +0\\.\\d+ +\\d+\\.\\d %",
                out);
        assertLine(
                "1 +examples +curvature +\\d+ +\\d+ +- +1 +\\d+\\.\\d+ +0\\.\\d+ +\\d.* m?s", out);
        assertLine("total  0\\.\\d+ GFLOP, .* on one core, computed by the driver: .*", out);
        assertLine(
                "memory about [\\d.]+ MiB: .*, .* for a task, 1 at once; the driver has .*", out);
        assertFalse(out.contains("Why"), out);
    }

    @Test
    void partitionsAreTasks() {
        assertLine("total .* on one core, \\d+ tasks", explained(Bundles.DIGITS, "partitions=2"));
    }

    @Test
    void namesTheEquationThatALeafFailsAt() {
        String out = explained(Bundles.CASE);
        assertLine("\\['w'] +1 +curvature +20 .*", out);
        assertLine("\\['a'] +2 +index +1 .*", out);
        assertLine("  loss\\.mlir:17:11: case: .*", out);
        assertLine("    \\['a']", out);
    }

    @Test
    void namesTheEquationThatCouplesExamples() {
        assertLine(
                "loss   no sum over examples: loss\\.mlir:14:10: .*",
                explained(Bundles.BATCH_NORM));
        String out = explained(Bundles.CHOLESKY);
        assertLine("loss   no sum over examples: loss\\.mlir:\\d+:\\d+: triangular_solve.*", out);
        assertLine("    \\['amp'], \\['len'], \\['noise']", out);
    }

    @Test
    void tellsMachinesTheSame() throws IOException {
        JsonNode json = new ObjectMapper().readTree(explained(Bundles.CASE, "--json"));
        assertEquals("a sum over 9 examples", json.path("structure").asText());
        JsonNode step = json.path("steps").path(0);
        assertEquals("examples", step.path("part").asText());
        assertEquals("curvature", step.path("method").asText());
        assertEquals(9, step.path("blocks").asInt() * step.path("examples").asInt());
        assertEquals(1, step.path("tasks").asInt());
        assertTrue(step.path("bytes").asLong() > 0);
        JsonNode leaf = json.path("leaves").path(0);
        assertEquals("['w']", leaf.path("leaf").asText());
        assertEquals(0, leaf.path("step").asInt());
        assertEquals(20, leaf.path("entries").asInt());
        assertEquals("curvature", leaf.path("method").asText());
        assertTrue(leaf.path("directions").asDouble() > 0);
        assertEquals("['a']", json.path("misses").path(0).path("leaf").asText());
        assertTrue(json.path("misses").path(0).path("reason").asText().contains(":17:11: case"));
        JsonNode total = json.path("total");
        double gflop = 0;
        double seconds = 0;
        for (JsonNode s : json.path("steps")) {
            gflop += s.path("gflop").asDouble();
            seconds += s.path("seconds").asDouble();
        }
        assertEquals(gflop, total.path("gflop").asDouble(), 1e-9 * gflop);
        assertEquals(seconds, total.path("seconds").asDouble(), 1e-9 * seconds);
        assertEquals(2, total.path("tasks").asInt());
        assertTrue(total.path("driver").asBoolean());
        JsonNode memory = json.path("memory");
        assertTrue(memory.path("arguments").asLong() > 0);
        assertEquals("the driver", memory.path("host").asText());
        assertEquals(
                memory.path("arguments").asLong() + memory.path("task").asLong(),
                memory.path("needed").asLong());
    }

    @Test
    void forcedMethodsAreShown() {
        assertLine("1 +examples +site .*", explained(Bundles.DIGITS, "method=site"));
        assertLine("1 +whole loss +index +- +- .*", explained(Bundles.DIGITS, "method=index"));
    }

    /** One of them has a class that there is not, which a run would tell. */
    @Test
    void rowsAreCountedAndNotRead(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("digits.libsvm");
        new DigitsTables().writeLibsvm(table);
        Files.writeString(table, "11 1:0.5\n", StandardOpenOption.APPEND);
        System.setProperty("spark.master", "local[1]");
        System.setProperty("spark.ui.enabled", "false");
        try {
            String held = explained(Bundles.DIGITS, "--json", "data=" + table);
            JsonNode json = new ObjectMapper().readTree(held);
            long rows = DigitsTables.ROWS + 1;
            assertEquals("a sum over " + rows + " examples", json.path("structure").asText());
            String read =
                    explained(Bundles.DIGITS, "--json", "data=" + table, "data.broadcast=false");
            long more = new ObjectMapper().readTree(read).at("/memory/arguments").asLong();
            more = json.at("/memory/arguments").asLong() - more;
            assertEquals(2 * rows * 66 * Double.BYTES, more, "every executor has all rows");
        } finally {
            System.clearProperty("spark.master");
        }
    }
}
