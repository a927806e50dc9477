package io.hessdiag.job.task;

import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.kernel.Blas;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;
import java.util.Iterator;
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
        DiagonalPlan shared = plan.get();
        KeptUnits kept = new KeptUnits(store.get(), tally);
        return slice.units().stream().map(unit -> result(shared, kept, unit)).iterator();
    }

    private UnitResult result(DiagonalPlan shared, KeptUnits kept, WorkUnit unit) {
        return kept.find(unit)
                .map(part -> new UnitResult(unit.id(), part, null))
                .orElseGet(() -> compute(shared, kept, unit));
    }

    private UnitResult compute(DiagonalPlan shared, KeptUnits kept, WorkUnit unit) {
        try {
            UnitResult result = new UnitResult(unit.id(), shared.compute(unit), null);
            tally.add(unit, Blas.name());
            kept.keep(result.part());
            return result;
        } catch (NonFiniteException e) {
            return new UnitResult(unit.id(), null, e.getMessage());
        }
    }
}
