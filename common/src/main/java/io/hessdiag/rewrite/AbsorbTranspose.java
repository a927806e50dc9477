package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/**
 * dot_general(transpose(x), y) = dot_general(x, y) with x's own axes, and the same on the right,
 * where the operand's free axes keep their order. The one rule that may change a result's rounding:
 * a BLAS may sum in another order for another layout.
 */
final class AbsorbTranspose implements Rule {
    @Override
    public int rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.DotGeneral dot)) {
            return NONE;
        }
        Optional<Ints> left = permutation(b, in.get(0), dot.lhsFree(b.type(in.get(0)).rank()));
        Optional<Ints> right = permutation(b, in.get(1), dot.rhsFree(b.type(in.get(1)).rank()));
        if (left.isEmpty() && right.isEmpty()) {
            return NONE;
        }
        Op.DotGeneral direct =
                new Op.DotGeneral(
                        axes(left, dot.lhsBatch()), axes(right, dot.rhsBatch()),
                        axes(left, dot.lhsContract()), axes(right, dot.rhsContract()));
        return b.emit(direct, source(b, left, in.get(0)), source(b, right, in.get(1)));
    }

    private static Optional<Ints> permutation(ProgramBuilder b, int x, Ints free) {
        Optional<Equation> made = b.definition(x);
        return made.isPresent()
                        && made.get().op() instanceof Op.Transpose t
                        && t.permutation().pick(free).isSorted()
                ? Optional.of(t.permutation())
                : Optional.empty();
    }

    private static Ints axes(Optional<Ints> permutation, Ints axes) {
        return permutation.map(p -> p.pick(axes)).orElse(axes);
    }

    private static int source(ProgramBuilder b, Optional<Ints> permutation, int x) {
        return permutation.isPresent() ? b.definition(x).orElseThrow().input(0) : x;
    }
}
