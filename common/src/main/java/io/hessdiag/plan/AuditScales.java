package io.hessdiag.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * What deviations of entries are relative to: the leaf's largest entry in what is checked.
 *
 * @param diagonal the share that is checked
 * @param largest per leaf the largest absolute value in it
 * @param global the largest of all
 * @param size the same, or the loss if that is larger
 */
record AuditScales(
        DiagonalView diagonal, Map<Integer, Double> largest, double global, double size) {
    /**
     * A leaf much smaller than the largest is measured as if it were this share of it: to 1e-6 of
     * that, which is 18 ε of the largest leaf, sums of cancelling terms have no digits.
     */
    private static final double ROUNDING = 4e-9;

    /** The same for products, which round less than differences but are compared more closely. */
    private static final double INDEX_ROUNDING = 1e-3;

    /**
     * @param whole the finished result, which is checked where the sample is no share of it
     */
    static AuditScales of(AuditSample sample, DiagonalView whole) {
        DiagonalView checked = sample.block() == null ? whole : DiagonalView.of(sample.block());
        Map<Integer, Double> largest = new HashMap<>();
        sample.leaves().forEach(l -> largest.put(l.leaf(), checked.largest(l.leaf())));
        double global = largest.values().stream().mapToDouble(v -> v).max().orElse(0);
        double size = Math.max(global, Math.abs(sample.loss()));
        return new AuditScales(checked, largest, global, size);
    }

    Audit.Task task(AuditChoice.Entry e) {
        double own = largest.get(e.leaf());
        return new Audit.Task(
                e.sample(),
                e.leaf(),
                e.name(),
                e.flat(),
                diagonal.value(e),
                Math.max(own, ROUNDING * global),
                Math.max(own, INDEX_ROUNDING * size));
    }
}
