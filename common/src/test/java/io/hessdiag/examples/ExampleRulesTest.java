package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where each op leaves the examples, and that its equation is made right for every block size. */
class ExampleRulesTest {
    private static final int N = 4;

    /** Emits an op on h[4, 3], which has the examples along axis 0 and depends on w[3]. */
    @FunctionalInterface
    interface Body {
        int emit(ProgramBuilder b, int h, int w);
    }

    record Rule(String name, ExampleAxis axis, Body body) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Ints i(int... values) {
        return Ints.of(values);
    }

    private static Rule rule(String name, int axis, Body body) {
        return new Rule(name, ExampleAxis.whole(axis), body);
    }

    private static Rule rule(String name, int axis, int outer, int inner, Body body) {
        return new Rule(name, new ExampleAxis(axis, outer, inner), body);
    }

    private static Op slice(Ints start, Ints limit, Ints strides) {
        return new Op.Slice(start, limit, strides);
    }

    private static int flat(ProgramBuilder b, int h) {
        return b.reshape(h, Shape.of(3 * N));
    }

    private static int twice(ProgramBuilder b, int h) {
        return b.emit(new Op.Concatenate(0), h, b.negate(h));
    }

    private static int labels(ProgramBuilder b, int h) {
        return b.apply(new Op.ArgReduce(true, 1), argmax(b, h, 1)).get(1);
    }

    static Ints argmax(ProgramBuilder b, int h, int dim) {
        TensorType index = b.type(h).withDType(DType.I64);
        return i(
                h,
                b.emit(new Op.Iota(index, dim)),
                b.scalar(DType.F64, Double.NEGATIVE_INFINITY),
                b.scalar(DType.I64, 0));
    }

    private static int column(ProgramBuilder b, int x) {
        return b.reshape(x, Shape.of(N, 1));
    }

    /** h hᵀ + 1 of every example. */
    private static int matrices(ProgramBuilder b, int h) {
        int squares = b.emit(new Op.DotGeneral(i(0), i(0), i(), i()), h, h);
        TensorType index = TensorType.of(DType.I64, 3, 3);
        int rows = b.emit(new Op.Iota(index, 0));
        int diagonal = b.compare(Comparison.EQ, rows, b.emit(new Op.Iota(index, 1)));
        int eye = b.broadcast(b.convert(diagonal, DType.F64), b.shape(squares), i(1, 2));
        return b.add(squares, eye);
    }

    static Op sort(int dim) {
        ProgramBuilder c = new ProgramBuilder("less");
        int x = c.input(TensorType.of(DType.F64));
        int y = c.input(TensorType.of(DType.F64));
        return new Op.Sort(dim, true, c.build(c.compare(Comparison.LT, x, y)));
    }

    /** (w, c, r) → (c r + w₀, c + r): a step of a recurrence over rows of this shape. */
    static Op scan(int length, Shape row) {
        ProgramBuilder s = new ProgramBuilder("step");
        int w = s.input(TensorType.of(DType.F64, 3));
        int c = s.input(Programs.f64(row));
        int r = s.input(Programs.f64(row));
        int first = s.reshape(s.emit(slice(i(0), i(1), i(1)), w), Shape.SCALAR);
        int next = s.add(s.multiply(c, r), s.broadcast(first, row, Ints.EMPTY));
        return new Op.Scan(1, 1, length, false, s.build(next, s.add(c, r)));
    }

    private static int rows(ProgramBuilder b, int h, int w, int result) {
        int zeros = b.full(Programs.f64(Shape.of(N)), 0);
        return b.apply(scan(3, Shape.of(N)), i(w, zeros, b.transpose(h, i(1, 0)))).get(result);
    }

    private static int map(ProgramBuilder b, int h) {
        ProgramBuilder s = new ProgramBuilder("map");
        int r = s.input(TensorType.of(DType.F64, 3));
        return b.emit(new Op.Scan(0, 0, N, true, s.build(s.sum(s.multiply(r, r), i(0)))), h);
    }

