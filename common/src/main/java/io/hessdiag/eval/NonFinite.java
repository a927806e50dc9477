package io.hessdiag.eval;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Location;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a program's first NaN or infinity comes from. Constants do not count: an infinity written
 * down, a maximum's initial value say, is meant.
 */
public final class NonFinite {
    private NonFinite() {}

    /**
     * The first equation that makes a NaN or an infinity out of finite operands, as an error
     * message has it: {@code loss.mlir:12:31: log (equation 7) makes -Infinity at [0, 3] of
     * tensor<4x8xf64>}.
     */
    public static Optional<String> source(Program program, List<Tensor> inputs) {
        List<String> found = new ArrayList<>();
        Interpreter.run(
                program,
                inputs,
                (index, equation, operands, results) -> {
                    boolean candidate =
                            found.isEmpty()
                                    && !(equation.op() instanceof Op.Constant)
                                    && operands.stream().allMatch(t -> position(t) < 0);
                    for (Tensor t : candidate ? results : List.<Tensor>of()) {
                        if (position(t) >= 0 && found.isEmpty()) {
                            found.add(describe(index, equation, t));
                        }
                    }
                });
        return found.stream().findFirst();
    }

    /** The flat index of the first NaN or infinity; -1 if there is none. */
    public static int position(Tensor t) {
        if (t.data() instanceof double[] d) {
            for (int i = 0; i < d.length; i++) {
                if (!Double.isFinite(d[i])) {
                    return i;
                }
            }
        } else if (t.data() instanceof float[] f) {
            for (int i = 0; i < f.length; i++) {
                if (!Float.isFinite(f[i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String describe(int index, Equation e, Tensor t) {
        int at = position(t);
        String place = e.place().map(Location::toString).map(p -> p + ": ").orElse("");
        List<Integer> coordinates = new ArrayList<>();
        for (int stride : t.shape().strides()) {
            coordinates.add(at / stride);
            at %= stride;
        }
        return place
                + e.op().name()
                + " (equation "
                + index
                + ") makes "
                + t.get(position(t))
                + " at "
                + coordinates
                + " of "
                + t.type();
    }
}
