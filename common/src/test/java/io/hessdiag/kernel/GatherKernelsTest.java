package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Gather and scatter against the specification's index formulas, written out per element. */
class GatherKernelsTest {
    private static final int ROUNDS = 400;

    private final Random random = new Random(3);

    private static Tensor longs(Shape shape, long... values) {
        return Tensor.of(new TensorType(DType.I64, shape), values);
    }

    private static Tensor iota(int... dims) {
        Tensor t = Tensor.zeros(TensorType.of(DType.F64, dims));
        for (int i = 0; i < t.size(); i++) {
            t.doubles()[i] = i;
        }
        return t;
    }

    /** Dimension numbers, sizes and indices drawn at random, some of them outside the operand. */
    private final class Case {
        final Shape operand = Shape.of(random.ints(1 + random.nextInt(3), 1, 5).toArray());
        final WindowDims dims;
        final Ints sizes;
        final Tensor indices;
        final Shape packed;

        Case() {
            Ints axes = Ints.range(operand.rank());
            Ints batching = axes.filter(a -> random.nextInt(4) == 0);
            Ints collapsed = axes.without(batching).filter(a -> random.nextInt(3) == 0);
            Ints map = shuffled(axes.without(batching).filter(a -> random.nextBoolean()));
            Ints batch = operand.dims().pick(batching);
            Ints more = Ints.of(random.ints(random.nextInt(3), 1, 4).toArray());
            boolean scalars = map.size() == 1 && random.nextBoolean();
            Ints indexShape = batch.concat(more);
            int vectorDim = scalars ? indexShape.size() : random.nextInt(indexShape.size() + 1);
            Ints batchingAt = Ints.range(batching.size());
            if (!scalars) {
                int at = vectorDim;
                batchingAt = Ints.of(batchingAt.stream().map(i -> i < at ? i : i + 1).toArray());
                indexShape =
                        Ints.range(indexShape.size() + 1).size() == 0
                                ? indexShape
                                : insert(indexShape, vectorDim, map.size());
            }
            sizes =
                    Ints.of(
                            axes.stream()
                                    .map(
                                            a ->
                                                    collapsed.contains(a) || batching.contains(a)
                                                            ? 1
                                                            : 1 + random.nextInt(operand.dim(a)))
                                    .toArray());
            Shape shape = new Shape(indexShape);
            indices = longs(shape, random.longs(shape.size(), -2, 6).toArray());
            Ints kept = axes.without(batching.concat(collapsed));
            int rank = kept.size() + batch.size() + more.size();
            Ints window =
                    Ints.of(
                            shuffled(Ints.range(rank)).stream()
                                    .limit(kept.size())
                                    .sorted()
                                    .toArray());
            dims = new WindowDims(window, collapsed, batching, batchingAt, map, vectorDim);
            packed = dims.gathered(shape, sizes);
        }

        private Ints insert(Ints values, int at, int value) {
            return Ints.of(values.stream().limit(at).toArray())
                    .append(value)
                    .concat(Ints.of(values.stream().skip(at).toArray()));
        }

        /** The packed array's elements, window after window as XLA takes them. */
        int[] order() {
            Ints batchAxes = Ints.range(packed.rank()).without(dims.window());
            Shape batch = packed.pick(batchAxes);
            return IntStream.range(0, packed.size())
                    .boxed()
                    .sorted(
                            Comparator.comparing(
                                    i -> ravel(batch, Ints.of(unravel(packed, i)).pick(batchAxes))))
                    .mapToInt(i -> i)
                    .toArray();
        }

