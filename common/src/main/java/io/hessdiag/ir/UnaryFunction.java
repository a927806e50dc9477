package io.hessdiag.ir;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Scalar functions of one operand, named as StableHLO and CHLO name them.
 *
 * <p>{@link #RELU} is max(x, 0) as JAX's private function {@code @relu}: its derivative at 0 is 0,
 * where {@code maximum}'s would be 1/2. {@link #STOP_GRADIENT} is x with derivative 0.
 */
public enum UnaryFunction {
    ABS(Domain.NUMBER),
    NEGATE(Domain.NUMBER),
    SIGN(Domain.NUMBER),
    EXPONENTIAL(Domain.FLOAT),
    EXPONENTIAL_MINUS_ONE(Domain.FLOAT),
    LOG(Domain.FLOAT),
    LOG_PLUS_ONE(Domain.FLOAT),
    LOGISTIC(Domain.FLOAT),
    TANH(Domain.FLOAT),
    SINE(Domain.FLOAT),
    COSINE(Domain.FLOAT),
    TAN(Domain.FLOAT),
    SQRT(Domain.FLOAT),
    RSQRT(Domain.FLOAT),
    CBRT(Domain.FLOAT),
    FLOOR(Domain.FLOAT),
    CEIL(Domain.FLOAT),
    ROUND_NEAREST_EVEN(Domain.FLOAT),
    ROUND_NEAREST_AFZ(Domain.FLOAT),
    IS_FINITE(Domain.FLOAT),
    NOT(Domain.BITS),
    POPCNT(Domain.INTEGER),
    COUNT_LEADING_ZEROS(Domain.INTEGER),

    SQUARE(Domain.NUMBER, "chlo"),
    ERF(Domain.FLOAT, "chlo"),
    ERFC(Domain.FLOAT, "chlo"),
    ERF_INV(Domain.FLOAT, "chlo"),
    LGAMMA(Domain.FLOAT, "chlo"),
    DIGAMMA(Domain.FLOAT, "chlo"),
    ASIN(Domain.FLOAT, "chlo"),
    ACOS(Domain.FLOAT, "chlo"),
    ATAN(Domain.FLOAT, "chlo"),
    SINH(Domain.FLOAT, "chlo"),
    COSH(Domain.FLOAT, "chlo"),
    ASINH(Domain.FLOAT, "chlo"),
    ACOSH(Domain.FLOAT, "chlo"),
    ATANH(Domain.FLOAT, "chlo"),

    RELU(Domain.NUMBER, "jax"),
    STOP_GRADIENT(Domain.NUMBER, "jax");

    /** Element types that a function takes. */
    enum Domain {
        FLOAT,
        INTEGER,
        NUMBER,
        BITS
    }

    private final Domain domain;
    private final String dialect;

    UnaryFunction(Domain domain) {
        this(domain, "stablehlo");
    }

    UnaryFunction(Domain domain, String dialect) {
        this.domain = domain;
        this.dialect = dialect;
    }

    /** The function with this name without dialect, {@code tanh} say. */
    public static Optional<UnaryFunction> named(String name) {
        return Arrays.stream(values()).filter(f -> f.text().equals(name)).findFirst();
    }

    Domain domain() {
        return domain;
    }

    /**
     * {@code stablehlo}, {@code chlo}, or {@code jax} for what JAX prints as a private function.
     */
    public String dialect() {
        return dialect;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
