package io.hessdiag.job.data;

import java.io.Serializable;

/** Numbers that every row of a data set contributes to sums over all of them. */
public interface RowTerms extends Serializable {
    /** How many. */
    int size();

    /**
     * @param values of the data arguments' columns, this row's from {@code at} on
     * @param terms gets this row's numbers
     */
    void add(double[] values, int at, double weight, double[] terms);
}
