package io.hessdiag.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Result types, and the specification's constraints one by one. Types are written as 2x3xf64. */
class TypeRulesTest {
    private static final Ints NONE = Ints.EMPTY;

    private static Ints i(int... values) {
        return Ints.of(values);
    }

    private static TensorType type(String text) {
        String[] parts = text.split("x");
        int[] dims =
                Arrays.stream(parts, 0, parts.length - 1).mapToInt(Integer::parseInt).toArray();
        return TensorType.of(DType.named(parts[parts.length - 1]).orElseThrow(), dims);
    }

    private static List<TensorType> types(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(TypeRulesTest::type).toList();
    }

    /** Operand types → result types. */
    private static Arguments ok(Op op, String operands, String results) {
        return arguments(op, operands, results);
    }

    private static Op unary(UnaryFunction f) {
        return new Op.Unary(f);
    }

    private static Op binary(BinaryFunction f) {
        return new Op.Binary(f);
    }

    private static Op dot(Ints lb, Ints rb, Ints lc, Ints rc) {
        return new Op.DotGeneral(lb, rb, lc, rc);
    }

    private static Op pad(int low, int high, int interior) {
        return new Op.Pad(i(low), i(high), i(interior));
    }

    private static Op slice(int start, int limit, int stride) {
        return new Op.Slice(i(start), i(limit), i(stride));
    }

    private static Op broadcast(Shape shape, int... dims) {
        return new Op.BroadcastInDim(shape, i(dims));
    }

    private static Op reduce(Combiner c, int... dims) {
        return new Op.Reduce(c, i(dims));
    }

    private static final GatherDims ROWS = new GatherDims(i(1), i(0), i(0), 1);
    private static final GatherDims BATCHED = new GatherDims(i(2), i(1), i(0), i(1), i(1), 2);

    private static Op gather(GatherDims dims, int... sizes) {
        return new Op.Gather(dims, i(sizes));
    }

    private static Op scatter(GatherDims dims) {
        return new Op.Scatter(ScatterDims.of(dims), Combiner.ADD, false);
    }

