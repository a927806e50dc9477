package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.format.ShardedResult;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagonals that are summed and written by tasks. */
class ShardedRunTest {
    @TempDir private Path folder;

    @BeforeEach
    void settings() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
    }

    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
    }

    private Path completed(Path bundle, String name, Object... words) {
        Path output = folder.resolve(name);
        Object[] all =
                Stream.concat(
                                Stream.of(
                                        "run", bundle, "output.path=" + output, "audit.entries=4"),
                                Stream.of(words))
                        .toArray();
        Outcome outcome = Outcome.of(all);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return output;
    }

    private static Map<String, Tensor> npz(Path output) throws IOException {
        return ShardedResult.read(output, "diagonal.npz");
    }

    private static Map<String, Tensor> safetensors(Path output) throws IOException {
        return ShardedResult.read(output, "diagonal.safetensors");
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    /** Two million parameters in four leaves: two of 8 MB, two of 8 kB. */
    private Path wide() throws IOException {
        Random random = new Random(7);
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['a']['w']", normal(random, 1000, 1000));
        Expr v = b.parameter("['a']['v']", normal(random, 1000, 1000));
        Expr c = b.parameter("['b']['c']", normal(random, 1000));
        Expr d = b.parameter("['b']['d']", normal(random, 1000));
        Expr x = b.data(normal(random, 24, 1000));
        Expr y = b.data(normal(random, 24));
        Expr hidden = x.matmul(w).tanh().matmul(v).tanh();
        Expr out = hidden.matmul(c).sub(y).square().mean();
        Path bundle = folder.resolve("wide");
        LossBundle.write(b.build(out.add(d.square().mean())), bundle);
        return bundle;
    }

    private static Tensor normal(Random random, int... dims) {
        double[] values = random.doubles(Shape.of(dims).size(), -0.05, 0.05).toArray();
        return Tensor.of(Shape.of(dims), values);
    }

    @Test
    void shardsHoldTheBitsOfOneFile() throws IOException {
        Path bundle = wide();
        Path whole = completed(bundle, "whole");
        Path some = completed(bundle, "npz", "output.shard-size=4 MiB");
        Path three =
                completed(
                        bundle,
                        "three",
                        "output.shard-size=4 MiB",
                        "output.format=safetensors",
                        "partitions=3",
                        "output.if-exists=resume");
        Map<String, Tensor> expected = npz(whole);
        assertEquals(expected, npz(some));
        assertEquals(expected, safetensors(three));
        assertEquals(
                List.of(
                        "diagonal-00001-of-00003.npz", "diagonal-00002-of-00003.npz",
                        "diagonal-00003-of-00003.npz", "diagonal.npz.index.json"),
                diagonalFiles(some));
        JsonNode index = json(three.resolve("diagonal.safetensors.index.json"));
        assertEquals(8 * 2_002_000, index.path("metadata").path("total_size").asLong());
        assertEquals(
                "diagonal-00003-of-00003.safetensors",
                index.path("weight_map").path("['b']['d']").asText());
        assertSummariesAgree(whole, some);
        assertSummariesAgree(whole, three);
    }

    private static List<String> diagonalFiles(Path output) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.startsWith("diagonal"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertSummariesAgree(Path one, Path other) throws IOException {
        JsonNode expected = json(one.resolve("summary.json"));
        JsonNode found = json(other.resolve("summary.json"));
        assertEquals(expected.path("leaves"), found.path("leaves"));
        assertEquals(expected.path("audit"), found.path("audit"));
        assertEquals(
                Files.readString(one.resolve("tree.json")),
                Files.readString(other.resolve("tree.json")));
        assertFalse(found.path("driver").asBoolean());
    }

    /** Results of more than memory.block are computed by groups of leaves. */
    @Test
    void leavesAreComputedInGroupsWhereTheirResultsExceedTheBudget() throws IOException {
        Path bundle = wide();
        Path together = completed(bundle, "together", "method=curvature");
        Path groups = completed(bundle, "groups", "method=curvature", "memory.block=10 MiB");
        assertEquals(1, parts(together));
        assertEquals(2, parts(groups));
        Map<String, Tensor> found = npz(groups);
        npz(together)
                .forEach(
                        (key, values) -> {
                            double largest = 0;
                            double difference = 0;
                            for (int i = 0; i < values.size(); i++) {
                                largest = Math.max(largest, Math.abs(values.get(i)));
                                difference =
                                        Math.max(
                                                difference,
                                                Math.abs(values.get(i) - found.get(key).get(i)));
                            }
                            assertTrue(difference <= 1e-13 * largest, key + ": " + difference);
                        });
    }

    private static long parts(Path output) throws IOException {
        JsonNode steps = json(output.resolve("summary.json")).path("steps");
        long count = 0;
        for (JsonNode step : steps) {
            count += step.path("part").asText().equals("examples") ? 1 : 0;
        }
        return count;
    }

    @Test
    void parquetHasTheSelectedEntries() throws IOException {
        String[] selection = {"select=['dense_0']['kernel'][3,:]", "select=['dense_1']['bias']"};
        Path npz = completed(Bundles.DIGITS, "npz", (Object[]) selection);
        Path parquet =
                completed(
                        Bundles.DIGITS,
                        "parquet",
                        selection[0],
                        selection[1],
                        "output.format=parquet");
        Map<String, Double> expected = new TreeMap<>();
        npz(npz).forEach(
                        (key, values) -> {
                            for (int i = 0; i < values.size(); i++) {
                                if (!Double.isNaN(values.get(i))) {
                                    expected.put(key + " " + i, values.get(i));
                                }
                            }
                        });
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            List<Row> rows =
                    spark.read()
                            .parquet(parquet.resolve("diagonal.parquet").toString())
                            .select("path", "index", "value")
                            .collectAsList();
            assertEquals(42, rows.size());
            assertEquals(
                    expected,
                    rows.stream()
                            .collect(
                                    Collectors.toMap(
                                            r -> r.getString(0) + " " + r.getLong(1),
                                            r -> r.getDouble(2),
                                            (a, b) -> a,
                                            TreeMap::new)));
        }
    }

    /** What the README shows, run as it stands there, and what conf/jax has for it. */
    @Test
    void pythonReadsWhatIsWritten() throws IOException {
        Python python = Python.withNumPy();
        Path bundle = wide();
        List<Path> results =
                List.of(
                        completed(bundle, "npz", "output.shard-size=4 MiB"),
                        completed(bundle, "whole", "output.format=safetensors"),
                        completed(
                                bundle,
                                "st",
                                "output.shard-size=4 MiB",
                                "output.format=safetensors"));
        String readme = Files.readString(Bundles.CONF.resolveSibling("README.md"));
        int start = readme.indexOf("```python\nimport json, pathlib");
        String snippet = readme.substring(start + 10, readme.indexOf("```", start + 10));
        String check =
                """

                import sys
                from hessdiag import load_diagonal
                for folder in sys.argv[1:]:
                    d = read_arrays(folder)
                    print(sorted(d), d["['a']['w']"].shape, repr(float(d["['a']['w']"][3, 5])))
                    tree = load_diagonal(folder)
                    assert list(tree["a"]) == ["w", "v"] and list(tree["b"]) == ["c", "d"], tree
                    for key, array in d.items():
                        assert eval("tree" + key).tobytes() == array.tobytes(), key
                """;
        List<String> lines = python.lines(Bundles.CONF.resolve("jax"), snippet + check, results);
        String line =
                "[\"['a']['v']\", \"['a']['w']\", \"['b']['c']\", \"['b']['d']\"] (1000, 1000) ";
        double value = npz(results.get(0)).get("['a']['w']").get(3005);
        assertEquals(3, lines.size(), lines::toString);
        for (String l : lines) {
            assertTrue(l.startsWith(line), lines::toString);
            assertEquals(value, Double.parseDouble(l.substring(line.length())), l);
        }
    }
}
