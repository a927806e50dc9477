package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GemmTest {
    private static final int[] SIZES = {1, 2, 5, 7, 30, 140};
    private final Random random = new Random(3);

    @Test
    void everyFormAgreesWithTheDefinition() {
        for (int i = 0; i < 400; i++) {
            check(random.nextBoolean(), random.nextBoolean(), size(), size(), size());
        }
    }

    private int size() {
        return SIZES[random.nextInt(SIZES.length)];
    }

    /**
     * With offsets, rows further apart than they are long, alpha and beta; the gaps stay as they
     * are.
     */
    private void check(boolean ta, boolean tb, int m, int n, int k) {
        int lda = (ta ? m : k) + random.nextInt(3);
        int ldb = (tb ? k : n) + random.nextInt(3);
        int ldc = n + random.nextInt(3);
        double[] a = random.doubles(5 + lda * (ta ? k : m), -1, 1).toArray();
        double[] b = random.doubles(6 + ldb * (tb ? n : k), -1, 1).toArray();
        double[] c = random.doubles(7 + ldc * m, -1, 1).toArray();
        double beta = random.nextInt(2) * 0.5;
        double[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum +=
                            a[5 + (ta ? p * lda + i : i * lda + p)]
                                    * b[6 + (tb ? j * ldb + p : p * ldb + j)];
                }
                expected[7 + i * ldc + j] = 2 * sum + beta * c[7 + i * ldc + j];
            }
        }
        float[] single = floats(c);
        Gemm.gemm(
                ta,
                tb,
                m,
                n,
                k,
                2f,
                floats(a),
                5,
                lda,
                floats(b),
                6,
                ldb,
                (float) beta,
                single,
                7,
                ldc);
        Gemm.gemm(ta, tb, m, n, k, 2, a, 5, lda, b, 6, ldb, beta, c, 7, ldc);
        assertArrayEquals(expected, c, 1e-12);
        assertArrayEquals(floats(expected), single, 1e-3f);
    }

    private static float[] floats(double[] x) {
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) x[i];
        }
        return out;
    }

    @Test
    void betaZeroOverwritesWhateverTheResultHeld() {
        for (int size : SIZES) {
            double[] ones = new double[size * size];
            Arrays.fill(ones, 1);
            double[] c = new double[size * size];
            Arrays.fill(c, Double.NaN);
            Gemm.gemm(
                    false, false, size, size, size, 1, ones, 0, size, ones, 0, size, 0, c, 0, size);
            assertTrue(Arrays.stream(c).allMatch(v -> v == size), "size " + size);
        }
    }

    @Test
    void theLibraryInUseHasAName() {
        assertTrue(Blas.name().matches("\\w*BLAS \\(.+\\)"), Blas.name());
        assertTrue(Blas.name().startsWith(Blas.get().getClass().getSimpleName()));
        String kernels = System.getenv("OPENBLAS_CORETYPE");
        boolean isNative = Blas.get() instanceof NativeBLAS;
        assertEquals(isNative && kernels != null, Blas.name().endsWith("=" + kernels + ")"));
    }
}
