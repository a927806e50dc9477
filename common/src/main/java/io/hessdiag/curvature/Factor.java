package io.hessdiag.curvature;

import java.util.List;

/**
 * A tensor as a factor of an einsum.
 *
 * @param value its id in the program that is being built
 * @param indices one for each of its axes, all different
 * @param first for [{@code first} + i = k], i and k its two indices, the id of the scalar {@code
 *     first}: Σₖ of it times anything takes that at the places k from {@code first} on, no product
 *     is needed; −1 for all other tensors
 */
record Factor(int value, List<Index> indices, int first) {
    Factor {
        indices = List.copyOf(indices);
    }

    Factor(int value, List<Index> indices) {
        this(value, indices, -1);
    }

    boolean isSelection() {
        return first >= 0;
    }
}
