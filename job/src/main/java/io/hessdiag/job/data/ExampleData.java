package io.hessdiag.job.data;

import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.task.ComputeSlice;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DataSet;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.ExampleRange;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Function1;

/** A data set of any size: rows in files that are the examples of a loss. */
public final class ExampleData {
    /** Up to this size every executor may as well have all rows. */
    private static final long BROADCAST_BYTES = 64L << 20;

    private final ChunkSource source;
    private final DataLayout layout;
    private final Splits splits;
    private final boolean broadcast;
    private final Map<String, String> options;

    private ExampleData(ChunkSource source, DataLayout layout, DataConf conf) {
        this.source = source;
        this.layout = layout;
        this.splits = new Splits(source.sizes());
        this.options = new TreeMap<>(conf.options());
        long bytes = splits.rows() * Double.BYTES * (1L + layout.width());
        this.broadcast = conf.broadcast().orElse(bytes <= BROADCAST_BYTES);
    }

    /**
     * Finds the columns and counts the rows.
     *
     * @throws DataException when files, columns or weights are not as they have to be
     */
    public static ExampleData open(SparkSession session, DataConf conf, DataLayout exported) {
        return open(session, conf, exported, Stages.NONE);
    }

    /** The same for rows that feature stages are applied to first. */
    public static ExampleData open(
            SparkSession session, DataConf conf, DataLayout exported, Stages stages) {
        DataLayout layout = asTold(exported, conf);
        DataConf.Format format = Formats.of(conf);
        ReaderOptions.check(conf.options(), format);
        if (format != DataConf.Format.NPZ) {
            ChunkSource source = TableSource.open(session, conf, format, layout, stages);
            return checked(new ExampleData(source, layout, conf), conf);
        }
        if (!stages.isEmpty()) {
            throw new DataException(
                    "data.format: npz files are no table that feature stages could be applied to");
        }
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        ChunkSource source = NpzSource.open(spark, conf, layout);
        return checked(new ExampleData(source, layout, conf), conf);
    }

    /**
     * A table that the program has; examples are numbered as its partitions have them.
     *
     * @param conf its columns, weights and the like; without paths
     */
    public static ExampleData of(
            Dataset<Row> table, DataConf conf, DataLayout exported, Stages stages) {
        DataLayout layout = asTold(exported, conf);
        ChunkSource source = TableSource.of(table, conf, layout, stages);
        return checked(new ExampleData(source, layout, conf), conf);
    }

    private static ExampleData checked(ExampleData data, DataConf conf) {
        if (data.splits.rows() == 0) {
            throw new DataException(
                    "data.path: expected at least one example, found none in "
                            + (conf.paths().isEmpty()
                                    ? TableSource.IN_MEMORY
                                    : String.join(", ", conf.paths())));
        }
        if (data.layout.mean() && !(data.splits.weight() > 0)) {
            throw new DataException(
                    "data.weight: expected weights with a sum above 0, found "
                            + data.splits.weight());
        }
        return data;
    }

    private static DataLayout asTold(DataLayout exported, DataConf conf) {
        DataLayout layout = conf.mean().map(exported::withMean).orElse(exported);
        return conf.checkClasses() ? layout : layout.withoutClasses();
    }

    /** Number of examples. */
    public long examples() {
        return splits.rows();
    }

    /** Whether the rows go to every executor with the plan. */
    public boolean isBroadcast() {
        return broadcast;
    }

    /**
     * What a plan has to know, with all rows if they are broadcast.
     *
     * @throws DataException for the first bad row
     */
    public DataSet dataSet() {
        return new DataSet(
                layout,
                examples(),
                layout.scale(splits.weight()),
                broadcast ? rows(0, Math.toIntExact(examples())) : null);
    }

    /** The same for a plan that is only shown: no row is read. */
    public DataSet counted() {
        return new DataSet(layout, examples(), layout.scale(splits.weight()), null, broadcast);
    }

    /** {@code 2,000,000 examples, read where they lie}. */
    public String text() {
        return String.format(
                "%,d examples, %s, a %s over them",
                examples(),
                broadcast ? "on every executor" : "read where they lie",
                layout.mean() ? "mean" : "sum");
    }

