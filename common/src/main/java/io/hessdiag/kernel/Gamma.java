package io.hessdiag.kernel;

/**
 * log|Γ|, its derivatives, and the Hurwitz zeta function: Stirling's series above a shift, Taylor
 * series about 2, reflection for negative arguments (Abramowitz and Stegun, chapters 6 and 23; DLMF
 * 5.11, 5.15, 25.11). Poles and domains as CHLO has them.
 */
final class Gamma {
    private static final double EULER = 0.5772156649015329;
    private static final double HALF_LOG_2PI = 0.9189385332046728;

    /** Where the asymptotic series reach the last bit. */
    private static final double LARGE = 10;

    /** (-1)^k (ζ(k) - 1) / k for k = 2, 3, …: log Γ(2 + z) = (1 - γ) z + Σ c_k z^k. */
    private static final double[] ABOUT_TWO = {
        0.3224670334241132, -0.0673523010531981, 0.020580808427784546,
        -0.007385551028673986, 0.0028905103307415234, -0.001192753911703261,
        0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-05,
        -4.492623673813314e-05, 2.050721277567069e-05, -9.439488275268397e-06,
        4.374866789907488e-06, -2.039215753801366e-06, 9.55141213040742e-07,
        -4.492469198764566e-07, 2.1207184805554665e-07, -1.0043224823968099e-07,
        4.7698101693639804e-08, -2.2711094608943164e-08, 1.0838659214896955e-08,
        -5.183475041970047e-09, 2.4836745438024785e-09, -1.1921401405860912e-09,
        5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10,
        -6.4229645638381e-11, 3.1044247747322276e-11, -1.5021384080754142e-11
    };

    /** B_2k / (2k (2k - 1)). */
    private static final double[] STIRLING = {
        0.08333333333333333,
        -0.002777777777777778,
        0.0007936507936507937,
        -0.0005952380952380953,
        0.0008417508417508417,
        -0.0019175269175269176,
        0.00641025641025641,
        -0.029550653594771242,
        0.17964437236883057
    };

    /** B_2k / 2k. */
    private static final double[] DIGAMMA_SERIES = {
        0.08333333333333333,
        -0.008333333333333333,
        0.003968253968253968,
        -0.004166666666666667,
        0.007575757575757576,
        -0.021092796092796094,
        0.08333333333333333,
        -0.4432598039215686,
        3.0539543302701198
    };

    /** B_2k / (2k)!. */
    private static final double[] EULER_MACLAURIN = {
        0.08333333333333333,
        -0.001388888888888889,
        3.306878306878307e-05,
        -8.267195767195768e-07,
        2.08767569878681e-08,
        -5.284190138687493e-10,
        1.3382536530684679e-11,
        -3.3896802963225827e-13,
        8.586062056277845e-15,
        -2.174868698558062e-16,
        5.5090028283602295e-18,
        -1.3954464685812522e-19
    };

    private Gamma() {}

