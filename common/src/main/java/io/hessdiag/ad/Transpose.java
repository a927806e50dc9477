package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.Types;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;

/**
 * Reverse mode: pulls cotangents back through equations that are linear in some of their operands.
 * One rule per op: for y = A x, x̄ += Aᵀ ȳ.
 */
final class Transpose implements Op.Visitor<Void> {
    private final ProgramBuilder b;
    private final Types linear;
    private final boolean[] moving;
    private final int[] value;
    private final int[] cotangent;
    private Equation equation;
    private int ct;

    /**
     * @param b where the transposed equations go
     * @param linear the types of the linear equations' values
     * @param moving which of its values depend on the tangents
     * @param value for each of its other values the id in {@code b}
     */
    Transpose(ProgramBuilder b, Types linear, boolean[] moving, int[] value) {
        this.b = b;
        this.linear = linear;
        this.moving = moving;
        this.value = value;
        this.cotangent = new int[moving.length];
        Arrays.fill(cotangent, NONE);
    }

    /** The cotangent of a value; {@link Derivatives#NONE} when it is zero by structure. */
    int cotangent(int v) {
        return cotangent[v];
    }

    /** Adds to the cotangent of a value, if it moves. */
    void add(int v, int contribution) {
        if (moving[v]) {
            cotangent[v] = cotangent[v] == NONE ? contribution : b.add(cotangent[v], contribution);
        }
    }

    /** Pulls the cotangents that have been added back through the equations. */
    void pull(List<Equation> equations) {
        for (int i = equations.size() - 1; i >= 0; i--) {
            equation = equations.get(i);
            ct = cotangent[equation.outputs().get(0)];
            if (equation.outputs().stream().anyMatch(v -> cotangent[v] != NONE)) {
                b.at(equation.location());
                equation.op().accept(this);
            }
        }
        b.at(null);
    }

    private boolean moves(int i) {
        return moving[equation.input(i)];
    }

    private int constant(int i) {
        return value[equation.input(i)];
    }

    private TensorType type(int i) {
        return linear.type(equation.input(i));
    }

    private Void give(int i, int contribution) {
        add(equation.input(i), contribution);
        return null;
    }

    private Void notLinear() {
        throw new IrException(equation.op().name() + ": not linear in its operand");
    }

    @Override
    public Void constant(Op.Constant op) {
        return notLinear();
    }

    @Override
    public Void iota(Op.Iota op) {
        return notLinear();
    }

    @Override
    public Void compare(Op.Compare op) {
        return notLinear();
    }

    @Override
    public Void clamp(Op.Clamp op) {
        return notLinear();
    }

    @Override
    public Void logSumExp(Op.LogSumExp op) {
        return notLinear();
    }

    @Override
    public Void softmax(Op.Softmax op) {
        return notLinear();
    }

    @Override
    public Void argReduce(Op.ArgReduce op) {
        return notLinear();
    }

    @Override
    public Void unary(Op.Unary op) {
        return switch (op.function()) {
            case NEGATE -> give(0, b.negate(ct));
            default -> notLinear();
        };
    }

    @Override
    public Void binary(Op.Binary op) {
        return switch (op.function()) {
            case ADD -> {
                give(0, ct);
                yield give(1, ct);
            }
            case SUBTRACT -> {
                give(0, ct);
                yield moves(1) ? give(1, b.negate(ct)) : null;
            }
            case MULTIPLY ->
                    moves(0)
                            ? give(0, b.multiply(constant(1), ct))
                            : give(1, b.multiply(constant(0), ct));
            case DIVIDE -> moves(1) ? notLinear() : give(0, b.divide(ct, constant(1)));
            default -> notLinear();
        };
    }

    @Override
    public Void select(Op.Select op) {
        int zero = b.fullLike(ct, 0);
        if (moves(1)) {
            give(1, b.select(constant(0), ct, zero));
        }
        return moves(2) ? give(2, b.select(constant(0), zero, ct)) : null;
    }

    @Override
    public Void convert(Op.Convert op) {
        return give(0, b.convert(ct, type(0).dtype()));
    }

    /** Sums over the axes along which the operand was repeated. */
    @Override
    public Void broadcastInDim(Op.BroadcastInDim op) {
        Shape from = type(0).shape();
        Ints kept =
                Ints.range(from.rank())
                        .filter(i -> from.dim(i) == op.shape().dim(op.dims().get(i)));
        Ints same = op.dims().pick(kept);
        int sum = b.sum(ct, Ints.range(op.shape().rank()).filter(a -> !same.contains(a)));
        Ints sorted = Ints.of(same.stream().sorted().toArray());
        Ints order = Ints.of(same.stream().map(sorted::indexOf).toArray());
        return give(0, b.reshape(b.transpose(sum, order), from));
    }

