package io.hessdiag.job.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.spark_partition_id;

import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.conf.DataConf.Format;
import io.hessdiag.plan.DataLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.exchange.Exchange;
import scala.Function1;

/** What Spark's own readers read, or a program has made. */
final class TableSource implements ChunkSource {
    /** What stands for the file of a table that is in none. */
    static final String IN_MEMORY = "the dataset";

    private static final String PARTITIONS = "spark.sql.files.minPartitionNum";

    // Where rows come from, beside their columns: feature stages leave these alone.
    private static final String FILE = "hessdiag file of the row";
    private static final String START = "hessdiag start of the split";
    private static final List<String> PLACE = List.of(FILE, START);

    private final Dataset<Row> table;
    private final List<String> files;
    private final Configuration hadoop;
    private final Columns columns;
    private final RowReader reader;
    private final JavaRDD<InternalRow> held;

    /**
     * @param table with {@link #FILE} and {@link #START}
     * @param files that it is read from
     * @param held the rows in use, the same ones each time; null to have files read as they are
     *     needed
     */
    private TableSource(
            Dataset<Row> table, List<String> files, Columns columns, JavaRDD<InternalRow> held) {
        this.table = table;
        this.files = files;
        this.columns = columns;
        this.hadoop = table.sparkSession().sparkContext().hadoopConfiguration();
        this.reader = new RowReader(columns, table.schema(), 2);
        this.held = held;
    }

    /**
     * @throws DataException when the files cannot be read or lack a column
     */
    static TableSource open(
            SparkSession session, DataConf conf, Format format, DataLayout layout, Stages stages) {
        pinSplits(session);
        DataFrameReader reader = session.read().format(format.name().toLowerCase(Locale.ROOT));
        if (format == Format.CSV) {
            reader.option("header", "true");
            // Stages take numbers for numbers only.
            reader.option("inferSchema", Boolean.toString(!stages.isEmpty()));
        } else if (format == Format.LIBSVM && stages.isEmpty()) {
            reader.option("numFeatures", Integer.toString(features(layout)));
        }
        conf.options().forEach(reader::option);
        try {
            Dataset<Row> read = reader.load(conf.paths().toArray(String[]::new));
            List<String> files = List.of(read.inputFiles());
            Dataset<Row> table =
                    staged(
                            read.withColumn(FILE, col("_metadata.file_path"))
                                    .withColumn(START, col("_metadata.file_block_start")),
                            stages);
            return new TableSource(table, files, columns(conf, format, layout, there(table)), null);
        } catch (Exception e) {
            if (e instanceof AnalysisException || e instanceof java.io.IOException) {
                throw new DataException("data.path: " + firstLine(e));
            }
            throw e;
        }
    }

    /** A table of the program's, each partition of which is a split. */
    static TableSource of(Dataset<Row> made, DataConf conf, DataLayout layout, Stages stages) {
        Dataset<Row> placed =
                made.withColumn(FILE, lit(IN_MEMORY))
                        .withColumn(START, spark_partition_id().cast("long"));
        Dataset<Row> table = staged(stages.isEmpty() ? placed : opaque(placed), stages);
        Columns columns = Columns.of(layout, conf.columns(), conf.weight(), there(table));
        JavaRDD<InternalRow> rows = rows(table, columns.names());
        return new TableSource(table, List.of(), columns, rows);
    }

    /** Rows stay in the order and the partitions that number them. */
    private static Dataset<Row> staged(Dataset<Row> placed, Stages stages) {
        if (stages.isEmpty()) {
            return placed;
        }
        Dataset<Row> out = stages.apply(placed);
        List<String> there = Arrays.asList(out.columns());
        if (!there.containsAll(PLACE)) {
            throw new DataException(
                    "the feature stages drop columns that they were not asked for: expected them"
                            + " to add some, found "
                            + String.join(", ", there));
        }
        if (moves(plan(out))) {
            throw new DataException(
                    "the feature stages move rows from task to task: expected stages that make a"
                            + " row of a row");
        }
        return out;
    }

    /** The same rows, however they came about: stages alone decide about what comes after. */
    private static Dataset<Row> opaque(Dataset<Row> table) {
        return table.sparkSession().createDataFrame(table.toJavaRDD(), table.schema());
    }

    private static SparkPlan plan(Dataset<Row> table) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) table).queryExecution().executedPlan();
    }

    /** A plan that may change while it runs hides its own from whoever looks through it. */
    private static boolean moves(SparkPlan plan) {
        return plan.exists(
                (Function1<SparkPlan, Object>)
                        p ->
                                p instanceof Exchange
                                        || p instanceof AdaptiveSparkPlanExec a
                                                && moves(a.executedPlan()));
    }

    private static List<String> there(Dataset<Row> table) {
        return Stream.of(table.columns()).filter(c -> !PLACE.contains(c)).toList();
    }

    /** Files are divided by the number of cores, which may grow: not from one pass to the next. */
    private static void pinSplits(SparkSession session) {
        if (session.conf().getOption(PARTITIONS).isEmpty()) {
            int cores = Math.max(1, session.sparkContext().defaultParallelism());
            session.conf().set(PARTITIONS, Integer.toString(cores));
        }
    }

    static String firstLine(Throwable e) {
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
        return FileList.sum(files, hadoop);
    }

    private static JavaRDD<InternalRow> rows(Dataset<Row> table, List<String> names) {
        List<Column> selected = new ArrayList<>();
        selected.add(col("`" + FILE + "`"));
        selected.add(col("`" + START + "`"));
        names.forEach(n -> selected.add(col("`" + n.replace("`", "``") + "`")));
        Dataset<Row> some = table.select(selected.toArray(Column[]::new));
        return ((org.apache.spark.sql.classic.Dataset<Row>) some)
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    }

    @Override
    public List<SplitSize> sizes() {
        RowReader weights = reader;
        JavaRDD<InternalRow> rows = held;
        int ordinal = weights.weightOrdinal();
        if (held == null) {
            ordinal = 2;
            List<String> weight = columns.weight() == null ? List.of() : List.of(columns.weight());
            rows = rows(table, weight);
        }
        int at = ordinal;
        return rows.mapPartitionsWithIndex(
                        (number, it) -> new SizeIterator(number, it, weights, at), false)
                .collect();
    }

    @Override
    public JavaRDD<Chunk> chunks() {
        RowReader values = reader;
        int width = columns.width();
        JavaRDD<InternalRow> rows = held == null ? rows(table, columns.names()) : held;
        return rows.mapPartitions(it -> new ChunkIterator(it, values, width));
    }
}