        /** The operand index of an element of the packed array; starts are clamped for gather. */
        long[] place(int flat, boolean clamp) {
            int[] at = unravel(packed, flat);
            Ints batchAxes = Ints.range(packed.rank()).without(dims.window());
            Ints batchIndex = Ints.of(at).pick(batchAxes);
            long[] full = new long[operand.rank()];
            for (int k = 0; k < dims.indexMap().size(); k++) {
                Ints vector =
                        dims.indexVectorDim() == indices.shape().rank()
                                ? batchIndex
                                : insert(batchIndex, dims.indexVectorDim(), k);
                int a = dims.indexMap().get(k);
                long start = indices.longs()[ravel(indices.shape(), vector)];
                full[a] =
                        clamp ? Math.max(0, Math.min(start, operand.dim(a) - sizes.get(a))) : start;
            }
            for (int i = 0; i < dims.operandBatching().size(); i++) {
                int axis = dims.indicesBatching().get(i);
                full[dims.operandBatching().get(i)] =
                        batchIndex.get(axis < dims.indexVectorDim() ? axis : axis - 1);
            }
            Ints kept = Ints.range(operand.rank()).without(dims.removed());
            for (int i = 0; i < kept.size(); i++) {
                full[kept.get(i)] += at[dims.window().get(i)];
            }
            return full;
        }
    }

    private Ints shuffled(Ints values) {
        Ints out = values;
        for (int i = 0; i < out.size(); i++) {
            int j = random.nextInt(out.size());
            out = out.with(i, out.get(j)).with(j, out.get(i));
        }
        return out;
    }

    private static int[] unravel(Shape shape, int flat) {
        int[] at = new int[shape.rank()];
        int left = flat;
        for (int a = 0; a < at.length; a++) {
            at[a] = left / shape.strides()[a];
            left %= shape.strides()[a];
        }
        return at;
    }

    private static int ravel(Shape shape, Ints index) {
        int flat = 0;
        for (int a = 0; a < index.size(); a++) {
            flat += index.get(a) * shape.strides()[a];
        }
        return flat;
    }

    @Test
    void gatherFollowsTheSpecificationsFormula() {
        for (int round = 0; round < ROUNDS; round++) {
            Case c = new Case();
            Tensor operand = iota(c.operand.toArray());
            Tensor found = Kernels.gather(operand, c.indices, c.dims, c.sizes);
            assertEquals(c.packed, found.shape());
            for (int i = 0; i < found.size(); i++) {
                long[] place = c.place(i, true);
                int flat = 0;
                for (int a = 0; a < place.length; a++) {
                    flat += (int) place[a] * c.operand.strides()[a];
                }
                assertEquals(flat, found.get(i), "element " + i + " by " + c.dims);
            }
        }
    }

    @Test
    void scatterFollowsTheSpecificationsFormula() {
        BinaryKernel[] combiners = {
            BinaryKernel.ADD, BinaryKernel.SET, BinaryKernel.MAXIMUM, BinaryKernel.MULTIPLY
        };
        for (int round = 0; round < ROUNDS; round++) {
            Case c = new Case();
            BinaryKernel f = combiners[round % combiners.length];
            Tensor operand = iota(c.operand.toArray());
            Tensor updates = Tensor.of(c.packed, random.doubles(c.packed.size(), -9, 9).toArray());
            double[] expected = operand.doubles().clone();
            for (int i : c.order()) {
                long[] place = c.place(i, false);
                int flat = 0;
                boolean inside = true;
                for (int a = 0; a < place.length; a++) {
                    inside &= place[a] >= 0 && place[a] < c.operand.dim(a);
                    flat += (int) place[a] * c.operand.strides()[a];
                }
                if (inside) {
                    f.run(expected, flat, updates.doubles(), i, expected, flat, 1);
                }
            }
            Tensor found = Kernels.scatter(f, operand, c.indices, updates, c.dims);
            assertArrayEquals(expected, found.doubles(), 1e-9, f + " by " + c.dims);
            assertEquals(iota(c.operand.toArray()), operand, "the operand itself");
        }
    }

    /** JAX's x[i] for labels i: one element per row. */
    @Test
    void rowsOfATable() {
        WindowDims rows =
                new WindowDims(Ints.of(1), Ints.of(0), Ints.EMPTY, Ints.EMPTY, Ints.of(0), 1);
        Tensor table = iota(3, 2);
        Tensor picked =
                Kernels.gather(table, longs(Shape.of(4), 2, 0, -7, 99), rows, Ints.of(1, 2));
        assertEquals(Tensor.of(Shape.of(4, 2), 4, 5, 0, 1, 0, 1, 4, 5), picked);
        Tensor added =
                Kernels.scatter(
                        BinaryKernel.ADD, table, longs(Shape.of(4), 2, 2, -1, 3), iota(4, 2), rows);
        assertEquals(Tensor.of(Shape.of(3, 2), 0, 1, 2, 3, 4 + 0 + 2, 5 + 1 + 3), added);
    }

