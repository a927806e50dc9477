package io.hessdiag.plan;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.rewrite.DeadCode;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.List;

/**
 * Loops whose number of steps the data decide. Integer scalars that a while loop reads and that do
 * not depend on the parameters are computed once and become constants, so that the loop counts and
 * can be differentiated in reverse.
 */
final class LoopBounds {
    private LoopBounds() {}

    /**
     * @param parameters how many of the program's first inputs are parameters
     * @param arguments values of all its inputs
     * @return an equal program at these data
     */
    static Program fix(Program program, int parameters, List<Tensor> arguments) {
        Ints bounds = bounds(program, parameters);
        if (bounds.isEmpty()) {
            return program;
        }
        List<Tensor> values = Interpreter.run(DeadCode.restrict(program, bounds), arguments);
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        for (Equation e : program.equations()) {
            if (!(e.op() instanceof Op.While)) {
                b.copy(e, map);
                continue;
            }
            Ints operands =
                    Ints.of(
                            e.inputs().stream()
                                    .map(
                                            v ->
                                                    bounds.contains(v)
                                                            ? b.constant(
                                                                    values.get(bounds.indexOf(v)))
                                                            : map[v])
                                    .toArray());
            Ints results = b.at(e.location()).apply(e.op(), operands);
            for (int i = 0; i < results.size(); i++) {
                map[e.outputs().get(i)] = results.get(i);
            }
        }
        b.at(null);
        return b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
    }

    /** Whether data, and not the text alone, say how many steps a loop takes. */
    static boolean areDecidedByData(Program program, int parameters) {
        Ints bounds = bounds(program, parameters);
        boolean[] fromData = new boolean[program.values()];
        program.inputs().stream().skip(parameters).forEach(v -> fromData[v] = true);
        for (Equation e : program.equations()) {
            if (e.inputs().stream().anyMatch(v -> fromData[v])) {
                e.outputs().stream().forEach(v -> fromData[v] = true);
            }
        }
        return bounds.stream().anyMatch(v -> fromData[v]);
    }

    /** The while loops' integer scalar operands that no parameter decides. */
    private static Ints bounds(Program program, int parameters) {
        boolean[] varies = new boolean[program.values()];
        program.inputs().pick(Ints.range(parameters)).stream().forEach(v -> varies[v] = true);
        Ints bounds = Ints.EMPTY;
        for (Equation e : program.equations()) {
            if (e.inputs().stream().anyMatch(v -> varies[v])) {
                e.outputs().stream().forEach(v -> varies[v] = true);
            }
            if (e.op() instanceof Op.While) {
                bounds =
                        bounds.concat(
                                e.inputs()
                                        .filter(
                                                v ->
                                                        !varies[v]
                                                                && program.type(v).rank() == 0
                                                                && program.type(v)
                                                                        .dtype()
                                                                        .isInteger()));
            }
        }
        return Ints.of(bounds.stream().distinct().toArray());
    }
}
