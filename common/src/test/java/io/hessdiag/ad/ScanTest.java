package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.assertClose;
import static io.hessdiag.ir.Programs.f64;
import static io.hessdiag.ir.Programs.matmul;
import static io.hessdiag.ir.Programs.total;
import static io.hessdiag.ir.Programs.weightedSum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of loops against those of the same steps written out one after another. */
class ScanTest {
    /** Adds a loop to a program: as it is, or written out. */
    private interface Looper {
        Ints loop(ProgramBuilder b, Op.Scan scan, int... operands);
    }

    private static Ints asLoop(ProgramBuilder b, Op.Scan scan, int... operands) {
        return b.apply(scan, Ints.of(operands));
    }

    private static Ints written(ProgramBuilder b, Op.Scan scan, int... operands) {
        Ints in = Ints.of(operands);
        int rows = scan.constants() + scan.carries();
        Ints carries = in.pick(Ints.range(scan.constants(), rows));
        int ys = scan.body().outputs().size() - scan.carries();
        int[][] parts = new int[ys][scan.length()];
        for (int step = 0; step < scan.length(); step++) {
            int t = scan.reverse() ? scan.length() - 1 - step : step;
            Ints arguments = in.pick(Ints.range(scan.constants())).concat(carries);
            for (int i = rows; i < in.size(); i++) {
                Ints dims = b.shape(in.get(i)).dims();
                int row =
                        b.emit(
                                new Op.Slice(
                                        Ints.repeat(0, dims.size()).with(0, t),
                                        dims.with(0, t + 1),
                                        Ints.repeat(1, dims.size())),
                                in.get(i));
                arguments =
                        arguments.append(b.reshape(row, scan.body().inputTypes().get(i).shape()));
            }
            Ints out = b.inline(scan.body(), arguments);
            carries = out.pick(Ints.range(scan.carries()));
            for (int i = 0; i < ys; i++) {
                int y = out.get(scan.carries() + i);
                parts[i][t] = b.reshape(y, b.shape(y).prepend(1));
            }
        }
        for (int[] part : parts) {
            carries = carries.append(b.emit(new Op.Concatenate(0), part));
        }
        return carries;
    }

    private interface Step {
        Ints emit(ProgramBuilder b, int... inputs);
    }

    private static Program body(Step step, TensorType... inputs) {
        ProgramBuilder b = new ProgramBuilder("body");
        int[] in = Stream.of(inputs).mapToInt(b::input).toArray();
        return ProgramChecker.check(b.build(step.emit(b, in)));
    }

    private static TensorType t(int... dims) {
        return f64(Shape.of(dims));
    }

    private static Shape s(int... dims) {
        return Shape.of(dims);
    }

