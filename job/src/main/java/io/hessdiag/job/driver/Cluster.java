package io.hessdiag.job.driver;

import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.data.ExampleData;
import io.hessdiag.job.data.Stages;
import io.hessdiag.job.report.Figures;
import io.hessdiag.job.sparkml.ModelFiles;
import io.hessdiag.job.sparkml.SparkModel;
import io.hessdiag.job.storage.UnitFolder;
import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.job.task.AuditEntry;
import io.hessdiag.job.task.Handle;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.WorkUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** A plan's work on Spark: broadcast, map, combine in the order of the units. */
public final class Cluster implements AutoCloseable {
    // Tasks unless the user says how many: enough to even out, and for long work none too long.
    private static final int TASKS_PER_CORE = 4;
    private static final double LEAST_SECONDS_PER_TASK = 0.25;
    private static final double SECONDS_PER_TASK = 5;

    private static final String SERIALIZER = "spark.serializer";
    private static final String JAVA_SERIALIZER = "org.apache.spark.serializer.JavaSerializer";

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final boolean own;
    private final Phases phases;

    private Cluster(SparkSession session, boolean own) {
        this.session = session;
        this.own = own;
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.phases = own ? Phases.cancelledBySignals(spark.sc()) : Phases.of(spark.sc());
    }

    /**
     * The session that spark-submit's settings describe; progress goes to stderr. Of the settings
     * only the serializer is not the user's: Kryo knows no records.
     */
    static Cluster connect() {
        return new Cluster(
                SparkSession.builder().config(SERIALIZER, JAVA_SERIALIZER).getOrCreate(), true);
    }

    /**
     * Somebody else's session, which stays open; nothing is printed.
     *
     * @throws ConfException when it serialises by Kryo
     */
    public static Cluster on(SparkSession session) {
        String found = session.sparkContext().getConf().get(SERIALIZER, JAVA_SERIALIZER);
        if (!found.equals(JAVA_SERIALIZER)) {
            throw new ConfException(
                    SERIALIZER + ": expected " + JAVA_SERIALIZER + ", found " + found);
        }
        return new Cluster(session, false);
    }

    int cores() {
        return spark.defaultParallelism();
    }

    /** The driver's, where tasks would run on them; else 0. */
    int ownCores() {
        return session.sparkContext().isLocal() ? cores() : 0;
    }

    String version() {
        return spark.version();
    }

    /** By Spark tasks, or by this JVM where the work is not worth handing out. */
    public Computation computation(
            DiagonalPlan plan, Explanation explanation, OptionalInt partitions) {
        return computation(plan, explanation, partitions, Optional.empty());
    }

    /** Over a data set. */
    public Computation computation(DiagonalPlan plan, ExampleData data) {
        return data.isBroadcast()
                ? computation(plan, Explanation.of(plan), OptionalInt.empty())
                : computation(plan, OptionalInt.empty(), Optional.of(data), Optional.empty());
    }

    /** The same with finished units found and kept in a folder. */
    Computation computation(
            DiagonalPlan plan,
            Explanation explanation,
            OptionalInt partitions,
            Optional<UnitFolder> units) {
        if (!Computation.isByDriver(explanation, partitions, ownCores())) {
            return computation(plan, partitions, Optional.empty(), units);
        }
        Handle<Optional<UnitStore>> store = UnitTasks.store(units, Hadoop::configuration);
        return Computation.here(plan, explanation, store, ownCores());
    }

    /** By tasks, which read the examples if there are any to be read. */
    Computation computation(
            DiagonalPlan plan,
            OptionalInt partitions,
            Optional<ExampleData> data,
            Optional<UnitFolder> units) {
        return new OnTasks(plan, new UnitTasks(this, plan, partitions, data, units));
    }

    /** Computed, added up and written by tasks. */
    ShardedComputation sharded(
            DiagonalPlan plan,
            OptionalInt partitions,
            Optional<ExampleData> data,
            Optional<UnitFolder> units) {
        UnitTasks tasks = new UnitTasks(this, plan, partitions, data, units);
        return new ShardedComputation(this, plan, tasks);
    }

    /**
     * Reads a saved model.
     *
     * @throws LossException when there is none that is a loss
     */
    SparkModel model(String path) {
        try (Phases.Phase phase = phases.begin("Reads the model in " + path, "the model")) {
            return ModelFiles.load(session, path);
        }
    }

