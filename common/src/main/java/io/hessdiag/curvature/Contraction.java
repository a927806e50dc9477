package io.hessdiag.curvature;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One step of an einsum: the product of two factors, summed over what nobody else needs. */
final class Contraction {
    private final ProgramBuilder b;

    Contraction(ProgramBuilder b) {
        this.b = b;
    }

    /** Elements that a step walks through, one per combination of its indices. */
    static double volume(Collection<Index> indices) {
        return indices.stream().mapToDouble(Index::size).reduce(1, (x, y) -> x * y);
    }

    /** Whether a step is taken element by element rather than as matrix products. */
    static boolean isPointwise(Collection<Index> l, Collection<Index> r, Collection<Index> kept) {
        boolean vector = l.containsAll(r) || r.containsAll(l);
        boolean batched = l.stream().anyMatch(i -> r.contains(i) && kept.contains(i));
        return kept.containsAll(l) && kept.containsAll(r) || vector && batched;
    }

    /**
     * @param kept the indices that the result keeps, of those that both have
     * @param last what the result's reader sums over next: laid out last
     */
    Factor pair(Factor x, Factor y, Set<Index> kept, Collection<Index> last) {
        Factor l = sum(x, alone(x, y, kept));
        Factor r = sum(y, alone(y, x, kept));
        List<Index> both = l.indices().stream().filter(r.indices()::contains).toList();
        List<Index> summed = both.stream().filter(i -> !kept.contains(i)).toList();
        if (isPointwise(l.indices(), r.indices(), kept)) {
            List<Index> first = summed.stream().filter(i -> !leads(i, kept)).toList();
            Factor product = multiply(l, r, first.isEmpty() ? last : first);
            return sum(sum(product, first), summed.stream().filter(i -> leads(i, kept)).toList());
        }
        List<Index> batch = both.stream().filter(kept::contains).sorted().toList();
        return isBefore(l, r) ? dot(l, r, batch, summed) : dot(r, l, batch, summed);
    }

    /** Whether an index is laid out before all that are kept: examples, summed after units. */
    private static boolean leads(Index i, Set<Index> kept) {
        return kept.stream().allMatch(k -> i.compareTo(k) < 0);
    }

    /** What only {@code x} has and nobody needs. */
    private static List<Index> alone(Factor x, Factor y, Set<Index> kept) {
        return x.indices().stream()
                .filter(i -> !y.indices().contains(i) && !kept.contains(i))
                .toList();
    }

    /** Whether the oldest index that only one of them has is the left one's. */
    private static boolean isBefore(Factor l, Factor r) {
        Set<Index> one = new TreeSet<>(l.indices());
        r.indices().forEach(i -> toggle(one, i));
        return one.isEmpty() || l.indices().contains(one.iterator().next());
    }

    private static void toggle(Set<Index> set, Index i) {
        if (!set.remove(i)) {
            set.add(i);
        }
    }

    /** The sum over some indices. */
    Factor sum(Factor x, Collection<Index> over) {
        Ints dims = Ints.of(over.stream().mapToInt(x.indices()::indexOf).sorted().toArray());
        List<Index> left = x.indices().stream().filter(i -> !over.contains(i)).toList();
        return new Factor(b.sum(x.value(), dims), left);
    }

    /** dot_general's result: batch axes, the left operand's free ones, the right one's. */
    private Factor dot(Factor l, Factor r, List<Index> batch, List<Index> summed) {
        Op.DotGeneral op =
                new Op.DotGeneral(
                        places(l, batch), places(r, batch), places(l, summed), places(r, summed));
        List<Index> out = new ArrayList<>(batch);
        Stream.concat(l.indices().stream(), r.indices().stream())
                .filter(i -> !batch.contains(i) && !summed.contains(i))
                .forEach(out::add);
        return new Factor(b.emit(op, l.value(), r.value()), out);
    }

    private static Ints places(Factor x, List<Index> indices) {
        return Ints.of(indices.stream().mapToInt(x.indices()::indexOf).toArray());
    }

    /**
     * Element by element, each repeated along what only the other one has. Laid out as the operand
     * that has all indices is; where none has, {@code last} comes last.
     */
    private Factor multiply(Factor l, Factor r, Collection<Index> last) {
        List<Index> out = new ArrayList<>(order(l, r, last));
        return new Factor(b.multiply(spread(l, out), spread(r, out)), out);
    }

    private static List<Index> order(Factor l, Factor r, Collection<Index> last) {
        if (l.indices().containsAll(r.indices())) {
            return l.indices();
        }
        if (r.indices().containsAll(l.indices())) {
            return r.indices();
        }
        Set<Index> all = new TreeSet<>(l.indices());
        all.addAll(r.indices());
        return Stream.concat(
                        all.stream().filter(i -> !last.contains(i)),
                        all.stream().filter(last::contains))
                .toList();
    }

    /** The factor's tensor with axes along exactly these indices, in this order. */
    int spread(Factor x, List<Index> out) {
        Ints dims = Ints.of(x.indices().stream().mapToInt(out::indexOf).toArray());
        if (out.size() == x.indices().size()) {
            return b.transpose(x.value(), dims.inverse());
        }
        Shape shape = Shape.of(out.stream().mapToInt(Index::size).toArray());
        return b.broadcast(x.value(), shape, dims);
    }
}
