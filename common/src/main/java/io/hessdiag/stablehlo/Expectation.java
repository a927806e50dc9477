package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.tensor.HalfFloats;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Optional;

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

    /** What is wrong with {@code actual}, in one line with its place; empty if nothing is. */
    public Optional<String> failure(Tensor actual, Tensor expected) {
        return Expected.failure(this, rounded(actual), rounded(expected));
    }

    /** A value of the pair in the type declared: what is computed as f32 rounded to 16 bits. */
    private Tensor rounded(Tensor value) {
        if (type.dtype().computed() == type.dtype()) {
            return value;
        }
        Tensor out = Tensor.zeros(value.type());
        for (int i = 0; i < out.size(); i++) {
            out.floats()[i] = HalfFloats.round(type.dtype(), value.get(i));
        }
        return out;
    }
}