    @Override
    public Void reshape(Op.Reshape op) {
        return give(0, b.reshape(ct, type(0).shape()));
    }

    @Override
    public Void transpose(Op.Transpose op) {
        return give(0, b.transpose(ct, op.permutation().inverse()));
    }

    @Override
    public Void reverse(Op.Reverse op) {
        return give(0, b.emit(op, ct));
    }

    /** Pads back to the operand's shape. */
    @Override
    public Void slice(Op.Slice op) {
        Shape from = type(0).shape();
        int rank = from.rank();
        int[] high = new int[rank];
        int[] interior = new int[rank];
        for (int i = 0; i < rank; i++) {
            int n = b.shape(ct).dim(i);
            interior[i] = op.strides().get(i) - 1;
            int covered = n == 0 ? 0 : (n - 1) * op.strides().get(i) + 1;
            high[i] = from.dim(i) - op.start().get(i) - covered;
        }
        return give(
                0,
                b.emit(
                        new Op.Pad(op.start(), Ints.of(high), Ints.of(interior)),
                        ct,
                        b.scalar(type(0).dtype(), 0)));
    }

    @Override
    public Void concatenate(Op.Concatenate op) {
        int start = 0;
        for (int i = 0; i < equation.inputs().size(); i++) {
            int size = type(i).shape().dim(op.dim());
            Ints dims = b.shape(ct).dims();
            if (moves(i)) {
                give(
                        i,
                        b.emit(
                                new Op.Slice(
                                        Ints.repeat(0, dims.size()).with(op.dim(), start),
                                        dims.with(op.dim(), start + size),
                                        Ints.repeat(1, dims.size())),
                                ct));
            }
            start += size;
        }
        return null;
    }

    /** Crops what was padded; the padding value gets everything that the operand does not. */
    @Override
    public Void pad(Op.Pad op) {
        int rank = op.low().size();
        Ints minusLow = Ints.of(op.low().stream().map(v -> -v).toArray());
        Ints minusHigh = Ints.of(op.high().stream().map(v -> -v).toArray());
        int zero = b.scalar(type(0).dtype(), 0);
        int cropped = b.emit(new Op.Pad(minusLow, minusHigh, Ints.repeat(0, rank)), ct, zero);
        Ints strides = op.interior().plus(1);
        int inner =
                strides.allEqual(1)
                        ? cropped
                        : b.emit(
                                new Op.Slice(
                                        Ints.repeat(0, rank), b.shape(cropped).dims(), strides),
                                cropped);
        give(0, inner);
        if (moves(1)) {
            Ints all = Ints.range(rank);
            give(1, b.subtract(b.sum(ct, all), b.sum(inner, all)));
        }
        return null;
    }

    /**
     * For Z = X·Y: X̄ contracts Z̄ with Y over Y's free axes, Ȳ contracts X with Z̄ over X's free
     * axes; the result's axes are then put into the operand's order.
     */
    @Override
    public Void dotGeneral(Op.DotGeneral op) {
        int lhsRank = type(0).rank();
        int rhsRank = type(1).rank();
        int batch = op.lhsBatch().size();
        Ints lhsFree = op.lhsFree(lhsRank);
        Ints rhsFree = op.rhsFree(rhsRank);
        Ints ctBatch = Ints.range(batch);
        Ints ctLhs = Ints.range(lhsFree.size()).plus(batch);
        Ints ctRhs = Ints.range(rhsFree.size()).plus(batch + lhsFree.size());
        if (moves(0)) {
            int y = constant(1);
            int dot = b.emit(new Op.DotGeneral(ctBatch, op.rhsBatch(), ctRhs, rhsFree), ct, y);
            give(
                    0,
                    b.transpose(
                            dot,
                            order(op.lhsBatch(), lhsFree, op.lhsContract(), op.rhsContract())
                                    .inverse()));
        } else {
            int x = constant(0);
            int dot = b.emit(new Op.DotGeneral(ctBatch, op.lhsBatch(), ctLhs, lhsFree), ct, x);
            give(
                    1,
                    b.transpose(
                            dot,
                            order(op.rhsBatch(), rhsFree, op.rhsContract(), op.lhsContract())
                                    .inverse()));
        }
        return null;
    }

