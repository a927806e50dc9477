package io.hessdiag.job.driver;

import io.hessdiag.job.task.AuditEntry;
import io.hessdiag.job.task.ComputeSlice;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.job.task.WorkSlice;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.WorkUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** A plan's work on Spark: broadcast, map, combine in the order of the units. */
public final class Cluster implements AutoCloseable {
    // Tasks unless the user says how many: enough to even out, and for long work none too long.
    private static final int TASKS_PER_CORE = 4;
    private static final double FLOPS_PER_TASK = 20e9;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final boolean own;

    /** The diagonal in parts, by unit number, and the BLAS classes that computed it. */
    public record Computed(List<PartialDiagonal> parts, Set<String> blas) {}

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

    String version() {
        return spark.version();
    }

    /** Sends the plan to every executor that will ask for it. */
    public Broadcast<DiagonalPlan> broadcast(DiagonalPlan plan) {
        return spark.broadcast(plan);
    }

    public Computed compute(Broadcast<DiagonalPlan> plan, OptionalInt partitions) {
        List<WorkUnit> units = plan.value().units();
        double flops = units.stream().mapToDouble(WorkUnit::flops).sum();
        int tasks = (int) Math.max(TASKS_PER_CORE * cores(), flops / FLOPS_PER_TASK);
        List<WorkSlice> slices = WorkSlice.byWork(units, partitions.orElse(tasks));
        TallyAccumulator tally = new TallyAccumulator();
        session.sparkContext().register(tally, "entries done");
        ComputeSlice compute = new ComputeSlice(plan::value, tally);
        describe("Hessian diagonal, method " + plan.value().method());
        long entries = units.stream().mapToLong(WorkUnit::count).sum();
        try (Progress progress = progress(entries, () -> tally.value().entries())) {
            List<UnitResult> results = distributed(slices).flatMap(compute::apply).collect();
            return new Computed(parts(results), tally.value().blas());
        }
    }

    /** By unit number, whatever the partitions and whoever came first. */
    private static List<PartialDiagonal> parts(List<UnitResult> results) {
        List<UnitResult> ordered =
                results.stream().sorted(Comparator.comparingInt(UnitResult::unit)).toList();
        ordered.stream()
                .filter(r -> r.problem() != null)
                .findFirst()
                .ifPresent(
                        r -> {
                            throw new NonFiniteException(r.problem());
                        });
        return ordered.stream().map(UnitResult::part).toList();
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
