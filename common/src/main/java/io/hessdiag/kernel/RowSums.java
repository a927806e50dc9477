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
    private int row;
    private int runs;
    private int done;

    /** Adds {@code rows} rows, from row {@code first} on, to s, or sets s if {@code isFirst}. */
    @FunctionalInterface
    private interface Run {
        void add(int first, int rows, double[] s, boolean isFirst);
    }

    /** Adds a row, element by element, to s. */
    @FunctionalInterface
    public interface RowAdder {
        void add(int row, double[] s);
    }

    public RowSums(int n, int width) {
        this.n = n;
        this.width = width;
    }

    /** The next rows, x[at] on; every sum that is complete, plus init[0], goes to its row of z. */
    public void add(Object x, int at, int rows, Object init, Object z) {
        add(
                (first, count, s, isFirst) ->
                        Summation.runOfRows(x, at + first * width, count, width, width, s, isFirst),
                rows,
                init,
                z);
    }

    /** The same of rows that {@code adder} adds: r from 0 on. */
    public void add(RowAdder adder, int rows, Object init, Object z) {
        add(
                (first, count, s, isFirst) -> {
                    if (isFirst) {
                        // The sum of nothing: -0 + x has x's bits, for x = -0 too.
                        Arrays.fill(s, 0, width, -0.0);
                    }
                    for (int r = first; r < first + count; r++) {
                        adder.add(r, s);
                    }
                },
                rows,
                init,
                z);
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
