package io.hessdiag.kernel;

/** Loops that C2 turns into vector instructions as they stand. Contract: {@link DoubleLoop}. */
final class UnaryLoops {
    private UnaryLoops() {}

    static void abs(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.abs(x[xAt + i]);
        }
    }

    static void abs(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.abs(x[xAt + i]);
        }
    }

    static void negate(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = -x[xAt + i];
        }
    }

    static void negate(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = -x[xAt + i];
        }
    }

    static void sqrt(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.sqrt(x[xAt + i]);
        }
    }

    static void sqrt(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = (float) Math.sqrt(x[xAt + i]);
        }
    }

    static void rsqrt(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = 1 / Math.sqrt(x[xAt + i]);
        }
    }

    static void floor(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.floor(x[xAt + i]);
        }
    }

    static void ceil(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.ceil(x[xAt + i]);
        }
    }

    static void rint(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.rint(x[xAt + i]);
        }
    }

    /** ⌊|x|⌋ plus one when at least a half is left (|x| + 0.5 would round before the floor). */
    static void roundAwayFromZero(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            double a = Math.abs(x[xAt + i]);
            double whole = Math.floor(a);
            y[yAt + i] = Math.copySign(a - whole >= 0.5 ? whole + 1 : whole, x[xAt + i]);
        }
    }

    static void square(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = x[xAt + i] * x[xAt + i];
        }
    }

    static void square(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = x[xAt + i] * x[xAt + i];
        }
    }

    static void relu(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.max(x[xAt + i], 0);
        }
    }

    static void relu(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.max(x[xAt + i], 0);
        }
    }
}