    @Test
    void indicesBeyondAnIntAreOutside() {
        WindowDims rows =
                new WindowDims(Ints.of(1), Ints.of(0), Ints.EMPTY, Ints.EMPTY, Ints.of(0), 1);
        Tensor table = iota(3, 1);
        Tensor far = longs(Shape.of(3), Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32);
        assertArrayEquals(
                new double[] {2, 0, 2}, Kernels.gather(table, far, rows, Ints.of(1, 1)).doubles());
        assertEquals(table, Kernels.scatter(BinaryKernel.ADD, table, far, iota(3, 1), rows));
        Tensor huge = Tensor.of(TensorType.of(DType.UI64, 1), new long[] {-1});
        assertEquals(2, Kernels.gather(table, huge, rows, Ints.of(1, 1)).get(0));
        assertEquals(table, Kernels.scatter(BinaryKernel.ADD, table, huge, iota(1, 1), rows));
    }

    /** A window that begins two before the operand: its last element is inside and is written. */
    @Test
    void ofAWindowPartlyOutsideTheRestIsWritten() {
        WindowDims d =
                new WindowDims(Ints.of(0), Ints.EMPTY, Ints.EMPTY, Ints.EMPTY, Ints.of(0), 0);
        Tensor zeros = Tensor.of(Shape.of(4), 0, 0, 0, 0);
        Tensor updates = Tensor.of(Shape.of(3), 1, 2, 3);
        assertEquals(
                Tensor.of(Shape.of(4), 3, 0, 0, 0),
                Kernels.scatter(BinaryKernel.ADD, zeros, longs(Shape.of(1), -2), updates, d));
        assertEquals(
                Tensor.of(Shape.of(4), 0, 0, 0, 1),
                Kernels.scatter(BinaryKernel.ADD, zeros, longs(Shape.of(1), 3), updates, d));
    }

    @Test
    void emptyIndicesGatherNothingAndScatterNothing() {
        WindowDims rows =
                new WindowDims(Ints.of(1), Ints.of(0), Ints.EMPTY, Ints.EMPTY, Ints.of(0), 1);
        Tensor table = iota(3, 2);
        Tensor none = longs(Shape.of(0));
        assertEquals(Tensor.of(Shape.of(0, 2)), Kernels.gather(table, none, rows, Ints.of(1, 2)));
        assertEquals(table, Kernels.scatter(BinaryKernel.ADD, table, none, iota(0, 2), rows));
    }

    @Test
    void integersAndBooleansAreCombinedToo() {
        WindowDims at =
                new WindowDims(Ints.EMPTY, Ints.of(0), Ints.EMPTY, Ints.EMPTY, Ints.of(0), 1);
        Tensor bytes = Tensor.of(TensorType.of(DType.I8, 2), new long[] {100, 1});
        Tensor sum =
                Kernels.scatter(
                        BinaryKernel.ADD,
                        bytes,
                        longs(Shape.of(2), 0, 0),
                        Tensor.of(TensorType.of(DType.I8, 2), new long[] {20, 20}),
                        at);
        assertArrayEquals(new long[] {-116, 1}, sum.longs());
        Tensor bits = Tensor.of(TensorType.of(DType.I1, 2), new boolean[] {false, false});
        Tensor or =
                Kernels.scatter(
                        BinaryKernel.OR,
                        bits,
                        longs(Shape.of(1), 1),
                        Tensor.of(TensorType.of(DType.I1, 1), new boolean[] {true}),
                        at);
        assertArrayEquals(new boolean[] {false, true}, or.booleans());
    }

    @Test
    void otherElementTypesAreRefused() {
        WindowDims at =
                new WindowDims(Ints.EMPTY, Ints.of(0), Ints.EMPTY, Ints.EMPTY, Ints.of(0), 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.gather(iota(2), iota(1), at, Ints.of(1)));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        Kernels.scatter(
                                BinaryKernel.ADD,
                                iota(2),
                                longs(Shape.of(1), 0),
                                longs(Shape.of(1), 0),
                                at));
    }
}
