package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Factors multiplied give the matrix again; edge cases. */
class MatrixKernelsTest {
    private static Tensor random(long seed, int... dims) {
        Shape shape = Shape.of(dims);
        return Tensor.of(shape, new Random(seed).doubles(shape.size(), -1, 1).toArray());
    }

    /** x y of every matrix. */
    private static Tensor product(Tensor x, Tensor y) {
        int rank = x.shape().rank();
        Ints batch = Ints.range(rank - 2);
        return Kernels.dotGeneral(x, y, batch, batch, Ints.of(rank - 1), Ints.of(rank - 2));
    }

    private static Tensor transposed(Tensor x) {
        int rank = x.shape().rank();
        return Kernels.transpose(x, Ints.range(rank - 2).append(rank - 1).append(rank - 2));
    }

    private static Tensor add(Tensor x, Tensor y) {
        return Kernels.binary(BinaryKernel.ADD, x, y);
    }

    /**
     * Entries of the last two axes where {@code keep} says so, {@code diagonal} on the diagonal.
     */
    private static Tensor part(Tensor x, boolean lower, Double diagonal, int rows, int columns) {
        int m = x.shape().dim(x.shape().rank() - 2);
        int n = x.shape().dim(x.shape().rank() - 1);
        double[] out = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                boolean inside = i < m && j < n && (lower ? i >= j : i <= j);
                out[i * columns + j] =
                        i == j && diagonal != null ? diagonal : inside ? x.get(i * n + j) : 0;
            }
        }
        return Tensor.of(Shape.of(rows, columns), out);
    }

    private static void close(Tensor expected, Tensor found, double tolerance) {
        assertEquals(expected.type(), found.type());
        assertArrayEquals(expected.doubles(), found.doubles(), tolerance);
    }

    @Test
    void choleskyFactorsMultiplyToTheMatrix() {
        Tensor x = random(1, 4, 9, 12);
        Tensor a = product(x, transposed(x));
        Tensor l = MatrixKernels.cholesky(a);
        close(a, product(l, transposed(l)), 1e-14);
    }

    @Test
    void oneMatrixOfABatchMayFail() {
        Tensor a = Tensor.of(Shape.of(2, 1, 1), -1, 4);
        assertArrayEquals(new double[] {Double.NaN, 2}, MatrixKernels.cholesky(a).doubles());
    }

    @Test
    void singlePrecisionIsRoundedOnce() {
        Tensor a = Tensor.of(new TensorType(DType.F32, Shape.of(1, 1)), new float[] {2});
        assertArrayEquals(new float[] {(float) Math.sqrt(2)}, MatrixKernels.cholesky(a).floats());
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "7, 3", "3, 7", "1, 1"})
    void luFactorsMultiplyToThePermutedMatrix(int m, int n) {
        Tensor a = random(2, m, n);
        int k = Math.min(m, n);
        List<Tensor> lu = MatrixKernels.lu(a);
        Tensor l = part(lu.get(0), true, 1.0, m, k);
        Tensor u = part(lu.get(0), false, null, k, n);
        double[] expected = new double[m * n];
        for (int i = 0; i < m * n; i++) {
            expected[i] = a.get((int) lu.get(2).longs()[i / n] * n + i % n);
        }
        close(Tensor.of(a.shape(), expected), product(l, u), 1e-14);
        assertTrue(Arrays.stream(l.doubles()).allMatch(x -> Math.abs(x) <= 1));
        assertEquals(0, lu.get(3).get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 40})
    void eigenvectorsDiagonalizeAndAreOrthonormal(int n) {
        Tensor x = random(n, 2, n, n);
        Tensor a = add(x, transposed(x));
        List<Tensor> e = MatrixKernels.eigh(a);
        Tensor v = e.get(0);
        Tensor w = Kernels.broadcastInDim(e.get(1), a.shape(), Ints.of(0, 2));
        close(product(a, v), Kernels.binary(BinaryKernel.MULTIPLY, v, w), 1e-13 * n);
        for (int i = 0; i < 2; i++) {
            double[] values = Arrays.copyOfRange(e.get(1).doubles(), i * n, i * n + n);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertArrayEquals(sorted, values);
        }
        Tensor eye = product(transposed(v), v);
        for (int i = 0; i < eye.size(); i++) {
            assertEquals(i % (n * n) % (n + 1) == 0 ? 1 : 0, eye.get(i), 1e-13);
        }
    }

    @Test
    void eigenvaluesOfSingularAndRepeatedOnes() {
        Tensor ones = Tensor.of(Shape.of(3, 3), 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertArrayEquals(new double[] {0, 0, 3}, MatrixKernels.eigh(ones).get(1).doubles(), 1e-15);
        Tensor zero = Tensor.of(Shape.of(2, 2), 0, 0, 0, 0);
        assertArrayEquals(new double[2], MatrixKernels.eigh(zero).get(1).doubles());
        Tensor huge = Tensor.of(Shape.of(2, 2), 1e300, 1e299, 1e299, 1e-300);
        assertEquals(1.00990195135927848e300, MatrixKernels.eigh(huge).get(1).get(1), 1e286);
    }

    @Test
    void eigenvaluesOfWhatIsNotFiniteAreNotNumbers() {
        Tensor a = Tensor.of(Shape.of(2, 2), 1, 0, Double.POSITIVE_INFINITY, 1);
        MatrixKernels.eigh(a)
                .forEach(t -> assertTrue(Arrays.stream(t.doubles()).allMatch(Double::isNaN)));
    }

    @Test
    void emptyMatricesHaveEmptyFactors() {
        Tensor none = Tensor.of(Shape.of(3, 0, 0));
        assertEquals(none, MatrixKernels.cholesky(none));
        assertEquals(Shape.of(3, 0), MatrixKernels.eigh(none).get(1).shape());
        assertEquals(Shape.of(3, 0), MatrixKernels.lu(none).get(1).shape());
        Tensor columns = Tensor.of(Shape.of(3, 2, 0));
        assertEquals(
                columns,
                MatrixKernels.triangularSolve(random(1, 3, 2, 2), columns, true, false, false));
    }
}
