package io.hessdiag.job.sparkml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.HessianDiagonal;
import io.hessdiag.job.ModelDiagonal;
import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.data.ExampleData;
import io.hessdiag.job.driver.Cluster;
import io.hessdiag.plan.DataGradient;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.tensor.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A model over a dataset: its diagonal, and the gradient that has to vanish at Spark's optimum.
 *
 * <p>Every model that is checked is saved and loaded again, too, and has to give the same bits.
 */
final class ModelCheck {
    private final Transformer model;
    private final Dataset<Row> table;
    private final ModelDiagonal diagonal;

    ModelCheck(Transformer model, Dataset<Row> table) {
        this.model = model;
        this.table = table;
        this.diagonal = new HessianDiagonal().setModel(model).compute(table);
        assertSameBits(diagonal, new HessianDiagonal().setModel(loaded(model)).compute(table));
    }

    /** What is left of a model when it has been on disk. */
    private static Transformer loaded(Transformer model) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("model");
            String path = folder.resolve("saved").toUri().toString();
            ((MLWritable) model).save(path);
            return (Transformer)
                    model.getClass().getMethod("load", String.class).invoke(null, path);
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        } finally {
            FileUtils.deleteQuietly(folder == null ? null : folder.toFile());
        }
    }

    private static void assertSameBits(ModelDiagonal one, ModelDiagonal other) {
        assertEquals(one.tree(), other.tree());
        assertEquals(one.loss(), other.loss());
        assertEquals(
                one.fisher().map(ModelDiagonal::tree), other.fisher().map(ModelDiagonal::tree));
    }

    ModelDiagonal diagonal() {
        return diagonal;
    }

    /** All entries in the order of the leaves. */
    double[] entries(String... paths) {
        return entries(diagonal, paths);
    }

    static double[] entries(ModelDiagonal of, String... paths) {
        return Arrays.stream(paths)
                .flatMapToDouble(p -> DoubleStream.of(of.vector(p).toArray()))
                .toArray();
    }

    /** In the order of the leaves. */
    List<double[]> gradient() {
        SparkModel source = SparkModel.of(model);
        Cluster cluster = Cluster.on(table.sparkSession());
        DataConf conf =
                source.columns(
                        new DataConf(
                                List.of(),
                                Optional.empty(),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(true),
                                true,
                                Map.of()));
        ExampleData data =
                cluster.examples(
                        table, conf, DataLayout.of(source.template(), DType.F64), source.stages());
        return DataGradient.of(
                DiagonalPlan.create(
                        cluster.loss(source, data), PlanOptions.DEFAULT, data.dataSet()));
    }

    /** |∂L/∂θᵢ| in units of what a change of θᵢ by 1/√(∂²L/∂θᵢ²) makes. */
    void assertOptimal(double tolerance, String... paths) {
        List<double[]> gradient = gradient();
        assertEquals(paths.length, gradient.size());
        for (int i = 0; i < paths.length; i++) {
            double[] curvature = diagonal.vector(paths[i]).toArray();
            for (int k = 0; k < curvature.length; k++) {
                double scaled = Math.abs(gradient.get(i)[k]) / Math.sqrt(curvature[k]);
                assertTrue(scaled < tolerance, paths[i] + " at " + k + ": " + scaled);
            }
        }
    }

    static void assertClose(double[] expected, double[] found, double tolerance) {
        assertEquals(expected.length, found.length);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], tolerance * largest, "entry " + i);
        }
    }
}
