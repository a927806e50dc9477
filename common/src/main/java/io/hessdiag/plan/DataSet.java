package io.hessdiag.plan;

import java.io.Serializable;
import java.util.List;

/**
 * Examples that take the place of those a loss was exported with.
 *
 * @param examples how many
 * @param scale factor of every example's exported term
 * @param rows their values; null where tasks get them otherwise
 */
public record DataSet(DataLayout layout, long examples, double scale, Rows rows)
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

    public DataSet {
        if (examples < 1) {
            throw new IllegalArgumentException("expected at least one example, found " + examples);
        }
    }
}
