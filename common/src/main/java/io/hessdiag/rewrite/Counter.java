package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/**
 * A carry that runs through first, first + step, … for a constant number of steps.
 *
 * @param carry its number among the carries
 */
record Counter(int carry, long first, long step, int length) {
    private static final long MOST = 1L << 24;

    static Optional<Counter> of(ProgramBuilder b, Op.While loop, Ints in) {
        Scalars condition = new Scalars(loop.condition(), i -> constant(b, loop, in, i));
        Scalars body = new Scalars(loop.body(), i -> constant(b, loop, in, i));
        Equation test = condition.definition(loop.condition().outputs().get(0));
        if (test == null || !(test.op() instanceof Op.Compare c) || c.totalOrder()) {
            return Optional.empty();
        }
        for (int side = 0; side < 2; side++) {
            int position = loop.condition().inputs().indexOf(test.input(side));
            Optional<Long> bound = condition.value(test.input(1 - side));
            if (position >= loop.constants() && bound.isPresent()) {
                int carry = position - loop.constants();
                Optional<Long> first = scalar(b, in.get(position));
                Optional<Long> step = step(loop, body, carry);
                if (first.isPresent() && step.isPresent()) {
                    DType dtype = b.type(in.get(position)).dtype();
                    return length(c, side, first.get(), step.get(), bound.get())
                            .map(n -> new Counter(carry, first.get(), step.get(), n))
                            .filter(counter -> dtype.wrap(counter.last()) == counter.last());
                }
            }
        }
        return Optional.empty();
    }

    /** The value that fails the test. */
    long last() {
        return first + step * length;
    }

    /** The value of the loop's operand i where that is a constant that the body keeps. */
    private static Optional<Long> constant(ProgramBuilder b, Op.While loop, Ints in, int i) {
        int carry = i - loop.constants();
        boolean kept = carry < 0 || loop.body().outputs().get(carry) == loop.body().inputs().get(i);
        return kept ? scalar(b, in.get(i)) : Optional.empty();
    }

    private static Optional<Long> scalar(ProgramBuilder b, int v) {
        return b.definition(v)
                .filter(
                        e ->
                                e.op() instanceof Op.Constant c
                                        && c.value().size() == 1
                                        && c.value().dtype().isInteger())
                .map(e -> ((Op.Constant) e.op()).value().longs()[0]);
    }

    private static Optional<Long> step(Op.While loop, Scalars body, int carry) {
        int in = loop.body().inputs().get(loop.constants() + carry);
        Equation e = body.definition(loop.body().outputs().get(carry));
        if (e == null || !(e.op() instanceof Op.Binary f)) {
            return Optional.empty();
        }
        if (f.function() == BinaryFunction.ADD) {
            return e.input(0) == in
                    ? body.value(e.input(1))
                    : e.input(1) == in ? body.value(e.input(0)) : Optional.empty();
        }
        return f.function() == BinaryFunction.SUBTRACT && e.input(0) == in
                ? body.value(e.input(1)).map(s -> -s)
                : Optional.empty();
    }

    /** Steps until {@code first + n·step} fails the test, found by arithmetic. */
    private static Optional<Integer> length(
            Op.Compare c, int side, long first, long step, long bound) {
        long up =
                switch (c.direction()) {
                    case LT -> side == 0 ? bound - first : Long.MIN_VALUE;
                    case LE -> side == 0 ? bound - first + 1 : Long.MIN_VALUE;
                    case GT -> side == 1 ? bound - first : Long.MIN_VALUE;
                    case GE -> side == 1 ? bound - first + 1 : Long.MIN_VALUE;
                    case NE -> step > 0 ? exact(bound - first, step) : Long.MIN_VALUE;
                    case EQ -> Long.MIN_VALUE;
                };
        long down =
                switch (c.direction()) {
                    case GT -> side == 0 ? first - bound : Long.MIN_VALUE;
                    case GE -> side == 0 ? first - bound + 1 : Long.MIN_VALUE;
                    case LT -> side == 1 ? first - bound : Long.MIN_VALUE;
                    case LE -> side == 1 ? first - bound + 1 : Long.MIN_VALUE;
                    case NE -> step < 0 ? exact(first - bound, step) : Long.MIN_VALUE;
                    case EQ -> Long.MIN_VALUE;
                };
        long way = step > 0 ? up : down;
        if (step == 0 || way == Long.MIN_VALUE) {
            return Optional.empty();
        }
        long each = Math.abs(step);
        long n = way <= 0 ? 0 : (way + each - 1) / each;
        return n <= MOST ? Optional.of((int) n) : Optional.empty();
    }

    /** The way, if steps end where it does. */
    private static long exact(long way, long step) {
        return way >= 0 && way % step == 0 ? way : Long.MIN_VALUE;
    }
}
