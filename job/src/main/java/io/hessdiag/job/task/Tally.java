package io.hessdiag.job.task;

import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;

/** Where a task reports what it does. */
public interface Tally extends Serializable {
    /** A unit that has been computed, and on which BLAS. */
    void add(WorkUnit unit, String blas);

    /** A unit whose result was there from an earlier run. */
    void addResumed(WorkUnit unit);

    /**
     * Input that no retry makes good: the run is over.
     *
     * @param place of several problems that of the least place is told
     */
    void problem(long place, String text);

    /** Something that the user should know. */
    void warn(String text);
}
