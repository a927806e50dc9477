package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.TypeRules;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DotKernelTest {
    private static final int[] SIZES = {0, 1, 1, 2, 3, 5, 17};

    private record Case(DotDims op, Tensor lhs, Tensor rhs) {}

    @ParameterizedTest
    @EnumSource(names = {"F64", "F32", "I32", "UI8", "I1"})
    void everyOrderOfAxesAgreesWithTheDefinition(DType dtype) {
        Random random = new Random(dtype.bits());
        for (int i = 0; i < 250; i++) {
            assertAgrees(randomCase(random, dtype, SIZES, 3_000));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void sizesThatReachTheLibraryAgreeWithTheDefinition(DType dtype) {
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            assertAgrees(randomCase(random, dtype, new int[] {1, 9, 16, 21}, 100_000));
        }
    }

    @Test
    void contractionOverNothingIsZeroWhateverTheBufferHeld() {
        DotDims op = dot(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0));
        DotKernel kernel =
                new DotKernel(op, TensorType.of(DType.F64, 2, 0), TensorType.of(DType.F64, 0, 3));
        double[] out = {1, 2, 3, 4, 5, Double.NaN, 7};
        kernel.applyInto(new double[0], new double[0], out, new double[0]);
        assertEquals(Tensor.of(Shape.of(7), 0, 0, 0, 0, 0, 0, 7), Tensor.of(Shape.of(7), out));
    }

    @Test
    void productWithoutContractionKeepsTheSignOfZero() {
        DotDims op = dot(Ints.EMPTY, Ints.EMPTY, Ints.EMPTY, Ints.EMPTY);
        assertEquals(
                Tensor.of(Shape.of(1, 2), -0.0, 0.0),
                DotKernel.apply(op, Tensor.of(Shape.of(1), -0.0), Tensor.of(Shape.of(2), 2, -3)));
    }

    @Test
    void leadingFreeAxesNeedNoCopy() {
        // [K, N, C] x [N, D] over N: one product per K; [K, N, C] x [C, D]: one product in all.
        TensorType x = TensorType.of(DType.F64, 3, 50, 10);
        assertEquals(
                0,
                new DotKernel(
                                dot(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0)),
                                x,
                                TensorType.of(DType.F64, 50, 20))
                        .scratchSize());
        assertEquals(
                0,
                new DotKernel(
                                dot(Ints.EMPTY, Ints.EMPTY, Ints.of(2), Ints.of(0)),
                                x,
                                TensorType.of(DType.F64, 10, 20))
                        .scratchSize());
        assertEquals(
                0,
                new DotKernel(
                                dot(Ints.of(0), Ints.of(0), Ints.of(2), Ints.of(1)),
                                x,
                                TensorType.of(DType.F64, 3, 10))
                        .scratchSize());
        assertEquals(
                20,
                new DotKernel(
                                dot(Ints.EMPTY, Ints.EMPTY, Ints.of(0, 1), Ints.of(1, 0)),
                                TensorType.of(DType.F64, 4, 5),
                                TensorType.of(DType.F64, 5, 4))
                        .scratchSize());
    }

    private static void assertAgrees(Case c) {
        Tensor expected = reference(c);
        Tensor found = DotKernel.apply(c.op, c.lhs, c.rhs);
        assertEquals(expected.type(), found.type());
        double tolerance = c.lhs.dtype() == DType.F32 ? 2e-4 : 1e-11;
        for (int i = 0; i < expected.size(); i++) {
            double difference = Math.abs(expected.get(i) - found.get(i));
            assertTrue(
                    difference <= (c.lhs.dtype().isFloat() ? tolerance : 0),
                    c.op
                            + " "
                            + c.lhs.type()
                            + " "
                            + c.rhs.type()
                            + " at "
                            + i
                            + ": expected "
                            + expected.get(i)
                            + ", found "
                            + found.get(i));
        }
    }

    /**
     * Axes drawn at random, then put in a random order on each side; at most {@code limit} elements
     * in an operand and multiplications in all, since the reference is slow.
     */
    private static Case randomCase(Random random, DType dtype, int[] sizes, int limit) {
        int batch = random.nextInt(3);
        int contract = random.nextInt(3);
        List<int[]> lhs = new ArrayList<>();
        List<int[]> rhs = new ArrayList<>();
        for (int label = 0; label < batch + contract; label++) {
            int size = sizes[random.nextInt(sizes.length)];
            lhs.add(new int[] {label, size});
            rhs.add(new int[] {label, size});
        }
        for (int side = 0; side < 2; side++) {
            for (int free = random.nextInt(3); free > 0; free--) {
                (side == 0 ? lhs : rhs).add(new int[] {-1, sizes[random.nextInt(sizes.length)]});
            }
            if (random.nextInt(4) > 0) {
                Collections.shuffle(side == 0 ? lhs : rhs, random);
            }
        }
        long free = size(rhs, -1, 0);
        if (size(lhs, -1, 9) * free > limit || size(rhs, 0, 9) * free > limit) {
            return randomCase(random, dtype, sizes, limit);
        }
        DotDims op =
                dot(
                        axes(lhs, 0, batch),
                        axes(rhs, 0, batch),
                        axes(lhs, batch, batch + contract),
                        axes(rhs, batch, batch + contract));
        return new Case(op, tensor(random, dtype, lhs), tensor(random, dtype, rhs));
    }

    private static long size(List<int[]> axes, int from, int to) {
        return axes.stream()
                .filter(a -> from <= a[0] && a[0] < to)
                .mapToLong(a -> a[1])
                .reduce(1, (x, y) -> x * y);
    }

    private static Ints axes(List<int[]> axes, int from, int to) {
        int[] found = new int[to - from];
        for (int i = 0; i < axes.size(); i++) {
            int label = axes.get(i)[0];
            if (from <= label && label < to) {
                found[label - from] = i;
            }
        }
        return Ints.of(found);
    }

    private static Tensor tensor(Random random, DType dtype, List<int[]> axes) {
        Tensor t = Tensor.zeros(TensorType.of(dtype, axes.stream().mapToInt(a -> a[1]).toArray()));
        for (int i = 0; i < t.size(); i++) {
            if (t.data() instanceof double[] d) {
                d[i] = random.nextGaussian();
            } else if (t.data() instanceof float[] f) {
                f[i] = (float) random.nextGaussian();
            } else if (t.data() instanceof long[] l) {
                l[i] = dtype.wrap(random.nextInt());
            } else {
                t.booleans()[i] = random.nextInt(4) == 0;
            }
        }
        return t;
    }

    private static Tensor reference(Case c) {
        DotDims d = c.op;
        Op op = new Op.DotGeneral(d.lhsBatch(), d.rhsBatch(), d.lhsContract(), d.rhsContract());
        TensorType type = TypeRules.outputs(op, List.of(c.lhs.type(), c.rhs.type())).get(0);
        return NaiveDot.apply(
                c.lhs, c.rhs, d.lhsBatch(), d.rhsBatch(), d.lhsContract(), d.rhsContract(), type);
    }

    private static DotDims dot(Ints lb, Ints rb, Ints lc, Ints rc) {
        return new DotDims(lb, rb, lc, rc);
    }
}
