package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;

/**
 * How gather and scatter find windows of an operand: the specification's dimension numbers, under
 * names common to both.
 *
 * @param window the result's (updates') axes that run over a window: offset_dims,
 *     update_window_dims
 * @param collapsed the operand's axes that windows have one element of and results lack
 * @param operandBatching the operand's axes that go with {@code indicesBatching} of the indices
 * @param indexMap the operand's axis that each component of an index vector is for
 * @param indexVectorDim the indices' axis that index vectors lie along; their rank for scalars
 */
public record WindowDims(
        Ints window,
        Ints collapsed,
        Ints operandBatching,
        Ints indicesBatching,
        Ints indexMap,
        int indexVectorDim) {

    /** The operand's axes that the result has no axes for. */
    Ints removed() {
        return collapsed.concat(operandBatching);
    }

    /**
     * The result shape of a gather: the indices' batch axes with the window's axes between them.
     */
    Shape gathered(Shape indices, Ints sliceSizes) {
        Ints batch = indices.dims().without(Ints.of(indexVectorDim));
        Ints offset = sliceSizes.without(removed());
        int[] dims = new int[batch.size() + offset.size()];
        int next = 0;
        for (int i = 0; i < dims.length; i++) {
            int o = window.indexOf(i);
            dims[i] = o >= 0 ? offset.get(o) : batch.get(next++);
        }
        return Shape.of(dims);
    }
}
