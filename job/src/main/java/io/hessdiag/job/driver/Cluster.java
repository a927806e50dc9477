package io.hessdiag.job.driver;

import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.data.ExampleData;
import io.hessdiag.job.task.AuditEntry;
import io.hessdiag.job.task.ComputeSlice;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.job.task.WorkSlice;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Rates;
import io.hessdiag.plan.WorkUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

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

    /** Whether tasks would run one after another on the driver's own core. */
    boolean hasOneCore() {
        return session.sparkContext().isLocal() && cores() == 1;
    }

    String version() {
        return spark.version();
    }

    /** By Spark tasks, or by this JVM where the work is not worth handing out. */
    public Computation computation(
            DiagonalPlan plan, Explanation explanation, OptionalInt partitions) {
        return Computation.isByDriver(explanation, partitions, hasOneCore())
                ? Computation.here(plan)
                : new OnTasks(plan, partitions, Optional.empty());
    }

    /** By the tasks that read the examples. */
    Computation computation(DiagonalPlan plan, OptionalInt partitions, ExampleData data) {
        return new OnTasks(plan, partitions, Optional.of(data));
    }

    /** Opens a data set. */
    ExampleData examples(DataConf conf, DataLayout layout) {
        try (Phases.Phase phase =
                phases.begin(
                        "Counts the examples in " + String.join(", ", conf.paths()),
                        "rows of the data set")) {
            return ExampleData.open(
                    session, conf, conf.checkClasses() ? layout : layout.withoutClasses());
        }
    }

    /** One per core at least; more where each has something to do, and all of them end in time. */
    private int tasks(double seconds) {
        double even = Math.min(TASKS_PER_CORE * cores(), seconds / LEAST_SECONDS_PER_TASK);
        return (int) Math.max(Math.max(cores(), even), seconds / SECONDS_PER_TASK);
    }

    private final class OnTasks implements Computation {
        private final Broadcast<DiagonalPlan> plan;
        private final List<WorkSlice> slices;
        private final Optional<ExampleData> data;
        private final int tasks;
        private final long entries;
        private final double counted;

        /** Sends the plan to every executor that will ask for it. */
        OnTasks(DiagonalPlan plan, OptionalInt partitions, Optional<ExampleData> data) {
            List<WorkUnit> units = plan.units();
            double seconds = units.stream().mapToDouble(u -> Rates.NOMINAL.seconds(u.work())).sum();
            this.tasks = partitions.orElse(tasks(seconds));
            this.data = data;
            this.plan = spark.broadcast(plan);
            this.slices =
                    WorkSlice.byWork(data.isPresent() ? plan.unitsWithoutExamples() : units, tasks);
            this.entries = plan.entries();
            this.counted = units.stream().mapToDouble(WorkUnit::entries).sum();
        }

        @Override
        public Computed run() {
            TallyAccumulator tally = new TallyAccumulator();
            session.sparkContext().register(tally, "entries done");
            String what = Phases.count(entries, "entry", "entries");
            try (Progress progress = progress(entries, () -> done(tally));
                    Phases.Phase phase =
                            phases.begin(
                                    "Computes " + what + " by " + plan.value().method(),
                                    what + " of the diagonal")) {
                return Computed.of(results(tally).collect(), tally.value());
            }
        }

        private JavaRDD<UnitResult> results(TallyAccumulator tally) {
            ComputeSlice compute = new ComputeSlice(plan::value, tally);
            JavaRDD<UnitResult> handedOut =
                    distributed(slices, "work of the plan")
                            .flatMap(compute::apply)
                            .setName("parts of the diagonal");
            return data.map(d -> d.results(plan::value, tally, tasks))
                    .map(r -> slices.isEmpty() ? r : r.union(handedOut))
                    .orElse(handedOut);
        }

        /** An entry counts once, however many of the plan's parts add to it. */
        private long done(TallyAccumulator tally) {
            return Math.round(tally.value().entries() / counted * entries);
        }

        @Override
        public void close() {
            plan.destroy();
        }
    }

    private Progress progress(long total, LongSupplier done) {
        return own ? Progress.onStderr(total, done) : Progress.silent();
    }

    Audit.Report audit(Audit audit) {
        List<Audit.Task> tasks = audit.tasks();
        Broadcast<Audit> shared = spark.broadcast(audit);
        AuditEntry check = new AuditEntry(shared::value);
        String what = Phases.count(tasks.size(), "entry", "entries");
        try (Phases.Phase phase =
                phases.begin("Audits the diagonal by other means", "audit of " + what)) {
            JavaRDD<Audit.Result> results =
                    distributed(tasks, "entries to audit").map(check::apply).setName("deviations");
            return audit.report(results.collect());
        }
    }

    /** One task per item; Spark takes no RDD without partitions, even of nothing. */
    private <T> JavaRDD<T> distributed(List<T> items, String name) {
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
