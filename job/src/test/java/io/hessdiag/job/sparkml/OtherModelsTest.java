package io.hessdiag.job.sparkml;

import static io.hessdiag.job.sparkml.ModelCheck.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.apache.spark.ml.ann.FeedForwardTopology;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.AFTSurvivalRegression;
import org.apache.spark.ml.regression.AFTSurvivalRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Perceptrons and survival regression. */
class OtherModelsTest {
    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = TestSession.start();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** Against differences of the gradient that Spark's own network computes. */
    @Test
    void perceptron() throws Exception {
        Dataset<Row> digits = RealData.digits(spark);
        int[] layers = {64, 9, 10};
        MultilayerPerceptronClassificationModel model =
                new MultilayerPerceptronClassifier()
                        .setLayers(layers)
                        .setSeed(7)
                        .setMaxIter(25)
                        .fit(digits);
        double[] found =
                new ModelCheck(model, digits)
                        .entries(
                                "['layer_0']['weights']",
                                "['layer_0']['bias']",
                                "['layer_1']['weights']",
                                "['layer_1']['bias']");
        double[][] x = RealData.design(digits);
        double[] y = RealData.column(digits, "label");
        breeze.linalg.DenseMatrix<Object> data = columns(64, x);
        double[][] oneHot = new double[x.length][10];
        for (int i = 0; i < x.length; i++) {
            oneHot[i][(int) y[i]] = 1;
        }
        breeze.linalg.DenseMatrix<Object> target = columns(10, oneHot);
        double largest = Arrays.stream(found).max().orElse(0);
        for (int entry = 3; entry < found.length; entry += 41) {
            int at = sparkPosition(entry);
            double expected = 0;
            double h = 1e-3;
            double[] stencil = {1, -8, 0, 8, -1};
            for (int k = -2; k <= 2; k++) {
                if (k != 0) {
                    double[] moved = model.weights().toArray().clone();
                    moved[at] += k * h;
                    Vector gradient = Vectors.zeros(moved.length);
                    FeedForwardTopology.multiLayerPerceptron(layers, true)
                            .model(Vectors.dense(moved))
                            .computeGradient(data, target, gradient, x.length);
                    expected += stencil[k + 2] * gradient.apply(at) / (12 * h);
                }
            }
            assertEquals(expected, found[entry], 1e-8 * largest, "entry " + entry);
        }
    }

    /** Ours are row-major, Spark's column-major. */
    private static int sparkPosition(int entry) {
        if (entry < 9 * 64) {
            return entry / 64 + 9 * (entry % 64);
        }
        if (entry < 9 * 65) {
            return entry;
        }
        int second = entry - 9 * 65;
        return second < 90 ? 9 * 65 + second / 9 + 10 * (second % 9) : entry;
    }

    @SuppressWarnings("unchecked")
    private static breeze.linalg.DenseMatrix<Object> columns(int rows, double[][] x) {
        double[] all = new double[rows * x.length];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, all, i * rows, rows);
        }
        return (breeze.linalg.DenseMatrix<Object>)
                (breeze.linalg.DenseMatrix<?>)
                        new org.apache.spark.ml.linalg.DenseMatrix(rows, x.length, all).asBreeze();
    }

    /** The times are the diabetes data's progression; a third of them count as censored. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void survival(boolean fitIntercept) {
        Dataset<Row> table =
                RealData.table(spark, "diabetes", 0, 4)
                        .withColumn("censor", functions.col("w").lt(3).cast("double"))
                        .cache();
        AFTSurvivalRegressionModel model =
                new AFTSurvivalRegression().setFitIntercept(fitIntercept).setTol(1e-12).fit(table);
        double[][] x = RealData.design(table);
        double[] times = RealData.column(table, "label");
        double[] deaths = RealData.column(table, "censor");
        double sigma = model.scale();
        double[] expected = new double[6];
        for (int i = 0; i < x.length; i++) {
            double margin = model.intercept();
            for (int j = 0; j < 4; j++) {
                margin += x[i][j] * model.coefficients().apply(j);
            }
            double epsilon = (Math.log(times[i]) - margin) / sigma;
            double e = Math.exp(epsilon);
            for (int j = 0; j < 5; j++) {
                expected[j] += e * x[i][j] * x[i][j] / (sigma * sigma) / x.length;
            }
            expected[5] += (e * (epsilon * epsilon + epsilon) - deaths[i] * epsilon) / x.length;
        }
        ModelCheck check = new ModelCheck(model, table);
        String[] leaves =
                fitIntercept
                        ? new String[] {"coefficients", "intercept", "log_scale"}
                        : new String[] {"coefficients", "log_scale"};
        double[] without = {expected[0], expected[1], expected[2], expected[3], expected[5]};
        assertClose(fitIntercept ? expected : without, check.entries(leaves), 1e-12);
        check.assertOptimal(1e-4, leaves);
    }
}
