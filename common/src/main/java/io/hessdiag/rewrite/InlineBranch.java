package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/** A choice with one branch, or with a constant index, is the branch. */
final class InlineBranch implements MultiRule {
    @Override
    public Optional<Ints> rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.Case choice)) {
            return Optional.empty();
        }
        int last = choice.branches().size() - 1;
        Optional<Long> index =
                last == 0
                        ? Optional.of(0L)
                        : b.definition(in.get(0))
                                .map(Equation::op)
                                .filter(Op.Constant.class::isInstance)
                                .map(c -> ((Op.Constant) c).value().longs()[0]);
        return index.map(
                i ->
                        b.inline(
                                choice.branches().get(0 <= i && i < last ? i.intValue() : last),
                                in.pick(Ints.range(1, in.size()))));
    }
}
