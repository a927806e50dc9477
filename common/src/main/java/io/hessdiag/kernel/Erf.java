package io.hessdiag.kernel;

/**
 * The error function, its complement and its inverse. erf(x)/x is a polynomial in x² up to 1; (1 +
 * 2x) e^(x²) erfc(x) one in (x - 3)/(x + 3) from 1/2 to infinity (the transform of Shepherd and
 * Laframboise, Math. Comp. 36, 1981; coefficients from Chebyshev expansions in 60 digits).
 */
final class Erf {
    private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

    private static final double[] ERF = {
        1.1283791670955126,
        -0.37612638903183754,
        0.1128379167095512,
        -0.026866170645129854,
        0.005223977625423455,
        -0.0008548327021945428,
        0.00012055332903350668,
        -1.4925647581008593e-05,
        1.6462045711013026e-06,
        -1.6364645854816389e-07,
        1.479243542696247e-08,
        -1.2164764337224506e-09,
        8.709755232851789e-11,
        -4.2320376764874594e-12
    };

    private static final double[] ERFC = {
        1.2530080582697296,
        -0.13562110612458123,
        -0.04756229435345136,
        0.12964515870276747,
        -0.11927366341526074,
        0.06830802734372039,
        -0.02377051492003202,
        0.002529391820689948,
        0.0018886903786928617,
        -0.0007798323198017534,
        -0.00010515995307802639,
        0.00012509966417900302,
        4.950211110332033e-06,
        -2.010192310970366e-05,
        -7.336518433269407e-07,
        3.4763922423488377e-06,
        3.606957526758731e-07,
        -6.244497011602486e-07,
        -1.4540031496578661e-07,
        1.1166014803365672e-07,
        4.291901081518831e-08,
        -2.0434010457118164e-08,
        -7.274484545706732e-09,
        3.2571383298331196e-09
    };

    /** Giles, Approximating the erfinv function (2010), single precision: where Newton starts. */
    private static final double[] CENTRE = {
        1.50140941,
        0.246640727,
        -0.00417768164,
        -0.00125372503,
        0.00021858087,
        -4.39150654e-06,
        -3.5233877e-06,
        3.43273939e-07,
        2.81022636e-08
    };

    private static final double[] TAIL = {
        2.83297682,
        1.00167406,
        0.00943887047,
        -0.0076224613,
        0.00573950773,
        -0.00367342844,
        0.00134934322,
        0.000100950558,
        -0.000200214257
    };

    private Erf() {}

    static double erf(double x) {
        double a = Math.abs(x);
        return a <= 1 ? x * polynomial(ERF, x * x) : Math.copySign(1 - tail(a), x);
    }

    static double erfc(double x) {
        if (Math.abs(x) < 0.5) {
            return 1 - x * polynomial(ERF, x * x);
        }
        return x > 0 ? tail(x) : 2 - tail(-x);
    }

    /** erfc(x) for x ≥ 1/2: e^(-x²) with the square's rounding error put right. */
    private static double tail(double x) {
        if (x > 28) {
            return 0;
        }
        double square = x * x;
        double lost = Math.fma(x, x, -square);
        double e = Math.exp(-square);
        return (e - e * lost) * polynomial(ERFC, (x - 3) / (x + 3)) / (1 + 2 * x);
    }

    private static double polynomial(double[] c, double x) {
        double sum = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            sum = sum * x + c[k];
        }
        return sum;
    }

    /** ±∞ at ±1, NaN beyond; three steps of Halley's method, on erfc in the tails. */
    static double erfInv(double y) {
        double a = Math.abs(y);
        if (!(a < 1)) {
            return a == 1 ? y * Double.POSITIVE_INFINITY : Double.NaN;
        }
        double w = -Math.log((1 - a) * (1 + a));
        double x = a * (w < 5 ? polynomial(CENTRE, w - 2.5) : polynomial(TAIL, Math.sqrt(w) - 3));
        for (int step = 0; step < 3; step++) {
            double excess = a < 0.5 ? erf(x) - a : 1 - a - erfc(x);
            double newton = excess / (TWO_OVER_SQRT_PI * Math.exp(-x * x));
            x -= newton / (1 + x * newton);
        }
        return Math.copySign(x, y);
    }
}