    private static int branch(ProgramBuilder b, int h) {
        ProgramBuilder s = new ProgramBuilder("sine");
        Program sine = s.build(s.unary(UnaryFunction.SINE, s.input(b.type(h))));
        ProgramBuilder z = new ProgramBuilder("zeros");
        z.input(b.type(h));
        Program zeros = z.build(z.full(b.type(h), 0));
        int index = b.scalar(DType.I32, 0);
        return b.emit(new Op.Case(List.of(sine, zeros)), index, h);
    }

    private static int gather(ProgramBuilder b, int h, int w) {
        GatherDims dims = new GatherDims(i(), i(0), i(0), 1);
        return b.emit(new Op.Gather(dims, i(1)), w, column(b, labels(b, h)));
    }

    private static int pick(ProgramBuilder b, int h) {
        GatherDims dims = new GatherDims(i(), i(1), i(0), i(0), i(1), 1);
        return b.emit(new Op.Gather(dims, i(1, 1)), h, column(b, labels(b, h)));
    }

    /** Rows of two features of all examples at once, the features first. */
    private static int window(ProgramBuilder b, int h) {
        GatherDims dims = new GatherDims(i(1), i(1), i(1), 1);
        int indices = b.constant(Programs.integers(Shape.of(2, 1), 2, 0));
        return b.emit(new Op.Gather(dims, i(N, 1)), h, indices);
    }

    /** A slice of all examples, wherever it starts: it is clamped to start at the first. */
    private static int dynamic(ProgramBuilder b, int h) {
        GatherDims dims = new GatherDims(i(0, 1), i(), i(0, 1), 0);
        int indices = b.constant(Programs.integers(Shape.of(2), 7, 1));
        return b.emit(new Op.Gather(dims, i(N, 2)), h, indices);
    }

    private static int scatter(ProgramBuilder b, int h) {
        ScatterDims dims = new ScatterDims(i(), i(1), i(0), i(0), i(1), 1);
        Op add = new Op.Scatter(dims, Combiner.ADD, true);
        return b.emit(add, h, column(b, labels(b, h)), b.sum(h, i(1)));
    }

    private static int update(ProgramBuilder b, int h) {
        ScatterDims dims = new ScatterDims(i(0, 1), i(), i(0, 1), 0);
        Op set = new Op.Scatter(dims, Combiner.SET, true);
        int zero = b.full(TensorType.of(DType.I64, 2), 0);
        int start = b.constant(Programs.integers(Shape.of(2), 5, 1));
        int limits = b.constant(Programs.integers(Shape.of(2), 0, 2));
        int clamped = b.emit(new Op.Clamp(), zero, start, limits);
        return b.emit(set, h, clamped, b.reshape(b.sum(h, i(1)), Shape.of(N, 1)));
    }

    private static final WindowSpec PAIRS = new WindowSpec(i(1), i(2), i(1), i(1));

    private static int constants(ProgramBuilder b, int h) {
        Tensor rows = Programs.random(new Random(3), b.shape(h));
        int numbers = b.emit(new Op.Iota(b.type(h), 0));
        int features = b.emit(new Op.Iota(b.type(h), 1));
        int splat =
                b.constant(
                        Tensor.of(
                                b.shape(h),
                                new Random(4).doubles(3 * N, 2, 2.1).map(Math::floor).toArray()));
        return b.add(b.multiply(h, b.add(numbers, b.constant(rows))), b.multiply(features, splat));
    }

