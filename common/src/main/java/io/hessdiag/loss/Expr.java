package io.hessdiag.loss;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;

/**
 * A value in a {@link LossBuilder}'s program. Two operands are broadcast to a common shape by
 * NumPy's rules; their element types must be equal, numbers adapt. Axes may count from the end (-1
 * is the last).
 */
public final class Expr {
    final ProgramBuilder program;
    final int id;

    Expr(ProgramBuilder program, int id) {
        this.program = program;
        this.id = id;
    }

    public TensorType type() {
        return program.type(id);
    }

    public Shape shape() {
        return type().shape();
    }

    private Expr expr(int value) {
        return new Expr(program, value);
    }

    /** A scalar of this expression's element type. */
    private Expr number(double value) {
        return expr(program.scalar(type().dtype(), value));
    }

    /** A constant of this expression's program. */
    public Expr constant(Tensor value) {
        return expr(program.constant(value));
    }

    // Functions of one operand.

    public Expr apply(UnaryFunction f) {
        return expr(program.unary(f, id));
    }

    public Expr negate() {
        return apply(UnaryFunction.NEGATE);
    }

    public Expr abs() {
        return apply(UnaryFunction.ABS);
    }

    public Expr exp() {
        return apply(UnaryFunction.EXPONENTIAL);
    }

    public Expr log() {
        return apply(UnaryFunction.LOG);
    }

    public Expr sqrt() {
        return apply(UnaryFunction.SQRT);
    }

    public Expr square() {
        return mul(this);
    }

    public Expr tanh() {
        return apply(UnaryFunction.TANH);
    }

    public Expr sigmoid() {
        return apply(UnaryFunction.LOGISTIC);
    }

    /** max(x, 0) with derivative 0 at 0. */
    public Expr relu() {
        return apply(UnaryFunction.RELU);
    }

    /** log(1 + eˣ). */
    public Expr softplus() {
        return apply(BinaryFunction.LOGADDEXP, number(0));
    }

    public Expr convert(DType dtype) {
        return expr(program.convert(id, dtype));
    }

    // Functions of two operands.

    public Expr apply(BinaryFunction f, Expr other) {
        Shape shape = common(other);
        return expr(program.binary(f, broadcast(shape).id, other.broadcast(shape).id));
    }

    public Expr add(Expr other) {
        return apply(BinaryFunction.ADD, other);
    }

    public Expr add(double other) {
        return add(number(other));
    }

    public Expr sub(Expr other) {
        return apply(BinaryFunction.SUBTRACT, other);
    }

    public Expr sub(double other) {
        return sub(number(other));
    }

    public Expr mul(Expr other) {
        return apply(BinaryFunction.MULTIPLY, other);
    }

    public Expr mul(double other) {
        return mul(number(other));
    }

    public Expr div(Expr other) {
        return apply(BinaryFunction.DIVIDE, other);
    }

    public Expr div(double other) {
        return div(number(other));
    }

    public Expr pow(double exponent) {
        return apply(BinaryFunction.POWER, number(exponent));
    }

    public Expr max(Expr other) {
        return apply(BinaryFunction.MAXIMUM, other);
    }

    public Expr min(Expr other) {
        return apply(BinaryFunction.MINIMUM, other);
    }

    /** An i1 tensor. */
    public Expr compare(Comparison direction, Expr other) {
        Shape shape = common(other);
        return expr(program.compare(direction, broadcast(shape).id, other.broadcast(shape).id));
    }

    /** {@code this ? onTrue : onFalse} for an i1 tensor. */
    public Expr select(Expr onTrue, Expr onFalse) {
        Shape shape = common(shape(), onTrue.common(onFalse));
        return expr(
                program.select(
                        broadcast(shape).id,
                        onTrue.broadcast(shape).id,
                        onFalse.broadcast(shape).id));
    }

    // Shapes.

    public Expr reshape(int... dims) {
        return expr(program.reshape(id, Shape.of(dims)));
    }

    /**
     * The result's axis i is this one's axis {@code permutation[i]}; without any, axes reversed.
     */
    public Expr transpose(int... permutation) {
        int rank = type().rank();
        Ints axes =
                permutation.length > 0 || rank == 0
                        ? axes(permutation)
                        : Ints.of(Ints.range(rank).stream().map(a -> rank - 1 - a).toArray());
        return expr(program.transpose(id, axes));
    }

    /** NumPy's {@code broadcast_to}: axes align from the last. */
    public Expr broadcast(Shape to) {
        int shift = to.rank() - type().rank();
        if (shift < 0) {
            throw new LossException("cannot broadcast " + type() + " to shape " + to);
        }
        return expr(program.broadcast(id, to, Ints.range(shift, to.rank())));
    }

    private Shape common(Expr other) {
        return common(shape(), other.shape());
    }

