package io.hessdiag.curvature;

import io.hessdiag.ir.Equation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Method {@code site}: unit directions at the values z where parameters meet the data. With dz = E
 * dθ what a leaf adds to z directly, d²L = Σ_z Σ_a (E dθ)_a · ⟨H_a, dθ⟩, H_a being the gradient's
 * change along the unit direction a at z: forward to the sources of curvature, back to the leaf.
 */
final class Site {
    private final Linear linear;
    private final Algebra algebra;
    private final Ranges ranges;
    private final List<Form> forms;

    /** The linear values that some form depends on. */
    private final Set<Integer> needed = new HashSet<>();

    Site(Linear linear, Algebra algebra, Ranges ranges, List<Form> forms) {
        this.linear = linear;
        this.algebra = algebra;
        this.ranges = ranges;
        this.forms =
                forms.stream()
                        .filter(f -> !isShared(f.first()) || !isShared(f.second()))
                        .map(f -> isShared(f.first()) ? f.swapped() : f)
                        .toList();
        this.forms.forEach(f -> needed.add(f.first().value()));
        List<Equation> equations = linear.program().equations();
        for (int i = equations.size() - 1; i >= 0; i--) {
            Equation e = equations.get(i);
            if (e.outputs().stream().anyMatch(needed::contains)) {
                e.inputs().stream().filter(linear::isLinear).forEach(needed::add);
            }
        }
    }

    private boolean isShared(Form.Side side) {
        return linear.isShared(side.value());
    }

    /** The values at which some of these leaves enter. */
    Set<Integer> values(BitSet leaves) {
        Set<Integer> out = new TreeSet<>();
        for (Equation e : linear.program().equations()) {
            boolean enters =
                    e.inputs().stream()
                            .anyMatch(
                                    v ->
                                            entersThrough(e, v)
                                                    && linear.leaves(v).intersects(leaves));
            if (enters) {
                out.add(e.output());
            }
        }
        return out;
    }

    /** Those of the leaves that enter at z. */
    BitSet entering(int z, BitSet leaves) {
        BitSet out = new BitSet();
        Equation e = linear.definition(z);
        e.inputs().stream().filter(v -> entersThrough(e, v)).forEach(v -> out.or(linear.leaves(v)));
        out.and(leaves);
        return out;
    }

    private boolean entersThrough(Equation e, int operand) {
        return linear.isLinear(operand)
                && linear.isShared(operand)
                && !linear.isShared(e.outputs().get(0))
                && e.outputs().stream().anyMatch(needed::contains);
    }

    /** Adds to the diagonals of {@code leaves} what goes through z first. */
    void add(int z, BitSet leaves, Diagonals out) {
        Seeds seeds = ranges.of(linear.shape(z));
        Set<Index> stack = seeds.stack();
        Term seed = seeds.term();
        Sweep direct = entry(z, seed, stack, leaves);
        Map<Integer, List<Term>> tangents =
                new Push(linear, algebra, stack).from(z, seed, between(z));
        Sweep change = new Sweep(linear, algebra, stack, leaves);
        for (Form f : forms) {
            for (Term t : tangents.getOrDefault(f.first().value(), List.of())) {
                change.add(f.second().value(), moved(f, t, stack));
            }
        }
        change.run(0);
        for (int leaf : out.order(leaves)) {
            List<Term> a = direct.at(leaf);
            List<Term> b = change.at(leaf);
            if (!a.isEmpty() && !b.isEmpty()) {
                int direction = linear.directions().get(leaf);
                new Accumulation(algebra, stack, linear.shape(direction))
                        .product(a, b, out.of(leaf));
            }
        }
    }

    /** From z straight to the leaves. */
    private Sweep entry(int z, Term seed, Set<Index> stack, BitSet leaves) {
        Sweep sweep = new Sweep(linear, algebra, stack, leaves);
        Equation e = linear.definition(z);
        Pull pull = new Pull(linear, algebra, stack);
        for (int i = 0; i < e.inputs().size(); i++) {
            int operand = e.input(i);
            if (entersThrough(e, operand)) {
                pull.through(e, i, 0, seed).forEach(t -> sweep.add(operand, t));
            }
        }
        sweep.run(0);
        return sweep;
    }

    /** The linear values that depend on z and that some form depends on. */
    private Set<Integer> between(int z) {
        Set<Integer> after = new HashSet<>(Set.of(z));
        List<Equation> equations = linear.program().equations();
        for (Equation e : equations.subList(linear.position(z) + 1, equations.size())) {
            if (e.inputs().stream().anyMatch(after::contains)) {
                e.outputs().stream().filter(linear::isLinear).forEach(after::add);
            }
        }
        after.retainAll(needed);
        return after;
    }

    /** What a form makes of the tangents of its first side: cotangents of its second. */
    private Term moved(Form form, Term tangent, Set<Index> stack) {
        Form f = form.fresh(algebra);
        Set<Index> seeds = algebra.refined(stack);
        Term t = algebra.fresh(algebra.refined(tangent), seeds);
        Alignment alignment = new Alignment(algebra.refinement, seeds);
        if (!alignment.align(f.first().axes(), t.axes())) {
            return moved(
                    form, new Dense(algebra).of(t, seeds, linear.shape(f.first().value())), stack);
        }
        Term product =
                new Term(f.sign() * t.sign(), f.weight(), f.second().axes()).times(t.factors());
        product = algebra.renamed(algebra.refined(product), alignment::name);
        Set<Index> over = new LinkedHashSet<>(product.factorIndices());
        algebra.refinement.parts(f.indices()).forEach(i -> over.add(alignment.name(i)));
        over.removeAll(algebra.refined(stack));
        over.removeAll(product.axisIndices());
        return algebra.sum(product, new ArrayList<>(over));
    }
}
