package io.hessdiag.job.data;

import java.io.Serializable;

/**
 * What a task finds out about a range of examples, in order.
 *
 * @param first number of the first example, among all, that it is about
 */
record RangeKey(int range, long first) implements Serializable, Comparable<RangeKey> {
    @Override
    public int compareTo(RangeKey other) {
        return range == other.range
                ? Long.compare(first, other.first)
                : Integer.compare(range, other.range);
    }
}
