package io.hessdiag.curvature;

import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Cotangents of a gather whose slices are whole or single along every axis: element i along an
 * indexed axis gets what the index points at, Σ over places p of [index(p) = i] · ȳ(p).
 */
final class GatheredRows {
    private final Algebra algebra;
    private final ProgramBuilder b;
    private final Op.Gather op;
    private final Term t;
    private final Shape operand;
    private final int indices;
    private final Ints batch;

    /**
     * @param t the result's cotangent
     * @param operand the operand's shape
     * @param indices id of the start indices
     */
    GatheredRows(Algebra algebra, Op.Gather op, Term t, Shape operand, int indices) {
        this.algebra = algebra;
        this.b = algebra.b;
        this.op = op;
        this.t = t;
        this.operand = operand;
        this.indices = indices;
        this.batch = Ints.range(t.axes().size()).filter(r -> !op.dims().offsetDims().contains(r));
    }

    /**
     * @param sum sums a term over what only the result's axes have
     */
    Term cotangent(UnaryOperator<Term> sum) {
        GatherDims d = op.dims();
        Term out = t;
        List<Axis> axes = new ArrayList<>();
        int offset = 0;
        for (int a = 0; a < operand.rank(); a++) {
            int batching = d.operandBatchingDims().indexOf(a);
            boolean sliced = batching < 0 && !d.collapsedSliceDims().contains(a);
            int result = sliced ? d.offsetDims().get(offset++) : -1;
            int component = d.startIndexMap().indexOf(a);
            if (batching >= 0) {
                axes.add(t.axes().get(batchAxis(d.startIndicesBatchingDims().get(batching))));
            } else if (component < 0) {
                boolean whole = op.sliceSizes().get(a) == operand.dim(a);
                axes.add(sliced && whole ? t.axes().get(result) : Axis.of());
            } else if (operand.dim(a) == 1) {
                axes.add(Axis.of());
            } else {
                Index row = new Index(operand.dim(a));
                out = algebra.times(out, oneHot(component, row));
                axes.add(Axis.of(row));
            }
        }
        return sum.apply(out.withAxes(axes));
    }

    /** The result's axis that runs along this axis of the indices. */
    private int batchAxis(int axis) {
        return batch.get(axis > op.dims().indexVectorDim() ? axis - 1 : axis);
    }

    private Factor oneHot(int component, Index row) {
        int at = component(component);
        int hit = algebra.oneHot(at, row.size());
        List<Axis> axes = new ArrayList<>();
        batch.stream().forEach(r -> axes.add(t.axes().get(r)));
        axes.add(Axis.of(row));
        return algebra.reading.at(b.convert(hit, algebra.dtype()), axes);
    }

    /** One component of the start indices as the gather uses it: clamped to the operand, i64. */
    private int component(int k) {
        Shape shape = b.shape(indices);
        int vector = op.dims().indexVectorDim();
        int one = indices;
        if (vector < shape.rank()) {
            Ints none = Ints.repeat(0, shape.rank());
            Op slice =
                    new Op.Slice(
                            none.with(vector, k),
                            shape.dims().with(vector, k + 1),
                            Ints.repeat(1, shape.rank()));
            one = b.reshape(b.emit(slice, indices), shape.without(Ints.of(vector)));
        }
        int at = b.convert(one, DType.I64);
        int last = operand.dim(op.dims().startIndexMap().get(k)) - 1;
        return b.emit(new Op.Clamp(), b.scalar(DType.I64, 0), at, b.scalar(DType.I64, last));
    }
}
