package io.hessdiag.job.data;

import static org.apache.spark.sql.functions.col;

import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.conf.DataConf.Format;
import io.hessdiag.plan.DataLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/** What Spark's own readers read. */
final class TableSource implements ChunkSource {
    private static final String PARTITIONS = "spark.sql.files.minPartitionNum";

    private final Dataset<Row> table;
    private final Configuration hadoop;
    private final Columns columns;
    private final RowReader reader;

    private TableSource(Dataset<Row> table, Columns columns, Configuration hadoop) {
        this.table = table;
        this.hadoop = hadoop;
        this.columns = columns;
        this.reader = new RowReader(columns, table.schema(), 2);
    }

    /**
     * @throws DataException when the files cannot be read or lack a column
     */
    static TableSource open(SparkSession session, DataConf conf, Format format, DataLayout layout) {
        pinSplits(session);
        DataFrameReader reader = session.read().format(format.name().toLowerCase(Locale.ROOT));
        switch (format) {
            case CSV -> reader.option("header", "true");
            case LIBSVM -> reader.option("numFeatures", Integer.toString(features(layout)));
            default -> {}
        }
        conf.options().forEach(reader::option);
        try {
            Dataset<Row> table = reader.load(conf.paths().toArray(String[]::new));
            List<String> there = Arrays.asList(table.columns());
            return new TableSource(
                    table,
                    columns(conf, format, layout, there),
                    session.sparkContext().hadoopConfiguration());
        } catch (Exception e) {
            if (e instanceof AnalysisException || e instanceof java.io.IOException) {
                throw new DataException("data.path: " + firstLine(e));
            }
            throw e;
        }
    }

    /** Files are divided by the number of cores, which may grow: not from one pass to the next. */
    private static void pinSplits(SparkSession session) {
        if (session.conf().getOption(PARTITIONS).isEmpty()) {
            int cores = Math.max(1, session.sparkContext().defaultParallelism());
            session.conf().set(PARTITIONS, Integer.toString(cores));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static int features(DataLayout layout) {
        return layout.fields().stream().mapToInt(f -> f.type().size()).max().orElse(1);
    }

    /** libsvm's two columns have names of their own. */
    private static Columns columns(
            DataConf conf, Format format, DataLayout layout, List<String> there) {
        if (format != Format.LIBSVM || !conf.columns().isEmpty() || layout.fields().size() != 2) {
            return Columns.of(layout, conf.columns(), conf.weight(), there);
        }
        boolean labelFirst =
                layout.fields().get(0).type().size() < layout.fields().get(1).type().size();
        List<String> label = List.of("label");
        List<String> features = List.of("features");
        return Columns.of(
                layout,
                java.util.Map.of(
                        DataConf.position(0),
                        labelFirst ? label : features,
                        DataConf.position(1),
                        labelFirst ? features : label),
                conf.weight(),
                there);
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public String files() {
        List<String> files = List.of(table.inputFiles());
        return FileList.sum(files, hadoop);
    }

    private JavaRDD<InternalRow> rows(List<String> names) {
        List<Column> selected = new ArrayList<>();
        selected.add(col("_metadata.file_path").as("file"));
        selected.add(col("_metadata.file_block_start").as("start"));
        names.forEach(n -> selected.add(col("`" + n.replace("`", "``") + "`")));
        Dataset<Row> some = table.select(selected.toArray(Column[]::new));
        return ((org.apache.spark.sql.classic.Dataset<Row>) some)
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    }

    @Override
    public List<SplitSize> sizes() {
        List<String> names = columns.weight() == null ? List.of() : List.of(columns.weight());
        RowReader weights = reader;
        return rows(names)
                .mapPartitionsWithIndex(
                        (number, it) -> new SizeIterator(number, it, weights), false)
                .collect();
    }

    @Override
    public JavaRDD<Chunk> chunks() {
        RowReader values = reader;
        int width = columns.width();
        return rows(columns.names()).mapPartitions(it -> new ChunkIterator(it, values, width));
    }
}
