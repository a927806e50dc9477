package io.hessdiag.curvature;

import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forms with one side in common: Σ over seeds s of ⟨A_s, dθ⟩ · ⟨B_s, dθ⟩, where A_s is the s-th
 * element of that side and B_s what all the forms multiply it with.
 */
final class Group {
    private final Algebra algebra;
    private final int root;
    private final Seeds seeds;

    /** By value of the linear program; along the axes of all the root's elements. */
    private final Map<Integer, List<Term>> partners = new LinkedHashMap<>();

    /**
     * @param seeds elements of the root
     */
    Group(Algebra algebra, int root, Seeds seeds) {
        this.algebra = algebra;
        this.root = root;
        this.seeds = seeds;
    }

    int root() {
        return root;
    }

    Set<Index> stack() {
        return seeds.stack();
    }

    /** A: element s of the root for seed s. */
    Term seed() {
        return seeds.term();
    }

    /** The values of the linear program at which B starts. */
    Set<Integer> partners() {
        return partners.keySet();
    }

    /** Starts of B at one of them. */
    List<Term> partners(int value) {
        return partners.get(value).stream().map(this::selected).toList();
    }

    /** Whether B is A times a weight. */
    boolean isSquare() {
        return partners.keySet().equals(Set.of(root))
                && partners.get(root).stream().allMatch(t -> t.axes().equals(seeds.axes()));
    }

    /** The weight of A in B along the stack, if B is a multiple of A. */
    Term weight() {
        List<Term> weights =
                partners.get(root).stream().map(t -> selected(t.withAxes(List.of()))).toList();
        return new Merging(algebra, stack()).single(weights, Shape.of());
    }

    private Term selected(Term t) {
        return seeds.select(algebra, t);
    }

    /** Adds a form whose side {@code own} is the root. */
    void add(Form form, Form.Side own, Form.Side other) {
        Map<Index, Index> names = new HashMap<>();
        Set<Index> whole = new LinkedHashSet<>();
        for (int i = 0; i < seeds.axes().size(); i++) {
            List<Index> indices = seeds.axes().get(i).indices();
            whole.addAll(indices);
            for (int k = 0; k < indices.size(); k++) {
                names.put(own.axes().get(i).indices().get(k), indices.get(k));
            }
        }
        Term weight = new Term(form.sign(), form.weight(), other.axes());
        Term t = algebra.renamed(weight, i -> names.getOrDefault(i, i));
        List<Index> left = new ArrayList<>();
        form.indices().forEach(i -> left.add(names.getOrDefault(i, i)));
        left.removeAll(whole);
        left.removeAll(t.axisIndices());
        add(other.value(), algebra.sum(t, left));
    }

    /** Adds to B, along the axes of all the root's elements. */
    void add(int value, Term term) {
        partners.computeIfAbsent(value, v -> new ArrayList<>()).add(term);
    }
}
