package io.hessdiag.curvature;

import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The leaves' diagonals. */
final class Diagonals {
    private final Linear linear;
    private final List<Diagonal> leaves = new ArrayList<>();

    Diagonals(Linear linear, Algebra algebra) {
        this.linear = linear;
        for (int i = 0; i < linear.directions().size(); i++) {
            leaves.add(new Diagonal(algebra, shape(i)));
        }
    }

    private Shape shape(int leaf) {
        return linear.shape(linear.directions().get(leaf));
    }

    /** Largest leaves first: smaller ones may use what has been computed for them. */
    List<Integer> order(BitSet some) {
        return some.stream()
                .boxed()
                .sorted((x, y) -> Integer.compare(shape(y).size(), shape(x).size()))
                .toList();
    }

    Diagonal of(int leaf) {
        return leaves.get(leaf);
    }
}
