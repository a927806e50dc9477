package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;

/**
 * Sliding windows as an array that is walked with overlapping strides: element (o, k) of the
 * windows lies at o·stride + k·dilation.
 */
final class WindowKernels {
    private WindowKernels() {}

    static Tensor windows(Tensor x, Ints axes, Ints sizes, Ints strides, Ints dilations) {
        int[] dims = x.shape().toArray();
        for (int i = 0; i < axes.size(); i++) {
            int free = dims[axes.get(i)] - (sizes.get(i) - 1) * dilations.get(i) - 1;
            dims[axes.get(i)] = free < 0 ? 0 : free / strides.get(i) + 1;
        }
        Shape shape = new Shape(Ints.of(dims).concat(sizes));
        Tensor out = Tensor.zeros(x.type().withShape(shape));
        int[] from = steps(x.shape(), axes, strides, dilations);
        new StridedCopy(shape.toArray(), from, shape.strides()).copy(x.data(), 0, out.data(), 0);
        return out;
    }

    /** Steps in the array per axis of its windows. */
    static int[] steps(Shape shape, Ints axes, Ints strides, Ints dilations) {
        int rank = shape.rank();
        int[] array = shape.strides();
        int[] steps = new int[rank + axes.size()];
        System.arraycopy(array, 0, steps, 0, rank);
        for (int i = 0; i < axes.size(); i++) {
            steps[axes.get(i)] = array[axes.get(i)] * strides.get(i);
            steps[rank + i] = array[axes.get(i)] * dilations.get(i);
        }
        return steps;
    }

    static Tensor fold(Tensor w, Shape shape, Ints axes, Ints strides, Ints dilations) {
        Tensor out = Tensor.zeros(w.type().withShape(shape));
        new WindowFold(w.shape(), Ints.of(w.shape().strides()), shape, axes, strides, dilations)
                .apply(w.data(), 0, out.data());
        return out;
    }
}
