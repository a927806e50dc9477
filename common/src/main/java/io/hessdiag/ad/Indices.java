package io.hessdiag.ad;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;

/**
 * Index arithmetic that turns gather and scatter into each other's transpose: a gather clamps its
 * start indices, a scatter drops what lies outside.
 */
final class Indices {
    private final ProgramBuilder b;
    private final int indices;
    private final GatherDims dims;
    private final Shape operand;

    Indices(ProgramBuilder b, int indices, GatherDims dims, Shape operand) {
        this.b = b;
        this.indices = indices;
        this.dims = dims;
        this.operand = operand;
    }

    /** The largest start index per component for slices of these sizes, in the indices' shape. */
    private int limits(Ints sliceSizes) {
        DType dtype = b.type(indices).dtype();
        Ints map = dims.startIndexMap();
        Tensor limit = Tensor.zeros(new TensorType(dtype, Shape.of(map.size())));
        for (int i = 0; i < map.size(); i++) {
            limit.longs()[i] = operand.dim(map.get(i)) - sliceSizes.get(map.get(i));
        }
        boolean scalar = dims.indexVectorDim() == b.shape(indices).rank();
        int value = b.constant(scalar ? limit.reshape(Shape.SCALAR) : limit);
        return b.broadcast(
                value, b.shape(indices), scalar ? Ints.EMPTY : Ints.of(dims.indexVectorDim()));
    }

    /** The start indices as a gather of slices of these sizes uses them. */
    int clamped(Ints sliceSizes) {
        return b.emit(new Op.Clamp(), b.fullLike(indices, 0), indices, limits(sliceSizes));
    }

    /** i1 in the shape of the updates: whether the update's window lies inside the operand. */
    int inside(Ints sliceSizes, Shape updates) {
        int low = b.compare(Comparison.GE, indices, b.fullLike(indices, 0));
        int high = b.compare(Comparison.LE, indices, limits(sliceSizes));
        int both = b.binary(BinaryFunction.AND, low, high);
        if (dims.indexVectorDim() < b.shape(indices).rank()) {
            int yes = b.constant(Tensor.scalar(DType.I1, 1));
            both = b.emit(new Op.Reduce(Combiner.AND, Ints.of(dims.indexVectorDim())), both, yes);
        }
        Ints batch = Ints.range(updates.rank()).filter(a -> !dims.offsetDims().contains(a));
        return b.broadcast(both, updates, batch);
    }

    /** Sizes of the windows that updates of this shape write, per operand axis. */
    static Ints windows(ScatterDims s, Shape operand, Shape updates) {
        Ints sizes = Ints.repeat(1, operand.rank());
        int window = 0;
        for (int axis = 0; axis < operand.rank(); axis++) {
            if (!s.insertedWindowDims().contains(axis) && !s.inputBatchingDims().contains(axis)) {
                sizes = sizes.with(axis, updates.dim(s.updateWindowDims().get(window++)));
            }
        }
        return sizes;
    }
}
