package io.hessdiag.plan;

import io.hessdiag.tensor.Tensor;
import java.util.List;

/** What an audit sees of a finished diagonal, wherever that is. */
public interface DiagonalView {
    /** The largest absolute value of a leaf's entries; 0 where there are none. */
    double largest(int leaf);

    /** One of the entries that the audit has chosen. */
    double value(AuditChoice.Entry entry);

    /** Of all tensors; unknown ones may be null. */
    static DiagonalView of(List<Tensor> diagonal) {
        return new DiagonalView() {
            @Override
            public double largest(int leaf) {
                return DiagonalView.largest(diagonal.get(leaf));
            }

            @Override
            public double value(AuditChoice.Entry entry) {
                return diagonal.get(entry.leaf()).get(entry.flat());
            }
        };
    }

    /** The largest absolute value, not counting NaN. */
    static double largest(Tensor values) {
        double max = 0;
        for (double v : values.doubles()) {
            max = Math.max(max, Double.isNaN(v) ? 0 : Math.abs(v));
        }
        return max;
    }
}
