package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The Vector API's loops against the plain ones, bit for bit, and these against arithmetic. */
class RowLoopsTest {
    private static final int[][] SIZES = {{1, 1}, {1, 7}, {1, 64}, {3, 8}, {5, 33}, {4, 128}};
    private static final int[] AT = {0, 3};

    private final Random random = new Random(7);

    private double[] numbers() {
        double[] x = random.doubles(1000, -2, 2).toArray();
        x[3] = -0.0;
        x[4] = 0;
        x[5] = Double.POSITIVE_INFINITY;
        return x;
    }

    /** Rows one after the other, all of one row, one number per row, one number for all. */
    private Rows rows(int kind, int at, int width) {
        int down = new int[] {width, 0, 1, 0}[kind];
        return new Rows(numbers(), at, down, kind < 2 ? 1 : 0);
    }

    private static double element(Rows x, int r, int j) {
        return x.array()[x.at() + r * x.down() + j * x.step()];
    }

    private interface Loop {
        void run(double[] z);
    }

    private static void assertSame(Loop expected, Loop found, Supplier<String> what) {
        double[] a = new Random(3).doubles(1000).toArray();
        double[] b = a.clone();
        expected.run(a);
        found.run(b);
        assertArrayEquals(a, b, 0, what);
    }

    @Test
    void vectorsHaveTheBitsOfPlainLoops() {
        for (int[] size : SIZES) {
            for (int at : AT) {
                for (int kinds = 0; kinds < 16; kinds++) {
                    binary(size[0], size[1], at, kinds / 4, kinds % 4);
                }
            }
        }
    }

    private void binary(int rows, int width, int at, int first, int second) {
        Rows x = rows(first, at, width);
        Rows y = rows(second, 2 * at + 1, width);
        Supplier<String> what = () -> rows + " x " + width + ": " + first + ", " + second;
        if (x.step() == 1 || y.step() == 1) {
            assertSame(
                    z -> RowLoops.plain(BinaryKernel.SUBTRACT, x, y, z, 2, rows, width),
                    z -> RowVectors.subtract(x, y, z, 2, rows, width),
                    what);
        }
        if (x.step() == 1) {
            assertSame(
                    z -> RowLoops.plain(BinaryKernel.ADD, x, y, z, 2, rows, width),
                    z -> RowVectors.add(x, y, z, 2, rows, width),
                    what);
            assertSame(
                    z -> RowLoops.plain(BinaryKernel.MULTIPLY, x, y, z, 2, rows, width),
                    z -> RowVectors.multiply(x, y, z, 2, rows, width),
                    what);
            assertSame(
                    z -> RowLoops.plainProducts(x, y, z, 2, rows, width),
                    z -> RowVectors.addProducts(x, y, z, 2, rows, width),
                    what);
            for (int third = 0; third < 4; third++) {
                Rows w = rows(third, at, width);
                if (y.step() + w.step() > 0) {
                    assertSame(
                            z -> RowLoops.plainProducts(x, y, w, z, 2, rows, width),
                            z -> RowVectors.addProducts(x, y, w, z, 2, rows, width),
                            what);
                }
            }
        }
    }

    /** Whatever the operands' order and kind, before and after the loops are warm. */
    @Test
    void elementsAreThoseOfTheFunction() {
        for (int[] size : SIZES) {
            for (int kinds = 0; kinds < 64; kinds++) {
                elements(size[0], size[1], kinds / 16, kinds / 4 % 4, kinds % 4);
            }
        }
    }

    private void elements(int rows, int width, int first, int second, int third) {
        Rows x = rows(first, 3, width);
        Rows y = rows(second, 0, width);
        Rows w = rows(third, 1, width);
        double[] difference = new double[rows * width];
        double[] sums = new double[rows * width];
        double[] triples = new double[rows * width];
        RowLoops.binary(BinaryKernel.SUBTRACT, x, y, difference, 0, rows, width);
        RowLoops.addProducts(x, y, sums, 0, rows, width);
        RowLoops.addProducts(x, y, w, triples, 0, rows, width);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < width; j++) {
                double a = element(x, r, j);
                double b = element(y, r, j);
                int at = r * width + j;
                assertEquals(a - b, difference[at]);
                assertEquals(0 + a * b, sums[at]);
                assertEquals(0 + a * b * element(w, r, j), triples[at]);
            }
        }
    }
}
