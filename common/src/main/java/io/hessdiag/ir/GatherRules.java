package io.hessdiag.ir;

import static io.hessdiag.ir.TypeRules.require;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;

/** Shape rules of {@code gather} and {@code scatter} (StableHLO specification, same names). */
final class GatherRules {
    private GatherRules() {}

    /** The result shape of a gather. */
    static Shape gather(
            Op op, TensorType operand, TensorType indices, GatherDims d, Ints sliceSizes) {
        indices(op, operand, indices, d);
        require(
                op,
                sliceSizes.size() == operand.rank(),
                "expected %d slice_sizes, found %s",
                operand.rank(),
                sliceSizes);
        for (int i = 0; i < operand.rank(); i++) {
            int size = sliceSizes.get(i);
            require(
                    op,
                    0 <= size && size <= operand.shape().dim(i),
                    "slice size %d along axis %d of %s",
                    size,
                    i,
                    operand);
            require(
                    op,
                    size <= 1 || !removed(d).contains(i),
                    "slice size %d along the collapsed or batching axis %d",
                    size,
                    i);
        }
        Shape batch = batchShape(indices, d);
        Ints offset = sliceSizes.without(removed(d));
        int rank = batch.rank() + offset.size();
        offsets(op, "offset_dims", d.offsetDims(), offset.size(), rank);
        return interleave(batch, offset, d.offsetDims());
    }

    /** Checks that the updates of a scatter fit operand and indices. */
    static void scatter(
            Op op, TensorType operand, TensorType indices, TensorType updates, ScatterDims s) {
        GatherDims d = s.gather();
        indices(op, operand, indices, d);
        Shape batch = batchShape(indices, d);
        int windowRank = operand.rank() - removed(d).size();
        offsets(op, "update_window_dims", d.offsetDims(), windowRank, updates.rank());
        require(
                op,
                updates.rank() == batch.rank() + windowRank,
                "expected updates of rank %d, found %s",
                batch.rank() + windowRank,
                updates);
        Ints bounds = operand.shape().dims().without(removed(d));
        Ints window = updates.shape().dims().pick(d.offsetDims());
        for (int i = 0; i < windowRank; i++) {
            require(
                    op,
                    window.get(i) <= bounds.get(i),
                    "update window size %d exceeds operand size %d",
                    window.get(i),
                    bounds.get(i));
        }
        Ints found = updates.shape().dims().without(d.offsetDims());
        require(
                op,
                found.equals(batch.dims()),
                "expected update batch sizes %s, found %s",
                batch.dims(),
                found);
    }

    /** Operand axes that have no axis in a slice: collapsed ones and batching ones. */
    static Ints removed(GatherDims d) {
        return d.collapsedSliceDims().concat(d.operandBatchingDims());
    }

    /** The indices' shape without the index vector's axis. */
    static Shape batchShape(TensorType indices, GatherDims d) {
        return d.indexVectorDim() == indices.rank()
                ? indices.shape()
                : indices.shape().without(Ints.of(d.indexVectorDim()));
    }

    private static Shape interleave(Shape batch, Ints offset, Ints offsetDims) {
        int[] dims = new int[batch.rank() + offset.size()];
        int b = 0;
        for (int i = 0; i < dims.length; i++) {
            int o = offsetDims.indexOf(i);
            dims[i] = o >= 0 ? offset.get(o) : batch.dim(b++);
        }
        return Shape.of(dims);
    }

    private static void offsets(Op op, String name, Ints dims, int count, int rank) {
        require(op, dims.size() == count, "expected %d %s, found %s", count, name, dims);
        require(
                op,
                dims.isDistinct()
                        && dims.isSorted()
                        && dims.stream().allMatch(a -> 0 <= a && a < rank),
                "%s %s are not sorted distinct axes of rank %d",
                name,
                dims,
                rank);
    }

    private static void indices(Op op, TensorType operand, TensorType indices, GatherDims d) {
        require(op, indices.dtype().isInteger(), "expected integer indices, found %s", indices);
        require(
                op,
                0 <= d.indexVectorDim() && d.indexVectorDim() <= indices.rank(),
                "index_vector_dim %d is outside indices %s",
                d.indexVectorDim(),
                indices);
        int vector =
                d.indexVectorDim() == indices.rank() ? 1 : indices.shape().dim(d.indexVectorDim());
        require(
                op,
                d.startIndexMap().size() == vector,
                "start_index_map %s does not fit index vectors of size %d",
                d.startIndexMap(),
                vector);
        axes(op, "start_index_map", d.startIndexMap(), operand.rank());
        axes(op, "collapsed and batching dims", removed(d), operand.rank());
        axes(
                op,
                "start_index_map and operand_batching_dims",
                d.startIndexMap().concat(d.operandBatchingDims()),
                operand.rank());
        batching(op, operand, indices, d);
    }

    private static void batching(Op op, TensorType operand, TensorType indices, GatherDims d) {
        Ints o = d.operandBatchingDims();
        Ints s = d.startIndicesBatchingDims();
        axes(op, "start_indices_batching_dims", s, indices.rank());
        require(
                op,
                o.size() == s.size() && !s.contains(d.indexVectorDim()),
                "batching dims differ: operand %s, indices %s",
                o,
                s);
        for (int i = 0; i < o.size(); i++) {
            require(
                    op,
                    operand.shape().dim(o.get(i)) == indices.shape().dim(s.get(i)),
                    "batching sizes differ: operand %d, indices %d",
                    operand.shape().dim(o.get(i)),
                    indices.shape().dim(s.get(i)));
        }
    }

    private static void axes(Op op, String name, Ints dims, int rank) {
        require(
                op,
                dims.isDistinct() && dims.stream().allMatch(a -> 0 <= a && a < rank),
                "%s %s are not distinct axes of rank %d",
                name,
                dims,
                rank);
    }
}
