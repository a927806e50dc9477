package io.hessdiag.kernel;

import java.util.Arrays;

/**
 * Copies a box of elements between two arrays that are walked with any strides: dst[dstAt + Σ
 * i_a·dstStrides[a]] = src[srcAt + Σ i_a·srcStrides[a]]. All structural operations are such copies:
 * a broadcast has source strides 0, a reversal negative ones. Axes that can be walked as one are
 * merged when the copy is set up, so that contiguous boxes become block moves.
 */
public final class StridedCopy {
    private static final int TILE = 32;

    private final int[] dims;
    private final int[] src;
    private final int[] dst;
    private final boolean empty;
    private final int rank;

    public StridedCopy(int[] dims, int[] srcStrides, int[] dstStrides) {
        this.dims = new int[dims.length];
        src = new int[dims.length];
        dst = new int[dims.length];
        empty = Arrays.stream(dims).anyMatch(d -> d == 0);
        rank = merge(dims, srcStrides, dstStrides);
    }

    /** Fills the merged axes, innermost first; returns how many there are. */
    private int merge(int[] d, int[] s, int[] t) {
        int count = 0;
        for (int a = d.length - 1; a >= 0; a--) {
            if (d[a] == 1) {
                continue;
            }
            int inner = count - 1;
            if (count > 0 && s[a] == src[inner] * dims[inner] && t[a] == dst[inner] * dims[inner]) {
                dims[inner] *= d[a];
            } else {
                dims[count] = d[a];
                src[count] = s[a];
                dst[count] = t[a];
                count++;
            }
        }
        return count;
    }

    /** Arrays of one kind; they must not overlap. */
    public void copy(Object from, int fromAt, Object to, int toAt) {
        if (empty) {
            return;
        }
        if (rank == 0) {
            System.arraycopy(from, fromAt, to, toAt, 1);
        } else {
            copy(rank - 1, from, fromAt, to, toAt);
        }
    }

    private void copy(int axis, Object from, int fromAt, Object to, int toAt) {
        if (axis == 0) {
            run(from, fromAt, to, toAt);
        } else if (axis == 1 && src[1] == 1 && dst[0] == 1) {
            transpose(from, fromAt, to, toAt);
        } else {
            for (int i = 0; i < dims[axis]; i++) {
                copy(axis - 1, from, fromAt + i * src[axis], to, toAt + i * dst[axis]);
            }
        }
    }

    /** Tile by tile, so that the cache lines of both sides are used whole. */
    private void transpose(Object from, int fromAt, Object to, int toAt) {
        for (int i = 0; i < dims[1]; i += TILE) {
            for (int j = 0; j < dims[0]; j += TILE) {
                int rows = Math.min(dims[1] - i, TILE);
                int columns = Math.min(dims[0] - j, TILE);
                tile(from, fromAt + i + j * src[0], to, toAt + i * dst[1] + j, rows, columns);
            }
        }
    }

    private void tile(Object from, int fromAt, Object to, int toAt, int rows, int columns) {
        int done = 0;
        if (from instanceof double[] x) {
            for (; done + 3 < columns; done += 4) {
                columns(x, fromAt + done * src[0], (double[]) to, toAt + done, rows);
            }
        }
        for (int k = 0; done < columns && k < rows; k++) {
            int at = fromAt + k + done * src[0];
            strided(from, at, src[0], to, toAt + k * dst[1] + done, 1, columns - done);
        }
    }

    /** Four columns of the result, read from four lines. */
    private void columns(double[] x, int a, double[] y, int toAt, int rows) {
        int b = a + src[0];
        int c = b + src[0];
        int d = c + src[0];
        for (int k = 0, at = toAt; k < rows; k++, at += dst[1]) {
            y[at] = x[a + k];
            y[at + 1] = x[b + k];
            y[at + 2] = x[c + k];
            y[at + 3] = x[d + k];
        }
    }

    private void run(Object from, int fromAt, Object to, int toAt) {
        int n = dims[0];
        if (dst[0] == 1 && src[0] == 1) {
            System.arraycopy(from, fromAt, to, toAt, n);
        } else if (dst[0] == 1 && src[0] == 0) {
            fill(from, fromAt, to, toAt, n);
        } else {
            strided(from, fromAt, src[0], to, toAt, dst[0], n);
        }
    }

    private static void fill(Object from, int at, Object to, int toAt, int n) {
        if (from instanceof double[] x) {
            Arrays.fill((double[]) to, toAt, toAt + n, x[at]);
        } else if (from instanceof float[] x) {
            Arrays.fill((float[]) to, toAt, toAt + n, x[at]);
        } else if (from instanceof long[] x) {
            Arrays.fill((long[]) to, toAt, toAt + n, x[at]);
        } else {
            Arrays.fill((boolean[]) to, toAt, toAt + n, ((boolean[]) from)[at]);
        }
    }

    private static void strided(
            Object from, int at, int step, Object to, int toAt, int toStep, int n) {
        if (from instanceof double[] x) {
            strided(x, at, step, (double[]) to, toAt, toStep, n);
        } else if (from instanceof float[] x) {
            strided(x, at, step, (float[]) to, toAt, toStep, n);
        } else if (from instanceof long[] x) {
            strided(x, at, step, (long[]) to, toAt, toStep, n);
        } else {
            strided((boolean[]) from, at, step, (boolean[]) to, toAt, toStep, n);
        }
    }

    private static void strided(
            double[] x, int at, int step, double[] y, int toAt, int toStep, int n) {
        for (int i = 0; i < n; i++) {
            y[toAt + i * toStep] = x[at + i * step];
        }
    }

    private static void strided(
            float[] x, int at, int step, float[] y, int toAt, int toStep, int n) {
        for (int i = 0; i < n; i++) {
            y[toAt + i * toStep] = x[at + i * step];
        }
    }

    private static void strided(long[] x, int at, int step, long[] y, int toAt, int toStep, int n) {
        for (int i = 0; i < n; i++) {
            y[toAt + i * toStep] = x[at + i * step];
        }
    }

    private static void strided(
            boolean[] x, int at, int step, boolean[] y, int toAt, int toStep, int n) {
        for (int i = 0; i < n; i++) {
            y[toAt + i * toStep] = x[at + i * step];
        }
    }
}
