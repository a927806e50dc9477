package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.format.Npz;
import io.hessdiag.job.storage.ObjectStoreFiles;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved models with data beside them, by the command line. */
class ModelRunTest {
    private static final Path CANCER = Path.of("src/test/resources/data/breast-cancer.csv");
    private static final String[] FEATURES = {"mean_texture", "mean_smoothness", "mean_symmetry"};

    @TempDir private static Path saved;
    @TempDir private Path folder;
    private static ModelDiagonal expected;
    private static ModelDiagonal expectedOfCancer;

    @BeforeAll
    static void trainAndSave() throws IOException {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            new DigitsTables().write(spark, saved.resolve("digits.parquet"), "parquet", 3);
            Dataset<Row> digits = spark.read().parquet(saved.resolve("digits.parquet").toString());
            PipelineModel scaled =
                    pipeline(
                                    new StandardScaler()
                                            .setInputCol("features")
                                            .setOutputCol("scaled"),
                                    new MultilayerPerceptronClassifier()
                                            .setFeaturesCol("scaled")
                                            .setLayers(new int[] {64, 8, 10})
                                            .setMaxIter(5)
                                            .setSeed(1))
                            .fit(digits);
            scaled.write().save(saved.resolve("perceptron").toString());
            expected = new HessianDiagonal().setModel(scaled).compute(digits);
            ((StandardScalerModel) scaled.stages()[0]).save(saved.resolve("scaler").toString());
            Dataset<Row> cancer =
                    spark.read()
                            .option("header", "true")
                            .option("inferSchema", "true")
                            .csv(CANCER.toString());
            VectorAssembler assembler =
                    new VectorAssembler().setInputCols(FEATURES).setOutputCol("x");
            PipelineModel glm =
                    pipeline(
                                    assembler,
                                    new GeneralizedLinearRegression()
                                            .setFamily("binomial")
                                            .setFeaturesCol("x")
                                            .setLabelCol("benign"))
                            .fit(cancer);
            glm.write().save(saved.resolve("glm").toString());
            expectedOfCancer = new HessianDiagonal().setModel(glm).compute(cancer);
            trainWithKinks(assembler, cancer);
            pipeline(
                            assembler,
                            new LogisticRegression()
                                    .setRegParam(0.1)
                                    .setFeaturesCol("x")
                                    .setLabelCol("benign"))
                    .fit(cancer)
                    .write()
                    .save(saved.resolve("logistic").toString());
        }
    }

    @AfterAll
    static void forgetMaster() {
        System.clearProperty("spark.master");
    }

    /**
     * Kinks of the hinge, of Huber's loss and of |β|, at Spark's optimum, and no curvature at all.
     */
    @ParameterizedTest
    @CsvSource({"hinge", "huber", "lasso", "unpenalised"})
    void kinksPassTheAudit(String name) throws IOException {
        Map<String, Tensor> found =
                Npz.read(completed("local[2]", name, model(name), csv()).resolve("diagonal.npz"));
        double largest = 0;
        for (double v : found.get("['coefficients']").doubles()) {
            largest = Math.max(largest, v);
        }
        assertEquals(name.equals("unpenalised"), largest == 0);
    }

    private static void trainWithKinks(VectorAssembler assembler, Dataset<Row> cancer)
            throws IOException {
        Map<String, PipelineStage> all =
                Map.of(
                        "hinge", new LinearSVC().setRegParam(0.1).setMaxIter(10),
                        "unpenalised", new LinearSVC().setMaxIter(5),
                        "huber", new LinearRegression().setLoss("huber").setMaxIter(20),
                        "lasso",
                                new LogisticRegression()
                                        .setRegParam(0.2)
                                        .setElasticNetParam(0.8)
                                        .setMaxIter(20));
        for (Map.Entry<String, PipelineStage> each : all.entrySet()) {
            PipelineStage stage = each.getValue();
            stage.set(stage.getParam("featuresCol"), "x").set(stage.getParam("labelCol"), "benign");
            pipeline(assembler, stage)
                    .fit(cancer)
                    .write()
                    .save(saved.resolve(each.getKey()).toString());
        }
    }

    private static Pipeline pipeline(PipelineStage... stages) {
        return new Pipeline().setStages(stages);
    }

    private static Outcome run(String master, Object... words) {
        System.setProperty("spark.master", master);
        return Outcome.of(Stream.concat(Stream.of("run"), Stream.of(words)).toArray());
    }

    private Path completed(String master, String name, Object... words) {
        Path output = folder.resolve(name);
        Object[] all =
                Stream.concat(Stream.of(words), Stream.of("output.path=" + output)).toArray();
        Outcome outcome = run(master, all);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return output;
    }

    private String refused(int exitCode, Object... words) {
        Path output = folder.resolve("refused");
        Object[] all =
                Stream.concat(Stream.of(words), Stream.of("output.path=" + output)).toArray();
        Outcome outcome = run("local[2]", all);
        assertEquals(exitCode, outcome.exitCode(), outcome.err());
        assertTrue(Files.notExists(output));
        return outcome.lastErrorLine();
    }

    private static String model(String name) {
        return "model=" + saved.resolve(name);
    }

    private static String csv() {
        return "data=" + CANCER;
    }

    private static void assertClose(ModelDiagonal expected, Map<String, Tensor> found) {
        expected.tree()
                .forEachLeaf(
                        (path, leaf) -> {
                            double[] values = leaf.doubles();
                            double largest = 0;
                            for (double v : values) {
                                largest = Math.max(largest, Math.abs(v));
                            }
                            assertArrayEquals(
                                    values,
                                    found.get(path.toString()).doubles(),
                                    1e-12 * largest,
                                    path.toString());
                        });
    }

    @Test
    void pipelineOverParquetInOneCommand() throws IOException {
        String data = "data=" + saved.resolve("digits.parquet");
        Path one = completed("local[1]", "one", model("perceptron"), data);
        Map<String, Tensor> found = Npz.read(one.resolve("diagonal.npz"));
        assertClose(expected, found);
        Path other =
                completed(
                        "local[3]",
                        "other",
                        model("perceptron"),
                        data,
                        "data.broadcast=false",
                        "partitions=5",
                        "block.examples=64");
        Path same =
                completed(
                        "local[2]",
                        "same",
                        model("perceptron"),
                        data,
                        "data.broadcast=true",
                        "block.examples=64");
        assertEquals(
                Npz.read(same.resolve("diagonal.npz")), Npz.read(other.resolve("diagonal.npz")));
    }

    @Test
    void penaltyHasTheSameBitsHoweverTheRowsAreRead() throws IOException {
        Path one = completed("local[1]", "one", model("logistic"), csv());
        System.setProperty("spark.sql.files.maxPartitionBytes", "20000");
        Path many = completed("local[3]", "many", model("logistic"), csv(), "data.broadcast=false");
        System.clearProperty("spark.sql.files.maxPartitionBytes");
        assertEquals(Npz.read(one.resolve("diagonal.npz")), Npz.read(many.resolve("diagonal.npz")));
    }

    @Test
    void generalizedLinearModelsHaveTheirInformationBeside() throws IOException {
        Path output = completed("local[2]", "glm", saved.resolve("glm"), csv());
        assertClose(expectedOfCancer, Npz.read(output.resolve("diagonal.npz")));
        Map<String, Tensor> fisher = Npz.read(output.resolve("fisher.npz"));
        assertClose(expectedOfCancer.fisher().orElseThrow(), fisher);
        // The logit is the canonical link.
        assertClose(expectedOfCancer, fisher);
        double loss =
                new ObjectMapper()
                        .readTree(output.resolve("summary.json").toFile())
                        .get("loss")
                        .asDouble();
        assertEquals(expectedOfCancer.loss(), loss, 1e-10);
    }

    @Test
    void explainAndInspectTakeModels() {
        Outcome plan = Outcome.of("explain", model("glm"), csv());
        assertEquals(0, plan.exitCode(), plan.err());
        assertTrue(plan.out().contains("a sum over 569 examples"), plan.out());
        Outcome leaves = Outcome.of("inspect", saved.resolve("glm"));
        assertEquals(0, leaves.exitCode(), leaves.err());
        assertTrue(leaves.out().contains("['coefficients']"), leaves.out());
        assertTrue(leaves.out().contains("stages       VectorAssembler"), leaves.out());
        assertTrue(leaves.out().contains("features = x, label = benign"), leaves.out());
    }

    /** In place of a path, a URI of this machine's or of a file system that Hadoop knows. */
    @Test
    void modelsMayBeUris() throws IOException {
        String elsewhere = ObjectStoreFiles.SCHEME + "://" + saved.resolve("glm");
        System.setProperty(ObjectStoreFiles.IMPLEMENTATION, ObjectStoreFiles.class.getName());
        try {
            for (String uri : List.of(saved.resolve("glm").toUri().toString(), elsewhere)) {
                Outcome leaves = Outcome.of("inspect", uri);
                assertEquals(0, leaves.exitCode(), leaves.err());
                assertTrue(leaves.out().contains("features = x, label = benign"), leaves.out());
                Path output = completed("local[2]", uri.replaceAll("\\W.*", ""), uri, csv());
                assertClose(expectedOfCancer, Npz.read(output.resolve("diagonal.npz")));
            }
            String none = refused(3, elsewhere + "/nothing", csv());
            assertTrue(
                    none.contains("glm/nothing: expected a model that Spark ML has saved"), none);
        } finally {
            System.clearProperty(ObjectStoreFiles.IMPLEMENTATION);
        }
    }

    @Test
    void aRunOfAnotherModelIsNotResumed() throws IOException {
        Path copy = folder.resolve("model");
        copy(saved.resolve("logistic"), copy);
        String resume = "output.if-exists=resume";
        completed("local[2]", "out", "model=" + copy, csv(), resume);
        Outcome again =
                run(
                        "local[2]",
                        "model=" + copy,
                        csv(),
                        resume,
                        "output.path=" + folder.resolve("out"));
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.out().contains("nothing to do"), again.out());
        Outcome other =
                run(
                        "local[2]",
                        model("glm"),
                        csv(),
                        resume,
                        "output.path=" + folder.resolve("out"));
        assertEquals(2, other.exitCode(), other.err());
        assertTrue(other.lastErrorLine().contains("model: then "), other.lastErrorLine());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        String data = "data=" + saved.resolve("digits.parquet");
        String scaler = refused(3, model("scaler"), data);
        assertTrue(
                scaler.contains(
                        "is a org.apache.spark.ml.feature.StandardScalerModel: expected"
                                + " MultilayerPerceptronClassificationModel"),
                scaler);
        String nothing = refused(3, model("nothing"), data);
        assertTrue(nothing.contains("found no folder metadata"), nothing);
        Path foreign = Files.createDirectories(folder.resolve("foreign/metadata"));
        Files.writeString(foreign.resolve("part-00000"), "{\"class\": \"com.example.Forest\"}");
        String unknown = refused(3, "model=" + folder.resolve("foreign"), data);
        assertTrue(unknown.contains("is a com.example.Forest: expected"), unknown);
        Files.writeString(foreign.resolve("part-00000"), "{\"class\": \"java.lang.System\"}");
        String system = refused(3, "model=" + folder.resolve("foreign"), data);
        assertTrue(system.contains("is a java.lang.System: expected"), system);
        String alone = refused(2, model("glm"));
        assertTrue(alone.contains("expected data beside it"), alone);
        String both = refused(2, model("glm"), csv(), "loss=" + Bundles.DIGITS);
        assertTrue(both.contains("exclude each other"), both);
    }

    @Test
    void badRowsAreNamed() throws IOException {
        List<String> lines = Files.readAllLines(CANCER);
        Path rows = folder.resolve("rows.csv");
        Files.write(rows, lines.subList(0, 20));
        String last = lines.get(20);
        String data = "data=" + rows;
        Files.writeString(
                rows, last.replaceAll(",\\d$", ",7\n"), java.nio.file.StandardOpenOption.APPEND);
        String label = refused(3, model("logistic"), data);
        assertTrue(
                label.contains(
                        "rows.csv: row 20: column benign: expected a whole number from 0 to 1,"
                                + " found 7"),
                label);
        Files.write(rows, lines.subList(0, 20));
        String[] cells = last.split(",");
        cells[1] = "";
        Files.writeString(rows, String.join(",", cells), java.nio.file.StandardOpenOption.APPEND);
        String stage = refused(3, model("logistic"), data);
        assertTrue(stage.contains("rows.csv: row 20: a feature stage: "), stage);
        Files.writeString(rows, "a,benign\n1,0\n");
        String missing = refused(3, model("logistic"), data);
        assertTrue(missing.contains("feature stage"), missing);
        assertTrue(missing.contains("mean_texture"), missing);
    }
}
