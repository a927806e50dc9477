package io.hessdiag.job.task;

import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;

/** Where a task reports a unit that it has finished. */
@FunctionalInterface
public interface Tally extends Serializable {
    void add(WorkUnit unit, String blas);
}
