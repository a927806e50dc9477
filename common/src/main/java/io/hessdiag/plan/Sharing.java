package io.hessdiag.plan;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The work of a program with one output per leaf, by the set of leaves that need it: a sweep that
 * several leaves share is done once.
 */
final class Sharing {
    private final Map<BitSet, Work> work = new LinkedHashMap<>();
    private final int leaves;

    /**
     * @param leaves the leaves' numbers, one per output
     */
    Sharing(Program program, List<Integer> leaves) {
        this.leaves = leaves.stream().mapToInt(l -> l + 1).max().orElse(0);
        BitSet[] needed = new BitSet[program.values()];
        Arrays.setAll(needed, v -> new BitSet());
        for (int i = 0; i < leaves.size(); i++) {
            needed[program.outputs().get(i)].set(leaves.get(i));
        }
        for (int i = program.equations().size() - 1; i >= 0; i--) {
            Equation e = program.equations().get(i);
            BitSet all = new BitSet();
            e.outputs().stream().forEach(v -> all.or(needed[v]));
            e.inputs().stream().forEach(v -> needed[v].or(all));
            work.merge(all, Work.of(program, e), Work::plus);
        }
    }

    /** All that these leaves need. */
    Work total(BitSet some) {
        return work.entrySet().stream()
                .filter(e -> e.getKey().intersects(some))
                .map(Map.Entry::getValue)
                .reduce(Work.NONE, Work::plus);
    }

    /** A leaf's share of the work of {@code some}: what several need is split evenly. */
    Work share(int leaf, BitSet some) {
        Work sum = Work.NONE;
        for (Map.Entry<BitSet, Work> e : work.entrySet()) {
            if (e.getKey().get(leaf)) {
                BitSet sharing = (BitSet) e.getKey().clone();
                sharing.and(some);
                sum = sum.plus(e.getValue().times(1.0 / sharing.cardinality()));
            }
        }
        return sum;
    }

    /**
     * The leaves for which this program is worth its work, when each could be had for {@code
     * elsewhere} instead: a minimum cut between alternatives and shared work ("project selection",
     * Kleinberg and Tardos, Algorithm Design, 7.11).
     *
     * @param elsewhere per leaf seconds, infinite where there is no other way
     */
    BitSet cheapest(double[] elsewhere, BitSet candidates) {
        BitSet certain = (BitSet) candidates.clone();
        candidates.stream()
                .filter(l -> elsewhere[l] < Double.POSITIVE_INFINITY)
                .forEach(certain::clear);
        BitSet open = (BitSet) candidates.clone();
        open.andNot(certain);
        // What those without another way need is done in any case and costs the others nothing.
        List<BitSet> sets = work.keySet().stream().filter(s -> !s.intersects(certain)).toList();
        MaximumFlow flow = new MaximumFlow(leaves + sets.size() + 2);
        int source = leaves + sets.size();
        int sink = source + 1;
        open.stream().forEach(l -> flow.edge(source, l, elsewhere[l]));
        for (int i = 0; i < sets.size(); i++) {
            int set = leaves + i;
            sets.get(i).stream()
                    .filter(open::get)
                    .forEach(l -> flow.edge(l, set, Double.POSITIVE_INFINITY));
            flow.edge(set, sink, Rates.NOMINAL.seconds(work.get(sets.get(i))));
        }
        BitSet chosen = flow.sourceSide(source, sink);
        chosen.and(open);
        chosen.or(certain);
        return chosen;
    }
}
