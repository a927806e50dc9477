package io.hessdiag.curvature;

import io.hessdiag.ir.ProgramBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A product of factors, summed over all indices but those of the result, in the order of pairwise
 * steps that is cheapest: exhaustive search over subsets (as opt_einsum's optimal path), greedy
 * beyond {@link #MOST}.
 */
final class Einsum {
    private static final int MOST = 9;

    // Nanoseconds, roughly: what counts is their proportion.
    private static final double PRODUCT = 0.035;
    private static final double ELEMENT = 0.7;
    private static final double CALL = 200;

    private final ProgramBuilder b;
    private final Contraction steps;
    private final List<Factor> factors;
    private final List<Index> out;
    private final Map<Integer, Plan> plans = new HashMap<>();

    /** The cheapest way to make the product of a subset. */
    private record Plan(double cost, int left, int right) {}

    private Einsum(ProgramBuilder b, List<Factor> factors, List<Index> out) {
        this.b = b;
        this.steps = new Contraction(b);
        this.factors = factors;
        this.out = out;
    }

    /**
     * Emits the einsum.
     *
     * @param factors at least one
     * @param out distinct indices
     * @return a value with one axis per index of {@code out}
     */
    static int emit(ProgramBuilder b, List<Factor> factors, List<Index> out) {
        return new Einsum(b, factors, out).emit();
    }

    private int emit() {
        List<Factor> left = new ArrayList<>(factors);
        while (left.size() > MOST) {
            greedy(left);
        }
        Einsum small = left.size() == factors.size() ? this : new Einsum(b, left, out);
        int all = (1 << small.factors.size()) - 1;
        return small.finish(small.make(all, out));
    }

    private int finish(Factor product) {
        List<Index> extra = product.indices().stream().filter(i -> !out.contains(i)).toList();
        return steps.spread(steps.sum(product, extra), out);
    }

    private Factor make(int subset, List<Index> order) {
        if (Integer.bitCount(subset) == 1) {
            return factors.get(Integer.numberOfTrailingZeros(subset));
        }
        Plan plan = plan(subset);
        Set<Index> shared = new LinkedHashSet<>(kept(plan.left));
        shared.retainAll(kept(plan.right));
        List<Index> inside = new ArrayList<>(order);
        shared.stream().filter(i -> !order.contains(i)).forEach(inside::add);
        return steps.pair(make(plan.left, inside), make(plan.right, inside), kept(subset), order);
    }

    private Plan plan(int subset) {
        if (Integer.bitCount(subset) == 1) {
            return new Plan(0, 0, 0);
        }
        Plan known = plans.get(subset);
        if (known != null) {
            return known;
        }
        Plan best = null;
        int first = Integer.lowestOneBit(subset);
        for (int left = (subset - 1) & subset; left > 0; left = (left - 1) & subset) {
            if ((left & first) != 0) {
                int right = subset & ~left;
                double cost = plan(left).cost + plan(right).cost + step(left, right, subset);
                best = best == null || cost < best.cost ? new Plan(cost, left, right) : best;
            }
        }
        plans.put(subset, best);
        return best;
    }

    private double step(int left, int right, int subset) {
        return cost(kept(left), kept(right), kept(subset));
    }

    static double cost(Set<Index> l, Set<Index> r, Set<Index> result) {
        Set<Index> all = new LinkedHashSet<>(l);
        all.addAll(r);
        double volume = Contraction.volume(all);
        if (all.size() == result.size()) {
            return ELEMENT * volume;
        }
        Set<Index> batch = new LinkedHashSet<>(l);
        batch.retainAll(r);
        batch.retainAll(result);
        boolean vector = r.containsAll(l) || l.containsAll(r);
        if (vector && !batch.isEmpty()) {
            return ELEMENT * volume;
        }
        double moved = Contraction.volume(l) + Contraction.volume(r) + Contraction.volume(result);
        return PRODUCT * volume + 0.5 * moved + CALL * Contraction.volume(batch);
    }

    /** Indices of the subset's product that the result or other factors need. */
    private Set<Index> kept(int subset) {
        Set<Index> inside = new LinkedHashSet<>();
        Set<Index> needed = new LinkedHashSet<>(out);
        for (int i = 0; i < factors.size(); i++) {
            ((subset >> i & 1) == 1 ? inside : needed).addAll(factors.get(i).indices());
        }
        if (Integer.bitCount(subset) > 1) {
            inside.retainAll(needed);
        }
        return inside;
    }

    private void greedy(List<Factor> left) {
        double best = Double.POSITIVE_INFINITY;
        int x = 0;
        int y = 1;
        for (int i = 0; i < left.size(); i++) {
            for (int j = i + 1; j < left.size(); j++) {
                Set<Index> l = new LinkedHashSet<>(left.get(i).indices());
                Set<Index> r = new LinkedHashSet<>(left.get(j).indices());
                double cost = cost(l, r, keptBy(left, i, j));
                if (cost < best) {
                    best = cost;
                    x = i;
                    y = j;
                }
            }
        }
        Set<Index> kept = keptBy(left, x, y);
        Factor right = left.remove(y);
        Factor product = steps.pair(left.remove(x), right, kept, out);
        left.add(product);
    }

    private Set<Index> keptBy(List<Factor> left, int x, int y) {
        Set<Index> needed = new LinkedHashSet<>(out);
        for (int i = 0; i < left.size(); i++) {
            if (i != x && i != y) {
                needed.addAll(left.get(i).indices());
            }
        }
        Set<Index> kept = new LinkedHashSet<>(left.get(x).indices());
        kept.addAll(left.get(y).indices());
        kept.retainAll(needed);
        return kept;
    }
}
