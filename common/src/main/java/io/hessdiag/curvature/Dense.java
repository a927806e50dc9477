package io.hessdiag.curvature;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Writes a {@link Term} out as one tensor: indices of the stack, then the axes, each whole. */
final class Dense {
    private final Algebra algebra;
    private final ProgramBuilder b;

    Dense(Algebra algebra) {
        this.algebra = algebra;
        this.b = algebra.b;
    }

    /** All axes written out. */
    Term of(Term term, Set<Index> stack, Shape tensor) {
        return of(term, stack, tensor, i -> true);
    }

    /**
     * The same term with one factor and an index of their own for the axes that are asked for (none
     * for axes of size 1); the others stay as they are.
     */
    Term of(Term term, Set<Index> stack, Shape tensor, IntPredicate asked) {
        Term t = algebra.refined(term);
        Set<Index> taken = new LinkedHashSet<>(stack);
        for (int i = 0; i < tensor.rank(); i++) {
            taken.addAll(asked.test(i) ? List.of() : t.axes().get(i).indices());
        }
        Set<Index> used = t.factorIndices();
        boolean[] own = new boolean[tensor.rank()];
        List<Index> order = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            List<Index> indices = t.axes().get(i).indices();
            own[i] = asked.test(i) && indices.stream().noneMatch(taken::contains);
            if (own[i]) {
                taken.addAll(indices);
                order.addAll(indices);
            } else if (asked.test(i)) {
                used.addAll(indices);
            }
        }
        List<Index> lead =
                t.indices().stream().filter(i -> used.contains(i) && !order.contains(i)).toList();
        lead = lead.stream().filter(i -> kept(i, t, stack, tensor, asked)).toList();
        order.addAll(0, lead);
        Set<Index> all = new LinkedHashSet<>(order);
        all.addAll(used);
        all.retainAll(t.indices());
        Factor core = new Factor(algebra.product(t.factors(), List.copyOf(all)), List.copyOf(all));
        List<List<Index>> axes = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i] || !asked.test(i)) {
                axes.add(own[i] ? t.axes().get(i).indices() : List.of());
            } else {
                Index written = new Index(tensor.dim(i));
                core = placed(core, t.axes().get(i), written);
                order.add(written);
                axes.add(List.of(written));
            }
        }
        List<Index> left = core.indices().stream().filter(i -> !order.contains(i)).toList();
        core = new Contraction(b).sum(core, left);
        return joined(t, core, lead, own, axes, tensor, asked);
    }

    /** Whether an index stays: the stack's, or that of an axis that is not written out. */
    private static boolean kept(
            Index i, Term t, Set<Index> stack, Shape tensor, IntPredicate asked) {
        boolean onAxis = false;
        for (int axis = 0; axis < tensor.rank(); axis++) {
            onAxis |= !asked.test(axis) && t.axes().get(axis).indices().contains(i);
        }
        return onAxis || stack.contains(i);
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
        return algebra.oneHot(at, size);
    }

    private Term joined(
            Term t,
            Factor core,
            List<Index> lead,
            boolean[] own,
            List<List<Index>> axes,
            Shape tensor,
            IntPredicate asked) {
        List<Index> split = new ArrayList<>(lead);
        axes.forEach(split::addAll);
        int value = new Contraction(b).spread(core, split);
        int[] dims = new int[lead.size() + own.length];
        for (int i = 0; i < dims.length; i++) {
            int axis = i - lead.size();
            dims[i] = axis < 0 ? lead.get(i).size() : size(axes.get(axis));
        }
        value = b.reshape(value, Shape.of(dims));
        List<Index> out = new ArrayList<>(lead);
        List<Axis> written = new ArrayList<>(t.axes());
        for (int i = 0; i < own.length; i++) {
            if (asked.test(i)) {
                Axis axis = t.axes().get(i);
                value = own[i] ? padded(value, lead.size() + i, axis, tensor.dim(i)) : value;
                written.set(i, Axis.whole(tensor.dim(i)));
                out.addAll(written.get(i).indices());
            }
        }
        Factor whole = new Factor(b.reshape(value, Algebra.shape(out)), out);
        return new Term(t.sign(), List.of(whole), written);
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
