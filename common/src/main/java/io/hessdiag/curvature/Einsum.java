package io.hessdiag.curvature;

import io.hessdiag.ir.ProgramBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Products of factors, summed over all indices but those of the result, in the order of pairwise
 * steps that is cheapest: exhaustive search over subsets (as opt_einsum's optimal path), greedy
 * beyond {@link #MOST} factors. Products that have been made for an earlier einsum cost nothing.
 */
final class Einsum {
    private static final int MOST = 9;

    // Nanoseconds, roughly: what counts is their proportion.
    private static final double PRODUCT = 0.035;
    private static final double ELEMENT = 0.7;
    private static final double MOVED = 0.4;
    private static final double CALL = 200;

    private final Contraction steps;

    /** Products by their factors and how often they occur; they differ in the indices they keep. */
    private final Map<Map<Factor, Long>, List<Factor>> made = new HashMap<>();

    Einsum(ProgramBuilder b) {
        this.steps = new Contraction(b);
    }

    /**
     * @param factors at least one
     * @return a value with one axis per index of {@code out}
     */
    int emit(List<Factor> factors, List<Index> out) {
        return steps.spread(product(factors, out), out);
    }

    /**
     * @param factors at least one
     * @param out indices of theirs, and perhaps others, which the result will not have
     * @return the product along those of {@code out}, in an order of its own
     */
    Factor product(List<Factor> factors, Collection<Index> out) {
        List<Factor> left = new ArrayList<>(factors);
        while (left.size() > MOST) {
            greedy(left, out);
        }
        Path path = new Path(left, out);
        Factor product = path.make((1 << left.size()) - 1, List.of());
        return steps.sum(
                product, product.indices().stream().filter(i -> !out.contains(i)).toList());
    }

    private static double cost(Set<Index> l, Set<Index> r, Set<Index> result) {
        Set<Index> all = new LinkedHashSet<>(l);
        all.addAll(r);
        double volume = Contraction.volume(all);
        if (Contraction.isPointwise(l, r, result)) {
            return ELEMENT * volume;
        }
        Set<Index> batch = new LinkedHashSet<>(l);
        batch.retainAll(r);
        batch.retainAll(result);
        double moved = Contraction.volume(l) + Contraction.volume(r) + Contraction.volume(result);
        return PRODUCT * volume + MOVED * moved + CALL * Contraction.volume(batch);
    }

    /** Multiplies the two factors whose product is cheapest. */
    private void greedy(List<Factor> left, Collection<Index> out) {
        double best = Double.POSITIVE_INFINITY;
        int pair = 0;
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < i; j++) {
                Path two = new Path(left, out);
                double cost = two.step(1 << i, 1 << j);
                if (cost < best) {
                    best = cost;
                    pair = 1 << i | 1 << j;
                }
            }
        }
        Factor product = new Path(left, out).make(pair, List.of());
        int some = pair;
        for (int i = left.size() - 1; i >= 0; i--) {
            if ((some >> i & 1) == 1) {
                left.remove(i);
            }
        }
        left.add(product);
    }

    /** The search for one einsum; subsets of the factors are bit sets. */
    private final class Path {
        private final List<Factor> factors;
        private final Collection<Index> out;
        private final Map<Integer, Plan> plans = new HashMap<>();

        private record Plan(double cost, int left, int right) {}

        Path(List<Factor> factors, Collection<Index> out) {
            this.factors = factors;
            this.out = out;
        }

        Factor make(int subset, Collection<Index> last) {
            if (Integer.bitCount(subset) == 1) {
                return factors.get(Integer.numberOfTrailingZeros(subset));
            }
            Factor known = known(subset);
            if (known == null) {
                Plan plan = plan(subset);
                Set<Index> summed = kept(plan.left);
                summed.retainAll(kept(plan.right));
                summed.removeAll(kept(subset));
                Factor l = make(plan.left, summed);
                Factor r = make(plan.right, summed);
                known = steps.pair(l, r, kept(subset), last);
                made.computeIfAbsent(counts(subset), k -> new ArrayList<>()).add(known);
            }
            Set<Index> kept = kept(subset);
            return steps.sum(
                    known, known.indices().stream().filter(i -> !kept.contains(i)).toList());
        }

        /** The smallest product of the subset that keeps enough; null if none has been made. */
        private Factor known(int subset) {
            Set<Index> kept = kept(subset);
            return made.getOrDefault(counts(subset), List.of()).stream()
                    .filter(f -> f.indices().containsAll(kept))
                    .min(Comparator.comparingDouble(f -> Contraction.volume(f.indices())))
                    .orElse(null);
        }

        private Map<Factor, Long> counts(int subset) {
            return chosen(subset).stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }

        private List<Factor> chosen(int subset) {
            List<Factor> some = new ArrayList<>();
            for (int i = 0; i < factors.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    some.add(factors.get(i));
                }
            }
            return some;
        }

        private Plan plan(int subset) {
            if (Integer.bitCount(subset) == 1) {
                return new Plan(0, 0, 0);
            }
            Factor made = known(subset);
            if (made != null) {
                double sum = made.indices().size() > kept(subset).size() ? ELEMENT : 0;
                return new Plan(sum * Contraction.volume(made.indices()), 0, 0);
            }
            Plan known = plans.get(subset);
            return known != null ? known : search(subset);
        }

        private Plan search(int subset) {
            Plan best = null;
            int first = Integer.lowestOneBit(subset);
            for (int left = (subset - 1) & subset; left > 0; left = (left - 1) & subset) {
                if ((left & first) != 0) {
                    int right = subset & ~left;
                    double cost = plan(left).cost + plan(right).cost + step(left, right);
                    best = best == null || cost < best.cost ? new Plan(cost, left, right) : best;
                }
            }
            plans.put(subset, best);
            return best;
        }

        double step(int left, int right) {
            return cost(kept(left), kept(right), kept(left | right));
        }

        /** Indices of the subset's product that the result or other factors need. */
        private Set<Index> kept(int subset) {
            Set<Index> inside = new TreeSet<>();
            Set<Index> needed = new TreeSet<>(out);
            for (int i = 0; i < factors.size(); i++) {
                ((subset >> i & 1) == 1 ? inside : needed).addAll(factors.get(i).indices());
            }
            if (Integer.bitCount(subset) > 1) {
                inside.retainAll(needed);
            }
            return inside;
        }
    }
}
