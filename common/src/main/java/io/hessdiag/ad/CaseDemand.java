package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What is needed of each value in the branches of a choice that is linear in its moving operands.
 *
 * @param wanted per result what is needed of it, null for nothing
 */
record CaseDemand(Ints[] wanted, List<Branch> branches) {

    /**
     * @param linear the branch's equations that move
     * @param moving which of the branch's values move
     * @param values per value of the branch what is needed of it
     */
    record Branch(Program program, List<Equation> linear, boolean[] moving, Ints[] values) {}

    /**
     * @param moves whether the equation's operand moves
     */
    static CaseDemand of(Op.Case op, IntPredicate moves, Ints[] wanted) {
        List<Branch> branches = new ArrayList<>();
        for (Program p : op.branches()) {
            Ints moved = Ints.range(p.inputs().size()).filter(i -> moves.test(i + 1));
            boolean[] moving = Dependence.on(p, p.inputs().pick(moved));
            List<Equation> linear =
                    p.equations().stream()
                            .filter(e -> e.outputs().stream().anyMatch(v -> moving[v]))
                            .toList();
            Demand d = new Demand(p, moving);
            for (int i = 0; i < wanted.length; i++) {
                int v = p.outputs().get(i);
                if (wanted[i] != null && moving[v]) {
                    d.want(v, wanted[i]);
                }
            }
            branches.add(new Branch(p, linear, moving, d.trace(linear)));
        }
        return new CaseDemand(wanted, branches);
    }

    /** What the branches together need of the equation's operand; null for nothing. */
    Ints operand(int i) {
        Ints needed = null;
        for (Branch branch : branches) {
            Ints one = branch.values()[branch.program().inputs().get(i - 1)];
            needed = needed == null ? one : one == null ? needed : Demand.meet(needed, one);
        }
        return needed;
    }
}
