package io.hessdiag.job.sparkml;

import static io.hessdiag.job.sparkml.ModelCheck.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.HessianDiagonal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.FMClassifier;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.ml.regression.FMRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factorization machines: curvature by hand, loss and gradient by Spark's own descent. */
class FactorizationMachineTest {
    private static final int FACTORS = 3;
    private static final double STEP = 0.05;
    private static final String[] LEAVES = {"factors", "intercept", "linear"};
    private static SparkSession spark;
    private static Dataset<Row> table;

    /** Features of like size, without which Spark's descent would not arrive. */
    private static Dataset<Row> scaled;

    @BeforeAll
    static void start() {
        spark = TestSession.start();
        table = RealData.table(spark, "breast-cancer", 4, 10);
        Dataset<Row> raw = table.withColumnRenamed("features", "raw");
        scaled =
                new StandardScaler()
                        .setInputCol("raw")
                        .setOutputCol("features")
                        .setWithMean(true)
                        .fit(raw)
                        .transform(raw)
                        .cache();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static FMRegressor regressor(String solver, int steps) {
        return new FMRegressor()
                .setFactorSize(FACTORS)
                .setRegParam(0.01)
                .setStepSize(STEP)
                .setMaxIter(steps)
                .setTol(0)
                .setSolver(solver)
                .setSeed(3);
    }

    private static FMClassifier classifier(String solver, int steps) {
        return new FMClassifier()
                .setFactorSize(FACTORS)
                .setRegParam(0.01)
                .setStepSize(STEP)
                .setMaxIter(steps)
                .setTol(0)
                .setSolver(solver)
                .setSeed(3);
    }

    /** m is linear in each parameter: ∂²ℓ/∂θ² = ℓ″(m) (∂m/∂θ)². */
    private static double[] squares(double[] x, Matrix factors, double curvature) {
        int n = x.length - 1;
        double[] out = new double[n * FACTORS + 1 + n];
        for (int f = 0; f < FACTORS; f++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += factors.apply(j, f) * x[j];
            }
            for (int j = 0; j < n; j++) {
                double slope = x[j] * (sum - factors.apply(j, f) * x[j]);
                out[j * FACTORS + f] = curvature * slope * slope;
            }
        }
        out[n * FACTORS] = curvature;
        for (int j = 0; j < n; j++) {
            out[n * FACTORS + 1 + j] = curvature * x[j] * x[j];
        }
        return out;
    }

    private static double[] expected(double[][] rows, Matrix factors, double[] curvatures) {
        double[] out = new double[(rows[0].length - 1) * (FACTORS + 1) + 1];
        Arrays.fill(out, 0.01);
        for (int i = 0; i < rows.length; i++) {
            double[] each = squares(rows[i], factors, curvatures[i]);
            for (int k = 0; k < out.length; k++) {
                out[k] += each[k] / rows.length;
            }
        }
        return out;
    }

    @Test
    void factorsOfRegression() {
        FMRegressionModel model = regressor("gd", 30).fit(scaled);
        double[][] x = RealData.design(scaled);
        double[] curvatures = new double[x.length];
        Arrays.fill(curvatures, 2);
        assertClose(
                expected(x, model.factors(), curvatures),
                new ModelCheck(model, scaled).entries(LEAVES),
                1e-12);
    }

    @Test
    void factorsOfClasses() {
        FMClassificationModel model = classifier("adamW", 30).fit(table);
        double[][] x = RealData.design(table);
        double[] curvatures =
                Arrays.stream(x)
                        .mapToDouble(
                                r -> {
                                    Vector v = Vectors.dense(Arrays.copyOf(r, r.length - 1));
                                    double p = model.predictProbability(v).apply(1);
                                    return p * (1 - p);
                                })
                        .toArray();
        assertClose(
                expected(x, model.factors(), curvatures),
                new ModelCheck(model, table).entries(LEAVES),
                1e-12);
    }

    /** The last that Spark writes down is the loss at the parameters it ends with. */
    @ParameterizedTest
    @ValueSource(strings = {"gd", "adamW"})
    void lossIsSparks(String solver) {
        FMClassificationModel model = classifier(solver, 6).fit(scaled);
        double[] objective = model.summary().objectiveHistory();
        double found = new HessianDiagonal().setModel(model).compute(scaled).loss();
        assertEquals(objective[objective.length - 1], found, 1e-12);
    }

    private static double[] parameters(FMRegressionModel m) {
        return parameters(m.factors(), m.intercept(), m.linear());
    }

    private static double[] parameters(FMClassificationModel m) {
        return parameters(m.factors(), m.intercept(), m.linear());
    }

    /** In the order of the leaves. */
    private static double[] parameters(Matrix factors, double intercept, Vector linear) {
        DoubleStream rowMajor = DoubleStream.of(factors.transpose().toArray());
        DoubleStream others =
                DoubleStream.concat(DoubleStream.of(intercept), DoubleStream.of(linear.toArray()));
        return DoubleStream.concat(rowMajor, others).toArray();
    }

    /** Gradient descent's step k is −s/√k times the gradient, the penalty's included. */
    private static void assertStep(double[] before, double[] after, int k, ModelCheck check) {
        double[] expected = new double[before.length];
        Arrays.setAll(expected, i -> (before[i] - after[i]) * Math.sqrt(k) / STEP);
        assertClose(expected, flat(check.gradient()), 1e-12);
    }

    private static double[] flat(List<double[]> leaves) {
        return leaves.stream().flatMapToDouble(DoubleStream::of).toArray();
    }

    @Test
    void gradientIsSparksNextStepForRegression() {
        FMRegressionModel model = regressor("gd", 4).fit(scaled);
        double[] after = parameters(regressor("gd", 5).fit(scaled));
        assertStep(parameters(model), after, 5, new ModelCheck(model, scaled));
    }

    @Test
    void gradientIsSparksNextStepForClasses() {
        FMClassificationModel model = classifier("gd", 4).fit(scaled);
        double[] after = parameters(classifier("gd", 5).fit(scaled));
        assertStep(parameters(model), after, 5, new ModelCheck(model, scaled));
    }

    /**
     * Spark stops when a step is shorter than tol times the parameters: at step k when s/√k |g| <
     * tol max(|θ|, 1). It does not go on to where the gradient vanishes.
     */
    @Test
    void gradientIsAsSmallAsSparkWantsIt() {
        double tol = 1e-3;
        FMClassificationModel model =
                classifier("gd", 300).setStepSize(1).setRegParam(0.1).setTol(tol).fit(scaled);
        int steps = model.summary().objectiveHistory().length;
        assertTrue(steps < 300, steps + " steps");
        double length = Math.max(1, norm(parameters(model)));
        double found = norm(flat(new ModelCheck(model, scaled).gradient()));
        assertTrue(found < tol * length * Math.sqrt(steps), "gradient " + found);
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
    }
}
