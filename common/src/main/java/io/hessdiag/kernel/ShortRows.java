package io.hessdiag.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over matrices whose rows are a few vectors long, too short for the compiler's own vector
 * loops to get going. A column of a sum stays in a register over all rows; its terms are added in
 * their order, so that the bits are those of plain loops.
 */
public final class ShortRows {
    /** Elements of a vector; 0 where the JVM runs without its vector module. */
    private static final int LANES = lanes();

    /** Longer rows do as well without. */
    private static final int MOST = 128;

    private ShortRows() {}

    public static boolean fits(int width) {
        return LANES > 1 && width % LANES == 0 && width <= MOST;
    }

    private static int lanes() {
        try {
            return Vectors.LANES;
        } catch (LinkageError e) {
            return 0;
        }
    }

    /**
     * s[j] += (w[first + r] x[r, j]) y[r, j] for one row r after the other.
     *
     * @param w null for ones
     */
    static void addProducts(
            double[] w,
            int first,
            double[] x,
            int xAt,
            double[] y,
            int yAt,
            double[] s,
            int rows,
            int width) {
        for (int j = 0; j < width; j += LANES) {
            Vectors.addProducts(w, first, x, xAt + j, y, yAt + j, s, j, rows, width);
        }
    }

    /** y[r, j] = x[r], x's elements being {@code step} apart. */
    public static void fill(
            double[] x, int xAt, int step, double[] y, int yAt, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            Vectors.fill(x[xAt + r * step], y, yAt + r * width, width);
        }
    }

    /** Apart, since the module may be missing. */
    private static final class Vectors {
        static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
        static final int LANES = SPECIES.length();

        static void addProducts(
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
            DoubleVector sum = DoubleVector.fromArray(SPECIES, s, j);
            for (int r = 0; r < rows; r++) {
                DoubleVector u = DoubleVector.fromArray(SPECIES, x, a + r * width);
                DoubleVector v = DoubleVector.fromArray(SPECIES, y, b + r * width);
                sum = sum.add((w == null ? u : u.mul(w[first + r])).mul(v));
            }
            sum.intoArray(s, j);
        }

        static void fill(double value, double[] y, int at, int width) {
            DoubleVector v = DoubleVector.broadcast(SPECIES, value);
            for (int j = 0; j < width; j += LANES) {
                v.intoArray(y, at + j);
            }
        }
    }
}
