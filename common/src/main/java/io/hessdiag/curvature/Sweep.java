package io.hessdiag.curvature;

import io.hessdiag.ir.Equation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One stack of cotangents on its way from the values where it starts to the leaves. */
final class Sweep {
    private final Linear linear;
    private final Pull pull;
    private final Merging merging;
    private final BitSet wanted;
    private final Map<Integer, List<Term>> pending = new HashMap<>();

    /**
     * @param stack indices of the seeds
     * @param wanted the leaves that it is to reach
     */
    Sweep(Linear linear, Algebra algebra, Set<Index> stack, BitSet wanted) {
        this.linear = linear;
        this.pull = new Pull(linear, algebra, stack);
        this.merging = new Merging(algebra, stack);
        this.wanted = wanted;
    }

    void add(int value, Term term) {
        if (linear.leaves(value).intersects(wanted) && linear.type(value).size() > 0) {
            pending.computeIfAbsent(value, v -> new ArrayList<>()).add(term);
        }
    }

    /** Pulls everything down to the leaves' directions. */
    void run() {
        List<Equation> equations = linear.program().equations();
        for (int i = equations.size() - 1; i >= 0; i--) {
            Equation e = equations.get(i);
            for (int o = 0; o < e.outputs().size(); o++) {
                List<Term> terms = pending.remove(e.outputs().get(o));
                if (terms != null) {
                    through(e, o, merging.of(terms, linear.shape(e.outputs().get(o))));
                }
            }
        }
    }

    private void through(Equation e, int output, List<Term> terms) {
        for (int i = 0; i < e.inputs().size(); i++) {
            if (linear.isLinear(e.input(i)) && linear.leaves(e.input(i)).intersects(wanted)) {
                for (Term t : terms) {
                    for (Term given : pull.through(e, i, output, t)) {
                        add(e.input(i), given);
                    }
                }
            }
        }
    }

    /** What has arrived at a leaf. */
    List<Term> at(int leaf) {
        return pending.getOrDefault(linear.directions().get(leaf), List.of());
    }
}
