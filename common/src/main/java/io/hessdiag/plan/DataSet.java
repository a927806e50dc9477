package io.hessdiag.plan;

import java.io.Serializable;
import java.util.List;

/**
 * Examples that take the place of those a loss was exported with.
 *
 * @param examples how many
 * @param scale factor of every example's exported term
 * @param rows their values; null where tasks get them otherwise, or where there is but a plan to be
 *     shown
 * @param held whether every JVM that computes has all rows
 */
public record DataSet(DataLayout layout, long examples, double scale, Rows rows, boolean held)
        implements Serializable {

    /**
     * Values of neighbouring examples.
     *
     * @param columns per field of the layout, one example's values after the other's
     * @param weights one per example
     */
    public record Rows(List<double[]> columns, double[] weights) implements Serializable {
        public Rows {
            columns = List.copyOf(columns);
        }
    }

    /** With its rows, or without rows that tasks read. */
    public DataSet(DataLayout layout, long examples, double scale, Rows rows) {
        this(layout, examples, scale, rows, rows != null);
    }

    public DataSet {
        if (examples < 1) {
            throw new IllegalArgumentException("expected at least one example, found " + examples);
        }
    }
}
