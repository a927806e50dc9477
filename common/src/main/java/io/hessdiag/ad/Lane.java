package io.hessdiag.ad;

import io.hessdiag.tensor.Ints;

/**
 * One value for K directions at once. Axis i of the value is either whole, or pinned to coordinate
 * {@code pin[i]} of the direction's parameter index; the tensor {@code core} has a leading axis of
 * K directions and then the whole axes. Off a pinned axis' coordinate the value is zero where
 * {@code sparse[i]} is 1, and unknown (and unwanted) where it is 0.
 */
record Lane(int core, Ints pin, Ints sparse) {
    static final int WHOLE = Demand.ALL;

    /** Nothing pinned. */
    static Lane whole(int core, int rank) {
        return new Lane(core, Ints.repeat(WHOLE, rank), Ints.repeat(0, rank));
    }

    /** Axes that the core still has, in order. */
    static Ints wholeAxes(Ints pin) {
        return Ints.range(pin.size()).filter(i -> pin.get(i) == WHOLE);
    }

    /** The core's axis that holds the value's axis {@code i}. */
    static int position(Ints pin, int i) {
        return 1 + wholeAxes(pin).indexOf(i);
    }
}
