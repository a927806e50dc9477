package io.hessdiag.curvature;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What can be done with {@link Term}s: products, sums over indices, writing out what is one-hot.
 */
final class Algebra {
    final ProgramBuilder b;
    final Refinement refinement = new Refinement();
    final Reading reading;
    final Einsum einsum;
    private final DType dtype;

    Algebra(ProgramBuilder b, DType dtype) {
        this.b = b;
        this.reading = new Reading(b);
        this.einsum = new Einsum(b, reading);
        this.dtype = dtype;
    }

    DType dtype() {
        return dtype;
    }

    /** In the finest indices there are. */
    Set<Index> refined(Set<Index> indices) {
        return new LinkedHashSet<>(refinement.parts(List.copyOf(indices)));
    }

    /** In the finest indices there are. */
    Term refined(Term t) {
        if (t.indices().stream().noneMatch(refinement::isSplit)) {
            return t;
        }
        return new Term(
                t.sign(),
                t.factors().stream().map(this::refined).toList(),
                t.axes().stream()
                        .map(a -> new Axis(refinement.parts(a.indices()), a.offset(), a.stride()))
                        .toList());
    }

    private Factor refined(Factor f) {
        List<Index> parts = refinement.parts(f.indices());
        if (parts.equals(f.indices())) {
            return f;
        }
        return new Factor(b.reshape(f.value(), shape(parts)), parts);
    }

    static Shape shape(List<Index> indices) {
        return Shape.of(indices.stream().mapToInt(Index::size).toArray());
    }

    Term renamed(Term t, UnaryOperator<Index> names) {
        return new Term(
                t.sign(),
                t.factors().stream().map(f -> reading.renamed(f, names)).toList(),
                t.axes().stream().map(a -> a.renamed(names)).toList());
    }

    /** The same term with indices of its own for all but {@code shared}. */
    Term fresh(Term t, Set<Index> shared) {
        Map<Index, Index> names = new HashMap<>();
        return renamed(
                t,
                i -> shared.contains(i) ? i : names.computeIfAbsent(i, x -> new Index(x.size())));
    }

    /** Factors along the same indices become one. */
    Term times(Term t, Factor f) {
        Set<Index> along = Set.copyOf(f.indices());
        List<Factor> factors = new ArrayList<>(t.factors());
        for (int i = 0; i < factors.size(); i++) {
            Factor g = factors.get(i);
            if (Set.copyOf(g.indices()).equals(along)) {
                int other = new Contraction(b).spread(f, g.indices());
                factors.set(i, new Factor(b.multiply(g.value(), other), g.indices()));
                return t.withFactors(factors);
            }
        }
        factors.add(f);
        return t.withFactors(factors);
    }

    Term times(Term t, double constant) {
        return constant == 1 ? t : times(t, new Factor(b.scalar(dtype, constant), List.of()));
    }

    /** The sum over indices that no axis runs along. */
    Term sum(Term t, Collection<Index> over) {
        List<Factor> touched = new ArrayList<>();
        List<Factor> others = new ArrayList<>();
        for (Factor f : t.factors()) {
            (f.indices().stream().anyMatch(over::contains) ? touched : others).add(f);
        }
        Set<Index> summed = new LinkedHashSet<>();
        touched.forEach(f -> summed.addAll(f.indices()));
        double repeats = 1;
        for (Index i : over) {
            repeats *= summed.contains(i) ? 1 : i.size();
        }
        Term out = times(t.withFactors(others), repeats);
        summed.removeAll(over);
        return touched.isEmpty() ? out : times(out, einsum.product(touched, summed));
    }

    /**
     * i1 [shape of {@code at}, size]: whether an element is at the place, of i64, that it names.
     */
    int oneHot(int at, int size) {
        Shape places = b.shape(at);
        Shape shape = places.insert(places.rank(), size);
        int element = b.emit(new Op.Iota(new TensorType(DType.I64, shape), places.rank()));
        return b.compare(Comparison.EQ, b.broadcast(at, shape, Ints.range(places.rank())), element);
    }

    /** The product of factors, summed over what {@code order} does not name, as a tensor. */
    int product(List<Factor> factors, List<Index> order) {
        if (factors.isEmpty()) {
            return b.full(new TensorType(dtype, shape(order)), 1);
        }
        return einsum.emit(factors, order);
    }
}
