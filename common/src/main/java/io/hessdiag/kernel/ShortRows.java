package io.hessdiag.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over rows of whole vectors, wherever in their arrays the rows begin: the compiler's own
 * vector loops take long to get going and want one index for all arrays. A column of a sum stays in
 * a register over all rows; its terms are added in their order, so that the bits are those of plain
 * loops.
 */
public final class ShortRows {
    private static final int LANES = Lanes.COUNT;

    /** Vectors of columns at a time: additions need not wait for each other. */
    private static final int TILE = 4;

    private ShortRows() {}

    public static boolean fits(int width) {
        return LANES > 1 && width % LANES == 0;
    }

    /** Columns that are summed tile by tile; the others are, row by row, where the sums are. */
    private static int tiles(int rows, int width) {
        return rows < TILE ? 0 : width - width % (TILE * LANES);
    }

    /** s[j] += x[r, j] y[r, j] for one row r after the other. */
    static void addProducts(
            double[] x, int xAt, double[] y, int yAt, double[] s, int rows, int width) {
        int tiles = tiles(rows, width);
        for (int j = 0; j < tiles; j += TILE * LANES) {
            Vectors.tile(x, xAt + j, y, yAt + j, s, j, rows, width);
        }
        for (int r = 0; r < rows && tiles < width; r++) {
            Vectors.row(x, xAt + r * width, y, yAt + r * width, s, tiles, width);
        }
    }

    /** s[j] += (x[r, j] y[r, j]) z[r, j] for one row r after the other. */
    static void addProducts(
            double[] x,
            int xAt,
            double[] y,
            int yAt,
            double[] z,
            int zAt,
            double[] s,
            int rows,
            int width) {
        int tiles = tiles(rows, width);
        for (int j = 0; j < tiles; j += TILE * LANES) {
            Vectors.tile(x, xAt + j, y, yAt + j, z, zAt + j, s, j, rows, width);
        }
        for (int r = 0; r < rows && tiles < width; r++) {
            int at = r * width;
            Vectors.row(x, xAt + at, y, yAt + at, z, zAt + at, s, tiles, width);
        }
    }

    /** s[j] += (w[first + r] x[r, j]) y[r, j] for one row r after the other. */
    static void addWeighted(
            double[] w,
            int first,
            double[] x,
            int xAt,
            double[] y,
            int yAt,
            double[] s,
            int rows,
            int width) {
        int tiles = tiles(rows, width);
        for (int j = 0; j < tiles; j += TILE * LANES) {
            Vectors.weightedTile(w, first, x, xAt + j, y, yAt + j, s, j, rows, width);
        }
        for (int r = 0; r < rows && tiles < width; r++) {
            Vectors.weightedRow(
                    w[first + r], x, xAt + r * width, y, yAt + r * width, s, tiles, width);
        }
    }

    /**
     * s[r, j] += (x[r, j] y[r, j]) z[r, j], rows of x, y and z being {@code xRow}, {@code yRow} and
     * {@code zRow} apart.
     */
    static void addRows(
            double[] x,
            int xAt,
            int xRow,
            double[] y,
            int yAt,
            int yRow,
            double[] z,
            int zAt,
            int zRow,
            double[] s,
            int rows,
            int width) {
        for (int r = 0, a = xAt, b = yAt, c = zAt; r < rows; r++, a += xRow, b += yRow, c += zRow) {
            int k = r * width;
            Vectors.row(x, a - k, y, b - k, z, c - k, s, k, k + width);
        }
    }

    /**
     * s[r, j] += (x[r, j] y[r, j]) w[r], or (w[r] x[r, j]) y[r, j] where the numbers come first.
     */
    static void addRowsByNumbers(
            double[] w,
            int wAt,
            int wRow,
            boolean isFirst,
            double[] x,
            int xAt,
            int xRow,
            double[] y,
            int yAt,
            int yRow,
            double[] s,
            int rows,
            int width) {
        for (int r = 0, a = xAt, b = yAt, c = wAt; r < rows; r++, a += xRow, b += yRow, c += wRow) {
            int k = r * width;
            if (isFirst) {
                Vectors.weightedRow(w[c], x, a - k, y, b - k, s, k, k + width);
            } else {
                Vectors.scaledRow(w[c], x, a - k, y, b - k, s, k, k + width);
            }
        }
    }

