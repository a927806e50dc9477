package io.hessdiag.curvature;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes every {@code step}-th element along one axis of a {@link Term}, from some start on. */
final class Cropping {
    private final Algebra algebra;
    private final ProgramBuilder b;
    private final Set<Index> stack;

    Cropping(Algebra algebra, Set<Index> stack) {
        this.algebra = algebra;
        this.b = algebra.b;
        this.stack = stack;
    }

    /**
     * @param tensor the term's shape
     * @return the term of the elements start + step · i for i below {@code size}, which is zero
     *     where the term has no place; empty when none of its places is among them
     */
    Optional<Term> axis(Term t, Shape tensor, int axis, int start, int step, int size) {
        Axis a = t.axes().get(axis);
        int places = a.places();
        int[] inside =
                IntStream.range(0, places)
                        .filter(f -> isInside(a.offset() + a.stride() * f - start, step, size))
                        .toArray();
        if (inside.length == 0) {
            return Optional.empty();
        }
        int every = inside.length > 1 ? inside[1] - inside[0] : 1;
        int first = (a.offset() + a.stride() * inside[0] - start) / step;
        int stride = inside.length > 1 ? a.stride() * every / step : 1;
        if (inside.length == places) {
            return Optional.of(with(t, axis, new Axis(a.indices(), first, stride)));
        }
        boolean own = a.indices().size() == 1 && isOwn(t, axis, a.indices().get(0));
        if (!own) {
            Term written = new Dense(algebra).of(t, stack, tensor);
            return axis(written, tensor, axis, start, step, size);
        }
        Index index = a.indices().get(0);
        Index part = new Index(inside.length);
        Term cut =
                t.withFactors(
                        t.factors().stream()
                                .map(f -> cut(f, index, part, inside[0], every))
                                .toList());
        Axis left = size == 1 ? Axis.of() : new Axis(List.of(part), first, stride);
        return Optional.of(with(size == 1 ? algebra.sum(cut, List.of(part)) : cut, axis, left));
    }

    private static boolean isInside(int distance, int step, int size) {
        return distance >= 0 && distance % step == 0 && distance / step < size;
    }

    /** Whether an index is this axis' alone, so that it may lose elements. */
    private boolean isOwn(Term t, int axis, Index index) {
        return !stack.contains(index)
                && IntStream.range(0, t.axes().size())
                        .noneMatch(i -> i != axis && t.axes().get(i).indices().contains(index));
    }

    private static Term with(Term t, int axis, Axis a) {
        List<Axis> axes = new ArrayList<>(t.axes());
        axes.set(axis, a);
        return t.withAxes(axes);
    }

    private Factor cut(Factor f, Index index, Index part, int first, int every) {
        int dim = f.indices().indexOf(index);
        if (dim < 0) {
            return f;
        }
        Ints dims = b.shape(f.value()).dims();
        int last = first + (part.size() - 1) * every;
        Op slice =
                new Op.Slice(
                        Ints.repeat(0, dims.size()).with(dim, first),
                        dims.with(dim, last + 1),
                        Ints.repeat(1, dims.size()).with(dim, every));
        List<Index> indices = new ArrayList<>(f.indices());
        indices.set(dim, part);
        return new Factor(b.emit(slice, f.value()), indices);
    }
}
