package io.hessdiag.examples;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Op;
import io.hessdiag.tensor.Ints;

/**
 * The operands in which an op is linear taken together, given which of them are sums over examples:
 * f(Σ xₙ + r, …) = Σ f(xₙ, …) + f(r, …). Empty when it is not linear in those.
 */
final class Linearity implements Op.Visitor<Ints> {
    private static final Ints FIRST = Ints.of(0);
    private static final Ints BOTH = Ints.of(0, 1);

    private final int operands;
    private final Ints sums;

    private Linearity(int operands, Ints sums) {
        this.operands = operands;
        this.sums = sums;
    }

    /**
     * @param sums positions of the operands that are sums
     */
    static Ints of(Op op, int operands, Ints sums) {
        return op.accept(new Linearity(operands, sums));
    }

    private static Ints not() {
        return Ints.EMPTY;
    }

    private Ints within(Ints positions) {
        return sums.stream().allMatch(positions::contains) ? positions : not();
    }

    /** Products are linear in either factor. */
    private Ints one() {
        return sums.size() == 1 ? sums : not();
    }

    @Override
    public Ints constant(Op.Constant op) {
        return not();
    }

    @Override
    public Ints iota(Op.Iota op) {
        return not();
    }

    @Override
    public Ints unary(Op.Unary op) {
        return switch (op.function()) {
            case NEGATE, STOP_GRADIENT -> FIRST;
            default -> not();
        };
    }

    @Override
    public Ints binary(Op.Binary op) {
        return switch (op.function()) {
            case ADD, SUBTRACT -> BOTH;
            case MULTIPLY -> one();
            case DIVIDE -> within(FIRST);
            default -> not();
        };
    }

    @Override
    public Ints compare(Op.Compare op) {
        return not();
    }

    @Override
    public Ints select(Op.Select op) {
        return within(Ints.of(1, 2));
    }

    @Override
    public Ints clamp(Op.Clamp op) {
        return not();
    }

    @Override
    public Ints convert(Op.Convert op) {
        return op.dtype().isFloat() ? FIRST : not();
    }

    /** Rounding is taken for the identity, as its derivative is. */
    @Override
    public Ints reducePrecision(Op.ReducePrecision op) {
        return FIRST;
    }

    @Override
    public Ints broadcastInDim(Op.BroadcastInDim op) {
        return FIRST;
    }

    @Override
    public Ints reshape(Op.Reshape op) {
        return FIRST;
    }

    @Override
    public Ints transpose(Op.Transpose op) {
        return FIRST;
    }

    @Override
    public Ints slice(Op.Slice op) {
        return FIRST;
    }

    @Override
    public Ints reverse(Op.Reverse op) {
        return FIRST;
    }

    @Override
    public Ints concatenate(Op.Concatenate op) {
        return Ints.range(operands);
    }

    @Override
    public Ints pad(Op.Pad op) {
        return BOTH;
    }

    @Override
    public Ints dotGeneral(Op.DotGeneral op) {
        return one();
    }

    @Override
    public Ints reduce(Op.Reduce op) {
        return op.combiner() == Combiner.ADD ? BOTH : not();
    }

    @Override
    public Ints logSumExp(Op.LogSumExp op) {
        return not();
    }

    @Override
    public Ints softmax(Op.Softmax op) {
        return not();
    }

    @Override
    public Ints argReduce(Op.ArgReduce op) {
        return not();
    }

    @Override
    public Ints gather(Op.Gather op) {
        return within(FIRST);
    }

    @Override
    public Ints scatter(Op.Scatter op) {
        return switch (op.combiner()) {
            case ADD, SET -> within(Ints.of(0, 2));
            default -> not();
        };
    }

    @Override
    public Ints windows(Op.Windows op) {
        return FIRST;
    }

    @Override
    public Ints foldWindows(Op.FoldWindows op) {
        return FIRST;
    }

    /** Of loops and branches {@link BodyRoles} knows more. */
    @Override
    public Ints scan(Op.Scan op) {
        return not();
    }

    @Override
    public Ints whileLoop(Op.While op) {
        return not();
    }

    @Override
    public Ints choice(Op.Case op) {
        return not();
    }

    @Override
    public Ints sort(Op.Sort op) {
        return not();
    }

    @Override
    public Ints cholesky(Op.Cholesky op) {
        return not();
    }

    @Override
    public Ints triangularSolve(Op.TriangularSolve op) {
        return within(Ints.of(1));
    }

    @Override
    public Ints lu(Op.Lu op) {
        return not();
    }

    @Override
    public Ints eigh(Op.Eigh op) {
        return not();
    }

    @Override
    public Ints bitcast(Op.Bitcast op) {
        return not();
    }
}
