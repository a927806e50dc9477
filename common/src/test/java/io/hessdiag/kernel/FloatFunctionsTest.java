package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import org.junit.jupiter.api.Test;

class FloatFunctionsTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private static Tensor vector(double... values) {
        return Tensor.of(Shape.of(values.length), values);
    }

    private static double[] apply(BinaryKernel f, Tensor x, Tensor y) {
        return Kernels.binary(f, x, y).doubles();
    }

    @Test
    void extremesPropagateNaNAndOrderZeros() {
        Tensor x = vector(NAN, 1, -0.0, 0.0, -INF);
        Tensor y = vector(1, NAN, 0.0, -0.0, INF);
        assertArrayEquals(
                new double[] {NAN, NAN, 0.0, 0.0, INF}, apply(BinaryKernel.MAXIMUM, x, y));
        assertArrayEquals(
                new double[] {NAN, NAN, -0.0, -0.0, -INF}, apply(BinaryKernel.MINIMUM, x, y));
    }

    @Test
    void remaindersHaveTheDividendsSign() {
        assertArrayEquals(
                new double[] {1, -1, -0.0, NAN, 3},
                apply(BinaryKernel.REMAINDER, vector(7, -7, -6, 1, 3), vector(-3, 3, 3, 0, INF)));
    }

    @Test
    void powersOfOneAreOne() {
        assertArrayEquals(
                new double[] {1, 1, 1, NAN, -8, INF, NAN},
                apply(
                        BinaryKernel.POWER,
                        vector(1, -1, NAN, NAN, -2, 0, -8),
                        vector(NAN, INF, 0, 1, 3, -1, 0.5)));
    }

    @Test
    void roundingAtTheHalves() {
        Tensor x = vector(0.5, 1.5, 2.5, -0.5, -2.5, 0.49999999999999994, 0x1p52 + 1);
        assertArrayEquals(
                new double[] {0, 2, 2, -0.0, -2, 0, 0x1p52 + 1},
                Kernels.unary(UnaryKernel.ROUND_NEAREST_EVEN, x).doubles());
        assertArrayEquals(
                new double[] {1, 2, 3, -1, -3, 0, 0x1p52 + 1},
                Kernels.unary(UnaryKernel.ROUND_NEAREST_AFZ, x).doubles());
        assertArrayEquals(
                new double[] {1, 2, 3, -0.0, -2, 1, 0x1p52 + 1},
                Kernels.unary(UnaryKernel.CEIL, x).doubles());
    }

    @Test
    void logaddexpAtInfinitiesAndTies() {
        double[] found =
                apply(
                        BinaryKernel.LOGADDEXP,
                        vector(0, INF, -INF, -INF, NAN, 1000, INF, -1),
                        vector(0, INF, -INF, 2, 1, 999, -INF, -40));
        assertArrayEquals(
                new double[] {Math.log(2), INF, -INF, 2, NAN, 1000.3132616875182, INF, -1},
                found,
                1e-13);
    }

    @Test
    void neighboursAreThoseOfTheElementType() {
        assertArrayEquals(
                new double[] {1 + 0x1p-52, -Double.MIN_VALUE, 2},
                apply(BinaryKernel.NEXT_AFTER, vector(1, 0, 2), vector(2, -1, 2)));
        TensorType f32 = TensorType.of(DType.F32, 1);
        Tensor next =
                Kernels.binary(
                        BinaryKernel.NEXT_AFTER,
                        Tensor.of(f32, new float[] {1}),
                        Tensor.of(f32, new float[] {2}));
        assertEquals(1 + 0x1p-23f, next.floats()[0]);
    }

    @Test
    void comparisonsWithNaNAreFalseButForNe() {
        Tensor x = vector(NAN, NAN, 0.0, 1);
        Tensor y = vector(NAN, 1, -0.0, 2);
        boolean[][] expected = {
            {false, false, true, false},
            {true, true, false, true},
            {false, false, true, false},
            {false, false, false, false},
            {false, false, true, true},
            {false, false, false, true}
        };
        for (CompareKernel direction : CompareKernel.values()) {
            assertArrayEquals(
                    expected[direction.ordinal()],
                    Kernels.compare(direction, false, x, y).booleans(),
                    direction.name());
            Tensor x32 = Kernels.convert(x, DType.F32);
            Tensor y32 = Kernels.convert(y, DType.F32);
            assertArrayEquals(
                    expected[direction.ordinal()],
                    Kernels.compare(direction, false, x32, y32).booleans(),
                    direction.name());
        }
    }

    @Test
    void theTotalOrderTellsZerosAndNaNs() {
        double negativeNaN = Double.longBitsToDouble(0xFFF8_0000_0000_0000L);
        double[] ascending = {negativeNaN, -INF, -1, -0.0, 0.0, 1, INF, NAN};
        for (DType type : new DType[] {DType.F64, DType.F32}) {
            for (int i = 1; i < ascending.length; i++) {
                Tensor low = Kernels.convert(Tensor.scalar(ascending[i - 1]), type);
                Tensor high = Kernels.convert(Tensor.scalar(ascending[i]), type);
                assertEquals(
                        true,
                        Kernels.compare(CompareKernel.LT, true, low, high).booleans()[0],
                        type + " " + i);
                assertEquals(
                        true, Kernels.compare(CompareKernel.EQ, true, high, high).booleans()[0]);
            }
        }
    }

    @Test
    void selectTakesAScalarPredicate() {
        Tensor x = vector(1, 2);
        Tensor y = vector(3, 4);
        assertSame(y, Kernels.select(Tensor.scalar(DType.I1, 0), x, y));
        Tensor p = Tensor.of(TensorType.of(DType.I1, 2), new boolean[] {true, false});
        assertArrayEquals(new double[] {1, 4}, Kernels.select(p, x, y).doubles());
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.select(p, Tensor.scalar(1), Tensor.scalar(2)));
        assertThrows(IllegalArgumentException.class, () -> Kernels.select(x, x, y));
    }

    @Test
    void clampTakesScalarBoundsAndKeepsNaN() {
        assertArrayEquals(
                new double[] {0, 0.5, 1, NAN},
                Kernels.clamp(Tensor.scalar(0), vector(-1, 0.5, 2, NAN), Tensor.scalar(1))
                        .doubles());
        assertArrayEquals(
                new double[] {1, 2},
                Kernels.clamp(vector(1, 0), vector(0, 3), vector(1, 2)).doubles());
    }

    @Test
    void floatsConvertToTheNearestIntegerTowardsZero() {
        Tensor x = vector(-1.9, 1.9, NAN, 1e30, -1e30, 200, 1.8446744073709550e19);
        assertArrayEquals(
                new long[] {-1, 1, 0, 127, -128, 127, 127}, Kernels.convert(x, DType.I8).longs());
        assertArrayEquals(
                new long[] {0, 1, 0, 255, 0, 200, 255}, Kernels.convert(x, DType.UI8).longs());
        assertArrayEquals(
                new long[] {-1, 1, 0, Long.MAX_VALUE, Long.MIN_VALUE, 200, Long.MAX_VALUE},
                Kernels.convert(x, DType.I64).longs());
        assertArrayEquals(
                new long[] {0, 1, 0, -1, 0, 200, -2048}, Kernels.convert(x, DType.UI64).longs());
        assertArrayEquals(
                new boolean[] {true, true, true, false},
                Kernels.convert(vector(0.5, -1, NAN, -0.0), DType.I1).booleans());
    }

    @Test
    void integersConvertToTheNearestFloat() {
        Tensor big =
                Tensor.of(
                        TensorType.of(DType.UI64, 3),
                        new long[] {-1, 0x8000_0000_0000_0401L, 0x8000_0080_0000_0001L});
        assertArrayEquals(
                new double[] {0x1p64, 0x1p63 + 2048, 0x1.00000100000000p63},
                Kernels.convert(big, DType.F64).doubles());
        assertArrayEquals(
                new float[] {0x1p64f, 0x1p63f, 0x1.000002p63f},
                Kernels.convert(big, DType.F32).floats());
        Tensor wide = Tensor.of(TensorType.of(DType.I64, 2), new long[] {300, -1});
        assertArrayEquals(new long[] {44, 255}, Kernels.convert(wide, DType.UI8).longs());
        Tensor bits = Tensor.of(TensorType.of(DType.I1, 2), new boolean[] {true, false});
        assertArrayEquals(new double[] {1, 0}, Kernels.convert(bits, DType.F64).doubles());
    }

    @Test
    void isFiniteTellsNumbersFromTheRest() {
        assertArrayEquals(
                new boolean[] {true, false, false, true},
                Kernels.unary(UnaryKernel.IS_FINITE, vector(1, NAN, -INF, -0.0)).booleans());
    }

    @Test
    void emptyTensorsStayEmpty() {
        Tensor none = Tensor.of(Shape.of(0, 3));
        for (UnaryKernel f : UnaryKernel.values()) {
            if (f.isFloat()) {
                assertEquals(none, Kernels.unary(f, none), f.name());
            }
        }
        for (BinaryKernel f : BinaryKernel.values()) {
            if (f.isFloat()) {
                assertEquals(none, Kernels.binary(f, none, none), f.name());
            }
        }
    }
}
