package io.hessdiag.job.data;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * What a split holds.
 *
 * @param partition of the RDD that reads it
 * @param weight exact sum of the rows' weights, so that it does not depend on the splits
 * @param problem the first weight that is none; null when all are
 * @param badRow its row in the split
 */
record SplitSize(
        Split split, int partition, long rows, BigDecimal weight, String problem, long badRow)
        implements Serializable {
    static final Comparator<SplitSize> ORDER = Comparator.comparing(SplitSize::split);
}
