package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Types;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.function.IntPredicate;

/**
 * For each axis of one operand of a linear equation the axis of the result that it becomes,
 * position by position: result[…, r, …] depends on operand[…, r, …] alone. −1 for an axis that is
 * mixed, moved, cropped or summed.
 */
public final class AxisMap implements Op.Visitor<Ints> {
    private final Types values;
    private final Equation equation;
    private final int operand;

    private AxisMap(Types values, Equation equation, int operand) {
        this.values = values;
        this.equation = equation;
        this.operand = operand;
    }

    public static Ints of(Types values, Equation equation, int operand) {
        return equation.op().accept(new AxisMap(values, equation, operand));
    }

    private Shape shape(int i) {
        return values.shape(equation.input(i));
    }

    private Shape from() {
        return shape(operand);
    }

    private Shape to() {
        return values.shape(equation.outputs().get(0));
    }

    private Ints same() {
        return from().rank() == to().rank() ? Ints.range(from().rank()) : none();
    }

    private Ints none() {
        return Ints.repeat(-1, from().rank());
    }

    /** Axis i becomes axis i where {@code keeps} says so. */
    private Ints where(IntPredicate keeps) {
        return Ints.of(same().stream().map(i -> keeps.test(i) ? i : -1).toArray());
    }

    @Override
    public Ints constant(Op.Constant op) {
        return none();
    }

    @Override
    public Ints iota(Op.Iota op) {
        return none();
    }

    @Override
    public Ints unary(Op.Unary op) {
        return same();
    }

    @Override
    public Ints binary(Op.Binary op) {
        return same();
    }

    @Override
    public Ints compare(Op.Compare op) {
        return same();
    }

    @Override
    public Ints select(Op.Select op) {
        return same();
    }

    @Override
    public Ints clamp(Op.Clamp op) {
        return same();
    }

    @Override
    public Ints convert(Op.Convert op) {
        return same();
    }

    @Override
    public Ints broadcastInDim(Op.BroadcastInDim op) {
        return Ints.of(
                Ints.range(from().rank()).stream()
                        .map(
                                i ->
                                        from().dim(i) == op.shape().dim(op.dims().get(i))
                                                ? op.dims().get(i)
                                                : -1)
                        .toArray());
    }

    /** Axes of equal size that have equally many elements before them. */
    @Override
    public Ints reshape(Op.Reshape op) {
        Ints map = none();
        int i = 0;
        int r = 0;
        long before = 1;
        long beforeTo = 1;
        while (i < from().rank() && r < to().rank()) {
            if (before == beforeTo && from().dim(i) == to().dim(r)) {
                map = map.with(i, r);
                before *= from().dim(i++);
                beforeTo *= to().dim(r++);
            } else if (before <= beforeTo && from().dim(i) == 1 || before < beforeTo) {
                before *= from().dim(i++);
            } else if (beforeTo < before || to().dim(r) == 1) {
                beforeTo *= to().dim(r++);
            } else {
                before *= from().dim(i++);
            }
        }
        return map;
    }

    @Override
    public Ints transpose(Op.Transpose op) {
        return op.permutation().inverse();
    }

    @Override
    public Ints slice(Op.Slice op) {
        return where(i -> from().dim(i) == to().dim(i));
    }

    @Override
    public Ints concatenate(Op.Concatenate op) {
        return where(i -> i != op.dim());
    }

    @Override
    public Ints pad(Op.Pad op) {
        return operand == 1
                ? none()
                : where(
                        i ->
                                op.low().get(i) == 0
                                        && op.high().get(i) == 0
                                        && op.interior().get(i) == 0);
    }

    @Override
    public Ints reverse(Op.Reverse op) {
        return where(i -> !op.dims().contains(i));
    }

    @Override
    public Ints dotGeneral(Op.DotGeneral op) {
        boolean left = operand == 0;
        Ints batch = left ? op.lhsBatch() : op.rhsBatch();
        Ints free = left ? op.lhsFree(from().rank()) : op.rhsFree(from().rank());
        int start = batch.size() + (left ? 0 : op.lhsFree(shape(0).rank()).size());
        Ints map = none();
        for (int i = 0; i < batch.size(); i++) {
            map = map.with(batch.get(i), i);
        }
        for (int i = 0; i < free.size(); i++) {
            map = map.with(free.get(i), start + i);
        }
        return map;
    }