    static Stream<Arguments> golden() {
        return Stream.of(
                ok(new Op.Constant(Tensor.of(Shape.of(2), 1, 2)), "", "2xf64"),
                ok(new Op.Iota(type("2x3xi32"), 1), "", "2x3xi32"),
                ok(unary(UnaryFunction.TANH), "2x3xf32", "2x3xf32"),
                ok(unary(UnaryFunction.ABS), "3xi32", "3xi32"),
                ok(unary(UnaryFunction.NOT), "3xi1", "3xi1"),
                ok(unary(UnaryFunction.IS_FINITE), "2xf64", "2xi1"),
                ok(binary(BinaryFunction.ADD), "2xi1 2xi1", "2xi1"),
                ok(binary(BinaryFunction.POWER), "2x3xf64 2x3xf64", "2x3xf64"),
                ok(new Op.Compare(Comparison.LT, false), "2xi32 2xi32", "2xi1"),
                ok(new Op.Compare(Comparison.LT, true), "2xf32 2xf32", "2xi1"),
                ok(new Op.Select(), "i1 2xf64 2xf64", "2xf64"),
                ok(new Op.Select(), "2xi1 2xi8 2xi8", "2xi8"),
                ok(new Op.Clamp(), "f64 2xf64 2xf64", "2xf64"),
                ok(new Op.Convert(DType.I1), "2xf64", "2xi1"),
                ok(broadcast(Shape.of(4, 3, 2), 2, 1), "1x3xf32", "4x3x2xf32"),
                ok(new Op.Reshape(Shape.of(3, 2)), "6xf64", "3x2xf64"),
                ok(new Op.Transpose(i(2, 0, 1)), "2x3x4xf64", "4x2x3xf64"),
                ok(slice(1, 6, 2), "7xf64", "3xf64"),
                ok(slice(3, 3, 5), "7xf64", "0xf64"),
                ok(new Op.Concatenate(1), "2x3xf64 2x0xf64 2x4xf64", "2x7xf64"),
                ok(pad(-1, 2, 1), "4xf64 f64", "8xf64"),
                ok(pad(1, 1, 7), "0xf64 f64", "2xf64"),
                ok(new Op.Reverse(i(1, 0)), "2x3xf64", "2x3xf64"),
                ok(dot(i(1), i(0), i(2, 0), i(1, 3)), "5x2x3x7xf64 2x3x4x5xf64", "2x7x4xf64"),
                ok(dot(NONE, NONE, NONE, NONE), "2xf64 f64", "2xf64"),
                ok(reduce(Combiner.ADD, 2, 0), "2x3x4xf64 f64", "3xf64"),
                ok(reduce(Combiner.OR, 0), "2xi1 i1", "i1"),
                ok(new Op.LogSumExp(i(2, 0)), "2x3x4xf32", "3xf32"),
                ok(new Op.Softmax(i(2, 0)), "2x3x4xf32", "2x3x4xf32"),
                ok(new Op.ArgReduce(true, 1), "2x3xf64 2x3xi32 f64 i32", "2xf64 2xi32"),
                ok(gather(ROWS, 1, 4), "9x4xf64 5x1xi32", "5x4xf64"),
                ok(gather(BATCHED, 1, 1, 3), "2x5x4xf64 6x2x1xi64", "6x2x3xf64"),
                ok(
                        gather(new GatherDims(i(0, 2), NONE, i(1, 0), 0), 2, 3),
                        "4x5xf64 2x7xi32",
                        "2x7x3xf64"),
                ok(scatter(ROWS), "9x4xf64 5x1xi32 5x4xf64", "9x4xf64"),
                ok(scatter(BATCHED), "2x5x4xf64 6x2x1xi64 6x2x3xf64", "2x5x4xf64"),
                ok(new Op.Windows(EVERY_OTHER), "3x9xi32", "3x3x3xi32"),
                ok(new Op.Windows(EVERY_OTHER), "3x4xi32", "3x0x3xi32"),
                ok(new Op.FoldWindows(EVERY_OTHER, Shape.of(3, 9)), "3x3x3xf64", "3x9xf64"),
                ok(scan(1, 1, 4), "2xf64 i32 4x3xf64", "i32 4x3xf64 4x2xf64"),
                ok(scan(1, 1, 0), "2xf64 i32 0x3xf64", "i32 0x3xf64 0x2xf64"),
                ok(loop(1), "2xf64 i32", "i32"),
                ok(
                        new Op.Sort(1, true, body("i1 i1 f64 f64", 0)),
                        "2x3xi1 2x3xf64",
                        "2x3xi1 2x3xf64"),
                ok(
                        new Op.Case(List.of(body("f64 2xi8", 0, 1), body("f64 2xi8", 0, 1))),
                        "i32 f64 2xi8",
                        "f64 2xi8"),
                ok(new Op.Cholesky(), "2x3x3xf64", "2x3x3xf64"),
                ok(new Op.TriangularSolve(true, false, true), "2x3x3xf32 2x3x1xf32", "2x3x1xf32"),
                ok(new Op.Lu(), "5x4x3xf64", "5x4x3xf64 5x3xi32 5x4xi32 5xi32"),
                ok(new Op.Eigh(), "2x3x3xf64", "2x3x3xf64 2x3xf64"),
                ok(new Op.Bitcast(DType.F64, DType.BF16), "3xf64", "3x4xf32"),
                ok(new Op.Bitcast(DType.UI8, DType.I32), "3x4xui8", "3xi32"),
                ok(new Op.Bitcast(DType.F32, DType.I32), "f32", "i32"),
                ok(new Op.ReducePrecision(5, 10), "3xf64", "3xf64"));
    }

    /** Some of the inputs. */
    private static Program body(String inputs, int... outputs) {
        ProgramBuilder b = new ProgramBuilder("body");
        Ints in = Ints.of(types(inputs).stream().mapToInt(b::input).toArray());
        return b.build(in.pick(i(outputs)));
    }

    /** Windows of three elements, two apart. */
    private static final WindowSpec EVERY_OTHER = new WindowSpec(i(1), i(3), i(2), i(2));

    /** (constant, carry, row) → (carry, row, constant). */
    private static Op scan(int constants, int carries, int length) {
        ProgramBuilder b = new ProgramBuilder("body");
        int k = b.input(type("2xf64"));
        int c = b.input(type("i32"));
        int x = b.input(type("3xf64"));
        return new Op.Scan(constants, carries, length, false, b.build(c, x, k));
    }

