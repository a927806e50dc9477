package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.DType;
import java.util.Optional;
import java.util.function.IntFunction;

/** Integer scalars of a program that are constants, given which of its inputs are. */
final class Scalars {
    private final Program program;
    private final IntFunction<Optional<Long>> inputs;
    private final Equation[] definition;

    /**
     * @param inputs the constant that the input at a position is, if it is one
     */
    Scalars(Program program, IntFunction<Optional<Long>> inputs) {
        this.program = program;
        this.inputs = inputs;
        this.definition = new Equation[program.values()];
        for (Equation e : program.equations()) {
            e.outputs().stream().forEach(v -> definition[v] = e);
        }
    }

    /** The equation that makes {@code v}; null for inputs. */
    Equation definition(int v) {
        return definition[v];
    }

    Optional<Long> value(int v) {
        DType dtype = program.type(v).dtype();
        Equation e = definition[v];
        if (!dtype.isInteger() || program.type(v).size() != 1) {
            return Optional.empty();
        }
        if (e == null) {
            return inputs.apply(program.inputs().indexOf(v));
        }
        if (e.op() instanceof Op.Constant c) {
            return Optional.of(c.value().longs()[0]);
        }
        if (e.op() instanceof Op.Convert
                || e.op() instanceof Op.Reshape
                || e.op() instanceof Op.BroadcastInDim) {
            return value(e.input(0)).map(dtype::wrap);
        }
        return e.op() instanceof Op.Binary f ? binary(f.function(), e, dtype) : Optional.empty();
    }

    private Optional<Long> binary(BinaryFunction f, Equation e, DType dtype) {
        return value(e.input(0))
                .flatMap(
                        x ->
                                value(e.input(1))
                                        .flatMap(
                                                y ->
                                                        switch (f) {
                                                            case ADD ->
                                                                    Optional.of(dtype.wrap(x + y));
                                                            case SUBTRACT ->
                                                                    Optional.of(dtype.wrap(x - y));
                                                            case MULTIPLY ->
                                                                    Optional.of(dtype.wrap(x * y));
                                                            default -> Optional.<Long>empty();
                                                        }));
    }
}
