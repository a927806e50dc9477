package io.hessdiag.examples;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Tensor;
import java.util.Optional;

/**
 * Whether a loss that is a sum over examples was meant as their mean: then it is divided, after the
 * sum, by the number of examples or a multiple of that (examples × tokens). No other number of
 * examples tells the two apart, so the text has to.
 */
public final class MeanOrSum {
    private static final double ROUNDING = 1e-6;

    private MeanOrSum() {}

    /** Whether the loss is a mean over its examples. */
    public static boolean isMean(Separable loss) {
        return loss.each().steps().stream()
                .filter(s -> s instanceof Step.Linear)
                .map(s -> ((Step.Linear) s).equation())
                .anyMatch(e -> divisor(loss.program(), e).filter(d -> fits(d, loss)).isPresent());
    }

    private static boolean fits(double divisor, Separable loss) {
        double times = divisor / loss.examples();
        return Math.rint(times) >= 1 && Math.abs(times - Math.rint(times)) <= ROUNDING * times;
    }

    private static Optional<Double> divisor(Program program, Equation e) {
        if (e.op().equals(new Op.Binary(BinaryFunction.DIVIDE))) {
            return constant(program, e.input(1)).map(Math::abs);
        }
        if (e.op().equals(new Op.Binary(BinaryFunction.MULTIPLY))) {
            return constant(program, e.input(0))
                    .or(() -> constant(program, e.input(1)))
                    .map(c -> 1 / Math.abs(c));
        }
        return Optional.empty();
    }

    /** The number that a value is filled with. */
    private static Optional<Double> constant(Program program, int value) {
        for (Equation e : program.equations()) {
            if (e.outputs().contains(value)) {
                if (e.op() instanceof Op.BroadcastInDim || e.op() instanceof Op.Convert) {
                    return constant(program, e.input(0));
                }
                return e.op() instanceof Op.Constant c ? filled(c.value()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Double> filled(Tensor t) {
        for (int i = 1; i < t.size(); i++) {
            if (t.get(i) != t.get(0)) {
                return Optional.empty();
            }
        }
        return t.size() == 0 ? Optional.empty() : Optional.of(t.get(0));
    }
}
