package io.hessdiag.job.driver;

import io.hessdiag.job.storage.UnitFolder;
import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.job.task.AuditEntry;
import io.hessdiag.job.task.ComputeSlice;
import io.hessdiag.job.task.Handle;
import io.hessdiag.job.task.WorkSlice;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Rates;
import io.hessdiag.plan.WorkUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** A plan's work on Spark: broadcast, map, combine in the order of the units. */
public final class Cluster implements AutoCloseable {
    // Tasks unless the user says how many: enough to even out, and for long work none too long.
    private static final int TASKS_PER_CORE = 4;
    private static final double LEAST_SECONDS_PER_TASK = 0.25;
    private static final double SECONDS_PER_TASK = 5;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final boolean own;

    private Cluster(SparkSession session, boolean own) {
        this.session = session;
        this.own = own;
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    /** The session that spark-submit's settings describe; progress goes to stderr. */
    static Cluster connect() {
        return new Cluster(SparkSession.builder().getOrCreate(), true);
    }

    /** Somebody else's session, which stays open; nothing is printed. */
    public static Cluster on(SparkSession session) {
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
        return computation(plan, explanation, partitions, Optional.empty());
    }

    /** The same with finished units found and kept in a folder. */
    Computation computation(
            DiagonalPlan plan,
            Explanation explanation,
            OptionalInt partitions,
            Optional<UnitFolder> units) {
        return Computation.isByDriver(explanation, partitions, hasOneCore())
                ? Computation.here(plan, store(units, Hadoop::configuration))
                : new OnTasks(plan, partitions, units);
    }

    private static Handle<Optional<UnitStore>> store(
            Optional<UnitFolder> units, Handle<Configuration> hadoop) {
        if (units.isEmpty()) {
            return Optional::empty;
        }
        String path = units.get().path();
        String fingerprint = units.get().fingerprint();
        return () -> Optional.of(UnitStore.at(path, hadoop, fingerprint));
    }

    /** Hadoop's settings, where tasks find them. */
    private Handle<Configuration> hadoop() {
        Broadcast<SerializableConfiguration> shared =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        return () -> shared.value().value();
    }

    /** One per core at least; more where each has something to do, and all of them end in time. */
    private int tasks(double seconds) {
        double even = Math.min(TASKS_PER_CORE * cores(), seconds / LEAST_SECONDS_PER_TASK);
        return (int) Math.max(Math.max(cores(), even), seconds / SECONDS_PER_TASK);
    }

    private final class OnTasks implements Computation {
        private final Broadcast<DiagonalPlan> plan;
        private final Handle<Optional<UnitStore>> store;
        private final List<WorkSlice> slices;
        private final long entries;
        private final double counted;

        /** Sends the plan to every executor that will ask for it. */
        OnTasks(DiagonalPlan plan, OptionalInt partitions, Optional<UnitFolder> kept) {
            List<WorkUnit> units = plan.units();
            BitSet finished = kept.map(UnitFolder::finished).orElseGet(BitSet::new);
            this.plan = spark.broadcast(plan);
            this.store = store(kept, hadoop());
            this.slices = new ArrayList<>();
            slices.addAll(slices(units, u -> !finished.get(u.id()), partitions));
            slices.addAll(slices(units, u -> finished.get(u.id()), partitions));
            this.entries = plan.entries();
            this.counted = units.stream().mapToDouble(WorkUnit::entries).sum();
        }

        private List<WorkSlice> slices(
                List<WorkUnit> all, Predicate<WorkUnit> wanted, OptionalInt partitions) {
            List<WorkUnit> units = all.stream().filter(wanted).toList();
            double seconds = units.stream().mapToDouble(u -> Rates.NOMINAL.seconds(u.work())).sum();
            return WorkSlice.byWork(units, partitions.orElse(tasks(seconds)));
        }

        @Override
        public Computed run() {
            TallyAccumulator tally = new TallyAccumulator();
            session.sparkContext().register(tally, "entries done");
            ComputeSlice compute = new ComputeSlice(plan::value, tally, store);
            describe("Hessian diagonal, method " + plan.value().method());
            try (Progress progress = progress(entries, () -> done(tally))) {
                return Computed.of(
                        distributed(slices).flatMap(compute::apply).collect(), tally.value());
            }
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
        describe("Audit of " + tasks.size() + " entries");
        return audit.report(distributed(tasks).map(check::apply).collect());
    }

    /** One task per item; Spark takes no RDD without partitions, even of nothing. */
    private <T> JavaRDD<T> distributed(List<T> items) {
        return spark.parallelize(items, Math.max(1, items.size()));
    }

    private void describe(String phase) {
        spark.sc().setJobDescription(phase);
    }

    @Override
    public void close() {
        if (own) {
            spark.stop();
        }
    }
}