    /** Adds one to an i32 as long as it is even, next to a constant 2xf64. */
    private static Op loop(int constants) {
        ProgramBuilder b = new ProgramBuilder("body");
        b.input(type("2xf64"));
        int n = b.input(type("i32"));
        Program condition = b.build(b.compare(Comparison.LT, n, b.scalar(DType.I32, 5)));
        return new Op.While(constants, condition, b.build(b.add(n, b.scalar(DType.I32, 1))));
    }

    @Test
    void operandsOfLoopsFitTheirBodies() {
        refuses("scan: expected 3 operands, found 2", scan(1, 1, 4), "2xf64 i32");
        refuses(
                "scan: operand 2: expected tensor<4x3xf64>, found tensor<5x3xf64>",
                scan(1, 1, 4),
                "2xf64 i32 5x3xf64");
        refuses(
                "scan: carry 0: expected tensor<2xf64>, found tensor<i32>",
                scan(0, 1, 4),
                "2xf64 4xi32 4x3xf64");
        refuses(
                "scan: 2 constants and 4 carries do not fit the body",
                scan(2, 4, 4),
                "2xf64 i32 4x3xf64");
        refuses("while: expected 2 operands, found 1", loop(1), "i32");
        refuses(
                "while: expected operands [tensor<2xf64>, tensor<i32>], "
                        + "found [tensor<2xf32>, tensor<i32>]",
                loop(1),
                "2xf32 i32");
        refuses(
                "while: expected the body to return [tensor<2xf64>, tensor<i32>], "
                        + "found [tensor<i32>]",
                loop(0),
                "2xf64 i32");
    }

    @Test
    void windowsFitTheArray() {
        refuses(
                "windows: windowed axes [1] are not distinct axes of rank 1",
                new Op.Windows(EVERY_OTHER),
                "4xf64");
        refuses(
                "windows: window sizes, strides and dilations must be positive: "
                        + "WindowSpec[axes=[0], sizes=[0], strides=[1], dilations=[1]]",
                new Op.Windows(new WindowSpec(i(0), i(0), i(1), i(1))),
                "4xf64");
        refuses(
                "fold_windows: expected windows tensor<3x3x3xf64>, found tensor<3x2x3xf64>",
                new Op.FoldWindows(EVERY_OTHER, Shape.of(3, 9)),
                "3x2x3xf64");
        refuses(
                "fold_windows: no i32 operand",
                new Op.FoldWindows(EVERY_OTHER, Shape.of(3, 9)),
                "3x3x3xi32");
    }

    private static void refuses(String message, Op op, String operands) {
        assertEquals(
                message,
                assertThrows(IrException.class, () -> TypeRules.outputs(op, types(operands)))
                        .getMessage());
    }

    @ParameterizedTest
    @MethodSource
    void golden(Op op, String operands, String results) {
        assertEquals(types(results), TypeRules.outputs(op, types(operands)));
    }

    @Test
    void everyOpHasAGoldenCase() {
        Set<Class<?>> missing = new HashSet<>(List.of(Op.class.getPermittedSubclasses()));
        golden().forEach(a -> missing.remove(a.get()[0].getClass()));
        assertEquals(Set.of(), missing);
    }

