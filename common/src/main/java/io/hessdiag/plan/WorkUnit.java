package io.hessdiag.plan;

import java.io.Serializable;

/**
 * One block of directions of one leaf. Units depend on the problem and the memory budget alone,
 * never on the cluster.
 *
 * @param id position in the plan's list
 * @param leaf the parameter leaf
 * @param start first entry, as a position in the leaf's list of selected entries
 * @param count number of entries
 * @param flops floating-point operations it takes
 */
public record WorkUnit(int id, int leaf, int start, int count, double flops)
        implements Serializable {}
