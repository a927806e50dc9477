package io.hessdiag.job.data;

import java.io.Serializable;

/**
 * Some neighbouring rows of a split of a file.
 *
 * @param row the first one's number in the split
 * @param values of the rows one after the other, in the order of the columns
 * @param weights one per row
 * @param problem what is wrong with the row after these; null when nothing is
 */
record Chunk(Split split, long row, int rows, double[] values, double[] weights, String problem)
        implements Serializable {}
