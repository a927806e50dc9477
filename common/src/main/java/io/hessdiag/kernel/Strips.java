package io.hessdiag.kernel;

/** Loops over parts of arrays, for callers that keep their own arrays; floats are f64 or f32. */
public final class Strips {
    private Strips() {}

    /** z[zAt + i] = x[xAt + i] ∘ y[yAt + i] as IEEE 754 compares. */
    public static void compare(CompareKernel direction, Object x, int xAt, Object y, int yAt,
            boolean[] z, int zAt, int n) {
        if (x instanceof double[] a) {
            compare(direction, a, xAt, (double[]) y, yAt, z, zAt, n);
        } else {
            compare(direction, (float[]) x, xAt, (float[]) y, yAt, z, zAt, n);
        }
    }

    private static void compare(CompareKernel direction, double[] x, int xAt, double[] y, int yAt,
            boolean[] z, int zAt, int n) {
        switch (direction) {
            case EQ -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = x[xAt + i] == y[yAt + i];
                }
            }
            case NE -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = x[xAt + i] != y[yAt + i];
                }
            }
            case GE -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = x[xAt + i] >= y[yAt + i];
                }
            }
            case GT -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = x[xAt + i] > y[yAt + i];
                }
            }
            case LE -> compare(CompareKernel.GE, y, yAt, x, xAt, z, zAt, n);
            case LT -> compare(CompareKernel.GT, y, yAt, x, xAt, z, zAt, n);
        }
    }

    private static void compare(CompareKernel direction, float[] x, int xAt, float[] y, int yAt,
            boolean[] z, int zAt, int n) {
        switch (direction) {
            case EQ -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = x[xAt + i] == y[yAt + i];
                }
            }
            case NE -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = x[xAt + i] != y[yAt + i];
                }
            }
            case GE -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = x[xAt + i] >= y[yAt + i];
                }
            }
            case GT -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = x[xAt + i] > y[yAt + i];
                }
            }
            case LE -> compare(CompareKernel.GE, y, yAt, x, xAt, z, zAt, n);
            case LT -> compare(CompareKernel.GT, y, yAt, x, xAt, z, zAt, n);
        }
    }

    /** z[zAt + i] = p[pAt + i] ? x[xAt + i] : y[yAt + i]. */
    public static void select(boolean[] p, int pAt, Object x, int xAt, Object y, int yAt,
            Object z, int zAt, int n) {
        if (x instanceof double[] a) {
            double[] b = (double[]) y;
            double[] c = (double[]) z;
            for (int i = 0; i < n; i++) {
                c[zAt + i] = p[pAt + i] ? a[xAt + i] : b[yAt + i];
            }
        } else {
            float[] a = (float[]) x;
            float[] b = (float[]) y;
            float[] c = (float[]) z;
            for (int i = 0; i < n; i++) {
                c[zAt + i] = p[pAt + i] ? a[xAt + i] : b[yAt + i];
            }
        }
    }

    /** Between f64 and f32, and from i1 to either; z's kind says which. */
    public static void convert(Object x, int xAt, Object z, int zAt, int n) {
        if (z instanceof double[] c) {
            for (int i = 0; i < n; i++) {
                c[zAt + i] = x instanceof float[] f ? f[xAt + i] : ((boolean[]) x)[xAt + i] ? 1 : 0;
            }
        } else {
            float[] c = (float[]) z;
            for (int i = 0; i < n; i++) {
                c[zAt + i] = x instanceof double[] d ? (float) d[xAt + i]
                        : ((boolean[]) x)[xAt + i] ? 1 : 0;
            }
        }
    }

    /**
     * z[zAt + r] = init + Σ_i x[xAt + r·width + i] over {@code width} ≥ 1 numbers, for {@code rows}
     * rows, in {@link Summation}'s order.
     */
    public static void sumRows(Object x, int xAt, int width, Object init, int initAt, Object z,
            int zAt, int rows) {
        if (x instanceof double[] a) {
            double start = ((double[]) init)[initAt];
            double[] c = (double[]) z;
            for (int r = 0; r < rows; r++) {
                c[zAt + r] = start + Summation.sum(a, xAt + r * width, width);
            }
        } else {
            float start = ((float[]) init)[initAt];
            float[] c = (float[]) z;
            for (int r = 0; r < rows; r++) {
                c[zAt + r] = start + (float) Summation.sum(x, xAt + r * width, width);
            }
        }
    }

    /** z[o, j] = init + Σ_i x[o, i, j] over n ≥ 1 numbers, all arrays whole and row-major. */
    public static void sumMiddle(Object x, int outer, int n, int inner, Object init, Object z) {
        if (inner == 1) {
            sumRows(x, 0, n, init, 0, z, 0, outer);
            return;
        }
        for (int o = 0; o < outer; o++) {
            Summation.sumRows(x, o * n * inner, n, inner, z, o * inner);
        }
        if (z instanceof double[] c) {
            double start = ((double[]) init)[0];
            for (int i = 0; i < outer * inner; i++) {
                c[i] = start + c[i];
            }
        } else {
            float start = ((float[]) init)[0];
            float[] c = (float[]) z;
            for (int i = 0; i < outer * inner; i++) {
                c[i] = start + c[i];
            }
        }
    }
}
