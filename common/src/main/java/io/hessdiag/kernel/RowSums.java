package io.hessdiag.kernel;

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

    public RowSums(int n, int width) {
        this.n = n;
        this.width = width;
    }

    /** The next rows, x[0] on; every sum that is complete, plus init[0], goes to its row of z. */
    public void add(Object x, int rows, Object init, Object z) {
        for (int r = 0; r < rows; ) {
            int within = row % Summation.RUN;
            int next = Math.min(Math.min(Summation.RUN - within, n - row), rows - r);
            double[] s = Summation.level(partial, Integer.bitCount(runs), width);
            Summation.runOfRows(x, r * width, next, width, width, s, within == 0);
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
