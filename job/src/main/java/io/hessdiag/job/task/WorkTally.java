package io.hessdiag.job.task;

import io.hessdiag.plan.WorkUnit;
import java.util.Set;
import java.util.TreeSet;

/** What tasks have done so far. Metrics only: a task that is retried counts twice. */
public final class WorkTally implements Tally {
    private static final long serialVersionUID = 1L;

    private double entries;
    private final TreeSet<String> blas = new TreeSet<>();

    /** Counts one finished unit and the BLAS that it ran on. */
    @Override
    public void add(WorkUnit unit, String blasName) {
        entries += unit.entries();
        blas.add(blasName);
    }

    public void merge(WorkTally other) {
        entries += other.entries;
        blas.addAll(other.blas);
    }

    public WorkTally copy() {
        WorkTally copy = new WorkTally();
        copy.merge(this);
        return copy;
    }

    public void reset() {
        entries = 0;
        blas.clear();
    }

    public boolean isZero() {
        return entries == 0 && blas.isEmpty();
    }

    public double entries() {
        return entries;
    }

    /** The BLAS classes in use, on all machines. */
    public Set<String> blas() {
        return new TreeSet<>(blas);
    }
}
