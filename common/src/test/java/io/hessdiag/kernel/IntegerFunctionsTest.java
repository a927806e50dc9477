package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import org.junit.jupiter.api.Test;

class IntegerFunctionsTest {
    private static Tensor longs(DType type, long... values) {
        return Tensor.of(TensorType.of(type, values.length), values);
    }

    private static long apply(BinaryKernel f, DType type, long x, long y) {
        return Kernels.binary(f, longs(type, x), longs(type, y)).longs()[0];
    }

    private static long apply(UnaryKernel f, DType type, long x) {
        return Kernels.unary(f, longs(type, x)).longs()[0];
    }

    @Test
    void arithmeticWrapsAtTheWidth() {
        assertEquals(-128, apply(BinaryKernel.ADD, DType.I8, 127, 1));
        assertEquals(0, apply(BinaryKernel.ADD, DType.UI8, 255, 1));
        assertEquals(0xFFFF_FFFFL, apply(BinaryKernel.SUBTRACT, DType.UI32, 0, 1));
        assertEquals(0, apply(BinaryKernel.MULTIPLY, DType.I32, 1 << 16, 1 << 16));
        assertEquals(-128, apply(UnaryKernel.NEGATE, DType.I8, -128));
        assertEquals(-128, apply(UnaryKernel.ABS, DType.I8, -128));
        assertEquals(16, apply(UnaryKernel.SQUARE, DType.UI8, 100));
    }

    @Test
    void divisionByZeroIsMinusOneAndItsRemainderTheDividend() {
        assertEquals(-1, apply(BinaryKernel.DIVIDE, DType.I32, 7, 0));
        assertEquals(255, apply(BinaryKernel.DIVIDE, DType.UI8, 7, 0));
        assertEquals(-7, apply(BinaryKernel.REMAINDER, DType.I32, -7, 0));
    }

    @Test
    void theMostNegativeByMinusOneWraps() {
        assertEquals(
                Integer.MIN_VALUE, apply(BinaryKernel.DIVIDE, DType.I32, Integer.MIN_VALUE, -1));
        assertEquals(Long.MIN_VALUE, apply(BinaryKernel.DIVIDE, DType.I64, Long.MIN_VALUE, -1));
        assertEquals(0, apply(BinaryKernel.REMAINDER, DType.I64, Long.MIN_VALUE, -1));
    }

    @Test
    void divisionTruncatesAndTheRemainderHasTheDividendsSign() {
        assertEquals(-3, apply(BinaryKernel.DIVIDE, DType.I32, -7, 2));
        assertEquals(-1, apply(BinaryKernel.REMAINDER, DType.I32, -7, 2));
        assertEquals(1, apply(BinaryKernel.REMAINDER, DType.I32, 7, -2));
    }

    @Test
    void unsigned64ComparesAndDividesAsUnsigned() {
        assertEquals(Long.MAX_VALUE, apply(BinaryKernel.DIVIDE, DType.UI64, -1, 2));
        assertEquals(-1, apply(BinaryKernel.MAXIMUM, DType.UI64, -1, 1));
        assertEquals(1, apply(BinaryKernel.MINIMUM, DType.UI64, -1, 1));
        assertEquals(1, apply(UnaryKernel.SIGN, DType.UI64, -1));
        Tensor less =
                Kernels.compare(
                        CompareKernel.LT, false, longs(DType.UI64, 1), longs(DType.UI64, -1));
        assertArrayEquals(new boolean[] {true}, less.booleans());
    }

    @Test
    void shiftsByTheWidthOrMoreLeaveZeroOrTheSign() {
        assertEquals(0, apply(BinaryKernel.SHIFT_LEFT, DType.I32, 1, 32));
        assertEquals(0, apply(BinaryKernel.SHIFT_LEFT, DType.I32, 1, -1));
        assertEquals(0, apply(BinaryKernel.SHIFT_RIGHT_LOGICAL, DType.I32, -1, 40));
        assertEquals(-1, apply(BinaryKernel.SHIFT_RIGHT_ARITHMETIC, DType.I32, -5, 40));
        assertEquals(255, apply(BinaryKernel.SHIFT_RIGHT_ARITHMETIC, DType.UI8, 128, 9));
    }

