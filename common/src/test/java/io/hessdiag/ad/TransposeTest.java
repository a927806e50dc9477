package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.assertClose;
import static io.hessdiag.ir.Programs.integers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Location;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.UnaryFunction;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ⟨A v, w⟩ = ⟨v, Aᵀ w⟩ for programs A of one linear op each; A v from Jvp, Aᵀ w from Gradient. */
class TransposeTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource({"elementwise", "structural", "padding", "dots", "gathers", "scatters"})
    void transposeOf(String name, Programs.Body body, List<Shape> shapes) {
        Shape[] in = shapes.toArray(Shape[]::new);
        Program f = Programs.of(body, in);
        List<Tensor> x = Programs.random(new Random(2), f.inputTypes());
        List<Tensor> v = Programs.random(new Random(3), f.inputTypes());
        Tensor jv = Plain.push(f, x, v).get(0);
        assertClose(Interpreter.run(f, v).get(0).doubles(), jv.doubles(), 1e-12, "A v of " + f);

        Tensor w = Programs.random(new Random(1), jv.shape());
        Program gradient = Plain.gradient(Programs.weighted(body, in));
        List<Tensor> jtw = Interpreter.run(gradient, x);
        double right = 0;
        for (int i = 0; i < v.size(); i++) {
            right += Programs.dot(v.get(i), jtw.get(1 + i));
        }
        double left = Programs.dot(jv, w);
        assertEquals(left, right, 1e-12 * Math.max(1, Math.abs(left)), () -> "of " + f);
    }

    private static Arguments linear(String name, Programs.Body body, Shape... shapes) {
        return arguments(name, body, List.of(shapes));
    }

    private static Shape s(int... dims) {
        return Shape.of(dims);
    }

    private static Ints i(int... values) {
        return Ints.of(values);
    }

    private static int constant(ProgramBuilder b, int... dims) {
        return b.constant(Programs.random(new Random(7), Shape.of(dims)));
    }

    private static int mask(ProgramBuilder b, Shape shape) {
        boolean[] bits = new boolean[shape.size()];
        for (int k = 0; k < bits.length; k++) {
            bits[k] = k % 3 != 1;
        }
        return b.constant(Tensor.of(new TensorType(DType.I1, shape), bits));
    }

    static Stream<Arguments> elementwise() {
        return Stream.of(
                linear("add", (b, x) -> b.add(x[0], x[1]), s(2, 3), s(2, 3)),
                linear("add of a value to itself", (b, x) -> b.add(x[0], x[0]), s(3)),
                linear("subtract", (b, x) -> b.subtract(x[0], x[1]), s(2, 3), s(2, 3)),
                linear("subtract from zero", (b, x) -> b.subtract(b.fullLike(x[0], 0), x[0]), s(4)),
                linear("subtract a value from itself", (b, x) -> b.subtract(x[0], x[0]), s(3)),
                linear("negate", (b, x) -> b.negate(x[0]), s(2, 3)),
                linear("constant times", (b, x) -> b.multiply(constant(b, 2, 3), x[0]), s(2, 3)),
                linear("times constant", (b, x) -> b.multiply(x[0], constant(b, 2, 3)), s(2, 3)),
                linear("divide by constant", (b, x) -> b.divide(x[0], constant(b, 2, 3)), s(2, 3)),
                linear(
                        "select by mask",
                        (b, x) -> b.select(mask(b, s(2, 3)), x[0], x[1]),
                        s(2, 3),
                        s(2, 3)),
                linear(
                        "select by a scalar",
                        (b, x) -> b.select(b.scalar(DType.I1, 0), x[0], x[1]),
                        s(2, 3),
                        s(2, 3)),
                linear("select the same", (b, x) -> b.select(mask(b, s(4)), x[0], x[0]), s(4)),
                linear(
                        "select or zero",
                        (b, x) -> b.select(mask(b, s(4)), b.fullLike(x[0], 0), x[0]),
                        s(4)),
                linear(
                        "convert to the same type",
                        (b, x) -> b.emit(new Op.Convert(DType.F64), x),
                        s(3)));
    }

    private static Arguments broadcast(Shape from, Shape to, int... dims) {
        return linear(
                "broadcast " + from + " to " + to + " at " + i(dims),
                (b, x) -> b.emit(new Op.BroadcastInDim(to, i(dims)), x),
                from);
    }

    private static Arguments reshape(Shape from, Shape to) {
        return linear("reshape " + from + " to " + to, (b, x) -> b.reshape(x[0], to), from);
    }

    private static Arguments slice(Shape from, Ints start, Ints limit, Ints strides) {
        return linear(
                "slice " + from + start + limit + strides,
                (b, x) -> b.emit(new Op.Slice(start, limit, strides), x),
                from);
    }

    private static Arguments reduce(Shape from, int... dims) {
        return linear("sum of " + from + " over " + i(dims), (b, x) -> b.sum(x[0], i(dims)), from);
    }

    static Stream<Arguments> structural() {
        return Stream.of(
                broadcast(s(), s(2, 3)),
                broadcast(s(3), s(2, 3), 1),
                broadcast(s(2), s(2, 3), 0),
                broadcast(s(2, 3), s(3, 4, 2), 2, 0),
                broadcast(s(1, 3), s(4, 3), 0, 1),
                broadcast(s(3, 1), s(4, 3), 1, 0),
                broadcast(s(1, 1, 2), s(1, 5, 2), 0, 1, 2),
                broadcast(s(2, 1, 3), s(3, 1, 2, 4), 2, 3, 0),
                broadcast(s(0, 2), s(0, 2, 3), 0, 1),
                reshape(s(2, 3), s(6)),
                reshape(s(2, 3), s(3, 2)),
                reshape(s(4), s(1, 2, 1, 2)),
                reshape(s(1, 1), s()),
                linear("transpose", (b, x) -> b.transpose(x[0], i(2, 0, 1)), s(2, 3, 4)),
                slice(s(5, 4), i(1, 0), i(4, 4), i(1, 1)),
                slice(s(7, 5), i(1, 0), i(7, 4), i(2, 3)),
                slice(s(4), i(2), i(2), i(1)),
                slice(s(6), i(5), i(6), i(4)),
                linear(
                        "concatenate",
                        (b, x) -> b.emit(new Op.Concatenate(1), x[0], x[1], x[0]),
                        s(2, 3),
                        s(2, 1)),
                linear(
                        "concatenate with constant",
                        (b, x) -> b.emit(new Op.Concatenate(0), b.fullLike(x[0], 0), x[0]),
                        s(2, 2)),
                linear("reverse", (b, x) -> b.emit(new Op.Reverse(i(2, 0)), x), s(2, 3, 2)),
                reduce(s(2, 3, 4), 1),
                reduce(s(2, 3, 4), 2, 0),
                reduce(s(2, 3), 0, 1),
                reduce(s(0, 3), 0),
                linear(
                        "sum with moving start",
                        (b, x) -> b.emit(new Op.Reduce(Combiner.ADD, i(1)), x),
                        s(2, 3),
                        s()),
                linear(
                        "sum of constants with moving start",
                        (b, x) ->
                                b.emit(
                                        new Op.Reduce(Combiner.ADD, i(1)),
                                        b.full(Programs.f64(s(2, 3)), 0),
                                        x[0]),
                        s()),
                linear(
                        "sum over no axes with moving start",
                        (b, x) -> b.emit(new Op.Reduce(Combiner.ADD, Ints.EMPTY), x),
                        s(3),
                        s()));
    }

    private static Arguments pad(Shape from, Ints low, Ints high, Ints interior) {
        return linear(
                "pad " + from + low + high + interior,
                (b, x) -> b.emit(new Op.Pad(low, high, interior), x),
                from,
                s());
    }

    static Stream<Arguments> padding() {
        return Stream.of(
                pad(s(2, 3), i(1, 0), i(0, 2), i(0, 0)),
                pad(s(4), i(-1), i(-2), i(0)),
                pad(s(4), i(-1), i(3), i(0)),
                pad(s(3, 2), i(1, 0), i(2, 1), i(2, 1)),
                pad(s(4), i(-2), i(-3), i(2)),
                pad(s(3), i(-1), i(2), i(1)),
                pad(s(2), i(-2), i(4), i(0)),
                pad(s(0), i(1), i(2), i(3)),
                linear(
                        "pad by a constant",
                        (b, x) ->
                                b.emit(new Op.Pad(i(1), i(-1), i(2)), x[0], b.scalar(DType.F64, 0)),
                        s(3)),
                linear(
                        "pad constants by a moving value",
                        (b, x) ->
                                b.emit(
                                        new Op.Pad(i(1), i(1), i(1)),
                                        b.full(Programs.f64(s(3)), 0),
                                        x[0]),
                        s()));
    }

    /** The dot_general twice, with the left and the right operand moving. */
    private static Stream<Arguments> dot(Shape lhs, Shape rhs, Ints lb, Ints rb, Ints lc, Ints rc) {
        Op op = new Op.DotGeneral(lb, rb, lc, rc);
        String name = "dot " + lhs + rhs + " batch " + lb + rb + " contract " + lc + rc;
        return Stream.of(
                linear(
                        name + ", left",
                        (b, x) -> b.emit(op, x[0], constant(b, rhs.toArray())),
                        lhs),
                linear(
                        name + ", right",
                        (b, x) -> b.emit(op, constant(b, lhs.toArray()), x[0]),
                        rhs));
    }

    static Stream<Arguments> dots() {
        Ints none = Ints.EMPTY;
        return Stream.of(
                        dot(s(2, 3), s(3, 4), none, none, i(1), i(0)),
                        dot(s(3, 2), s(4, 3), none, none, i(0), i(1)),
                        dot(s(2), s(3), none, none, none, none),
                        dot(s(), s(2, 3), none, none, none, none),
                        dot(s(3), s(3), none, none, i(0), i(0)),
                        dot(s(3, 2), s(3, 2), i(0), i(0), i(1), i(1)),
                        dot(s(2, 5, 3), s(3, 2, 4), i(0), i(1), i(2), i(0)),
                        dot(s(2, 3, 4, 5), s(5, 2, 6, 3), i(1, 0), i(3, 1), i(3), i(0)),
                        dot(s(2, 3, 4), s(4, 2, 5), none, none, i(0, 2), i(1, 0)),
                        dot(s(2, 3, 4), s(4, 3, 2), none, none, i(2, 0, 1), i(0, 2, 1)),
                        dot(s(4, 2, 3, 2), s(3, 2, 4, 5), i(3), i(1), i(2, 0), i(0, 2)),
                        dot(s(2, 3), s(2, 3, 4), i(0, 1), i(0, 1), none, none),
                        dot(s(0, 3), s(3, 2), none, none, i(1), i(0)),
                        dot(s(2, 0), s(0, 2), none, none, i(1), i(0)))
                .flatMap(a -> a);
    }

    private record Windows(
            String name, Shape operand, GatherDims dims, Ints sizes, Tensor indices) {}

    /** Slices, some of which start outside. */
    private static Stream<Windows> windows() {
        Ints none = Ints.EMPTY;
        return Stream.of(
                new Windows(
                        "rows",
                        s(4, 3),
                        new GatherDims(i(1), i(0), i(0), 1),
                        i(1, 3),
                        integers(s(5, 1), 2, 0, 2, -1, 9)),
                new Windows(
                        "rows by scalars",
                        s(4, 3),
                        new GatherDims(i(1), i(0), i(0), 1),
                        i(1, 3),
                        integers(s(5), 2, 0, 2, 4, 3)),
                new Windows(
                        "one element",
                        s(4, 3),
                        new GatherDims(none, i(0, 1), i(1, 0), 0),
                        i(1, 1),
                        integers(s(2), 2, 3)),
                new Windows(
                        "windows",
                        s(5, 4),
                        new GatherDims(i(0, 2), none, i(0, 1), 0),
                        i(3, 2),
                        integers(s(2, 4), 0, 1, 3, -1, 1, 1, 3, -1)),
                new Windows(
                        "index vector first, axes swapped",
                        s(3, 4, 2),
                        new GatherDims(i(1), i(0, 2), i(2, 0), 0),
                        i(1, 2, 1),
                        integers(s(2, 3), 0, 1, 5, 2, 0, 1)),
                new Windows(
                        "batching",
                        s(2, 5, 3),
                        new GatherDims(i(2), i(1), i(0), i(1), i(1), 2),
                        i(1, 1, 2),
                        integers(s(3, 2, 1), 0, 4, 2, 2, 7, -3)),
                new Windows(
                        "two batching axes, scalar indices",
                        s(2, 3, 4),
                        new GatherDims(none, i(1), i(2, 0), i(0, 1), i(1), 2),
                        i(1, 1, 1),
                        integers(s(4, 2), 0, 1, 2, 2, 0, 3, -1, 1)),
                new Windows(
                        "windows beyond both ends",
                        s(4),
                        new GatherDims(i(1), none, i(0), 1),
                        i(3),
                        integers(s(6, 1), -4, -3, -1, 1, 3, 4)));
    }

    static Stream<Arguments> gathers() {
        return windows()
                .map(
                        w ->
                                linear(
                                        "gather " + w.name(),
                                        (b, x) ->
                                                b.emit(
                                                        new Op.Gather(w.dims(), w.sizes()),
                                                        x[0],
                                                        b.constant(w.indices())),
                                        w.operand()));
    }

    static Stream<Arguments> scatters() {
        return windows()
                .flatMap(w -> Stream.of(scatter(w, Combiner.ADD), scatter(w, Combiner.SET)))
                .flatMap(List::stream);
    }

    /** The scatter with everything moving, the operand alone, and the updates alone. */
    private static List<Arguments> scatter(Windows w, Combiner combiner) {
        Shape to = w.operand();
        Shape updates = gathered(w);
        Op op = new Op.Scatter(ScatterDims.of(w.dims()), combiner, false);
        Programs.Body both = (b, x) -> b.emit(op, x[0], b.constant(w.indices()), x[1]);
        Programs.Body first = (b, x) -> both.emit(b, x[0], b.full(Programs.f64(updates), 0));
        Programs.Body second = (b, x) -> both.emit(b, b.full(Programs.f64(to), 0), x[0]);
        String name = "scatter " + combiner.text() + " " + w.name();
        return List.of(
                linear(name, both, to, updates),
                linear(name + ", operand alone", first, to),
                linear(name + ", updates alone", second, updates));
    }

    private static Shape gathered(Windows w) {
        Program p =
                Programs.of(
                        (b, x) ->
                                b.emit(
                                        new Op.Gather(w.dims(), w.sizes()),
                                        x[0],
                                        b.constant(w.indices())),
                        w.operand());
        return p.outputTypes().get(0).shape();
    }

    @Test
    void conversionToF32AndBackRoundsTheCotangent() {
        Program f =
                Programs.weighted((b, x) -> b.convert(b.convert(x[0], DType.F32), DType.F64), s(3));
        Tensor w = Programs.random(new Random(1), s(3));
        Tensor g = Interpreter.run(Plain.gradient(f), List.of(w)).get(1);
        double[] expected = {(float) w.get(0), (float) w.get(1), (float) w.get(2)};
        assertArrayEquals(expected, g.doubles());
    }

    @Test
    void unsignedAndNarrowIndicesReachEveryRow() {
        for (DType index : List.of(DType.UI8, DType.UI64, DType.I8, DType.I32)) {
            long[] rows = {0, 3, 100};
            Program f =
                    Programs.weighted(
                            (b, x) ->
                                    b.emit(
                                            new Op.Scatter(
                                                    new ScatterDims(Ints.EMPTY, i(0), i(0), 1),
                                                    Combiner.SET,
                                                    false),
                                            x[0],
                                            b.constant(Tensor.of(TensorType.of(index, 3), rows)),
                                            x[1]),
                            s(4),
                            s(3));
            List<Tensor> x = Programs.random(new Random(5), f.inputTypes());
            List<Tensor> g = Interpreter.run(Plain.gradient(f), x);
            Tensor w = Programs.random(new Random(1), s(4));
            assertArrayEquals(new double[] {0, w.get(1), w.get(2), 0}, g.get(1).doubles());
            assertArrayEquals(new double[] {w.get(0), w.get(3), 0}, g.get(2).doubles());
        }
    }

    @Test
    void gradientsOfLeavesWithoutInfluenceAreZeros() {
        Program f = Programs.of((b, x) -> Programs.total(b, x[0]), s(2), s(3));
        List<Tensor> g =
                Interpreter.run(Plain.gradient(f), Programs.random(new Random(1), f.inputTypes()));
        assertArrayEquals(new double[] {1, 1}, g.get(1).doubles());
        assertArrayEquals(new double[3], g.get(2).doubles());
    }

    @Test
    void onlyScalarFloatsHaveGradients() {
        Program vector = Programs.of((b, x) -> x[0], s(2));
        assertEquals(
                "f: expected one scalar float result, found [tensor<2xf64>]",
                assertThrows(IrException.class, () -> Plain.gradient(vector)).getMessage());
    }

    @Test
    void anEquationWithoutDerivativeIsNamedWithItsPlace() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64));
        b.at(new Location("loss.mlir", 12, 31));
        int y = b.binary(BinaryFunction.NEXT_AFTER, x, b.unary(UnaryFunction.SIGN, x));
        assertEquals(
                "loss.mlir:12:31: next_after: no derivative with respect to its first operand",
                assertThrows(IrException.class, () -> Plain.gradient(b.build(y))).getMessage());
    }
}
