package io.hessdiag.curvature;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads known values at places given by {@link Axis}es, as factors. */
final class Reading {
    private final ProgramBuilder b;

    Reading(ProgramBuilder b) {
        this.b = b;
    }

    /** The value at these places; looks through broadcasts, so that nothing repeated is written. */
    Factor at(int value, List<Axis> axes) {
        Equation made = b.definition(value).orElse(null);
        if (made != null && made.op() instanceof Op.BroadcastInDim op) {
            Shape from = b.shape(made.input(0));
            List<Axis> inner = new ArrayList<>();
            for (int i = 0; i < from.rank(); i++) {
                int r = op.dims().get(i);
                inner.add(from.dim(i) == op.shape().dim(r) ? axes.get(r) : Axis.of());
            }
            return at(made.input(0), inner);
        }
        if (made != null && made.op() instanceof Op.Transpose op) {
            Ints order = op.permutation().inverse();
            return at(made.input(0), order.stream().mapToObj(axes::get).toList());
        }
        if (made != null && made.op() instanceof Op.Reshape && isUnitReshape(made, value)) {
            return at(made.input(0), moved(axes, b.shape(value), b.shape(made.input(0))));
        }
        return read(value, axes);
    }

    private static Ints longAxes(Shape s) {
        return Ints.range(s.rank()).filter(i -> s.dim(i) != 1);
    }

    /** Whether a reshape only adds or drops axes of size 1. */
    private boolean isUnitReshape(Equation e, int value) {
        Shape from = b.shape(e.input(0));
        Shape to = b.shape(value);
        return from.pick(longAxes(from)).equals(to.pick(longAxes(to)));
    }

    private static List<Axis> moved(List<Axis> axes, Shape from, Shape to) {
        List<Axis> out = new ArrayList<>(Collections.nCopies(to.rank(), Axis.of()));
        Ints source = longAxes(from);
        Ints target = longAxes(to);
        for (int i = 0; i < source.size(); i++) {
            out.set(target.get(i), axes.get(source.get(i)));
        }
        return out;
    }

    private Factor read(int value, List<Axis> axes) {
        int picked = value;
        List<Index> indices = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            picked = pick(picked, i, axes.get(i));
            indices.addAll(axes.get(i).indices());
        }
        Shape shape = Shape.of(indices.stream().mapToInt(Index::size).toArray());
        return distinct(b.reshape(picked, shape), indices);
    }

    private int pick(int value, int i, Axis axis) {
        Ints dims = b.shape(value).dims();
        if (axis.covers(dims.get(i))) {
            return value;
        }
        int last = axis.offset() + (axis.places() - 1) * axis.stride();
        int low = Math.min(axis.offset(), last);
        int high = Math.max(axis.offset(), last);
        int step = Math.max(1, Math.abs(axis.stride()));
        int slice =
                b.emit(
                        new Op.Slice(
                                Ints.repeat(0, dims.size()).with(i, low),
                                dims.with(i, high + 1),
                                Ints.repeat(1, dims.size()).with(i, step)),
                        value);
        return axis.stride() < 0 ? b.emit(new Op.Reverse(Ints.of(i)), slice) : slice;
    }

    /** A factor whose axes may run along an index twice: its diagonal then. */
    Factor distinct(int value, List<Index> indices) {
        for (int i = 0; i < indices.size(); i++) {
            int j = indices.subList(i + 1, indices.size()).indexOf(indices.get(i));
            if (j >= 0) {
                List<Index> rest = new ArrayList<>(indices);
                rest.remove(i + 1 + j);
                rest.remove(i);
                rest.add(indices.get(i));
                return distinct(diagonal(value, i, i + 1 + j), rest);
            }
        }
        return new Factor(value, indices);
    }

    /** Elements at equal places along two axes, as the last axis: n × n in steps of n + 1. */
    private int diagonal(int value, int i, int j) {
        Shape shape = b.shape(value);
        int n = shape.dim(i);
        Ints others = Ints.range(shape.rank()).filter(a -> a != i && a != j);
        Shape left = shape.pick(others);
        int flat =
                b.reshape(b.transpose(value, others.append(i, j)), left.insert(left.rank(), n * n));
        int[] steps = new int[left.rank() + 1];
        Arrays.fill(steps, 1);
        steps[left.rank()] = n + 1;
        return b.emit(
                new Op.Slice(Ints.repeat(0, steps.length), b.shape(flat).dims(), Ints.of(steps)),
                flat);
    }

    /** A factor along other indices, some of which may have become one. */
    Factor renamed(Factor f, UnaryOperator<Index> names) {
        List<Index> indices = f.indices().stream().map(names).toList();
        return f.isSelection() && !indices.get(0).equals(indices.get(1))
                ? new Factor(f.value(), indices, f.first())
                : distinct(f.value(), indices);
    }

    /** Σₖ of a selection of places k times a factor: what that has from the first of them on. */
    Factor selected(Factor f, Factor selection) {
        Index seed = selection.indices().get(0);
        int dim = f.indices().indexOf(selection.indices().get(1));
        Ints sizes = b.shape(f.value()).dims().with(dim, seed.size());
        GatherDims dims = new GatherDims(Ints.range(sizes.size()), Ints.EMPTY, Ints.of(dim), 0);
        int start = b.reshape(selection.first(), Shape.of(1));
        int rows = b.emit(new Op.Gather(dims, sizes), f.value(), start);
        List<Index> indices = new ArrayList<>(f.indices());
        indices.set(dim, seed);
        return distinct(rows, indices);
    }
}
