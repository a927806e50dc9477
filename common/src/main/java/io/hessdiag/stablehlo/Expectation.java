package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.tensor.TensorType;

/**
 * What a {@code check.expect_*} operation asks of a pair (actual, expected).
 *
 * @param type of both as declared; programs compute f16 and bf16 as f32
 * @param tolerance for {@link Kind#ALMOST_EQ}: the largest absolute or relative difference
 * @param minUlps for {@link Kind#CLOSE}: the largest difference must be at least this
 * @param maxUlps for {@link Kind#CLOSE}: the largest difference in units in the last place
 */
public record Expectation(
        Kind kind,
        TensorType type,
        double tolerance,
        long minUlps,
        long maxUlps,
        Location location) {
    /** Bitwise equality of values, within a tolerance, within units in the last place. */
    public enum Kind {
        EQ,
        ALMOST_EQ,
        CLOSE
    }
}
