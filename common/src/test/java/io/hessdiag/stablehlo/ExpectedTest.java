package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.Location;
import io.hessdiag.stablehlo.Expectation.Kind;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import org.junit.jupiter.api.Test;

class ExpectedTest {
    private static boolean holds(Kind kind, double actual, double expected) {
        Expectation e =
                new Expectation(
                        kind, TensorType.of(DType.F64), 1e-4, 0, 3, new Location("m.mlir", 1, 1));
        return e.failure(Tensor.scalar(actual), Tensor.scalar(expected)).isEmpty();
    }

    @Test
    void equalityIsOfBits() {
        assertTrue(holds(Kind.EQ, Double.NaN, Double.NaN));
        assertFalse(holds(Kind.EQ, 0.0, -0.0));
        assertFalse(holds(Kind.EQ, 1, Math.nextUp(1.0)));
    }

    @Test
    void toleranceIsAbsoluteBelowOneAndRelativeAbove() {
        assertTrue(holds(Kind.ALMOST_EQ, 1e-5, 0));
        assertTrue(holds(Kind.ALMOST_EQ, 10000.5, 10000));
        assertFalse(holds(Kind.ALMOST_EQ, 1.001, 1));
        assertTrue(holds(Kind.ALMOST_EQ, Double.NaN, Double.NaN));
        assertFalse(holds(Kind.ALMOST_EQ, Double.NaN, 1));
        assertTrue(holds(Kind.ALMOST_EQ, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertFalse(holds(Kind.ALMOST_EQ, Double.POSITIVE_INFINITY, Double.MAX_VALUE));
    }

    @Test
    void distanceCountsNumbersOfTheType() {
        assertEquals(1, Expected.ulps(DType.F64, 1, Math.nextUp(1.0)));
        assertEquals(1, Expected.ulps(DType.F64, 2, Math.nextDown(2.0)));
        assertEquals(2, Expected.ulps(DType.F64, Double.MIN_VALUE, -Double.MIN_VALUE));
        assertEquals(
                1, Expected.ulps(DType.F64, Double.MIN_NORMAL, Math.nextDown(Double.MIN_NORMAL)));
        assertEquals(1, Expected.ulps(DType.F32, 1, Math.nextUp(1f)));
        assertEquals(1, Expected.ulps(DType.F16, 1, 1 + 1.0 / 1024));
        assertEquals(2, Expected.ulps(DType.BF16, 1, 1 + 2.0 / 128));
        assertEquals(0, Expected.ulps(DType.F32, 0.0, -0.0));
        assertEquals(Long.MAX_VALUE, Expected.ulps(DType.F64, Double.NaN, 1));
    }

    @Test
    void sixteenBitValuesAreRoundedFirst() {
        Expectation e =
                new Expectation(
                        Kind.EQ, TensorType.of(DType.BF16), 0, 0, 0, new Location("m.mlir", 1, 1));
        Tensor third = Tensor.scalar(DType.F32, 1.0 / 3);
        assertTrue(e.failure(third, Tensor.scalar(DType.F32, 0.333984375)).isEmpty());
        assertFalse(e.failure(third, Tensor.scalar(DType.F32, 0.33203125)).isEmpty());
    }

    @Test
    void closenessMayHaveALowerBound() {
        Expectation e =
                new Expectation(
                        Kind.CLOSE,
                        TensorType.of(DType.F64),
                        0,
                        1,
                        3,
                        new Location("m.mlir", 1, 1));
        assertFalse(e.failure(Tensor.scalar(1.0), Tensor.scalar(1.0)).isEmpty());
        assertTrue(e.failure(Tensor.scalar(1.0), Tensor.scalar(Math.nextUp(1.0))).isEmpty());
    }

    @Test
    void closenessIsInUnitsInTheLastPlace() {
        assertTrue(holds(Kind.CLOSE, 1, 1 + 3 * Math.ulp(1.0)));
        assertFalse(holds(Kind.CLOSE, 1, 1 + 4 * Math.ulp(1.0)));
    }
}
