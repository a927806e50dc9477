package io.hessdiag.job.data;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A part of a file that is read by one task.
 *
 * @param file its path, as a URI where Spark gives one
 * @param start offset in bytes
 */
record Split(String file, long start) implements Serializable, Comparable<Split> {
    private static final Comparator<Split> ORDER =
            Comparator.comparing(Split::file).thenComparingLong(Split::start);

    @Override
    public int compareTo(Split other) {
        return ORDER.compare(this, other);
    }
}
