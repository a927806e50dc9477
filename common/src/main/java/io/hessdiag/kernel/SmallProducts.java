package io.hessdiag.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Row-major products C = A B of small double matrices, A m x k in any strides, B k x n with
 * adjacent columns. Nothing is packed, and no library is called: tiles of C stay in registers over
 * the whole contraction. An element is Σ_p a_p b_p by fused multiply-adds in the order of p,
 * whatever the length of vectors.
 */
final class SmallProducts {
    /** Rows of a tile, and vectors of columns. */
    private static final int TILE = 4;

    /** Multiplications from which this beats {@link Gemm}, and up to which. */
    private static final int LEAST = 1 << 12;

    private static final int MOST = 1 << 16;

    /**
     * A tile and what it is made of need 21 registers; with vectors as long as this there are 32.
     */
    private static final int LONG = 8;

    /** Elements of a vector; 0 where the JVM runs without its vector module or multiply-adds. */
    private static final int LANES = lanes();

    private SmallProducts() {}

    /** Whether such products are made of whole tiles and worth one. */
    static boolean fits(int m, int n, int k) {
        long multiplications = (long) m * n * k;
        return LANES >= LONG
                && m % TILE == 0
                && n % (TILE * LANES) == 0
                && LEAST <= multiplications
                && multiplications <= MOST;
    }

    private static int lanes() {
        try {
            HotSpotDiagnosticMXBean jvm =
                    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return Boolean.parseBoolean(jvm.getVMOption("UseFMA").getValue()) ? Lanes.COUNT : 0;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** C's elements, for sizes that fit. */
    static void multiply(
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int ldb,
            double[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < m; i += TILE) {
            int x = aOffset + i * aRow;
            int z = cOffset + i * ldc;
            for (int j = 0; j < n; j += TILE * LANES) {
                Tiles.product(k, a, x, aRow, aColumn, b, bOffset + j, ldb, c, z + j, ldc);
            }
        }
    }

    /**
     * Apart, since the module may be missing. No helpers: where C2 finds a call too rare to take
     * its method in, vectors would be objects.
     */
    private static final class Tiles {
        static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
        static final int LANES = SPECIES.length();

        static void product(
                int k,
                double[] a,
                int aOffset,
                int aRow,
                int aColumn,
                double[] b,
                int bOffset,
                int ldb,
                double[] c,
                int cOffset,
                int ldc) {
            DoubleVector c00 = DoubleVector.zero(SPECIES);
            DoubleVector c01 = c00;
            DoubleVector c02 = c00;
            DoubleVector c03 = c00;
            DoubleVector c10 = c00;
            DoubleVector c11 = c00;
            DoubleVector c12 = c00;
            DoubleVector c13 = c00;
            DoubleVector c20 = c00;
            DoubleVector c21 = c00;
            DoubleVector c22 = c00;
            DoubleVector c23 = c00;
            DoubleVector c30 = c00;
            DoubleVector c31 = c00;
            DoubleVector c32 = c00;
            DoubleVector c33 = c00;
            int x = aOffset;
            int y = bOffset;
            for (int p = 0; p < k; p++, x += aColumn, y += ldb) {
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, y);
                DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, y + LANES);
                DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, y + 2 * LANES);
                DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, y + 3 * LANES);
                DoubleVector v = DoubleVector.broadcast(SPECIES, a[x]);
                c00 = v.fma(b0, c00);
                c01 = v.fma(b1, c01);
                c02 = v.fma(b2, c02);
                c03 = v.fma(b3, c03);
                v = DoubleVector.broadcast(SPECIES, a[x + aRow]);
                c10 = v.fma(b0, c10);
                c11 = v.fma(b1, c11);
                c12 = v.fma(b2, c12);
                c13 = v.fma(b3, c13);
                v = DoubleVector.broadcast(SPECIES, a[x + 2 * aRow]);
                c20 = v.fma(b0, c20);
                c21 = v.fma(b1, c21);
                c22 = v.fma(b2, c22);
                c23 = v.fma(b3, c23);
                v = DoubleVector.broadcast(SPECIES, a[x + 3 * aRow]);
                c30 = v.fma(b0, c30);
                c31 = v.fma(b1, c31);
                c32 = v.fma(b2, c32);
                c33 = v.fma(b3, c33);
            }
            int row = cOffset;
            c00.intoArray(c, row);
            c01.intoArray(c, row + LANES);
            c02.intoArray(c, row + 2 * LANES);
            c03.intoArray(c, row + 3 * LANES);
            row += ldc;
            c10.intoArray(c, row);
            c11.intoArray(c, row + LANES);
            c12.intoArray(c, row + 2 * LANES);
            c13.intoArray(c, row + 3 * LANES);
            row += ldc;
            c20.intoArray(c, row);
            c21.intoArray(c, row + LANES);
            c22.intoArray(c, row + 2 * LANES);
            c23.intoArray(c, row + 3 * LANES);
            row += ldc;
            c30.intoArray(c, row);
            c31.intoArray(c, row + LANES);
            c32.intoArray(c, row + 2 * LANES);
            c33.intoArray(c, row + 3 * LANES);
        }
    }
}