    /** SHA-256 of a saved model. */
    String modelFingerprint(String path) {
        return ModelFiles.fingerprint(session, path);
    }

    /** Opens a data set, whose rows go through stages first. */
    ExampleData examples(DataConf conf, DataLayout layout, Stages stages) {
        try (Phases.Phase phase =
                phases.begin(
                        "Counts the examples in " + String.join(", ", conf.paths()),
                        "rows of the data set")) {
            return ExampleData.open(session, conf, layout, stages);
        }
    }

    /** The same for a table that is there. */
    public ExampleData examples(
            Dataset<Row> table, DataConf conf, DataLayout layout, Stages stages) {
        try (Phases.Phase phase =
                phases.begin("Counts the examples of a dataset", "rows of the data set")) {
            return ExampleData.of(table, conf, layout, stages);
        }
    }

    /** What a model's penalty has to know of the rows. */
    public Loss loss(SparkModel model, ExampleData data) {
        try (Phases.Phase phase =
                phases.begin("Adds up what the penalty needs of the rows", "sums over the rows")) {
            return model.loss(data::sums);
        }
    }

    <T> Broadcast<T> broadcast(T value) {
        return spark.broadcast(value);
    }

    /** Hadoop's settings, where tasks find them. */
    Handle<Configuration> hadoop() {
        Broadcast<SerializableConfiguration> shared =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        return () -> shared.value().value();
    }

    /** One per core at least; more where each has something to do, and all of them end in time. */
    int tasks(double seconds) {
        double even = Math.min(TASKS_PER_CORE * cores(), seconds / LEAST_SECONDS_PER_TASK);
        return (int) Math.max(Math.max(cores(), even), seconds / SECONDS_PER_TASK);
    }

    /** Does work on a plan's units, with a description, and a line that tells how far it is. */
    <T> T watched(DiagonalPlan plan, Function<TallyAccumulator, T> work) {
        TallyAccumulator tally = new TallyAccumulator();
        session.sparkContext().register(tally, "entries done");
        String what = Figures.count(plan.entries(), "entry", "entries");
        // An entry counts once, however many of the plan's parts add to it.
        double counted = plan.units().stream().mapToDouble(WorkUnit::entries).sum();
        LongSupplier done = () -> Math.round(tally.value().entries() / counted * plan.entries());
        try (Progress progress = progress(plan.entries(), done);
                Phases.Phase phase =
                        phases.begin(
                                "Computes " + what + " by " + plan.method(),
                                what + " of the diagonal")) {
            return EarlyEnd.watch(spark.sc(), tally, () -> work.apply(tally));
        }
    }

    private final class OnTasks implements Computation {
        private final DiagonalPlan plan;
        private final UnitTasks tasks;

        OnTasks(DiagonalPlan plan, UnitTasks tasks) {
            this.plan = plan;
            this.tasks = tasks;
        }

        @Override
        public Computed run() {
            return watched(plan, tally -> Computed.of(tasks.units(tally).collect(), tally.value()));
        }

        @Override
        public void close() {
            tasks.close();
        }
    }

    private Progress progress(long total, LongSupplier done) {
        return own ? Progress.onStderr(total, done) : Progress.silent();
    }

    /** By tasks, or in this thread where it is the only one there is. */
    Audit.Report audit(Audit audit) {
        List<Audit.Task> tasks = audit.tasks();
        if (ownCores() == 1) {
            return audit.report(tasks.stream().map(audit::run).toList());
        }
        Broadcast<Audit> shared = spark.broadcast(audit);
        AuditEntry check = new AuditEntry(shared::value);
        String what = Figures.count(tasks.size(), "entry", "entries");
        try (Phases.Phase phase =
                phases.begin("Audits the diagonal by other means", "audit of " + what)) {
            JavaRDD<Audit.Result> results =
                    distributed(tasks, "entries to audit").map(check::apply).setName("deviations");
            return audit.report(results.collect());
        }
    }

    /** One task per item; Spark takes no RDD without partitions, even of nothing. */
    <T> JavaRDD<T> distributed(List<T> items, String name) {
        return spark.parallelize(items, Math.max(1, items.size())).setName(name);
    }

    @Override
    public void close() {
        phases.close();
        if (own) {
            spark.stop();
        }
    }
}