    private static Shape common(Shape a, Shape b) {
        int[] dims = new int[Math.max(a.rank(), b.rank())];
        for (int i = 1; i <= dims.length; i++) {
            int m = i > a.rank() ? 1 : a.dim(a.rank() - i);
            int n = i > b.rank() ? 1 : b.dim(b.rank() - i);
            if (m != n && m != 1 && n != 1) {
                throw new LossException("shapes do not broadcast: " + a + " and " + b);
            }
            dims[dims.length - i] = m == 1 ? n : m;
        }
        return Shape.of(dims);
    }

    private Ints axes(int... axes) {
        int rank = type().rank();
        int[] out = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] < -rank || axes[i] >= rank) {
                throw new LossException("axis " + axes[i] + " is outside " + type());
            }
            out[i] = Math.floorMod(axes[i], rank);
        }
        return Ints.of(out);
    }

    // Sums and products.

    /** Over these axes, or over all if none are named. */
    public Expr sum(int... axes) {
        return expr(program.sum(id, over(axes)));
    }

    public Expr mean(int... axes) {
        double count =
                over(axes).stream().mapToDouble(a -> shape().dim(a)).reduce(1, (a, b) -> a * b);
        return sum(axes).div(count);
    }

    /** The largest element along these axes, or of all. */
    public Expr amax(int... axes) {
        Expr start = number(Double.NEGATIVE_INFINITY);
        return expr(program.emit(new Op.Reduce(Combiner.MAXIMUM, over(axes)), id, start.id));
    }

    private Ints over(int... axes) {
        return axes.length == 0 ? Ints.range(type().rank()) : axes(axes);
    }

    /** log Σ eˣ along one axis, shifted by the maximum as {@code jax.nn.logsumexp} does. */
    public Expr logSumExp(int axis) {
        Expr max = amax(axis).keep(this, axis);
        Expr sum = sub(max).exp().sum(axis);
        return sum.log().add(max.reshape(sum.shape().toArray()));
    }

    /** x − log Σ eˣ along one axis. */
    public Expr logSoftmax(int axis) {
        Expr shifted = sub(amax(axis).keep(this, axis));
        return shifted.sub(shifted.exp().sum(axis).log().keep(this, axis));
    }

    /** This reduction of {@code operand} over one axis with that axis back, of size 1. */
    private Expr keep(Expr operand, int axis) {
        Ints dims = operand.shape().dims().with(operand.axes(axis).get(0), 1);
        return reshape(dims.toArray());
    }

    /** NumPy's matmul for operands of rank 1 or 2. */
    public Expr matmul(Expr other) {
        if (type().rank() < 1
                || type().rank() > 2
                || other.type().rank() < 1
                || other.type().rank() > 2) {
            throw new LossException(
                    "matmul of "
                            + type()
                            + " and "
                            + other.type()
                            + ": expected ranks 1 or 2 (see dotGeneral)");
        }
        return dotGeneral(other, Ints.EMPTY, Ints.EMPTY, Ints.of(type().rank() - 1), Ints.of(0));
    }

    /** StableHLO's dot_general: batch axes, then the free ones of this, then of the other. */
    public Expr dotGeneral(
            Expr other, Ints batch, Ints otherBatch, Ints contract, Ints otherContract) {
        return expr(
                program.emit(
                        new Op.DotGeneral(batch, otherBatch, contract, otherContract),
                        id,
                        other.id));
    }

    /**
     * For rows x (N × C) and integer labels (N): x[n, labels[n]], shape N. A label outside 0..C−1
     * takes the nearest class, as gather clamps.
     */
    public Expr pick(Expr labels) {
        if (type().rank() != 2
                || labels.type().rank() != 1
                || labels.shape().dim(0) != shape().dim(0)) {
            throw new LossException(
                    "pick from "
                            + type()
                            + " by "
                            + labels.type()
                            + ": expected a matrix and one label per row");
        }
        Expr column = labels.reshape(shape().dim(0), 1);
        GatherDims dims =
                new GatherDims(Ints.EMPTY, Ints.of(1), Ints.of(0), Ints.of(0), Ints.of(1), 1);
        return expr(program.emit(new Op.Gather(dims, Ints.of(1, 1)), id, column.id));
    }

    /** Rows of a table (V × ...) by integer indices of any shape: an embedding. */
    public Expr rows(Expr indices) {
        int rank = indices.type().rank();
        int rest = type().rank() - 1;
        Expr starts = indices.reshape(indices.shape().dims().append(1).toArray());
        GatherDims dims =
                new GatherDims(Ints.range(rank, rank + rest), Ints.of(0), Ints.of(0), rank);
        Ints sizes = shape().dims().with(0, 1);
        return expr(program.emit(new Op.Gather(dims, sizes), id, starts.id));
    }

    /**
     * Mean over rows of −log softmax(this)[label]: cross-entropy of logits (N × C) and labels (N).
     */
    public Expr softmaxCrossEntropy(Expr labels) {
        return logSoftmax(-1).pick(labels).mean().negate();
    }
}
