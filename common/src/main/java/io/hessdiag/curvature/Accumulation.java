package io.hessdiag.curvature;

import io.hessdiag.tensor.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** w · A · B, element by element of a leaf, summed over the stack: a share of its diagonal. */
final class Accumulation {
    private final Algebra algebra;
    private final Set<Index> stack;
    private final Shape leaf;

    Accumulation(Algebra algebra, Set<Index> stack, Shape leaf) {
        this.algebra = algebra;
        this.stack = stack;
        this.leaf = leaf;
    }

    /** Σ w · A², with A the sum of at least one term: Σ w aᵢ² + 2 Σ w aᵢ aⱼ. */
    void square(List<Term> terms, Term weight, Diagonal out) {
        for (int i = 0; i < terms.size(); i++) {
            for (int j = 0; j <= i; j++) {
                Term twice = i == j ? weight : algebra.times(weight, 2);
                product(terms.get(i), terms.get(j), twice, out);
            }
        }
    }

    /** Σ A · B, both sums of terms. */
    void product(List<Term> first, List<Term> second, Diagonal out) {
        Term one = new Term(1, List.of(), List.of());
        first.forEach(a -> second.forEach(c -> product(a, c, one, out)));
    }

    private void product(Term first, Term second, Term weight, Diagonal out) {
        Term a = algebra.refined(first);
        Set<Index> shared = algebra.refined(stack);
        Term c = algebra.fresh(algebra.refined(second), shared);
        Alignment alignment = new Alignment(algebra.refinement, shared);
        if (!alignment.align(a.axes(), c.axes())) {
            Dense dense = new Dense(algebra);
            product(dense.of(a, shared, leaf), dense.of(c, shared, leaf), weight, out);
            return;
        }
        Term all = new Term(a.sign() * c.sign() * weight.sign(), weight.factors(), a.axes());
        all = all.times(a.factors()).times(c.factors());
        Set<Index> seeds = new LinkedHashSet<>();
        algebra.refinement.parts(List.copyOf(stack)).forEach(i -> seeds.add(alignment.name(i)));
        Term t = algebra.renamed(algebra.refined(all), alignment::name);
        out.add(algebra.times(t, repeats(t, seeds)));
    }

    /** Seeds that are nowhere in the product are summed over all the same. */
    private static double repeats(Term t, Set<Index> seeds) {
        Set<Index> inside = t.indices();
        return Contraction.volume(seeds.stream().filter(i -> !inside.contains(i)).toList());
    }
}
