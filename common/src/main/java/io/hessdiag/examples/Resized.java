package io.hessdiag.examples;

import io.hessdiag.ir.Op;

/** An op's attributes for another number of examples, given how its equation is aligned. */
final class Resized implements Op.Visitor<Op> {
    private final Alignment alignment;
    private final int from;
    private final int to;

    private Resized(Alignment alignment, int from, int to) {
        this.alignment = alignment;
        this.from = from;
        this.to = to;
    }

    static Op of(Op op, Alignment alignment, int from, int to) {
        return op.accept(new Resized(alignment, from, to));
    }

    private ExampleAxis operand() {
        return alignment.operands().get(0);
    }

    private ExampleAxis result() {
        return alignment.results().get(0);
    }

    @Override
    public Op constant(Op.Constant op) {
        return new Op.Constant(ExampleRows.of(op.value(), result(), from, 0, to));
    }

    @Override
    public Op iota(Op.Iota op) {
        return new Op.Iota(result().resized(op.type(), to), op.dim());
    }

    @Override
    public Op broadcastInDim(Op.BroadcastInDim op) {
        return new Op.BroadcastInDim(result().resized(op.shape(), to), op.dims());
    }

    @Override
    public Op reshape(Op.Reshape op) {
        return new Op.Reshape(result().resized(op.shape(), to));
    }

    /** Blocks of all examples, or every so many-th element of each: see {@link Alignments}. */
    @Override
    public Op slice(Op.Slice op) {
        int a = operand().axis();
        if (a < 0) {
            return op;
        }
        boolean blocks = operand().inner() == result().inner();
        int start = blocks ? op.start().get(a) / from * to : op.start().get(a);
        int limit = blocks ? start + result().size(to) : operand().size(to);
        return new Op.Slice(op.start().with(a, start), op.limit().with(a, limit), op.strides());
    }

    /** A whole axis of the operand is a whole axis of the slices. */
    @Override
    public Op gather(Op.Gather op) {
        int a = operand().axis();
        return a < 0 || op.dims().operandBatchingDims().contains(a)
                ? op
                : new Op.Gather(op.dims(), op.sliceSizes().with(a, operand().size(to)));
    }

    @Override
    public Op foldWindows(Op.FoldWindows op) {
        return new Op.FoldWindows(op.spec(), result().resized(op.shape(), to));
    }

    /** A map over the examples; bodies with examples inside are {@link Emission}'s matter. */
    @Override
    public Op scan(Op.Scan op) {
        return new Op.Scan(
                op.constants(), op.carries(), result().size(to), op.reverse(), op.body());
    }

    @Override
    public Op unary(Op.Unary op) {
        return op;
    }

    @Override
    public Op binary(Op.Binary op) {
        return op;
    }

    @Override
    public Op compare(Op.Compare op) {
        return op;
    }

    @Override
    public Op select(Op.Select op) {
        return op;
    }

    @Override
    public Op clamp(Op.Clamp op) {
        return op;
    }

    @Override
    public Op convert(Op.Convert op) {
        return op;
    }

    @Override
    public Op transpose(Op.Transpose op) {
        return op;
    }

    @Override
    public Op concatenate(Op.Concatenate op) {
        return op;
    }

    @Override
    public Op pad(Op.Pad op) {
        return op;
    }

    @Override
    public Op reverse(Op.Reverse op) {
        return op;
    }

    @Override
    public Op dotGeneral(Op.DotGeneral op) {
        return op;
    }

    @Override
    public Op reduce(Op.Reduce op) {
        return op;
    }

    @Override
    public Op logSumExp(Op.LogSumExp op) {
        return op;
    }

    @Override
    public Op softmax(Op.Softmax op) {
        return op;
    }

    @Override
    public Op argReduce(Op.ArgReduce op) {
        return op;
    }

    @Override
    public Op scatter(Op.Scatter op) {
        return op;
    }

    @Override
    public Op windows(Op.Windows op) {
        return op;
    }

    @Override
    public Op whileLoop(Op.While op) {
        return op;
    }

    @Override
    public Op sort(Op.Sort op) {
        return op;
    }

    @Override
    public Op choice(Op.Case op) {
        return op;
    }

    @Override
    public Op cholesky(Op.Cholesky op) {
        return op;
    }

    @Override
    public Op triangularSolve(Op.TriangularSolve op) {
        return op;
    }

    @Override
    public Op lu(Op.Lu op) {
        return op;
    }

    @Override
    public Op eigh(Op.Eigh op) {
        return op;
    }

    @Override
    public Op bitcast(Op.Bitcast op) {
        return op;
    }

    @Override
    public Op reducePrecision(Op.ReducePrecision op) {
        return op;
    }
}
