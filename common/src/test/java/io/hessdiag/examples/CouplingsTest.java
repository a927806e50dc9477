package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Location;
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
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equations that mix examples are named with their place and what they do. */
class CouplingsTest {
    private static final int N = 4;
    private static final String PAIRS = "combines every example with every other one";
    private static final String SUM =
            "is taken of a sum over all examples, and what comes out is no such sum";
    private static final String NOT_LINEAR =
            "is not linear in a sum over all examples that it gets";
    private static final String BATCH =
            "gives a sum over all examples, a batch statistic say, to every single example";
    private static final String OWN =
            "gives every example its own part of what is computed from the parameters";

    record Mix(String reason, ExampleRulesTest.Body body) {
        @Override
        public String toString() {
            return reason;
        }
    }

    private static Mix mix(String reason, ExampleRulesTest.Body body) {
        return new Mix(reason, body);
    }

    private static Ints i(int... values) {
        return Ints.of(values);
    }

    /** h hᵀ, [4, 4], without mixing examples: h times a constant. */
    private static int square(ProgramBuilder b, int h) {
        Shape shape = Shape.of(3, N);
        return b.emit(new Op.DotGeneral(i(), i(), i(1), i(0)), h, b.full(Programs.f64(shape), 0.5));
    }

    private static int sum(ProgramBuilder b, int h) {
        return b.sum(h, i(0));
    }

    private static int wide(ProgramBuilder b, int x) {
        return b.broadcast(x, Shape.of(N, 3), i(1));
    }

    private static int rows(ProgramBuilder b, int w) {
        return b.broadcast(w, Shape.of(3, N), i(0));
    }

    private static int indices(ProgramBuilder b) {
        return b.constant(Programs.integers(Shape.of(N, 1), 1, 0, 3, 2));
    }

    private static int scatter(ProgramBuilder b, int h) {
        ScatterDims dims = new ScatterDims(i(1), i(0), i(0), 1);
        return b.emit(new Op.Scatter(dims, Combiner.SET, true), h, indices(b), h);
    }

    private static int loop(ProgramBuilder b, int h, int w) {
        int zeros = b.full(TensorType.of(DType.F64, 3), 0);
        return b.apply(ExampleRulesTest.scan(N, Shape.of(3)), i(w, zeros, h)).get(0);
    }

    /** A carry that starts with examples and goes on with their sum. */
    private static int mixedCarry(ProgramBuilder b, int h) {
        ProgramBuilder s = new ProgramBuilder("step");
        int c = s.input(b.type(h));
        Program body = s.build(wide(s, sum(s, c)));
        return b.emit(new Op.Scan(0, 1, 2, false, body), h);
    }

    private static int untilSmall(ProgramBuilder b, int h) {
        ProgramBuilder t = new ProgramBuilder("test");
        int x = t.input(b.type(h));
        Program test =
                t.build(t.compare(Comparison.GT, Programs.total(t, x), t.scalar(DType.F64, 1)));
        ProgramBuilder s = new ProgramBuilder("step");
        int y = s.input(b.type(h));
        return b.emit(new Op.While(0, test, s.build(s.multiply(y, s.fullLike(y, 0.5)))), h);
    }

    private static int chosen(ProgramBuilder b, int h) {
        int positive = b.compare(Comparison.GT, Programs.total(b, h), b.scalar(DType.F64, 0));
        ProgramBuilder s = new ProgramBuilder("same");
        Program same = s.build(s.input(b.type(h)));
        return b.emit(new Op.Case(List.of(same, same)), b.convert(positive, DType.I32), h);
    }

    private static int counted(ProgramBuilder b, int h) {
        int positive = b.compare(Comparison.GT, h, b.fullLike(h, 0));
        int count =
                b.emit(
                        new Op.Reduce(Combiner.ADD, i(0)),
                        b.convert(positive, DType.I64),
                        b.scalar(DType.I64, 0));
        return b.convert(count, DType.F64);
    }

