package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which values of a program are powers of some z = Σ eˣ, up to views, and what follows from it. */
final class ExponentialSums {
    static final int NONE = -1;

    /**
     * zᵖ for z = Σ exp(x) over {@code dims}, as it is broadcast: axis i of the value is z's axis
     * that was {@code axes[i]} in x, see {@link AxisOrigins}.
     */
    record Sum(int x, Ints dims, int power, Ints axes) {
        Sum withPower(int p) {
            return new Sum(x, dims, p, axes);
        }

        Sum withAxes(Ints a) {
            return new Sum(x, dims, power, a);
        }

        Sum through(Op view, Shape from, Shape to) {
            return withAxes(AxisOrigins.through(view, axes, from, to));
        }
    }

    private final Program program;
    private final int[] exponents;
    private final Sum[] sums;
    private final boolean[] zero;
    private final boolean[] certain;

    ExponentialSums(Program program) {
        this.program = program;
        this.exponents = new int[program.values()];
        this.sums = new Sum[program.values()];
        this.zero = new boolean[program.values()];
        this.certain = new boolean[program.values()];
        Arrays.fill(exponents, NONE);
        program.equations().forEach(this::follow);
    }

    /** The sum that {@code v} is; null if it is none. */
    Sum sum(int v) {
        return sums[v];
    }

    /** Whether {@code v} is exp(x), element by element over the z that is broadcast to it. */
    boolean isTerm(int v, Sum z) {
        return exponents[v] == z.x && AxisOrigins.restored(z.axes, z.dims, program.shape(v));
    }

    /** Whether {@code v} is a constant 0. */
    boolean isZero(int v) {
        return zero[v];
    }

    /** Whether {@code v} is z ≥ 0 or sign z, which the derivative of |z| asks for: true, or 1. */
    boolean isCertain(int v) {
        return certain[v];
    }

    private void follow(Equation e) {
        if (e.inputs().isEmpty()) {
            zero[e.output()] = e.op() instanceof Op.Constant c && isZero(c);
            return;
        }
        int v = e.outputs().get(0);
        int x = e.input(0);
        if (e.op() instanceof Op.BroadcastInDim || e.op() instanceof Op.Reshape) {
            zero[v] = zero[x];
            sums[v] = through(e, v);
        } else if (e.op() instanceof Op.Unary u) {
            exponents[v] = u.function() == UnaryFunction.EXPONENTIAL ? x : NONE;
            sums[v] = u.function() == UnaryFunction.ABS ? sums[x] : null;
            zero[v] = u.function() == UnaryFunction.NEGATE && zero[x];
            certain[v] = u.function() == UnaryFunction.SIGN && sums[x] != null;
        } else if (e.op() instanceof Op.Reduce r) {
            sums[v] = isSum(r, e) ? sum(r, e) : null;
        } else if (e.op() instanceof Op.Compare c) {
            certain[v] = c.direction() == Comparison.GE && sums[x] != null && zero[e.input(1)];
        } else if (e.op() instanceof Op.Select) {
            zero[v] = certain[x] && zero[e.input(1)];
        } else if (e.op() instanceof Op.Binary f && f.function() == BinaryFunction.MULTIPLY) {
            sums[v] = product(sums[x], sums[e.input(1)]);
        }
    }

    private static boolean isZero(Op.Constant c) {
        return IntStream.range(0, c.value().size()).allMatch(i -> c.value().get(i) == 0);
    }

    private Sum through(Equation view, int v) {
        int x = view.input(0);
        return sums[x] == null
                ? null
                : sums[x].through(view.op(), program.shape(x), program.shape(v));
    }

    private boolean isSum(Op.Reduce r, Equation e) {
        return r.combiner() == Combiner.ADD
                && !r.dims().isEmpty()
                && exponents[e.input(0)] != NONE
                && zero[e.input(1)];
    }

    private Sum sum(Op.Reduce r, Equation e) {
        Ints axes = AxisOrigins.kept(r.dims(), program.shape(e.output()));
        return new Sum(exponents[e.input(0)], r.dims(), 1, axes);
    }

    private static Sum product(Sum s, Sum t) {
        boolean same = s != null && t != null && s.equals(t.withPower(s.power));
        return same ? s.withPower(s.power + t.power) : null;
    }
}
