package io.hessdiag.plan;

import java.io.Serializable;
import java.util.List;

/**
 * Neighbouring examples and the units that need them and no others.
 *
 * @param number position among the ranges
 * @param first number of the first example
 * @param count how many; the last range may be shorter than its blocks
 */
public record ExampleRange(int number, long first, int count, List<WorkUnit> units)
        implements Serializable {
    public ExampleRange {
        units = List.copyOf(units);
    }
}
