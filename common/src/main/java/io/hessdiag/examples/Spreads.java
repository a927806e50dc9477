package io.hessdiag.examples;

import io.hessdiag.ir.Equation;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Loops of shared values that have turned out to be needed example by example: an encoding by place
 * that is built up step by step, say. Their carries get an example axis from the start.
 */
final class Spreads {
    private final IdentityHashMap<Equation, Map<Integer, ExampleAxis>> carries =
            new IdentityHashMap<>();

    /** Ends an analysis that has found one more. */
    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Equation loop;
        private final int carry;
        private final ExampleAxis axis;

        /**
         * @param carry which carry is needed with its examples along {@code axis}; −1 for a row of
         *     the loop's results
         */
        Found(Equation loop, int carry, ExampleAxis axis) {
            super(null, null, false, false);
            this.loop = loop;
            this.carry = carry;
            this.axis = axis;
        }
    }

    /**
     * @throws CouplingException when it is no news, and so of no use
     */
    void add(Found found) {
        Map<Integer, ExampleAxis> known =
                carries.computeIfAbsent(found.loop, loop -> new TreeMap<>());
        if (known.putIfAbsent(found.carry, found.axis) != null) {
            throw new CouplingException(found.loop, Reasons.rows());
        }
    }

    boolean contains(Equation loop) {
        return carries.containsKey(loop);
    }

    /** The carries' axes by position; −1 stands for no carry. */
    Map<Integer, ExampleAxis> of(Equation loop) {
        return carries.getOrDefault(loop, Map.of());
    }
}
