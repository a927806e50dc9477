package io.hessdiag.curvature;

import java.util.List;

/**
 * A tensor as a factor of an einsum.
 *
 * @param value its id in the program that is being built
 * @param indices one for each of its axes, all different
 */
record Factor(int value, List<Index> indices) {
    Factor {
        indices = List.copyOf(indices);
    }
}
