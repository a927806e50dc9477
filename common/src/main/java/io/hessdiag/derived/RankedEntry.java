package io.hessdiag.derived;

import java.io.Serializable;

/**
 * An entry with what it is ranked by.
 *
 * @param leaf number of the parameter leaf
 * @param flat row-major position in it
 * @param parameter θ
 * @param diagonal h
 * @param value the quantity
 */
public record RankedEntry(int leaf, int flat, double parameter, double diagonal, double value)
        implements Serializable {}
