package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear choice for K directions at once: a choice between the branches' batches. The index
 * vectors are passed to the branches, moving operands with their pins.
 */
final class BatchedCase {
    private final ProgramBuilder b;
    private final Pinning pinning;
    private final int k;
    private final CaseDemand demand;

    BatchedCase(ProgramBuilder b, Pinning pinning, int k, CaseDemand demand) {
        this.b = b;
        this.pinning = pinning;
        this.k = k;
        this.demand = demand;
    }

    /**
     * @param values the choice's operands in the source program
     * @param lanes their lanes; null for those that do not move or that nobody needs
     * @param moves which of them move
     * @return the results' lanes, null for those that nobody needs
     */
    Lane[] run(Ints values, Lane[] lanes, boolean[] moves) {
        Ints operands = Ints.of(pinning.plain(values.get(0))).concat(pinning.coordinates());
        for (int i = 1; i < lanes.length; i++) {
            if (!moves[i] || lanes[i] != null) {
                operands =
                        operands.append(moves[i] ? lanes[i].core() : pinning.plain(values.get(i)));
            }
        }
        List<Program> branches = new ArrayList<>();
        for (CaseDemand.Branch branch : demand.branches()) {
            branches.add(batched(branch, operands, lanes, moves));
        }
        Ints out = b.apply(new Op.Case(branches), operands);
        Lane[] result = new Lane[demand.wanted().length];
        int next = 0;
        for (int i = 0; i < result.length; i++) {
            Ints pin = demand.wanted()[i];
            if (pin != null) {
                result[i] = new Lane(out.get(next++), pin, Ints.repeat(0, pin.size()));
            }
        }
        return result;
    }

    private Program batched(
            CaseDemand.Branch branch, Ints operands, Lane[] lanes, boolean[] moves) {
        Program p = branch.program();
        ProgramBuilder inner = new ProgramBuilder("case_batch");
        Ints in = Ints.of(operands.stream().skip(1).map(v -> inner.input(b.type(v))).toArray());
        int next = pinning.coordinates().size();
        int[] plain = new int[p.values()];
        Equation[] definition = new Equation[p.values()];
        Pinning inside = pinning.inside(inner, in.pick(Ints.range(next)), definition, plain);
        Batch batch = new Batch(inner, p, branch.moving(), branch.values(), plain, inside, k);
        for (int i = 1; i < lanes.length; i++) {
            int v = p.inputs().get(i - 1);
            if (!moves[i]) {
                plain[v] = in.get(next++);
            } else if (lanes[i] != null) {
                batch.set(v, new Lane(in.get(next++), lanes[i].pin(), lanes[i].sparse()));
            }
        }
        for (Equation e : p.equations()) {
            if (!branch.moving()[e.outputs().get(0)]) {
                inner.copy(e, plain);
                e.outputs().stream().forEach(v -> definition[v] = e);
            }
        }
        batch.steps(branch.linear());
        Ints out = Ints.EMPTY;
        for (int i = 0; i < p.outputs().size(); i++) {
            if (demand.wanted()[i] != null) {
                out = out.append(batch.lane(p.outputs().get(i), demand.wanted()[i]).core());
            }
        }
        return inner.build(out);
    }
}
