package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bits of plain loops, wherever the rows are. */
class RowLoopsTest {
    private static final int WIDTH = 32;
    private static final int ROWS = 5;

    private static double[] numbers(int seed, int n) {
        double[] x = new Random(seed).doubles(n, -1, 1).toArray();
        x[n / 2] = -0.0;
        x[n / 3] = Double.POSITIVE_INFINITY;
        return x;
    }

    private static double apply(BinaryKernel f, double x, double y) {
        return switch (f) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            default -> x * y;
        };
    }

    @Test
    void rowsAreWholeTilesOfVectors() {
        assertTrue(RowLoops.fits(WIDTH));
        assertFalse(RowLoops.fits(WIDTH + 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"ADD", "SUBTRACT", "MULTIPLY"})
    void runs(BinaryKernel f) {
        assertTrue(RowLoops.has(f));
        int n = 4 * WIDTH + 3;
        double[] x = numbers(1, 5 + n);
        double[] y = numbers(2, 7 + n);
        double[] z = numbers(3, 2 + n + 1);
        double[] expected = z.clone();
        for (int i = 0; i < n; i++) {
            expected[2 + i] = apply(f, x[5 + i], y[7 + i]);
        }
        RowLoops.runs(f, x, 5, y, 7, z, 2, n);
        assertArrayEquals(expected, z);
    }

    /** Rows of x are further apart than they are long, y has one row alone. */
    @ParameterizedTest
    @EnumSource(names = {"ADD", "SUBTRACT", "MULTIPLY"})
    void rows(BinaryKernel f) {
        double[] x = numbers(1, 5 + ROWS * (WIDTH + 3));
        double[] y = numbers(2, 7 + WIDTH);
        double[] z = numbers(3, 2 + ROWS * WIDTH + 1);
        double[] expected = z.clone();
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < WIDTH; j++) {
                expected[2 + r * WIDTH + j] = apply(f, x[5 + r * (WIDTH + 3) + j], y[7 + j]);
            }
        }
        RowLoops.rows(f, x, 5, WIDTH + 3, y, 7, 0, z, 2, ROWS, WIDTH);
        assertArrayEquals(expected, z);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADD", "SUBTRACT", "MULTIPLY"})
    void rowsByNumbers(BinaryKernel f) {
        double[] x = numbers(1, 5 + ROWS * WIDTH);
        double[] y = numbers(2, 7 + 3 * ROWS);
        double[] z = numbers(3, 2 + ROWS * WIDTH + 1);
        double[] expected = z.clone();
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < WIDTH; j++) {
                expected[2 + r * WIDTH + j] = apply(f, x[5 + r * WIDTH + j], y[7 + 3 * r]);
            }
        }
        RowLoops.rowsByNumbers(f, x, 5, WIDTH, y, 7, 3, z, 2, ROWS, WIDTH);
        assertArrayEquals(expected, z);
    }
}
