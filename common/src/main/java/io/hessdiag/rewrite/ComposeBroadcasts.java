package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/** broadcast(broadcast(x)) = broadcast(x), with the dims composed. */
final class ComposeBroadcasts implements Rule {
    @Override
    public int rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.BroadcastInDim outer)) {
            return NONE;
        }
        Optional<Equation> made = b.definition(in.get(0));
        if (made.isEmpty() || !(made.get().op() instanceof Op.BroadcastInDim inner)) {
            return NONE;
        }
        return b.broadcast(made.get().input(0), outer.shape(), outer.dims().pick(inner.dims()));
    }
}
