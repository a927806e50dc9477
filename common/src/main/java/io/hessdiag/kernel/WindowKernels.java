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
    private static int[] steps(Shape shape, Ints axes, Ints strides, Ints dilations) {
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
        if (w.size() > 0) {
            int[] steps = steps(shape, axes, strides, dilations);
            int rank = shape.rank();
            Ints order = Ints.range(rank, w.shape().rank()).concat(Ints.range(rank));
            int[] dims = w.shape().pick(order).toArray();
            Ints from = Ints.of(w.shape().strides()).pick(order);
            add(0, dims, from, Ints.of(steps).pick(order), w.data(), 0, out.data(), 0);
        }
        return out;
    }

    /** The windows' elements outermost, so that the innermost loop runs over neighbours. */
    private static void add(
            int axis, int[] dims, Ints from, Ints to, Object w, int at, Object y, int yAt) {
        if (axis == dims.length - 1) {
            run(dims[axis], from.get(axis), to.get(axis), w, at, y, yAt);
            return;
        }
        for (int i = 0; i < dims[axis]; i++) {
            add(axis + 1, dims, from, to, w, at + i * from.get(axis), y, yAt + i * to.get(axis));
        }
    }

    private static void run(int n, int step, int yStep, Object w, int at, Object y, int yAt) {
        if (w instanceof double[] x) {
            double[] sum = (double[]) y;
            for (int i = 0; i < n; i++) {
                sum[yAt + i * yStep] += x[at + i * step];
            }
        } else {
            float[] x = (float[]) w;
            float[] sum = (float[]) y;
            for (int i = 0; i < n; i++) {
                sum[yAt + i * yStep] += x[at + i * step];
            }
        }
    }
}
