package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ad.SoftmaxDerivative.Form;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;

/**
 * Forward mode: pushes tangents through a program. A tangent that is zero by structure is no value
 * at all ({@link Derivatives#NONE}), so nothing is computed for it. Every emitted equation that
 * depends on a tangent is linear in the tangents: {@link Transpose} and {@link Batch} rely on it.
 */
public final class Jvp implements Op.Visitor<int[]> {
    private final ProgramBuilder b;
    private final Derivatives derivatives;
    private final Program program;
    private final int[] primal;
    private final int[] tangent;
    private final Form form;
    private Equation equation;

    private Jvp(ProgramBuilder b, Program program, int[] primal, Form form) {
        this.b = b;
        this.form = form;
        this.derivatives = new Derivatives(b);
        this.program = program;
        this.primal = primal;
        this.tangent = new int[program.values()];
        Arrays.fill(tangent, NONE);
    }

    /**
     * Adds to {@code b} the program's equations and the tangents of its outputs.
     *
     * @param primal the ids in {@code b} of the program's inputs; receives those of its other
     *     values
     * @param inputs the program's inputs that move
     * @param directions their tangents in {@code b}
     * @return per output its tangent's id, or {@link Derivatives#NONE}
     */
    static int[] push(
            ProgramBuilder b,
            Program program,
            int[] primal,
            Ints inputs,
            Ints directions,
            Form form) {
        Jvp jvp = new Jvp(b, program, primal, form);
        for (int i = 0; i < inputs.size(); i++) {
            jvp.tangent[inputs.get(i)] = directions.get(i);
        }
        for (Equation e : program.equations()) {
            jvp.step(e);
        }
        return program.outputs().stream().map(v -> jvp.tangent[v]).toArray();
    }

    /**
     * The program (x, ẋ) → (f(x), ∂f ẋ), with one ẋ per input in {@code wrt} (positions in the
     * input list) after all the inputs; tangents that are zero by structure come out as zeros.
     */
    public static Program of(Program program, Ints wrt) {
        ProgramBuilder b = new ProgramBuilder(program.name() + "_jvp");
        int[] primal = inputs(b, program);
        Ints moving = program.inputs().pick(wrt);
        Ints directions = Ints.of(moving.stream().map(v -> b.input(program.type(v))).toArray());
        int[] tangents = push(b, program, primal, moving, directions, Form.DIRECT);
        Ints out = Ints.of(program.outputs().stream().map(v -> primal[v]).toArray());
        for (int i = 0; i < tangents.length; i++) {
            int zero = tangents[i];
            TensorType type = program.type(program.outputs().get(i));
            out = out.append(zero == NONE ? b.full(type, 0) : zero);
        }
        return b.build(out);
    }

    /** Gives a builder a program's inputs; returns the map of value ids, to be filled. */
    static int[] inputs(ProgramBuilder b, Program program) {
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        return map;
    }

    private void step(Equation e) {
        boolean still = e.inputs().stream().allMatch(v -> tangent[v] == NONE);
        if (still || !(e.op() instanceof Op.Scan || e.op() instanceof Op.Sort)) {
            b.copy(e, primal);
            b.at(null);
        }
        if (still) {
            return;
        }
        equation = e;
        b.at(e.location());
        try {
            int[] out = e.op().accept(this);
            for (int i = 0; i < out.length; i++) {
                tangent[e.outputs().get(i)] = out[i];
            }
        } catch (IrException ex) {
            throw e.place().map(ex::at).orElse(ex);
        }
        b.at(null);
    }

    private int x(int i) {
        return primal[equation.input(i)];
    }

    private int y(int i) {
        return primal[equation.outputs().get(i)];
    }

    private int dx(int i) {
        return tangent[equation.input(i)];
    }

    /** The tangent of operand i, zeros where there is none. */
    private int full(int i) {
        return dx(i) == NONE ? b.fullLike(x(i), 0) : dx(i);
    }

    private int scaled(int factor, int tangent) {
        return factor == NONE || tangent == NONE ? NONE : b.multiply(factor, tangent);
    }

    private int sum(int s, int t) {
        return s == NONE ? t : t == NONE ? s : b.add(s, t);
    }

    private static int[] one(int tangent) {
        return new int[] {tangent};
    }

    /** The same op on the tangent: for ops that are linear in their only moving operand. */
    private int[] linear(Op op) {
        return one(b.emit(op, dx(0)));
    }

    @Override
    public int[] constant(Op.Constant op) {
        return one(NONE);
    }

    @Override
    public int[] iota(Op.Iota op) {
        return one(NONE);
    }

    @Override
    public int[] compare(Op.Compare op) {
        return one(NONE);
    }

    @Override
    public int[] unary(Op.Unary op) {
        if (op.function() == UnaryFunction.NEGATE) {
            return linear(op);
        }
        return one(scaled(derivatives.unary(op.function(), x(0), y(0)), dx(0)));
    }