    /** log|Γ(x)|; +∞ at the poles 0, -1, -2, …. */
    static double lgamma(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (isPole(x) || Double.isInfinite(x)) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < 0) {
            return Math.log(Math.PI / Math.abs(x * sinPi(x))) - positive(-x);
        }
        return positive(x);
    }

    private static double positive(double x) {
        if (x < 0.5) {
            return aboutOne(x) - Math.log(x);
        }
        if (x < 1.5) {
            return aboutOne(x - 1);
        }
        if (x < LARGE) {
            double product = 1;
            double y = x;
            while (y >= 2.5) {
                y -= 1;
                product *= y;
            }
            return aboutTwo(y - 2) + (product == 1 ? 0 : Math.log(product));
        }
        double series = series(STIRLING, 1 / (x * x)) / x;
        return (x - 0.5) * (Math.log(x) - 1) - 0.5 + (HALF_LOG_2PI + series);
    }

    /** log Γ(1 + z) = log Γ(2 + z) - log(1 + z), |z| ≤ 1/2. */
    private static double aboutOne(double z) {
        return aboutTwo(z) - Math.log1p(z);
    }

    private static double aboutTwo(double z) {
        return z * (1 - EULER) + z * z * series(ABOUT_TWO, z);
    }

    /** c₀ + c₁ z + c₂ z² + …. */
    private static double series(double[] c, double z) {
        double sum = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            sum = sum * z + c[k];
        }
        return sum;
    }

    private static boolean isPole(double x) {
        return x <= 0 && x == Math.floor(x);
    }

    /** sin(πx) by its period: x - 2⌊x/2⌋ is exact. */
    private static double sinPi(double x) {
        double r = Math.abs(x) % 2;
        double s =
                r <= 0.25
                        ? Math.sin(Math.PI * r)
                        : r <= 0.75
                                ? Math.cos(Math.PI * (0.5 - r))
                                : r <= 1.25
                                        ? Math.sin(Math.PI * (1 - r))
                                        : r <= 1.75
                                                ? -Math.cos(Math.PI * (1.5 - r))
                                                : Math.sin(Math.PI * (r - 2));
        return x < 0 ? -s : s;
    }

    /** Γ'(x) / Γ(x); NaN at the poles 0, -1, -2, …. */
    static double digamma(double x) {
        if (isPole(x)) {
            return Double.NaN;
        }
        if (x < 0) {
            double f = x - Math.rint(x);
            return digamma(1 - x) - (Math.abs(f) == 0.5 ? 0 : Math.PI / Math.tan(Math.PI * f));
        }
        return x < LARGE ? digammaByShift(x) : digammaByStirling(x);
    }

    /** ψ(y + 1) = ψ(y) + 1 / y down or up to where log Γ(2 + z)'s derivative is a series. */
    private static double digammaByShift(double x) {
        double y = x;
        double sum = 0;
        while (y >= 2.5) {
            y -= 1;
            sum += 1 / y;
        }
        while (y < 1.5) {
            sum -= 1 / y;
            y += 1;
        }
        double series = 0;
        for (int k = ABOUT_TWO.length - 1; k >= 0; k--) {
            series = series * (y - 2) + (k + 2) * ABOUT_TWO[k];
        }
        return sum + (1 - EULER + (y - 2) * series);
    }

    private static double digammaByStirling(double x) {
        double inverse = 1 / x;
        double square = inverse * inverse;
        return Math.log(x) - 0.5 * inverse - square * series(DIGAMMA_SERIES, square);
    }

    /**
     * The n-th derivative of digamma, (-1)^(n+1) n! ζ(n + 1, x); NaN unless n is a natural number.
     */
    static double polygamma(double n, double x) {
        if (!(n >= 0) || n != Math.floor(n)) {
            return Double.NaN;
        }
        if (n == 0) {
            return digamma(x);
        }
        double size = factorial(n) * zeta(n + 1, x);
        return n % 2 == 0 ? -size : size;
    }

    private static double factorial(double n) {
        if (n > 170) {
            return Double.POSITIVE_INFINITY;
        }
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    /**
     * ζ(s, q) = Σ_{k≥0} (q + k)^-s for s &gt; 1; ∞ at s = 1, NaN below. At the poles q = 0, -1, …
     * it is ∞ for even s, else NaN; between them s has to be an integer.
     */
    static double zeta(double s, double q) {
        if (!(s >= 1) || Double.isNaN(q)) {
            return Double.NaN;
        }
        if (s == 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (Double.isInfinite(s) || q == Double.POSITIVE_INFINITY) {
            return q > 1 ? 0 : q == 1 ? 1 : q > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (isPole(q)) {
            return s % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (q > 0) {
            return positiveZeta(s, q);
        }
        return s == Math.floor(s) ? reflectedZeta(s, q) : Double.NaN;
    }

    /**
     * With f = q - ⌊q⌋ the sum over all integers is ζ(s, f) + (-1)^s ζ(s, 1 - f), of which the part
     * below q is (-1)^s ζ(s, 1 - q).
     */
    private static double reflectedZeta(double s, double q) {
        double f = q - Math.floor(q);
        double below = positiveZeta(s, 1 - f) - positiveZeta(s, 1 - q);
        return positiveZeta(s, f) + (s % 2 == 0 ? below : -below);
    }

    /** Euler–Maclaurin summation from the first a = q + N that is large against s. */
    private static double positiveZeta(double s, double q) {
        double sum = 0;
        double a = q;
        while (a < LARGE + s) {
            double term = Math.pow(a, -s);
            sum += term;
            if (term <= sum * 0x1p-60 * Math.min(1, (s - 1) / a)) {
                return sum;
            }
            a += 1;
        }
        double power = Math.pow(a, -s);
        sum += power * a / (s - 1) + 0.5 * power;
        double factor = s * power / a;
        for (int k = 0; k < EULER_MACLAURIN.length; k++) {
            sum += EULER_MACLAURIN[k] * factor;
            factor *= (s + 2 * k + 1) * (s + 2 * k + 2) / (a * a);
        }
        return sum;
    }
}
