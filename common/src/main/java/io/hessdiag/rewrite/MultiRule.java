package io.hessdiag.rewrite;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/** As {@link Rule}, for equations with any number of results. */
interface MultiRule {
    /** Values that equal the results of {@code op(in)}; empty when the rule does not apply. */
    Optional<Ints> rewrite(ProgramBuilder b, Op op, Ints in);
}
