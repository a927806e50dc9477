package io.hessdiag.ad;

import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.function.IntUnaryOperator;

/**
 * Index arithmetic that turns gather and scatter into each other's transpose: a gather clamps its
 * start indices, a scatter drops every element that lies outside.
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

    /**
     * A constant in the indices' shape: {@code value} of the operand axis that a component is for.
     */
    private int perComponent(IntUnaryOperator value) {
        TensorType vector =
                new TensorType(b.type(indices).dtype(), Shape.of(dims.startIndexMap().size()));
        Tensor constant =
                Tensor.of(
                        vector, dims.startIndexMap().stream().map(value).asLongStream().toArray());
        boolean scalar = dims.indexVectorDim() == b.shape(indices).rank();
        int c = b.constant(scalar ? constant.reshape(Shape.SCALAR) : constant);
        return b.broadcast(
                c, b.shape(indices), scalar ? Ints.EMPTY : Ints.of(dims.indexVectorDim()));
    }

    /** The start indices as a gather of slices of these sizes uses them. */
    int clamped(Ints sliceSizes) {
        int limits = perComponent(a -> operand.dim(a) - sliceSizes.get(a));
        return b.emit(new Op.Clamp(), b.fullLike(indices, 0), indices, limits);
    }

    /**
     * What {@code x}, of the operand's shape, has where a scatter writes its updates, in their
     * shape; {@code outside} for elements that the scatter drops. Reads from x with margins as wide
     * as the windows, so that windows may lie outside wholly or in part.
     */
    static int read(
            ProgramBuilder b, ScatterDims s, int indices, Shape updates, int x, double outside) {
        Shape operand = b.shape(x);
        Ints sizes = windows(s, operand, updates);
        Ints none = Ints.repeat(0, operand.rank());
        Ints margin = none;
        for (int axis : s.scatterDimsToOperandDims().toArray()) {
            margin = margin.with(axis, sizes.get(axis));
        }
        int wide =
                b.emit(new Op.Pad(margin, margin, none), x, b.scalar(b.type(x).dtype(), outside));
        Indices starts = new Indices(b, b.convert(indices, DType.I64), s.gather(), operand);
        int clamped =
                b.emit(
                        new Op.Clamp(),
                        starts.perComponent(a -> -sizes.get(a)),
                        starts.indices,
                        starts.perComponent(operand::dim));
        int shifted = b.add(clamped, starts.perComponent(sizes::get));
        return b.emit(new Op.Gather(s.gather(), sizes), wide, shifted);
    }

    /** Sizes of the windows that updates of this shape write, per operand axis. */
    private static Ints windows(ScatterDims s, Shape operand, Shape updates) {
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
