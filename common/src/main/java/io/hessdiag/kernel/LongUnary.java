package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import java.util.function.LongUnaryOperator;

/** Functions of one integer, whose width and sign the element type gives; results wrap. */
final class LongUnary {
    private LongUnary() {}

    static LongUnaryOperator of(UnaryKernel f, DType type) {
        return switch (f) {
            case ABS -> type.isUnsigned() ? x -> x : x -> type.wrap(Math.abs(x));
            case NEGATE -> x -> type.wrap(-x);
            case SIGN -> type.isUnsigned() ? x -> x == 0 ? 0 : 1 : Long::signum;
            case SQUARE -> x -> type.wrap(x * x);
            case RELU -> type.isUnsigned() ? x -> x : x -> Math.max(x, 0);
            case STOP_GRADIENT -> x -> x;
            case NOT -> x -> type.wrap(~x);
            case POPCNT -> x -> Long.bitCount(x & mask(type));
            case COUNT_LEADING_ZEROS ->
                    x -> Long.numberOfLeadingZeros(x & mask(type)) - (64 - type.bits());
            default -> throw new IllegalArgumentException(f + ": no " + type + " operand");
        };
    }

    /** Ones where a value of this type has its bits. */
    static long mask(DType type) {
        return -1L >>> (64 - type.bits());
    }
}
