package io.hessdiag.curvature;

import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One leaf's diagonal as a sum that is being built. Shares x² · D with the same x, a layer's inputs
 * above all, are added up as x² · ΣD: one matrix product per leaf, whatever the number of sources.
 */
final class Diagonal {
    private final Algebra algebra;
    private final ProgramBuilder b;
    private final Shape leaf;
    private final Map<List<Integer>, Term> squares = new LinkedHashMap<>();
    private int sum = -1;

    Diagonal(Algebra algebra, Shape leaf) {
        this.algebra = algebra;
        this.b = algebra.b;
        this.leaf = leaf;
    }

    /** Adds a product with the leaf's axes, summed over all its other indices. */
    void add(Term t) {
        List<Factor> twice = entries(t);
        if (twice.isEmpty() || !t.axes().equals(covering(t))) {
            add(value(t));
            return;
        }
        List<Factor> rest = new ArrayList<>(t.factors());
        twice.forEach(
                f -> {
                    rest.remove(f);
                    rest.remove(f);
                });
        Set<Index> kept = new HashSet<>(t.axisIndices());
        twice.forEach(f -> kept.addAll(f.indices()));
        Factor d =
                rest.isEmpty()
                        ? new Factor(b.scalar(algebra.dtype(), 1), List.of())
                        : algebra.einsum.product(rest, kept);
        List<Factor> factors = new ArrayList<>(twice);
        factors.add(d);
        merge(twice.stream().map(Factor::value).toList(), t.withFactors(factors));
    }

    /** Factors that occur twice and alone have some axis of the leaf. */
    private static List<Factor> entries(Term t) {
        List<Factor> out = new ArrayList<>();
        for (Factor f : Set.copyOf(t.factors())) {
            boolean pair = Collections.frequency(t.factors(), f) == 2;
            List<Factor> others = t.factors().stream().filter(o -> !o.equals(f)).toList();
            Set<Index> own = new HashSet<>(f.indices());
            own.retainAll(t.axisIndices());
            others.forEach(o -> o.indices().forEach(own::remove));
            if (pair && !own.isEmpty()) {
                out.add(f);
            }
        }
        out.sort((x, y) -> Integer.compare(x.value(), y.value()));
        return out;
    }

    /** The term's axes if each is one index or of size 1, and no index is there twice. */
    private List<Axis> covering(Term t) {
        Set<Index> seen = new HashSet<>();
        List<Axis> out = new ArrayList<>();
        for (int i = 0; i < leaf.rank(); i++) {
            Axis a = t.axes().get(i);
            boolean plain =
                    a.covers(leaf.dim(i))
                            && a.indices().size() <= 1
                            && a.indices().stream().allMatch(seen::add);
            out.add(plain ? a : null);
        }
        return out;
    }

    private void merge(List<Integer> key, Term t) {
        Term known = squares.get(key);
        if (known == null) {
            squares.put(key, t);
            return;
        }
        Map<Index, Index> names = new HashMap<>();
        boolean fits = true;
        for (int i = 0; i < key.size(); i++) {
            fits &= same(t.factors().get(i).indices(), known.factors().get(i).indices(), names);
        }
        for (int i = 0; i < leaf.rank(); i++) {
            fits &= same(t.axes().get(i).indices(), known.axes().get(i).indices(), names);
        }
        if (!fits || Set.copyOf(names.values()).size() < names.size()) {
            add(value(squared(key, t)));
            return;
        }
        Factor d = algebra.reading.renamed(t.factors().get(key.size()), names::get);
        Factor there = known.factors().get(key.size());
        List<Factor> factors = new ArrayList<>(known.factors().subList(0, key.size()));
        factors.add(new Merging(algebra, Set.of()).sum(there, known.sign(), d, t.sign()));
        squares.put(key, new Term(1, factors, known.axes()));
    }

    private static boolean same(List<Index> found, List<Index> known, Map<Index, Index> names) {
        boolean same = found.size() == known.size();
        for (int i = 0; same && i < found.size(); i++) {
            Index before = names.putIfAbsent(found.get(i), known.get(i));
            same = before == null || before == known.get(i);
        }
        return same;
    }

    /** The factors that stand for their squares, twice. */
    private static Term squared(List<Integer> key, Term t) {
        return t.times(t.factors().subList(0, key.size()));
    }

    private void add(int share) {
        sum = sum < 0 ? share : b.add(sum, share);
    }

    /** The product summed over everything but the leaf's axes. */
    private int value(Term t) {
        List<Index> order = List.copyOf(t.axisIndices());
        Factor product = new Factor(algebra.product(t.factors(), order), order);
        Term placed = new Term(1, List.of(product), t.axes());
        int value = new Dense(algebra).of(placed, Set.of(), leaf).factors().get(0).value();
        int whole = b.reshape(value, leaf);
        return t.sign() > 0 ? whole : b.negate(whole);
    }

    /** The sum of all shares; zeros where there are none. */
    int value() {
        squares.forEach((key, t) -> add(value(squared(key, t))));
        squares.clear();
        return sum < 0 ? b.full(new TensorType(algebra.dtype(), leaf), 0) : sum;
    }
}
