package io.hessdiag.job;

import io.hessdiag.format.Npz;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The images of the quickstart's bundle as tables of many kinds. */
final class DigitsTables {
    static final int ROWS = 300;
    private static final int PIXELS = 64;

    private final double[] x;
    private final double[] y;

    DigitsTables() throws IOException {
        Loss loss = LossBundle.read(Bundles.DIGITS);
        int parameters = loss.parameterCount();
        this.x = Arrays.copyOf(loss.values().get(parameters).doubles(), ROWS * PIXELS);
        Tensor labels = loss.values().get(parameters + 1);
        this.y = new double[ROWS];
        Arrays.setAll(y, labels::get);
    }

    double[] pixels(int row) {
        return Arrays.copyOfRange(x, row * PIXELS, (row + 1) * PIXELS);
    }

    int label(int row) {
        return (int) y[row];
    }

    /** A bundle with these images alone as its data. */
    static Path bundle(Path folder) throws IOException {
        DigitsTables t = new DigitsTables();
        Bundles.copy(Bundles.DIGITS, folder);
        for (String text : List.of("loss.mlir", "tree.json")) {
            String all = Files.readString(folder.resolve(text));
            Files.writeString(
                    folder.resolve(text),
                    all.replace("1797x", ROWS + "x")
                            .replace("dense<1797>", "dense<" + ROWS + ">")
                            .replace("dense<1.797000e+03>", "dense<" + ROWS + ".0>")
                            .replaceAll("\\b1797\\b", Integer.toString(ROWS)));
        }
        Files.delete(folder.resolve("grad.mlir"));
        Map<String, Tensor> leaves = new LinkedHashMap<>(Npz.read(folder.resolve("leaves.npz")));
        leaves.put("00004", Tensor.of(Shape.of(ROWS, PIXELS), t.x));
        Tensor labels = leaves.get("00005");
        int[] some = Arrays.stream(t.y).mapToInt(d -> (int) d).toArray();
        leaves.put("00005", labels(labels, some));
        Npz.write(folder.resolve("leaves.npz"), leaves, false);
        return folder;
    }

    private static Tensor labels(Tensor like, int[] values) {
        long[] out = Arrays.stream(values).asLongStream().toArray();
        return Tensor.of(like.type().withShape(Shape.of(values.length)), out);
    }

    /** Rows with an array of pixels, a label, a vector and a weight of 1; in several files. */
    void write(SparkSession spark, Path folder, String format, int files) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            double[] p = pixels(i);
            rows.add(
                    RowFactory.create(
                            p,
                            label(i),
                            i % 2 == 0 ? Vectors.dense(p) : Vectors.dense(p).toSparse(),
                            1.0));
        }
        StructType schema =
                new StructType()
                        .add("pixels", DataTypes.createArrayType(DataTypes.DoubleType))
                        .add("label", DataTypes.IntegerType)
                        .add("features", SQLDataTypes.VectorType())
                        .add("w", DataTypes.DoubleType);
        String[] drop = format.equals("parquet") ? new String[0] : new String[] {"features"};
        spark.createDataFrame(rows, schema)
                .drop(drop)
                .repartitionByRange(files, org.apache.spark.sql.functions.col("label"))
                .write()
                .format(format)
                .save(folder.toString());
    }

    void writeCsv(Path file) throws IOException {
        StringBuilder text = new StringBuilder(columns()).append(",label\n");
        for (int i = 0; i < ROWS; i++) {
            for (double p : pixels(i)) {
                text.append(p).append(',');
            }
            text.append(label(i)).append('\n');
        }
        Files.writeString(file, text);
    }

    /** {@code p0,p1,…}. */
    static String columns() {
        return java.util.stream.IntStream.range(0, PIXELS)
                .mapToObj(i -> "p" + i)
                .collect(Collectors.joining(","));
    }

    void writeLibsvm(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            text.append(label(i));
            double[] p = pixels(i);
            for (int k = 0; k < PIXELS; k++) {
                if (p[k] != 0) {
                    text.append(String.format(Locale.ROOT, " %d:%s", k + 1, p[k]));
                }
            }
            text.append('\n');
        }
        Files.writeString(file, text);
    }

    void writeNpz(Path folder, int files) throws IOException {
        Files.createDirectories(folder);
        for (int f = 0; f < files; f++) {
            int from = ROWS * f / files;
            int to = ROWS * (f + 1) / files;
            double[] own = Arrays.copyOfRange(x, from * PIXELS, to * PIXELS);
            Map<String, Tensor> arrays = new LinkedHashMap<>();
            arrays.put("x", Tensor.of(Shape.of(to - from, PIXELS), own));
            arrays.put("y", Tensor.of(Shape.of(to - from), Arrays.copyOfRange(y, from, to)));
            Npz.write(folder.resolve("part-" + f + ".npz"), arrays, false);
        }
    }
}
