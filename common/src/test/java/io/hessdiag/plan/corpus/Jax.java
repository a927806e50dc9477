package io.hessdiag.plan.corpus;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;

/** Functions in the form in which JAX prints them; those with an axis take the last one. */
final class Jax {
    private Jax() {}

    static int width(Expr x) {
        return x.shape().dim(x.type().rank() - 1);
    }

    /** A reduction of x over its last axis with that axis back. */
    static Expr keep(Expr x, Expr reduced) {
        return reduced.reshape(x.shape().dims().with(x.type().rank() - 1, 1).toArray());
    }

    static Expr mean(Expr x) {
        return keep(x, x.sum(-1)).div(width(x));
    }

    static Expr rsqrt(Expr x) {
        return x.apply(UnaryFunction.RSQRT);
    }

    private static Expr shifted(Expr x) {
        Expr least = x.constant(Tensor.scalar(Double.NEGATIVE_INFINITY));
        return x.sub(keep(x, least.max(x.amax(-1))));
    }

    static Expr softmax(Expr x) {
        Expr e = shifted(x).exp();
        return e.div(keep(x, e.sum(-1)));
    }

    static Expr logSoftmax(Expr x) {
        Expr shifted = shifted(x);
        return shifted.sub(keep(x, shifted.exp().sum(-1)).log());
    }

    /** select(d ≠ d, x + 0, max(x, 0) + log1p(exp(−|d|))) with d = x − 0. */
    static Expr softplus(Expr x) {
        Expr zero = x.constant(Tensor.scalar(0)).broadcast(x.shape());
        Expr d = x.sub(zero);
        Expr tail = d.abs().negate().exp().apply(UnaryFunction.LOG_PLUS_ONE);
        return d.compare(Comparison.NE, d).select(x.add(zero), x.max(zero).add(tail));
    }

    /** ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))). */
    static Expr gelu(Expr x) {
        Expr cube = x.mul(x).mul(x);
        Expr inner = x.add(cube.mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
        return x.mul(inner.tanh().add(1).mul(0.5));
    }

    /** ½ x erfc(−x/√2). */
    static Expr exactGelu(Expr x) {
        return x.mul(0.5).mul(x.negate().mul(Math.sqrt(0.5)).apply(UnaryFunction.ERFC));
    }

    /** i for i ≥ 0, size + i below: what indexing with i means in Python. */
    static Expr wrapped(Expr i, int size) {
        Expr zero = i.constant(Tensor.scalar(DType.I32, 0));
        Expr n = i.constant(Tensor.scalar(DType.I32, size));
        return i.compare(Comparison.LT, zero).select(i.add(n), i);
    }

    /** x[arange, labels] for rows x. */
    static Expr pick(Expr x, Expr labels) {
        int n = x.shape().dim(0);
        Expr row = wrapped(Exprs.iota(x, labels.type(), 0), n).reshape(n, 1);
        Expr column = wrapped(labels, width(x)).reshape(n, 1);
        Op pair = new Op.Concatenate(1);
        GatherDims dims = new GatherDims(Ints.EMPTY, Ints.of(0, 1), Ints.of(0, 1), 1);
        return Exprs.emit(new Op.Gather(dims, Ints.of(1, 1)), x, Exprs.emit(pair, row, column));
    }

    /** 1 where the class along a new last axis is the label, else 0. */
    static Expr oneHot(Expr labels, int classes) {
        Shape shape = labels.shape().insert(labels.type().rank(), classes);
        Expr axis = Exprs.iota(labels, labels.type().withShape(shape), shape.rank() - 1);
        return keepLast(labels).compare(Comparison.EQ, axis).convert(DType.F64);
    }

    private static Expr keepLast(Expr x) {
        return x.reshape(x.shape().dims().append(1).toArray());
    }
}
