package io.hessdiag.plan;

import io.hessdiag.plan.PartialDiagonal.Piece;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.List;

/**
 * The diagonals of neighbouring leaves as sums of pieces. The order of addition is the order of the
 * units; cutting a piece in two changes nothing.
 */
public final class LeafSums {
    private final int first;
    private final List<Shape> shapes;
    private final LeafEntries[] entries;
    private final CompensatedSum[] sums;

    /**
     * @param first number of the first leaf
     * @param shapes of the leaves from there on
     * @param selected the leaves that have selected entries, these and others
     */
    LeafSums(int first, List<Shape> shapes, List<LeafEntries> selected) {
        this.first = first;
        this.shapes = List.copyOf(shapes);
        this.entries = new LeafEntries[shapes.size()];
        this.sums = new CompensatedSum[shapes.size()];
        for (LeafEntries leaf : selected) {
            int i = leaf.leaf() - first;
            if (0 <= i && i < sums.length) {
                entries[i] = leaf;
                sums[i] = new CompensatedSum(leaf.entries().count());
            }
        }
    }

    /** Adds a piece of one of the leaves. */
    public void add(Piece piece) {
        sums[piece.leaf() - first].add(piece.start(), piece.values());
    }

    /** One tensor per leaf, NaN where an entry was not selected; ends the summation. */
    public List<Tensor> tensors() {
        Tensor[] out = new Tensor[sums.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Tensor.of(shapes.get(i), values(i));
            sums[i] = null;
        }
        return List.of(out);
    }

    private double[] values(int i) {
        if (entries[i] == null) {
            return CompensatedSum.nothing(shapes.get(i).size());
        }
        double[] total = sums[i].total();
        if (entries[i].entries().isAll()) {
            return total;
        }
        double[] all = CompensatedSum.nothing(shapes.get(i).size());
        for (int k = 0; k < total.length; k++) {
            all[entries[i].flat(k)] = total[k];
        }
        return all;
    }
}
