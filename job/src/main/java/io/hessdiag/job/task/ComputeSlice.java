package io.hessdiag.job.task;

import io.hessdiag.kernel.Blas;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;
import java.util.Iterator;

/** The diagonal's entries of one slice, unit by unit. */
public record ComputeSlice(Handle<DiagonalPlan> plan, Tally tally) implements Serializable {
    public Iterator<UnitResult> apply(WorkSlice slice) {
        DiagonalPlan shared = plan.get();
        return slice.units().stream().map(unit -> compute(shared, unit)).iterator();
    }

    private UnitResult compute(DiagonalPlan shared, WorkUnit unit) {
        try {
            UnitResult result = new UnitResult(unit.id(), shared.compute(unit), null);
            tally.add(unit, Blas.name());
            return result;
        } catch (NonFiniteException e) {
            return new UnitResult(unit.id(), null, e.getMessage());
        }
    }
}
