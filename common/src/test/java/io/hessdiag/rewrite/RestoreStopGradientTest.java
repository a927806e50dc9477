package io.hessdiag.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ad.Gradient;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which shifts by a maximum count as invariant; a match may not change a gradient. */
class RestoreStopGradientTest {
    private static final Shape X = Shape.of(3, 3);
    private static final Op STOP = new Op.Unary(UnaryFunction.STOP_GRADIENT);

    private static long stops(Program p) {
        return p.equations().stream().filter(e -> e.op().equals(STOP)).count();
    }

    /** The number of stop_gradients put in; values and gradients must not change. */
    private static long restored(Programs.Body body) {
        Program p = Programs.weighted(body, X);
        Program after = ProgramChecker.check(Rewrites.imported(p));
        List<Tensor> x = Programs.random(new Random(9), p.inputTypes());
        assertEquals(Interpreter.run(p, x), Interpreter.run(after, x));
        Tensor before = Interpreter.run(Gradient.of(p, Ints.of(0)), x).get(1);
        Tensor now = Interpreter.run(Gradient.of(after, Ints.of(0)), x).get(1);
        Programs.assertClose(before.doubles(), now.doubles(), 1e-13, after);
        return stops(after);
    }

    private static int max(ProgramBuilder b, int x, int axis) {
        return Programs.reduce(b, Combiner.MAXIMUM, x, Double.NEGATIVE_INFINITY, axis);
    }

    /** With the max(−inf, m) that JAX prints. */
    private static int printedMax(ProgramBuilder b, int x, int axis) {
        int m = max(b, x, axis);
        return b.binary(BinaryFunction.MAXIMUM, b.fullLike(m, Double.NEGATIVE_INFINITY), m);
    }

    private static int guarded(ProgramBuilder b, int m) {
        return b.select(b.unary(UnaryFunction.IS_FINITE, m), m, b.fullLike(m, 0));
    }

    /** {@code v}, without {@code axis}, in x's shape; by way of an axis of size 1 as JAX does. */
    private static int spread(ProgramBuilder b, int v, int x, int axis) {
        Ints kept = Ints.range(b.shape(x).rank()).without(Ints.of(axis));
        Shape keep = b.shape(v).insert(axis, 1);
        return b.broadcast(b.broadcast(v, keep, kept), b.shape(x), Ints.range(b.shape(x).rank()));
    }

