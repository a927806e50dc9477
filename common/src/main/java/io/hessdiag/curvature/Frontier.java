package io.hessdiag.curvature;

import io.hessdiag.ir.Equation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Places between the equations of a linear program where little is live: whatever comes from above
 * reaches the leaves below through these values alone.
 *
 * @param position all equations from here on are above
 * @param values the linear values that are made below and read above, parameters' own apart
 */
record Frontier(int position, Set<Integer> values) {

    /** Along programs that stay as wide as they are, a place after so many equations. */
    private static final int APART = 32;

    /** The narrowest places, from the last equation to the first. */
    static List<Frontier> of(Linear linear) {
        List<Equation> equations = linear.program().equations();
        List<Frontier> narrow = new ArrayList<>();
        TreeSet<Integer> live = new TreeSet<>();
        Frontier candidate = null;
        long before = Long.MAX_VALUE;
        int last = equations.size();
        for (int i = equations.size() - 1; i >= 0; i--) {
            Equation e = equations.get(i);
            boolean reached = e.outputs().stream().anyMatch(v -> linear.cotangent(v) >= 0);
            if (!reached || !linear.isLinear(e.outputs().get(0))) {
                continue;
            }
            e.outputs().stream().forEach(live::remove);
            e.inputs().stream()
                    .filter(v -> linear.isLinear(v) && linear.definition(v) != null)
                    .filter(v -> !linear.isShared(v))
                    .forEach(live::add);
            long now = live.stream().mapToLong(v -> linear.type(v).size()).sum();
            if (candidate != null && (now > before || last - candidate.position > APART)) {
                narrow.add(candidate);
                last = candidate.position;
            }
            candidate = now < before || now == before ? frontier(i, live) : null;
            before = now;
        }
        return narrow;
    }

    /** In the order of the values: programs must be the same every time. */
    private static Frontier frontier(int position, Set<Integer> live) {
        return new Frontier(position, Collections.unmodifiableSet(new TreeSet<>(live)));
    }

    /**
     * Whether all the stacks that have arrived here have more elements than what would replace
     * them: a stack of the frontier's units and one of their partners. Along the axes that the
     * seeds share with the values, examples above all, both have the same.
     */
    boolean isNarrowerThan(List<Strand> strands, Linear linear) {
        double arrived = 0;
        double common = 1;
        for (Strand s : strands) {
            for (int v : values) {
                for (Term t : s.arrived(v)) {
                    arrived += Contraction.volume(t.indices());
                    Set<Index> bound = t.axisIndices();
                    bound.retainAll(s.stack());
                    common = Math.max(common, Contraction.volume(bound));
                }
            }
        }
        double width = values.stream().mapToDouble(v -> linear.type(v).size()).sum();
        return arrived > 2 * width * width / common;
    }
}
