package io.hessdiag.curvature;

import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Σ over the stack of w · A · B, element by element of a leaf: its share of the diagonal. */
final class Accumulation {
    private final Algebra algebra;
    private final ProgramBuilder b;
    private final Set<Index> stack;
    private final Shape leaf;

    Accumulation(Algebra algebra, Set<Index> stack, Shape leaf) {
        this.algebra = algebra;
        this.b = algebra.b;
        this.stack = stack;
        this.leaf = leaf;
    }

    /** Σ w · A², with A the sum of at least one term: Σ w aᵢ² + 2 Σ w aᵢ aⱼ. */
    int square(List<Term> terms, Term weight) {
        int sum = -1;
        for (int i = 0; i < terms.size(); i++) {
            for (int j = 0; j <= i; j++) {
                int p = product(terms.get(i), terms.get(j), weight);
                int twice = i == j ? p : b.add(p, p);
                sum = sum < 0 ? twice : b.add(sum, twice);
            }
        }
        return sum;
    }

    /** Σ A · B, both sums of at least one term. */
    int product(List<Term> first, List<Term> second) {
        Term one = new Term(1, List.of(), List.of());
        int sum = -1;
        for (Term a : first) {
            for (Term c : second) {
                int p = product(a, c, one);
                sum = sum < 0 ? p : b.add(sum, p);
            }
        }
        return sum;
    }

    private int product(Term first, Term second, Term weight) {
        Term a = algebra.refined(first);
        Set<Index> shared = algebra.refined(stack);
        Term c = algebra.fresh(algebra.refined(second), shared);
        Alignment alignment = new Alignment(algebra.refinement, shared);
        if (!alignment.align(a.axes(), c.axes())) {
            Dense dense = new Dense(algebra);
            return product(dense.of(a, shared, leaf), dense.of(c, shared, leaf), weight);
        }
        Term all = new Term(a.sign() * c.sign() * weight.sign(), weight.factors(), a.axes());
        all = all.times(a.factors()).times(c.factors());
        Set<Index> seeds = new LinkedHashSet<>();
        algebra.refinement.parts(List.copyOf(stack)).forEach(i -> seeds.add(alignment.name(i)));
        return summed(algebra.renamed(algebra.refined(all), alignment::name), seeds);
    }

    /** Sums over everything but the leaf's axes. */
    private int summed(Term t, Set<Index> seeds) {
        Set<Index> inside = t.factorIndices();
        Set<Index> out = t.axisIndices();
        double repeats = t.sign();
        for (Index i : seeds) {
            repeats *= inside.contains(i) || out.contains(i) ? 1 : i.size();
        }
        List<Index> order = new ArrayList<>(out);
        Factor product = new Factor(algebra.product(t.factors(), order), order);
        Term placed = new Term(1, List.of(product), t.axes());
        int value = new Dense(algebra).of(placed, Set.of(), leaf).factors().get(0).value();
        int whole = b.reshape(value, leaf);
        return repeats == 1 ? whole : b.multiply(whole, b.fullLike(whole, repeats));
    }
}