    /** All rows, as they were counted. */
    private JavaRDD<Chunk> chunks() {
        Splits all = splits;
        return source.chunks()
                .mapPartitionsWithIndex(
                        (number, it) -> new CountedChunks(it, all.counted(number)), true);
    }

    /** The rows of a range. */
    public DataSet.Rows rows(ExampleRange range) {
        return rows(range.first(), range.count());
    }

    private DataSet.Rows rows(long first, int count) {
        Splits all = splits;
        List<Chunk> chunks =
                new ArrayList<>(
                        some(chunks(), splits.partitions(first, count))
                                .filter(c -> all.overlaps(c, first, count))
                                .collect());
        chunks.sort(Comparator.comparingLong(splits::first));
        RowBuffer buffer = new RowBuffer(layout, count);
        for (Chunk chunk : chunks) {
            if (chunk.problem() != null) {
                throw new DataException(splits.problem(chunk));
            }
            int from = (int) Math.max(0, first - splits.first(chunk));
            int end = (int) Math.min(chunk.rows(), first + count - splits.first(chunk));
            buffer.add(chunk, from, end - from);
        }
        return buffer.rows();
    }

    /**
     * Σ over all rows of each of these terms, without rounding but the last.
     *
     * @throws DataException for a bad row, or one whose terms are not finite
     */
    public double[] sums(RowTerms terms) {
        int width = layout.width();
        Splits all = splits;
        TermSums sum =
                chunks().mapPartitions(it -> List.of(TermSums.of(it, terms, width)).iterator())
                        .treeReduce((a, b) -> a.plus(b, all));
        if (sum.bad() != null) {
            throw new DataException(splits.problem(sum.bad()));
        }
        return sum.sums().rounded();
    }

    private static JavaRDD<Chunk> some(JavaRDD<Chunk> all, BitSet partitions) {
        Function1<Object, Object> wanted =
                (Function1<Object, Object> & Serializable) i -> partitions.get((Integer) i);
        return PartitionPruningRDD.create(all.rdd(), wanted).toJavaRDD();
    }

    /**
     * The results of all units that need examples, from rows read where they lie.
     *
     * @param finished ranges that are left out
     * @param parts tasks that put ranges together; it decides about speed only
     */
    public JavaRDD<UnitResult> results(ComputeSlice compute, BitSet finished, int parts) {
        Splits all = splits;
        DataLayout own = layout;
        RangeComputer computer = new RangeComputer(compute, splits);
        int ranges = computer.plan().ranges().size();
        JavaPairRDD<RangeKey, RangePart> cut =
                chunks().setName("rows of the data set")
                        .mapPartitionsToPair(
                                it -> new RangeCutter(it, all, own, computer, finished));
        return cut.repartitionAndSortWithinPartitions(new ByRange(ranges, Math.min(ranges, parts)))
                .mapPartitions(it -> new RangeJoiner(it, own, computer))
                .setName("parts of the diagonal");
    }

    /** File and row of the first of these examples that is not finite by itself, if one is. */
    public Optional<String> notFinite(DiagonalPlan plan, long first, DataSet.Rows rows) {
        return RangeComputer.firstBad(plan, splits, first, rows);
    }

    /** What tells this data set from others, for a run that resumes. */
    public Map<String, String> identity() {
        Map<String, String> out = new TreeMap<>();
        out.put("data.rows", Long.toString(examples()));
        out.put("data.weights", Double.toString(splits.weight()));
        out.put("data.columns", String.join(",", source.columns().names()));
        out.put("data.reduction", layout.mean() ? "mean" : "sum");
        out.put("data.broadcast", Boolean.toString(broadcast));
        if (!options.isEmpty()) {
            out.put("data.options", options.toString());
        }
        out.put("data.files", source.files());
        return out;
    }

    /** Neighbouring ranges together. */
    private static final class ByRange extends Partitioner {
        private static final long serialVersionUID = 1L;

        private final int ranges;
        private final int parts;

        ByRange(int ranges, int parts) {
            this.ranges = ranges;
            this.parts = parts;
        }

        @Override
        public int numPartitions() {
            return parts;
        }

        @Override
        public int getPartition(Object key) {
            return (int) ((long) ((RangeKey) key).range() * parts / ranges);
        }
    }
}
