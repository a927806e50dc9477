package io.hessdiag.job.data;

import io.hessdiag.job.task.ComputeSlice;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DataSet;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.ExampleRange;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All units of a range of examples, from the range's rows. */
record RangeComputer(ComputeSlice compute, Splits splits) implements Serializable {

    DiagonalPlan plan() {
        return compute.plan().get();
    }

    List<UnitResult> compute(ExampleRange range, DataSet.Rows rows) {
        List<UnitResult> results =
                compute.results(range.units(), plan().arguments(range.first(), rows));
        return results.stream()
                .map(UnitResult::problem)
                .filter(p -> p != null)
                .findFirst()
                .map(p -> firstBad(plan(), splits, range.first(), rows).orElse(p))
                .map(p -> failed(range, range.first(), p))
                .orElse(results);
    }

    /**
     * A range that cannot be computed, and with it the run.
     *
     * @param row where that is found out
     */
    List<UnitResult> failed(ExampleRange range, long row, String problem) {
        compute.tally().problem(row, problem);
        return failed(range, problem);
    }

    /** The first row that makes something infinite or NaN by itself. */
    static Optional<String> firstBad(
            DiagonalPlan plan, Splits splits, long first, DataSet.Rows rows) {
        DataLayout layout = plan.data().orElseThrow().layout();
        return IntStream.range(0, rows.weights().length)
                .filter(i -> !plan.isFinite(RowBuffer.row(layout, rows, i)))
                .mapToObj(i -> splits.place(first + i) + ": its loss or diagonal is not finite")
                .findFirst();
    }

    /** A range that cannot be computed. */
    static List<UnitResult> failed(ExampleRange range, String problem) {
        return List.of(new UnitResult(range.units().get(0).id(), null, problem));
    }
}
