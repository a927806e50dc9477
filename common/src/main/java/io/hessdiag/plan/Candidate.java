package io.hessdiag.plan;

import io.hessdiag.ad.PartialEvaluation;
import io.hessdiag.curvature.Passes;
import java.util.BitSet;
import java.util.List;

/**
 * What a method would cost for all leaves that it can serve.
 *
 * @param size examples of the block that is looked at
 * @param passes its program for such a block
 * @param sharing work per run of the program
 * @param runs blocks of that size, not necessarily whole, times ranges of seeds
 * @param bytes what a run takes
 */
record Candidate(Way way, int size, Passes passes, Sharing sharing, double runs, long bytes) {

    static Candidate of(
            Way way, int size, Passes passes, BitSet leaves, int parameters, long examples) {
        PartialEvaluation split = SweepPart.split(passes.program(), parameters);
        List<Integer> numbers = leaves.stream().boxed().toList();
        return new Candidate(
                way,
                size,
                passes,
                new Sharing(split.late(), numbers),
                (double) examples / size * passes.ranges(),
                Costs.peakBytes(split.late()));
    }

    /** Seconds by {@link Rates#NOMINAL} for these leaves together. */
    double seconds(BitSet leaves) {
        return runs * Rates.NOMINAL.seconds(sharing.total(leaves));
    }

    /** A leaf's share of them. */
    double seconds(int leaf, BitSet leaves) {
        return runs * Rates.NOMINAL.seconds(sharing.share(leaf, leaves));
    }

    /** The leaves that are not cheaper to have elsewhere. */
    BitSet cheapest(double[] elsewhere, BitSet leaves) {
        double[] each = elsewhere.clone();
        for (int i = 0; i < each.length; i++) {
            each[i] /= runs;
        }
        return sharing.cheapest(each, leaves);
    }
}