    /** Axes of the operand in the order in which its cotangent's dot_general yields them. */
    private static Ints order(Ints batch, Ints free, Ints contract, Ints otherContract) {
        int[] sorted = otherContract.stream().sorted().toArray();
        Ints contracted =
                Ints.of(
                        Arrays.stream(sorted)
                                .map(a -> contract.get(otherContract.indexOf(a)))
                                .toArray());
        return batch.concat(free).concat(contracted);
    }

    @Override
    public Void reduce(Op.Reduce op) {
        if (op.combiner() != Combiner.ADD) {
            return notLinear();
        }
        Shape from = type(0).shape();
        if (moves(0)) {
            Ints kept = Ints.range(from.rank()).filter(a -> !op.dims().contains(a));
            give(0, b.broadcast(ct, from, kept));
        }
        return moves(1) ? give(1, b.sum(ct, Ints.range(b.shape(ct).rank()))) : null;
    }

    @Override
    public Void windows(Op.Windows op) {
        return give(0, b.emit(new Op.FoldWindows(op.spec(), type(0).shape()), ct));
    }

    @Override
    public Void foldWindows(Op.FoldWindows op) {
        return give(0, b.emit(new Op.Windows(op.spec()), ct));
    }

    @Override
    public Void whileLoop(Op.While op) {
        return notLinear();
    }

    @Override
    public Void scan(Op.Scan op) {
        return give(new ScanTranspose(b, op, this::moves).pull(operands(), cotangents()));
    }

    @Override
    public Void sort(Op.Sort op) {
        return notLinear();
    }

    @Override
    public Void choice(Op.Case op) {
        return give(CaseDerivative.pull(b, op, operands(), cotangents(), this::moves));
    }

    private int[] operands() {
        return equation.inputs().stream().map(v -> value[v]).toArray();
    }

    private int[] cotangents() {
        return equation.outputs().stream().map(v -> cotangent[v]).toArray();
    }

    private Void give(int[] contributions) {
        for (int i = 0; i < contributions.length; i++) {
            if (contributions[i] != NONE) {
                give(i, contributions[i]);
            }
        }
        return null;
    }

    /** Linear in b alone: b̄ = op(a)⁻ᵀ x̄. */
    @Override
    public Void triangularSolve(Op.TriangularSolve op) {
        Op transposed = new Op.TriangularSolve(op.lower(), op.unitDiagonal(), !op.transpose());
        return moves(0) ? notLinear() : give(1, b.emit(transposed, constant(0), ct));
    }

    @Override
    public Void cholesky(Op.Cholesky op) {
        return notLinear();
    }

    @Override
    public Void lu(Op.Lu op) {
        return notLinear();
    }

    @Override
    public Void eigh(Op.Eigh op) {
        return notLinear();
    }

    @Override
    public Void bitcast(Op.Bitcast op) {
        return notLinear();
    }

    @Override
    public Void reducePrecision(Op.ReducePrecision op) {
        return notLinear();
    }

    @Override
    public Void gather(Op.Gather op) {
        Shape operand = type(0).shape();
        int indices = new Indices(b, constant(1), op.dims(), operand).clamped(op.sliceSizes());
        Op add = new Op.Scatter(ScatterDims.of(op.dims()), Combiner.ADD, false);
        return give(0, b.emit(add, b.full(type(0), 0), indices, ct));
    }

    @Override
    public Void scatter(Op.Scatter op) {
        Shape updates = type(2).shape();
        int indices = constant(1);
        boolean set = op.combiner() == Combiner.SET;
        if (!set && op.combiner() != Combiner.ADD) {
            return notLinear();
        }
        if (moves(0)) {
            give(0, set ? b.emit(op, ct, indices, b.full(type(2), 0)) : ct);
        }
        if (moves(2)) {
            int read = Indices.read(b, op.dims(), indices, updates, ct, 0);
            if (set && !op.uniqueIndices()) {
                read = b.select(winners(op, indices, updates), read, b.fullLike(read, 0));
            }
            give(2, read);
        }
        return null;
    }

    /** i1 per update element: whether it is the one that stays, found by scattering numbers. */
    private int winners(Op.Scatter op, int indices, Shape updates) {
        TensorType flat = new TensorType(DType.I64, Shape.of(updates.size()));
        int ids = b.reshape(b.emit(new Op.Iota(flat, 0)), updates);
        int none = b.full(new TensorType(DType.I64, type(0).shape()), -1);
        int written = b.emit(op, none, indices, ids);
        int stays = Indices.read(b, op.dims(), indices, updates, written, -1);
        return b.compare(Comparison.EQ, stays, ids);
    }
}
