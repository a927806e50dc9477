package io.hessdiag.kernel;

/**
 * Loops over the same part, at … at + n - 1, of several arrays; floats are f64 or f32. One index
 * for all arrays: C2 (JDK 17) turns that into vector instructions, and loops over arrays from
 * different places not (0.12 against 0.4 ns per element). z may be an operand.
 */
public final class Strips {
    private Strips() {}

    /** z[i] = f(x[i]). */
    public static void unary(UnaryKernel f, double[] x, double[] z, int at, int n) {
        int end = at + n;
        switch (f) {
            case NEGATE -> {
                for (int i = at; i < end; i++) {
                    z[i] = -x[i];
                }
            }
            case SQUARE -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] * x[i];
                }
            }
            default -> f.run(x, at, z, at, n);
        }
    }

    /** z[i] = f(x[i], y[i]). */
    public static void binary(BinaryKernel f, double[] x, double[] y, double[] z, int at, int n) {
        int end = at + n;
        switch (f) {
            case ADD -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] + y[i];
                }
            }
            case SUBTRACT -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] - y[i];
                }
            }
            case MULTIPLY -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] * y[i];
                }
            }
            case DIVIDE -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] / y[i];
                }
            }
            default -> f.run(x, at, y, at, z, at, n);
        }
    }

    /** As above in f32. */
    public static void binary(BinaryKernel f, float[] x, float[] y, float[] z, int at, int n) {
        int end = at + n;
        switch (f) {
            case ADD -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] + y[i];
                }
            }
            case SUBTRACT -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] - y[i];
                }
            }
            case MULTIPLY -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] * y[i];
                }
            }
            case DIVIDE -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] / y[i];
                }
            }
            default -> f.run(x, at, y, at, z, at, n);
        }
    }

    /** z[i] = x[i] ∘ y[i] as IEEE 754 compares. */
    public static void compare(
            CompareKernel direction, Object x, Object y, boolean[] z, int at, int n) {
        if (x instanceof double[] a) {
            compare(direction, a, (double[]) y, z, at, n);
        } else {
            compare(direction, (float[]) x, (float[]) y, z, at, n);
        }
    }

    private static void compare(
            CompareKernel direction, double[] x, double[] y, boolean[] z, int at, int n) {
        int end = at + n;
        switch (direction) {
            case EQ -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] == y[i];
                }
            }
            case NE -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] != y[i];
                }
            }
            case GE -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] >= y[i];
                }
            }
            case GT -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] > y[i];
                }
            }
            case LE -> compare(CompareKernel.GE, y, x, z, at, n);
            case LT -> compare(CompareKernel.GT, y, x, z, at, n);
        }
    }

    private static void compare(
            CompareKernel direction, float[] x, float[] y, boolean[] z, int at, int n) {
        int end = at + n;
        switch (direction) {
            case EQ -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] == y[i];
                }
            }
            case NE -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] != y[i];
                }
            }
            case GE -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] >= y[i];
                }
            }
            case GT -> {
                for (int i = at; i < end; i++) {
                    z[i] = x[i] > y[i];
                }
            }
            case LE -> compare(CompareKernel.GE, y, x, z, at, n);
            case LT -> compare(CompareKernel.GT, y, x, z, at, n);
        }
    }

    /** z[i] = p[i] ? x[i] : y[i]. */
    public static void select(boolean[] p, Object x, Object y, Object z, int at, int n) {
        int end = at + n;
        if (x instanceof double[] a) {
            double[] b = (double[]) y;
            double[] c = (double[]) z;
            for (int i = at; i < end; i++) {
                c[i] = p[i] ? a[i] : b[i];
            }
        } else {
            float[] a = (float[]) x;
            float[] b = (float[]) y;
            float[] c = (float[]) z;
            for (int i = at; i < end; i++) {
                c[i] = p[i] ? a[i] : b[i];
            }
        }
    }

    /** Between f64 and f32, and from i1 to either; z's kind says which. */
    public static void convert(Object x, Object z, int at, int n) {
        int end = at + n;
        if (x instanceof boolean[] p) {
            convert(p, z, at, end);
        } else if (z instanceof double[] c) {
            float[] a = (float[]) x;
            for (int i = at; i < end; i++) {
                c[i] = a[i];
            }
        } else {
            float[] c = (float[]) z;
            double[] a = (double[]) x;
            for (int i = at; i < end; i++) {
                c[i] = (float) a[i];
            }
        }
    }

    /** By way of an int, which is no branch to mispredict. */
    private static void convert(boolean[] p, Object z, int at, int end) {
        if (z instanceof double[] c) {
            for (int i = at; i < end; i++) {
                int bit = p[i] ? 1 : 0;
                c[i] = bit;
            }
        } else {
            float[] c = (float[]) z;
            for (int i = at; i < end; i++) {
                int bit = p[i] ? 1 : 0;
                c[i] = bit;
            }
        }
    }

    /**
     * z[zAt + r] = init + Σ_i x[xAt + r·width + i] over {@code width} ≥ 1 numbers, for {@code rows}
     * rows, in {@link Summation}'s order.
     */
    public static void sumRows(
            Object x, int xAt, int width, Object init, int initAt, Object z, int zAt, int rows) {
        double[] levels = Summation.levels();
        if (x instanceof double[] a) {
            double start = ((double[]) init)[initAt];
            double[] c = (double[]) z;
            int done = width <= Summation.RUN ? shortRows(a, xAt, width, start, c, zAt, rows) : 0;
            for (int r = done; r < rows; r++) {
                c[zAt + r] = start + Summation.sum(a, xAt + r * width, width, levels);
            }
        } else {
            float start = ((float[]) init)[initAt];
            float[] c = (float[]) z;
            for (int r = 0; r < rows; r++) {
                c[zAt + r] = start + (float) Summation.sum(x, xAt + r * width, width, levels);
            }
        }
    }

    /**
     * Sums of one run each, four rows at a time, so that additions need not wait for each other.
     */
    private static int shortRows(
            double[] x, int xAt, int width, double start, double[] z, int zAt, int rows) {
        int r = 0;
        for (; r + 3 < rows; r += 4) {
            int a = xAt + r * width;
            int b = a + width;
            int c = b + width;
            int d = c + width;
            double p = x[a];
            double q = x[b];
            double s = x[c];
            double t = x[d];
            for (int i = 1; i < width; i++) {
                p += x[a + i];
                q += x[b + i];
                s += x[c + i];
                t += x[d + i];
            }
            z[zAt + r] = start + p;
            z[zAt + r + 1] = start + q;
            z[zAt + r + 2] = start + s;
            z[zAt + r + 3] = start + t;
        }
        return r;
    }

    /** z[o, j] = init + Σ_i x[o, i, j] over n ≥ 1 numbers, all arrays whole and row-major. */
    public static void sumMiddle(Object x, int outer, int n, int inner, Object init, Object z) {
        if (inner == 1) {
            sumRows(x, 0, n, init, 0, z, 0, outer);
            return;
        }
        double[][] levels = Summation.rowLevels();
        for (int o = 0; o < outer; o++) {
            Summation.sumRows(x, o * n * inner, n, inner, z, o * inner, levels);
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
