package io.hessdiag.plan;

import io.hessdiag.ad.PartialEvaluation;
import io.hessdiag.curvature.Passes;
import java.util.BitSet;
import java.util.List;

/**
 * What a method would cost for all leaves that it can serve.
 *
 * @param cuts for method {@code curvature} whether stacks are replaced at narrow places
 * @param passes its program for a block of {@link Blocking#PROBE} examples, or of all there are
 * @param sharing work per block
 * @param blocks number of blocks of the size looked at, not necessarily whole
 * @param bytes what a block of the size looked at takes
 */
record Candidate(
        Method method, boolean cuts, Passes passes, Sharing sharing, double blocks, long bytes) {

    static Candidate of(
            Method method,
            boolean cuts,
            Passes passes,
            BitSet leaves,
            int parameters,
            long examples) {
        PartialEvaluation split = SweepPart.split(passes.program(), parameters);
        int size = (int) Math.min(examples, Blocking.PROBE);
        List<Integer> numbers = leaves.stream().boxed().toList();
        return new Candidate(
                method,
                cuts,
                passes,
                new Sharing(split.late(), numbers),
                (double) examples / size,
                Costs.peakBytes(split.late()));
    }

    /** Seconds by {@link Rates#NOMINAL} for these leaves together. */
    double seconds(BitSet leaves) {
        return blocks * Rates.NOMINAL.seconds(sharing.total(leaves));
    }

    /** A leaf's share of them. */
    double seconds(int leaf, BitSet leaves) {
        return blocks * Rates.NOMINAL.seconds(sharing.share(leaf, leaves));
    }

    /** The leaves that are not cheaper to have elsewhere. */
    BitSet cheapest(double[] elsewhere, BitSet leaves) {
        double[] each = elsewhere.clone();
        for (int i = 0; i < each.length; i++) {
            each[i] /= blocks;
        }
        return sharing.cheapest(each, leaves);
    }
}
