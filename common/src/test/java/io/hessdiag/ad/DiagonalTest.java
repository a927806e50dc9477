package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.assertClose;
import static io.hessdiag.ir.Programs.dot;
import static io.hessdiag.ir.Programs.integers;
import static io.hessdiag.ir.Programs.matmul;
import static io.hessdiag.ir.Programs.reduce;
import static io.hessdiag.ir.Programs.total;
import static io.hessdiag.ir.Programs.trailing;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.rewrite.Rewrites;
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

/** {@link Diagonal} against forward over reverse one basis direction at a time. */
class DiagonalTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource({"dense", "tied", "structural", "contractions", "losses", "blocks"})
    void diagonalOf(String name, Programs.Body body, List<Shape> shapes) {
        Program loss = Programs.of(body, shapes.toArray(Shape[]::new));
        Program gradient = Plain.gradient(loss);
        List<Tensor> x = Programs.random(new Random(11), loss.inputTypes());
        for (int leaf = 0; leaf < shapes.size(); leaf++) {
            Shape shape = shapes.get(leaf);
            double[] all = Plain.diagonal(gradient, leaf, x);
            for (int k : new int[] {1, shape.size(), shape.size() + 2}) {
                Program diagonal = ProgramChecker.check(Diagonal.of(gradient, leaf, 1 + leaf, k));
                int start = k == 1 ? shape.size() - 1 : 0;
                double[] expected = new double[k];
                for (int i = 0; i < k; i++) {
                    expected[i] = all[(start + i) % all.length];
                }
                double[] found = Plain.batched(diagonal, shape, k, start, x);
                assertClose(expected, found, 1e-11, "leaf " + leaf + " of " + loss);
            }
        }
    }

    private static Arguments of(String name, Programs.Body body, Shape... shapes) {
        return arguments(name, body, List.of(shapes));
    }

    private static Shape s(int... dims) {
        return Shape.of(dims);
    }

    private static Ints i(int... values) {
        return Ints.of(values);
    }

    private static int tanh(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.TANH, x);
    }

    /** A nonlinear scalar of any value: Σ w ∘ tanh v. */
    private static int end(ProgramBuilder b, int v) {
        return Programs.weightedSum(b, tanh(b, v), new Random(5));
    }

    private static int data(ProgramBuilder b, int... dims) {
        return b.constant(Programs.random(new Random(3), s(dims)));
    }

    private static int addBias(ProgramBuilder b, int x, int bias) {
        return b.add(x, trailing(b, bias, b.shape(x)));
    }

    private static int scale(ProgramBuilder b, int x, int factor) {
        return b.multiply(x, trailing(b, factor, b.shape(x)));
    }

    /** Along the last axis. */
    private static int logSoftmax(ProgramBuilder b, int x) {
        int axis = b.shape(x).rank() - 1;
        Ints kept = Ints.range(axis);
        int max =
                b.broadcast(
                        b.unary(
                                UnaryFunction.STOP_GRADIENT,
                                reduce(b, Combiner.MAXIMUM, x, Double.NEGATIVE_INFINITY, axis)),
                        b.shape(x),
                        kept);
        int shifted = b.subtract(x, max);
        int sum = b.sum(b.unary(UnaryFunction.EXPONENTIAL, shifted), i(axis));
        return b.subtract(shifted, b.broadcast(b.unary(UnaryFunction.LOG, sum), b.shape(x), kept));
    }

    private static int softmax(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.EXPONENTIAL, logSoftmax(b, x));
    }

    /** Mean over rows of −log p of the class that {@code labels} names. */
    private static int crossEntropy(ProgramBuilder b, int logits, long... labels) {
        long[] at = new long[2 * labels.length];
        for (int n = 0; n < labels.length; n++) {
            at[2 * n] = n;
            at[2 * n + 1] = labels[n];
        }
        GatherDims dims = new GatherDims(Ints.EMPTY, i(0, 1), i(0, 1), 1);
        int picked =
                b.emit(
                        new Op.Gather(dims, i(1, 1)),
                        logSoftmax(b, logits),
                        b.constant(integers(s(labels.length, 2), at)));
        return b.divide(total(b, picked), b.scalar(DType.F64, -labels.length));
    }

    static Stream<Arguments> dense() {
        return Stream.of(
                of(
                        "two layers",
                        (b, p) ->
                                crossEntropy(
                                        b,
                                        addBias(
                                                b,
                                                matmul(
                                                        b,
                                                        tanh(
                                                                b,
                                                                addBias(
                                                                        b,
                                                                        matmul(
                                                                                b,
                                                                                data(b, 4, 3),
                                                                                p[0]),
                                                                        p[1])),
                                                        p[2]),
                                                p[3]),
                                        0,
                                        2,
                                        1,
                                        1),
                        s(3, 5),
                        s(5),
                        s(5, 3),
                        s(3)),
                of(
                        "scale between layers",
                        (b, p) ->
                                end(
                                        b,
                                        matmul(
                                                b,
                                                scale(
                                                        b,
                                                        tanh(b, matmul(b, data(b, 4, 3), p[0])),
                                                        p[1]),
                                                p[2])),
                        s(3, 2),
                        s(2),
                        s(2, 2)),
                of(
                        "residual",
                        (b, p) -> {
                            int h = data(b, 2, 3);
                            h = b.add(h, tanh(b, matmul(b, h, p[0])));
                            return end(b, b.add(h, tanh(b, matmul(b, h, p[1]))));
                        },
                        s(3, 3),
                        s(3, 3)),
                of("quadratic", (b, p) -> total(b, b.multiply(p[0], p[0])), s(2, 3)),
                of(
                        "the gradient is the leaf itself",
                        (b, p) ->
                                b.divide(total(b, b.multiply(p[0], p[0])), b.scalar(DType.F64, 2)),
                        s(4)),
                of(
                        "scalar leaf",
                        (b, p) ->
                                end(b, b.multiply(data(b, 3), b.broadcast(p[0], s(3), Ints.EMPTY))),
                        s()),
                of("no influence", (b, p) -> end(b, p[0]), s(3), s(2, 2)),
                of("linear", (b, p) -> Programs.weightedSum(b, p[0], new Random(1)), s(2, 3)),
                of(
                        "linear beside another leaf",
                        (b, p) -> total(b, b.multiply(p[0], tanh(b, p[1]))),
                        s(3),
                        s(3)),
                of(
                        "leaf of rank 4",
                        (b, p) -> end(b, dot(b, p[0], data(b, 2, 3), i(1, 2), i(0, 1))),
                        s(2, 2, 3, 2)));
    }

    static Stream<Arguments> tied() {
        return Stream.of(
                of(
                        "x W W",
                        (b, p) -> end(b, matmul(b, matmul(b, data(b, 2, 3), p[0]), p[0])),
                        s(3, 3)),
                of(
                        "W and its transpose",
                        (b, p) ->
                                end(
                                        b,
                                        matmul(
                                                b,
                                                tanh(b, matmul(b, data(b, 2, 3), p[0])),
                                                b.transpose(p[0], i(1, 0)))),
                        s(3, 4)),
                of("W times W", (b, p) -> end(b, matmul(b, p[0], p[0])), s(3, 3)),
                of(
                        "W times its transpose",
                        (b, p) -> end(b, dot(b, p[0], p[0], i(1), i(1))),
                        s(2, 3)),
                of(
                        "W plus its transpose",
                        (b, p) -> end(b, b.add(p[0], b.transpose(p[0], i(1, 0)))),
                        s(3, 3)),
                of(
                        "W by rows and by columns",
                        (b, p) -> b.add(end(b, b.sum(p[0], i(0))), end(b, b.sum(p[0], i(1)))),
                        s(3, 3)),
                of(
                        "element-wise and in a product",
                        (b, p) -> b.add(end(b, p[0]), end(b, matmul(b, data(b, 2, 3), p[0]))),
                        s(3, 2)),
                of(
                        "recurrence",
                        (b, p) -> {
                            int h = data(b, 2, 3);
                            for (int t = 0; t < 4; t++) {
                                h = tanh(b, addBias(b, matmul(b, h, p[0]), p[1]));
                            }
                            return total(b, h);
                        },
                        s(3, 3),
                        s(3)),
                of(
                        "batch and contraction over the same leaf",
                        (b, p) ->
                                end(
                                        b,
                                        b.emit(
                                                new Op.DotGeneral(i(0), i(1), i(1), i(0)),
                                                p[0],
                                                p[0])),
                        s(3, 3)));
    }

    private static Programs.Body after(Programs.Body body) {
        return (b, p) -> end(b, body.emit(b, p));
    }

    static Stream<Arguments> structural() {
        GatherDims rows = new GatherDims(i(2), i(0), i(0), 2);
        return Stream.of(
                of("flattened", after((b, p) -> b.reshape(p[0], s(6))), s(2, 3)),
                of(
                        "split and joined",
                        after(
                                (b, p) ->
                                        b.multiply(
                                                b.reshape(p[0], s(3, 2, 2)),
                                                b.reshape(p[0], s(3, 2, 2)))),
                        s(3, 4)),
                of(
                        "reshaped across axes",
                        after(
                                (b, p) ->
                                        matmul(
                                                b,
                                                b.reshape(p[0], s(3, 2)),
                                                b.reshape(p[0], s(2, 3)))),
                        s(2, 3)),
                of(
                        "transposed",
                        after((b, p) -> matmul(b, data(b, 2, 4), b.transpose(p[0], i(1, 2, 0)))),
                        s(3, 4, 2)),
                of(
                        "sliced",
                        after(
                                (b, p) ->
                                        b.multiply(
                                                b.emit(new Op.Slice(i(0, 0), i(3, 2), i(1, 1)), p),
                                                b.emit(
                                                        new Op.Slice(i(0, 1), i(3, 4), i(1, 2)),
                                                        p))),
                        s(3, 4)),
                of(
                        "padded by a leaf",
                        after((b, p) -> b.emit(new Op.Pad(i(1, 0), i(0, -1), i(1, 0)), p)),
                        s(2, 3),
                        s()),
                of(
                        "reversed",
                        after((b, p) -> b.multiply(p[0], b.emit(new Op.Reverse(i(1)), p))),
                        s(2, 3)),
                of(
                        "concatenated",
                        after((b, p) -> matmul(b, data(b, 2, 5), b.emit(new Op.Concatenate(0), p))),
                        s(3, 2),
                        s(2, 2)),
                of(
                        "concatenated with itself",
                        after(
                                (b, p) ->
                                        matmul(
                                                b,
                                                b.emit(new Op.Concatenate(1), p[0], p[0]),
                                                data(b, 4, 2))),
                        s(3, 2)),
                of(
                        "embedding",
                        after(
                                (b, p) ->
                                        matmul(
                                                b,
                                                b.emit(
                                                        new Op.Gather(rows, i(1, 3)),
                                                        p[0],
                                                        b.constant(
                                                                integers(s(2, 2, 1), 0, 3, 3, 9))),
                                                p[1])),
                        s(4, 3),
                        s(3, 2)),
                of(
                        "windows",
                        after(
                                (b, p) ->
                                        b.emit(
                                                new Op.Gather(
                                                        new GatherDims(
                                                                i(0, 2), Ints.EMPTY, i(1, 0), 0),
                                                        i(2, 3)),
                                                p[0],
                                                b.constant(integers(s(2, 3), 0, 1, 0, 0, 2, 9)))),
                        s(4, 4)),
                of(
                        "scattered into",
                        after(
                                (b, p) ->
                                        b.emit(
                                                new Op.Scatter(
                                                        new ScatterDims(i(1), i(0), i(0), 1),
                                                        Combiner.ADD,
                                                        false),
                                                p[0],
                                                b.constant(integers(s(3, 1), 1, 1, 7)),
                                                p[1])),
                        s(3, 2),
                        s(3, 2)),
                of(
                        "written into",
                        after(
                                (b, p) ->
                                        b.emit(
                                                new Op.Scatter(
                                                        new ScatterDims(i(1), i(0), i(0), 1),
                                                        Combiner.SET,
                                                        false),
                                                p[0],
                                                b.constant(integers(s(3, 1), 1, 1, 0)),
                                                p[1])),
                        s(3, 2),
                        s(3, 2)),
                of(
                        "scattered maximum",
                        after(
                                (b, p) ->
                                        b.emit(
                                                new Op.Scatter(
                                                        new ScatterDims(i(1), i(0), i(0), 1),
                                                        Combiner.MAXIMUM,
                                                        false),
                                                p[0],
                                                b.constant(integers(s(3, 1), 1, 1, 0)),
                                                p[1])),
                        s(3, 2),
                        s(3, 2)),
                of(
                        "size 1 expanded",
                        after(
                                (b, p) ->
                                        b.multiply(
                                                data(b, 2, 3, 4),
                                                b.emit(
                                                        new Op.BroadcastInDim(
                                                                s(2, 3, 4), i(0, 2, 1)),
                                                        p))),
                        s(2, 1, 3)),
                of("size 1 throughout", after((b, p) -> matmul(b, p[0], p[0])), s(1, 1)),
                of(
                        "sums over any axes",
                        (b, p) ->
                                b.add(
                                        end(b, b.sum(p[0], i(2, 0))),
                                        b.add(
                                                end(b, b.sum(p[0], i(1))),
                                                end(b, b.sum(p[0], i(0, 1, 2))))),
                        s(2, 3, 2)),
                of(
                        "sum that starts at a leaf",
                        after((b, p) -> b.emit(new Op.Reduce(Combiner.ADD, i(0)), p)),
                        s(2, 3),
                        s()),
                of(
                        "product over an axis",
                        after((b, p) -> reduce(b, Combiner.MULTIPLY, p[0], 1, 1)),
                        s(2, 3)),
                of(
                        "maximum over an axis",
                        after(
                                (b, p) ->
                                        b.multiply(
                                                p[0],
                                                b.broadcast(
                                                        reduce(
                                                                b,
                                                                Combiner.MAXIMUM,
                                                                p[0],
                                                                Double.NEGATIVE_INFINITY,
                                                                0),
                                                        s(3, 2),
                                                        i(1)))),
                        s(3, 2)),
                of(
                        "masked",
                        after(
                                (b, p) ->
                                        b.select(
                                                b.constant(
                                                        Tensor.of(
                                                                TensorType.of(DType.I1, 2, 2),
                                                                new boolean[] {
                                                                    true, false, false, true
                                                                })),
                                                b.multiply(p[0], p[0]),
                                                matmul(b, p[0], p[0]))),
                        s(2, 2)),
                of(
                        "chosen by value",
                        after(
                                (b, p) ->
                                        b.binary(
                                                BinaryFunction.MAXIMUM,
                                                b.multiply(p[0], p[0]),
                                                tanh(b, p[1]))),
                        s(3, 2),
                        s(3, 2)));
    }

    private static Arguments contraction(Shape lhs, Shape rhs, Ints lb, Ints rb, Ints lc, Ints rc) {
        return of(
                "dot " + lhs + rhs + lb + rb + lc + rc,
                (b, p) -> end(b, b.emit(new Op.DotGeneral(lb, rb, lc, rc), tanh(b, p[0]), p[1])),
                lhs,
                rhs);
    }

    static Stream<Arguments> contractions() {
        Ints none = Ints.EMPTY;
        return Stream.of(
                contraction(s(2, 3), s(3, 2), none, none, i(1), i(0)),
                contraction(s(3, 2), s(2, 3), none, none, i(0), i(1)),
                contraction(s(2, 3, 2), s(2, 2, 3), i(0), i(0), i(2), i(1)),
                contraction(s(3, 2, 2), s(2, 2, 3), i(1), i(1), i(2, 0), i(0, 2)),
                contraction(s(2, 3, 2, 1), s(3, 1, 2), i(1, 0), i(0, 2), none, none),
                contraction(s(2), s(3), none, none, none, none),
                contraction(s(2, 2), s(2, 2), none, none, i(1, 0), i(0, 1)),
                of(
                        "three factors",
                        (b, p) ->
                                end(
                                        b,
                                        dot(
                                                b,
                                                dot(b, data(b, 2, 3, 2), p[0], i(2), i(1)),
                                                p[1],
                                                i(1, 2),
                                                i(1, 0))),
                        s(4, 2),
                        s(4, 3, 2)),
                of(
                        "leaf on the left",
                        (b, p) -> end(b, matmul(b, p[0], tanh(b, matmul(b, p[1], data(b, 3, 2))))),
                        s(2, 4),
                        s(4, 3)));
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                of(
                        "cross-entropy of the logits",
                        (b, p) -> crossEntropy(b, p[0], 2, 0, 1),
                        s(3, 3)),
                of(
                        "logistic regression",
                        (b, p) ->
                                total(
                                        b,
                                        b.binary(
                                                BinaryFunction.LOGADDEXP,
                                                addBias(b, matmul(b, data(b, 5, 3), p[0]), p[1]),
                                                b.full(Programs.f64(s(5)), 0))),
                        s(3),
                        s()),
                of(
                        "sum of squares",
                        (b, p) ->
                                total(
                                        b,
                                        b.unary(
                                                UnaryFunction.SQUARE,
                                                b.subtract(
                                                        data(b, 4, 2),
                                                        matmul(
                                                                b,
                                                                b.unary(
                                                                        UnaryFunction.RELU,
                                                                        matmul(
                                                                                b,
                                                                                data(b, 4, 3),
                                                                                p[0])),
                                                                p[1])))),
                        s(3, 4),
                        s(4, 2)),
                of(
                        "weight decay",
                        (b, p) ->
                                b.add(
                                        crossEntropy(b, matmul(b, data(b, 2, 3), p[0]), 1, 0),
                                        total(b, b.multiply(p[0], p[0]))),
                        s(3, 2)));
    }

    private static int layerNorm(ProgramBuilder b, int x, int gain, int bias) {
        int axis = b.shape(x).rank() - 1;
        Ints kept = Ints.range(axis);
        double n = b.shape(x).dim(axis);
        int mean =
                b.divide(b.sum(x, i(axis)), b.full(Programs.f64(b.shape(x).without(i(axis))), n));
        int centred = b.subtract(x, b.broadcast(mean, b.shape(x), kept));
        int variance = b.divide(b.sum(b.multiply(centred, centred), i(axis)), b.fullLike(mean, n));
        int inverse = b.unary(UnaryFunction.RSQRT, b.add(variance, b.fullLike(mean, 1e-5)));
        return addBias(
                b,
                scale(b, b.multiply(centred, b.broadcast(inverse, b.shape(x), kept)), gain),
                bias);
    }

    /** Two heads of size 2 over (batch, position, 4). */
    private static int attention(ProgramBuilder b, int x, int q, int k, int v, int out) {
        Shape heads = s(2, 3, 2, 2);
        Op scores = new Op.DotGeneral(i(0, 2), i(0, 2), i(3), i(3));
        int a =
                b.emit(
                        scores,
                        b.reshape(matmul(b, x, q), heads),
                        b.reshape(matmul(b, x, k), heads));
        boolean[] causal = {true, false, false, true, true, false, true, true, true};
        int mask = b.constant(Tensor.of(TensorType.of(DType.I1, 3, 3), causal));
        a = b.select(b.broadcast(mask, b.shape(a), i(2, 3)), a, b.fullLike(a, -1e30));
        Op mix = new Op.DotGeneral(i(0, 1), i(0, 2), i(3), i(1));
        int mixed = b.emit(mix, softmax(b, a), b.reshape(matmul(b, x, v), heads));
        return matmul(b, b.reshape(b.transpose(mixed, i(0, 2, 1, 3)), s(2, 3, 4)), out);
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                of(
                        "layer norm",
                        (b, p) -> end(b, layerNorm(b, matmul(b, data(b, 3, 2), p[0]), p[1], p[2])),
                        s(2, 4),
                        s(4),
                        s(4)),
                of(
                        "attention",
                        (b, p) -> end(b, attention(b, data(b, 2, 3, 4), p[0], p[1], p[2], p[3])),
                        s(4, 4),
                        s(4, 4),
                        s(4, 4),
                        s(4, 4)),
                of(
                        "transformer with tied embedding",
                        (b, p) -> {
                            GatherDims rows = new GatherDims(i(2), i(0), i(0), 2);
                            int tokens = b.constant(integers(s(2, 3, 1), 0, 4, 2, 1, 1, 3));
                            int x = b.emit(new Op.Gather(rows, i(1, 4)), p[0], tokens);
                            x =
                                    b.add(
                                            x,
                                            attention(
                                                    b,
                                                    layerNorm(b, x, p[1], p[2]),
                                                    p[3],
                                                    p[4],
                                                    p[4],
                                                    p[5]));
                            int logits = b.reshape(dot(b, x, p[0], i(2), i(1)), s(6, 5));
                            return crossEntropy(b, logits, 4, 2, 0, 1, 3, 3);
                        },
                        s(5, 4),
                        s(4),
                        s(4),
                        s(4, 4),
                        s(4, 4),
                        s(4, 4)),
                of(
                        "convolution by gathered patches",
                        (b, p) -> {
                            GatherDims patches = new GatherDims(i(1), Ints.EMPTY, i(0), 1);
                            int x =
                                    b.emit(
                                            new Op.Gather(patches, i(3)),
                                            data(b, 6),
                                            b.constant(integers(s(4, 1), 0, 1, 2, 3)));
                            return end(b, matmul(b, tanh(b, matmul(b, x, p[0])), p[1]));
                        },
                        s(3, 2),
                        s(2, 2)));
    }

    @Test
    void knownDiagonal() {
        Program loss =
                Programs.of(
                        (b, p) -> {
                            int z = dot(b, b.constant(Tensor.of(s(2), 3, 5)), p[0], i(0), i(0));
                            return total(b, b.multiply(z, z));
                        },
                        s(2, 2));
        Program diagonal = Diagonal.of(Plain.gradient(loss), 0, 1, 4);
        List<Tensor> x = List.of(Tensor.of(s(2, 2), 1, 2, 3, 4));
        assertArrayEquals(new double[] {18, 18, 50, 50}, Plain.batched(diagonal, s(2, 2), 4, 0, x));
    }

    @Test
    void aLeafWithoutInfluenceHasAConstantDiagonal() {
        Program loss = Programs.of((b, p) -> end(b, p[0]), s(3), s(2));
        Program diagonal = Rewrites.simplify(Diagonal.of(Plain.gradient(loss), 1, 2, 5));
        assertEquals(List.of(Programs.f64(s(5))), diagonal.outputTypes());
        assertEquals(2, diagonal.equations().size(), diagonal.toString());
    }

    /** With x·W first, no product with a full tangent of W is left in the late part. */
    @Test
    void aDenseLayerCostsRowsNotMatrices() {
        Program loss =
                Programs.of((b, p) -> end(b, tanh(b, matmul(b, data(b, 7, 40), p[0]))), s(40, 30));
        Program diagonal = Diagonal.of(Plain.gradient(loss), 0, 1, 11);
        Program late = PartialEvaluation.split(Rewrites.simplify(diagonal), 2).late();
        int largest =
                late.equations().stream()
                        .mapToInt(e -> late.type(e.output()).size())
                        .max()
                        .orElseThrow();
        assertEquals(11 * 7, largest, () -> late.toString());
    }

    @Test
    void f32ProgramsStayInF32() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F32, 2, 2));
        Program loss = b.build(total(b, tanh(b, matmul(b, x, x))));
        Program gradient = Plain.gradient(loss);
        Program diagonal = ProgramChecker.check(Diagonal.of(gradient, 0, 1, 4));
        Tensor at = Tensor.of(TensorType.of(DType.F32, 2, 2), new float[] {.1f, .2f, .3f, .4f});
        List<Tensor> in =
                Programs.append(
                        List.of(at),
                        List.of(integers(s(4), 0, 0, 1, 1), integers(s(4), 0, 1, 0, 1)));
        float[] found = Interpreter.run(diagonal, in).get(0).floats();
        double[] expected =
                Plain.diagonal(
                        Plain.gradient(
                                Programs.of(
                                        (c, p) -> total(c, tanh(c, matmul(c, p[0], p[0]))),
                                        s(2, 2))),
                        0,
                        List.of(Tensor.of(s(2, 2), .1, .2, .3, .4)));
        for (int e = 0; e < 4; e++) {
            assertEquals(expected[e], found[e], 1e-6);
        }
    }
}