    @Override
    public Ints reduce(Op.Reduce op) {
        return operand == 1 ? none() : without(op.dims());
    }

    private Ints without(Ints dims) {
        Ints kept = Ints.range(from().rank()).without(dims);
        return Ints.of(Ints.range(from().rank()).stream().map(kept::indexOf).toArray());
    }

    @Override
    public Ints logSumExp(Op.LogSumExp op) {
        return without(op.dims());
    }

    @Override
    public Ints softmax(Op.Softmax op) {
        return where(i -> !op.dims().contains(i));
    }

    @Override
    public Ints argReduce(Op.ArgReduce op) {
        return none();
    }

    /** An axis that is one window becomes the window's axis. */
    @Override
    public Ints windows(Op.Windows op) {
        Ints axes = op.spec().axes();
        Ints map = Ints.range(from().rank());
        for (int i = 0; i < axes.size(); i++) {
            boolean one = op.spec().sizes().get(i) == from().dim(axes.get(i));
            map = map.with(axes.get(i), one ? from().rank() + i : -1);
        }
        return map;
    }

    @Override
    public Ints foldWindows(Op.FoldWindows op) {
        Ints axes = op.spec().axes();
        Ints map = Ints.range(to().rank());
        for (int i = 0; i < axes.size(); i++) {
            boolean one = op.spec().sizes().get(i) == to().dim(axes.get(i));
            map = map.with(axes.get(i), -1).append(one ? axes.get(i) : -1);
        }
        return map;
    }

    @Override
    public Ints whileLoop(Op.While op) {
        return none();
    }

    @Override
    public Ints scan(Op.Scan op) {
        return none();
    }

    @Override
    public Ints sort(Op.Sort op) {
        return none();
    }

    @Override
    public Ints choice(Op.Case op) {
        return none();
    }

    /** Every matrix and every column of b by itself. */
    @Override
    public Ints triangularSolve(Op.TriangularSolve op) {
        int rows = from().rank() - 2;
        return where(i -> i < rows || operand == 1 && i == rows + 1);
    }

    @Override
    public Ints cholesky(Op.Cholesky op) {
        return none();
    }

    @Override
    public Ints lu(Op.Lu op) {
        return none();
    }

    @Override
    public Ints eigh(Op.Eigh op) {
        return none();
    }

    @Override
    public Ints bitcast(Op.Bitcast op) {
        return none();
    }

    @Override
    public Ints reducePrecision(Op.ReducePrecision op) {
        return same();
    }

    /** Offset axes that every slice holds whole. */
    @Override
    public Ints gather(Op.Gather op) {
        GatherDims d = op.dims();
        Ints map = none();
        int offset = 0;
        for (int i = 0; i < from().rank() && operand == 0; i++) {
            if (d.collapsedSliceDims().contains(i) || d.operandBatchingDims().contains(i)) {
                continue;
            }
            int r = d.offsetDims().get(offset++);
            if (!d.startIndexMap().contains(i) && op.sliceSizes().get(i) == from().dim(i)) {
                map = map.with(i, r);
            }
        }
        return map;
    }

    /** Window axes that every update covers whole. */
    @Override
    public Ints scatter(Op.Scatter op) {
        Ints map = none();
        Shape updates = shape(2);
        int window = 0;
        for (int i = 0; i < to().rank(); i++) {
            if (op.dims().insertedWindowDims().contains(i)
                    || op.dims().inputBatchingDims().contains(i)) {
                continue;
            }
            int u = op.dims().updateWindowDims().get(window++);
            if (!op.dims().scatterDimsToOperandDims().contains(i)
                    && updates.dim(u) == to().dim(i)) {
                map = operand == 0 ? map.with(i, i) : operand == 2 ? map.with(u, i) : map;
            }
        }
        return map;
    }
}
