package io.hessdiag.job.sparkml;

import io.hessdiag.job.data.RowTerms;
import java.util.Arrays;

/** Sums over all rows of a data set. */
@FunctionalInterface
public interface RowSums {
    /** Where a loss is wanted for its types alone, before there are rows: every sum is 1. */
    RowSums NONE =
            terms -> {
                double[] ones = new double[terms.size()];
                Arrays.fill(ones, 1);
                return ones;
            };

    /** Σ over the rows of each term, rounded once, whatever the order and the partitions. */
    double[] of(RowTerms terms);
}
