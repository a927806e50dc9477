package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;

/**
 * Visits, in row-major order of the index vectors, the windows of an operand that gather reads or
 * scatter writes. {@code packed} is gather's result or scatter's updates: batch axes and window
 * axes.
 */
final class WindowWalk {
    /** Window sizes and strides, one per axis of the operand; 1 and 0 for collapsed axes. */
    final int[] sizes;

    final int[] operandStrides;
    final int[] packedStrides;

    private final Tensor indices;
    private final Ints indexMap;
    private final int vectorStride;
    private final int[] batch;
    private final int[] indexSteps;
    private final int[] packedSteps;
    private final int[] operandSteps;

    interface Visitor {
        /**
         * @param start the index vector, one component per axis of the operand, 0 where it has none
         * @param operandAt where the window's batching axes point to in the operand
         * @param packedAt where the window begins in the packed array
         */
        void window(long[] start, int operandAt, int packedAt);
    }

    WindowWalk(Shape operand, Tensor indices, WindowDims d, Shape packed, Ints windowSizes) {
        this.indices = indices;
        indexMap = d.indexMap();
        operandStrides = operand.strides();
        packedStrides = new int[operand.rank()];
        sizes = windowSizes.toArray();
        int[] packedAll = packed.strides();
        Ints kept = Ints.range(operand.rank()).without(d.removed());
        for (int i = 0; i < kept.size(); i++) {
            packedStrides[kept.get(i)] = packedAll[d.window().get(i)];
        }
        Shape shape = indices.shape();
        int[] strides = shape.strides();
        vectorStride = d.indexVectorDim() == shape.rank() ? 0 : strides[d.indexVectorDim()];
        Ints axes = Ints.range(shape.rank()).filter(a -> a != d.indexVectorDim());
        batch = shape.pick(axes).toArray();
        indexSteps = Ints.of(strides).pick(axes).toArray();
        packedSteps = Ints.of(packedAll).without(d.window()).toArray();
        operandSteps =
                axes.stream()
                        .map(
                                a -> {
                                    int i = d.indicesBatching().indexOf(a);
                                    return i < 0 ? 0 : operandStrides[d.operandBatching().get(i)];
                                })
                        .toArray();
    }

    void forEach(Visitor visitor) {
        int count = Shape.of(batch).size();
        int[] place = new int[batch.length];
        int indexAt = 0;
        int operandAt = 0;
        int packedAt = 0;
        long[] start = new long[sizes.length];
        for (int i = 0; i < count; i++) {
            readStart(indexAt, start);
            visitor.window(start, operandAt, packedAt);
            for (int a = batch.length - 1; a >= 0; a--) {
                int move = ++place[a] < batch[a] ? 1 : 1 - batch[a];
                indexAt += move * indexSteps[a];
                operandAt += move * operandSteps[a];
                packedAt += move * packedSteps[a];
                if (move == 1) {
                    break;
                }
                place[a] = 0;
            }
        }
    }

    private void readStart(int at, long[] start) {
        long[] data = indices.longs();
        for (int k = 0; k < indexMap.size(); k++) {
            long value = data[at + k * vectorStride];
            boolean huge = value < 0 && indices.dtype() == DType.UI64;
            start[indexMap.get(k)] = huge ? Long.MAX_VALUE : value;
        }
    }
}
