package io.hessdiag.job.sparkml;

import io.hessdiag.job.Bundles;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of {@code data/}, and the digits of the quickstart's bundle. */
final class RealData {
    static final Path FOLDER = Path.of("src/test/resources/data");

    private RealData() {}

    static Dataset<Row> raw(SparkSession spark, String name) {
        return spark.read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv(FOLDER.resolve(name + ".csv").toString());
    }

    /** Columns features, label and w, 1 to 3, of some of the columns. */
    static Dataset<Row> table(SparkSession spark, String name, int from, int to) {
        Dataset<Row> raw = raw(spark, name);
        String[] all = raw.columns();
        String[] some = Arrays.copyOfRange(all, from, to);
        return new VectorAssembler()
                .setInputCols(some)
                .setOutputCol("features")
                .transform(raw)
                .withColumn("label", functions.col(all[all.length - 1]).cast("double"))
                .withColumn("w", functions.col(all[0]).cast("int").mod(functions.lit(3)).plus(1.0))
                .coalesce(1)
                .cache();
    }

    /** 300 images, some as sparse vectors, with label. */
    static Dataset<Row> digits(SparkSession spark) throws IOException {
        Loss loss = LossBundle.read(Bundles.DIGITS);
        Tensor x = loss.values().get(loss.parameterCount());
        Tensor y = loss.values().get(loss.parameterCount() + 1);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Vector v = Vectors.dense(Arrays.copyOfRange(x.doubles(), 64 * i, 64 * i + 64));
            rows.add(RowFactory.create(i % 2 == 0 ? v : v.toSparse(), y.get(i)));
        }
        StructType schema =
                new StructType()
                        .add("features", SQLDataTypes.VectorType())
                        .add("label", DataTypes.DoubleType);
        return spark.createDataFrame(rows, schema).coalesce(1).cache();
    }

    /** Row-major, with a last column of ones. */
    static double[][] design(Dataset<Row> table) {
        return table.select("features").collectAsList().stream()
                .map(r -> ((Vector) r.get(0)).toArray())
                .map(
                        x -> {
                            double[] out = Arrays.copyOf(x, x.length + 1);
                            out[x.length] = 1;
                            return out;
                        })
                .toArray(double[][]::new);
    }

    static double[] column(Dataset<Row> table, String name) {
        return table.select(functions.col(name).cast("double")).collectAsList().stream()
                .mapToDouble(r -> r.getDouble(0))
                .toArray();
    }
}
