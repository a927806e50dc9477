package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallProductsTest {
    @ParameterizedTest
    @CsvSource({"4,32,32", "8,64,17", "32,32,32", "32,32,64", "12,96,40"})
    void isTheSumInOrderByMultiplyAddsBitForBit(int m, int n, int k) {
        assumeTrue(SmallProducts.fits(m, n, k));
        int ldb = n + 3;
        int ldc = n + 5;
        double[] a = gaussian(2 + m * k);
        double[] b = gaussian(1 + k * ldb);
        for (boolean transposed : new boolean[] {false, true}) {
            int row = transposed ? 1 : k;
            int column = transposed ? m : 1;
            double[] found = gaussian(7 + m * ldc);
            double[] expected = found.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int p = 0; p < k; p++) {
                        double x = a[2 + i * row + p * column];
                        sum = Math.fma(x, b[1 + p * ldb + j], sum);
                    }
                    expected[7 + i * ldc + j] = sum;
                }
            }
            SmallProducts.multiply(m, n, k, a, 2, row, column, b, 1, ldb, found, 7, ldc);
            assertEquals(Arrays.toString(expected), Arrays.toString(found));
        }
    }

    @Test
    void wholeTilesAlone() {
        assertFalse(SmallProducts.fits(31, 32, 32));
        assertFalse(SmallProducts.fits(32, 31, 32));
        assertFalse(SmallProducts.fits(4, 32, 4));
        assertFalse(SmallProducts.fits(128, 128, 128));
    }

    /** One product per example, with matrices of its own and with one that all share. */
    @ParameterizedTest
    @CsvSource({"2,1", "2,2", "1,1", "1,2"})
    void batchesAgreeWithTheDefinition(int left, int right) {
        Tensor x = tensor(3, 32, 32);
        assertAgrees(new DotDims(Ints.of(0), Ints.of(0), Ints.of(left), Ints.of(right)), x, x);
        Tensor y = tensor(32, 32);
        Ints none = Ints.EMPTY;
        assertAgrees(new DotDims(none, none, Ints.of(left), Ints.of(right - 1)), x, y);
    }

    private static void assertAgrees(DotDims d, Tensor x, Tensor y) {
        TensorType type = TensorType.of(DType.F64, 3, 32, 32);
        Tensor expected =
                NaiveDot.apply(
                        x, y, d.lhsBatch(), d.rhsBatch(), d.lhsContract(), d.rhsContract(), type);
        Tensor found = DotKernel.apply(d, x, y);
        assertEquals(type, found.type());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.get(i), 1e-12);
        }
    }

    private static Tensor tensor(int... dims) {
        TensorType type = TensorType.of(DType.F64, dims);
        return Tensor.of(type.shape(), gaussian(type.size()));
    }

    private static double[] gaussian(int n) {
        return new Random(n).doubles(n, -1, 1).toArray();
    }
}
