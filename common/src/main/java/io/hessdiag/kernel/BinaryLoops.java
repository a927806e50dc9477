package io.hessdiag.kernel;

/** Loops that C2 turns into vector instructions as they stand. Contract: {@link DoubleLoop2}. */
final class BinaryLoops {
    private BinaryLoops() {}

    static void add(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] + y[yAt + i];
        }
    }

    static void add(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] + y[yAt + i];
        }
    }

    static void subtract(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] - y[yAt + i];
        }
    }

    static void subtract(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] - y[yAt + i];
        }
    }

    static void multiply(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] * y[yAt + i];
        }
    }

    static void multiply(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] * y[yAt + i];
        }
    }

    static void divide(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] / y[yAt + i];
        }
    }

    static void divide(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] / y[yAt + i];
        }
    }

    static void maximum(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.max(x[xAt + i], y[yAt + i]);
        }
    }

    static void maximum(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.max(x[xAt + i], y[yAt + i]);
        }
    }

    static void minimum(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.min(x[xAt + i], y[yAt + i]);
        }
    }

    static void minimum(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.min(x[xAt + i], y[yAt + i]);
        }
    }

    static void second(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        System.arraycopy(y, yAt, z, zAt, n);
    }

    static void second(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
        System.arraycopy(y, yAt, z, zAt, n);
    }

    static void nextAfter(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.nextAfter(x[xAt + i], y[yAt + i]);
        }
    }

    /** IEEE 754's pow: 1 to any power is 1, and so is -1 to ±∞, where {@link Math#pow} has NaN. */
    static double power(double x, double y) {
        return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : Math.pow(x, y);
    }
}