    @Override
    public int[] binary(Op.Binary op) {
        return one(
                switch (op.function()) {
                    case ADD -> sum(dx(0), dx(1));
                    case SUBTRACT ->
                            dx(0) == NONE
                                    ? b.negate(dx(1))
                                    : dx(1) == NONE ? dx(0) : b.subtract(dx(0), dx(1));
                    case MULTIPLY ->
                            x(0) == x(1) ? b.multiply(b.add(x(0), x(0)), dx(0)) : chain(op);
                    default -> chain(op);
                });
    }

    private int chain(Op.Binary op) {
        int first =
                dx(0) == NONE
                        ? NONE
                        : scaled(derivatives.first(op.function(), x(0), x(1), y(0)), dx(0));
        int second =
                dx(1) == NONE
                        ? NONE
                        : scaled(derivatives.second(op.function(), x(0), x(1), y(0)), dx(1));
        return sum(first, second);
    }

    @Override
    public int[] select(Op.Select op) {
        return one(b.select(x(0), full(1), full(2)));
    }

    /** JAX: the operand's tangent strictly between the bounds, else the bound's that holds. */
    @Override
    public int[] clamp(Op.Clamp op) {
        Shape shape = b.shape(x(1));
        int low = like(x(0), shape);
        int high = like(x(2), shape);
        int inside =
                b.binary(
                        BinaryFunction.AND,
                        b.compare(Comparison.GT, x(1), low),
                        b.compare(Comparison.LT, x(1), high));
        int atLow =
                b.binary(
                        BinaryFunction.AND,
                        b.compare(Comparison.GT, low, x(1)),
                        b.compare(Comparison.LT, low, high));
        int atHigh = b.compare(Comparison.LT, high, x(1));
        return one(sum(sum(masked(atLow, dx(0)), masked(inside, dx(1))), masked(atHigh, dx(2))));
    }

    private int masked(int mask, int tangent) {
        if (tangent == NONE) {
            return NONE;
        }
        int t = like(tangent, b.shape(mask));
        return b.select(mask, t, b.fullLike(t, 0));
    }

    private int like(int x, Shape shape) {
        return b.shape(x).equals(shape) ? x : b.broadcast(x, shape, Ints.EMPTY);
    }

    @Override
    public int[] convert(Op.Convert op) {
        return op.dtype().isFloat() ? linear(op) : one(NONE);
    }

    @Override
    public int[] broadcastInDim(Op.BroadcastInDim op) {
        return linear(op);
    }

    @Override
    public int[] reshape(Op.Reshape op) {
        return linear(op);
    }

    @Override
    public int[] transpose(Op.Transpose op) {
        return linear(op);
    }

    @Override
    public int[] slice(Op.Slice op) {
        return linear(op);
    }

    @Override
    public int[] reverse(Op.Reverse op) {
        return linear(op);
    }

    @Override
    public int[] concatenate(Op.Concatenate op) {
        int[] parts = new int[equation.inputs().size()];
        Arrays.setAll(parts, this::full);
        return one(b.emit(op, parts));
    }

    @Override
    public int[] pad(Op.Pad op) {
        return one(b.emit(op, full(0), full(1)));
    }

    /** Bilinear: d(a·b) = da·b + a·db. */
    @Override
    public int[] dotGeneral(Op.DotGeneral op) {
        int left = dx(0) == NONE ? NONE : b.emit(op, dx(0), x(1));
        int right = dx(1) == NONE ? NONE : b.emit(op, x(0), dx(1));
        return one(sum(left, right));
    }

    @Override
    public int[] reduce(Op.Reduce op) {
        return one(
                switch (op.combiner()) {
                    case ADD -> reduceAdd(op);
                    case MINIMUM, MAXIMUM -> reduceExtreme(op);
                    case MULTIPLY -> reduceMultiply(op);
                    case AND, OR, XOR, SET -> NONE;
                });
    }

    private int reduceAdd(Op.Reduce op) {
        int init = dx(1) == NONE ? NONE : b.broadcast(dx(1), b.shape(y(0)), Ints.EMPTY);
        return sum(dx(0) == NONE ? NONE : b.sum(dx(0), op.dims()), init);
    }

    /**
     * The mean of the tangents of all elements that equal the extreme; a moving start is one more.
     */
    private int reduceExtreme(Op.Reduce op) {
        Ints kept = Ints.range(b.shape(x(0)).rank()).filter(a -> !op.dims().contains(a));
        int tied = equal(x(0), b.broadcast(y(0), b.shape(x(0)), kept));
        int count = b.sum(tied, op.dims());
        int total = dx(0) == NONE ? NONE : b.sum(b.multiply(tied, dx(0)), op.dims());
        if (dx(1) != NONE) {
            Shape shape = b.shape(y(0));
            int start = equal(like(x(1), shape), y(0));
            count = b.add(count, start);
            total = sum(total, b.multiply(start, like(dx(1), shape)));
        }
        return b.divide(total, b.binary(BinaryFunction.MAXIMUM, count, b.fullLike(y(0), 1)));
    }

