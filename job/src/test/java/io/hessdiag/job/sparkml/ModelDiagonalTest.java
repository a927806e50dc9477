package io.hessdiag.job.sparkml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.HessianDiagonal;
import io.hessdiag.job.ModelDiagonal;
import io.hessdiag.job.data.DataException;
import io.hessdiag.loss.LossException;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.Selection;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What programs see: columns, shapes of results, and what is refused. */
class ModelDiagonalTest {
    private static SparkSession spark;
    private static Dataset<Row> table;
    private static LogisticRegressionModel model;

    @BeforeAll
    static void start() {
        spark = TestSession.start();
        table = RealData.table(spark, "breast-cancer", 4, 7);
        model = new LogisticRegression().setRegParam(0.1).fit(table);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static ModelDiagonal diagonal() {
        return new HessianDiagonal().setModel(model).compute(table);
    }

    @Test
    void resultsComeInManyShapes() {
        ModelDiagonal found = diagonal();
        double[] beta = found.vector("coefficients").toArray();
        assertEquals(3, beta.length);
        assertEquals(beta[1], (double) found.breeze("['coefficients']").apply(1));
        assertEquals(
                beta[2],
                found.tree()
                        .at(KeyPath.parse("['coefficients']"))
                        .orElseThrow()
                        .leaves()
                        .get(0)
                        .get(2));
        List<Row> rows = found.toDataFrame().collectAsList();
        assertEquals(4, rows.size());
        assertEquals("['coefficients']", rows.get(1).getString(0));
        assertEquals(1, rows.get(1).getLong(1));
        assertEquals(beta[1], rows.get(1).getDouble(2));
        assertEquals(Optional.empty(), found.fisher());
        String message =
                assertThrows(IllegalArgumentException.class, () -> found.vector("beta"))
                        .getMessage();
        assertEquals("beta: no such leaf; there are ['coefficients'], ['intercept']", message);
    }

    @Test
    void partitionsAndBroadcastDoNotMatter() {
        Dataset<Row> divided = table.coalesce(1).repartitionByRange(3, functions.col("w"));
        divided = divided.sortWithinPartitions("w", "label", "mean_area").cache();
        Dataset<Row> one = divided.coalesce(1);
        HessianDiagonal all = new HessianDiagonal().setModel(model);
        assertEquals(all.compute(one).tree(), all.setBroadcast(false).compute(divided).tree());
    }

    @Test
    void columnsWeightsMethodsAndSelectionsMayBeSet() {
        Dataset<Row> other =
                table.withColumnRenamed("features", "x").withColumnRenamed("label", "y");
        HessianDiagonal source =
                new HessianDiagonal().setModel(model).setFeaturesCol("x").setLabelCol("y");
        assertEquals(diagonal().tree(), source.compute(other).tree());
        double[] index = source.setMethod("index").compute(other).vector("intercept").toArray();
        assertEquals(diagonal().vector("intercept").apply(0), index[0], 1e-14);
        LogisticRegressionModel free = new LogisticRegression().fit(table);
        Dataset<Row> twice = table.union(table.filter("w = 2")).coalesce(1);
        Dataset<Row> weighted =
                table.withColumn("v", functions.expr("if(w = 2, 2, 1)")).coalesce(1);
        assertEquals(
                new HessianDiagonal().setModel(free).compute(twice).loss(),
                new HessianDiagonal().setModel(free).setWeightCol("v").compute(weighted).loss(),
                1e-14);
        ModelDiagonal some =
                new HessianDiagonal()
                        .setModel(free)
                        .setOptions(
                                PlanOptions.DEFAULT.withSelection(
                                        new Selection(List.of("['intercept']"))))
                        .compute(table);
        assertEquals(1, some.toDataFrame().count());
        assertThrows(IllegalArgumentException.class, () -> source.setMethod("exact"));
    }

    @Test
    void theBestModelOfASearchIsTaken() {
        LogisticRegression estimator = new LogisticRegression().setRegParam(0.1);
        ParamMap[] grid = {new ParamMap().put(estimator.maxIter().w(100))};
        assertEquals(
                3,
                new HessianDiagonal()
                        .setModel(
                                new TrainValidationSplit()
                                        .setEstimator(estimator)
                                        .setEstimatorParamMaps(grid)
                                        .setEvaluator(new BinaryClassificationEvaluator())
                                        .fit(table))
                        .compute(table)
                        .vector("coefficients")
                        .size());
    }

    private static String refused(Dataset<Row> rows) {
        return assertThrows(
                        DataException.class,
                        () -> new HessianDiagonal().setModel(model).compute(rows))
                .getMessage();
    }

    /** Rows are numbered by where they are read. */
    @Test
    void stagesThatMoveRowsAreRefused() {
        SQLTransformer sorting =
                new SQLTransformer().setStatement("SELECT * FROM __THIS__ ORDER BY mean_area");
        PipelineModel sorted =
                new Pipeline().setStages(new PipelineStage[] {sorting, model}).fit(table);
        Dataset<Row> inThree = table.repartition(3).cache();
        String message =
                assertThrows(
                                DataException.class,
                                () -> new HessianDiagonal().setModel(sorted).compute(inThree))
                        .getMessage();
        assertTrue(message.contains("move rows from task to task"), message);
    }

    @Test
    void whatCannotBeUsedIsRefused() {
        String missing = refused(table.drop("features"));
        assertTrue(missing.startsWith("no column features; there are "), missing);
        Dataset<Row> threes =
                table.withColumn("label", functions.expr("if(mean_area > 2400, 3, label)"));
        String label = refused(threes);
        assertTrue(label.startsWith("the dataset: row "), label);
        assertTrue(label.endsWith("expected a whole number from 0 to 1, found 3"), label);
        String none = refused(table.filter("label > 5"));
        assertTrue(none.contains("at least one example, found none in the dataset"), none);
        String unknown =
                assertThrows(
                                LossException.class,
                                () ->
                                        new HessianDiagonal()
                                                .setModel(
                                                        new StandardScaler()
                                                                .setInputCol("features")
                                                                .fit(table))
                                                .compute(table))
                        .getMessage();
        assertTrue(unknown.contains("StandardScalerModel: expected Multilayer"), unknown);
        assertThrows(IllegalStateException.class, () -> new HessianDiagonal().compute(table));
    }
}
