package io.hessdiag.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * z[r, j] = x[r, j] ∘ y[r, j] wherever in their arrays the rows begin and however far apart they
 * are: a row may be read again and again (0 apart), and an operand may have one number per row. C2
 * (JDK 17) makes good vector loops of none of these. z's rows follow one another.
 */
public final class RowLoops {
    /** Vectors at a time. */
    private static final int TILE = 4;

    /** Elements of so many vectors; 0 where the JVM runs without its vector module. */
    private static final int STEP = step();

    private RowLoops() {}

    private static int step() {
        try {
            return Vectors.LANES > 1 ? TILE * Vectors.LANES : 0;
        } catch (LinkageError e) {
            return 0;
        }
    }

    /** Whether rows are whole tiles of vectors. */
    public static boolean fits(int width) {
        return STEP > 0 && width % STEP == 0;
    }

    /** The functions that there are. */
    public static boolean has(BinaryKernel f) {
        return STEP > 0
                && (f == BinaryKernel.ADD
                        || f == BinaryKernel.SUBTRACT
                        || f == BinaryKernel.MULTIPLY);
    }

    /** Runs of n numbers. */
    public static void runs(
            BinaryKernel f, double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        int whole = n - n % STEP;
        rows(f, x, xAt, 0, y, yAt, 0, z, zAt, 1, whole);
        f.run(x, xAt + whole, y, yAt + whole, z, zAt + whole, n - whole);
    }

    /**
     * @param xRow from one row of x to the next
     * @param width a number that {@link #fits}
     */
    public static void rows(
            BinaryKernel f,
            double[] x,
            int xAt,
            int xRow,
            double[] y,
            int yAt,
            int yRow,
            double[] z,
            int zAt,
            int rows,
            int width) {
        for (int r = 0, a = xAt, b = yAt, c = zAt;
                r < rows;
                r++, a += xRow, b += yRow, c += width) {
            switch (f) {
                case ADD -> Vectors.add(x, a, y, b, z, c, width);
                case SUBTRACT -> Vectors.subtract(x, a, y, b, z, c, width);
                default -> Vectors.multiply(x, a, y, b, z, c, width);
            }
        }
    }

    /** As {@link #rows}, y having one number per row. */
    public static void rowsByNumbers(
            BinaryKernel f,
            double[] x,
            int xAt,
            int xRow,
            double[] y,
            int yAt,
            int yRow,
            double[] z,
            int zAt,
            int rows,
            int width) {
        for (int r = 0, a = xAt, b = yAt, c = zAt;
                r < rows;
                r++, a += xRow, b += yRow, c += width) {
            switch (f) {
                case ADD -> Vectors.add(x, a, y[b], z, c, width);
                case SUBTRACT -> Vectors.add(x, a, -y[b], z, c, width);
                default -> Vectors.multiply(x, a, y[b], z, c, width);
            }
        }
    }

    /**
     * s[r, j] += (x[r, j] y[r, j]) z[r, j], rows of x, y and z being {@code xRow}, {@code yRow} and
     * {@code zRow} apart, for a width that {@link #fits}.
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
            Vectors.addRow(x, a, y, b, z, c, s, r * width, width);
        }
    }

    /**
     * s[r, j] += (x[r, j] y[r, j]) w[r], or (w[r] x[r, j]) y[r, j] where the numbers come first,
     * for a width that {@link #fits}.
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
            if (isFirst) {
                Vectors.addRow(w[c], x, a, y, b, s, r * width, width);
            } else {
                Vectors.addRow(x, a, y, b, w[c], s, r * width, width);
            }
        }
    }

    /**
     * Apart, since the module may be missing. No helpers: where C2 finds a call too rare to take
     * its method in, vectors would be objects.
     */
    private static final class Vectors {
        static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
        static final int LANES = SPECIES.length();

