package io.hessdiag.job.driver;

import io.hessdiag.job.task.Tally;
import io.hessdiag.job.task.WorkTally;
import io.hessdiag.plan.WorkUnit;
import org.apache.spark.util.AccumulatorV2;

/** {@link WorkTally} as Spark carries it from the executors to the driver. */
final class TallyAccumulator extends AccumulatorV2<WorkTally, WorkTally> implements Tally {
    private static final long serialVersionUID = 1L;

    private final WorkTally tally = new WorkTally();

    @Override
    public void add(WorkUnit unit, String blas) {
        tally.add(unit, blas);
    }

    @Override
    public void addResumed(WorkUnit unit) {
        tally.addResumed(unit);
    }

    @Override
    public void problem(long place, String text) {
        tally.problem(place, text);
    }

    @Override
    public void warn(String text) {
        tally.warn(text);
    }

    @Override
    public void add(WorkTally other) {
        tally.merge(other);
    }

    @Override
    public void merge(AccumulatorV2<WorkTally, WorkTally> other) {
        tally.merge(other.value());
    }

    @Override
    public AccumulatorV2<WorkTally, WorkTally> copy() {
        TallyAccumulator copy = new TallyAccumulator();
        copy.merge(this);
        return copy;
    }

    @Override
    public void reset() {
        tally.reset();
    }

    @Override
    public boolean isZero() {
        return tally.isZero();
    }

    @Override
    public WorkTally value() {
        return tally;
    }
}