    static Stream<Mix> mixes() {
        WindowSpec pairs = new WindowSpec(i(0), i(2), i(1), i(1));
        return Stream.of(
                mix(
                        "reduce: takes the maximum over the examples",
                        (b, h, w) -> Programs.reduce(b, Combiner.MAXIMUM, h, -9, 0)),
                mix(
                        "reduce: takes the minimum over the examples",
                        (b, h, w) -> Programs.reduce(b, Combiner.MINIMUM, h, 9, 0)),
                mix(
                        "reduce: multiplies the examples with each other",
                        (b, h, w) -> Programs.reduce(b, Combiner.MULTIPLY, h, 1, 0)),
                mix(
                        "argmax: looks for the extreme one of the examples",
                        (b, h, w) ->
                                b.apply(new Op.ArgReduce(true, 0), ExampleRulesTest.argmax(b, h, 0))
                                        .get(0)),
                mix(
                        "reshape: arranges the examples anew, so that one axis no longer holds them"
                                + " all",
                        (b, h, w) -> b.reshape(h, Shape.of(2, 6))),
                mix(
                        "slice: takes some of the examples and leaves others",
                        (b, h, w) -> b.emit(new Op.Slice(i(1, 0), i(4, 3), i(1, 1)), h)),
                mix(
                        "concatenate: puts something beside the examples, along their axis",
                        (b, h, w) ->
                                b.emit(
                                        new Op.Concatenate(0),
                                        h,
                                        b.full(TensorType.of(DType.F64, 1, 3), 1))),
                mix(
                        "pad: shifts or pads the examples along their axis",
                        (b, h, w) ->
                                b.emit(
                                        new Op.Pad(i(1, 0), i(-1, 0), i(0, 0)),
                                        h,
                                        b.scalar(DType.F64, 0))),
                mix(
                        "reverse: reverses the order of the examples",
                        (b, h, w) -> b.emit(new Op.Reverse(i(0)), h)),
                mix(
                        "sort: puts the examples in order",
                        (b, h, w) -> b.emit(ExampleRulesTest.sort(0), h)),
                mix(
                        "windows: has windows of neighbouring examples",
                        (b, h, w) -> b.emit(new Op.Windows(pairs), h)),
                mix(
                        "fold_windows: has windows of neighbouring examples",
                        (b, h, w) ->
                                b.emit(
                                        new Op.FoldWindows(pairs, Shape.of(5, 1)),
                                        b.reshape(
                                                b.emit(new Op.Slice(i(0, 0), i(4, 2), i(1, 1)), h),
                                                Shape.of(4, 1, 2)))),
                mix(
                        "gather: reads examples by their number",
                        (b, h, w) ->
                                b.emit(
                                        new Op.Gather(new GatherDims(i(1), i(0), i(0), 1), i(1, 3)),
                                        h,
                                        indices(b))),
                mix("scatter: writes to examples by their number", (b, h, w) -> scatter(b, h)),
                mix(
                        "dot_general: " + PAIRS,
                        (b, h, w) -> b.emit(new Op.DotGeneral(i(), i(), i(1), i(1)), h, h)),
                mix(
                        "add: " + PAIRS,
                        (b, h, w) -> b.add(square(b, h), b.transpose(square(b, h), i(1, 0)))),
                mix(
                        "cholesky: takes the examples for rows or columns of one matrix",
                        (b, h, w) -> b.emit(new Op.Cholesky(), square(b, h))),
                mix(
                        "triangular_solve: takes the examples for rows or columns of one matrix",
                        (b, h, w) ->
                                b.emit(
                                        new Op.TriangularSolve(true, false, false),
                                        square(b, h),
                                        h)),
                mix(
                        "lu: takes the examples for rows or columns of one matrix",
                        (b, h, w) -> b.apply(new Op.Lu(), i(h)).get(0)),
                mix(
                        "eigh: takes the examples for rows or columns of one matrix",
                        (b, h, w) -> b.apply(new Op.Eigh(), i(square(b, h))).get(1)),
                mix(
                        "bitcast_convert: takes the examples for the bytes of one number",
                        (b, h, w) ->
                                b.convert(
                                        b.emit(
                                                new Op.Bitcast(DType.I16, DType.I64),
                                                b.transpose(b.convert(h, DType.I16), i(1, 0))),
                                        DType.F64)),
                mix("scan: goes from example to example", (b, h, w) -> loop(b, h, w)),
                mix(
                        "scan: gives a value now from each example and now from all",
                        (b, h, w) -> mixedCarry(b, h)),
                mix("compare: " + NOT_LINEAR, (b, h, w) -> untilSmall(b, h)),
                mix("compare: " + NOT_LINEAR, (b, h, w) -> chosen(b, h)),
                mix("sqrt: " + SUM, (b, h, w) -> b.unary(UnaryFunction.SQRT, sum(b, h))),
                mix("multiply: " + SUM, (b, h, w) -> b.multiply(sum(b, h), sum(b, b.negate(h)))),
                mix("divide: " + SUM, (b, h, w) -> b.divide(w, sum(b, h))),
                mix("maximum: " + SUM, (b, h, w) -> b.binary(BinaryFunction.MAXIMUM, sum(b, h), w)),
                mix(
                        "dot_general: " + NOT_LINEAR,
                        (b, h, w) ->
                                b.emit(
                                        new Op.DotGeneral(i(), i(), i(0), i(0)),
                                        sum(b, h),
                                        sum(b, h))),
                mix(
                        "reduce: " + NOT_LINEAR,
                        (b, h, w) -> Programs.reduce(b, Combiner.MAXIMUM, sum(b, h), -9, 0)),
                mix("subtract: " + BATCH, (b, h, w) -> b.subtract(h, wide(b, sum(b, h)))),
                mix(
                        "reduce: counts examples by what the parameters make of them",
                        (b, h, w) -> counted(b, h)),
                mix(
                        "reverse: " + OWN,
                        (b, h, w) ->
                                b.add(
                                        b.transpose(h, i(1, 0)),
                                        b.emit(new Op.Reverse(i(1)), rows(b, w)))));
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void isNamedWithItsPlace(Mix mix) {
        Location place = new Location("loss.mlir", 7, 3);
        ProgramBuilder b = new ProgramBuilder("loss");
        int w = b.input(TensorType.of(DType.F64, 3));
        int x = b.input(TensorType.of(DType.F64, N, 3));
        int h = b.multiply(x, wide(b, w));
        int v = mix.body().emit(b.at(place), h, w);
        Program loss = b.at(null).build(Programs.total(b, v));
        ExampleAxes.Result result = ExampleAxes.find(loss, 1, i(0));
        Coupling coupling = result.coupling().orElseThrow();
        assertEquals(mix.reason(), coupling.reason());
        assertEquals(Optional.of(place), coupling.place());
    }

    @Test
    void aParameterWithARowPerExample() {
        ProgramBuilder b = new ProgramBuilder("loss");
        int w = b.input(TensorType.of(DType.F64, N, 3));
        int x = b.input(TensorType.of(DType.F64, N, 3));
        b.at(new Location("loss.mlir", 2, 5));
        Program loss = b.build(Programs.total(b, b.multiply(w, x)));
        assertEquals(
                "loss.mlir:2:5: multiply: takes one row of a parameter for every example",
                ExampleAxes.find(loss, 1).coupling().orElseThrow().toString());
    }

    @Test
    void aLossWithoutExamples() {
        ProgramBuilder b = new ProgramBuilder("loss");
        int w = b.input(TensorType.of(DType.F64, 3));
        b.input(TensorType.of(DType.F64, N, 3));
        Program loss = b.build(Programs.total(b, w));
        assertEquals(
                "no term of the loss depends on an example",
                ExampleAxes.find(loss, 1).coupling().orElseThrow().toString());
        assertEquals(
                "no data argument has an axis with several examples",
                ExampleAxes.find(loss, 2).coupling().orElseThrow().toString());
    }
}
