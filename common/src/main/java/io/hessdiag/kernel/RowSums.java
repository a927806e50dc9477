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
    private final double[][] fronts = new double[3][];
    private int row;
    private int runs;
    private int done;

    /** Adds {@code rows} rows, from row {@code first} on, to s, or sets s if {@code isFirst}. */
    @FunctionalInterface
    private interface Run {
        void add(int first, int rows, double[] s, boolean isFirst);
    }

    /** Where in an array the next rows are. */
    public record Rows(double[] array, int at) {}

    /**
     * Where the parts are of which rows consist: {@code stride} apart, or each one number over and
     * over.
     */
    public record Parts(double[] array, int at, int stride, boolean isNumbers) {
        private int at(int part) {
            return at + part * stride;
        }
    }

    public RowSums(int n, int width) {
        this.n = n;
        this.width = width;
    }

    /** Forgets all rows: the next one is the first of the first sum. */
    public void restart() {
        row = 0;
        runs = 0;
        done = 0;
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

    /** The same of the products a · b, or (a · b) · c where there is a c. */
    public void addProducts(Rows a, Rows b, Rows c, int rows, Object init, Object z) {
        if (ShortRows.fits(width)) {
            add(c == null ? vectors(a, b) : vectors(a, b, c), rows, init, z);
            return;
        }
        add(
                (first, count, s, isFirst) -> {
                    neutral(s, isFirst);
                    for (int r = first; r < first + count; r++) {
                        double[] x = front(0, a, r);
                        double[] y = a.equals(b) ? x : front(1, b, r);
                        if (c == null) {
                            addProduct(x, y, s, width);
                        } else {
                            addProduct(x, y, front(2, c, r), s, width);
                        }
                    }
                },
                rows,
                init,
                z);
    }

    /**
     * The same of (a · b) · c, rows consisting of parts of {@code part} numbers, which {@link
     * ShortRows#fits}; at most one of a, b and c has one number per part.
     */
    public void addProducts(Parts a, Parts b, Parts c, int part, int rows, Object init, Object z) {
        add(
                (first, count, s, isFirst) -> {
                    neutral(s, isFirst);
                    int parts = width / part;
                    for (int p = first * parts; p < (first + count) * parts; p += parts) {
                        addParts(a, b, c, p, parts, part, s);
                    }
                },
                rows,
                init,
                z);
    }

    private static void addParts(
            Parts a, Parts b, Parts c, int p, int parts, int part, double[] s) {
        if (c.isNumbers) {
            addParts(c, false, a, b, p, parts, part, s);
        } else if (a.isNumbers) {
            addParts(a, true, b, c, p, parts, part, s);
        } else if (b.isNumbers) {
            addParts(b, true, a, c, p, parts, part, s);
        } else {
            ShortRows.addRows(
                    a.array, a.at(p), a.stride, b.array, b.at(p), b.stride, c.array, c.at(p),
                    c.stride, s, parts, part);
        }
    }

    private static void addParts(
            Parts w, boolean isFirst, Parts x, Parts y, int p, int parts, int part, double[] s) {
        ShortRows.addRowsByNumbers(
                w.array, w.at(p), w.stride, isFirst, x.array, x.at(p), x.stride, y.array, y.at(p),
                y.stride, s, parts, part);
    }

    /** The same of (w[r] · a) · b. */
    public void addWeighted(double[] w, Rows a, Rows b, int rows, Object init, Object z) {
        if (ShortRows.fits(width)) {
            add(vectors(w, a, b), rows, init, z);
            return;
        }
        add(
                (first, count, s, isFirst) -> {
                    neutral(s, isFirst);
                    for (int r = first; r < first + count; r++) {
                        double[] x = front(0, a, r);
                        double[] y = a.equals(b) ? x : front(1, b, r);
                        addWeighted(w[r], x, y, s, width);
                    }
                },
                rows,
                init,
                z);
    }

    private Run vectors(Rows a, Rows b) {
        return (first, count, s, isFirst) -> {
            neutral(s, isFirst);
            int x = a.at + first * width;
            int y = b.at + first * width;
            ShortRows.addProducts(a.array, x, b.array, y, s, count, width);
        };
    }

    private Run vectors(Rows a, Rows b, Rows c) {
        return (first, count, s, isFirst) -> {
            neutral(s, isFirst);
            int x = a.at + first * width;
            int y = b.at + first * width;
            int z = c.at + first * width;
            ShortRows.addProducts(a.array, x, b.array, y, c.array, z, s, count, width);
        };
    }

    private Run vectors(double[] w, Rows a, Rows b) {
        return (first, count, s, isFirst) -> {
            neutral(s, isFirst);
            int x = a.at + first * width;
            int y = b.at + first * width;
            ShortRows.addWeighted(w, first, a.array, x, b.array, y, s, count, width);
        };
    }

    /** An array that has row r from index 0 on: see {@link Strips}. */
    private double[] front(int factor, Rows x, int r) {
        int at = x.at + r * width;
        if (at == 0) {
            return x.array;
        }
        if (fronts[factor] == null) {
            fronts[factor] = new double[width];
        }
        System.arraycopy(x.array, at, fronts[factor], 0, width);
        return fronts[factor];
    }

    /** The sum of nothing: -0 + x has x's bits, for x = -0 too. */
    private void neutral(double[] s, boolean isFirst) {
        if (isFirst) {
            Arrays.fill(s, 0, width, -0.0);
        }
    }

    private static void addProduct(double[] x, double[] y, double[] s, int n) {
        for (int j = 0; j < n; j++) {
            s[j] += x[j] * y[j];
        }
    }

    private static void addProduct(double[] x, double[] y, double[] z, double[] s, int n) {
        for (int j = 0; j < n; j++) {
            s[j] += (x[j] * y[j]) * z[j];
        }
    }

    private static void addWeighted(double w, double[] x, double[] y, double[] s, int n) {
        for (int j = 0; j < n; j++) {
            s[j] += (w * x[j]) * y[j];
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
