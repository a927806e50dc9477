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

    private static final int LANES = Lanes.COUNT;

    /** Elements of so many vectors; 0 where the JVM runs without its vector module. */
    private static final int STEP = TILE * LANES;

    private RowLoops() {}

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
     * Apart, since the module may be missing. No helpers: where C2 finds a call too rare to take
     * its method in, vectors would be objects.
     */
    private static final class Vectors {
        static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

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
    }
}
