package io.hessdiag.job.task;

import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/** What tasks have done so far. Metrics only: a task that is retried counts twice. */
public final class WorkTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private long entries;
    private final TreeSet<String> blas = new TreeSet<>();

    /** Counts one finished unit and the BLAS that it ran on. */
    public void add(WorkUnit unit, String blasName) {
        entries += unit.count();
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

    public long entries() {
        return entries;
    }

    /** The BLAS classes in use, on all machines. */
    public Set<String> blas() {
        return new TreeSet<>(blas);
    }
}
