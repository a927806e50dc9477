package io.hessdiag.curvature;

import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The leaves' diagonals, as sums that are being built. */
final class Diagonals {
    private final Linear linear;
    private final ProgramBuilder b;
    private final int[] sums;

    Diagonals(Linear linear, ProgramBuilder b) {
        this.linear = linear;
        this.b = b;
        this.sums = new int[linear.directions().size()];
        Arrays.fill(sums, -1);
    }

    /** Largest leaves first: smaller ones may use what has been computed for them. */
    List<Integer> order(BitSet leaves) {
        return leaves.stream()
                .boxed()
                .sorted((x, y) -> Integer.compare(type(y).size(), type(x).size()))
                .toList();
    }

    private TensorType type(int leaf) {
        return linear.type(linear.directions().get(leaf));
    }

    void add(int leaf, int share) {
        sums[leaf] = sums[leaf] < 0 ? share : b.add(sums[leaf], share);
    }

    /** Zeros where no curvature has arrived. */
    int of(int leaf) {
        return sums[leaf] < 0 ? b.full(type(leaf), 0) : sums[leaf];
    }
}
