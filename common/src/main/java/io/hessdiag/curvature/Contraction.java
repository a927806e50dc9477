package io.hessdiag.curvature;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One step of an einsum: the product of two factors, summed over what nobody else needs. */
final class Contraction {
    private final ProgramBuilder b;

    Contraction(ProgramBuilder b) {
        this.b = b;
    }

    /** Elements that a step walks through, one per combination of its indices. */
    static double volume(Set<Index> indices) {
        return indices.stream().mapToDouble(Index::size).reduce(1, (x, y) -> x * y);
    }

    /**
     * @param kept the indices that the result keeps
     * @param order the order of axes that the result's reader would like best
     */
    Factor pair(Factor x, Factor y, Set<Index> kept, List<Index> order) {
        List<Index> batch = common(x, y, kept, true);
        List<Index> contracted = common(x, y, kept, false);
        Factor l = sum(x, without(x, y, kept));
        Factor r = sum(y, without(y, x, kept));
        boolean vector =
                l.indices().size() == batch.size() + contracted.size()
                        || r.indices().size() == batch.size() + contracted.size();
        if (contracted.isEmpty()) {
            return multiply(l, r, order);
        }
        if (vector && !batch.isEmpty()) {
            List<Index> inside = new ArrayList<>(order);
            inside.addAll(contracted);
            return sum(multiply(l, r, inside), contracted);
        }
        return startsWithLeft(l, r, order)
                ? dot(l, r, batch, contracted)
                : dot(r, l, batch, contracted);
    }

    /** dot_general's result has the left operand's free axes before the right one's. */
    private static boolean startsWithLeft(Factor l, Factor r, List<Index> order) {
        for (Index i : order) {
            boolean left = l.indices().contains(i);
            if (left != r.indices().contains(i)) {
                return left;
            }
        }
        return true;
    }

    private static List<Index> common(Factor x, Factor y, Set<Index> kept, boolean isKept) {
        return x.indices().stream()
                .filter(i -> y.indices().contains(i) && kept.contains(i) == isKept)
                .toList();
    }

    /** What only {@code x} has and nobody needs. */
    private static List<Index> without(Factor x, Factor y, Set<Index> kept) {
        return x.indices().stream()
                .filter(i -> !y.indices().contains(i) && !kept.contains(i))
                .toList();
    }

    /** The sum over some indices. */
    Factor sum(Factor x, List<Index> over) {
        Ints dims = Ints.of(over.stream().mapToInt(x.indices()::indexOf).sorted().toArray());
        List<Index> left = x.indices().stream().filter(i -> !over.contains(i)).toList();
        return new Factor(b.sum(x.value(), dims), left);
    }

    private Factor dot(Factor l, Factor r, List<Index> batch, List<Index> contracted) {
        Op.DotGeneral op =
                new Op.DotGeneral(
                        places(l, batch),
                        places(r, batch),
                        places(l, contracted),
                        places(r, contracted));
        List<Index> out = new ArrayList<>(batch);
        Stream.concat(l.indices().stream(), r.indices().stream())
                .filter(i -> !batch.contains(i) && !contracted.contains(i))
                .forEach(out::add);
        return new Factor(b.emit(op, l.value(), r.value()), out);
    }

    private static Ints places(Factor x, List<Index> indices) {
        return Ints.of(indices.stream().mapToInt(x.indices()::indexOf).toArray());
    }

    /** Element by element, each repeated along what only the other one has. */
    private Factor multiply(Factor l, Factor r, List<Index> order) {
        if (l.indices().isEmpty() && r.indices().isEmpty()) {
            return new Factor(b.multiply(l.value(), r.value()), List.of());
        }
        List<Index> out = union(l, r, order);
        return new Factor(b.multiply(spread(l, out), spread(r, out)), out);
    }

    private static List<Index> union(Factor l, Factor r, List<Index> order) {
        List<Index> all =
                Stream.concat(l.indices().stream(), r.indices().stream()).distinct().toList();
        return Stream.concat(
                        order.stream().filter(all::contains),
                        all.stream().filter(i -> !order.contains(i)))
                .toList();
    }

    /** The factor's tensor with axes along exactly these indices, in this order. */
    int spread(Factor x, List<Index> out) {
        Shape shape = Shape.of(out.stream().mapToInt(Index::size).toArray());
        Ints dims = Ints.of(x.indices().stream().mapToInt(out::indexOf).toArray());
        if (out.size() == x.indices().size()) {
            return b.transpose(x.value(), dims.inverse());
        }
        return b.broadcast(x.value(), shape, dims);
    }
}
