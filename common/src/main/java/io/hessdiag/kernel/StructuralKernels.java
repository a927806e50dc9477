package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;

/** Operations that move elements and change none, each as one {@link StridedCopy} or a few. */
final class StructuralKernels {
    private StructuralKernels() {}

    static Tensor broadcast(Tensor x, Shape shape, Ints dims) {
        int[] from = x.shape().strides();
        int[] strides = new int[shape.rank()];
        for (int i = 0; i < from.length; i++) {
            strides[dims.get(i)] = x.shape().dim(i) == 1 ? 0 : from[i];
        }
        return view(x, shape, 0, strides);
    }

    static Tensor transpose(Tensor x, Ints permutation) {
        int[] from = x.shape().strides();
        return view(
                x,
                x.shape().pick(permutation),
                0,
                permutation.stream().map(a -> from[a]).toArray());
    }

    static Tensor slice(Tensor x, Ints start, Ints limit, Ints step) {
        int[] strides = x.shape().strides();
        int[] dims = new int[strides.length];
        int at = 0;
        for (int i = 0; i < dims.length; i++) {
            long length = (long) limit.get(i) - start.get(i);
            dims[i] = (int) ((length + step.get(i) - 1) / step.get(i));
            at += start.get(i) * strides[i];
            strides[i] = dims[i] > 1 ? strides[i] * step.get(i) : 0;
        }
        return view(x, Shape.of(dims), at, strides);
    }

    static Tensor reverse(Tensor x, Ints axes) {
        int[] strides = x.shape().strides();
        int at = 0;
        for (int i = 0; i < axes.size(); i++) {
            int a = axes.get(i);
            at += (x.shape().dim(a) - 1) * strides[a];
            strides[a] = -strides[a];
        }
        return view(x, x.shape(), at, strides);
    }

    /** A new tensor of {@code shape} with the elements of {@code x} that the strides lead to. */
    private static Tensor view(Tensor x, Shape shape, int at, int[] strides) {
        Tensor out = Tensor.zeros(x.type().withShape(shape));
        new StridedCopy(shape.toArray(), strides, shape.strides())
                .copy(x.data(), at, out.data(), 0);
        return out;
    }

    static Tensor concatenate(List<Tensor> operands, int dim, TensorType type) {
        Tensor out = Tensor.zeros(type);
        int[] strides = type.shape().strides();
        int at = 0;
        for (Tensor x : operands) {
            new StridedCopy(x.shape().toArray(), x.shape().strides(), strides)
                    .copy(x.data(), 0, out.data(), at);
            at += x.shape().dim(dim) * strides[dim];
        }
        return out;
    }

    /**
     * Element i of x goes to low + i·(interior + 1) along each axis; those that would land outside
     * (negative padding) are left out.
     */
    static Tensor pad(Tensor x, Tensor value, Ints low, Ints interior, TensorType type) {
        Tensor out = broadcast(value, type.shape(), Ints.EMPTY);
        int rank = type.rank();
        int[] from = x.shape().strides();
        int[] to = type.shape().strides();
        int[] dims = new int[rank];
        int fromAt = 0;
        int toAt = 0;
        for (int a = 0; a < rank; a++) {
            long step = interior.get(a) + 1L;
            long first = Math.max(0, -Math.floorDiv((long) low.get(a), step));
            long end =
                    Math.min(
                            x.shape().dim(a),
                            Math.floorDiv(type.shape().dim(a) - 1L - low.get(a), step) + 1);
            if (end <= first) {
                return out;
            }
            dims[a] = (int) (end - first);
            fromAt += first * from[a];
            toAt += (low.get(a) + first * step) * to[a];
            to[a] = dims[a] > 1 ? (int) (to[a] * step) : 0;
        }
        new StridedCopy(dims, from, to).copy(x.data(), fromAt, out.data(), toAt);
        return out;
    }

    static Tensor iota(TensorType type, int dim) {
        int size = type.shape().dim(dim);
        Tensor line = Tensor.zeros(type.withShape(Shape.of(size)));
        if (line.data() instanceof double[] d) {
            Arrays.setAll(d, i -> i);
        } else if (line.data() instanceof float[] f) {
            for (int i = 0; i < size; i++) {
                f[i] = i;
            }
        } else {
            Arrays.setAll(line.longs(), i -> type.dtype().wrap(i));
        }
        return broadcast(line, type.shape(), Ints.of(dim));
    }
}
