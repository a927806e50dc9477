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

/**
 * The diagonal's entries of one slice, unit by unit.
 *
 * @param store where finished units are found and kept, if they are
 */
public record ComputeSlice(
        Handle<DiagonalPlan> plan, Tally tally, Handle<Optional<UnitStore>> store)
        implements Serializable {

    public Iterator<UnitResult> apply(WorkSlice slice) {
        return results(slice.units(), plan.get().arguments());
    }

    /** The same with these arguments of the loss. */
    public Iterator<UnitResult> results(List<WorkUnit> units, Arguments some) {
        KeptUnits kept = new KeptUnits(store.get(), tally);
        return units.stream().map(unit -> result(kept, unit, some)).iterator();
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
