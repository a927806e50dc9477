package io.hessdiag.derived;

import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The first entries by some quantity. Entries without a value have no rank; of equal ones the
 * earlier leaf comes first, in a leaf the earlier position.
 *
 * @param by what is compared, with its sign
 * @param smallest whether the smallest come first, else the largest
 * @param top how many at most; 0 for none
 */
public record Ranking(Quantity by, boolean smallest, int top) implements Serializable {

    /** The first of one leaf, in order. */
    public List<RankedEntry> of(int leaf, Tensor diagonal, Tensor parameters, Constants c) {
        PriorityQueue<RankedEntry> best = new PriorityQueue<>(order().reversed());
        for (int i = 0; i < diagonal.size() && top > 0; i++) {
            double h = diagonal.doubles()[i];
            double value = by.of(h, parameters.get(i), c);
            // Positions ascend: a value that is only as good comes after what is there.
            if (!Double.isNaN(value) && (best.size() < top || isBefore(value, best.peek()))) {
                if (best.size() == top) {
                    best.poll();
                }
                best.add(new RankedEntry(leaf, i, parameters.get(i), h, value));
            }
        }
        return best.stream().sorted(order()).toList();
    }

    /** The first of all leaves, from the first of each. */
    public List<RankedEntry> merge(List<List<RankedEntry>> leaves) {
        return leaves.stream().flatMap(List::stream).sorted(order()).limit(top).toList();
    }

    private boolean isBefore(double value, RankedEntry other) {
        return smallest ? value < other.value() : value > other.value();
    }

    /** Zeros of both signs are equal, as they are for {@link #isBefore}. */
    private Comparator<RankedEntry> order() {
        Comparator<RankedEntry> byValue = Comparator.comparingDouble(e -> e.value() + 0.0);
        return (smallest ? byValue : byValue.reversed())
                .thenComparingInt(RankedEntry::leaf)
                .thenComparingInt(RankedEntry::flat);
    }
}