    @Test
    void shiftsWorkWithinTheWidth() {
        assertEquals(-128, apply(BinaryKernel.SHIFT_LEFT, DType.I8, 1, 7));
        assertEquals(127, apply(BinaryKernel.SHIFT_RIGHT_LOGICAL, DType.I8, -1, 1));
        assertEquals(192, apply(BinaryKernel.SHIFT_RIGHT_ARITHMETIC, DType.UI8, 128, 1));
        assertEquals(-2, apply(BinaryKernel.SHIFT_RIGHT_ARITHMETIC, DType.I8, -4, 1));
    }

    @Test
    void powersWrapAndNegativeExponentsTruncate() {
        assertEquals(-27, apply(BinaryKernel.POWER, DType.I32, -3, 3));
        assertEquals(0, apply(BinaryKernel.POWER, DType.I32, 2, 32));
        assertEquals(1, apply(BinaryKernel.POWER, DType.I32, 0, 0));
        assertEquals(0, apply(BinaryKernel.POWER, DType.I32, 2, -1));
        assertEquals(-1, apply(BinaryKernel.POWER, DType.I32, -1, -3));
        assertEquals(1, apply(BinaryKernel.POWER, DType.I32, 1, -3));
    }

    @Test
    void bitsAreCountedWithinTheWidth() {
        assertEquals(8, apply(UnaryKernel.POPCNT, DType.I8, -1));
        assertEquals(64, apply(UnaryKernel.POPCNT, DType.UI64, -1));
        assertEquals(8, apply(UnaryKernel.COUNT_LEADING_ZEROS, DType.I8, 0));
        assertEquals(0, apply(UnaryKernel.COUNT_LEADING_ZEROS, DType.I16, -1));
        assertEquals(31, apply(UnaryKernel.COUNT_LEADING_ZEROS, DType.UI32, 1));
        assertEquals(254, apply(UnaryKernel.NOT, DType.UI8, 1));
        assertEquals(-2, apply(UnaryKernel.NOT, DType.I8, 1));
    }

    @Test
    void booleansAddAsOrAndMultiplyAsAnd() {
        Tensor x = Tensor.of(TensorType.of(DType.I1, 4), new boolean[] {true, true, false, false});
        Tensor y = Tensor.of(TensorType.of(DType.I1, 4), new boolean[] {true, false, true, false});
        boolean[] or = {true, true, true, false};
        boolean[] and = {true, false, false, false};
        assertArrayEquals(or, Kernels.binary(BinaryKernel.ADD, x, y).booleans());
        assertArrayEquals(or, Kernels.binary(BinaryKernel.MAXIMUM, x, y).booleans());
        assertArrayEquals(and, Kernels.binary(BinaryKernel.MULTIPLY, x, y).booleans());
        assertArrayEquals(and, Kernels.binary(BinaryKernel.MINIMUM, x, y).booleans());
        assertArrayEquals(
                new boolean[] {false, true, true, false},
                Kernels.binary(BinaryKernel.XOR, x, y).booleans());
        assertArrayEquals(
                new boolean[] {false, false, true, true},
                Kernels.unary(UnaryKernel.NOT, x).booleans());
    }

    @Test
    void functionsOfFloatsAreRefused() {
        assertEquals(
                "TANH: no i32 operand",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> apply(UnaryKernel.TANH, DType.I32, 1))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> apply(BinaryKernel.ATAN2, DType.I32, 1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.binary(BinaryKernel.ADD, longs(DType.I32, 1), longs(DType.I64, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.binary(BinaryKernel.AND, Tensor.scalar(1), Tensor.scalar(1)));
    }
}
