package io.hessdiag.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and vectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan,
 * Matrix Computations, 8.5), which keep small eigenvalues accurate.
 */
final class Jacobi {
    private static final int MAX_SWEEPS = 60;

    private final int n;
    private final double[] a;
    private final double[] v;
    private final double largest;

    /** Of the matrix with {@code a}'s lower triangle; {@code a} is overwritten. */
    Jacobi(double[] a, int n) {
        this.n = n;
        this.a = a;
        this.v = new double[n * n];
        for (int i = 0; i < n; i++) {
            v[i * n + i] = 1;
            for (int j = 0; j < i; j++) {
                a[j * n + i] = a[i * n + j];
            }
        }
        largest = Arrays.stream(a).map(Math::abs).max().orElse(0);
        if (Arrays.stream(a).allMatch(Double::isFinite)) {
            diagonalize();
        } else {
            Arrays.fill(a, Double.NaN);
            Arrays.fill(v, Double.NaN);
        }
    }

    private void diagonalize() {
        boolean moved = true;
        for (int sweep = 0; sweep < MAX_SWEEPS && moved; sweep++) {
            moved = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    moved |= rotate(p, q);
                }
            }
        }
    }

    /** Makes a[p, q] zero; false where it is already, next to its diagonal entries. */
    private boolean rotate(int p, int q) {
        double apq = a[p * n + q];
        double app = a[p * n + p];
        double aqq = a[q * n + q];
        double beside = Math.sqrt(Math.abs(app)) * Math.sqrt(Math.abs(aqq));
        if (Math.abs(apq) <= Math.max(0x1p-54 * beside, 0x1p-62 * largest)) {
            a[p * n + q] = 0;
            a[q * n + p] = 0;
            return false;
        }
        double tau = (aqq - app) / (2 * apq);
        double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.hypot(1, tau));
        double c = 1 / Math.hypot(1, t);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            turn(a, k * n + p, k * n + q, c, s);
        }
        for (int k = 0; k < n; k++) {
            turn(a, p * n + k, q * n + k, c, s);
            turn(v, p * n + k, q * n + k, c, s);
        }
        a[p * n + q] = 0;
        a[q * n + p] = 0;
        return true;
    }

    private static void turn(double[] x, int i, int j, double c, double s) {
        double xi = x[i];
        x[i] = c * xi - s * x[j];
        x[j] = s * xi + c * x[j];
    }

    /** Values ascending, and their vectors as columns. */
    void writeTo(double[] vectors, int at, double[] values, int first) {
        int[] order =
                IntStream.range(0, n)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> a[i * n + i]))
                        .mapToInt(i -> i)
                        .toArray();
        for (int j = 0; j < n; j++) {
            values[first + j] = a[order[j] * n + order[j]];
            for (int i = 0; i < n; i++) {
                vectors[at + i * n + j] = v[order[j] * n + i];
            }
        }
    }
}
