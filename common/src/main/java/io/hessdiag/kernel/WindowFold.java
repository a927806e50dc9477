package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.Arrays;

/**
 * Adds windows up where they overlap, set up once: window element (o, k) goes to o·stride +
 * k·dilation. The windows are walked in row-major order of their shape however they lie in memory,
 * so that each sum has one order; axes that run on in both arrays are walked as one.
 */
public final class WindowFold {
    private final int[] dims;
    private final int[] from;
    private final int[] to;
    private final int rank;
    private final int size;
    private final boolean isEmpty;

    /**
     * @param windows the windows' shape
     * @param from their strides in memory
     * @param result the shape that they are folded to
     */
    public WindowFold(
            Shape windows, Ints from, Shape result, Ints axes, Ints strides, Ints dilations) {
        int[] steps = WindowKernels.steps(result, axes, strides, dilations);
        this.dims = new int[windows.rank()];
        this.from = new int[windows.rank()];
        this.to = new int[windows.rank()];
        this.rank = merge(windows.toArray(), from.toArray(), steps);
        this.size = result.size();
        this.isEmpty = windows.size() == 0;
    }

    /** Fills the merged axes, outermost first; returns how many there are. */
    private int merge(int[] d, int[] x, int[] y) {
        int n = 0;
        for (int a = 0; a < d.length; a++) {
            if (d[a] == 1) {
                continue;
            }
            if (n > 0 && from[n - 1] == d[a] * x[a] && to[n - 1] == d[a] * y[a]) {
                n--;
                dims[n] *= d[a];
            } else {
                dims[n] = d[a];
            }
            from[n] = x[a];
            to[n++] = y[a];
        }
        return n;
    }

    /** The sums to {@code y}, from index 0; what it holds is overwritten. */
    public void apply(Object w, int at, Object y) {
        if (w instanceof double[] x) {
            double[] z = (double[]) y;
            Arrays.fill(z, 0, size, 0);
            if (!isEmpty) {
                add(0, x, at, z, 0);
            }
        } else {
            float[] z = (float[]) y;
            Arrays.fill(z, 0, size, 0);
            if (!isEmpty) {
                add(0, (float[]) w, at, z, 0);
            }
        }
    }

    private void add(int axis, double[] x, int at, double[] y, int yAt) {
        if (axis >= rank - 1) {
            int last = Math.max(0, rank - 1);
            boolean isRun = rank == 0 || from[last] == 1 && to[last] == 1;
            int n = rank == 0 ? 1 : dims[last];
            if (isRun) {
                run(n, x, at, y, yAt);
            } else {
                strided(n, x, at, from[last], y, yAt, to[last]);
            }
        } else {
            for (int i = 0; i < dims[axis]; i++) {
                add(axis + 1, x, at + i * from[axis], y, yAt + i * to[axis]);
            }
        }
    }

    private static void run(int n, double[] x, int at, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += x[at + i];
        }
    }

    private static void strided(int n, double[] x, int at, int step, double[] y, int yAt, int to) {
        for (int i = 0; i < n; i++) {
            y[yAt + i * to] += x[at + i * step];
        }
    }

    private void add(int axis, float[] x, int at, float[] y, int yAt) {
        if (axis >= rank - 1) {
            int step = rank == 0 ? 1 : from[rank - 1];
            int yStep = rank == 0 ? 1 : to[rank - 1];
            for (int i = 0; i < (rank == 0 ? 1 : dims[rank - 1]); i++) {
                y[yAt + i * yStep] += x[at + i * step];
            }
        } else {
            for (int i = 0; i < dims[axis]; i++) {
                add(axis + 1, x, at + i * from[axis], y, yAt + i * to[axis]);
            }
        }
    }
}
