package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import java.util.function.LongBinaryOperator;

/**
 * Functions of two integers, whose width and sign the element type gives; results wrap. What the
 * specification leaves open is as XLA has it: x / 0 = -1, x % 0 = x, and a shift by the width or
 * more leaves 0 or the sign.
 */
final class LongBinary {
    private LongBinary() {}

    static LongBinaryOperator of(BinaryKernel f, DType type) {
        boolean unsigned = type.isUnsigned();
        return switch (f) {
            case ADD -> (x, y) -> type.wrap(x + y);
            case SUBTRACT -> (x, y) -> type.wrap(x - y);
            case MULTIPLY -> (x, y) -> type.wrap(x * y);
            case DIVIDE ->
                    unsigned
                            ? (x, y) -> y == 0 ? type.wrap(-1) : Long.divideUnsigned(x, y)
                            : (x, y) -> y == 0 ? -1 : type.wrap(x / y);
            case REMAINDER ->
                    unsigned
                            ? (x, y) -> y == 0 ? x : Long.remainderUnsigned(x, y)
                            : (x, y) -> y == 0 ? x : x % y;
            case MAXIMUM ->
                    unsigned ? (x, y) -> Long.compareUnsigned(x, y) >= 0 ? x : y : Math::max;
            case MINIMUM ->
                    unsigned ? (x, y) -> Long.compareUnsigned(x, y) <= 0 ? x : y : Math::min;
            case POWER ->
                    unsigned
                            ? (x, y) -> type.wrap(power(x, y))
                            : (x, y) -> type.wrap(y < 0 ? inversePower(x, y) : power(x, y));
            case AND -> (x, y) -> x & y;
            case OR -> (x, y) -> x | y;
            case XOR -> (x, y) -> x ^ y;
            case SHIFT_LEFT -> (x, y) -> beyond(y, type) ? 0 : type.wrap(x << y);
            case SHIFT_RIGHT_LOGICAL ->
                    (x, y) -> beyond(y, type) ? 0 : type.wrap((x & LongUnary.mask(type)) >>> y);
            case SHIFT_RIGHT_ARITHMETIC ->
                    (x, y) -> type.wrap(signed(x, type) >> (beyond(y, type) ? 63 : y));
            case SET -> (x, y) -> y;
            default -> throw new IllegalArgumentException(f + ": no " + type + " operands");
        };
    }

    private static boolean beyond(long amount, DType type) {
        return amount < 0 || amount >= type.bits();
    }

    private static long signed(long x, DType type) {
        int unused = 64 - type.bits();
        return x << unused >> unused;
    }

    /** By squaring; y counts as unsigned. */
    private static long power(long x, long y) {
        long result = 1;
        long square = x;
        for (long bits = y; bits != 0; bits >>>= 1) {
            result = (bits & 1) == 0 ? result : result * square;
            square *= square;
        }
        return result;
    }

    /** x^y for y &lt; 0, truncated: only 1 and -1 leave anything. */
    private static long inversePower(long x, long y) {
        if (x == 1) {
            return 1;
        }
        return x == -1 ? (y & 1) == 0 ? 1 : -1 : 0;
    }
}
