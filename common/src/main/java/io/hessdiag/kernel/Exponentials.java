package io.hessdiag.kernel;

/**
 * eˣ and what is made of it. x = k ln 2 + r, |r| ≤ ½ ln 2, and (eʳ - 1 - r) / r² is a polynomial
 * (from a Chebyshev expansion in 60 digits). Each function is a few plain loops over blocks that
 * stay in the first-level cache: arithmetic only, which C2 turns into vector instructions, except
 * for the one that makes 2ᵏ out of bits. So results have the same bits on every machine, compiled
 * or interpreted, wherever in an array an element stands. (Not so the Vector API's exp and tanh:
 * their last bit changes when C2 takes over.) Errors are below 2 ulp. Contract: {@link DoubleLoop}.
 */
final class Exponentials {
    private static final int BLOCK = 256;

    /** 1.5·2⁵²: adding it rounds to an integer, which the sum's low bits then hold. */
    private static final double MAGIC = 0x1.8p52;

    private static final double LOG2_E = 1.4426950408889634;

    /** ln 2 in two parts; the first ends in zeros, so that k times it is exact. */
    private static final double LN2_HIGH = 0x1.62e42fefa0000p-1;

    private static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;
    private static final int BIAS = 1023;
    private static final int MANTISSA = 52;

    private static final double C2 = 0.5;
    private static final double C3 = 0.1666666666666667;
    private static final double C4 = 0.04166666666666668;
    private static final double C5 = 0.008333333333326056;
    private static final double C6 = 0.0013888888888878967;
    private static final double C7 = 0.00019841269875093631;
    private static final double C8 = 2.480158733672546e-05;
    private static final double C9 = 2.7557255054655422e-06;
    private static final double C10 = 2.7557262976550076e-07;
    private static final double C11 = 2.510536054151508e-08;
    private static final double C12 = 2.0918249463378297e-09;

    /** Below this eˣ is 0, above the other ∞. */
    private static final double LOWEST = -746;

    private static final double HIGHEST = 710;

    /** Below minus this eˣ - 1 is -1. */
    private static final double FLAT = 44;

    /** Below this eˣ - 1 is x. */
    private static final double TINY = 0x1p-54;

    /** New arrays for every strip were half of what a run of a tanh network allocates. */
    private static final ThreadLocal<Exponentials> THREADS =
            ThreadLocal.withInitial(Exponentials::new);

    /** v on the way to eᵛ - 1, and MAGIC + k. */
    private final double[] work = new double[BLOCK];

    private final double[] shifted = new double[BLOCK];

    private Exponentials() {}

    static void exp(double[] x, int xAt, double[] y, int yAt, int n) {
        Exponentials block = THREADS.get();
        for (int at = 0; at < n; at += BLOCK) {
            block.expBlock(x, xAt + at, y, yAt + at, Math.min(BLOCK, n - at));
        }
    }

    private void expBlock(double[] x, int xAt, double[] y, int yAt, int n) {
        System.arraycopy(x, xAt, work, 0, n);
        exp(n);
        System.arraycopy(work, 0, y, yAt, n);
    }

    static void expm1(double[] x, int xAt, double[] y, int yAt, int n) {
        Exponentials block = THREADS.get();
        for (int at = 0; at < n; at += BLOCK) {
            block.expm1Block(x, xAt + at, y, yAt + at, Math.min(BLOCK, n - at));
        }
    }

    /** 2ᵏ(1 + p) - 1 = 2 (2ᵏ⁻¹p + (2ᵏ⁻¹ - ½)), since 2¹⁰²⁴ overflows. */
    private void expm1Block(double[] x, int xAt, double[] y, int yAt, int n) {
        double[] p = work;
        double[] s = shifted;
        for (int i = 0; i < n; i++) {
            p[i] = Math.max(x[xAt + i], -FLAT);
        }
        reduce(n);
        for (int i = 0; i < n; i++) {
            double half = powerOfTwo(exponent(s[i]) - 1);
            double v = x[xAt + i];
            y[yAt + i] = Math.abs(v) < TINY ? v : 2 * (half * p[i] + (half - 0.5));
        }
    }

