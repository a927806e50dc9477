package io.hessdiag.kernel;

/** The functions that networks spend their time in. Contract: {@link DoubleLoop}. */
final class VectorMath {
    private VectorMath() {}

    static void exp(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.exp(x[xAt + i]);
        }
    }

    static void expm1(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.expm1(x[xAt + i]);
        }
    }

    static void log(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.log(x[xAt + i]);
        }
    }

    static void log1p(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.log1p(x[xAt + i]);
        }
    }

    static void tanh(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.tanh(x[xAt + i]);
        }
    }

    /** 1 / (1 + e⁻ˣ) for x ≥ 0, eˣ / (1 + eˣ) below: both tails keep their relative accuracy. */
    static void logistic(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            double v = x[xAt + i];
            double e = Math.exp(-Math.abs(v));
            y[yAt + i] = (v < 0 ? e : 1) / (1 + e);
        }
    }

    /** max(x, y) + log1p(e^(-|x - y|)); x + y where x - y is NaN, which it is for equal infinities. */
    static void logaddexp(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            double d = x[xAt + i] - y[yAt + i];
            z[zAt + i] = Double.isNaN(d) ? x[xAt + i] + y[yAt + i]
                    : Math.max(x[xAt + i], y[yAt + i]) + Math.log1p(Math.exp(-Math.abs(d)));
        }
    }
}
