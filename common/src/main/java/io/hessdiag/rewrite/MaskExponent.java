package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/**
 * select(p, eˣ, 0) = exp(select(p, x, −∞)), also below a division: select(p, eˣ / y, 0). So a sum
 * over some of the exponentials, JAX's {@code where}, is a sum over all of others.
 */
final class MaskExponent implements Rule {
    private static final Op EXP = new Op.Unary(UnaryFunction.EXPONENTIAL);
    private static final Op DIVIDE = new Op.Binary(BinaryFunction.DIVIDE);

    @Override
    public int rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.Select) || !isConstant(b, in.get(2), 0.0)) {
            return NONE;
        }
        Optional<Ints> quotient = b.operandsOf(in.get(1), DIVIDE);
        int masked = masked(b, in.get(0), quotient.map(q -> q.get(0)).orElse(in.get(1)));
        return masked == NONE || quotient.isEmpty()
                ? masked
                : b.select(in.get(0), b.divide(masked, quotient.get().get(1)), in.get(2));
    }

    /** The exponential of the masked exponent, unless it is masked already. */
    private static int masked(ProgramBuilder b, int predicate, int exponential) {
        Optional<Ints> exponent = b.operandsOf(exponential, EXP);
        if (exponent.isEmpty()) {
            return NONE;
        }
        int x = exponent.get().get(0);
        Optional<Ints> mask = b.operandsOf(x, new Op.Select());
        boolean done =
                mask.isPresent()
                        && mask.get().get(0) == predicate
                        && isConstant(b, mask.get().get(2), Double.NEGATIVE_INFINITY);
        int nothing = b.fullLike(x, Double.NEGATIVE_INFINITY);
        return done ? NONE : b.emit(EXP, b.select(predicate, x, nothing));
    }

    private static boolean isConstant(ProgramBuilder b, int v, double value) {
        Optional<Equation> made = b.definition(v);
        while (made.isPresent()
                && (made.get().op() instanceof Op.BroadcastInDim
                        || made.get().op() instanceof Op.Convert)) {
            made = b.definition(made.get().input(0));
        }
        return made.isPresent()
                && made.get().op() instanceof Op.Constant c
                && c.value().size() == 1
                && Double.compare(c.value().get(0), value) == 0;
    }
}
