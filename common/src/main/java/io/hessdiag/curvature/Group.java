package io.hessdiag.curvature;

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
    private final List<Axis> axes;
    private final Set<Index> stack = new LinkedHashSet<>();

    /** Starts of B: per value of the linear program its terms. */
    private final Map<Integer, List<Term>> partners = new LinkedHashMap<>();

    Group(Algebra algebra, int root, List<Axis> axes) {
        this.algebra = algebra;
        this.root = root;
        this.axes = axes;
        axes.forEach(a -> stack.addAll(a.indices()));
    }

    /** A group whose seeds are all elements of a value. */
    static Group at(Linear linear, Algebra algebra, int root) {
        return new Group(algebra, root, Axis.whole(linear.shape(root)));
    }

    int root() {
        return root;
    }

    Set<Index> stack() {
        return stack;
    }

    /** A: element s of the root for seed s. */
    Term seed() {
        return new Term(1, List.of(), axes);
    }

    Map<Integer, List<Term>> partners() {
        return partners;
    }

    /** Whether B is A times a weight. */
    boolean isSquare() {
        return partners.keySet().equals(Set.of(root))
                && partners.get(root).stream().allMatch(t -> t.axes().equals(axes));
    }

    /** Adds a form whose side {@code own} is the root. */
    void add(Form form, Form.Side own, Form.Side other) {
        Map<Index, Index> names = new HashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            for (int k = 0; k < axes.get(i).indices().size(); k++) {
                names.put(own.axes().get(i).indices().get(k), axes.get(i).indices().get(k));
            }
        }
        Term weight = new Term(form.sign(), form.weight(), other.axes());
        Term t = algebra.renamed(weight, i -> names.getOrDefault(i, i));
        List<Index> left = new ArrayList<>();
        form.indices().forEach(i -> left.add(names.getOrDefault(i, i)));
        left.removeAll(stack);
        left.removeAll(t.axisIndices());
        add(other.value(), algebra.sum(t, left));
    }

    /** Adds to B. */
    void add(int value, Term term) {
        partners.computeIfAbsent(value, v -> new ArrayList<>()).add(term);
    }
}
