package io.hessdiag.kernel;

import java.util.Arrays;

/**
 * An array read along axes with given sizes and strides, in row-major order of those axes: what
 * transpose, broadcast_in_dim (stride 0), slice and reverse do. Axes of size 1 are dropped and
 * neighbours that run on are merged, so that the last axis is as long as it can be.
 */
public final class StridedRead {
    private final int[] sizes;
    private final int[] strides;

    private StridedRead(int[] sizes, int[] strides) {
        this.sizes = sizes;
        this.strides = strides;
    }

    public static StridedRead of(int[] sizes, int[] strides) {
        int[] mergedSizes = new int[sizes.length];
        int[] mergedStrides = new int[sizes.length];
        int n = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == 1) {
                continue;
            }
            if (n > 0 && mergedStrides[n - 1] == (long) strides[i] * sizes[i]) {
                mergedSizes[n - 1] *= sizes[i];
                mergedStrides[n - 1] = strides[i];
            } else {
                mergedSizes[n] = sizes[i];
                mergedStrides[n++] = strides[i];
            }
        }
        return new StridedRead(Arrays.copyOf(mergedSizes, n), Arrays.copyOf(mergedStrides, n));
    }

    /** Merged axes that are left; 0 for a single element. */
    public int rank() {
        return sizes.length;
    }

    public int size(int axis) {
        return sizes[axis];
    }

    public int stride(int axis) {
        return strides[axis];
    }

    /** Copies all elements, source from {@code start}, target contiguously from {@code at}. */
    public void copy(Object source, int start, Object target, int at) {
        axis(0, source, start, target, at);
    }

    private int axis(int axis, Object source, int start, Object target, int at) {
        if (axis >= sizes.length - 1) {
            int n = sizes.length == 0 ? 1 : sizes[axis];
            run(source, start, sizes.length == 0 ? 1 : strides[axis], target, at, n);
            return at + n;
        }
        int next = at;
        for (int i = 0; i < sizes[axis]; i++) {
            next = axis(axis + 1, source, start + i * strides[axis], target, next);
        }
        return next;
    }

    /** {@code n} elements that lie {@code step} apart. */
    static void run(Object source, int start, int step, Object target, int at, int n) {
        if (step == 1) {
            System.arraycopy(source, start, target, at, n);
        } else if (source instanceof double[] x) {
            run(x, start, step, (double[]) target, at, n);
        } else if (source instanceof float[] x) {
            run(x, start, step, (float[]) target, at, n);
        } else if (source instanceof long[] x) {
            run(x, start, step, (long[]) target, at, n);
        } else {
            run((boolean[]) source, start, step, (boolean[]) target, at, n);
        }
    }

    static void run(double[] x, int start, int step, double[] y, int at, int n) {
        if (step == 0) {
            Arrays.fill(y, at, at + n, x[start]);
            return;
        }
        for (int i = 0, from = start; i < n; i++, from += step) {
            y[at + i] = x[from];
        }
    }

    static void run(float[] x, int start, int step, float[] y, int at, int n) {
        if (step == 0) {
            Arrays.fill(y, at, at + n, x[start]);
            return;
        }
        for (int i = 0, from = start; i < n; i++, from += step) {
            y[at + i] = x[from];
        }
    }

    static void run(long[] x, int start, int step, long[] y, int at, int n) {
        if (step == 0) {
            Arrays.fill(y, at, at + n, x[start]);
            return;
        }
        for (int i = 0, from = start; i < n; i++, from += step) {
            y[at + i] = x[from];
        }
    }

    static void run(boolean[] x, int start, int step, boolean[] y, int at, int n) {
        if (step == 0) {
            Arrays.fill(y, at, at + n, x[start]);
            return;
        }
        for (int i = 0, from = start; i < n; i++, from += step) {
            y[at + i] = x[from];
        }
    }
}
