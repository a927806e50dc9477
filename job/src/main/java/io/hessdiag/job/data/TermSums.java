package io.hessdiag.job.data;

import java.io.Serializable;
import java.util.Iterator;

/**
 * What one task adds up.
 *
 * @param bad a chunk that ends in a bad row; null when all are good
 */
record TermSums(ExactSums sums, Chunk bad) implements Serializable {

    /**
     * @param width numbers per row
     */
    static TermSums of(Iterator<Chunk> chunks, RowTerms terms, int width) {
        ExactSums sums = new ExactSums(terms.size());
        double[] row = new double[terms.size()];
        while (chunks.hasNext()) {
            Chunk chunk = chunks.next();
            for (int i = 0; i < chunk.rows(); i++) {
                terms.add(chunk.values(), i * width, chunk.weights()[i], row);
                if (!isFinite(row)) {
                    return new TermSums(sums, endingAt(chunk, i));
                }
                sums.add(row);
            }
            if (chunk.problem() != null) {
                return new TermSums(sums, chunk);
            }
        }
        return new TermSums(sums, null);
    }

    /** The first bad row is the one that counts, whichever task was faster. */
    TermSums plus(TermSums other, Splits splits) {
        if (bad == null && other.bad == null) {
            return new TermSums(sums.add(other.sums), null);
        }
        boolean own =
                other.bad == null || bad != null && splits.first(bad) <= splits.first(other.bad);
        return own ? this : other;
    }

    private static boolean isFinite(double[] row) {
        for (double term : row) {
            if (!Double.isFinite(term)) {
                return false;
            }
        }
        return true;
    }

    private static Chunk endingAt(Chunk chunk, int row) {
        return new Chunk(
                chunk.split(),
                chunk.row(),
                row,
                new double[0],
                new double[0],
                "its part of the sums that the loss needs is not finite");
    }
}