    private static int tanh(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.TANH, x);
    }

    private static int sigmoid(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.LOGISTIC, x);
    }

    private static int sum(ProgramBuilder b, Ints values) {
        Random random = new Random(4);
        int sum = b.scalar(DType.F64, 0);
        for (int i = 0; i < values.size(); i++) {
            if (b.type(values.get(i)).dtype().isFloat()) {
                sum = b.add(sum, weightedSum(b, tanh(b, values.get(i)), random));
            }
        }
        return sum;
    }

    /** (W, U, h, x) → (tanh(h W + x U), h²). */
    private static Program rnn() {
        return body(
                (b, v) -> {
                    int h = tanh(b, b.add(matmul(b, v[2], v[0]), matmul(b, v[3], v[1])));
                    return Ints.of(h, b.multiply(h, v[2]));
                },
                t(3, 3),
                t(2, 3),
                t(2, 3),
                t(2, 2));
    }

    private static Arguments of(
            String name, Function<Looper, Programs.Body> body, Shape... leaves) {
        return arguments(name, body, List.of(leaves));
    }

    private static Function<Looper, Programs.Body> all(Op.Scan scan) {
        return l -> (b, in) -> sum(b, l.loop(b, scan, in));
    }

    static Stream<Arguments> loops() {
        Shape[] rnn = {s(3, 3), s(2, 3), s(2, 3), s(5, 2, 2)};
        Op.Scan forward = new Op.Scan(2, 1, 5, false, rnn());
        Op.Scan backward = new Op.Scan(2, 1, 5, true, rnn());
        return Stream.of(
                of("recurrent layer", all(forward), rnn),
                of("reversed recurrent layer", all(backward), rnn),
                of(
                        "last state alone",
                        l -> (b, in) -> sum(b, l.loop(b, forward, in).pick(Ints.of(0))),
                        rnn),
                of(
                        "per-step outputs alone",
                        l -> (b, in) -> sum(b, l.loop(b, forward, in).pick(Ints.of(1))),
                        rnn),
                of(
                        "a single step",
                        l -> (b, in) -> sum(b, l.loop(b, new Op.Scan(2, 1, 1, false, rnn()), in)),
                        s(3, 3),
                        s(2, 3),
                        s(2, 3),
                        s(1, 2, 2)),
                of(
                        "constants that do not move",
                        l ->
                                (b, in) ->
                                        sum(
                                                b,
                                                l.loop(
                                                        b,
                                                        forward,
                                                        b.constant(
                                                                Programs.random(
                                                                        new Random(1), s(3, 3))),
                                                        b.constant(
                                                                Programs.random(
                                                                        new Random(2), s(2, 3))),
                                                        in[0],
                                                        in[1])),
                        s(2, 3),
                        s(5, 2, 2)),
                of(
                        "tangents in the rows alone",
                        l ->
                                (b, in) ->
                                        sum(
                                                b,
                                                l.loop(
                                                        b,
                                                        forward,
                                                        b.full(t(3, 3), 0.3),
                                                        b.full(t(2, 3), 0.2),
                                                        b.full(t(2, 3), 0.1),
                                                        in[0])),
                        s(5, 2, 2)),
                of(
                        "tangents in the start alone",
                        l ->
                                (b, in) ->
                                        sum(
                                                b,
                                                l.loop(
                                                        b,
                                                        forward,
                                                        b.full(t(3, 3), 0.3),
                                                        b.full(t(2, 3), 0.2),
                                                        in[0],
                                                        b.full(t(5, 2, 2), 0.1))),
                        s(2, 3)),
                of(
                        "tangents in a weight alone",
                        l ->
                                (b, in) ->
                                        sum(
                                                b,
                                                l.loop(
                                                        b,
                                                        forward,
                                                        in[0],
                                                        b.full(t(2, 3), 0.2),
                                                        b.full(t(2, 3), 0.1),
                                                        b.full(t(5, 2, 2), 0.1))),
                        s(3, 3)),
                of(
                        "weights shared with the outside",
                        l ->
                                (b, in) -> {
                                    Ints out =
                                            l.loop(b, forward, tanh(b, in[0]), in[1], in[2], in[3]);
                                    return sum(b, out.append(matmul(b, out.get(0), in[0])));
                                },
                        rnn),
                of(
                        "two layers over each other",
                        l ->
                                (b, in) -> {
                                    int ys = l.loop(b, forward, in[0], in[1], in[2], in[3]).get(1);
                                    int xs =
                                            b.emit(
                                                    new Op.Slice(
                                                            i(0, 0, 0), i(5, 2, 2), i(1, 1, 1)),
                                                    ys);
                                    return sum(b, l.loop(b, backward, in[0], in[1], in[2], xs));
                                },
                        rnn),
                of(
                        "gated cell",
                        all(new Op.Scan(2, 2, 4, false, lstm())),
                        s(3, 12),
                        s(2, 12),
                        s(2, 3),
                        s(2, 3),
                        s(4, 2, 2)),
                of(
                        "no carries",
                        all(
                                new Op.Scan(
                                        1,
                                        0,
                                        3,
                                        false,
                                        body(
                                                (b, v) -> Ints.of(tanh(b, matmul(b, v[1], v[0]))),
                                                t(2, 2),
                                                t(3, 2)))),
                        s(2, 2),
                        s(3, 3, 2)),
                of(
                        "carries only",
                        all(
                                new Op.Scan(
                                        1,
                                        1,
                                        6,
                                        false,
                                        body(
                                                (b, v) -> Ints.of(tanh(b, matmul(b, v[1], v[0]))),
                                                t(2, 2),
                                                t(3, 2)))),
                        s(2, 2),
                        s(3, 2)),
                of(
                        "carries that swap",
                        all(
                                new Op.Scan(
                                        0,
                                        3,
                                        5,
                                        false,
                                        body(
                                                (b, v) ->
                                                        Ints.of(
                                                                v[1],
                                                                v[2],
                                                                b.multiply(tanh(b, v[0]), v[3])),
                                                t(2),
                                                t(2),
                                                t(2),
                                                t(2)))),
                        s(2),
                        s(2),
                        s(2),
                        s(5, 2)),
                of(
                        "a carry that moves from the third step on",
                        l ->
                                (b, in) ->
                                        sum(
                                                b,
                                                l.loop(
                                                        b,
                                                        new Op.Scan(
                                                                0,
                                                                3,
                                                                5,
                                                                false,
                                                                body(
                                                                        (c, v) ->
                                                                                Ints.of(
                                                                                        v[1],
                                                                                        v[2],
                                                                                        c.multiply(
                                                                                                tanh(
                                                                                                        c,
                                                                                                        v[
                                                                                                                2]),
                                                                                                v[
                                                                                                        3])),
                                                                        t(2),
                                                                        t(2),
                                                                        t(2),
                                                                        t(2))),
                                                        b.full(t(2), 1),
                                                        b.full(t(2), 2),
                                                        b.full(t(2), 3),
                                                        in[0])),
                        s(5, 2)),
                of(
                        "invariant work",
                        all(
                                new Op.Scan(
                                        1,
                                        1,
                                        4,
                                        false,
                                        body(
                                                (b, v) ->
                                                        Ints.of(
                                                                b.multiply(
                                                                        b.unary(
                                                                                UnaryFunction
                                                                                        .EXPONENTIAL,
                                                                                b.multiply(
                                                                                        v[0],
                                                                                        v[0])),
                                                                        tanh(
                                                                                b,
                                                                                b.add(
                                                                                        v[1],
                                                                                        v[2])))),
                                                t(2),
                                                t(2),
                                                t(2)))),
                        s(2),
                        s(2),
                        s(4, 2)),
                of(
                        "an integer carry",
                        l ->
                                (b, in) ->
                                        sum(
                                                b,
                                                l.loop(
                                                        b,
                                                        new Op.Scan(1, 2, 4, false, counting()),
                                                        in[0],
                                                        b.scalar(DType.I32, 0),
                                                        in[1])),
                        s(2),
                        s(2)),
                of(
                        "integer rows",
                        l ->
                                (b, in) ->
                                        sum(
                                                b,
                                                l.loop(
                                                        b,
                                                        new Op.Scan(
                                                                1,
                                                                1,
                                                                4,
                                                                true,
                                                                body(
                                                                        (c, v) ->
                                                                                Ints.of(
                                                                                        tanh(
                                                                                                c,
                                                                                                c
                                                                                                        .multiply(
                                                                                                                c
                                                                                                                        .add(
                                                                                                                                v[
                                                                                                                                        1],
                                                                                                                                c
                                                                                                                                        .broadcast(
                                                                                                                                                c
                                                                                                                                                        .convert(
                                                                                                                                                                v[
                                                                                                                                                                        2],
                                                                                                                                                                DType
                                                                                                                                                                        .F64),
                                                                                                                                                s(
                                                                                                                                                        2),
                                                                                                                                                i())),
                                                                                                                v[
                                                                                                                        0]))),
                                                                        t(2),
                                                                        t(2),
                                                                        TensorType.of(DType.I64))),
                                                        in[0],
                                                        in[1],
                                                        b.emit(
                                                                new Op.Iota(
                                                                        TensorType.of(DType.I64, 4),
                                                                        0)))),
                        s(2),
                        s(2)),
                of(
                        "a loop in a loop",
                        l -> (b, in) -> sum(b, l.loop(b, nested(l), in)),
                        s(2, 2),
                        s(2),
                        s(3, 4, 2)),
                of(
                        "an invariant loop in a loop",
                        l ->
                                (b, in) ->
                                        sum(
                                                b,
                                                l.loop(
                                                        b,
                                                        new Op.Scan(
                                                                1,
                                                                1,
                                                                3,
                                                                false,
                                                                body(
                                                                        (c, v) ->
                                                                                Ints.of(
                                                                                        c.multiply(
                                                                                                v[
                                                                                                        1],
                                                                                                l.loop(
                                                                                                                c,
                                                                                                                new Op
                                                                                                                        .Scan(
                                                                                                                        0,
                                                                                                                        1,
                                                                                                                        3,
                                                                                                                        false,
                                                                                                                        body(
                                                                                                                                (d,
                                                                                                                                        w) ->
                                                                                                                                        Ints
                                                                                                                                                .of(
                                                                                                                                                        tanh(
                                                                                                                                                                d,
                                                                                                                                                                d
                                                                                                                                                                        .multiply(
                                                                                                                                                                                w[
                                                                                                                                                                                        0],
                                                                                                                                                                                w[
                                                                                                                                                                                        0]))),
                                                                                                                                t(
                                                                                                                                        2))),
                                                                                                                v[
                                                                                                                        0])
                                                                                                        .get(
                                                                                                                0))),
                                                                        t(2),
                                                                        t(2))),
                                                        in)),
                        s(2),
                        s(2)),
                of(
                        "a result that is passed on",
                        all(
                                new Op.Scan(
                                        1,
                                        1,
                                        3,
                                        false,
                                        body(
                                                (b, v) -> Ints.of(v[1], v[0], v[2], v[1]),
                                                t(2),
                                                t(2),
                                                t(2)))),
                        s(2),
                        s(2),
                        s(3, 2)),
                of(
                        "rows that nobody reads",
                        all(
                                new Op.Scan(
                                        1,
                                        1,
                                        3,
                                        false,
                                        body(
                                                (b, v) -> Ints.of(b.multiply(v[0], v[1])),
                                                t(2),
                                                t(2),
                                                t(2)))),
                        s(2),
                        s(2),
                        s(3, 2)));
    }

    private static Ints i(int... values) {
        return Ints.of(values);
    }

    /** (W, U, c, h, x) → (c′, h′, h′). */
    private static Program lstm() {
        return body(
                (b, v) -> {
                    int z = b.add(matmul(b, v[3], v[0]), matmul(b, v[4], v[1]));
                    int[] g = new int[4];
                    for (int k = 0; k < 4; k++) {
                        g[k] = b.emit(new Op.Slice(i(0, 3 * k), i(2, 3 * k + 3), i(1, 1)), z);
                    }
                    int c =
                            b.add(
                                    b.multiply(sigmoid(b, g[0]), v[2]),
                                    b.multiply(sigmoid(b, g[1]), tanh(b, g[2])));
                    int h = b.multiply(sigmoid(b, g[3]), tanh(b, c));
                    return Ints.of(c, h, h);
                },
                t(3, 12),
                t(2, 12),
                t(2, 3),
                t(2, 3),
                t(2, 2));
    }

    /** (w, n, h) → (n + 1, n even ? tanh(w h) : n w h). */
    private static Program counting() {
        return body(
                (b, v) -> {
                    int one = b.scalar(DType.I32, 1);
                    int even =
                            b.compare(
                                    Comparison.EQ,
                                    b.emit(
                                            new Op.Binary(io.hessdiag.ir.BinaryFunction.AND),
                                            v[1],
                                            one),
                                    b.scalar(DType.I32, 0));
                    int n = b.broadcast(b.convert(v[1], DType.F64), s(2), i());
                    int wh = b.multiply(v[0], v[2]);
                    return Ints.of(
                            b.add(v[1], one), b.select(even, tanh(b, wh), b.multiply(n, wh)));
                },
                t(2),
                TensorType.of(DType.I32),
                t(2));
    }

    /** (W, h, xs) with an inner loop over the rows of each xs. */
    private static Op.Scan nested(Looper l) {
        Program inner =
                body(
                        (b, v) -> {
                            int h = tanh(b, b.add(matmul(b, v[1], v[0]), v[2]));
                            return Ints.of(h, b.multiply(h, v[2]));
                        },
                        t(2, 2),
                        t(2),
                        t(2));
        return new Op.Scan(
                1,
                1,
                3,
                false,
                body(
                        (b, v) -> {
                            Ints out =
                                    l.loop(b, new Op.Scan(1, 1, 4, true, inner), v[0], v[1], v[2]);
                            return Ints.of(b.multiply(out.get(0), v[1]), out.get(1));
                        },
                        t(2, 2),
                        t(2),
                        t(4, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("loops")
    void derivativesAreThoseOfTheStepsWrittenOut(
            String name, Function<Looper, Programs.Body> body, List<Shape> leaves) {
        Shape[] shapes = leaves.toArray(Shape[]::new);
        Program loop = Programs.of(body.apply(ScanTest::asLoop), shapes);
        Program steps = Programs.of(body.apply(ScanTest::written), shapes);
        assertTrue(loop.equations().stream().anyMatch(e -> e.op() instanceof Op.Scan));
        List<Tensor> x = Programs.random(new Random(8), loop.inputTypes());
        Program gradient = Plain.gradient(loop);
        Program simple = ProgramChecker.check(Rewrites.simplify(gradient));
        Program expected = Plain.gradient(steps);
        List<Tensor> values = Interpreter.run(expected, x);
        for (Program g : List.of(gradient, simple)) {
            List<Tensor> found = Interpreter.run(g, x);
            List<Tensor> compiled = Executable.compile(g).run(x);
            for (int i = 0; i < values.size(); i++) {
                assertClose(values.get(i).doubles(), found.get(i).doubles(), 1e-12, g);
                assertClose(values.get(i).doubles(), compiled.get(i).doubles(), 1e-12, g);
            }
        }
        for (int leaf = 0; leaf < shapes.length; leaf++) {
            double[] plain = Plain.diagonal(expected, leaf, x);
            assertClose(plain, Plain.diagonal(gradient, leaf, x), 1e-12, gradient);
            int k = shapes[leaf].size() + 1;
            double[] wrapped = java.util.Arrays.copyOf(plain, k);
            wrapped[k - 1] = plain[0];
            for (Program g : List.of(gradient, simple)) {
                Program d = ProgramChecker.check(Diagonal.of(g, leaf, 1 + leaf, k));
                assertClose(wrapped, Plain.batched(d, shapes[leaf], k, 0, x), 1e-12, d);
                Program e = ProgramChecker.check(Rewrites.simplify(d));
                assertClose(wrapped, Plain.batched(e, shapes[leaf], k, 0, x), 1e-12, e);
            }
        }
    }

    @Test
    void noStepsPassTheStartOn() {
        Program loss =
                Programs.of(
                        (b, in) -> {
                            Ints out = asLoop(b, new Op.Scan(2, 1, 0, false, rnn()), in);
                            assertEquals(s(0, 2, 3), b.shape(out.get(1)));
                            return b.add(
                                    total(b, b.multiply(out.get(0), out.get(0))),
                                    total(b, out.get(1)));
                        },
                        s(3, 3),
                        s(2, 3),
                        s(2, 3),
                        s(0, 2, 2));
        List<Tensor> x = Programs.random(new Random(8), loss.inputTypes());
        Program gradient = Plain.gradient(loss);
        assertClose(
                java.util.Arrays.stream(x.get(2).doubles()).map(v -> 2 * v).toArray(),
                Interpreter.run(gradient, x).get(3).doubles(),
                1e-15,
                gradient);
        Program d = ProgramChecker.check(Diagonal.of(gradient, 2, 3, 6));
        assertClose(new double[] {2, 2, 2, 2, 2, 2}, Plain.batched(d, s(2, 3), 6, 0, x), 1e-15, d);
        Program w = ProgramChecker.check(Diagonal.of(gradient, 0, 1, 2));
        assertClose(new double[2], Plain.batched(w, s(3, 3), 2, 0, x), 1e-15, w);
    }

    @Test
    void sizeDoesNotDependOnTheSteps() {
        int[] sizes = new int[2];
        for (int i = 0; i < 2; i++) {
            int length = i == 0 ? 50 : 1000;
            Program loss =
                    Programs.of(
                            (b, in) ->
                                    sum(b, asLoop(b, new Op.Scan(2, 1, length, false, rnn()), in)),
                            s(3, 3),
                            s(2, 3),
                            s(2, 3),
                            s(length, 2, 2));
            sizes[i] =
                    equations(
                            Rewrites.simplify(
                                    Diagonal.of(Rewrites.simplify(Plain.gradient(loss)), 0, 1, 4)));
        }
        assertEquals(sizes[0], sizes[1]);
    }

    @Test
    void everyLevelOfNestingIsRunOnceForItsValueAndOncePerDerivative() {
        int[] sizes = new int[4];
        for (int depth = 1; depth <= sizes.length; depth++) {
            Program body = body((b, v) -> Ints.of(tanh(b, b.multiply(v[0], v[1]))), t(2), t(2));
            for (int level = 1; level < depth; level++) {
                Program inner = body;
                body =
                        body(
                                (b, v) -> asLoop(b, new Op.Scan(1, 1, 50, false, inner), v),
                                t(2),
                                t(2));
            }
            Op.Scan outer = new Op.Scan(1, 1, 50, false, body);
            Program loss = Programs.of((b, in) -> sum(b, asLoop(b, outer, in)), s(2), s(2));
            sizes[depth - 1] =
                    scans(
                            Rewrites.simplify(
                                    Diagonal.of(Rewrites.simplify(Plain.gradient(loss)), 0, 1, 4)));
        }
        for (int depth = 2; depth <= sizes.length; depth++) {
            assertEquals(
                    depth * sizes[0],
                    sizes[depth - 1],
                    () -> "loops per depth " + java.util.Arrays.toString(sizes));
        }
    }

    private static int scans(Program p) {
        return p.equations().stream()
                .mapToInt(e -> e.op() instanceof Op.Scan s ? 1 + scans(s.body()) : 0)
                .sum();
    }

    /** With those of the bodies. */
    private static int equations(Program p) {
        return p.equations().stream()
                .mapToInt(e -> e.op() instanceof Op.Scan s ? 1 + equations(s.body()) : 1)
                .sum();
    }

    @Test
    void aLoopThatDependsOnTheDataHasNoReverseDerivative() {
        Program condition =
                body(
                        (b, v) -> Ints.of(b.compare(Comparison.LT, v[0], b.scalar(DType.F64, 10))),
                        t());
        Program twice = body((b, v) -> Ints.of(b.add(v[0], v[0])), t());
        Program loss = Programs.of((b, in) -> b.emit(new Op.While(0, condition, twice), in), s());
        assertEquals(12, Programs.value(loss, 3), 0);
        IrException e = assertThrows(IrException.class, () -> Plain.gradient(loss));
        assertEquals(
                "while: the number of steps is not a constant of the program, so the loop has no"
                    + " reverse derivative; write it as lax.scan or fori_loop with fixed bounds, or"
                    + " export grad.mlir",
                e.getMessage());
    }
}