    private int equal(int x, int y) {
        return b.convert(b.compare(Comparison.EQ, x, y), b.type(x).dtype());
    }

    /** Differentiates the product as a tree of pairwise products, which is exact at zeros. */
    private int reduceMultiply(Op.Reduce op) {
        Program tree = ProductTree.of(b.type(x(0)), op.dims());
        int[] map = new int[tree.values()];
        Jvp inner = new Jvp(b, tree, map, form);
        for (int i = 0; i < 2; i++) {
            map[tree.inputs().get(i)] = x(i);
            inner.tangent[tree.inputs().get(i)] = dx(i);
        }
        tree.equations().forEach(inner::step);
        return inner.tangent[tree.outputs().get(0)];
    }

    @Override
    public int[] logSumExp(Op.LogSumExp op) {
        return one(new SoftmaxDerivative(b, op.dims()).logSumExp(x(0), dx(0)));
    }

    @Override
    public int[] softmax(Op.Softmax op) {
        return one(new SoftmaxDerivative(b, op.dims()).softmax(x(0), y(0), dx(0), form));
    }

    /** The extreme value's tangent is that of the element whose index won. */
    @Override
    public int[] argReduce(Op.ArgReduce op) {
        if (dx(2) != NONE) {
            throw new IrException(op.name() + ": no derivative with respect to its initial value");
        }
        Ints kept = Ints.range(b.shape(x(0)).rank()).filter(a -> a != op.dim());
        int winner = b.broadcast(y(1), b.shape(x(0)), kept);
        int mask = b.compare(Comparison.EQ, x(1), winner);
        return new int[] {b.sum(masked(mask, dx(0)), Ints.of(op.dim())), NONE};
    }

    @Override
    public int[] gather(Op.Gather op) {
        return one(b.emit(op, dx(0), x(1)));
    }

    @Override
    public int[] windows(Op.Windows op) {
        return linear(op);
    }

    @Override
    public int[] foldWindows(Op.FoldWindows op) {
        return linear(op);
    }

    @Override
    public int[] whileLoop(Op.While op) {
        throw new IrException(
                "while: the number of steps is not a constant of the program, so the loop has no"
                    + " reverse derivative; write it as lax.scan or fori_loop with fixed bounds, or"
                    + " export grad.mlir");
    }

    @Override
    public int[] cholesky(Op.Cholesky op) {
        return one(new MatrixDerivatives(b).cholesky(y(0), dx(0)));
    }

    @Override
    public int[] triangularSolve(Op.TriangularSolve op) {
        return one(new MatrixDerivatives(b).triangularSolve(op, x(0), y(0), dx(0), dx(1)));
    }

    @Override
    public int[] lu(Op.Lu op) {
        return new int[] {new MatrixDerivatives(b).lu(y(0), y(2), dx(0)), NONE, NONE, NONE};
    }

    @Override
    public int[] eigh(Op.Eigh op) {
        return new MatrixDerivatives(b).eigh(y(0), y(1), dx(0));
    }

    @Override
    public int[] bitcast(Op.Bitcast op) {
        return one(NONE);
    }

    /** Rounding is taken for the identity, as JAX does. */
    @Override
    public int[] reducePrecision(Op.ReducePrecision op) {
        return one(dx(0));
    }

    /** The loop is emitted anew, with what its tangent needs of every step among its results. */
    @Override
    public int[] scan(Op.Scan op) {
        ScanDerivative.Result result =
                new ScanDerivative(b, op, operands().toArray(), tangents().toArray(), form).jvp();
        results(result.primal());
        return result.tangents();
    }

    private void results(Ints values) {
        for (int i = 0; i < equation.outputs().size(); i++) {
            primal[equation.outputs().get(i)] = values.get(i);
        }
    }

    /** The operands are sorted anew, together with their places, which the tangents follow. */
    @Override
    public int[] sort(Op.Sort op) {
        SortDerivative sort = new SortDerivative(b, op, operands());
        results(sort.sorted());
        return tangents().stream().map(t -> t == NONE ? NONE : sort.permuted(t)).toArray();
    }

    @Override
    public int[] choice(Op.Case op) {
        return CaseDerivative.jvp(b, op, operands(), tangents(), form);
    }

    private Ints operands() {
        return Ints.of(equation.inputs().stream().map(v -> primal[v]).toArray());
    }

    private Ints tangents() {
        return Ints.of(equation.inputs().stream().map(v -> tangent[v]).toArray());
    }

    @Override
    public int[] scatter(Op.Scatter op) {
        return one(new ScatterDerivative(b, op, x(0), x(1), x(2), y(0)).jvp(dx(0), dx(2)));
    }
}