        static void add(double[] x, int i, double[] y, int j, double[] z, int k, int n) {
            for (int end = k + n; k < end; i += STEP, j += STEP, k += STEP) {
                fromArray(SPECIES, x, i).add(fromArray(SPECIES, y, j)).intoArray(z, k);
                fromArray(SPECIES, x, i + LANES)
                        .add(fromArray(SPECIES, y, j + LANES))
                        .intoArray(z, k + LANES);
                fromArray(SPECIES, x, i + 2 * LANES)
                        .add(fromArray(SPECIES, y, j + 2 * LANES))
                        .intoArray(z, k + 2 * LANES);
                fromArray(SPECIES, x, i + 3 * LANES)
                        .add(fromArray(SPECIES, y, j + 3 * LANES))
                        .intoArray(z, k + 3 * LANES);
            }
        }

        static void subtract(double[] x, int i, double[] y, int j, double[] z, int k, int n) {
            for (int end = k + n; k < end; i += STEP, j += STEP, k += STEP) {
                fromArray(SPECIES, x, i).sub(fromArray(SPECIES, y, j)).intoArray(z, k);
                fromArray(SPECIES, x, i + LANES)
                        .sub(fromArray(SPECIES, y, j + LANES))
                        .intoArray(z, k + LANES);
                fromArray(SPECIES, x, i + 2 * LANES)
                        .sub(fromArray(SPECIES, y, j + 2 * LANES))
                        .intoArray(z, k + 2 * LANES);
                fromArray(SPECIES, x, i + 3 * LANES)
                        .sub(fromArray(SPECIES, y, j + 3 * LANES))
                        .intoArray(z, k + 3 * LANES);
            }
        }

        static void multiply(double[] x, int i, double[] y, int j, double[] z, int k, int n) {
            for (int end = k + n; k < end; i += STEP, j += STEP, k += STEP) {
                fromArray(SPECIES, x, i).mul(fromArray(SPECIES, y, j)).intoArray(z, k);
                fromArray(SPECIES, x, i + LANES)
                        .mul(fromArray(SPECIES, y, j + LANES))
                        .intoArray(z, k + LANES);
                fromArray(SPECIES, x, i + 2 * LANES)
                        .mul(fromArray(SPECIES, y, j + 2 * LANES))
                        .intoArray(z, k + 2 * LANES);
                fromArray(SPECIES, x, i + 3 * LANES)
                        .mul(fromArray(SPECIES, y, j + 3 * LANES))
                        .intoArray(z, k + 3 * LANES);
            }
        }

        static void add(double[] x, int i, double y, double[] z, int k, int n) {
            DoubleVector v = DoubleVector.broadcast(SPECIES, y);
            for (int end = k + n; k < end; i += STEP, k += STEP) {
                fromArray(SPECIES, x, i).add(v).intoArray(z, k);
                fromArray(SPECIES, x, i + LANES).add(v).intoArray(z, k + LANES);
                fromArray(SPECIES, x, i + 2 * LANES).add(v).intoArray(z, k + 2 * LANES);
                fromArray(SPECIES, x, i + 3 * LANES).add(v).intoArray(z, k + 3 * LANES);
            }
        }

        static void multiply(double[] x, int i, double y, double[] z, int k, int n) {
            DoubleVector v = DoubleVector.broadcast(SPECIES, y);
            for (int end = k + n; k < end; i += STEP, k += STEP) {
                fromArray(SPECIES, x, i).mul(v).intoArray(z, k);
                fromArray(SPECIES, x, i + LANES).mul(v).intoArray(z, k + LANES);
                fromArray(SPECIES, x, i + 2 * LANES).mul(v).intoArray(z, k + 2 * LANES);
                fromArray(SPECIES, x, i + 3 * LANES).mul(v).intoArray(z, k + 3 * LANES);
            }
        }

