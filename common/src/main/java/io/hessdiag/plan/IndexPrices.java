package io.hessdiag.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * What leaves would take by method index. To find out takes a program of the loss' length for each
 * of them: it is done for those that cost most by the candidates, and may cost less so.
 *
 * @param equations of the linear program
 */
record IndexPrices(List<Candidate> candidates, BitSet served, long examples, int equations) {
    /** Leaves that take a smaller share of the work are not worth another method. */
    private static final double WORTH_A_LOOK = 0.01;

    /** Per entry and example, index takes at least this many seconds. */
    private static final double FLOOR = 1e-9;

    /** Equations of the programs that are made, all together. */
    private static final int MOST_LOOKED_THROUGH = 200_000;

    /**
     * @param index seconds that a leaf takes by it
     * @return per leaf seconds, infinite for those that are not looked at
     */
    double[] of(List<LeafEntries> leaves, IntToDoubleFunction index) {
        double[] out = new double[served.length()];
        Arrays.fill(out, Double.POSITIVE_INFINITY);
        Map<Integer, Double> now = new HashMap<>();
        for (LeafEntries l : leaves) {
            double seconds = served.get(l.leaf()) ? seconds(l.leaf()) : 0;
            if (seconds > FLOOR * examples * l.entries().count()) {
                now.put(l.leaf(), seconds);
            }
        }
        List<Integer> dearest = new ArrayList<>(now.keySet());
        dearest.sort(Comparator.<Integer>comparingDouble(l -> -now.get(l)).thenComparing(l -> l));
        double all = candidates.stream().mapToDouble(c -> c.seconds(served)).min().orElse(0);
        int looks = Math.max(1, MOST_LOOKED_THROUGH / Math.max(1, equations));
        for (int l : dearest.subList(0, Math.min(looks, dearest.size()))) {
            if (now.get(l) > WORTH_A_LOOK * all) {
                out[l] = index.applyAsDouble(l);
                all -= Math.max(0, now.get(l) - out[l]);
            }
        }
        return out;
    }

    /** What a leaf takes by the best candidate for it. */
    private double seconds(int leaf) {
        return candidates.stream()
                .mapToDouble(c -> c.seconds(leaf, served))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
