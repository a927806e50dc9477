package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/** transpose(transpose(x, p), q) = transpose(x, p∘q). */
final class ComposeTransposes implements Rule {
    @Override
    public int rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.Transpose outer)) {
            return NONE;
        }
        Optional<Equation> made = b.definition(in.get(0));
        if (made.isEmpty() || !(made.get().op() instanceof Op.Transpose inner)) {
            return NONE;
        }
        return b.transpose(made.get().input(0), inner.permutation().pick(outer.permutation()));
    }
}
