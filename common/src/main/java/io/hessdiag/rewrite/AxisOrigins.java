package io.hessdiag.rewrite;

import io.hessdiag.ir.Op;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;

/**
 * Where the axes of a view come from: per axis of a value the axis of x that it runs along, for
 * what has been reduced from x. {@link #NONE} where the value is repeated and for size 1.
 */
final class AxisOrigins {
    static final int NONE = -1;

    /** Of an axis that a reshape has made of others. */
    private static final int MIXED = -2;

    private AxisOrigins() {}

    /** Of a reduction of x over {@code dims} to {@code shape}. */
    static Ints kept(Ints dims, Shape shape) {
        Ints axes = Ints.range(shape.rank() + dims.size()).without(dims);
        return Ints.of(
                Ints.range(shape.rank()).stream()
                        .map(i -> shape.dim(i) == 1 ? NONE : axes.get(i))
                        .toArray());
    }

    /** Of {@code view} of a value with these origins; other ops keep them. */
    static Ints through(Op view, Ints origins, Shape from, Shape to) {
        if (view instanceof Op.BroadcastInDim b) {
            Ints out = Ints.repeat(NONE, to.rank());
            for (int i = 0; i < origins.size(); i++) {
                out = out.with(b.dims().get(i), origins.get(i));
            }
            return out;
        }
        return view instanceof Op.Reshape ? reshaped(origins, from, to) : origins;
    }

    /** Reshapes that add or drop axes of size 1; others match nothing. */
    private static Ints reshaped(Ints origins, Shape from, Shape to) {
        Ints longFrom = Ints.range(from.rank()).filter(i -> from.dim(i) != 1);
        Ints longTo = Ints.range(to.rank()).filter(i -> to.dim(i) != 1);
        Ints out = Ints.repeat(MIXED, to.rank());
        if (from.pick(longFrom).equals(to.pick(longTo))) {
            for (int i = 0; i < to.rank(); i++) {
                int n = longTo.indexOf(i);
                out = out.with(i, n < 0 ? NONE : origins.get(longFrom.get(n)));
            }
        }
        return out;
    }

    /** Whether, in x's shape, every axis that was kept is in its own place and no other. */
    static boolean restored(Ints origins, Ints dims, Shape x) {
        return origins.size() == x.rank()
                && Ints.range(x.rank()).stream()
                        .allMatch(
                                a ->
                                        x.dim(a) == 1
                                                || origins.get(a) == (dims.contains(a) ? NONE : a));
    }
}
