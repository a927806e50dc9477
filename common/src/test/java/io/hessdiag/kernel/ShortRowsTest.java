package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bits of plain loops, from places that are no multiples of a vector. */
class ShortRowsTest {
    private static final int WIDTH = 32;
    private static final int ROWS = 5;

    private static double[] numbers(int seed, int n) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    @Test
    void rowsAreWholeVectors() {
        assertTrue(ShortRows.fits(WIDTH));
        assertTrue(ShortRows.fits(32 * WIDTH));
        assertFalse(ShortRows.fits(WIDTH + 1));
    }

    /** Whole tiles, tiles and single vectors, and too few rows for tiles. */
    private static Stream<Arguments> sizes() {
        return Stream.of(
                arguments(5, 32),
                arguments(5, 96),
                arguments(5, 40),
                arguments(4, 8),
                arguments(2, 64));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void productsAreAddedRowByRow(int rows, int width) {
        double[] x = numbers(1, 3 + rows * width);
        double[] y = numbers(2, 7 + rows * width);
        double[] s = numbers(3, width);
        double[] expected = s.clone();
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < width; j++) {
                expected[j] += x[3 + r * width + j] * y[7 + r * width + j];
            }
        }
        ShortRows.addProducts(x, 3, y, 7, s, rows, width);
        assertArrayEquals(expected, s);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void productsOfThreeAreAddedRowByRow(int rows, int width) {
        double[] x = numbers(1, 3 + rows * width);
        double[] y = numbers(2, 7 + rows * width);
        double[] z = numbers(4, 1 + rows * width);
        double[] s = numbers(3, width);
        double[] expected = s.clone();
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < width; j++) {
                int at = r * width + j;
                expected[j] += (x[3 + at] * y[7 + at]) * z[1 + at];
            }
        }
        ShortRows.addProducts(x, 3, y, 7, z, 1, s, rows, width);
        assertArrayEquals(expected, s);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void weightedProductsAreAddedRowByRow(int rows, int width) {
        double[] w = numbers(1, 2 + rows);
        double[] x = numbers(2, 3 + rows * width);
        double[] s = numbers(3, width);
        double[] expected = s.clone();
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < width; j++) {
                double v = x[3 + r * width + j];
                expected[j] += (w[2 + r] * v) * v;
            }
        }
        ShortRows.addWeighted(w, 2, x, 3, x, 3, s, rows, width);
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

    /** Rows of x are longer than the sum's, y has one row alone. */
    @Test
    void rowsOfProductsAreAddedWhereTheyAre() {
        double[] x = numbers(1, 3 + ROWS * (WIDTH + 5));
        double[] y = numbers(2, 7 + WIDTH);
        double[] z = numbers(4, 1 + ROWS * WIDTH);
        double[] s = numbers(3, ROWS * WIDTH);
        double[] expected = s.clone();
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < WIDTH; j++) {
                int at = r * WIDTH + j;
                expected[at] += (x[3 + r * (WIDTH + 5) + j] * y[7 + j]) * z[1 + at];
            }
        }
        ShortRows.addRows(x, 3, WIDTH + 5, y, 7, 0, z, 1, WIDTH, s, ROWS, WIDTH);
        assertArrayEquals(expected, s);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowsTimesNumbersAreAddedInTheOrderOfTheFactors(boolean isFirst) {
        double[] w = numbers(4, 2 + 3 * ROWS);
        double[] x = numbers(1, 3 + ROWS * WIDTH);
        double[] y = numbers(2, 7 + WIDTH);
        double[] s = numbers(3, ROWS * WIDTH);
        double[] expected = s.clone();
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < WIDTH; j++) {
                double a = x[3 + r * WIDTH + j];
                double b = y[7 + j];
                double v = w[2 + 3 * r];
                expected[r * WIDTH + j] += isFirst ? (v * a) * b : (a * b) * v;
            }
        }
        ShortRows.addRowsByNumbers(w, 2, 3, isFirst, x, 3, WIDTH, y, 7, 0, s, ROWS, WIDTH);
        assertArrayEquals(expected, s);
    }
}