    static Stream<Arguments> refused() {
        Op add = binary(BinaryFunction.ADD);
        GatherDims swapped = new GatherDims(i(1, 0), NONE, i(0, 1), 1);
        return Stream.of(
                ok(new Op.Constant(Tensor.scalar(1)), "f64", "expected 0 operands, found 1"),
                ok(new Op.Sort(1, true, body("i1 i1", 0)), "2xi1", "dimension 1 is outside rank 1"),
                ok(
                        new Op.Sort(0, true, body("i1 i1 i1 i1", 0)),
                        "2xi1 3xi1",
                        "shapes differ: tensor<2xi1> and tensor<3xi1>"),
                ok(
                        new Op.Sort(0, true, body("i1 i1", 0)),
                        "2xf64",
                        "expected a comparator of "
                                + "[tensor<f64>, tensor<f64>], found [tensor<i1>, tensor<i1>]"),
                ok(
                        new Op.Sort(0, true, body("f64 f64", 0)),
                        "2xf64",
                        "expected a comparator that returns tensor<i1>, found [tensor<f64>]"),
                ok(new Op.Case(List.of()), "i32", "expected at least one branch"),
                ok(
                        new Op.Case(List.of(body("f64", 0))),
                        "i64 f64",
                        "expected an index of type tensor<i32>, found [tensor<i64>, tensor<f64>]"),
                ok(
                        new Op.Case(List.of(body("f64", 0))),
                        "i32 f32",
                        "expected a branch of [tensor<f32>], found [tensor<f64>]"),
                ok(
                        new Op.Case(List.of(body("f64 i8", 0), body("f64 i8", 1))),
                        "i32 f64 i8",
                        "branches return different types: [tensor<f64>] and [tensor<i8>]"),
                ok(new Op.Iota(type("2xi32"), 1), "", "dim 1 is outside rank 1"),
                ok(new Op.Iota(type("2xi1"), 0), "", "no tensor<2xi1> result"),
                ok(unary(UnaryFunction.TANH), "2xi32", "no i32 operand"),
                ok(unary(UnaryFunction.NOT), "2xf32", "no f32 operand"),
                ok(unary(UnaryFunction.POPCNT), "2xi1", "no i1 operand"),
                ok(unary(UnaryFunction.ABS), "2xi1", "no i1 operand"),
                ok(unary(UnaryFunction.ABS), "", "expected 1 operands, found 0"),
                ok(add, "2xf64 3xf64", "operand types differ: tensor<2xf64> and tensor<3xf64>"),
                ok(add, "2xf64 2xf32", "operand types differ: tensor<2xf64> and tensor<2xf32>"),
                ok(binary(BinaryFunction.ATAN2), "i32 i32", "no i32 operands"),
                ok(binary(BinaryFunction.SUBTRACT), "i1 i1", "no i1 operands"),
                ok(binary(BinaryFunction.XOR), "f64 f64", "no f64 operands"),
                ok(binary(BinaryFunction.SHIFT_LEFT), "i1 i1", "no i1 operands"),
                ok(
                        new Op.Compare(Comparison.EQ, false),
                        "2xf64 f64",
                        "operand types differ: tensor<2xf64> and tensor<f64>"),
                ok(new Op.Compare(Comparison.EQ, true), "i32 i32", "TOTALORDER of i32 operands"),
                ok(new Op.Select(), "i32 f64 f64", "expected an i1 predicate, found tensor<i32>"),
                ok(
                        new Op.Select(),
                        "i1 f64 2xf64",
                        "operand types differ: tensor<f64> and " + "tensor<2xf64>"),
                ok(
                        new Op.Select(),
                        "3xi1 2xf64 2xf64",
                        "operand tensor<3xi1> is neither a scalar nor of shape [2]"),
                ok(
                        new Op.Clamp(),
                        "3xf64 2xf64 f64",
                        "operand tensor<3xf64> is neither a scalar nor of shape [2]"),
                ok(
                        new Op.Clamp(),
                        "f64 2xf64 f32",
                        "element types differ: tensor<f32> and tensor<2xf64>"),
                ok(new Op.LogSumExp(i(0)), "3xi32", "no i32 operand"),
                ok(
                        new Op.LogSumExp(i(1)),
                        "3xf64",
                        "dimensions [1] are not distinct axes of rank 1"),
                ok(new Op.Softmax(i(0)), "3xi1", "no i1 operand"),
                ok(
                        new Op.Softmax(i(0, 0)),
                        "3x3xf64",
                        "dimensions [0, 0] are not distinct axes of rank 2"),
                ok(new Op.Convert(DType.F32), "f64 f64", "expected 1 operands, found 2"),
                ok(
                        broadcast(Shape.of(2, 3)),
                        "2xf64",
                        "expected 1 dims for operand tensor<2xf64>, found []"),
                ok(
                        broadcast(Shape.of(2, 3), 2),
                        "2xf64",
                        "dims [2] are not distinct axes of rank 2"),
                ok(
                        broadcast(Shape.of(2, 2), 1, 1),
                        "2x2xf64",
                        "dims [1, 1] are not distinct axes of rank 2"),
                ok(
                        broadcast(Shape.of(2, 3), 1),
                        "2xf64",
                        "operand size 2 along axis 0 does not fit result size 3"),
                ok(new Op.Reshape(Shape.of(4)), "2x3xf64", "expected 6 elements, found 4 in [4]"),
                ok(
                        new Op.Transpose(i(0, 0)),
                        "2x2xf64",
                        "[0, 0] is no permutation of the axes of tensor<2x2xf64>"),
                ok(
                        new Op.Transpose(i(0)),
                        "2x2xf64",
                        "[0] is no permutation of the axes of tensor<2x2xf64>"),
                ok(slice(0, 4, 1), "3xf64", "range 0:4 along axis 0 of tensor<3xf64>"),
                ok(slice(-1, 2, 1), "3xf64", "range -1:2 along axis 0 of tensor<3xf64>"),
                ok(slice(2, 1, 1), "3xf64", "range 2:1 along axis 0 of tensor<3xf64>"),
                ok(slice(0, 3, 0), "3xf64", "stride 0 along axis 0"),
                ok(slice(0, 3, 1), "3x1xf64", "expected 2 values in start, found [0]"),
                ok(new Op.Concatenate(0), "", "no operands"),
                ok(new Op.Concatenate(1), "2xf64 2xf64", "dim 1 is outside rank 1"),
                ok(
                        new Op.Concatenate(0),
                        "2x3xf64 2x4xf64",
                        "operands tensor<2x3xf64> and tensor<2x4xf64> differ beside dim 0"),
                ok(
                        new Op.Concatenate(0),
                        "2xf64 2xf32",
                        "operands tensor<2xf64> and tensor<2xf32> differ beside dim 0"),
                ok(
                        new Op.Concatenate(0),
                        "2000000000x0xf64 2000000000x0xf64",
                        "result size 4000000000 along dim 0"),
                ok(
                        pad(0, 0, 0),
                        "3xf64 f32",
                        "expected padding value tensor<f64>, found tensor<f32>"),
                ok(pad(0, 0, -1), "3xf64 f64", "interior padding -1 along axis 0"),
                ok(pad(-2, -2, 0), "3xf64 f64", "padded size -1 along axis 0"),
                ok(
                        pad(0, 0, Integer.MAX_VALUE),
                        "3xf64 f64",
                        "padded size 4294967297 along axis 0"),
                ok(pad(0, 0, 0), "3x3xf64 f64", "expected 2 values in low, found [0]"),
                ok(new Op.Reverse(i(0, 0)), "3xf64", "dims [0, 0] are not distinct axes of rank 1"),
                ok(
                        dot(NONE, NONE, i(1), i(0)),
                        "2x3xf64 4x2xf64",
                        "contracting sizes differ: lhs 3, rhs 4"),
                ok(
                        dot(i(0), i(0), NONE, NONE),
                        "2x3xf64 4x2xf64",
                        "batching sizes differ: lhs 2, rhs 4"),
                ok(
                        dot(NONE, NONE, i(1), NONE),
                        "2x3xf64 4x2xf64",
                        "contracting dims differ in number: lhs [1], rhs []"),
                ok(
                        dot(i(0), NONE, NONE, NONE),
                        "2x3xf64 4x2xf64",
                        "batching dims differ in number: lhs [0], rhs []"),
                ok(
                        dot(i(0), i(0), i(0), i(1)),
                        "2x3xf64 2x2xf64",
                        "lhs batching and contracting dims [0, 0] are not distinct axes of rank 2"),
                ok(
                        dot(NONE, NONE, i(0), i(2)),
                        "2x3xf64 2x2xf64",
                        "rhs batching and contracting dims [2] are not distinct axes of rank 2"),
                ok(
                        dot(NONE, NONE, NONE, NONE),
                        "f64 f32",
                        "element types differ: lhs tensor<f64>, rhs tensor<f32>"),
                ok(
                        dot(NONE, NONE, NONE, NONE),
                        "99999xf64 99999xf64",
                        "shape [99999, 99999]: more than 2147483647 elements"),
                ok(
                        reduce(Combiner.ADD, 0),
                        "2xf64 f32",
                        "expected initial value tensor<f64>, found tensor<f32>"),
                ok(
                        reduce(Combiner.ADD, 1),
                        "2xf64 f64",
                        "dimensions [1] are not distinct axes of rank 1"),
                ok(reduce(Combiner.AND, 0), "2xf64 f64", "no and of f64 elements"),
                ok(reduce(Combiner.SET, 0), "2xf64 f64", "no reduction by set"),
                ok(
                        new Op.ArgReduce(true, 0),
                        "2xf64 3xi32 f64 i32",
                        "shapes differ: tensor<2xf64> and tensor<3xi32>"),
                ok(
                        new Op.ArgReduce(true, 0),
                        "2xf64 2xf64 f64 f64",
                        "expected integer indices, found tensor<2xf64>"),
                ok(
                        new Op.ArgReduce(false, 1),
                        "2xf64 2xi32 f64 i32",
                        "dimension 1 is outside rank 1"),
                ok(
                        new Op.ArgReduce(false, 0),
                        "2xf64 2xi32 f64 i64",
                        "expected initial value tensor<i32>, found tensor<i64>"),
                ok(
                        gather(ROWS, 1, 4),
                        "9x4xf64 5x1xf64",
                        "expected integer indices, found tensor<5x1xf64>"),
                ok(gather(ROWS, 1), "9x4xf64 5x1xi32", "expected 2 slice_sizes, found [1]"),
                ok(
                        gather(ROWS, 1, 5),
                        "9x4xf64 5x1xi32",
                        "slice size 5 along axis 1 of tensor<9x4xf64>"),
                ok(
                        gather(ROWS, 2, 4),
                        "9x4xf64 5x1xi32",
                        "slice size 2 along the collapsed or batching axis 0"),
                ok(
                        gather(ROWS, 1, 4),
                        "9x4xf64 5x2xi32",
                        "start_index_map [0] does not fit index vectors of size 2"),
                ok(
                        gather(new GatherDims(i(1), i(0), i(0), 3), 1, 4),
                        "9x4xf64 5x1xi32",
                        "index_vector_dim 3 is outside indices tensor<5x1xi32>"),
                ok(
                        gather(new GatherDims(NONE, i(0), i(0), 1), 1, 4),
                        "9x4xf64 5x1xi32",
                        "expected 1 offset_dims, found []"),
                ok(
                        gather(swapped, 1, 4),
                        "9x4xf64 5x2xi32",
                        "offset_dims [1, 0] are not sorted distinct axes of rank 3"),
                ok(
                        gather(new GatherDims(i(1), i(2), i(0), 1), 1, 4),
                        "9x4xf64 5x1xi32",
                        "collapsed and batching dims [2] are not distinct axes of rank 2"),
                ok(
                        gather(new GatherDims(i(1), i(0), i(2), 1), 1, 4),
                        "9x4xf64 5x1xi32",
                        "start_index_map [2] are not distinct axes of rank 2"),
                ok(
                        gather(BATCHED, 1, 1, 3),
                        "3x5x4xf64 6x2x1xi64",
                        "batching sizes differ: operand 3, indices 2"),
                ok(
                        gather(new GatherDims(i(2), i(1), i(0), NONE, i(1), 2), 1, 1, 3),
                        "2x5x4xf64 6x2x1xi64",
                        "batching dims differ: operand [0], indices []"),
                ok(
                        gather(new GatherDims(i(2), i(1), i(0), i(1), i(0), 2), 1, 1, 3),
                        "2x5x4xf64 6x2x1xi64",
                        "start_index_map and operand_batching_dims [0, 0] are not distinct axes of"
                                + " rank 3"),
                ok(
                        scatter(ROWS),
                        "9x4xf64 5x1xi32 5x4xf32",
                        "element types differ: tensor<9x4xf64> and tensor<5x4xf32>"),
                ok(
                        scatter(ROWS),
                        "9x4xf64 5x1xi32 6x4xf64",
                        "expected update batch sizes [5], found [6]"),
                ok(
                        scatter(ROWS),
                        "9x4xf64 5x1xi32 5x5xf64",
                        "update window size 5 exceeds operand size 4"),
                ok(
                        scatter(ROWS),
                        "9x4xf64 5x1xi32 5x4x1xf64",
                        "expected updates of rank 2, found tensor<5x4x1xf64>"),
                ok(
                        new Op.Scatter(ScatterDims.of(ROWS), Combiner.XOR, false),
                        "9x4xf64 5x1xi32 5x4xf64",
                        "no xor of f64 elements"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Op op, String operands, String message) {
        assertEquals(
                op.name() + ": " + message,
                assertThrows(IrException.class, () -> TypeRules.outputs(op, types(operands)))
                        .getMessage());
    }

    @Test
    void everyOpWithOperandsCountsThem() {
        golden().map(a -> (Op) a.get()[0])
                .filter(op -> !(op instanceof Op.Concatenate))
                .forEach(
                        op -> {
                            List<TensorType> many = types("f64 f64 f64 f64 f64");
                            String message =
                                    assertThrows(
                                                    IrException.class,
                                                    () -> TypeRules.outputs(op, many))
                                            .getMessage();
                            assertTrue(message.endsWith("operands, found 5"), message);
                        });
    }
}
