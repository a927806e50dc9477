package io.hessdiag.job.sparkml;

import static io.hessdiag.job.sparkml.ModelCheck.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.ModelDiagonal;
import java.util.Arrays;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logistic and linear regression and support vectors against closed forms and Spark's optimum. */
class LinearModelsTest {
    private static final int N = 5;
    private static SparkSession spark;
    private static Dataset<Row> cancer;
    private static Dataset<Row> diabetes;

    @BeforeAll
    static void start() {
        spark = TestSession.start();
        cancer = RealData.table(spark, "breast-cancer", 4, 4 + N);
        diabetes = RealData.table(spark, "diabetes", 0, N);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** Spark's own standard deviations. */
    private static double[] deviations(Dataset<Row> table, String weights) {
        Row row =
                table.select(
                                Summarizer.metrics("std")
                                        .summary(
                                                functions.col("features"),
                                                weights.isEmpty()
                                                        ? functions.lit(1.0)
                                                        : functions.col(weights))
                                        .getField("std"))
                        .first();
        return ((Vector) row.get(0)).toArray();
    }

    private static double[] weights(Dataset<Row> table, String column) {
        if (!column.isEmpty()) {
            return RealData.column(table, column);
        }
        double[] ones = new double[(int) table.count()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Σ w v x² / Σ w for each column of the design. */
    private static double[] means(double[][] x, double[] w, double[] v) {
        double[] out = new double[x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[j] += w[i] * v[i] * x[i][j] * x[i][j];
            }
        }
        double sum = Arrays.stream(w).sum();
        return Arrays.stream(out).map(s -> s / sum).toArray();
    }

    private static double margin(double[] x, Vector beta, double intercept) {
        double sum = intercept;
        for (int j = 0; j < beta.size(); j++) {
            sum += x[j] * beta.apply(j);
        }
        return sum;
    }

    private static void addRidge(double[] diagonal, double l2, boolean scaled, double[] s) {
        for (int j = 0; j < N; j++) {
            diagonal[j] += l2 * (scaled ? s[j] * s[j] : 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0, true, ''",
        "0.02, 0.0, true, ''",
        "0.02, 0.0, false, w",
        "0.02, 0.0, true, w",
        "0.1, 0.8, true, ''"
    })
    void binomial(double regParam, double alpha, boolean standardized, String w) {
        LogisticRegression estimator =
                new LogisticRegression()
                        .setRegParam(regParam)
                        .setElasticNetParam(alpha)
                        .setStandardization(standardized)
                        .setTol(1e-12)
                        .setMaxIter(300);
        if (!w.isEmpty()) {
            estimator.setWeightCol(w);
        }
        LogisticRegressionModel model = estimator.fit(cancer);
        double[][] x = RealData.design(cancer);
        double[] variance =
                Arrays.stream(x)
                        .mapToDouble(row -> margin(row, model.coefficients(), model.intercept()))
                        .map(m -> 1 / ((1 + Math.exp(-m)) * (1 + Math.exp(m))))
                        .toArray();
        double[] expected = means(x, weights(cancer, w), variance);
        addRidge(expected, regParam * (1 - alpha), standardized, deviations(cancer, w));
        ModelCheck check = new ModelCheck(model, cancer);
        assertClose(expected, check.entries("coefficients", "intercept"), 1e-12);
        if (alpha == 0) {
            check.assertOptimal(1e-5, "coefficients", "intercept");
            double[] objective = model.summary().objectiveHistory();
            assertEquals(objective[objective.length - 1], check.diagonal().loss(), 1e-10);
        } else {
            double[] gradient = check.gradient().get(0);
            assertTrue(
                    Arrays.stream(model.coefficients().toArray()).filter(b -> b == 0).count() > 0);
            for (int j = 0; j < N; j++) {
                if (model.coefficients().apply(j) != 0) {
                    assertEquals(0, gradient[j] / Math.sqrt(expected[j]), 1e-5);
                }
            }
        }
    }

    /** As Spark's normal equations take them: Σw(x − x̄)²/Σw. */
    private static double[] population(double[][] x, double[] y, double[] w) {
        double[] out = new double[N + 1];
        double sum = Arrays.stream(w).sum();
        for (int j = 0; j <= N; j++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < w.length; i++) {
                double value = j == N ? y[i] : x[i][j];
                mean += w[i] * value / sum;
                square += w[i] * value * value / sum;
            }
            out[j] = Math.sqrt(square - mean * mean);
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 0.0, 0.0, true, ''",
        "auto, 5.0, 0.0, true, w",
        "normal, 5.0, 0.0, false, ''",
        "l-bfgs, 5.0, 0.0, true, ''",
        "l-bfgs, 5.0, 0.0, false, w",
        "auto, 5.0, 0.4, true, ''"
    })
    void squaredError(
            String solver, double regParam, double alpha, boolean standardized, String w) {
        LinearRegression estimator =
                new LinearRegression()
                        .setSolver(solver)
                        .setRegParam(regParam)
                        .setElasticNetParam(alpha)
                        .setStandardization(standardized)
                        .setTol(1e-13)
                        .setMaxIter(300);
        if (!w.isEmpty()) {
            estimator.setWeightCol(w);
        }
        LinearRegressionModel model = estimator.fit(diabetes);
        double[][] x = RealData.design(diabetes);
        double[] weights = weights(diabetes, w);
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        double[] y = RealData.column(diabetes, "label");
        double[] s = population(x, y, weights);
        if (solver.equals("l-bfgs")) {
            double sum = Arrays.stream(weights).sum();
            double squares = Arrays.stream(weights).map(v -> v * v).sum();
            double bessel = Math.sqrt(sum / (sum - squares / sum));
            s = Arrays.stream(s).map(v -> v * bessel).toArray();
        }
        double[] expected = means(x, weights, ones);
        addRidge(expected, regParam * (1 - alpha) / s[N], standardized, s);
        ModelCheck check = new ModelCheck(model, diabetes);
        assertClose(expected, check.entries("coefficients", "intercept"), 1e-12);
        if (alpha == 0) {
            check.assertOptimal(1e-3, "coefficients", "intercept");
        } else {
            double[] gradient = check.gradient().get(0);
            for (int j = 0; j < N; j++) {
                if (model.coefficients().apply(j) != 0) {
                    assertEquals(0, gradient[j] / Math.sqrt(expected[j]), 1e-3);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, true, ''",
        "0.1, true, ''",
        "0.1, false, ''",
        "0.0, true, w",
        "0.1, true, w",
        "0.1, false, w"
    })
    void huber(double regParam, boolean standardized, String w) {
        LinearRegression estimator =
                new LinearRegression()
                        .setLoss("huber")
                        .setEpsilon(1.2)
                        .setRegParam(regParam)
                        .setStandardization(standardized)
                        .setTol(1e-12)
                        .setMaxIter(300);
        if (!w.isEmpty()) {
            estimator.setWeightCol(w);
        }
        LinearRegressionModel model = estimator.fit(diabetes);
        double[][] x = RealData.design(diabetes);
        double[] y = RealData.column(diabetes, "label");
        double[] weights = weights(diabetes, w);
        double sigma = model.scale();
        double[] inside = new double[y.length];
        double scale = 0;
        for (int i = 0; i < y.length; i++) {
            double r = y[i] - margin(x[i], model.coefficients(), model.intercept());
            if (Math.abs(r) <= 1.2 * sigma) {
                inside[i] = 1 / sigma;
                scale += weights[i] * r * r / Math.pow(sigma, 3);
            }
        }
        scale /= Arrays.stream(weights).sum();
        double[] expected = means(x, weights, inside);
        addRidge(expected, regParam, standardized, deviations(diabetes, w));
        ModelCheck check = new ModelCheck(model, diabetes);
        assertClose(expected, check.entries("coefficients", "intercept"), 1e-12);
        assertEquals(scale, check.entries("scale")[0], 1e-12 * scale);
        check.assertOptimal(1e-3, "coefficients", "intercept", "scale");
        double[] objective = model.summary().objectiveHistory();
        assertEquals(
                objective[objective.length - 1],
                check.diagonal().loss(),
                1e-9 * check.diagonal().loss());
    }

    /** Off its kinks the hinge is linear: what is left is the ridge. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void supportVectors(boolean standardized) {
        LinearSVCModel model =
                new LinearSVC()
                        .setRegParam(0.1)
                        .setStandardization(standardized)
                        .setWeightCol("w")
                        .setMaxIter(15)
                        .fit(cancer);
        double[] expected = new double[N + 1];
        addRidge(expected, 0.1, standardized, deviations(cancer, "w"));
        ModelDiagonal found = new ModelCheck(model, cancer).diagonal();
        assertClose(expected, ModelCheck.entries(found, "coefficients", "intercept"), 1e-13);
        double[] objective = model.summary().objectiveHistory();
        assertEquals(objective[objective.length - 1], found.loss(), 1e-9);
    }

    @Test
    void multinomial() throws Exception {
        Dataset<Row> digits = RealData.digits(spark);
        LogisticRegressionModel model =
                new LogisticRegression().setRegParam(0.01).setTol(1e-10).fit(digits);
        double[][] x = RealData.design(digits);
        double[] s = deviations(digits, "");
        double[] expected = new double[10 * 64 + 10];
        for (double[] row : x) {
            double[] p =
                    model.predictProbability(
                                    org.apache.spark.ml.linalg.Vectors.dense(
                                            Arrays.copyOf(row, 64)))
                            .toArray();
            for (int k = 0; k < 10; k++) {
                double curvature = p[k] * (1 - p[k]) / x.length;
                for (int j = 0; j < 64; j++) {
                    expected[64 * k + j] += curvature * row[j] * row[j];
                }
                expected[640 + k] += curvature;
            }
        }
        for (int i = 0; i < 640; i++) {
            expected[i] += 0.01 * s[i % 64] * s[i % 64];
        }
        ModelCheck check = new ModelCheck(model, digits);
        assertClose(expected, check.entries("coefficients", "intercept"), 1e-12);
        assertEquals(10, check.diagonal().matrix("coefficients").numRows());
        double[] gradient = check.gradient().get(0);
        for (int i = 0; i < 640; i++) {
            if (expected[i] > 0) {
                assertEquals(0, gradient[i] / Math.sqrt(expected[i]), 1e-4);
            }
        }
    }
}
