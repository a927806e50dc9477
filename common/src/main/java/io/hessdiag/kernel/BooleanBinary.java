package io.hessdiag.kernel;

/** Functions of two booleans; arithmetic ones are those of one-bit integers without carry-over. */
@FunctionalInterface
interface BooleanBinary {
    boolean apply(boolean x, boolean y);

    static BooleanBinary of(BinaryKernel f) {
        return switch (f) {
            case ADD, OR, MAXIMUM -> (x, y) -> x | y;
            case MULTIPLY, AND, MINIMUM -> (x, y) -> x & y;
            case XOR -> (x, y) -> x ^ y;
            case SET -> (x, y) -> y;
            default -> throw new IllegalArgumentException(f + ": no i1 operands");
        };
    }
}
