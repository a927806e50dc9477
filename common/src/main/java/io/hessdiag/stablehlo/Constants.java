package io.hessdiag.stablehlo;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/** Shapes that a program computes from constants. */
final class Constants {
    private static final int MOST = 4096;

    private Constants() {}

    /** The integers, row-major, that {@code value} is known to hold. */
    static Optional<Ints> integers(ProgramBuilder b, int value) {
        if (b.type(value).size() > MOST || !b.type(value).dtype().isInteger()) {
            return Optional.empty();
        }
        return b.definition(value).flatMap(e -> integers(b, e));
    }

    private static Optional<Ints> integers(ProgramBuilder b, Equation e) {
        if (e.op() instanceof Op.Constant c) {
            int[] values = new int[c.value().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.toIntExact(c.value().longs()[i]);
            }
            return Optional.of(Ints.of(values));
        }
        if (e.op() instanceof Op.Reshape || e.op() instanceof Op.Convert) {
            return integers(b, e.input(0));
        }
        if (e.op() instanceof Op.BroadcastInDim d && b.type(e.input(0)).size() == 1) {
            return integers(b, e.input(0)).map(x -> Ints.repeat(x.get(0), d.shape().size()));
        }
        if (e.op() instanceof Op.Concatenate && b.type(e.output()).rank() == 1) {
            Optional<Ints> all = Optional.of(Ints.EMPTY);
            for (int i = 0; i < e.inputs().size(); i++) {
                Optional<Ints> part = integers(b, e.input(i));
                all = all.flatMap(x -> part.map(x::concat));
            }
            return all;
        }
        return Optional.empty();
    }
}
