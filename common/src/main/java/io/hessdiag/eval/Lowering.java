package io.hessdiag.eval;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;

/**
 * Writes logsumexp as log Σ eˣ and softmax as eˣ / Σ eˣ, so that they fuse with what is around
 * them. Those of one operand share the exponential and the sum.
 */
final class Lowering {
    private Lowering() {}

    static Program of(Program program) {
        if (program.equations().stream().noneMatch(Lowering::isComposed)) {
            return program;
        }
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        for (Equation e : program.equations()) {
            if (isComposed(e)) {
                map[e.output()] = composed(b.at(e.location()), e.op(), map[e.input(0)]);
            } else {
                b.copy(e, map);
            }
        }
        return b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
    }

    private static boolean isComposed(Equation e) {
        return e.op() instanceof Op.LogSumExp || e.op() instanceof Op.Softmax;
    }

    private static int composed(ProgramBuilder b, Op op, int x) {
        int exp = b.unary(UnaryFunction.EXPONENTIAL, x);
        if (op instanceof Op.LogSumExp l) {
            return b.unary(UnaryFunction.LOG, b.sum(exp, l.dims()));
        }
        Ints dims = ((Op.Softmax) op).dims();
        Ints kept = Ints.range(b.shape(x).rank()).without(dims);
        return b.divide(exp, b.broadcast(b.sum(exp, dims), b.shape(x), kept));
    }
}
