package io.hessdiag.job.data;

import io.hessdiag.format.FormatException;
import io.hessdiag.format.Npz;
import io.hessdiag.job.conf.DataConf;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/** Folders of .npz files: each array of a file has the file's examples along its first axis. */
final class NpzSource implements ChunkSource {
    private static final String ENDING = ".npz";

    private final JavaSparkContext spark;
    private final List<String> files;
    private final Reader reader;

    private NpzSource(JavaSparkContext spark, List<String> files, Reader reader) {
        this.spark = spark;
        this.files = files;
        this.reader = reader;
    }

    /**
     * @throws DataException when there are no such files, or they lack an array
     */
    static NpzSource open(JavaSparkContext spark, DataConf conf, DataLayout layout) {
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.hadoopConfiguration());
        try {
            List<String> files = new ArrayList<>();
            for (String path : conf.paths()) {
                files.addAll(list(new Path(path), hadoop.value()));
            }
            if (files.isEmpty()) {
                throw new DataException("data.path: no " + ENDING + " file in " + conf.paths());
            }
            List<String> there = List.copyOf(read(files.get(0), hadoop).keySet());
            Columns columns = Columns.of(layout, conf.columns(), conf.weight(), there);
            return new NpzSource(spark, files, new Reader(hadoop, columns));
        } catch (IOException e) {
            throw new DataException("data.path: " + e.getMessage());
        }
    }

    private static List<String> list(Path path, Configuration hadoop) throws IOException {
        FileSystem files = path.getFileSystem(hadoop);
        FileStatus[] found = files.globStatus(path);
        if (found == null || found.length == 0) {
            throw new DataException("data.path: " + path + ": no such file or folder");
        }
        List<String> out = new ArrayList<>();
        for (FileStatus status : found) {
            FileStatus[] inside =
                    status.isDirectory()
                            ? files.listStatus(status.getPath())
                            : new FileStatus[] {status};
            Stream.of(inside)
                    .map(s -> s.getPath().toString())
                    .filter(s -> s.endsWith(ENDING))
                    .forEach(out::add);
        }
        return out;
    }

    private static Map<String, Tensor> read(String file, SerializableConfiguration hadoop) {
        Path path = new Path(file);
        try (InputStream in = path.getFileSystem(hadoop.value()).open(path)) {
            return Npz.read(Splits.name(file), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Columns columns() {
        return reader.columns();
    }

    @Override
    public String files() {
        return FileList.sum(files, spark.hadoopConfiguration());
    }

    private JavaRDD<String> distributed() {
        return spark.parallelize(files, files.size());
    }

    @Override
    public List<SplitSize> sizes() {
        Reader each = reader;
        return distributed()
                .mapPartitionsWithIndex((number, it) -> each.sizes(number, it), false)
                .collect();
    }

    @Override
    public JavaRDD<Chunk> chunks() {
        Reader each = reader;
        return distributed().flatMap(each::chunks);
    }

    /** Reads one file in a task. */
    private record Reader(SerializableConfiguration hadoop, Columns columns)
            implements Serializable {

        private Chunk whole(String file) {
            Map<String, Tensor> arrays;
            try {
                arrays = read(file, hadoop);
            } catch (FormatException e) {
                return problem(file, e.getMessage());
            }
            int rows = -1;
            double[] values = null;
            for (Column column : columns.all()) {
                Tensor array = arrays.get(column.names().get(0));
                String wrong = array == null ? "is not there" : wrong(array, column, rows);
                if (wrong != null || column.names().size() > 1) {
                    String text = wrong == null ? "expected one array" : wrong;
                    return problem(file, "array " + column.names().get(0) + ": " + text);
                }
                rows = array.shape().dim(0);
                values = values == null ? new double[rows * columns.width()] : values;
                for (int row = 0; row < rows; row++) {
                    int to = row * columns.width() + column.at();
                    for (int i = 0; i < column.size(); i++) {
                        double value = array.get(row * column.size() + i);
                        if (column.problem(value) != null) {
                            return new Chunk(
                                    new Split(file, 0),
                                    0,
                                    row,
                                    new double[0],
                                    new double[0],
                                    column.text() + ": " + column.problem(value));
                        }
                        values[to + i] = value;
                    }
                }
            }
            return weighted(file, arrays, rows, values);
        }

        private Chunk weighted(String file, Map<String, Tensor> arrays, int rows, double[] values) {
            Tensor weight = columns.weight() == null ? null : arrays.get(columns.weight());
            if (columns.weight() != null && (weight == null || weight.size() != rows)) {
                return problem(
                        file, "array " + columns.weight() + ": expected " + rows + " numbers");
            }
            double[] weights =
                    IntStream.range(0, rows)
                            .mapToDouble(i -> weight == null ? 1 : weight.get(i))
                            .toArray();
            for (int i = 0; i < rows; i++) {
                if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                    String text = ": expected a weight of at least 0, found " + weights[i];
                    return new Chunk(
                            new Split(file, 0), 0, i, values, weights, columns.weight() + text);
                }
            }
            return new Chunk(new Split(file, 0), 0, rows, values, weights, null);
        }

        private static Chunk problem(String file, String text) {
            return new Chunk(new Split(file, 0), 0, 0, new double[0], new double[0], text);
        }

        private static String wrong(Tensor array, Column column, int rows) {
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

        Iterator<SplitSize> sizes(int partition, Iterator<String> some) {
            List<SplitSize> out = new ArrayList<>();
            some.forEachRemaining(file -> out.add(size(partition, file)));
            return out.iterator();
        }

        private SplitSize size(int partition, String file) {
            Chunk chunk = whole(file);
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; chunk.problem() == null && i < chunk.rows(); i++) {
                sum = sum.add(new BigDecimal(chunk.weights()[i]));
            }
            return new SplitSize(
                    chunk.split(), partition, chunk.rows(), sum, chunk.problem(), chunk.rows());
        }

        Iterator<Chunk> chunks(String file) {
            return List.of(whole(file)).iterator();
        }
    }
}
