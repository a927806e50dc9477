package io.hessdiag.job.data;

import io.hessdiag.format.FormatException;
import io.hessdiag.format.Npz;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/** Reads .npz files in a task, each as one split and one chunk. */
record NpzReader(SerializableConfiguration hadoop, Columns columns) implements Serializable {

    /** The arrays by name. */
    static Map<String, Tensor> read(String file, SerializableConfiguration hadoop) {
        Path path = new Path(file);
        try (InputStream in = path.getFileSystem(hadoop.value()).open(path)) {
            return Npz.read(Splits.name(file), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Iterator<Chunk> chunks(String file) {
        return List.of(chunk(file)).iterator();
    }

    Iterator<SplitSize> sizes(int partition, Iterator<String> files) {
        List<SplitSize> out = new ArrayList<>();
        files.forEachRemaining(file -> out.add(size(partition, file)));
        return out.iterator();
    }

    private SplitSize size(int partition, String file) {
        Chunk chunk = chunk(file);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; chunk.problem() == null && i < chunk.rows(); i++) {
            sum = sum.add(new BigDecimal(chunk.weights()[i]));
        }
        long badRow = chunk.row() + chunk.rows();
        return new SplitSize(chunk.split(), partition, chunk.rows(), sum, chunk.problem(), badRow);
    }

    private Chunk chunk(String file) {
        try {
            return chunk(file, read(file, hadoop));
        } catch (FormatException e) {
            return problem(file, 0, e.getMessage());
        }
    }

    private Chunk chunk(String file, Map<String, Tensor> arrays) {
        int rows = -1;
        double[] values = null;
        for (Column column : columns.all()) {
            Tensor array = arrays.get(column.names().get(0));
            String wrong = shapeProblem(column, array, rows);
            if (wrong != null) {
                return problem(file, 0, column.text() + ": " + wrong);
            }
            rows = array.shape().dim(0);
            values = values == null ? new double[rows * columns.width()] : values;
            for (int row = 0; row < rows; row++) {
                String bad = fill(column, array, row, values);
                if (bad != null) {
                    return problem(file, row, column.text() + ": " + bad);
                }
            }
        }
        return weighted(file, arrays, rows, values);
    }

    private static String shapeProblem(Column column, Tensor array, int rows) {
        if (array == null || column.names().size() > 1) {
            return array == null ? "no such array" : "expected one array";
        }
        boolean fits =
                array.shape().rank() > 0
                        && (rows < 0 || array.shape().dim(0) == rows)
                        && array.size() == (long) array.shape().dim(0) * column.size();
        return fits
                ? null
                : String.format(
                        "expected [%s] + %s, found %s",
                        rows < 0 ? "rows" : rows, column.field().type().shape(), array.shape());
    }

    /** Copies one row's numbers; says what is wrong with one of them. */
    private String fill(Column column, Tensor array, int row, double[] values) {
        int to = row * columns.width() + column.at();
        for (int i = 0; i < column.size(); i++) {
            values[to + i] = array.get(row * column.size() + i);
            String problem = column.problem(values[to + i]);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private Chunk weighted(String file, Map<String, Tensor> arrays, int rows, double[] values) {
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        if (columns.weight() != null) {
            Tensor given = arrays.get(columns.weight());
            if (given == null || given.size() != rows) {
                return problem(
                        file, 0, "array " + columns.weight() + ": expected " + rows + " numbers");
            }
            Arrays.setAll(weights, given::get);
        }
        for (int i = 0; i < rows; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                String text = ": expected a weight of at least 0, found " + weights[i];
                return problem(file, i, "array " + columns.weight() + text);
            }
        }
        return new Chunk(new Split(file, 0), 0, rows, values, weights, null);
    }

    /** Nothing of a file with a bad row. */
    private static Chunk problem(String file, int row, String text) {
        return new Chunk(new Split(file, 0), row, 0, new double[0], new double[0], text);
    }
}
