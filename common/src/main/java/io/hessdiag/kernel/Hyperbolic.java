package io.hessdiag.kernel;

/** Inverse hyperbolic functions through log1p, without cancellation. */
final class Hyperbolic {
    private static final double LN_2 = Math.log(2);
    private static final double HUGE = 0x1p28;

    private Hyperbolic() {}

    /** sign(x) · log1p(|x| + x² / (1 + √(1 + x²))). */
    static double asinh(double x) {
        double a = Math.abs(x);
        double y =
                a > HUGE ? Math.log(a) + LN_2 : Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        return Math.copySign(y, x);
    }

    /** log1p(t + √(2t + t²)) with t = x - 1; NaN below 1. */
    static double acosh(double x) {
        double t = x - 1;
        return x > HUGE ? Math.log(x) + LN_2 : Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    /** ½ log1p(2x / (1 - x)) of |x|, with x's sign; NaN beyond ±1. */
    static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * Math.log1p(2 * a / (1 - a)), x);
    }
}
