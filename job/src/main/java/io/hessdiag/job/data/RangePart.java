package io.hessdiag.job.data;

import io.hessdiag.job.task.UnitResult;
import io.hessdiag.plan.DataSet;
import java.io.Serializable;
import java.util.List;

/**
 * What one task has of a range of examples.
 *
 * @param results when it has all of the range's rows
 * @param rows when it has some of them
 * @param problem when one of them is bad
 */
record RangePart(List<UnitResult> results, DataSet.Rows rows, String problem)
        implements Serializable {

    static RangePart results(List<UnitResult> results) {
        return new RangePart(List.copyOf(results), null, null);
    }

    static RangePart rows(DataSet.Rows rows) {
        return new RangePart(null, rows, null);
    }

    static RangePart problem(String problem) {
        return new RangePart(null, null, problem);
    }
}
