package io.hessdiag.kernel;

import dev.ludovic.netlib.blas.BLAS;

/**
 * Row-major matrix products C = alpha op(A) op(B) + beta C, where op(A) is m x k, op(B) k x n, and
 * op transposes if so asked; {@code ld} is the distance of two neighbouring rows as stored.
 *
 * <p>The column-major BLAS sees each row-major matrix transposed, so it is asked for C' = op(B)'
 * op(A)'. A call through JNI costs 150 to 200 ns; products below {@link #SMALL} multiplications are
 * faster in Java. The way taken depends on the sizes alone, never on the data.
 */
public final class Gemm {
    /**
     * Multiplications up to which a loop in Java beats the call (measured: equal at about 6 x 6 x
     * 6).
     */
    static final int SMALL = 216;

    /** The same for a dot product. */
    static final int SMALL_DOT = 128;

    private static final BLAS BLAS = Blas.get();

    private Gemm() {}

    /** In double precision. A beta of 0 overwrites C whatever it holds. */
    public static void gemm(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int lda,
            double[] b,
            int bOffset,
            int ldb,
            double beta,
            double[] c,
            int cOffset,
            int ldc) {
        if (m == 0 || n == 0) {
            return;
        }
        if (small(m, n, k)) {
            loops(
                    m,
                    n,
                    k,
                    alpha,
                    a,
                    aOffset,
                    ta ? 1 : lda,
                    ta ? lda : 1,
                    b,
                    bOffset,
                    tb ? 1 : ldb,
                    tb ? ldb : 1,
                    beta,
                    c,
                    cOffset,
                    ldc);
        } else if (m == 1 && n == 1) {
            double sum = BLAS.ddot(k, a, aOffset, ta ? lda : 1, b, bOffset, tb ? 1 : ldb);
            c[cOffset] = alpha * sum + (beta == 0 ? 0 : beta * c[cOffset]);
        } else if (n == 1) {
            BLAS.dgemv(
                    ta ? "N" : "T",
                    ta ? m : k,
                    ta ? k : m,
                    alpha,
                    a,
                    aOffset,
                    lda,
                    b,
                    bOffset,
                    tb ? 1 : ldb,
                    beta,
                    c,
                    cOffset,
                    ldc);
        } else if (m == 1) {
            BLAS.dgemv(
                    tb ? "T" : "N",
                    tb ? k : n,
                    tb ? n : k,
                    alpha,
                    b,
                    bOffset,
                    ldb,
                    a,
                    aOffset,
                    ta ? lda : 1,
                    beta,
                    c,
                    cOffset,
                    1);
        } else {
            BLAS.dgemm(
                    tb ? "T" : "N",
                    ta ? "T" : "N",
                    n,
                    m,
                    k,
                    alpha,
                    b,
                    bOffset,
                    ldb,
                    a,
                    aOffset,
                    lda,
                    beta,
                    c,
                    cOffset,
                    ldc);
        }
    }

    private static void loops(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            double beta,
            double[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < m; i++) {
            int row = cOffset + i * ldc;
            for (int j = 0; j < n; j++) {
                double sum = dot(k, a, aOffset + i * aRow, aColumn, b, bOffset + j * bColumn, bRow);
                c[row + j] = beta == 0 ? alpha * sum : alpha * sum + beta * c[row + j];
            }
        }
    }

