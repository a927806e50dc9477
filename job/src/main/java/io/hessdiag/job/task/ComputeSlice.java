package io.hessdiag.job.task;

import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.kernel.Blas;
import io.hessdiag.plan.Arguments;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The diagonal's entries of one slice, unit by unit.
 *
 * @param store where finished units are found and kept, if they are
 */
public record ComputeSlice(
        Handle<DiagonalPlan> plan, Tally tally, Handle<Optional<UnitStore>> store)
        implements Serializable {
    /** A bad row is told rather than what a unit makes of it. */
    private static final long AFTER_ROWS = Long.MAX_VALUE - Integer.MAX_VALUE;

    /** Unit by unit; a problem is told to the tally as well. */
    public Iterator<UnitResult> apply(WorkSlice slice) {
        return stream(slice.units(), plan.get().arguments()).map(this::told).iterator();
    }

    private UnitResult told(UnitResult result) {
        if (result.problem() != null) {
            tally.problem(AFTER_ROWS + result.unit(), result.problem());
        }
        return result;
    }

    /** The same with these arguments of the loss; problems are the caller's. */
    public List<UnitResult> results(List<WorkUnit> units, Arguments some) {
        return stream(units, some).toList();
    }

    private Stream<UnitResult> stream(List<WorkUnit> units, Arguments some) {
        KeptUnits kept = new KeptUnits(store.get(), tally);
        return units.stream().map(unit -> result(kept, unit, some));
    }

    private UnitResult result(KeptUnits kept, WorkUnit unit, Arguments some) {
        return kept.find(unit)
                .map(part -> new UnitResult(unit.id(), part, null))
                .orElseGet(() -> compute(kept, unit, some));
    }

    private UnitResult compute(KeptUnits kept, WorkUnit unit, Arguments some) {
        try {
            UnitResult result = new UnitResult(unit.id(), plan.get().compute(unit, some), null);
            tally.add(unit, Blas.name());
            kept.keep(result.part());
            return result;
        } catch (NonFiniteException e) {
            return new UnitResult(unit.id(), null, e.getMessage());
        }
    }
}
