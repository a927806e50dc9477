package io.hessdiag.kernel;

/**
 * The one order in which numbers are summed: runs of 16 one after another, then the runs' sums
 * pairwise, (r₀ + r₁) + (r₂ + r₃) and so on, an unpaired rest last. It depends on the count alone,
 * so that a sum has the same bits along whichever axis and on whichever machine it is taken; its
 * error grows as log n. f32 is summed in double.
 */
final class Summation {
    static final int RUN = 16;
    private static final int LEVELS = 32;

    /** Columns summed at a time: the partial rows of all levels in use stay in the caches. */
    private static final int COLUMNS = 512;

    private Summation() {}

    /** The sum of n ≥ 1 numbers of a {@code double[]} or {@code float[]}. */
    static double sum(Object x, int at, int n) {
        return sum(x, at, n, n <= RUN ? null : levels());
    }

    /** Scratch space for many sums. */
    static double[] levels() {
        return new double[LEVELS];
    }

    static double sum(Object x, int at, int n, double[] partial) {
        if (n <= RUN) {
            return run(x, at, n);
        }
        int runs = 0;
        for (int i = 0; i < n; i += RUN) {
            double s = run(x, at + i, Math.min(RUN, n - i));
            int top = Integer.bitCount(runs);
            for (int odd = runs; (odd & 1) == 1; odd >>= 1) {
                s = partial[--top] + s;
            }
            partial[top] = s;
            runs++;
        }
        int top = Integer.bitCount(runs) - 1;
        double s = partial[top];
        while (top > 0) {
            s = partial[--top] + s;
        }
        return s;
    }

    private static double run(Object x, int at, int n) {
        return x instanceof double[] d ? run(d, at, n) : run((float[]) x, at, n);
    }

    private static double run(double[] x, int at, int n) {
        double s = x[at];
        for (int i = 1; i < n; i++) {
            s += x[at + i];
        }
        return s;
    }

    private static double run(float[] x, int at, int n) {
        double s = x[at];
        for (int i = 1; i < n; i++) {
            s += x[at + i];
        }
        return s;
    }

    /**
     * out[outAt + j] = Σ_r x[at + r·width + j] over n ≥ 1 rows of {@code width} numbers, row by
     * row.
     *
     * @param partial from {@link #rowLevels}, for sums of no greater width than its first
     */
    static void sumRows(
            Object x, int at, int n, int width, Object out, int outAt, double[][] partial) {
        for (int from = 0; from < width; from += COLUMNS) {
            int columns = Math.min(COLUMNS, width - from);
            double[] sum = sumColumns(x, at + from, n, width, columns, partial);
            if (out instanceof double[] d) {
                System.arraycopy(sum, 0, d, outAt + from, columns);
            } else {
                for (int j = 0; j < columns; j++) {
                    ((float[]) out)[outAt + from + j] = (float) sum[j];
                }
            }
        }
    }

    /** Scratch space for many sums of rows. */
    static double[][] rowLevels() {
        return new double[LEVELS][];
    }

    private static double[] sumColumns(
            Object x, int at, int n, int width, int columns, double[][] partial) {
        int runs = 0;
        for (int r = 0; r < n; r += RUN) {
            int top = Integer.bitCount(runs);
            double[] s = level(partial, top, columns);
            runOfRows(x, at + r * width, Math.min(RUN, n - r), width, columns, s, true);
            carry(partial, runs++, columns);
        }
        collect(partial, runs, columns);
        return partial[0];
    }

    static double[] level(double[][] partial, int level, int columns) {
        if (partial[level] == null) {
            partial[level] = new double[columns];
        }
        return partial[level];
    }

    /** A run that follows {@code runs} others is done. */
    static void carry(double[][] partial, int runs, int columns) {
        int top = Integer.bitCount(runs);
        for (int odd = runs; (odd & 1) == 1; odd >>= 1) {
            add(partial[top - 1], partial[top], columns);
            top--;
        }
    }

    static void collect(double[][] partial, int runs, int columns) {
        for (int top = Integer.bitCount(runs) - 1; top > 0; top--) {
            add(partial[top - 1], partial[top], columns);
        }
    }

    private static void add(double[] x, double[] y, int n) {
        for (int j = 0; j < n; j++) {
            x[j] += y[j];
        }
    }

    /** s[j] = or, if not {@code isFirst}, += Σ_r x[at + r·width + j], row by row. */
    static void runOfRows(
            Object x, int at, int n, int width, int columns, double[] s, boolean isFirst) {
        if (x instanceof double[] d) {
            runOfRows(d, at, n, width, columns, s, isFirst);
            return;
        }
        float[] f = (float[]) x;
        for (int j = 0; isFirst && j < columns; j++) {
            s[j] = f[at + j];
        }
        for (int r = isFirst ? 1 : 0; r < n; r++) {
            addRow(f, at + r * width, s, columns);
        }
    }

    /** Four rows at a time: a sum is read and written once for all of them. */
    private static void runOfRows(
            double[] x, int at, int n, int width, int columns, double[] s, boolean isFirst) {
        int r = 0;
        if (isFirst && n >= 4) {
            setFour(x, at, width, s, columns);
            r = 4;
        } else if (isFirst) {
            System.arraycopy(x, at, s, 0, columns);
            r = 1;
        }
        for (; r + 3 < n; r += 4) {
            addFour(x, at + r * width, width, s, columns);
        }
        if (r + 1 < n) {
            addTwo(x, at + r * width, width, s, columns);
            r += 2;
        }
        if (r < n) {
            addRow(x, at + r * width, s, columns);
        }
    }

    private static void setFour(double[] x, int at, int width, double[] s, int n) {
        int b = at + width;
        int c = b + width;
        int d = c + width;
        for (int j = 0; j < n; j++) {
            s[j] = x[at + j] + x[b + j] + x[c + j] + x[d + j];
        }
    }

    private static void addFour(double[] x, int at, int width, double[] s, int n) {
        int b = at + width;
        int c = b + width;
        int d = c + width;
        for (int j = 0; j < n; j++) {
            s[j] = s[j] + x[at + j] + x[b + j] + x[c + j] + x[d + j];
        }
    }

    private static void addTwo(double[] x, int at, int width, double[] s, int n) {
        int b = at + width;
        for (int j = 0; j < n; j++) {
            s[j] = s[j] + x[at + j] + x[b + j];
        }
    }

    private static void addRow(double[] x, int at, double[] s, int n) {
        for (int j = 0; j < n; j++) {
            s[j] += x[at + j];
        }
    }

    private static void addRow(float[] x, int at, double[] s, int n) {
        for (int j = 0; j < n; j++) {
            s[j] += x[at + j];
        }
    }
}