    /** y[r, j] = x[r], x's elements being {@code step} apart. */
    public static void fill(
            double[] x, int xAt, int step, double[] y, int yAt, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            Vectors.fill(x[xAt + r * step], y, yAt + r * width, width);
        }
    }

    /**
     * Apart, since the module may be missing. No helpers: where C2 finds a call too rare to take
     * its method in, vectors would be objects.
     */
    private static final class Vectors {
        static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

        static void tile(
                double[] x, int a, double[] y, int b, double[] s, int j, int rows, int width) {
            DoubleVector s0 = fromArray(SPECIES, s, j);
            DoubleVector s1 = fromArray(SPECIES, s, j + LANES);
            DoubleVector s2 = fromArray(SPECIES, s, j + 2 * LANES);
            DoubleVector s3 = fromArray(SPECIES, s, j + 3 * LANES);
            for (int r = 0; r < rows; r++, a += width, b += width) {
                s0 = s0.add(fromArray(SPECIES, x, a).mul(fromArray(SPECIES, y, b)));
                s1 = s1.add(fromArray(SPECIES, x, a + LANES).mul(fromArray(SPECIES, y, b + LANES)));
                s2 =
                        s2.add(
                                fromArray(SPECIES, x, a + 2 * LANES)
                                        .mul(fromArray(SPECIES, y, b + 2 * LANES)));
                s3 =
                        s3.add(
                                fromArray(SPECIES, x, a + 3 * LANES)
                                        .mul(fromArray(SPECIES, y, b + 3 * LANES)));
            }
            s0.intoArray(s, j);
            s1.intoArray(s, j + LANES);
            s2.intoArray(s, j + 2 * LANES);
            s3.intoArray(s, j + 3 * LANES);
        }

        static void tile(
                double[] x,
                int a,
                double[] y,
                int b,
                double[] z,
                int c,
                double[] s,
                int j,
                int rows,
                int width) {
            DoubleVector s0 = fromArray(SPECIES, s, j);
            DoubleVector s1 = fromArray(SPECIES, s, j + LANES);
            DoubleVector s2 = fromArray(SPECIES, s, j + 2 * LANES);
            DoubleVector s3 = fromArray(SPECIES, s, j + 3 * LANES);
            for (int r = 0; r < rows; r++, a += width, b += width, c += width) {
                s0 =
                        s0.add(
                                fromArray(SPECIES, x, a)
                                        .mul(fromArray(SPECIES, y, b))
                                        .mul(fromArray(SPECIES, z, c)));
                s1 =
                        s1.add(
                                fromArray(SPECIES, x, a + LANES)
                                        .mul(fromArray(SPECIES, y, b + LANES))
                                        .mul(fromArray(SPECIES, z, c + LANES)));
                s2 =
                        s2.add(
                                fromArray(SPECIES, x, a + 2 * LANES)
                                        .mul(fromArray(SPECIES, y, b + 2 * LANES))
                                        .mul(fromArray(SPECIES, z, c + 2 * LANES)));
                s3 =
                        s3.add(
                                fromArray(SPECIES, x, a + 3 * LANES)
                                        .mul(fromArray(SPECIES, y, b + 3 * LANES))
                                        .mul(fromArray(SPECIES, z, c + 3 * LANES)));
            }
            s0.intoArray(s, j);
            s1.intoArray(s, j + LANES);
            s2.intoArray(s, j + 2 * LANES);
            s3.intoArray(s, j + 3 * LANES);
        }

        static void weightedTile(
                double[] w,
                int first,
                double[] x,
                int a,
                double[] y,
                int b,
                double[] s,
                int j,
                int rows,
                int width) {
            DoubleVector s0 = fromArray(SPECIES, s, j);
            DoubleVector s1 = fromArray(SPECIES, s, j + LANES);
            DoubleVector s2 = fromArray(SPECIES, s, j + 2 * LANES);
            DoubleVector s3 = fromArray(SPECIES, s, j + 3 * LANES);
            for (int r = 0; r < rows; r++, a += width, b += width) {
                DoubleVector u = DoubleVector.broadcast(SPECIES, w[first + r]);
                s0 = s0.add(u.mul(fromArray(SPECIES, x, a)).mul(fromArray(SPECIES, y, b)));
                s1 =
                        s1.add(
                                u.mul(fromArray(SPECIES, x, a + LANES))
                                        .mul(fromArray(SPECIES, y, b + LANES)));
                s2 =
                        s2.add(
                                u.mul(fromArray(SPECIES, x, a + 2 * LANES))
                                        .mul(fromArray(SPECIES, y, b + 2 * LANES)));
                s3 =
                        s3.add(
                                u.mul(fromArray(SPECIES, x, a + 3 * LANES))
                                        .mul(fromArray(SPECIES, y, b + 3 * LANES)));
            }
            s0.intoArray(s, j);
            s1.intoArray(s, j + LANES);
            s2.intoArray(s, j + 2 * LANES);
            s3.intoArray(s, j + 3 * LANES);
        }

        static void row(double[] x, int a, double[] y, int b, double[] s, int from, int to) {
            for (int j = from; j < to; j += LANES) {
                fromArray(SPECIES, s, j)
                        .add(fromArray(SPECIES, x, a + j).mul(fromArray(SPECIES, y, b + j)))
                        .intoArray(s, j);
            }
        }

        static void row(
                double[] x,
                int a,
                double[] y,
                int b,
                double[] z,
                int c,
                double[] s,
                int from,
                int to) {
            for (int j = from; j < to; j += LANES) {
                DoubleVector product =
                        fromArray(SPECIES, x, a + j)
                                .mul(fromArray(SPECIES, y, b + j))
                                .mul(fromArray(SPECIES, z, c + j));
                fromArray(SPECIES, s, j).add(product).intoArray(s, j);
            }
        }

        static void weightedRow(
                double w, double[] x, int a, double[] y, int b, double[] s, int from, int to) {
            DoubleVector u = DoubleVector.broadcast(SPECIES, w);
            for (int j = from; j < to; j += LANES) {
                fromArray(SPECIES, s, j)
                        .add(u.mul(fromArray(SPECIES, x, a + j)).mul(fromArray(SPECIES, y, b + j)))
                        .intoArray(s, j);
            }
        }

        static void scaledRow(
                double w, double[] x, int a, double[] y, int b, double[] s, int from, int to) {
            DoubleVector u = DoubleVector.broadcast(SPECIES, w);
            for (int j = from; j < to; j += LANES) {
                DoubleVector product =
                        fromArray(SPECIES, x, a + j).mul(fromArray(SPECIES, y, b + j));
                fromArray(SPECIES, s, j).add(product.mul(u)).intoArray(s, j);
            }
        }

        static void fill(double value, double[] y, int at, int width) {
            DoubleVector v = DoubleVector.broadcast(SPECIES, value);
            for (int j = 0; j < width; j += LANES) {
                v.intoArray(y, at + j);
            }
        }
    }
}