    /** Four partial sums: one addition's latency would bound a single one. */
    private static double dot(int k, double[] a, int x, int dx, double[] b, int y, int dy) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int p = 0;
        for (; p < k - 3; p += 4, x += 4 * dx, y += 4 * dy) {
            s0 += a[x] * b[y];
            s1 += a[x + dx] * b[y + dy];
            s2 += a[x + 2 * dx] * b[y + 2 * dy];
            s3 += a[x + 3 * dx] * b[y + 3 * dy];
        }
        for (; p < k; p++, x += dx, y += dy) {
            s0 += a[x] * b[y];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /**
     * C = a b' for vectors a (m, stride aStep) and b (n, stride bStep): products, nothing added.
     */
    static void outer(
            int m,
            int n,
            double[] a,
            int aOffset,
            int aStep,
            double[] b,
            int bOffset,
            int bStep,
            double[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < m; i++) {
            double v = a[aOffset + i * aStep];
            int row = cOffset + i * ldc;
            if (bStep == 1) {
                for (int j = 0; j < n; j++) {
                    c[row + j] = v * b[bOffset + j];
                }
            } else {
                for (int j = 0; j < n; j++) {
                    c[row + j] = v * b[bOffset + j * bStep];
                }
            }
        }
    }

    /** The same in single precision. */
    public static void gemm(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        if (m == 0 || n == 0) {
            return;
        }
        if (small(m, n, k)) {
            loops(
                    m,
                    n,
                    k,
                    alpha,
                    a,
                    aOffset,
                    ta ? 1 : lda,
                    ta ? lda : 1,
                    b,
                    bOffset,
                    tb ? 1 : ldb,
                    tb ? ldb : 1,
                    beta,
                    c,
                    cOffset,
                    ldc);
        } else if (m == 1 && n == 1) {
            float sum = BLAS.sdot(k, a, aOffset, ta ? lda : 1, b, bOffset, tb ? 1 : ldb);
            c[cOffset] = alpha * sum + (beta == 0 ? 0 : beta * c[cOffset]);
        } else if (n == 1) {
            BLAS.sgemv(
                    ta ? "N" : "T",
                    ta ? m : k,
                    ta ? k : m,
                    alpha,
                    a,
                    aOffset,
                    lda,
                    b,
                    bOffset,
                    tb ? 1 : ldb,
                    beta,
                    c,
                    cOffset,
                    ldc);
        } else if (m == 1) {
            BLAS.sgemv(
                    tb ? "T" : "N",
                    tb ? k : n,
                    tb ? n : k,
                    alpha,
                    b,
                    bOffset,
                    ldb,
                    a,
                    aOffset,
                    ta ? lda : 1,
                    beta,
                    c,
                    cOffset,
                    1);
        } else {
            BLAS.sgemm(
                    tb ? "T" : "N",
                    ta ? "T" : "N",
                    n,
                    m,
                    k,
                    alpha,
                    b,
                    bOffset,
                    ldb,
                    a,
                    aOffset,
                    lda,
                    beta,
                    c,
                    cOffset,
                    ldc);
        }
    }

    private static void loops(
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOffset,
            int aRow,
            int aColumn,
            float[] b,
            int bOffset,
            int bRow,
            int bColumn,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < m; i++) {
            int row = cOffset + i * ldc;
            for (int j = 0; j < n; j++) {
                float sum = dot(k, a, aOffset + i * aRow, aColumn, b, bOffset + j * bColumn, bRow);
                c[row + j] = beta == 0 ? alpha * sum : alpha * sum + beta * c[row + j];
            }
        }
    }

    private static float dot(int k, float[] a, int x, int dx, float[] b, int y, int dy) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int p = 0;
        for (; p < k - 3; p += 4, x += 4 * dx, y += 4 * dy) {
            s0 += a[x] * b[y];
            s1 += a[x + dx] * b[y + dy];
            s2 += a[x + 2 * dx] * b[y + 2 * dy];
            s3 += a[x + 3 * dx] * b[y + 3 * dy];
        }
        for (; p < k; p++, x += dx, y += dy) {
            s0 += a[x] * b[y];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static void outer(
            int m,
            int n,
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < m; i++) {
            float v = a[aOffset + i * aStep];
            int row = cOffset + i * ldc;
            if (bStep == 1) {
                for (int j = 0; j < n; j++) {
                    c[row + j] = v * b[bOffset + j];
                }
            } else {
                for (int j = 0; j < n; j++) {
                    c[row + j] = v * b[bOffset + j * bStep];
                }
            }
        }
    }

    private static boolean small(int m, int n, int k) {
        return m == 1 && n == 1 ? k <= SMALL_DOT : (long) m * n * k <= SMALL;
    }
}
