package io.hessdiag.curvature;

import io.hessdiag.ad.TransposedEquation;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forward mode for a stack of tangents. An equation is the transpose of its transpose: the tangents
 * are pulled back through the latter, so that forward mode has no rules of its own.
 */
final class Push {
    private final Linear linear;
    private final Algebra algebra;
    private final Set<Index> stack;
    private final Merging merging;
    private final Map<Integer, List<Term>> tangents = new HashMap<>();

    Push(Linear linear, Algebra algebra, Set<Index> stack) {
        this.linear = linear;
        this.algebra = algebra;
        this.stack = stack;
        this.merging = new Merging(algebra, stack);
    }

    /**
     * Pushes one stack from a value to all that depend on it and are asked for.
     *
     * @param needed the linear values on the way to those asked for
     * @return per value its tangents
     */
    Map<Integer, List<Term>> from(int value, Term seed, Set<Integer> needed) {
        tangents.put(value, List.of(seed));
        List<Equation> equations = linear.program().equations();
        for (int i = linear.position(value) + 1; i < equations.size(); i++) {
            Equation e = equations.get(i);
            for (int o = 0; o < e.outputs().size(); o++) {
                int out = e.outputs().get(o);
                if (linear.isLinear(out) && needed.contains(out)) {
                    List<Term> terms = through(e, o);
                    if (!terms.isEmpty()) {
                        tangents.put(out, merging.of(terms, linear.shape(out)));
                    }
                }
            }
        }
        return tangents;
    }

    private List<Term> through(Equation e, int output) {
        List<Term> out = new ArrayList<>();
        for (int i = 0; i < e.inputs().size(); i++) {
            boolean first = e.inputs().indexOf(e.input(i)) == i;
            for (Term t :
                    first ? tangents.getOrDefault(e.input(i), List.<Term>of()) : List.<Term>of()) {
                Optional<TransposedEquation> transpose =
                        TransposedEquation.of(linear, linear.moving(), e, i, output);
                transpose.ifPresent(p -> out.addAll(back(p, t)));
            }
        }
        return out;
    }

    /** A tangent of the operand, as what the transposed program's result is pulled back to. */
    private List<Term> back(TransposedEquation transpose, Term t) {
        Program p = transpose.program();
        Transposed values = new Transposed(transpose);
        Pull pull = new Pull(values, algebra, stack);
        Map<Integer, List<Term>> pending = new HashMap<>();
        pending.put(p.outputs().get(0), List.of(t));
        for (int i = p.equations().size() - 1; i >= 0; i--) {
            Equation e = p.equations().get(i);
            for (int o = 0; o < e.outputs().size(); o++) {
                List<Term> terms = pending.remove(e.outputs().get(o));
                for (Term term : terms == null ? List.<Term>of() : terms) {
                    operands(transpose, e, o, term, pull, pending);
                }
            }
        }
        return pending.getOrDefault(p.inputs().last(), List.of());
    }

    private static void operands(
            TransposedEquation transpose,
            Equation e,
            int output,
            Term term,
            Pull pull,
            Map<Integer, List<Term>> pending) {
        for (int k = 0; k < e.inputs().size(); k++) {
            if (transpose.linear()[e.input(k)]) {
                pending.computeIfAbsent(e.input(k), v -> new ArrayList<>())
                        .addAll(pull.through(e, k, output, term));
            }
        }
    }

    /** The values of a transposed equation's program. */
    private final class Transposed implements LinearValues {
        private final TransposedEquation transpose;
        private final int[] plain;

        Transposed(TransposedEquation transpose) {
            this.transpose = transpose;
            Program p = transpose.program();
            this.plain = new int[p.values()];
            for (int i = 0; i < transpose.known().size(); i++) {
                plain[p.inputs().get(i)] = linear.plain(transpose.known().get(i));
            }
            for (Equation e : p.equations()) {
                if (!transpose.linear()[e.outputs().get(0)]) {
                    algebra.b.copy(e, plain);
                }
            }
            algebra.b.at(null);
        }

        @Override
        public TensorType type(int value) {
            return transpose.program().type(value);
        }

        @Override
        public boolean[] moving() {
            return transpose.linear();
        }

        @Override
        public int plain(int value) {
            return plain[value];
        }

        @Override
        public boolean isViewOfLeaf(int value) {
            return false;
        }
    }
}
