package io.hessdiag.job.sparkml;

import static io.hessdiag.job.sparkml.ModelCheck.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logistic and linear regression and support vectors against closed forms and Spark's optimum. */
class LinearModelsTest {
    private static final int N = 8;
    private static SparkSession spark;
    private static Dataset<Row> cancer;
    private static Dataset<Row> diabetes;

    @BeforeAll
    static void start() {
        spark = TestSession.start();
        cancer = RealData.table(spark, "breast-cancer", N);
        diabetes = RealData.table(spark, "diabetes", N);
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
        "0.02, 0.3, true, ''"
    })
    void binomial(double regParam, double alpha, boolean standardized, String w) {
        LogisticRegression estimator =
                new LogisticRegression()
                        .setRegParam(regParam)
                        .setElasticNetParam(alpha)
                        .setStandardization(standardized)
                        .setTol(1e-14)
                        .setMaxIter(2000);
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
}