    private static int exp(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.EXPONENTIAL, x);
    }

    private static int log(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.LOG, x);
    }

    private static int shifted(ProgramBuilder b, int x, int m, int axis) {
        return b.subtract(x, spread(b, m, x, axis));
    }

    private static int softmax(ProgramBuilder b, int x, int m, int axis) {
        int e = exp(b, shifted(b, x, m, axis));
        return b.divide(e, spread(b, b.sum(e, Ints.of(axis)), x, axis));
    }

    private static int logSoftmax(ProgramBuilder b, int x, int m, int axis) {
        int s = shifted(b, x, m, axis);
        return b.subtract(s, spread(b, log(b, b.sum(exp(b, s), Ints.of(axis))), x, axis));
    }

    private static int logSumExp(ProgramBuilder b, int x, int shift, int added, int axis) {
        int z = b.sum(exp(b, shifted(b, x, shift, axis)), Ints.of(axis));
        return b.add(log(b, b.unary(UnaryFunction.ABS, z)), added);
    }

    @Test
    void softmaxAlongAnyAxis() {
        for (int axis = 0; axis < 2; axis++) {
            int a = axis;
            assertEquals(1, restored((b, x) -> softmax(b, x[0], max(b, x[0], a), a)));
            assertEquals(1, restored((b, x) -> softmax(b, x[0], printedMax(b, x[0], a), a)));
        }
    }

    @Test
    void logSoftmaxAlongAnyAxis() {
        for (int axis = 0; axis < 2; axis++) {
            int a = axis;
            assertEquals(1, restored((b, x) -> logSoftmax(b, x[0], printedMax(b, x[0], a), a)));
        }
    }

    @Test
    void logSumExpWithItsGuard() {
        assertEquals(
                1,
                restored(
                        (b, x) -> {
                            int m = guarded(b, printedMax(b, x[0], 1));
                            return logSumExp(b, x[0], m, m, 1);
                        }));
        assertEquals(
                1,
                restored(
                        (b, x) -> {
                            int m = max(b, x[0], 0);
                            return logSumExp(b, x[0], m, m, 0);
                        }));
    }

    @Test
    void softmaxAndLogSoftmaxOfTheSameValue() {
        assertEquals(
                1,
                restored(
                        (b, x) -> {
                            int m = printedMax(b, x[0], 1);
                            return b.add(softmax(b, x[0], m, 1), logSoftmax(b, x[0], m, 1));
                        }));
    }

    @Test
    void attentionWithAMask() {
        assertEquals(
                1,
                restored(
                        (b, x) -> {
                            int scores = Programs.matmul(b, x[0], x[0]);
                            boolean[] causal = {
                                true, false, false, true, true, false, true, true, true
                            };
                            int mask = b.constant(Tensor.of(new TensorType(DType.I1, X), causal));
                            int masked = b.select(mask, scores, b.fullLike(scores, -1e30));
                            return Programs.matmul(
                                    b, softmax(b, masked, printedMax(b, masked, 1), 1), x[0]);
                        }));
    }

    @Test
    void overTwoAxesAtOnce() {
        assertEquals(
                1,
                restored(
                        (b, x) -> {
                            int m =
                                    Programs.reduce(
                                            b,
                                            Combiner.MAXIMUM,
                                            x[0],
                                            Double.NEGATIVE_INFINITY,
                                            0,
                                            1);
                            int s = b.subtract(x[0], b.broadcast(m, X, Ints.EMPTY));
                            int z = b.sum(exp(b, s), Ints.of(0, 1));
                            return b.subtract(s, b.broadcast(log(b, z), X, Ints.EMPTY));
                        }));
    }

    @Test
    void aMaximumAlongAnotherAxis() {
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int e = exp(b, shifted(b, x[0], max(b, x[0], 0), 0));
                            return b.divide(e, spread(b, b.sum(e, Ints.of(1)), x[0], 1));
                        }));
    }

    @Test
    void aTransposedBroadcast() {
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int e =
                                    exp(
                                            b,
                                            b.subtract(
                                                    x[0],
                                                    b.broadcast(max(b, x[0], 1), X, Ints.of(1))));
                            return b.divide(e, spread(b, b.sum(e, Ints.of(1)), x[0], 1));
                        }));
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int e = exp(b, shifted(b, x[0], max(b, x[0], 1), 1));
                            return b.divide(e, b.broadcast(b.sum(e, Ints.of(1)), X, Ints.of(1)));
                        }));
    }

    @Test
    void theShiftedValueUsedElsewhere() {
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int m = max(b, x[0], 1);
                            return b.add(
                                    softmax(b, x[0], m, 1),
                                    b.unary(UnaryFunction.TANH, shifted(b, x[0], m, 1)));
                        }));
    }

    @Test
    void theMaximumUsedElsewhere() {
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int m = max(b, x[0], 1);
                            return b.multiply(softmax(b, x[0], m, 1), spread(b, m, x[0], 1));
                        }));
    }

    @Test
    void theExponentialUsedElsewhere() {
        assertEquals(0, restored((b, x) -> exp(b, shifted(b, x[0], max(b, x[0], 1), 1))));
    }

    @Test
    void aScaledSum() {
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int e = exp(b, shifted(b, x[0], max(b, x[0], 1), 1));
                            int z = b.sum(e, Ints.of(1));
                            return b.divide(e, spread(b, b.multiply(z, z), x[0], 1));
                        }));
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int e = exp(b, shifted(b, x[0], max(b, x[0], 1), 1));
                            int z = b.sum(e, Ints.of(1));
                            return b.divide(e, spread(b, b.add(z, b.fullLike(z, 0.1)), x[0], 1));
                        }));
    }

    @Test
    void aSumThatDoesNotStartAtZero() {
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int e = exp(b, shifted(b, x[0], max(b, x[0], 1), 1));
                            return b.divide(
                                    e,
                                    spread(
                                            b,
                                            Programs.reduce(b, Combiner.ADD, e, 0.5, 1),
                                            x[0],
                                            1));
                        }));
    }

    @Test
    void aLogarithmThatDoesNotGetItsShiftBack() {
        assertEquals(
                0,
                restored(
                        (b, x) ->
                                log(
                                        b,
                                        b.sum(
                                                exp(b, shifted(b, x[0], max(b, x[0], 1), 1)),
                                                Ints.of(1)))));
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int m = max(b, x[0], 1);
                            return logSumExp(b, x[0], m, b.multiply(m, b.fullLike(m, 2)), 1);
                        }));
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int m = max(b, x[0], 1);
                            return logSumExp(b, x[0], m, b.unary(UnaryFunction.COSINE, m), 1);
                        }));
    }

    @Test
    void aShiftThatIsGuardedInOnePlaceOnly() {
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int m = max(b, x[0], 1);
                            int top = b.binary(BinaryFunction.MAXIMUM, m, b.fullLike(m, 0.5));
                            return logSumExp(b, x[0], top, m, 1);
                        }));
        assertEquals(
                0,
                restored(
                        (b, x) -> {
                            int m = max(b, x[0], 1);
                            boolean[] some = {true, false, true};
                            int p = b.constant(Tensor.of(TensorType.of(DType.I1, 3), some));
                            return logSumExp(b, x[0], m, b.select(p, m, b.fullLike(m, 0)), 1);
                        }));
    }

    @Test
    void aMaximumOfAnotherValue() {
        assertEquals(
                0,
                restored(
                        (b, x) ->
                                softmax(b, x[0], max(b, b.unary(UnaryFunction.TANH, x[0]), 1), 1)));
    }

    @Test
    void aMinimum() {
        assertEquals(
                0,
                restored(
                        (b, x) ->
                                softmax(
                                        b,
                                        x[0],
                                        Programs.reduce(
                                                b,
                                                Combiner.MINIMUM,
                                                x[0],
                                                Double.POSITIVE_INFINITY,
                                                1),
                                        1)));
    }

    @Test
    void valuesThatAreResults() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(Programs.f64(X));
        int m = max(b, x, 1);
        int y = softmax(b, x, m, 1);
        int s = shifted(b, x, m, 1);
        assertEquals(1, stops(Rewrites.imported(b.build(y))));
        for (int extra : new int[] {m, s, exp(b, s), b.sum(exp(b, s), Ints.of(1))}) {
            assertEquals(0, stops(Rewrites.imported(b.build(y, extra))));
        }
    }

    @Test
    void diamondsOfGuardsAreFollowedOnce() {
        Program p =
                Programs.weighted(
                        (b, x) -> {
                            int m = max(b, x[0], 1);
                            int v = m;
                            for (int i = 0; i < 200; i++) {
                                int kept =
                                        b.binary(BinaryFunction.MAXIMUM, v, b.fullLike(v, -9 - i));
                                v = b.select(b.unary(UnaryFunction.IS_FINITE, v), kept, v);
                            }
                            int finite = spread(b, b.unary(UnaryFunction.IS_FINITE, v), x[0], 1);
                            return b.select(finite, softmax(b, x[0], m, 1), x[0]);
                        },
                        X);
        assertEquals(1, stops(Rewrites.imported(p)));
    }
}
