package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.data.DataException;
import io.hessdiag.job.data.ExampleData;
import io.hessdiag.job.storage.UnitFolder;
import io.hessdiag.plan.Arguments;
import io.hessdiag.plan.AuditChoice;
import io.hessdiag.plan.DataSet;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.ExampleRange;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.NonFiniteException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What is to be computed, and from what.
 *
 * @param data examples in place of the bundle's own, if there are
 */
record Prepared(DiagonalPlan plan, Explanation explanation, Optional<ExampleData> data) {
    /** The same entries are audited in every run. */
    private static final long AUDIT_SEED = 20_240_229;

    /** A bundle's loss over its own data. */
    static Prepared ownData(JobConf conf) {
        return of(DiagonalRun.plan(Bundles.read(conf.loss()), conf), Optional.empty());
    }

    static Prepared of(DiagonalPlan plan, Optional<ExampleData> data) {
        return new Prepared(plan, Explanation.of(plan), data);
    }

    /** The examples that tasks have to read. */
    private Optional<ExampleData> unread() {
        return data.filter(d -> !d.isBroadcast());
    }

    /**
     * @param ownCores as far as they are known
     */
    boolean isByDriver(JobConf conf, int ownCores) {
        return unread().isEmpty()
                && Computation.isByDriver(explanation, conf.partitions(), ownCores);
    }

    Computation computation(Cluster cluster, JobConf conf, Optional<UnitFolder> units) {
        return unread().isPresent()
                ? cluster.computation(plan, conf.partitions(), unread(), units)
                : cluster.computation(plan, explanation, conf.partitions(), units);
    }

    ShardedComputation sharded(Cluster cluster, JobConf conf, Optional<UnitFolder> units) {
        return cluster.sharded(plan, conf.partitions(), unread(), units);
    }

    /** Of a data set one block is audited, which its own tasks may have to read once more. */
    AuditChoice auditChoice(JobConf conf) {
        if (data.isEmpty()) {
            return AuditChoice.of(plan, conf.auditEntries(), AUDIT_SEED);
        }
        int number = new Random(AUDIT_SEED).nextInt(plan.ranges().size());
        ExampleRange range = plan.ranges().get(number);
        return unread().map(d -> auditChoice(conf, range, d.rows(range)))
                .orElseGet(() -> auditChoice(conf, range, plan.arguments()));
    }

    private AuditChoice auditChoice(JobConf conf, ExampleRange range, DataSet.Rows rows) {
        return named(
                range.first(),
                rows,
                () -> auditChoice(conf, range, plan.arguments(range.first(), rows)));
    }

    private AuditChoice auditChoice(JobConf conf, ExampleRange range, Arguments some) {
        return AuditChoice.of(plan, range, some, conf.auditEntries(), AUDIT_SEED);
    }

    /** Does something with all rows that the plan holds, or names the one that is not finite. */
    <T> T named(Supplier<T> work) {
        Optional<DataSet.Rows> held = plan.data().map(DataSet::rows);
        return held.isPresent() ? named(0, held.get(), work) : work.get();
    }

    private <T> T named(long first, DataSet.Rows rows, Supplier<T> work) {
        try {
            return work.get();
        } catch (NonFiniteException e) {
            throw data.flatMap(d -> d.notFinite(plan, first, rows))
                    .<RuntimeException>map(DataException::new)
                    .orElse(e);
        }
    }

    /** The number of examples, as the data set, the plan or else the data's shapes tell. */
    OptionalLong examples() {
        if (data.isPresent()) {
            return OptionalLong.of(data.get().examples());
        }
        return plan.examples().isPresent() ? plan.examples() : Examples.count(plan.loss());
    }
}
