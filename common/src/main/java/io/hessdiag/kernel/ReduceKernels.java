package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;

/**
 * Reductions over any axes. Neighbouring axes go together; the groups are reduced innermost first,
 * each as the middle axis of an (outer, n, inner) array, walked row by row.
 */
final class ReduceKernels {
    private ReduceKernels() {}

    static Tensor reduce(BinaryKernel f, Tensor x, Tensor init, Ints dims) {
        Shape shape = x.shape().without(dims);
        Tensor start = StructuralKernels.broadcast(init, shape, Ints.EMPTY);
        for (int i = 0; i < dims.size(); i++) {
            if (x.shape().dim(dims.get(i)) == 0) {
                return start;
            }
        }
        return ElementKernels.binary(f, start, groups(f, x, dims).reshape(shape));
    }

    private static Tensor groups(BinaryKernel f, Tensor x, Ints dims) {
        Tensor reduced = x;
        int end = x.shape().rank();
        while (end > 0) {
            int begin = end - 1;
            if (dims.contains(begin)) {
                while (begin > 0 && dims.contains(begin - 1)) {
                    begin--;
                }
                reduced = middle(f, reduced, begin, end);
            }
            end = begin;
        }
        return reduced;
    }

    /** Reduces axes begin to end - 1. */
    private static Tensor middle(BinaryKernel f, Tensor x, int begin, int end) {
        Ints all = x.shape().dims();
        int outer = size(all, 0, begin);
        int n = size(all, begin, end);
        int inner = size(all, end, all.size());
        Shape shape = x.shape().without(Ints.range(begin, end));
        if (n == 1 || shape.size() == 0) {
            return x.reshape(shape);
        }
        Tensor out = Tensor.zeros(x.type().withShape(shape));
        if (f == BinaryKernel.ADD && x.dtype().isFloat()) {
            double[][] levels = Summation.rowLevels();
            for (int o = 0; o < outer; o++) {
                sum(x, o * n * inner, n, inner, out, o * inner, levels);
            }
        } else if (inner == 1 && x.data() instanceof double[] d && isExtreme(f)) {
            extremes(f == BinaryKernel.MAXIMUM, d, n, out.doubles());
        } else if (inner == 1 && outer > 1) {
            Tensor lines = x.reshape(Shape.of(outer, n));
            fold(f, StructuralKernels.transpose(lines, Ints.of(1, 0)), 0, n, outer, out, 0);
        } else {
            for (int o = 0; o < outer; o++) {
                fold(f, x, o * n * inner, n, inner, out, o * inner);
            }
        }
        return out;
    }

    private static boolean isExtreme(BinaryKernel f) {
        return f == BinaryKernel.MAXIMUM || f == BinaryKernel.MINIMUM;
    }

    /** Row by row; of several NaN, and of zeros, the order makes no difference. */
    private static void extremes(boolean max, double[] x, int n, double[] out) {
        for (int r = 0, at = 0; r < out.length; r++, at += n) {
            double m = x[at];
            if (max) {
                for (int i = 1; i < n; i++) {
                    m = Math.max(m, x[at + i]);
                }
            } else {
                for (int i = 1; i < n; i++) {
                    m = Math.min(m, x[at + i]);
                }
            }
            out[r] = m;
        }
    }

    private static int size(Ints dims, int begin, int end) {
        int size = 1;
        for (int i = begin; i < end; i++) {
            size *= dims.get(i);
        }
        return size;
    }

    private static void sum(
            Tensor x, int at, int n, int inner, Tensor out, int outAt, double[][] levels) {
        if (inner != 1) {
            Summation.sumRows(x.data(), at, n, inner, out.data(), outAt, levels);
        } else if (out.data() instanceof double[] y) {
            y[outAt] = Summation.sum(x.data(), at, n);
        } else {
            out.floats()[outAt] = (float) Summation.sum(x.data(), at, n);
        }
    }

    /** Combines the first half of n ≥ 2 rows with the last, again and again: long plain loops. */
    private static void fold(
            BinaryKernel f, Tensor x, int at, int n, int width, Tensor out, int outAt) {
        int half = n / 2;
        int left = n - half;
        Tensor rows = Tensor.zeros(x.type().withShape(Shape.of(left, width)));
        ElementKernels.binary(f, x, at, x, at + left * width, rows, 0, half * width);
        if (left > half) {
            System.arraycopy(x.data(), at + half * width, rows.data(), half * width, width);
        }
        while (left > 1) {
            half = left / 2;
            left -= half;
            ElementKernels.binary(f, rows, 0, rows, left * width, rows, 0, half * width);
        }
        System.arraycopy(rows.data(), 0, out.data(), outAt, width);
    }

    /**
     * The extreme value along {@code dim} and its index, starting from the initial pair; NaN beats
     * every number, and of equal values the smaller index is given.
     */
    static Tensor[] argReduce(
            boolean max, Tensor x, Tensor indices, Tensor initValue, Tensor initIndex, int dim) {
        Shape shape = x.shape().without(Ints.of(dim));
        Tensor values = StructuralKernels.broadcast(initValue, shape, Ints.EMPTY);
        Tensor places = StructuralKernels.broadcast(initIndex, shape, Ints.EMPTY);
        long nan = max ? Long.MAX_VALUE : Long.MIN_VALUE;
        long[] keys = OrderKeys.ofNumbers(x, nan);
        long[] best = OrderKeys.ofNumbers(values, nan).clone();
        long[] index = indices.longs();
        long[] bestIndex = places.longs();
        int n = x.shape().dim(dim);
        int inner = size(x.shape().dims(), dim + 1, x.shape().rank());
        int[] from = new int[best.length];
        Arrays.fill(from, -1);
        for (int i = 0, row = 0; i < keys.length; i += inner, row++) {
            int o = row / n * inner;
            for (int j = i; j < i + inner; j++, o++) {
                if (max ? keys[j] > best[o] : keys[j] < best[o]) {
                    best[o] = keys[j];
                    bestIndex[o] = index[j];
                    from[o] = j;
                } else if (keys[j] == best[o]) {
                    bestIndex[o] = Math.min(bestIndex[o], index[j]);
                }
            }
        }
        pick(x.data(), from, values.data());
        return new Tensor[] {values, places};
    }

    private static void pick(Object x, int[] from, Object y) {
        for (int o = 0; o < from.length; o++) {
            if (from[o] >= 0 && x instanceof double[] d) {
                ((double[]) y)[o] = d[from[o]];
            } else if (from[o] >= 0) {
                System.arraycopy(x, from[o], y, o, 1);
            }
        }
    }
}