    /** tanh |x| = -t / (2 + t) with t = e^(-2|x|) - 1. */
    static void tanh(double[] x, int xAt, double[] y, int yAt, int n) {
        Exponentials block = THREADS.get();
        for (int at = 0; at < n; at += BLOCK) {
            block.tanhBlock(x, xAt + at, y, yAt + at, Math.min(BLOCK, n - at));
        }
    }

    private void tanhBlock(double[] x, int xAt, double[] y, int yAt, int n) {
        double[] p = work;
        double[] s = shifted;
        for (int i = 0; i < n; i++) {
            p[i] = Math.max(-2 * Math.abs(x[xAt + i]), -FLAT);
        }
        reduce(n);
        for (int i = 0; i < n; i++) {
            s[i] = powerOfTwo(exponent(s[i]));
        }
        for (int i = 0; i < n; i++) {
            double t = s[i] * p[i] + (s[i] - 1);
            p[i] = t / (2 + t);
        }
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.copySign(p[i], x[xAt + i]);
        }
    }

    /** 1 / (1 + e⁻ˣ) for x ≥ 0, eˣ / (1 + eˣ) below: both tails keep their relative accuracy. */
    static void logistic(double[] x, int xAt, double[] y, int yAt, int n) {
        Exponentials block = THREADS.get();
        for (int at = 0; at < n; at += BLOCK) {
            block.logisticBlock(x, xAt + at, y, yAt + at, Math.min(BLOCK, n - at));
        }
    }

    private void logisticBlock(double[] x, int xAt, double[] y, int yAt, int n) {
        double[] e = work;
        for (int i = 0; i < n; i++) {
            e[i] = -Math.abs(x[xAt + i]);
        }
        exp(n);
        for (int i = 0; i < n; i++) {
            y[yAt + i] = (x[xAt + i] < 0 ? e[i] : 1) / (1 + e[i]);
        }
    }

    /** {@link #work} to its exponential. */
    private void exp(int n) {
        reduce(n);
        double[] p = work;
        double[] s = shifted;
        int outside = 0;
        for (int i = 0; i < n; i++) {
            int k = exponent(s[i]);
            outside |= k + BIAS - 1 | BIAS - k;
        }
        for (int i = 0; i < n && outside >= 0; i++) {
            p[i] = (1 + p[i]) * powerOfTwo(exponent(s[i]));
        }
        for (int i = 0; i < n && outside < 0; i++) {
            int k = exponent(s[i]);
            p[i] = (1 + p[i]) * powerOfTwo(k >> 1) * powerOfTwo(k - (k >> 1));
        }
    }

    /**
     * From v in {@link #work}: r there becomes eʳ - 1, and {@link #shifted} MAGIC + rint(v / ln 2).
     */
    private void reduce(int n) {
        double[] w = work;
        double[] s = shifted;
        for (int i = 0; i < n; i++) {
            double v = Math.min(Math.max(w[i], LOWEST), HIGHEST);
            double magic = v * LOG2_E + MAGIC;
            double k = magic - MAGIC;
            double r = Math.fma(-k, LN2_LOW, v - k * LN2_HIGH);
            double q = Math.fma(C12, r, C11);
            q = Math.fma(q, r, C10);
            q = Math.fma(q, r, C9);
            q = Math.fma(q, r, C8);
            q = Math.fma(q, r, C7);
            q = Math.fma(q, r, C6);
            q = Math.fma(q, r, C5);
            q = Math.fma(q, r, C4);
            q = Math.fma(q, r, C3);
            q = Math.fma(q, r, C2);
            s[i] = magic;
            w[i] = Math.fma(r * r, q, r);
        }
    }

    private static int exponent(double magic) {
        return (int) Double.doubleToRawLongBits(magic);
    }

    /** 2^e for -1022 ≤ e ≤ 1023. */
    private static double powerOfTwo(int e) {
        return Double.longBitsToDouble((long) (e + BIAS) << MANTISSA);
    }
}
