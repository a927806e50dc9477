package io.hessdiag.job.driver;

import io.hessdiag.job.data.ExampleData;
import io.hessdiag.job.storage.UnitFolder;
import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.job.task.ComputeSlice;
import io.hessdiag.job.task.Handle;
import io.hessdiag.job.task.Tally;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.job.task.WorkSlice;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.ExampleRange;
import io.hessdiag.plan.Rates;
import io.hessdiag.plan.WorkUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;

/** A plan's units as Spark tasks: the plan is broadcast, and each task does a slice of them. */
final class UnitTasks implements AutoCloseable {
    private final Cluster cluster;
    private final Broadcast<DiagonalPlan> plan;
    private final Handle<Optional<UnitStore>> store;
    private final Optional<ExampleData> data;
    private final int readers;
    private final BitSet finishedRanges = new BitSet();
    private final List<WorkSlice> slices = new ArrayList<>();

    /**
     * Sends the plan to every executor that will ask for it.
     *
     * @param data examples that tasks read, if they do; else the plan has them
     * @param kept where finished units are found and kept; they are read by tasks of their own
     */
    UnitTasks(
            Cluster cluster,
            DiagonalPlan plan,
            OptionalInt partitions,
            Optional<ExampleData> data,
            Optional<UnitFolder> kept) {
        this.cluster = cluster;
        this.data = data;
        this.plan = cluster.broadcast(plan);
        this.store = store(kept, cluster.hadoop());
        BitSet finished = kept.map(UnitFolder::finished).orElseGet(BitSet::new);
        BitSet withRows = withRows(finished);
        slices.addAll(slices(u -> !finished.get(u.id()) && !withRows.get(u.id()), partitions));
        slices.addAll(slices(u -> finished.get(u.id()) && !withRows.get(u.id()), partitions));
        double seconds =
                plan.units().stream()
                        .filter(u -> withRows.get(u.id()))
                        .mapToDouble(u -> Rates.NOMINAL.seconds(u.work()))
                        .sum();
        this.readers = partitions.orElse(cluster.tasks(seconds));
    }

    /** The units of ranges whose rows have to be read: one of them, at least, is not finished. */
    private BitSet withRows(BitSet finished) {
        BitSet units = new BitSet();
        for (ExampleRange range :
                data.isEmpty() ? List.<ExampleRange>of() : plan.value().ranges()) {
            if (range.units().stream().allMatch(u -> finished.get(u.id()))) {
                finishedRanges.set(range.number());
            } else {
                range.units().forEach(u -> units.set(u.id()));
            }
        }
        return units;
    }

    static Handle<Optional<UnitStore>> store(
            Optional<UnitFolder> units, Handle<Configuration> hadoop) {
        if (units.isEmpty()) {
            return Optional::empty;
        }
        String path = units.get().path();
        String fingerprint = units.get().fingerprint();
        return () -> Optional.of(UnitStore.at(path, hadoop, fingerprint));
    }

    private List<WorkSlice> slices(Predicate<WorkUnit> wanted, OptionalInt partitions) {
        List<WorkUnit> units = plan.value().units().stream().filter(wanted).toList();
        double seconds = units.stream().mapToDouble(u -> Rates.NOMINAL.seconds(u.work())).sum();
        return WorkSlice.byWork(units, partitions.orElse(cluster.tasks(seconds)));
    }

    Handle<DiagonalPlan> plan() {
        Broadcast<DiagonalPlan> shared = plan;
        return shared::value;
    }

    /** The results of all units, in no order. */
    JavaRDD<UnitResult> units(Tally tally) {
        ComputeSlice compute = new ComputeSlice(plan(), tally, store);
        JavaRDD<UnitResult> handedOut =
                cluster.distributed(slices, "work of the plan")
                        .flatMap(compute::apply)
                        .setName("parts of the diagonal");
        return data.map(d -> d.results(compute, finishedRanges, readers))
                .map(read -> slices.isEmpty() ? read : read.union(handedOut))
                .orElse(handedOut);
    }

    @Override
    public void close() {
        plan.destroy();
    }
}
