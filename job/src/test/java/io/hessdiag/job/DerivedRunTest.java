package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.derived.Quantity;
import io.hessdiag.format.Npz;
import io.hessdiag.format.ShardedResult;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs write beside the diagonal. */
class DerivedRunTest {
    private static final String ALL =
            "derived.outputs=magnitude,saliency,laplace-variance,relative-curvature,preconditioner";

    @TempDir private Path folder;

    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
    }

    private Outcome run(Path bundle, Path output, Object... words) {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        return Outcome.of(
                Stream.concat(Stream.of("run", bundle, "output.path=" + output), Stream.of(words))
                        .toArray());
    }

    private Path completed(Path bundle, String name, Object... words) {
        Path output = folder.resolve(name);
        Outcome outcome = run(bundle, output, words);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return output;
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    /** 320,401 parameters, the curvature of which has both signs. */
    private Path wide() throws IOException {
        Random random = new Random(7);
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['a']['w']", normal(random, 400, 400));
        Expr v = b.parameter("['a']['v']", normal(random, 400, 400));
        Expr c = b.parameter("['b']['c']", normal(random, 400));
        Expr d = b.parameter("['b']['d']", Tensor.scalar(0.5));
        Expr x = b.data(normal(random, 12, 400));
        Expr y = b.data(normal(random, 12));
        Expr hidden = x.matmul(w).tanh().matmul(v).tanh();
        Expr out = hidden.matmul(c).sub(y).square().mean();
        Path bundle = folder.resolve("wide");
        LossBundle.write(b.build(out.add(d.square())), bundle);
        return bundle;
    }

    private static Tensor normal(Random random, int... dims) {
        double[] values = random.doubles(Shape.of(dims).size(), -0.5, 0.5).toArray();
        return Tensor.of(Shape.of(dims), values);
    }

    @Test
    void shardsHoldTheBitsAndRanksOfOneFile() throws IOException {
        Path bundle = wide();
        String[] keys = {
            ALL, "ranking.by=saliency", "ranking.order=smallest", "derived.prior-precision=0.5"
        };
        Path whole = completed(bundle, "whole", (Object[]) keys);
        Path shards =
                completed(
                        bundle,
                        "shards",
                        keys[0],
                        keys[1],
                        keys[2],
                        keys[3],
                        "partitions=3",
                        "output.shard-size=1 MiB");
        assertTrue(Files.exists(shards.resolve("saliency-00003-of-00003.npz")));
        for (Quantity q : Quantity.values()) {
            String name = q.text() + ".npz";
            Map<String, Tensor> expected = ShardedResult.read(whole, name);
            assertEquals(4, expected.size());
            assertEquals(expected, ShardedResult.read(shards, name), name);
        }
        assertEquals(
                Files.readString(whole.resolve("ranking.json")),
                Files.readString(shards.resolve("ranking.json")));
        assertEquals(sections(whole), sections(shards));
        JsonNode derived = json(whole.resolve("summary.json")).path("derived");
        assertEquals(derived, json(shards.resolve("summary.json")).path("derived"));
        assertTrue(derived.path(2).path("undefined").asInt() > 0, derived.toString());
    }

    /** What the report says of the result: leaves, figures, top entries, derived outputs. */
    private static String sections(Path output) throws IOException {
        String page = Files.readString(output.resolve("report.html"));
        String sections =
                page.substring(
                        page.indexOf("<section id=\"leaves\">"),
                        page.indexOf("<section id=\"plan\">"));
        assertTrue(sections.contains("data:image/png;base64,"));
        assertTrue(sections.contains("cells are means of 7 × 7 entries"));
        return sections;
    }

    @Test
    void filesHoldTheFormulasOfTheDiagonal() throws IOException {
        Path out = completed(Bundles.DIGITS, "out", ALL, "derived.damping=1e-3");
        Map<String, Tensor> diagonal = Npz.read(out.resolve("diagonal.npz"));
        Map<String, Tensor> variance = Npz.read(out.resolve("laplace-variance.npz"));
        Map<String, Tensor> saliency = Npz.read(out.resolve("saliency.npz"));
        Map<String, Tensor> steps = Npz.read(out.resolve("preconditioner.npz"));
        Loss loss = LossBundle.read(Bundles.DIGITS);
        double[] h = diagonal.get("['dense_0']['kernel']").doubles();
        int undefined = 0;
        for (int i = 0; i < h.length; i++) {
            double theta = loss.values().get(1).get(i);
            double precision = 1797 * h[i] + 1;
            undefined += precision > 0 ? 0 : 1;
            assertEquals(
                    precision > 0 ? 1 / precision : Double.NaN,
                    variance.get("['dense_0']['kernel']").get(i));
            assertEquals(
                    h[i] * theta * theta / 2, saliency.get("['dense_0']['kernel']").get(i), 1e-16);
            assertEquals(1 / (Math.abs(h[i]) + 1e-3), steps.get("['dense_0']['kernel']").get(i));
        }
        JsonNode derived = json(out.resolve("summary.json")).path("derived").path(2);
        assertEquals("laplace-variance", derived.path("name").asText());
        assertEquals(1797, derived.path("examples").asDouble());
        assertEquals(undefined, derived.path("undefined").asInt());
    }

    @Test
    void rankingNamesEntriesOfAllAndOfEachLeaf() throws IOException {
        Path out = completed(Bundles.DIGITS, "out", "ranking.top=3", "select=['dense_0']");
        JsonNode ranking = json(out.resolve("ranking.json"));
        Tensor kernel = Npz.read(out.resolve("diagonal.npz")).get("['dense_0']['kernel']");
        assertEquals("magnitude", ranking.path("by").asText());
        assertEquals(3, ranking.path("all").size());
        assertEquals(4, ranking.path("leaves").size());
        assertEquals(0, ranking.path("leaves").path(2).path("entries").size());
        JsonNode first = ranking.path("leaves").path(1).path("entries").path(0);
        int flat = 32 * first.path("index").path(0).asInt() + first.path("index").path(1).asInt();
        assertEquals(kernel.get(flat), first.path("diagonal").asDouble());
        double largest = Arrays.stream(kernel.doubles()).map(Math::abs).max().orElseThrow();
        assertEquals(largest, first.path("value").asDouble());
        Loss loss = LossBundle.read(Bundles.DIGITS);
        assertEquals(loss.values().get(1).get(flat), first.path("parameter").asDouble());
        assertTrue(Files.exists(out.resolve("report.html")));
        Path none = completed(Bundles.LINEAR, "none", "ranking.top=0", "report=false");
        assertFalse(Files.exists(none.resolve("ranking.json")));
        assertFalse(Files.exists(none.resolve("report.html")));
    }

    @Test
    void parquetHasAFolderForEach() throws IOException {
        Path out =
                completed(
                        Bundles.LINEAR,
                        "out",
                        "derived.outputs=relative-curvature",
                        "output.format=parquet");
        Loss loss = LossBundle.read(Bundles.LINEAR);
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            List<Double> diagonal = column(spark, out.resolve("diagonal.parquet"));
            List<Double> relative = column(spark, out.resolve("relative-curvature.parquet"));
            assertEquals(2, diagonal.size());
            for (int i = 0; i < 2; i++) {
                double theta = loss.values().get(i).get(0);
                assertEquals(diagonal.get(i) * theta * theta, relative.get(i));
            }
        }
    }

    private static List<Double> column(SparkSession spark, Path folder) {
        return spark.read().parquet(folder.toString()).orderBy("path").collectAsList().stream()
                .map(row -> row.getDouble(2))
                .toList();
    }

    /** Statistics of a batch couple its examples: nobody knows what their sum is. */
    @Test
    void varianceOfCoupledExamplesNeedsTheirNumber() {
        String variance = "derived.outputs=laplace-variance";
        Outcome refused = run(Bundles.BATCH_NORM, folder.resolve("out"), variance);
        assertEquals(2, refused.exitCode(), refused.err());
        String line = refused.lastErrorLine();
        assertTrue(
                line.startsWith(
                        "hessdiag: derived.examples: expected a number, since laplace-variance is"
                                + " of a sum over examples and the loss is no sum over examples: "),
                line);
        assertFalse(Files.exists(folder.resolve("out")));
        completed(Bundles.BATCH_NORM, "out", variance, "derived.examples=16");
    }

    @Test
    void resumedRunWantsTheSameOutputs() {
        String resume = "output.if-exists=resume";
        completed(
                Bundles.LINEAR, "out", resume, "derived.outputs=saliency", "derived.damping=1e-3");
        Path out = folder.resolve("out");
        Outcome same =
                run(
                        Bundles.LINEAR,
                        out,
                        resume,
                        "derived.outputs=[saliency]",
                        "derived.damping=0.001");
        assertEquals(0, same.exitCode(), same.err());
        assertTrue(same.out().contains("nothing to do"), same.out());
        Outcome other =
                run(
                        Bundles.LINEAR,
                        out,
                        resume,
                        "derived.outputs=preconditioner",
                        "derived.damping=1e-3");
        assertEquals(2, other.exitCode());
        assertTrue(
                other.lastErrorLine()
                        .contains("derived.outputs: then saliency, now preconditioner;"),
                other.err());
    }
}
