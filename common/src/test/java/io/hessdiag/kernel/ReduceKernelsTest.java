package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReduceKernelsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private final Random random = new Random(5);

    private Tensor random(int... dims) {
        Shape shape = Shape.of(dims);
        return Tensor.of(shape, random.doubles(shape.size(), -1, 1).toArray());
    }

    private static Tensor sum(Tensor x, int... dims) {
        return Kernels.reduce(BinaryKernel.ADD, x, Tensor.scalar(x.dtype(), 0), Ints.of(dims));
    }

    /** Every subset of the axes, against sums taken in an order of their own. */
    @Test
    void sumsOverAnySetOfAxes() {
        Tensor x = random(3, 4, 2, 5);
        for (int mask = 0; mask < 16; mask++) {
            int bits = mask;
            Ints dims = Ints.range(4).filter(a -> (bits >> a & 1) == 1);
            Tensor found = sum(x, dims.toArray());
            double[] expected = new double[x.shape().without(dims).size()];
            Tensor places =
                    Kernels.broadcastInDim(
                            Kernels.iota(new TensorType(DType.I64, Shape.of(expected.length)), 0)
                                    .reshape(x.shape().without(dims)),
                            x.shape(),
                            Ints.range(4).without(dims));
            for (int i = 0; i < x.size(); i++) {
                expected[(int) places.longs()[i]] += x.get(i);
            }
            assertArrayEquals(expected, found.doubles(), 1e-13, "over " + dims);
        }
    }

    @Test
    void extremesOfShortRows() {
        for (int n : new int[] {2, 3, 10, 17}) {
            Tensor x = random(5, n);
            Tensor low = Tensor.scalar(-INF);
            Tensor max = Kernels.reduce(BinaryKernel.MAXIMUM, x, low, Ints.of(1));
            Tensor min = Kernels.reduce(BinaryKernel.MINIMUM, x, Tensor.scalar(INF), Ints.of(1));
            for (int r = 0; r < 5; r++) {
                double[] row = Arrays.copyOfRange(x.doubles(), r * n, (r + 1) * n);
                assertEquals(Arrays.stream(row).max().getAsDouble(), max.get(r));
                assertEquals(Arrays.stream(row).min().getAsDouble(), min.get(r));
            }
            x.doubles()[n - 1] = Double.NaN;
            assertTrue(
                    Double.isNaN(Kernels.reduce(BinaryKernel.MAXIMUM, x, low, Ints.of(1)).get(0)));
        }
    }

    /** Rows that come one, two or many at a time make the same sums. */
    @Test
    void sumsOfRowsThatComeInParts() {
        for (int n : new int[] {1, 2, 5, 16, 17, 40, 257}) {
            int width = 3;
            Tensor x = random(2, n, width);
            Tensor expected = sum(x, 1);
            for (int part : new int[] {1, 2, 3, 7, 16, 2 * n}) {
                RowSums sums = new RowSums(n, width);
                double[] found = new double[2 * width];
                for (int r = 0; r < 2 * n; r += part) {
                    int rows = Math.min(part, 2 * n - r);
                    double[] next = Arrays.copyOfRange(x.doubles(), r * width, (r + rows) * width);
                    sums.add(next, 0, rows, new double[1], found);
                }
                assertArrayEquals(expected.doubles(), found, 0, n + " rows by " + part);
            }
        }
    }

    @Test
    void aSumHasTheSameBitsAlongEveryAxis() {
        for (int n : new int[] {1, 2, 15, 16, 17, 31, 33, 100, 257, 1000}) {
            Tensor rows = random(n, 3);
            Tensor columns = Kernels.transpose(rows, Ints.of(1, 0));
            assertEquals(sum(columns, 1), sum(rows, 0), n + " terms");
            Tensor middle = columns.reshape(Shape.of(3, n, 1));
            Tensor wide = Kernels.broadcastInDim(middle, Shape.of(3, n, 600), Ints.of(0, 1, 2));
            Tensor expected = Kernels.broadcastInDim(sum(columns, 1), Shape.of(3, 600), Ints.of(0));
            assertEquals(expected, sum(wide, 1), n + " terms in the middle");
        }
    }

    @Test
    void runsOfSixteenAreSummedPairwise() {
        double[] x = random.doubles(5 * 16 + 3).toArray();
        double[] runs = new double[6];
        for (int r = 0; r < 6; r++) {
            runs[r] = x[16 * r];
            for (int i = 16 * r + 1; i < Math.min(x.length, 16 * r + 16); i++) {
                runs[r] += x[i];
            }
        }
        double expected = runs[0] + runs[1] + (runs[2] + runs[3]) + (runs[4] + runs[5]);
        assertEquals(expected, Summation.sum(x, 0, x.length));
    }

    @Test
    void theErrorOfALongSumStaysSmall() {
        double[] x = new double[1 << 20];
        Arrays.fill(x, 0.1);
        double exact = new BigDecimal(0.1).multiply(BigDecimal.valueOf(x.length)).doubleValue();
        assertEquals(exact, Summation.sum(x, 0, x.length), 4 * Math.ulp(exact));
        float[] f = new float[1 << 20];
        Arrays.fill(f, 0.1f);
        Tensor t = Tensor.of(TensorType.of(DType.F32, f.length), f);
        assertEquals((float) (0.1f * (double) f.length), sum(t, 0).floats()[0]);
    }

    @Test
    void f32SumsAgreeAlongEveryAxis() {
        Tensor x = Kernels.convert(random(700, 4), DType.F32);
        assertEquals(sum(x, 0), sum(Kernels.transpose(x, Ints.of(1, 0)), 1));
    }

    @Test
    void theInitialValueTakesPartOnce() {
        Tensor x = Tensor.of(Shape.of(2, 2), 1, 2, 3, 4);
        Tensor two = Tensor.scalar(2);
        assertEquals(
                Tensor.of(Shape.of(2), 5, 9), Kernels.reduce(BinaryKernel.ADD, x, two, Ints.of(1)));
        assertEquals(
                Tensor.scalar(48), Kernels.reduce(BinaryKernel.MULTIPLY, x, two, Ints.of(0, 1)));
        assertEquals(
                Tensor.of(Shape.of(2), 3, 4),
                Kernels.reduce(BinaryKernel.MAXIMUM, x, two, Ints.of(0)));
        assertEquals(
                Tensor.of(Shape.of(2, 2), 3, 4, 5, 6),
                Kernels.reduce(BinaryKernel.ADD, x, two, Ints.EMPTY));
    }

    @Test
    void reductionsOfNothingGiveTheInitialValue() {
        Tensor none = Tensor.of(Shape.of(2, 0));
        assertEquals(
                Tensor.of(Shape.of(2), -INF, -INF),
                Kernels.reduce(BinaryKernel.MAXIMUM, none, Tensor.scalar(-INF), Ints.of(1)));
        assertEquals(Tensor.of(Shape.of(0)), sum(none, 0));
    }

    @Test
    void extremesAndProductsOfAnyLength() {
        for (int n = 1; n < 40; n++) {
            Tensor x = random(n);
            double[] sorted = x.doubles().clone();
            Arrays.sort(sorted);
            assertEquals(
                    sorted[n - 1],
                    Kernels.reduce(BinaryKernel.MAXIMUM, x, Tensor.scalar(-INF), Ints.of(0))
                            .get(0));
            assertEquals(
                    sorted[0],
                    Kernels.reduce(BinaryKernel.MINIMUM, x, Tensor.scalar(INF), Ints.of(0)).get(0));
            double product = Arrays.stream(sorted).reduce(1, (a, b) -> a * b);
            assertEquals(
                    product,
                    Kernels.reduce(BinaryKernel.MULTIPLY, x, Tensor.scalar(1), Ints.of(0)).get(0),
                    Math.abs(product) * 1e-14);
        }
    }

    @Test
    void aNaNIsTheMaximumWhereverItStands() {
        for (int at = 0; at < 5; at++) {
            double[] x = {1, 2, 3, 4, 5};
            x[at] = Double.NaN;
            Tensor rows = Tensor.of(Shape.of(5, 1), x);
            assertTrue(
                    Double.isNaN(
                            Kernels.reduce(
                                            BinaryKernel.MAXIMUM,
                                            rows,
                                            Tensor.scalar(-INF),
                                            Ints.of(0, 1))
                                    .get(0)));
        }
    }

    @Test
    void integersAndBooleans() {
        Tensor x = Tensor.of(TensorType.of(DType.UI8, 3), new long[] {200, 100, 6});
        assertEquals(
                50,
                Kernels.reduce(BinaryKernel.ADD, x, Tensor.scalar(DType.UI8, 0), Ints.of(0))
                        .longs()[0]);
        assertEquals(
                170,
                Kernels.reduce(BinaryKernel.XOR, x, Tensor.scalar(DType.UI8, 0), Ints.of(0))
                        .longs()[0]);
        Tensor b =
                Tensor.of(TensorType.of(DType.I1, 2, 2), new boolean[] {true, false, true, true});
        assertArrayEquals(
                new boolean[] {false, true},
                Kernels.reduce(BinaryKernel.AND, b, Tensor.scalar(DType.I1, 1), Ints.of(1))
                        .booleans());
        assertArrayEquals(
                new boolean[] {true, true},
                Kernels.reduce(BinaryKernel.ADD, b, Tensor.scalar(DType.I1, 0), Ints.of(0))
                        .booleans());
        assertArrayEquals(
                new boolean[] {true, false},
                Kernels.reduce(BinaryKernel.MULTIPLY, b, Tensor.scalar(DType.I1, 1), Ints.of(0))
                        .booleans());
    }

    private static List<Tensor> argReduce(boolean max, Tensor x, int dim) {
        Tensor indices = Kernels.iota(new TensorType(DType.I32, x.shape()), dim);
        Tensor start = Tensor.scalar(x.dtype(), max ? -INF : INF);
        return Kernels.argReduce(max, x, indices, start, Tensor.scalar(DType.I32, 0), dim);
    }

    @Test
    void theFirstOfEqualExtremesIsGiven() {
        Tensor x = Tensor.of(Shape.of(3, 4), 1, 5, 5, 2, -0.0, 0, -1, 0, -INF, -INF, -INF, -INF);
        assertArrayEquals(new long[] {1, 0, 0}, argReduce(true, x, 1).get(1).longs());
        assertArrayEquals(new long[] {0, 2, 0}, argReduce(false, x, 1).get(1).longs());
        assertArrayEquals(new double[] {5, 0, -INF}, argReduce(true, x, 1).get(0).doubles(), 0);
        assertArrayEquals(new long[] {0, 0, 0, 0}, argReduce(true, x, 0).get(1).longs());
        assertArrayEquals(new long[] {2, 2, 2, 2}, argReduce(false, x, 0).get(1).longs());
    }

    @Test
    void theFirstNaNBeatsEveryNumber() {
        Tensor x = Tensor.of(Shape.of(4), 1, Double.NaN, INF, Double.NaN);
        for (boolean max : new boolean[] {true, false}) {
            List<Tensor> found = argReduce(max, x, 0);
            assertTrue(Double.isNaN(found.get(0).get(0)));
            assertEquals(1, found.get(1).longs()[0]);
        }
    }

    @Test
    void initialValuesOfAnotherTypeAreRefused() {
        Tensor x = random(2);
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.reduce(BinaryKernel.ADD, x, Tensor.scalar(DType.F32, 0), Ints.of(0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.reduce(BinaryKernel.ADD, x, x, Ints.of(0)));
    }
}
