package io.hessdiag.ad;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;

/** Changes which axes of a {@link Lane} are pinned, and reads plain values at pinned axes. */
final class Pinning {
    private final ProgramBuilder b;
    private final int k;
    private final Ints coordinates;
    private final Shape sizes;
    private final Equation[] definition;
    private final int[] map;

    /**
     * @param coordinates per axis of the leaf the vector of K indices
     * @param sizes the leaf's shape
     * @param definition the equation that makes a value of the source program; null for inputs
     * @param map ids of the source program's plain values in {@code b}
     */
    Pinning(
            ProgramBuilder b,
            int k,
            Ints coordinates,
            Shape sizes,
            Equation[] definition,
            int[] map) {
        this.b = b;
        this.k = k;
        this.coordinates = coordinates;
        this.sizes = sizes;
        this.definition = definition;
        this.map = map;
    }

    /** Source value {@code v} as it is. */
    int plain(int v) {
        return map[v];
    }

    /** The lane with exactly these axes pinned. */
    Lane repin(Lane lane, Ints pin) {
        Lane out = lane;
        for (int i = 0; i < pin.size(); i++) {
            if (out.pin().get(i) != pin.get(i)) {
                out = out.pin().get(i) == Lane.WHOLE ? out : spread(out, i);
                out = pin.get(i) == Lane.WHOLE ? out : pick(out, i, pin.get(i));
            }
        }
        return out;
    }

    /** A sparse pinned axis written out: zeros but for one element per direction. */
    private Lane spread(Lane lane, int axis) {
        if (lane.sparse().get(axis) == 0) {
            throw new IllegalStateException("axis " + axis + " is known at one coordinate only");
        }
        Ints pin = lane.pin().with(axis, Lane.WHOLE);
        int at = Lane.position(pin, axis);
        int size = sizes.dim(lane.pin().get(axis));
        Shape shape = b.shape(lane.core()).insert(at, size);
        int coordinate = coordinates.get(lane.pin().get(axis));
        int iota = b.emit(new Op.Iota(b.type(coordinate).withShape(Shape.of(k, size)), 1));
        int mask =
                b.compare(
                        Comparison.EQ,
                        iota,
                        b.broadcast(coordinate, Shape.of(k, size), Ints.of(0)));
        Ints others = Ints.range(shape.rank()).filter(i -> i != at);
        int core =
                b.select(
                        b.broadcast(mask, shape, Ints.of(0, at)),
                        b.broadcast(lane.core(), shape, others),
                        b.full(b.type(lane.core()).withShape(shape), 0));
        return new Lane(core, pin, lane.sparse().with(axis, 0));
    }

    /** Reads a whole axis at its coordinate, direction by direction. */
    private Lane pick(Lane lane, int axis, int coordinate) {
        int at = Lane.position(lane.pin(), axis);
        Shape shape = b.shape(lane.core());
        GatherDims dims =
                new GatherDims(
                        Ints.range(1, shape.rank() - 1),
                        Ints.of(at),
                        Ints.of(0),
                        Ints.of(0),
                        Ints.of(at),
                        1);
        Ints slice = shape.dims().with(0, 1).with(at, 1);
        int core = b.emit(new Op.Gather(dims, slice), lane.core(), column(coordinate));
        return new Lane(core, lane.pin().with(axis, coordinate), lane.sparse().with(axis, 0));
    }

    private int column(int coordinate) {
        return b.reshape(coordinates.get(coordinate), Shape.of(k, 1));
    }

    /**
     * Source value {@code v} at the pinned axes: K × its whole axes; broadcast along K when nothing
     * is pinned.
     */
    int read(int v, Ints pin) {
        if (pin.allEqual(Lane.WHOLE)) {
            Shape shape = b.shape(map[v]).prepend(k);
            return b.broadcast(map[v], shape, Ints.range(1, shape.rank()));
        }
        if (definition[v] != null && definition[v].op() instanceof Op.BroadcastInDim op) {
            return readBroadcast(definition[v].input(0), op, pin);
        }
        Ints pinned = Ints.range(pin.size()).filter(i -> pin.get(i) != Lane.WHOLE);
        int indices = column(pin.get(pinned.get(0)));
        for (int i = 1; i < pinned.size(); i++) {
            indices = b.emit(new Op.Concatenate(1), indices, column(pin.get(pinned.get(i))));
        }
        Ints slice = b.shape(map[v]).dims();
        for (int i = 0; i < pinned.size(); i++) {
            slice = slice.with(pinned.get(i), 1);
        }
        GatherDims dims =
                new GatherDims(Ints.range(1, 1 + pin.size() - pinned.size()), pinned, pinned, 1);
        return b.emit(new Op.Gather(dims, slice), map[v], indices);
    }

    /**
     * Looks through a broadcast, so that it is never written out only to be read at a few places.
     */
    private int readBroadcast(int source, Op.BroadcastInDim op, Ints pin) {
        Shape from = b.shape(map[source]);
        Ints whole = Lane.wholeAxes(pin);
        Shape result = op.shape().pick(whole).prepend(k);
        Ints inner = Ints.repeat(Lane.WHOLE, from.rank());
        Ints kept = Ints.EMPTY;
        Ints dims = Ints.of(0);
        for (int i = 0; i < from.rank(); i++) {
            int r = op.dims().get(i);
            boolean pinned = pin.get(r) != Lane.WHOLE;
            if (pinned && from.dim(i) == op.shape().dim(r)) {
                inner = inner.with(i, pin.get(r));
            } else if (!pinned) {
                kept = kept.append(i);
                dims = dims.append(1 + whole.indexOf(r));
            }
        }
        int core = inner.allEqual(Lane.WHOLE) ? map[source] : read(source, inner);
        boolean hasK = core != map[source];
        Shape keptShape = from.pick(kept);
        core = b.reshape(core, hasK ? keptShape.prepend(k) : keptShape);
        return b.broadcast(core, result, hasK ? dims : dims.without(Ints.of(0)));
    }
}