        static void addRow(
                double[] x, int a, double[] y, int b, double[] z, int c, double[] s, int k, int n) {
            for (int end = k + n; k < end; k += STEP, a += STEP, b += STEP, c += STEP) {
                DoubleVector p0 =
                        fromArray(SPECIES, x, a)
                                .mul(fromArray(SPECIES, y, b))
                                .mul(fromArray(SPECIES, z, c));
                DoubleVector p1 =
                        fromArray(SPECIES, x, a + LANES)
                                .mul(fromArray(SPECIES, y, b + LANES))
                                .mul(fromArray(SPECIES, z, c + LANES));
                DoubleVector p2 =
                        fromArray(SPECIES, x, a + 2 * LANES)
                                .mul(fromArray(SPECIES, y, b + 2 * LANES))
                                .mul(fromArray(SPECIES, z, c + 2 * LANES));
                DoubleVector p3 =
                        fromArray(SPECIES, x, a + 3 * LANES)
                                .mul(fromArray(SPECIES, y, b + 3 * LANES))
                                .mul(fromArray(SPECIES, z, c + 3 * LANES));
                fromArray(SPECIES, s, k).add(p0).intoArray(s, k);
                fromArray(SPECIES, s, k + LANES).add(p1).intoArray(s, k + LANES);
                fromArray(SPECIES, s, k + 2 * LANES).add(p2).intoArray(s, k + 2 * LANES);
                fromArray(SPECIES, s, k + 3 * LANES).add(p3).intoArray(s, k + 3 * LANES);
            }
        }

        static void addRow(
                double w, double[] x, int a, double[] y, int b, double[] s, int k, int n) {
            DoubleVector v = DoubleVector.broadcast(SPECIES, w);
            for (int end = k + n; k < end; k += STEP, a += STEP, b += STEP) {
                DoubleVector p0 = v.mul(fromArray(SPECIES, x, a)).mul(fromArray(SPECIES, y, b));
                DoubleVector p1 =
                        v.mul(fromArray(SPECIES, x, a + LANES))
                                .mul(fromArray(SPECIES, y, b + LANES));
                DoubleVector p2 =
                        v.mul(fromArray(SPECIES, x, a + 2 * LANES))
                                .mul(fromArray(SPECIES, y, b + 2 * LANES));
                DoubleVector p3 =
                        v.mul(fromArray(SPECIES, x, a + 3 * LANES))
                                .mul(fromArray(SPECIES, y, b + 3 * LANES));
                fromArray(SPECIES, s, k).add(p0).intoArray(s, k);
                fromArray(SPECIES, s, k + LANES).add(p1).intoArray(s, k + LANES);
                fromArray(SPECIES, s, k + 2 * LANES).add(p2).intoArray(s, k + 2 * LANES);
                fromArray(SPECIES, s, k + 3 * LANES).add(p3).intoArray(s, k + 3 * LANES);
            }
        }

        static void addRow(
                double[] x, int a, double[] y, int b, double w, double[] s, int k, int n) {
            DoubleVector v = DoubleVector.broadcast(SPECIES, w);
            for (int end = k + n; k < end; k += STEP, a += STEP, b += STEP) {
                DoubleVector p0 = fromArray(SPECIES, x, a).mul(fromArray(SPECIES, y, b)).mul(v);
                DoubleVector p1 =
                        fromArray(SPECIES, x, a + LANES)
                                .mul(fromArray(SPECIES, y, b + LANES))
                                .mul(v);
                DoubleVector p2 =
                        fromArray(SPECIES, x, a + 2 * LANES)
                                .mul(fromArray(SPECIES, y, b + 2 * LANES))
                                .mul(v);
                DoubleVector p3 =
                        fromArray(SPECIES, x, a + 3 * LANES)
                                .mul(fromArray(SPECIES, y, b + 3 * LANES))
                                .mul(v);
                fromArray(SPECIES, s, k).add(p0).intoArray(s, k);
                fromArray(SPECIES, s, k + LANES).add(p1).intoArray(s, k + LANES);
                fromArray(SPECIES, s, k + 2 * LANES).add(p2).intoArray(s, k + 2 * LANES);
                fromArray(SPECIES, s, k + 3 * LANES).add(p3).intoArray(s, k + 3 * LANES);
            }
        }
    }
}
