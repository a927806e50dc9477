package io.hessdiag.curvature;

import io.hessdiag.ir.Equation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** One stack of cotangents on its way from the values where it starts to the leaves. */
final class Sweep {
    private final Linear linear;
    private final Pull pull;
    private final Merging merging;
    private final BitSet wanted;
    private final NavigableMap<Integer, List<Term>> pending = new TreeMap<>();

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

    /** Pulls everything through all equations from a position on; 0: down to the leaves. */
    void run(int position) {
        // Values are numbered in the order of the equations that make them.
        while (!pending.isEmpty() && linear.position(pending.lastKey()) >= position) {
            Equation e = linear.definition(pending.lastKey());
            for (int o = 0; o < e.outputs().size(); o++) {
                List<Term> terms = pending.remove(e.outputs().get(o));
                if (terms != null) {
                    through(e, o, terms);
                }
            }
        }
    }

    /** Into a parameter one term goes: what is squared there has no cancelling parts. */
    private void through(Equation e, int output, List<Term> arrived) {
        int value = e.outputs().get(output);
        boolean shared = linear.isShared(value);
        List<Term> terms =
                shared ? merging.factored(arrived) : merging.of(arrived, linear.shape(value));
        for (int i = 0; i < e.inputs().size(); i++) {
            if (linear.isLinear(e.input(i)) && linear.leaves(e.input(i)).intersects(wanted)) {
                boolean enters = linear.isShared(e.input(i)) && !shared;
                for (Term t :
                        enters ? List.of(merging.single(terms, linear.shape(value))) : terms) {
                    for (Term given : pull.through(e, i, output, t)) {
                        add(e.input(i), given);
                    }
                }
            }
        }
    }

    /** Takes away what has arrived at a value. */
    List<Term> take(int value) {
        List<Term> terms = pending.remove(value);
        return terms == null ? List.of() : merging.of(terms, linear.shape(value));
    }

    /** The values at which something has arrived. */
    Set<Integer> arrived() {
        return pending.keySet();
    }

    /** What has arrived at a value. */
    List<Term> on(int value) {
        List<Term> terms = pending.get(value);
        if (terms == null) {
            return List.of();
        }
        List<Term> fewer = merging.factored(terms);
        pending.put(value, new ArrayList<>(fewer));
        return fewer;
    }

    /** What has arrived at a leaf. */
    List<Term> at(int leaf) {
        return on(linear.directions().get(leaf));
    }
}
