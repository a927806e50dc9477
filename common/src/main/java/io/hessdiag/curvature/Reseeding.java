package io.hessdiag.curvature;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Edge pushing at a {@link Frontier}: the form Σ_s ⟨A_s, dθ⟩ ⟨B_s, dθ⟩ of strands from above, with
 * A_s and B_s now cotangents of the frontier's values u (and of parameters), becomes Σ_u Σ_a du_a
 * ⟨C_a, dθ⟩ with C_a = Σ_s A_s[a] B_s: as many seeds as the frontier is wide.
 */
final class Reseeding {
    private final Linear linear;
    private final Algebra algebra;
    private final Frontier frontier;
    private final Map<Integer, Group> groups;

    /**
     * @param groups by root; those with a root in the frontier are added to
     */
    Reseeding(Linear linear, Algebra algebra, Frontier frontier, Map<Integer, Group> groups) {
        this.linear = linear;
        this.algebra = algebra;
        this.frontier = frontier;
        this.groups = groups;
    }

    /** Takes all that has arrived at the frontier out of the strand and into groups. */
    void take(Strand s) {
        Map<Integer, List<Term>> first = taken(s.seeds());
        Map<Integer, List<Term>> second = s.isSquare() ? first : taken(s.partners());
        first.forEach((u, terms) -> terms.forEach(a -> seeds(s, u, a, second, s.partners())));
        Map<Integer, List<Term>> none = Map.of();
        second.forEach((v, terms) -> terms.forEach(c -> seeds(s, v, c, none, s.seeds())));
    }

    private Map<Integer, List<Term>> taken(Sweep sweep) {
        Map<Integer, List<Term>> out = new LinkedHashMap<>();
        for (int v : frontier.values()) {
            List<Term> terms = sweep.take(v);
            if (!terms.isEmpty()) {
                out.put(v, terms);
            }
        }
        return out;
    }

    /** du times what the other stack has at the frontier, and what it has left at parameters. */
    private void seeds(Strand s, int u, Term a, Map<Integer, List<Term>> others, Sweep left) {
        Group g = groups.computeIfAbsent(u, v -> new Group(algebra, v, Seeds.all(linear.shape(v))));
        others.forEach((v, terms) -> terms.forEach(c -> partner(s, g, u, a, v, c)));
        for (int v : left.arrived()) {
            if (linear.leaves(v).intersects(linear.leaves(u))) {
                left.on(v).forEach(c -> partner(s, g, u, a, v, c));
            }
        }
    }

    private void partner(Strand s, Group g, int u, Term seeds, int v, Term other) {
        Set<Index> stack = algebra.refined(s.stack());
        Term a = algebra.refined(seeds);
        Term c = algebra.fresh(algebra.refined(other), stack);
        List<Axis> axes = g.seed().axes();
        Alignment alignment = new Alignment(algebra.refinement, algebra.refined(g.stack()));
        if (!alignment.align(axes, a.axes())) {
            partner(s, g, u, new Dense(algebra).of(a, stack, linear.shape(u)), v, other);
            return;
        }
        Term weight = s.isSquare() ? s.weight() : new Term(1, List.of(), List.of());
        Term product =
                new Term(a.sign() * c.sign() * weight.sign(), weight.factors(), c.axes())
                        .times(a.factors())
                        .times(c.factors());
        product = algebra.renamed(algebra.refined(product), alignment::name);
        Set<Index> kept = algebra.refined(g.stack());
        kept.addAll(product.axisIndices());
        Set<Index> over = new LinkedHashSet<>(product.factorIndices());
        algebra.refined(s.stack()).forEach(i -> over.add(alignment.name(i)));
        over.removeAll(kept);
        g.add(v, algebra.sum(product, over));
    }
}
