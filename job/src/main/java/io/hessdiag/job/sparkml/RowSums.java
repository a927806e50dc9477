package io.hessdiag.job.sparkml;

import io.hessdiag.job.data.RowTerms;

/** Sums over all rows of a data set. */
@FunctionalInterface
public interface RowSums {
    /** Where a loss is wanted for its types alone, before there are rows. */
    RowSums NONE = terms -> new double[terms.size()];

    /** Σ over the rows of each term, rounded once, whatever the order and the partitions. */
    double[] of(RowTerms terms);
}
