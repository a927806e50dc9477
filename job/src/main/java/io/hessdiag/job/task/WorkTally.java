package io.hessdiag.job.task;

import io.hessdiag.plan.WorkUnit;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** What tasks have done so far. Metrics only: a task that is retried counts twice. */
public final class WorkTally implements Tally {
    private static final long serialVersionUID = 1L;

    private double entries;
    private final TreeSet<String> blas = new TreeSet<>();
    private final BitSet computed = new BitSet();
    private final TreeSet<String> warnings = new TreeSet<>();
    private final ConcurrentSkipListMap<Long, String> problems = new ConcurrentSkipListMap<>();

    /** Counts one finished unit and the BLAS that it ran on. */
    @Override
    public void add(WorkUnit unit, String blasName) {
        entries += unit.entries();
        blas.add(blasName);
        computed.set(unit.id());
    }

    @Override
    public void addResumed(WorkUnit unit) {
        entries += unit.entries();
    }

    @Override
    public void problem(long place, String text) {
        problems.put(place, text);
    }

    @Override
    public void warn(String text) {
        warnings.add(text);
    }

    public void merge(WorkTally other) {
        entries += other.entries;
        blas.addAll(other.blas);
        computed.or(other.computed);
        warnings.addAll(other.warnings);
        problems.putAll(other.problems);
    }

    public WorkTally copy() {
        WorkTally copy = new WorkTally();
        copy.merge(this);
        return copy;
    }

    public void reset() {
        entries = 0;
        blas.clear();
        computed.clear();
        warnings.clear();
        problems.clear();
    }

    public boolean isZero() {
        return entries == 0 && blas.isEmpty() && warnings.isEmpty() && problems.isEmpty();
    }

    public double entries() {
        return entries;
    }

    /** The BLAS classes in use, on all machines. */
    public Set<String> blas() {
        return new TreeSet<>(blas);
    }

    /** How many units were computed, each counted once. */
    public int computed() {
        return computed.cardinality();
    }

    /** The first of the problems there are. */
    public Optional<String> problem() {
        return problems.values().stream().findFirst();
    }

    /** What tasks had to say, each sentence once. */
    public Set<String> warnings() {
        return new TreeSet<>(warnings);
    }
}
