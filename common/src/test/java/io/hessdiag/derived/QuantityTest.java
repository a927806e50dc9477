package io.hessdiag.derived;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    private static final Constants CONSTANTS = new Constants(8, 2, 0.5);

    /** By hand, in binary fractions, for N = 8, α = 2, μ = 0.5. */
    @ParameterizedTest
    @CsvSource({
        "MAGNITUDE, -0.25, 3, 0.25",
        "SALIENCY, 0.25, -3, 1.125",
        "SALIENCY, -0.25, 3, -1.125",
        "LAPLACE_VARIANCE, 0.25, 3, 0.25",
        "LAPLACE_VARIANCE, -0.125, 3, 1",
        "LAPLACE_VARIANCE, -0.25, 3, NaN",
        "LAPLACE_VARIANCE, -1, 3, NaN",
        "RELATIVE_CURVATURE, 0.25, -3, 2.25",
        "RELATIVE_CURVATURE, 0.25, 0, 0",
        "RELATIVE_CURVATURE, 1e300, 1e10, NaN",
        "PRECONDITIONER, 1.5, 3, 0.5",
        "PRECONDITIONER, -1.5, 3, 0.5",
        "PRECONDITIONER, 0, 3, 2",
    })
    void formulaGivesWhatAHandDoes(Quantity quantity, double h, double theta, double expected) {
        assertEquals(expected, quantity.of(h, theta, CONSTANTS));
    }

    @Test
    void entriesLeftOutStayOutAndThoseWithoutAValueAreCounted() {
        Tensor h = Tensor.of(Shape.of(2, 2), Double.NaN, -1, 0.75, -0.25);
        Tensor theta =
                Tensor.of(new TensorType(DType.F32, Shape.of(2, 2)), new float[] {1, 2, 3, 4});
        assertEquals(
                Tensor.of(Shape.of(2, 2), Double.NaN, Double.NaN, 0.125, Double.NaN),
                Quantity.LAPLACE_VARIANCE.of(h, theta, CONSTANTS));
        assertEquals(2, Quantity.LAPLACE_VARIANCE.undefined(h, theta, CONSTANTS));
        assertEquals(
                Tensor.of(Shape.of(2, 2), Double.NaN, -2, 3.375, -2),
                Quantity.SALIENCY.of(h, theta, CONSTANTS));
        assertEquals(0, Quantity.SALIENCY.undefined(h, theta, CONSTANTS));
    }

    @Test
    void constantsThatMakeNoSenseAreRefused() {
        for (double[] c :
                new double[][] {
                    {0, 1, 1},
                    {Double.NaN, 1, 1},
                    {1, -1, 1},
                    {1, Double.NaN, 1},
                    {1, 1, 0},
                    {1, 1, Double.POSITIVE_INFINITY},
                    {1, 1, Double.MIN_VALUE}
                }) {
            assertThrows(IllegalArgumentException.class, () -> new Constants(c[0], c[1], c[2]));
        }
    }
}
