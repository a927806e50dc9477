package io.hessdiag.ir;

import io.hessdiag.ir.UnaryFunction.Domain;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Scalar functions of two operands of one type, named as StableHLO and CHLO name them.
 *
 * <p>{@link #LOGADDEXP} is log(eˣ + eʸ), which JAX prints as a graph of ten equations (softplus is
 * its case y = 0); {@code rewrite.RecognizeLogaddexp} finds it. {@link #POLYGAMMA}(n, x) is the
 * n-th derivative of digamma at x; {@link #ZETA}(s, q) the Hurwitz zeta function.
 */
public enum BinaryFunction {
    ADD(Domain.NUMBER),
    SUBTRACT(Domain.NUMBER),
    MULTIPLY(Domain.NUMBER),
    DIVIDE(Domain.NUMBER),
    MAXIMUM(Domain.NUMBER),
    MINIMUM(Domain.NUMBER),
    POWER(Domain.NUMBER),
    REMAINDER(Domain.NUMBER),
    ATAN2(Domain.FLOAT),
    AND(Domain.BITS),
    OR(Domain.BITS),
    XOR(Domain.BITS),
    SHIFT_LEFT(Domain.INTEGER),
    SHIFT_RIGHT_ARITHMETIC(Domain.INTEGER),
    SHIFT_RIGHT_LOGICAL(Domain.INTEGER),

    POLYGAMMA(Domain.FLOAT, "chlo"),
    ZETA(Domain.FLOAT, "chlo"),
    NEXT_AFTER(Domain.FLOAT, "chlo"),

    LOGADDEXP(Domain.FLOAT, "jax");

    private final Domain domain;
    private final String dialect;

    BinaryFunction(Domain domain) {
        this(domain, "stablehlo");
    }

    BinaryFunction(Domain domain, String dialect) {
        this.domain = domain;
        this.dialect = dialect;
    }

    /** The function with this name without dialect, {@code add} say. */
    public static Optional<BinaryFunction> named(String name) {
        return Arrays.stream(values()).filter(f -> f.text().equals(name)).findFirst();
    }

    /** Whether i1 operands are allowed although the function is arithmetic: as or, and. */
    boolean takesBooleans() {
        return this == ADD || this == MULTIPLY || this == MAXIMUM || this == MINIMUM;
    }

    Domain domain() {
        return domain;
    }

    /** {@code stablehlo}, {@code chlo}, or {@code jax} for what JAX prints as several equations. */
    public String dialect() {
        return dialect;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
