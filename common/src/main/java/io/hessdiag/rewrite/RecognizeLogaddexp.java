package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import java.util.List;
import java.util.Optional;

/**
 * JAX prints logaddexp(x, y), and softplus(x) = logaddexp(x, 0), as select(d ≠ d, x + y, max(x, y)
 * + log1p(exp(−|d|))) with d = x − y. Differentiated as it stands, max and |d| give curvature 0 at
 * x = y, where the truth is 1/4; as one function it is right.
 */
final class RecognizeLogaddexp implements Rule {
    private static final List<UnaryFunction> TAIL =
            List.of(
                    UnaryFunction.LOG_PLUS_ONE,
                    UnaryFunction.EXPONENTIAL,
                    UnaryFunction.NEGATE,
                    UnaryFunction.ABS);

    @Override
    public int rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.Select)) {
            return NONE;
        }
        Optional<Ints> nan = b.operandsOf(in.get(0), new Op.Compare(Comparison.NE, false));
        Optional<Ints> sum = operands(b, in.get(2), BinaryFunction.ADD);
        if (nan.isEmpty() || sum.isEmpty()) {
            return NONE;
        }
        int d = nan.get().get(0);
        Optional<Ints> xy = operands(b, d, BinaryFunction.SUBTRACT);
        if (nan.get().get(1) != d || xy.isEmpty()) {
            return NONE;
        }
        boolean matches =
                isPair(b, in.get(1), BinaryFunction.ADD, xy.get())
                        && (isMaxPlusTail(b, sum.get().get(0), sum.get().get(1), xy.get(), d)
                                || isMaxPlusTail(
                                        b, sum.get().get(1), sum.get().get(0), xy.get(), d));
        return matches
                ? b.binary(BinaryFunction.LOGADDEXP, xy.get().get(0), xy.get().get(1))
                : NONE;
    }

    private static boolean isMaxPlusTail(ProgramBuilder b, int max, int tail, Ints xy, int d) {
        int v = tail;
        for (UnaryFunction f : TAIL) {
            Optional<Ints> operand = b.operandsOf(v, new Op.Unary(f));
            if (operand.isEmpty()) {
                return false;
            }
            v = operand.get().get(0);
        }
        return v == d && isPair(b, max, BinaryFunction.MAXIMUM, xy);
    }

    private static boolean isPair(ProgramBuilder b, int v, BinaryFunction f, Ints xy) {
        Ints swapped = Ints.of(xy.get(1), xy.get(0));
        return operands(b, v, f).filter(in -> in.equals(xy) || in.equals(swapped)).isPresent();
    }

    private static Optional<Ints> operands(ProgramBuilder b, int v, BinaryFunction f) {
        return b.operandsOf(v, new Op.Binary(f));
    }
}
