package io.hessdiag.kernel;

import java.util.Arrays;

/**
 * Sums of {@code n} rows of {@code width} numbers each, one sum after the other, whose rows come a
 * few at a time; in {@link Summation}'s order, as {@link Strips#sumMiddle} takes them. A binary
 * counter of runs keeps one partial row per level.
 */
public final class RowSums {
    private final int n;
    private final int width;
    private final double[][] partial = Summation.rowLevels();
    private double[] left = {};
    private double[] right = {};
    private int row;
    private int runs;
    private int done;

    /** Adds {@code rows} rows, from row {@code first} on, to s, or sets s if {@code isFirst}. */
    @FunctionalInterface
    private interface Run {
        void add(int first, int rows, double[] s, boolean isFirst);
    }

    public RowSums(int n, int width) {
        this.n = n;
        this.width = width;
    }

    /** The next rows, x[0] on; every sum that is complete, plus init[0], goes to its row of z. */
    public void add(Object x, int rows, Object init, Object z) {
        add(
                (first, count, s, isFirst) ->
                        Summation.runOfRows(x, first * width, count, width, width, s, isFirst),
                rows,
                init,
                z);
    }

    /** The same of the products x[xAt + i] · y[yAt + i]. */
    public void addProducts(
            double[] x, int xAt, double[] y, int yAt, int rows, Object init, Object z) {
        left = left.length == width ? left : new double[width];
        right = right.length == width ? right : new double[width];
        add(
                (first, count, s, isFirst) -> {
                    neutral(s, isFirst);
                    for (int r = first; r < first + count; r++) {
                        System.arraycopy(x, xAt + r * width, left, 0, width);
                        System.arraycopy(y, yAt + r * width, right, 0, width);
                        addProduct(left, right, s, width);
                    }
                },
                rows,
                init,
                z);
    }

    /** The same of (w[r] · x) · x, x being row r from x[xAt] on. */
    public void addSquares(double[] w, double[] x, int xAt, int rows, Object init, Object z) {
        left = left.length == width ? left : new double[width];
        add(
                (first, count, s, isFirst) -> {
                    neutral(s, isFirst);
                    for (int r = first; r < first + count; r++) {
                        System.arraycopy(x, xAt + r * width, left, 0, width);
                        addSquare(w[r], left, s, width);
                    }
                },
                rows,
                init,
                z);
    }

    /** The sum of nothing: -0 + x has x's bits, for x = -0 too. */
    private void neutral(double[] s, boolean isFirst) {
        if (isFirst) {
            Arrays.fill(s, 0, width, -0.0);
        }
    }

    /** Rows from 0 on, for C2 to make vector instructions of it: see {@link Strips}. */
    private static void addProduct(double[] x, double[] y, double[] s, int n) {
        for (int j = 0; j < n; j++) {
            s[j] += x[j] * y[j];
        }
    }

    private static void addSquare(double w, double[] x, double[] s, int n) {
        for (int j = 0; j < n; j++) {
            s[j] += (w * x[j]) * x[j];
        }
    }

    private void add(Run run, int rows, Object init, Object z) {
        for (int r = 0; r < rows; ) {
            int within = row % Summation.RUN;
            int next = Math.min(Math.min(Summation.RUN - within, n - row), rows - r);
            double[] s = Summation.level(partial, Integer.bitCount(runs), width);
            run.add(r, next, s, within == 0);
            row += next;
            r += next;
            if (row % Summation.RUN == 0 || row == n) {
                Summation.carry(partial, runs++, width);
            }
            if (row == n) {
                finish(init, z);
            }
        }
    }

    private void finish(Object init, Object z) {
        Summation.collect(partial, runs, width);
        int at = done++ * width;
        double[] s = partial[0];
        if (z instanceof double[] y) {
            double start = ((double[]) init)[0];
            for (int j = 0; j < width; j++) {
                y[at + j] = start + s[j];
            }
        } else {
            float start = ((float[]) init)[0];
            float[] y = (float[]) z;
            for (int j = 0; j < width; j++) {
                y[at + j] = start + (float) s[j];
            }
        }
        row = 0;
        runs = 0;
    }
}
