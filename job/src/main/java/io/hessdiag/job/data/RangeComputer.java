package io.hessdiag.job.data;

import io.hessdiag.job.task.Handle;
import io.hessdiag.job.task.Tally;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.kernel.Blas;
import io.hessdiag.plan.Arguments;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DataSet;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.ExampleRange;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All units of a range of examples, from the range's rows. */
record RangeComputer(Handle<DiagonalPlan> plan, Tally tally, Splits splits)
        implements Serializable {

    List<UnitResult> compute(ExampleRange range, DataSet.Rows rows) {
        DiagonalPlan shared = plan.get();
        Arguments some = shared.arguments(range.first(), rows);
        List<UnitResult> out = new ArrayList<>();
        for (WorkUnit unit : range.units()) {
            try {
                out.add(new UnitResult(unit.id(), shared.compute(unit, some), null));
                tally.add(unit, Blas.name());
            } catch (NonFiniteException e) {
                return failed(range, firstBad(range, rows).orElse(e.getMessage()));
            }
        }
        return out;
    }

    /** The first row that makes something infinite or NaN by itself. */
    private Optional<String> firstBad(ExampleRange range, DataSet.Rows rows) {
        DataLayout layout = plan.get().data().orElseThrow().layout();
        return IntStream.range(0, range.count())
                .filter(i -> !plan.get().isFinite(RowBuffer.row(layout, rows, i)))
                .mapToObj(
                        i ->
                                splits.place(range.first() + i)
                                        + ": its loss or diagonal is not finite")
                .findFirst();
    }

    /** A range that cannot be computed. */
    static List<UnitResult> failed(ExampleRange range, String problem) {
        return List.of(new UnitResult(range.units().get(0).id(), null, problem));
    }
}
