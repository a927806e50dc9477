package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bits of plain loops, from places that are no multiples of a vector. */
class ShortRowsTest {
    private static final int WIDTH = 32;
    private static final int ROWS = 5;

    private static double[] numbers(int seed, int n) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    @Test
    void rowsAreWholeVectorsAndShort() {
        assertTrue(ShortRows.fits(WIDTH));
        assertFalse(ShortRows.fits(WIDTH + 1));
        assertFalse(ShortRows.fits(1024));
    }

    @Test
    void productsAreAddedRowByRow() {
        double[] x = numbers(1, 3 + ROWS * WIDTH);
        double[] y = numbers(2, 7 + ROWS * WIDTH);
        double[] s = numbers(3, WIDTH);
        double[] expected = s.clone();
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < WIDTH; j++) {
                expected[j] += x[3 + r * WIDTH + j] * y[7 + r * WIDTH + j];
            }
        }
        ShortRows.addProducts(null, 0, x, 3, y, 7, s, ROWS, WIDTH);
        assertArrayEquals(expected, s);
    }

    @Test
    void weightedProductsAreAddedRowByRow() {
        double[] w = numbers(1, 2 + ROWS);
        double[] x = numbers(2, 3 + ROWS * WIDTH);
        double[] s = numbers(3, WIDTH);
        double[] expected = s.clone();
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < WIDTH; j++) {
                double v = x[3 + r * WIDTH + j];
                expected[j] += (w[2 + r] * v) * v;
            }
        }
        ShortRows.addProducts(w, 2, x, 3, x, 3, s, ROWS, WIDTH);
        assertArrayEquals(expected, s);
    }

    @Test
    void rowsAreFilledAndNothingBesideThem() {
        double[] x = {9, 1, 9, 2, 9};
        double[] y = new double[1 + 2 * WIDTH + 1];
        ShortRows.fill(x, 1, 2, y, 1, 2, WIDTH);
        double[] expected = new double[y.length];
        Arrays.fill(expected, 1, 1 + WIDTH, 1);
        Arrays.fill(expected, 1 + WIDTH, 1 + 2 * WIDTH, 2);
        assertArrayEquals(expected, y);
    }
}
