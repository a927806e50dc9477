package io.hessdiag.plan;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a program does, counted from its types, by kinds of work that take times of their own.
 *
 * @param products operations of dot_generals and factorisations, two per multiply-add
 * @param simple elements of element-wise arithmetic and of reduced operands
 * @param functions elements of exponentials, logarithms and the like
 * @param moved bytes that are read and written to gather, scatter, slice, pad, fold, and by
 *     products
 * @param calls loops and single matrix products that are started
 */
public record Work(double products, double simple, double functions, double moved, double calls)
        implements Serializable {
    public static final Work NONE = new Work(0, 0, 0, 0, 0);

    /** Rotations of vectors, six operations each, in about eight sweeps. */
    private static final int JACOBI = 72;

    private static final Set<UnaryFunction> SIMPLE =
            EnumSet.of(
                    UnaryFunction.ABS,
                    UnaryFunction.NEGATE,
                    UnaryFunction.SIGN,
                    UnaryFunction.SQUARE,
                    UnaryFunction.SQRT,
                    UnaryFunction.RELU,
                    UnaryFunction.NOT,
                    UnaryFunction.STOP_GRADIENT);

    public static Work of(Program program) {
        Work sum = NONE;
        for (Equation e : program.equations()) {
            sum = sum.plus(of(program, e));
        }
        return sum;
    }

    static Work of(Program program, Equation e) {
        if (e.op() instanceof Op.Scan scan) {
            return of(scan.body()).times(scan.length());
        }
        if (e.op() instanceof Op.Case choice) {
            return choice.branches().stream().map(Work::of).reduce(NONE, Work::orMore);
        }
        TensorType type = program.type(e.outputs().get(0));
        double out = type.size();
        if (e.op() instanceof Op.DotGeneral dot) {
            Shape lhs = program.type(e.input(0)).shape();
            double bytes = type.bytes() + program.type(e.input(0)).bytes();
            return new Work(
                    2 * out * lhs.pick(dot.lhsContract()).size(),
                    0,
                    0,
                    bytes + program.type(e.input(1)).bytes(),
                    lhs.pick(dot.lhsBatch()).size());
        }
        if (isFactorisation(e.op())) {
            Shape a = program.type(e.input(0)).shape();
            double each = (e.op() instanceof Op.Eigh ? JACOBI : 1) * a.dim(a.rank() - 1);
            return new Work(out * each, 0, 0, 0, 1);
        }
        if (e.op() instanceof Op.Sort) {
            return new Work(0, out * Math.max(1, Math.log(out) / Math.log(2)), 0, 0, 1);
        }
        if (e.op() instanceof Op.Reduce || e.op() instanceof Op.ArgReduce) {
            return new Work(0, program.type(e.input(0)).size(), 0, 0, 1);
        }
        if (e.op() instanceof Op.LogSumExp || e.op() instanceof Op.Softmax) {
            double in = program.type(e.input(0)).size();
            return new Work(0, 2 * in, in, 0, 1);
        }
        return elementwise(e.op(), type);
    }

    private static Work elementwise(Op op, TensorType type) {
        double out = type.dtype().isFloat() ? type.size() : 0;
        if (op instanceof Op.Unary unary) {
            boolean simple = SIMPLE.contains(unary.function());
            return new Work(0, simple ? out : 0, simple ? 0 : out, 0, 1);
        }
        if (op instanceof Op.Binary
                || op instanceof Op.Compare
                || op instanceof Op.Select
                || op instanceof Op.Clamp) {
            return new Work(0, out, 0, 0, 1);
        }
        boolean isView =
                op instanceof Op.BroadcastInDim
                        || op instanceof Op.Reshape
                        || op instanceof Op.Transpose
                        || op instanceof Op.Constant;
        return isView ? NONE : new Work(0, 0, 0, 2.0 * type.bytes(), 1);
    }

    private static boolean isFactorisation(Op op) {
        return op instanceof Op.Cholesky
                || op instanceof Op.TriangularSolve
                || op instanceof Op.Lu
                || op instanceof Op.Eigh;
    }

    /** Floating-point operations. */
    public double flops() {
        return products + simple + functions;
    }

    public Work plus(Work other) {
        return new Work(
                products + other.products,
                simple + other.simple,
                functions + other.functions,
                moved + other.moved,
                calls + other.calls);
    }

    public Work times(double n) {
        return new Work(n * products, n * simple, n * functions, n * moved, n * calls);
    }

    private Work orMore(Work other) {
        return Rates.NOMINAL.seconds(other) > Rates.NOMINAL.seconds(this) ? other : this;
    }
}
