package io.hessdiag.derived;

import java.io.Serializable;

/**
 * What the formulas of {@link Quantity} have beside an entry and its parameter.
 *
 * @param examples N: what the loss has to be multiplied by to be the sum of its examples' losses
 * @param priorPrecision of a Gaussian prior of the parameters, at least 0
 * @param damping added to absolute values before they divide, above 0
 */
public record Constants(double examples, double priorPrecision, double damping)
        implements Serializable {
    public Constants {
        require(examples > 0 && Double.isFinite(examples), "examples above 0", examples);
        require(
                priorPrecision >= 0 && Double.isFinite(priorPrecision),
                "a prior precision of at least 0",
                priorPrecision);
        require(isDamping(damping), "a damping above 0", damping);
    }

    /** Whether no entry divides by zero, or by so little that the quotient is infinite. */
    public static boolean isDamping(double damping) {
        return damping > 0 && Double.isFinite(damping) && Double.isFinite(1 / damping);
    }

    private static void require(boolean holds, String expected, double found) {
        if (!holds) {
            throw new IllegalArgumentException("expected " + expected + ", found " + found);
        }
    }
}
