package io.hessdiag.rewrite;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;

/**
 * One local rewrite of an equation with one result. A rule must keep every bit of the result (the
 * order of a product's sums aside): it may not drop {@code x + 0.0} or {@code x * 0.0}, which
 * differ for −0.0, NaN and infinities.
 */
interface Rule {
    /** The rule does not apply. */
    int NONE = -1;

    /**
     * @param in the operands, already rewritten; {@code b.definition} tells how they were made
     * @return a value that equals {@code op(in)}, or {@link #NONE}
     */
    int rewrite(ProgramBuilder b, Op op, Ints in);
}
