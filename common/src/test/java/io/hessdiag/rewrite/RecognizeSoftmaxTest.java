package io.hessdiag.rewrite;

import static io.hessdiag.ir.Programs.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ad.Gradient;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which forms count as softmax and logsumexp, in JAX's text and by hand. */
class RecognizeSoftmaxTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Shape X = Shape.of(3, 4);

    private static Stream<Equation> all(Program p) {
        return p.equations().stream()
                .flatMap(
                        e ->
                                Stream.concat(
                                        Stream.of(e),
                                        Bodies.of(e.op()).stream()
                                                .flatMap(RecognizeSoftmaxTest::all)));
    }

    /** How many softmax, logsumexp and exponentials there are, loops and branches included. */
    private static List<Long> counts(Program p) {
        return Stream.of("softmax", "logsumexp", "exponential")
                .map(name -> all(p).filter(e -> e.op().name().equals(name)).count())
                .toList();
    }

    private static Program read(Path path) throws IOException {
        String name = path.getFileName().toString();
        return StableHlo.importFunction(StableHlo.parse(name, Files.readString(path)), "main")
                .program();
    }

    @ParameterizedTest
    @CsvSource({
        "log_softmax, 0, 1, 0",
        "softmax, 1, 0, 0",
        "softmax_where, 1, 0, 0",
        "logsumexp, 0, 1, 0",
        "logsumexp_keepdims, 0, 1, 0",
        "logsumexp_all, 0, 1, 0",
        "logsumexp_where, 0, 1, 0",
        "logsumexp_b, 0, 0, 1"
    })
    void functionsAsJaxPrintsThem(String name, long softmax, long logsumexp, long exponential)
            throws IOException {
        Program f = read(RESOURCES.resolve("softmax/forms").resolve(name + ".mlir"));
        Program before = scalar(f);
        assertEquals(List.of(softmax, logsumexp, exponential), counts(keepsValues(before)));
    }

    /** Σ w ∘ f(x) for fixed values of the other inputs. */
    private static Program scalar(Program f) {
        Random random = new Random(4);
        return Programs.weighted(
                (b, x) -> {
                    Ints in = Ints.of(x);
                    for (TensorType t : f.inputTypes().subList(1, f.inputs().size())) {
                        Tensor value = Programs.random(random, t.shape());
                        int v = b.constant(value);
                        in =
                                in.append(
                                        t.dtype().isFloat()
                                                ? v
                                                : b.compare(Comparison.GT, v, b.fullLike(v, -0.5)));
                    }
                    return b.inline(f, in).get(0);
                },
                X);
    }

    /** The program after import, whose loss has the same bits and whose gradient is as close. */
    private static Program keepsValues(Program loss) {
        Program plain = Rewrites.simplify(loss);
        Program after = ProgramChecker.check(Rewrites.imported(loss));
        List<Tensor> x = Programs.random(new Random(3), loss.inputTypes());
        assertEquals(Interpreter.run(plain, x), Interpreter.run(after, x), after::toString);
        Program gradient = ProgramChecker.check(Gradient.of(after, Ints.of(0)));
        assertClose(
                Interpreter.run(Gradient.of(plain, Ints.of(0)), x).get(1).doubles(),
                Interpreter.run(gradient, x).get(1).doubles(),
                1e-14,
                after);
        return after;
    }

    @ParameterizedTest
    @CsvSource({
        "softmax/log_softmax/loss.mlir, 0, 1, 0",
        "softmax/log_softmax/grad.mlir, 1, 1, 0",
        "softmax/logsumexp/loss.mlir, 0, 1, 0",
        "softmax/logsumexp/grad.mlir, 1, 1, 0",
        "softmax/softmax/loss.mlir, 1, 0, 0",
        "softmax/softmax/grad.mlir, 1, 0, 0",
        "softmax/plain/loss.mlir, 0, 1, 0",
        "softmax/plain/grad.mlir, 1, 1, 0",
        "bundles/mlp-f32/grad.mlir, 1, 1, 0",
        "bundles/mlp-tanh-deep/grad.mlir, 1, 1, 0",
        "bundles/mlp-residual/loss.mlir, 0, 1, 0",
        "bundles/transformer-block/loss.mlir, 1, 1, 0",
    })
    void lossesAndGradientsAsJaxPrintsThem(
            String file, long softmax, long logsumexp, long exponential) throws IOException {
        Program p = read(RESOURCES.resolve(file));
        Program after = ProgramChecker.check(Rewrites.imported(p));
        assertEquals(List.of(softmax, logsumexp, exponential), counts(after), after::toString);
        List<Tensor> x = new ArrayList<>();
        Random random = new Random(8);
        for (TensorType t : p.inputTypes()) {
            x.add(
                    t.dtype().isFloat()
                            ? Programs.random(random, t.shape()).toFloat(t.dtype())
                            : Tensor.of(t, random.longs(t.size(), 0, 4).toArray()));
        }
        List<Tensor> expected = Interpreter.run(p, x);
        List<Tensor> found = Interpreter.run(after, x);
        for (int i = 0; i < found.size(); i++) {
            double tolerance = found.get(i).dtype() == DType.F32 ? 1e-6 : 1e-14;
            assertClose(numbers(expected.get(i)), numbers(found.get(i)), tolerance, file);
        }
    }

    private static double[] numbers(Tensor t) {
        return t.toFloat(DType.F64).doubles();
    }

    private static int exp(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.EXPONENTIAL, x);
    }

    private static int log(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.LOG, x);
    }

    /** z, summed over the last axis, in x's shape. */
    private static int spread(ProgramBuilder b, int z) {
        return b.broadcast(z, X, Ints.of(0));
    }

    private static int rowSum(ProgramBuilder b, int x) {
        return b.sum(x, Ints.of(1));
    }

    private static List<Long> found(Programs.Body body) {
        return counts(keepsValues(Programs.weighted(body, X)));
    }

    private static void isSoftmax(Programs.Body body) {
        assertEquals(List.of(1L, 0L, 0L), found(body));
    }

    private static void isLogSumExp(Programs.Body body) {
        assertEquals(List.of(0L, 1L, 0L), found(body));
    }

    /** Keeps its one exponential. */
    private static void isNeither(Programs.Body body) {
        assertEquals(List.of(0L, 0L, 1L), found(body));
    }

    @Test
    void quotientsInAnyForm() {
        isSoftmax(
                (b, x) -> {
                    int e = exp(b, x[0]);
                    return b.divide(e, spread(b, rowSum(b, e)));
                });
        isSoftmax(
                (b, x) -> {
                    int e = exp(b, x[0]);
                    int z = b.reshape(rowSum(b, e), Shape.of(3, 1));
                    return b.divide(e, b.broadcast(z, X, Ints.of(0, 1)));
                });
        isSoftmax(
                (b, x) -> {
                    int e = exp(b, x[0]);
                    int z = b.sum(e, Ints.of(0, 1));
                    return b.divide(e, b.broadcast(z, X, Ints.EMPTY));
                });
        isSoftmax(
                (b, x) -> {
                    int e = exp(b, x[0]);
                    int z = b.unary(UnaryFunction.ABS, b.sum(e, Ints.of(0)));
                    return b.divide(e, b.broadcast(z, X, Ints.of(1)));
                });
    }

    /** Σ w ∘ f(x) may differ in its last bit from here on: products are taken in another order. */
    private static void isSoftmaxToRounding(Programs.Body body) {
        Program p = Programs.of(body, X);
        Program after = ProgramChecker.check(Rewrites.imported(p));
        assertEquals(List.of(1L, 0L, 0L), counts(after), after::toString);
        List<Tensor> x = Programs.random(new Random(3), p.inputTypes());
        assertClose(
                Interpreter.run(p, x).get(0).doubles(),
                Interpreter.run(after, x).get(0).doubles(),
                1e-15,
                after);
    }

    @Test
    void productsWithReciprocals() {
        isSoftmaxToRounding(
                (b, x) -> {
                    int e = exp(b, x[0]);
                    int z = rowSum(b, e);
                    return b.multiply(e, spread(b, b.divide(b.fullLike(z, 1), z)));
                });
        isSoftmaxToRounding(
                (b, x) -> {
                    int e = exp(b, x[0]);
                    int z = spread(b, rowSum(b, e));
                    return b.multiply(b.divide(x[0], z), e);
                });
    }

    /** The derivative of |z| before JAX 0.5 is sign z. */
    @Test
    void quotientsAreFollowedThroughSignsAndSums() {
        isSoftmaxToRounding(
                (b, x) -> {
                    int e = exp(b, x[0]);
                    int z = rowSum(b, e);
                    int q = b.divide(rowSum(b, x[0]), b.unary(UnaryFunction.ABS, z));
                    q = b.negate(b.multiply(q, b.unary(UnaryFunction.SIGN, z)));
                    q = b.subtract(q, b.divide(b.fullLike(z, 3), z));
                    return b.multiply(e, spread(b, rowSum(b, b.reshape(q, Shape.of(3, 1)))));
                });
    }

    @Test
    void logarithmsInAnyForm() {
        isLogSumExp((b, x) -> log(b, rowSum(b, exp(b, x[0]))));
        isLogSumExp((b, x) -> log(b, b.unary(UnaryFunction.ABS, rowSum(b, exp(b, x[0])))));
        isLogSumExp(
                (b, x) -> log(b, b.broadcast(rowSum(b, exp(b, x[0])), Shape.of(5, 3), Ints.of(1))));
        isLogSumExp((b, x) -> log(b, b.reshape(rowSum(b, exp(b, x[0])), Shape.of(1, 3, 1))));
        isLogSumExp((b, x) -> log(b, b.sum(exp(b, x[0]), Ints.of(1, 0))));
    }

    @Test
    void whatIsUsedElsewhereStays() {
        assertEquals(
                List.of(1L, 1L, 1L),
                found(
                        (b, x) -> {
                            int e = exp(b, x[0]);
                            int z = rowSum(b, e);
                            int l = b.add(log(b, z), z);
                            return b.add(b.divide(e, spread(b, z)), b.multiply(e, spread(b, l)));
                        }));
    }

    private static int sum(ProgramBuilder b, int x, double start, int... dims) {
        return Programs.reduce(b, Combiner.ADD, x, start, dims);
    }

    @Test
    void sumsOfSomethingElse() {
        isNeither((b, x) -> log(b, rowSum(b, b.multiply(exp(b, x[0]), b.fullLike(x[0], 2)))));
        isNeither((b, x) -> log(b, sum(b, exp(b, x[0]), 0.5, 1)));
        isNeither((b, x) -> log(b, sum(b, exp(b, x[0]), 0)));
        isNeither((b, x) -> log(b, Programs.reduce(b, Combiner.MAXIMUM, exp(b, x[0]), 0, 1)));
        isNeither((b, x) -> b.unary(UnaryFunction.LOG_PLUS_ONE, rowSum(b, exp(b, x[0]))));
        isNeither(
                (b, x) -> {
                    int z = rowSum(b, exp(b, x[0]));
                    return log(b, b.add(z, b.fullLike(z, 1e-6)));
                });
        isNeither(
                (b, x) -> {
                    int e = exp(b, x[0]);
                    int z = rowSum(b, e);
                    return b.divide(e, spread(b, b.multiply(z, z)));
                });
    }

    @Test
    void quotientsOfSomethingElse() {
        assertEquals(
                List.of(0L, 0L, 2L),
                found(
                        (b, x) -> {
                            int other = exp(b, b.unary(UnaryFunction.TANH, x[0]));
                            return b.divide(other, spread(b, rowSum(b, exp(b, x[0]))));
                        }));
        isNeither(
                (b, x) -> {
                    int e = exp(b, x[0]);
                    int z = b.sum(e, Ints.of(0));
                    int q =
                            b.broadcast(
                                    b.divide(b.fullLike(z, 1), z), Shape.of(3, 3, 4), Ints.of(2));
                    return b.multiply(b.broadcast(e, Shape.of(3, 3, 4), Ints.of(0, 2)), q);
                });
    }

    /** In the right shape, along the right axis and along the other one. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1, 1", "1, 0, 1", "1, 1, 0"})
    void sumsThatAreBroadcast(int over, int to, long softmax) {
        Shape square = Shape.of(3, 3);
        List<Programs.Body> bodies =
                List.of(
                        (b, x) -> {
                            int e = exp(b, x[0]);
                            int z = b.sum(e, Ints.of(over));
                            return b.divide(e, b.broadcast(z, square, Ints.of(to)));
                        },
                        (b, x) -> {
                            int e = exp(b, x[0]);
                            int z = b.sum(e, Ints.of(over));
                            int q = b.divide(b.fullLike(z, 2), z);
                            return b.multiply(e, b.broadcast(q, square, Ints.of(to)));
                        });
        for (Programs.Body body : bodies) {
            assertEquals(
                    List.of(softmax, 0L, 1 - softmax),
                    counts(Rewrites.imported(Programs.of(body, square))));
        }
    }

    private static int logSoftmax(ProgramBuilder b, int x) {
        int max = Programs.reduce(b, Combiner.MAXIMUM, x, Double.NEGATIVE_INFINITY, 1);
        int s = b.subtract(x, spread(b, max));
        return b.subtract(s, spread(b, log(b, rowSum(b, exp(b, s)))));
    }

    private static Program body(Programs.Body body) {
        return Programs.of(body, X);
    }

    private static void staysInside(String name, Programs.Body outer) {
        Program after = keepsValues(Programs.weighted(outer, X));
        assertEquals(List.of(0L, 1L, 0L), counts(after));
        assertEquals(1, after.equations().stream().filter(e -> e.op().name().equals(name)).count());
        assertEquals(1, all(after).filter(e -> e.op().name().equals("stop_gradient")).count());
    }

    /** So long that it is not unrolled. */
    @Test
    void insideLoops() {
        Program step = body((b, x) -> b.unary(UnaryFunction.TANH, logSoftmax(b, x[0])));
        staysInside("scan", (b, x) -> b.emit(new Op.Scan(0, 1, 100, false, step), x));
    }

    @Test
    void insideBranches() {
        Program one = body((b, x) -> logSoftmax(b, x[0]));
        Program other = body((b, x) -> b.negate(x[0]));
        staysInside(
                "case",
                (b, x) -> {
                    Op first = new Op.Slice(Ints.of(0, 0), Ints.of(1, 1), Ints.of(1, 1));
                    int index = b.reshape(b.convert(b.emit(first, x), DType.I32), Shape.SCALAR);
                    return b.emit(new Op.Case(List.of(one, other)), index, x[0]);
                });
    }
}
