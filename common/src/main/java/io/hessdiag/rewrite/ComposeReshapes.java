package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/** reshape(reshape(x)) = reshape(x). */
final class ComposeReshapes implements Rule {
    @Override
    public int rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.Reshape outer)) {
            return NONE;
        }
        Optional<Equation> made = b.definition(in.get(0));
        return made.isPresent() && made.get().op() instanceof Op.Reshape
                ? b.reshape(made.get().input(0), outer.shape())
                : NONE;
    }
}
