package io.hessdiag.plan;

import java.io.Serializable;

/**
 * What one {@link WorkUnit} yields.
 *
 * @param unit the unit's id
 * @param values d²L/dθ² at the unit's entries, in order
 */
public record PartialDiagonal(int unit, int leaf, int start, double[] values)
        implements Serializable {}
