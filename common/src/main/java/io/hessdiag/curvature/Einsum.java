package io.hessdiag.curvature;

import io.hessdiag.ir.ProgramBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Products of factors, summed over all indices but those of the result, in the order of pairwise
 * steps that is cheapest: exhaustive search over subsets (as opt_einsum's optimal path), greedy
 * beyond {@link #MOST} factors. Products that have been made for an earlier einsum cost nothing.
 */
final class Einsum {
    private static final int MOST = 7;

    /** Factors among which the greedy step looks. */
    private static final int FEW = 12;

    // Nanoseconds, roughly: what counts is their proportion.
    private static final double PRODUCT = 0.035;
    private static final double ELEMENT = 0.7;
    private static final double MOVED = 0.4;
    private static final double CALL = 200;

    private final Contraction steps;
    private final Reading reading;

    /** Products by their factors and how often they occur; they differ in the indices they keep. */
    private final Map<Map<Factor, Long>, List<Factor>> made = new HashMap<>();

    Einsum(ProgramBuilder b, Reading reading) {
        this.steps = new Contraction(b);
        this.reading = reading;
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
        List<Factor> left = selected(factors, out);
        while (left.size() > MOST) {
            greedy(left, out);
        }
        Path path = new Path(left, out);
        Factor product = path.make((1 << left.size()) - 1, List.of());
        return steps.sum(
                product, product.indices().stream().filter(i -> !out.contains(i)).toList());
    }

    /** The same sum without selections of places that are summed over. */
    private List<Factor> selected(List<Factor> factors, Collection<Index> out) {
        List<Factor> left = new ArrayList<>(factors);
        for (Factor s : factors) {
            if (!s.isSelection() || out.contains(s.indices().get(1))) {
                continue;
            }
            Index place = s.indices().get(1);
            List<Factor> others = new ArrayList<>(left);
            others.removeIf(s::equals);
            if (others.stream().anyMatch(f -> f.indices().contains(place))) {
                left = others;
                left.replaceAll(f -> f.indices().contains(place) ? reading.selected(f, s) : f);
            }
        }
        return left;
    }

    /** Multiplies the two factors, of the first few, whose product is cheapest. */
    private void greedy(List<Factor> left, Collection<Index> out) {
        List<Factor> few = left.subList(0, Math.min(left.size(), FEW));
        Set<Index> needed = new TreeSet<>(out);
        left.subList(few.size(), left.size()).forEach(f -> needed.addAll(f.indices()));
        Path path = new Path(few, needed);
        double best = Double.POSITIVE_INFINITY;
        int pair = 0;
        for (int i = 0; i < few.size(); i++) {
            for (int j = 0; j < i; j++) {
                double cost = path.step(1 << i, 1 << j);
                if (cost < best) {
                    best = cost;
                    pair = 1 << i | 1 << j;
                }
            }
        }
        Factor product = path.make(pair, List.of());
        left.remove(31 - Integer.numberOfLeadingZeros(pair));
        left.remove(Integer.numberOfTrailingZeros(pair));
        left.add(product);
    }

    /** The search for one einsum; subsets of the factors are bit sets. */
    private final class Path {
        private final List<Factor> factors;
        private final Indexing indexing;
        private final BitSet out;
        private final BitSet[] indices;
        private final BitSet[] kept;
        private final Plan[] plans;

        private record Plan(double cost, int left, int right) {}

        Path(List<Factor> factors, Collection<Index> out) {
            this.factors = List.copyOf(factors);
            this.indexing = new Indexing(factors);
            this.out = indexing.bits(out);
            this.indices =
                    factors.stream().map(f -> indexing.bits(f.indices())).toArray(BitSet[]::new);
            this.kept = new BitSet[1 << factors.size()];
            this.plans = new Plan[1 << factors.size()];
        }

        Factor make(int subset, Collection<Index> last) {
            if (Integer.bitCount(subset) == 1) {
                return factors.get(Integer.numberOfTrailingZeros(subset));
            }
            Factor known = known(subset);
            Set<Index> keeping = indexing.indices(kept(subset));
            if (known == null) {
                Plan plan = plan(subset);
                Set<Index> summed = indexing.indices(kept(plan.left));
                summed.retainAll(indexing.indices(kept(plan.right)));
                summed.removeAll(keeping);
                Factor l = make(plan.left, summed);
                Factor r = make(plan.right, summed);
                known = steps.pair(l, r, keeping, last);
                made.computeIfAbsent(counts(subset), k -> new ArrayList<>()).add(known);
            }
            return steps.sum(
                    known, known.indices().stream().filter(i -> !keeping.contains(i)).toList());
        }

        /** The smallest product of the subset that keeps enough; null if none has been made. */
        private Factor known(int subset) {
            List<Factor> all = made.getOrDefault(counts(subset), List.of());
            if (all.isEmpty()) {
                return null;
            }
            Set<Index> keeping = indexing.indices(kept(subset));
            return all.stream()
                    .filter(f -> f.indices().containsAll(keeping))
                    .min(Comparator.comparingDouble(f -> Contraction.volume(f.indices())))
                    .orElse(null);
        }

        private Map<Factor, Long> counts(int subset) {
            Map<Factor, Long> counts = new HashMap<>();
            for (int i = 0; i < factors.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    counts.merge(factors.get(i), 1L, Long::sum);
                }
            }
            return counts;
        }

        private Plan plan(int subset) {
            if (plans[subset] == null) {
                plans[subset] = find(subset);
            }
            return plans[subset];
        }

        private Plan find(int subset) {
            if (Integer.bitCount(subset) == 1) {
                return new Plan(0, 0, 0);
            }
            Factor known = known(subset);
            if (known != null) {
                double sum = known.indices().size() > kept(subset).cardinality() ? ELEMENT : 0;
                return new Plan(sum * Contraction.volume(known.indices()), 0, 0);
            }
            Plan best = null;
            int first = Integer.lowestOneBit(subset);
            for (int left = (subset - 1) & subset; left > 0; left = (left - 1) & subset) {
                if ((left & first) != 0) {
                    int right = subset & ~left;
                    double cost = plan(left).cost + plan(right).cost + step(left, right);
                    best = best == null || cost < best.cost ? new Plan(cost, left, right) : best;
                }
            }
            return best;
        }

        double step(int left, int right) {
            BitSet l = kept(left);
            BitSet r = kept(right);
            BitSet result = kept(left | right);
            BitSet all = (BitSet) l.clone();
            all.or(r);
            double volume = indexing.volume(all);
            BitSet batch = (BitSet) l.clone();
            batch.and(r);
            batch.and(result);
            if (isPointwise(l, r, result, all, batch)) {
                return ELEMENT * volume;
            }
            double moved = indexing.volume(l) + indexing.volume(r) + indexing.volume(result);
            return PRODUCT * volume + MOVED * moved + CALL * indexing.volume(batch);
        }

        /** {@link Contraction#isPointwise}. */
        private static boolean isPointwise(
                BitSet l, BitSet r, BitSet result, BitSet all, BitSet batch) {
            boolean vector = all.equals(l) || all.equals(r);
            BitSet summed = (BitSet) all.clone();
            summed.andNot(result);
            return summed.isEmpty() || vector && !batch.isEmpty();
        }

        /** Indices of the subset's product that the result or other factors need. */
        private BitSet kept(int subset) {
            if (kept[subset] == null) {
                BitSet inside = new BitSet();
                BitSet needed = (BitSet) out.clone();
                for (int i = 0; i < indices.length; i++) {
                    ((subset >> i & 1) == 1 ? inside : needed).or(indices[i]);
                }
                if (Integer.bitCount(subset) > 1) {
                    inside.and(needed);
                }
                kept[subset] = inside;
            }
            return kept[subset];
        }
    }

    /** Sets of the factors' indices as bit sets, in the indices' own order. */
    private static final class Indexing {
        private final List<Index> all;
        private final Map<Index, Integer> numbers = new HashMap<>();

        Indexing(List<Factor> factors) {
            this.all =
                    factors.stream()
                            .flatMap(f -> f.indices().stream())
                            .distinct()
                            .sorted()
                            .toList();
            all.forEach(i -> numbers.put(i, numbers.size()));
        }

        BitSet bits(Collection<Index> some) {
            BitSet bits = new BitSet();
            some.stream().filter(numbers::containsKey).forEach(i -> bits.set(numbers.get(i)));
            return bits;
        }

        Set<Index> indices(BitSet bits) {
            return bits.stream().mapToObj(all::get).collect(Collectors.toCollection(TreeSet::new));
        }

        double volume(BitSet bits) {
            double volume = 1;
            for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
                volume *= all.get(i).size();
            }
            return volume;
        }
    }
}
