package io.hessdiag.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ad.Gradient;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchedGatherTest {
    private static final int N = 6;
    private static final int C = 4;
    private static final TensorType LABELS = TensorType.of(DType.I32, N);

    /** What {@code log_probabilities[jnp.arange(6), labels]} lowers to. */
    private static final String JAX =
            """
            func.func @main(%19: tensor<6x4xf64>, %arg9: tensor<6xi32>) -> tensor<6xf64> {
              %20 = stablehlo.iota dim = 0 : tensor<6xi32>
              %c = stablehlo.constant dense<0> : tensor<i32>
              %21 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<6xi32>
              %22 = stablehlo.compare  LT, %20, %21,  SIGNED : (tensor<6xi32>, tensor<6xi32>) -> tensor<6xi1>
              %c_0 = stablehlo.constant dense<6> : tensor<i32>
              %23 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<6xi32>
              %24 = stablehlo.add %20, %23 : tensor<6xi32>
              %25 = stablehlo.select %22, %24, %20 : tensor<6xi1>, tensor<6xi32>
              %c_1 = stablehlo.constant dense<0> : tensor<i32>
              %26 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i32>) -> tensor<6xi32>
              %27 = stablehlo.compare  LT, %arg9, %26,  SIGNED : (tensor<6xi32>, tensor<6xi32>) -> tensor<6xi1>
              %c_2 = stablehlo.constant dense<4> : tensor<i32>
              %28 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<6xi32>
              %29 = stablehlo.add %arg9, %28 : tensor<6xi32>
              %30 = stablehlo.select %27, %29, %arg9 : tensor<6xi1>, tensor<6xi32>
              %31 = stablehlo.broadcast_in_dim %25, dims = [0] : (tensor<6xi32>) -> tensor<6x1xi32>
              %32 = stablehlo.broadcast_in_dim %30, dims = [0] : (tensor<6xi32>) -> tensor<6x1xi32>
              %33 = stablehlo.concatenate %31, %32, dim = 1 : (tensor<6x1xi32>, tensor<6x1xi32>) -> tensor<6x2xi32>
              %34 = "stablehlo.gather"(%19, %33) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<6x4xf64>, tensor<6x2xi32>) -> tensor<6xf64>
              return %34 : tensor<6xf64>
            }
            """;

    @Test
    void jaxsIndexingByRowAndLabelIsBatched() {
        Program before =
                StableHlo.importFunction(StableHlo.parse("loss.mlir", JAX), "main").program();
        Program after = ProgramChecker.check(Rewrites.simplify(before));
        assertTrue(ops(before).contains("concatenate"));
        assertTrue(ops(after).stream().noneMatch(List.of("iota", "concatenate")::contains));
        GatherDims expected = new GatherDims(i(), i(1), i(0), i(0), i(1), 1);
        assertEquals(expected, gathers(after).get(0));
        assertEquals(20, last(after).place().orElseThrow().line());
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            sameBits(before, after, random);
        }
    }

    private static Equation last(Program p) {
        return p.equations().get(p.equations().size() - 1);
    }

    private static Ints i(int... values) {
        return Ints.of(values);
    }

    private static List<String> ops(Program p) {
        return p.equations().stream().map(e -> e.op().name()).toList();
    }

    private static List<GatherDims> gathers(Program p) {
        return p.equations().stream()
                .filter(e -> e.op() instanceof Op.Gather)
                .map(e -> ((Op.Gather) e.op()).dims())
                .toList();
    }

    /** Floats in (−1, 1), integers from outside to outside of what they are indices of. */
    private static List<Tensor> values(Random random, List<TensorType> types) {
        List<Tensor> out = new ArrayList<>();
        for (TensorType t : types) {
            out.add(
                    t.dtype().isFloat()
                            ? Programs.random(random, t.shape())
                            : Tensor.of(t, random.longs(t.size(), -2, C + 2).toArray()));
        }
        return out;
    }

    private static void sameBits(Program before, Program after, Random random) {
        List<Tensor> x = values(random, before.inputTypes());
        assertEquals(Interpreter.run(before, x), Interpreter.run(after, x), after::toString);
    }

    private static int rowNumbers(ProgramBuilder b, Shape shape, int axis) {
        return b.emit(new Op.Iota(new TensorType(DType.I32, shape), axis));
    }

    private static int vectors(ProgramBuilder b, int... components) {
        int[] parts = new int[components.length];
        for (int c = 0; c < parts.length; c++) {
            Shape shape = b.shape(components[c]);
            parts[c] = b.reshape(components[c], shape.insert(shape.rank(), 1));
        }
        return b.emit(new Op.Concatenate(b.shape(parts[0]).rank() - 1), parts);
    }

    @FunctionalInterface
    private interface Indices {
        int of(ProgramBuilder b, int labels);
    }

    /** x[N, C] at two components per label. */
    private static Program pick(int rows, Indices indices) {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64, rows, C));
        int labels = b.input(LABELS);
        Op gather = new Op.Gather(new GatherDims(i(), i(0, 1), i(0, 1), 1), i(1, 1));
        return ProgramChecker.check(b.build(b.emit(gather, x, indices.of(b, labels))));
    }

    private static boolean isBatched(Program before) {
        Program after = ProgramChecker.check(Rewrites.simplify(before));
        for (int seed = 0; seed < 5; seed++) {
            sameBits(before, after, new Random(seed));
        }
        return !gathers(after).get(0).operandBatchingDims().isEmpty();
    }

    /** Forms that are all the row number, found by their values. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void rowNumbersAreRecognisedByTheirValues(int form) {
        assertTrue(
                isBatched(
                        pick(
                                N,
                                (b, labels) -> {
                                    int iota = rowNumbers(b, Shape.of(N), 0);
                                    int rows =
                                            switch (form) {
                                                case 0 -> constant(b, 0, 1, 2, 3, 4, 5);
                                                case 1 ->
                                                        b.convert(
                                                                b.convert(iota, DType.I8),
                                                                DType.I32);
                                                case 2 ->
                                                        b.subtract(
                                                                b.add(iota, b.fullLike(iota, 7)),
                                                                b.fullLike(iota, 7));
                                                case 3 ->
                                                        b.emit(
                                                                new Op.Slice(i(1), i(2 * N), i(2)),
                                                                b.reshape(
                                                                        b.broadcast(
                                                                                iota,
                                                                                Shape.of(N, 2),
                                                                                i(0)),
                                                                        Shape.of(2 * N)));
                                                case 4 ->
                                                        b.emit(
                                                                new Op.Clamp(),
                                                                b.scalar(DType.I32, 0),
                                                                iota,
                                                                b.scalar(DType.I32, N - 1));
                                                default ->
                                                        b.reshape(
                                                                b.emit(
                                                                        new Op.Transpose(i(1, 0)),
                                                                        rowNumbers(
                                                                                b,
                                                                                Shape.of(1, N),
                                                                                1)),
                                                                Shape.of(N));
                                            };
                                    return vectors(b, rows, labels);
                                })));
    }

    private static int constant(ProgramBuilder b, long... values) {
        return b.constant(Tensor.of(TensorType.of(DType.I32, values.length), values));
    }

    /** The negative-index wrap may come after the components have been put together. */
    @Test
    void componentsAreFollowedThroughArithmeticOnWholeIndexVectors() {
        Program p =
                pick(
                        N,
                        (b, labels) -> {
                            int v = vectors(b, rowNumbers(b, Shape.of(N), 0), labels);
                            int sizes = b.broadcast(constant(b, N, C), Shape.of(N, 2), i(1));
                            int negative = b.compare(Comparison.LT, v, b.fullLike(v, 0));
                            return b.select(negative, b.add(v, sizes), v);
                        });
        assertTrue(isBatched(p));
    }

    @Test
    void otherComponentsStayAsTheyAre() {
        assertEquals(
                false,
                isBatched(
                        pick(N, (b, labels) -> vectors(b, constant(b, 0, 1, 2, 3, 5, 4), labels))),
                "not the identity");
        assertEquals(
                false,
                isBatched(
                        pick(
                                N + 1,
                                (b, labels) -> {
                                    int iota = rowNumbers(b, Shape.of(N), 0);
                                    return vectors(b, b.add(iota, b.fullLike(iota, 1)), labels);
                                })),
                "shifted");
        assertEquals(
                false,
                isBatched(
                        pick(
                                N + 1,
                                (b, labels) -> vectors(b, rowNumbers(b, Shape.of(N), 0), labels))),
                "fewer index vectors than rows");
        assertEquals(
                false,
                isBatched(pick(N, (b, labels) -> vectors(b, labels, labels))),
                "known to nobody");
        assertEquals(
                false,
                isBatched(
                        pick(
                                N,
                                (b, labels) -> {
                                    int iota = rowNumbers(b, Shape.of(N), 0);
                                    int rows = b.binary(BinaryFunction.MAXIMUM, iota, labels);
                                    return vectors(b, rows, labels);
                                })),
                "counted only where the label is small");
    }

    /** A slice of two rows from row n is not row n. */
    @Test
    void slicesOfSeveralRowsStayAsTheyAre() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64, N, C));
        int labels = b.input(LABELS);
        GatherDims dims = new GatherDims(i(1), i(1), i(0, 1), 1);
        int indices = vectors(b, rowNumbers(b, Shape.of(N), 0), labels);
        assertEquals(false, isBatched(b.build(b.emit(new Op.Gather(dims, i(2, 1)), x, indices))));
    }

    /** x[arange(N)[:, None], arange(T), labels[N, T]] with x[N, T, C]: two pairs. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void everyAxisIsPairedForItself(int t) {
        ProgramBuilder b = new ProgramBuilder("f");
        int n = 3;
        Shape batch = Shape.of(n, t);
        int x = b.input(TensorType.of(DType.F64, n, t, C));
        int labels = b.input(new TensorType(DType.I32, batch));
        int indices = vectors(b, rowNumbers(b, batch, 0), rowNumbers(b, batch, 1), labels);
        GatherDims dims = new GatherDims(i(), i(0, 1, 2), i(0, 1, 2), 2);
        Program p = b.build(b.emit(new Op.Gather(dims, i(1, 1, 1)), x, indices));
        assertTrue(isBatched(p));
        assertEquals(
                new GatherDims(i(), i(2), i(0, 1), i(0, 1), i(2), 2),
                gathers(Rewrites.simplify(p)).get(0));
    }

    /** x[arange(N)[:, None], labels[N, T]] reads T labels of every row. */
    @Test
    void otherBatchAxesStay() {
        ProgramBuilder b = new ProgramBuilder("f");
        Shape batch = Shape.of(N, 3);
        int x = b.input(TensorType.of(DType.F64, N, C));
        int labels = b.input(new TensorType(DType.I32, batch));
        int indices = vectors(b, rowNumbers(b, batch, 0), labels);
        Program p =
                b.build(
                        b.emit(
                                new Op.Gather(new GatherDims(i(), i(0, 1), i(0, 1), 2), i(1, 1)),
                                x,
                                indices));
        assertTrue(isBatched(p));
    }

    /** x[arange(N)] is x. */
    @Test
    void readingAllRowsInOrderReadsNothing() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64, N, C));
        int rows = b.reshape(rowNumbers(b, Shape.of(N), 0), Shape.of(N, 1));
        Op gather = new Op.Gather(new GatherDims(i(1), i(0), i(0), 1), i(1, C));
        Program p = b.build(b.negate(b.emit(gather, x, rows)));
        assertEquals(List.of("negate"), ops(Rewrites.simplify(p)));
        sameBits(p, Rewrites.simplify(p), new Random(1));
    }

    /** Every row repeated along another batch axis, its elements first. */
    @Test
    void readingAllRowsSeveralTimesIsABroadcast() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64, N, C));
        int rows = rowNumbers(b, Shape.of(2, N), 1);
        Op gather = new Op.Gather(new GatherDims(i(0), i(0), i(0), 2), i(1, C));
        Program p = ProgramChecker.check(b.build(b.emit(gather, x, rows)));
        assertEquals(List.of("broadcast_in_dim"), ops(Rewrites.simplify(p)));
        sameBits(p, Rewrites.simplify(p), new Random(1));
    }

    @Test
    void scattersAreBatchedInTheSameWay() {
        for (Combiner c : List.of(Combiner.ADD, Combiner.SET, Combiner.MAXIMUM)) {
            ProgramBuilder b = new ProgramBuilder("f");
            int x = b.input(TensorType.of(DType.F64, N, C));
            int labels = b.input(LABELS);
            int updates = b.input(TensorType.of(DType.F64, N));
            int indices = vectors(b, labels, rowNumbers(b, Shape.of(N), 0));
            ScatterDims dims = new ScatterDims(i(), i(0, 1), i(1, 0), 1);
            Program p = b.build(b.emit(new Op.Scatter(dims, c, false), x, indices, updates));
            Program after = ProgramChecker.check(Rewrites.simplify(p));
            Op expected = new Op.Scatter(new ScatterDims(i(), i(1), i(0), i(0), i(1), 1), c, false);
            assertEquals(expected, last(after).op());
            for (int seed = 0; seed < 20; seed++) {
                sameBits(p, after, new Random(seed));
            }
        }
    }

    /** Random operands, with row numbers among the components, in any order of axes. */
    @Test
    void randomGathersAndScattersKeepTheirBits() {
        int batched = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Program before = random(random);
            Program after = ProgramChecker.check(Rewrites.simplify(before));
            batched +=
                    gathers(after).stream().anyMatch(d -> !d.operandBatchingDims().isEmpty())
                            ? 1
                            : 0;
            sameBits(before, after, random);
            gradientsAgree(before, after, random);
        }
        assertTrue(batched > 100, batched + " cases");
    }

    private static Program random(Random random) {
        ProgramBuilder b = new ProgramBuilder("f");
        int axes = 1 + random.nextInt(3);
        int[] sizes = random.ints(axes, 2, 4).toArray();
        Shape batch = Shape.of(sizes);
        int[] components = new int[1 + random.nextInt(3)];
        int[] rows = new int[components.length];
        Arrays.setAll(rows, c -> sizes[random.nextInt(axes)]);
        int x = b.input(Programs.f64(Shape.of(rows).insert(rows.length, 2)));
        for (int c = 0; c < components.length; c++) {
            components[c] =
                    random.nextInt(4) == 0
                            ? b.input(new TensorType(DType.I32, batch))
                            : rowNumbers(b, batch, random.nextInt(axes));
        }
        int vector = random.nextInt(axes + 1);
        int[] parts = new int[components.length];
        for (int c = 0; c < parts.length; c++) {
            parts[c] = b.reshape(components[c], batch.insert(vector, 1));
        }
        int indices = b.emit(new Op.Concatenate(vector), parts);
        Ints collapsed = Ints.range(components.length);
        int offset = random.nextInt(axes + 1);
        GatherDims d = new GatherDims(i(offset), collapsed, collapsed, vector);
        Ints slice = Ints.repeat(1, components.length).append(2);
        int y = b.emit(new Op.Gather(d, slice), x, indices);
        int z =
                b.emit(
                        new Op.Scatter(ScatterDims.of(d), Combiner.ADD, false),
                        x,
                        indices,
                        b.multiply(y, y));
        return ProgramChecker.check(b.build(Programs.weightedSum(b, z, random)));
    }

    private static void gradientsAgree(Program before, Program after, Random random) {
        List<Tensor> x = values(random, before.inputTypes());
        List<Tensor> expected = Interpreter.run(Gradient.of(before, i(0)), x);
        List<Tensor> found = Interpreter.run(ProgramChecker.check(Gradient.of(after, i(0))), x);
        Programs.assertClose(
                expected.get(1).doubles(), found.get(1).doubles(), 1e-14, after.toString());
    }
}
