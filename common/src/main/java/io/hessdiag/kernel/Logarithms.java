package io.hessdiag.kernel;

import java.util.Arrays;

/**
 * log x and what is made of it. x = 2ᵏ m, √½ ≤ m &lt; √2, s = (m - 1) / (m + 1), and log m = 2s +
 * s³ W(s²) with a polynomial W (from a Chebyshev expansion in 60 digits). Loops and bits as in
 * {@link Exponentials}; errors are below 2 ulp.
 */
final class Logarithms {
    private static final int BLOCK = 256;
    private static final double LN2_HIGH = 0x1.62e42fefa0000p-1;
    private static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;
    private static final double LN_2 = 0.6931471805599453;
    private static final long NORMAL = Double.doubleToRawLongBits(Double.MIN_NORMAL);
    private static final long INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    private static final long SQRT_HALF = Double.doubleToRawLongBits(Math.sqrt(0.5));
    private static final int MANTISSA = 52;
    private static final double TWO_54 = 0x1p54;

    private static final double W0 = 0.666666666666667;
    private static final double W1 = 0.3999999999989839;
    private static final double W2 = 0.2857142862645262;
    private static final double W3 = 0.2222221106056441;
    private static final double W4 = 0.18182894320084278;
    private static final double W5 = 0.15331554743280912;
    private static final double W6 = 0.14618452072714802;

    /** What the logarithm is taken of, later m - 1; k; and what is to be added. */
    private final double[] u;

    private final double[] k;
    private final double[] rest;

    private Logarithms(int n) {
        u = new double[Math.min(n, BLOCK)];
        k = new double[u.length];
        rest = new double[u.length];
    }

    /** -∞ at ±0, NaN below. */
    static void log(double[] x, int xAt, double[] y, int yAt, int n) {
        Logarithms block = new Logarithms(n);
        for (int at = 0; at < n; at += BLOCK) {
            block.logBlock(x, xAt + at, y, yAt + at, Math.min(BLOCK, n - at));
        }
    }

    private void logBlock(double[] x, int xAt, double[] y, int yAt, int n) {
        System.arraycopy(x, xAt, u, 0, n);
        Arrays.fill(rest, 0);
        split(n);
        series(y, yAt, n);
    }

    /** -∞ at -1, NaN below. */
    static void log1p(double[] x, int xAt, double[] y, int yAt, int n) {
        Logarithms block = new Logarithms(n);
        for (int at = 0; at < n; at += BLOCK) {
            block.log1pBlock(x, xAt + at, y, yAt + at, Math.min(BLOCK, n - at));
        }
    }

    /**
     * log(1 + x) = log u + c / u with u = 1 + x rounded and c what the rounding lost (Knuth's
     * two-sum, which is exact).
     */
    private void log1pBlock(double[] x, int xAt, double[] y, int yAt, int n) {
        double[] sum = u;
        double[] c = rest;
        for (int i = 0; i < n; i++) {
            double v = x[xAt + i];
            double rounded = 1 + v;
            double part = rounded - 1;
            sum[i] = rounded;
            c[i] = (1 - (rounded - part) + (v - part)) / rounded;
        }
        boolean zeros = false;
        for (int i = 0; i < n; i++) {
            zeros |= x[xAt + i] == 0;
        }
        double[] before = zeros ? Arrays.copyOfRange(x, xAt, xAt + n) : x;
        split(n);
        series(y, yAt, n);
        for (int i = 0; zeros && i < n; i++) {
            y[yAt + i] = before[i] == 0 ? before[i] : y[yAt + i];
        }
    }

    /**
     * log(eˣ + eʸ) = max(x, y) + log1p(e^(-|x - y|)); x + y where x - y is NaN: equal infinities.
     */
    static void logaddexp(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        Logarithms block = new Logarithms(n);
        double[] d = new double[Math.min(n, BLOCK)];
        for (int at = 0; at < n; at += BLOCK) {
            int m = Math.min(BLOCK, n - at);
            for (int i = 0; i < m; i++) {
                d[i] = -Math.abs(x[xAt + at + i] - y[yAt + at + i]);
            }
            Exponentials.exp(d, 0, d, 0, m);
            block.log1pBlock(d, 0, d, 0, m);
            for (int i = 0; i < m; i++) {
                double a = x[xAt + at + i];
                double b = y[yAt + at + i];
                z[zAt + at + i] = Double.isNaN(d[i]) ? a + b : Math.max(a, b) + d[i];
            }
        }
    }

    /**
     * u to m - 1 and k; a sign bit in {@code odd} if any element is not a normal positive number.
     */
    private void split(int n) {
        double[] m = u;
        double[] ks = k;
        long odd = 0;
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(m[i]);
            odd |= bits | bits - NORMAL | INFINITY - 1 - bits;
        }
        if (odd < 0) {
            replaceOdd(n);
        }
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(m[i]);
            long e = bits - SQRT_HALF >> MANTISSA;
            m[i] = Double.longBitsToDouble(bits - (e << MANTISSA)) - 1;
            ks[i] = e;
        }
    }

    /** Subnormal numbers are scaled; others become 1 with their logarithm as the rest. */
    private void replaceOdd(int n) {
        for (int i = 0; i < n; i++) {
            double v = u[i];
            if (v > 0 && v < Double.MIN_NORMAL) {
                u[i] = v * TWO_54;
                rest[i] = -54 * LN_2;
            } else if (!(v > 0 && v <= Double.MAX_VALUE)) {
                u[i] = 1;
                rest[i] = v == 0 ? Double.NEGATIVE_INFINITY : v > 0 ? v : Double.NaN;
            }
        }
    }

    /** k ln 2 + f - (½f² - s (½f² + s² W)) + rest, the small terms first. */
    private void series(double[] y, int yAt, int n) {
        double[] fs = u;
        double[] ks = k;
        double[] c = rest;
        for (int i = 0; i < n; i++) {
            double v = fs[i];
            double s = v / (2 + v);
            double z = s * s;
            double w = Math.fma(W6, z, W5);
            w = Math.fma(w, z, W4);
            w = Math.fma(w, z, W3);
            w = Math.fma(w, z, W2);
            w = Math.fma(w, z, W1);
            w = Math.fma(w, z, W0);
            double half = 0.5 * v * v;
            double small = s * (half + z * w) + (ks[i] * LN2_LOW + c[i]);
            y[yAt + i] = ks[i] * LN2_HIGH - (half - small - v);
        }
    }
}
