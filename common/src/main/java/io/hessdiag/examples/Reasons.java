package io.hessdiag.examples;

import io.hessdiag.ir.Op;

/** What an op does to examples that it does not keep apart, in words. */
final class Reasons implements Op.Visitor<String> {
    private static final Reasons VISITOR = new Reasons();

    private Reasons() {}

    static String of(Op op) {
        return op.accept(VISITOR);
    }

    /** For operands whose examples do not lie along the same axis. */
    static String pairs() {
        return "combines every example with every other one";
    }

    static String sum(Op op) {
        return op instanceof Op.Unary || op instanceof Op.Binary || op instanceof Op.Clamp
                ? "is taken of a sum over all examples, and what comes out is no such sum"
                : "is not linear in a sum over all examples that it gets";
    }

    static String sumAndEach() {
        return "gives a sum over all examples, a batch statistic say, to every single example";
    }

    /** For values that parameters make and that differ from example to example. */
    static String rows() {
        return "gives every example its own part of what is computed from the parameters";
    }

    private static String matrices() {
        return "takes the examples for rows or columns of one matrix";
    }

    private static String elementwise() {
        return pairs();
    }

    @Override
    public String constant(Op.Constant op) {
        return "has other values for every example";
    }

    @Override
    public String iota(Op.Iota op) {
        return "numbers the examples";
    }

    @Override
    public String unary(Op.Unary op) {
        return elementwise();
    }

    @Override
    public String binary(Op.Binary op) {
        return elementwise();
    }

    @Override
    public String compare(Op.Compare op) {
        return elementwise();
    }

    @Override
    public String select(Op.Select op) {
        return elementwise();
    }

    @Override
    public String clamp(Op.Clamp op) {
        return elementwise();
    }

    @Override
    public String convert(Op.Convert op) {
        return elementwise();
    }

    @Override
    public String reducePrecision(Op.ReducePrecision op) {
        return elementwise();
    }

    @Override
    public String broadcastInDim(Op.BroadcastInDim op) {
        return elementwise();
    }

    @Override
    public String reshape(Op.Reshape op) {
        return "arranges the examples anew, so that one axis no longer holds them all";
    }

    @Override
    public String transpose(Op.Transpose op) {
        return elementwise();
    }

    @Override
    public String slice(Op.Slice op) {
        return "takes some of the examples and leaves others";
    }

    @Override
    public String concatenate(Op.Concatenate op) {
        return "puts something beside the examples, along their axis";
    }

    @Override
    public String pad(Op.Pad op) {
        return "shifts or pads the examples along their axis";
    }

    @Override
    public String reverse(Op.Reverse op) {
        return "reverses the order of the examples";
    }

    @Override
    public String dotGeneral(Op.DotGeneral op) {
        return pairs();
    }

    @Override
    public String reduce(Op.Reduce op) {
        return switch (op.combiner()) {
            case ADD, SET -> "adds up the examples";
            case MULTIPLY -> "multiplies the examples with each other";
            case MINIMUM -> "takes the minimum over the examples";
            case MAXIMUM -> "takes the maximum over the examples";
            case AND, OR, XOR -> "combines a truth value of all examples";
        };
    }

    @Override
    public String logSumExp(Op.LogSumExp op) {
        return "sums over the examples inside a logarithm";
    }

    @Override
    public String softmax(Op.Softmax op) {
        return "divides every example by a sum over all of them";
    }

    @Override
    public String argReduce(Op.ArgReduce op) {
        return "looks for the extreme one of the examples";
    }

    @Override
    public String gather(Op.Gather op) {
        return "reads examples by their number";
    }

    @Override
    public String scatter(Op.Scatter op) {
        return "writes to examples by their number";
    }

    @Override
    public String windows(Op.Windows op) {
        return "has windows of neighbouring examples";
    }

    @Override
    public String foldWindows(Op.FoldWindows op) {
        return "has windows of neighbouring examples";
    }

    @Override
    public String scan(Op.Scan op) {
        return "goes from example to example";
    }

    @Override
    public String whileLoop(Op.While op) {
        return "runs until something holds for all examples";
    }

    @Override
    public String choice(Op.Case op) {
        return "chooses one branch for all examples";
    }

    @Override
    public String sort(Op.Sort op) {
        return "puts the examples in order";
    }

    @Override
    public String cholesky(Op.Cholesky op) {
        return matrices();
    }

    @Override
    public String triangularSolve(Op.TriangularSolve op) {
        return matrices();
    }

    @Override
    public String lu(Op.Lu op) {
        return matrices();
    }

    @Override
    public String eigh(Op.Eigh op) {
        return matrices();
    }

    @Override
    public String bitcast(Op.Bitcast op) {
        return "takes the examples for the bytes of one number";
    }
}
