package io.hessdiag.ad;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;

/** Adds loops to programs. */
final class Loop {
    private Loop() {}

    /** The loop's results; what its body makes of constants alone is made once, before it. */
    static Ints emit(ProgramBuilder b, Op.Scan scan, Ints operands) {
        int late = operands.size() - scan.constants();
        PartialEvaluation split = PartialEvaluation.split(scan.body(), late);
        Ints constants = b.inline(split.early(), operands.pick(Ints.range(scan.constants())));
        Op once =
                new Op.Scan(
                        constants.size(),
                        scan.carries(),
                        scan.length(),
                        scan.reverse(),
                        split.late());
        return b.apply(
                once,
                constants.concat(operands.pick(Ints.range(scan.constants(), operands.size()))));
    }
}