    static Stream<Rule> rules() {
        Op matmul = new Op.DotGeneral(i(), i(), i(1), i(0));
        return Stream.of(
                rule("unary", 0, (b, h, w) -> b.unary(UnaryFunction.TANH, h)),
                rule("binary", 0, (b, h, w) -> b.multiply(h, b.broadcast(w, b.shape(h), i(1)))),
                rule(
                        "select",
                        0,
                        (b, h, w) ->
                                b.select(
                                        b.compare(Comparison.GT, h, b.fullLike(h, 0)),
                                        h,
                                        b.broadcast(w, b.shape(h), i(1)))),
                rule(
                        "clamp",
                        0,
                        (b, h, w) ->
                                b.emit(
                                        new Op.Clamp(),
                                        b.scalar(DType.F64, -0.2),
                                        h,
                                        b.scalar(DType.F64, 0.3))),
                rule("convert", 0, (b, h, w) -> b.convert(b.convert(h, DType.F32), DType.F64)),
                rule("reduce_precision", 0, (b, h, w) -> b.emit(new Op.ReducePrecision(8, 10), h)),
                rule(
                        "bitcast_convert",
                        0,
                        (b, h, w) ->
                                b.convert(
                                        b.emit(new Op.Bitcast(DType.F64, DType.I32), h),
                                        DType.F64)),
                rule("constants", 0, (b, h, w) -> constants(b, h)),
                rule(
                        "broadcast_in_dim",
                        2,
                        (b, h, w) -> b.broadcast(h, Shape.of(2, 3, N), i(2, 1))),
                rule("reshape joins", 0, 1, 3, (b, h, w) -> flat(b, h)),
                rule(
                        "reshape splits",
                        1,
                        (b, h, w) ->
                                b.reshape(
                                        b.unary(UnaryFunction.SINE, flat(b, h)),
                                        Shape.of(1, N, 3))),
                rule(
                        "reshape of time first",
                        0,
                        3,
                        1,
                        (b, h, w) -> flat(b, b.transpose(h, i(1, 0)))),
                rule("transpose", 1, (b, h, w) -> b.transpose(h, i(1, 0))),
                rule("slice", 0, (b, h, w) -> b.emit(slice(i(0, 1), i(N, 3), i(1, 2)), h)),
                rule(
                        "slice of every third row",
                        0,
                        (b, h, w) -> b.emit(slice(i(1), i(12), i(3)), flat(b, h))),
                rule(
                        "slice of a block",
                        0,
                        (b, h, w) -> b.emit(slice(i(N, 0), i(2 * N, 3), i(1, 1)), twice(b, h))),
                rule(
                        "concatenate",
                        0,
                        (b, h, w) -> b.emit(new Op.Concatenate(1), h, b.fullLike(h, 1), h)),
                rule("concatenate examples", 0, 2, 1, (b, h, w) -> twice(b, h)),
                rule(
                        "pad",
                        0,
                        (b, h, w) ->
                                b.emit(
                                        new Op.Pad(i(0, 1), i(0, -1), i(0, 2)),
                                        h,
                                        b.scalar(DType.F64, 2))),
                rule("reverse", 0, (b, h, w) -> b.emit(new Op.Reverse(i(1)), h)),
                rule("dot_general lhs", 0, (b, h, w) -> b.emit(matmul, h, w)),
                rule(
                        "dot_general rhs",
                        1,
                        (b, h, w) ->
                                b.emit(new Op.DotGeneral(i(), i(), i(), i()), w, b.sum(h, i(1)))),
                rule(
                        "dot_general batch",
                        0,
                        (b, h, w) -> b.emit(new Op.DotGeneral(i(0), i(0), i(1), i(1)), h, h)),
                rule("reduce add", 0, (b, h, w) -> b.sum(h, i(1))),
                rule("reduce max", 0, (b, h, w) -> Programs.reduce(b, Combiner.MAXIMUM, h, -9, 1)),
                rule(
                        "argmax",
                        0,
                        (b, h, w) -> b.apply(new Op.ArgReduce(true, 1), argmax(b, h, 1)).get(0)),
                rule("gather by label", 0, ExampleRulesTest::gather),
                rule("gather of the own row", 0, (b, h, w) -> pick(b, h)),
                rule("gather of whole examples", 1, (b, h, w) -> window(b, h)),
                rule("gather that is clamped", 0, (b, h, w) -> dynamic(b, h)),
                rule("scatter", 0, (b, h, w) -> scatter(b, h)),
                rule("scatter of whole examples", 0, (b, h, w) -> update(b, h)),
                rule("windows", 0, (b, h, w) -> b.emit(new Op.Windows(PAIRS), h)),
                rule(
                        "fold_windows",
                        0,
                        (b, h, w) ->
                                b.emit(
                                        new Op.FoldWindows(PAIRS, b.shape(h)),
                                        b.emit(new Op.Windows(PAIRS), h))),
                rule("sort", 0, (b, h, w) -> b.emit(sort(1), h)),
                rule("scan's end", 0, (b, h, w) -> rows(b, h, w, 0)),
                rule("scan's steps", 1, (b, h, w) -> rows(b, h, w, 1)),
                rule("scan as a map", 0, (b, h, w) -> map(b, h)),
                rule("case", 0, (b, h, w) -> branch(b, h)),
                rule("cholesky", 0, (b, h, w) -> b.emit(new Op.Cholesky(), matrices(b, h))),
                rule(
                        "triangular_solve",
                        0,
                        (b, h, w) ->
                                b.emit(
                                        new Op.TriangularSolve(true, false, true),
                                        matrices(b, h),
                                        matrices(b, h))),
                rule(
                        "triangular_solve columns",
                        1,
                        (b, h, w) ->
                                b.emit(
                                        new Op.TriangularSolve(true, true, false),
                                        b.broadcast(w, Shape.of(3, 3), i(0)),
                                        b.transpose(h, i(1, 0)))),
                rule("lu", 0, (b, h, w) -> b.apply(new Op.Lu(), i(matrices(b, h))).get(0)),
                rule("eigh", 0, (b, h, w) -> b.apply(new Op.Eigh(), i(matrices(b, h))).get(1)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void examplesStayApart(Rule rule) {
        ProgramBuilder b = new ProgramBuilder("loss");
        int w = b.input(TensorType.of(DType.F64, 3));
        int x = b.input(TensorType.of(DType.F64, N, 3));
        int v = rule.body().emit(b, b.multiply(x, b.broadcast(w, b.shape(x), i(1))), w);
        Program loss = b.build(Programs.total(b, b.multiply(v, v)));
        List<Tensor> arguments = Programs.random(new Random(1), loss.inputTypes());
        Separable s = Blocks.check(loss, 1, arguments);
        assertEquals(rule.axis(), s.axis(v).orElse(ExampleAxis.NONE));
    }

    /** Their losses only, as they have no reverse derivative. */
    @Test
    void whileLoopsOverOtherThingsKeepExamplesApart() {
        ProgramBuilder b = new ProgramBuilder("loss");
        int w = b.input(TensorType.of(DType.F64, 3));
        int x = b.input(TensorType.of(DType.F64, N, 3));
        int h = b.multiply(x, b.broadcast(w, b.shape(x), i(1)));
        int zeros = b.fullLike(h, 0);
        int count = b.scalar(DType.I64, 0);
        Ints out = b.apply(loop(b.type(x)), i(h, count, zeros));
        Program loss = b.build(Programs.total(b, b.unary(UnaryFunction.SINE, out.get(1))));
        Separable s = ExampleAxes.find(loss, 1).separable().orElseThrow();
        assertEquals(ExampleAxis.whole(0), s.axis(out.get(1)).orElseThrow());
        List<Tensor> arguments = Programs.random(new Random(1), loss.inputTypes());
        double sum = 0;
        Rebatch blocks = Rebatch.of(s, 3);
        for (int start = 0; start < N; start += 3) {
            List<Tensor> in = blocks.arguments(arguments, List.of(), start);
            sum += Interpreter.run(blocks.program(), in).get(0).get(0);
        }
        assertEquals(Interpreter.run(loss, arguments).get(0).get(0), sum, 1e-14);
    }

    /** (h, n, c) → (n + 1, c + h) while n < 5. */
    private static Op loop(TensorType type) {
        ProgramBuilder c = new ProgramBuilder("condition");
        c.input(type);
        int n = c.input(TensorType.of(DType.I64));
        c.input(type);
        Program condition = c.build(c.compare(Comparison.LT, n, c.scalar(DType.I64, 5)));
        ProgramBuilder s = new ProgramBuilder("step");
        int h = s.input(type);
        int m = s.input(TensorType.of(DType.I64));
        int sum = s.input(type);
        Program body = s.build(s.add(m, s.scalar(DType.I64, 1)), s.add(sum, h));
        return new Op.While(1, condition, body);
    }
}
