package io.hessdiag.curvature;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a {@link Term} out as one tensor: indices of the stack, then the axes, each whole. */
final class Dense {
    private final Algebra algebra;
    private final ProgramBuilder b;

    Dense(Algebra algebra) {
        this.algebra = algebra;
        this.b = algebra.b;
    }

    /**
     * The same term with one factor, whose axes are those indices of the stack that it depends on
     * and then one index per axis of the tensor (none for axes of size 1).
     */
    Term of(Term term, Set<Index> stack, Shape tensor) {
        Term t = algebra.refined(term);
        List<Index> order = new ArrayList<>(t.indices().stream().filter(stack::contains).toList());
        Set<Index> taken = new HashSet<>(stack);
        boolean[] own = new boolean[tensor.rank()];
        for (int i = 0; i < own.length; i++) {
            own[i] = t.axes().get(i).indices().stream().noneMatch(taken::contains);
            if (own[i]) {
                taken.addAll(t.axes().get(i).indices());
                order.addAll(t.axes().get(i).indices());
            }
        }
        List<Index> all = new ArrayList<>(order);
        t.axisIndices().stream().filter(i -> !all.contains(i)).forEach(all::add);
        Factor core = new Factor(algebra.product(t.factors(), all), all);
        List<List<Index>> axes = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i]) {
                axes.add(t.axes().get(i).indices());
            } else {
                Index written = new Index(tensor.dim(i));
                core = placed(core, t.axes().get(i), written);
                order.add(written);
                axes.add(List.of(written));
            }
        }
        List<Index> left = core.indices().stream().filter(i -> !order.contains(i)).toList();
        core = new Contraction(b).sum(core, left);
        return joined(t, core, own, axes, stack, tensor);
    }

    /** Zero but at the places along a new last axis that the axis' indices name. */
    private Factor placed(Factor core, Axis axis, Index written) {
        List<Index> out = new ArrayList<>(core.indices());
        out.add(written);
        Contraction layout = new Contraction(b);
        List<Index> along = new ArrayList<>(axis.indices());
        along.add(written);
        int mask = layout.spread(new Factor(places(axis, written.size()), along), out);
        int value = layout.spread(core, out);
        return new Factor(b.select(mask, value, b.fullLike(value, 0)), out);
    }

    /** i1 [indices…, size]: whether an element is at the place that the indices name. */
    private int places(Axis a, int size) {
        Shape from = Algebra.shape(a.indices());
        TensorType flat = new TensorType(DType.I64, Shape.of(from.size()));
        int iota = b.emit(new Op.Iota(flat, 0));
        int scaled = b.multiply(iota, b.fullLike(iota, a.stride()));
        int at = b.reshape(b.add(scaled, b.fullLike(iota, a.offset())), from);
        Shape to = from.insert(from.rank(), size);
        int element = b.emit(new Op.Iota(new TensorType(DType.I64, to), from.rank()));
        return b.compare(Comparison.EQ, b.broadcast(at, to, Ints.range(from.rank())), element);
    }

    private Term joined(
            Term t,
            Factor core,
            boolean[] own,
            List<List<Index>> axes,
            Set<Index> stack,
            Shape tensor) {
        List<Index> seeds = core.indices().stream().filter(stack::contains).toList();
        List<Index> split = new ArrayList<>(seeds);
        axes.forEach(split::addAll);
        int value = new Contraction(b).spread(core, split);
        int[] dims = new int[seeds.size() + own.length];
        for (int i = 0; i < dims.length; i++) {
            int axis = i - seeds.size();
            dims[i] = axis < 0 ? seeds.get(i).size() : size(axes.get(axis));
        }
        value = b.reshape(value, Shape.of(dims));
        List<Index> out = new ArrayList<>(seeds);
        List<Axis> whole = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            value =
                    own[i]
                            ? padded(value, seeds.size() + i, t.axes().get(i), tensor.dim(i))
                            : value;
            boolean single = tensor.dim(i) == 1;
            Index index = new Index(tensor.dim(i));
            whole.add(single ? Axis.of() : Axis.of(index));
            out.addAll(single ? List.of() : List.of(index));
        }
        return new Term(
                t.sign(), List.of(new Factor(b.reshape(value, Algebra.shape(out)), out)), whole);
    }

    private static int size(List<Index> indices) {
        return indices.stream().mapToInt(Index::size).reduce(1, (x, y) -> x * y);
    }

    /** Zeros around and between the places of an axis. */
    private int padded(int value, int dim, Axis axis, int size) {
        if (axis.covers(size)) {
            return value;
        }
        int rank = b.shape(value).rank();
        int step = Math.abs(axis.stride());
        int last = axis.offset() + (axis.places() - 1) * axis.stride();
        int low = Math.min(axis.offset(), last);
        int high = size - 1 - Math.max(axis.offset(), last);
        int ordered = axis.stride() < 0 ? b.emit(new Op.Reverse(Ints.of(dim)), value) : value;
        Ints none = Ints.repeat(0, rank);
        return b.emit(
                new Op.Pad(
                        none.with(dim, low),
                        none.with(dim, high),
                        none.with(dim, axis.places() > 1 ? step - 1 : 0)),
                ordered,
                b.scalar(b.type(value).dtype(), 0));
    }
}
