package io.hessdiag.job.sparkml;

import static io.hessdiag.job.sparkml.ModelCheck.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every family and link of Spark's: deviance, optimum, curvature, information, standard errors. */
class GeneralizedLinearTest {
    private static final int N = 4;
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static SparkSession spark;
    private static Dataset<Row> cancer;
    private static Dataset<Row> diabetes;

    @BeforeAll
    static void start() {
        spark = TestSession.start();
        cancer = RealData.table(spark, "breast-cancer", 8, 10).cache();
        diabetes =
                RealData.table(spark, "diabetes", 0, N)
                        .withColumn("label", functions.col("label").divide(100))
                        .withColumn("o", functions.col("age").divide(200))
                        .cache();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static DoubleUnaryOperator mean(String link) {
        return switch (link) {
            case "identity" -> e -> e;
            case "log", "0.0" -> Math::exp;
            case "inverse" -> e -> 1 / e;
            case "sqrt" -> e -> e * e;
            case "logit" -> e -> 1 / (1 + Math.exp(-e));
            case "probit" -> NORMAL::cumulativeProbability;
            case "cloglog" -> e -> -Math.expm1(-Math.exp(e));
            default -> e -> Math.pow(e, 1 / Double.parseDouble(link));
        };
    }

    private static double variance(String family, double power, double mu) {
        return switch (family) {
            case "gaussian" -> 1;
            case "binomial" -> mu * (1 - mu);
            case "poisson" -> mu;
            case "gamma" -> mu * mu;
            default -> Math.pow(mu, power);
        };
    }

    /** Fourth-order central differences. */
    private static double slope(DoubleUnaryOperator f, double x) {
        double h = 1e-3 * Math.max(0.1, Math.abs(x));
        return (8 * (f.applyAsDouble(x + h) - f.applyAsDouble(x - h))
                        - f.applyAsDouble(x + 2 * h)
                        + f.applyAsDouble(x - 2 * h))
                / (12 * h);
    }

    private static GeneralizedLinearRegression estimator(String family, double power, String link) {
        GeneralizedLinearRegression out =
                new GeneralizedLinearRegression().setFamily(family).setTol(1e-12).setMaxIter(60);
        if (!family.equals("tweedie")) {
            return out.setLink(link);
        }
        out.setVariancePower(power);
        return link.isEmpty() ? out : out.setLinkPower(Double.parseDouble(link));
    }

    /**
     * Σ w v x xᵀ.
     *
     * @param v by row
     */
    private static RealMatrix weighted(double[][] x, double[] w, double[] v) {
        RealMatrix out = new Array2DRowRealMatrix(x[0].length, x[0].length);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                for (int k = 0; k < x[i].length; k++) {
                    out.addToEntry(j, k, w[i] * v[i] * x[i][j] * x[i][k]);
                }
            }
        }
        return out;
    }

    private static double[] diagonal(RealMatrix m) {
        double[] out = new double[m.getRowDimension()];
        Arrays.setAll(out, i -> m.getEntry(i, i));
        return out;
    }

    @ParameterizedTest
    @CsvSource({
        "gaussian, 0, identity, false",
        "gaussian, 0, log, true",
        "gaussian, 0, inverse, false",
        "binomial, 0, logit, true",
        "binomial, 0, probit, false",
        "binomial, 0, cloglog, false",
        "poisson, 1, log, true",
        "poisson, 1, identity, false",
        "poisson, 1, sqrt, false",
        "gamma, 2, inverse, false",
        "gamma, 2, identity, false",
        "gamma, 2, log, true",
        "tweedie, 1.5, 0.0, true",
        "tweedie, 2.5, 0.0, false",
        "tweedie, 3.0, 0.5, false",
        "tweedie, 0.0, '', true",
        "tweedie, 1.2, '', false",
        "tweedie, 1.5, '', false",
        "tweedie, 2.0, '', false"
    })
    void familyAndLink(String family, double power, String given, boolean weights) {
        // Spark's own choice of a Tweedie family's link.
        String link = given.isEmpty() ? String.valueOf(1 - power) : given;
        Dataset<Row> table = family.equals("binomial") ? cancer : diabetes;
        GeneralizedLinearRegression estimator = estimator(family, power, given);
        if (weights) {
            estimator.setWeightCol("w").setOffsetCol(family.equals("binomial") ? "" : "o");
        }
        GeneralizedLinearRegressionModel model = estimator.fit(table);
        double[][] x = RealData.design(table);
        double[] y = RealData.column(table, "label");
        double[] w = new double[y.length];
        Arrays.fill(w, 1);
        w = weights ? RealData.column(table, "w") : w;
        double[] offset = new double[y.length];
        offset = weights && table == diabetes ? RealData.column(table, "o") : offset;
        DoubleUnaryOperator mu = mean(link);
        double[] information = new double[y.length];
        double[] curvature = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double eta = model.intercept() + offset[i];
            for (int j = 0; j < x[i].length - 1; j++) {
                eta += model.coefficients().apply(j) * x[i][j];
            }
            double yi = y[i];
            double d = slope(mu, eta);
            information[i] = d * d / variance(family, power, mu.applyAsDouble(eta));
            DoubleUnaryOperator score =
                    e ->
                            (mu.applyAsDouble(e) - yi)
                                    * slope(mu, e)
                                    / variance(family, power, mu.applyAsDouble(e));
            curvature[i] = slope(score, eta);
        }
        ModelCheck check = new ModelCheck(model, table);
        double[] found = check.entries("coefficients", "intercept");
        assertClose(diagonal(weighted(x, w, curvature)), found, 1e-8);
        RealMatrix fisher = weighted(x, w, information);
        assertClose(
                diagonal(fisher),
                ModelCheck.entries(
                        check.diagonal().fisher().orElseThrow(), "coefficients", "intercept"),
                1e-8);
        assertEquals(model.summary().deviance(), 2 * check.diagonal().loss(), 1e-9 * y.length);
        double[] errors = diagonal(new LUDecomposition(fisher).getSolver().getInverse());
        double dispersion = model.summary().dispersion();
        assertClose(
                Arrays.stream(errors).map(v -> Math.sqrt(dispersion * v)).toArray(),
                model.summary().coefficientStandardErrors(),
                1e-5);
        check.assertOptimal(1e-4, "coefficients", "intercept");
    }

    /** Spark's ridge, whose weight its working weights decide. */
    @ParameterizedTest
    @CsvSource({"gaussian, identity", "poisson, log", "gamma, log"})
    void ridge(String family, String link) {
        GeneralizedLinearRegressionModel model =
                estimator(family, 0, link)
                        .setRegParam(0.3)
                        .setWeightCol("w")
                        .setOffsetCol("o")
                        .fit(diabetes);
        new ModelCheck(model, diabetes).assertOptimal(1e-4, "coefficients", "intercept");
    }
}
