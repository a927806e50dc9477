package io.hessdiag.job.data;

import io.hessdiag.job.task.Handle;
import io.hessdiag.job.task.Tally;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.kernel.Blas;
import io.hessdiag.plan.Arguments;
import io.hessdiag.plan.DataSet;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.ExampleRange;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** All units of a range of examples, from the range's rows. */
public record RangeComputer(Handle<DiagonalPlan> plan, Tally tally) implements Serializable {

    public List<UnitResult> compute(ExampleRange range, DataSet.Rows rows) {
        DiagonalPlan shared = plan.get();
        Arguments some = shared.arguments(range.first(), rows);
        List<UnitResult> out = new ArrayList<>();
        for (WorkUnit unit : range.units()) {
            try {
                out.add(new UnitResult(unit.id(), shared.compute(unit, some), null));
                tally.add(unit, Blas.name());
            } catch (NonFiniteException e) {
                out.add(new UnitResult(unit.id(), null, e.getMessage()));
            }
        }
        return out;
    }

    /** A range that cannot be computed. */
    static List<UnitResult> failed(ExampleRange range, String problem) {
        return List.of(new UnitResult(range.units().get(0).id(), null, problem));
    }
}
