package io.hessdiag.job.task;

import io.hessdiag.kernel.Blas;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;
import java.util.Iterator;

/** The diagonal's entries of one slice, unit by unit. */
public record ComputeSlice(Handle<DiagonalPlan> plan, Tally tally) implements Serializable {
    public Iterator<PartialDiagonal> apply(WorkSlice slice) {
        DiagonalPlan shared = plan.get();
        return slice.units().stream().map(unit -> compute(shared, unit)).iterator();
    }

    private PartialDiagonal compute(DiagonalPlan shared, WorkUnit unit) {
        PartialDiagonal part = shared.compute(unit);
        tally.add(unit, Blas.name());
        return part;
    }
}
