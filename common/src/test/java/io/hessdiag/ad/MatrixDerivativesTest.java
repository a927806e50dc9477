package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.assertClose;
import static io.hessdiag.ir.Programs.dot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.IrException;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** First and second derivatives of factorisations and solves against differences. */
class MatrixDerivativesTest {
    private static Shape s(int... dims) {
        return Shape.of(dims);
    }

    private static Arguments of(String name, Programs.Body body, Shape... shapes) {
        return arguments(name, body, List.of(shapes));
    }

    private static int tanh(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.TANH, x);
    }

    /** Σ w ∘ tanh v. */
    private static int end(ProgramBuilder b, int v) {
        return Programs.weightedSum(b, tanh(b, v), new Random(5));
    }

    /** x plus {@code by} on the diagonals. */
    private static int shifted(ProgramBuilder b, int x, double by) {
        Shape shape = b.shape(x);
        int n = shape.dim(shape.rank() - 1);
        int m = shape.dim(shape.rank() - 2);
        double[] eye = new double[m * n];
        for (int i = 0; i < Math.min(m, n); i++) {
            eye[i * n + i] = by * (1 + 0.3 * i);
        }
        return b.add(x, Programs.trailing(b, b.constant(Tensor.of(s(m, n), eye)), shape));
    }

    private static Programs.Body solve(boolean lower, boolean unit, boolean transpose) {
        return (b, x) ->
                end(
                        b,
                        b.emit(
                                new Op.TriangularSolve(lower, unit, transpose),
                                shifted(b, x[0], 2),
                                x[1]));
    }

    static Stream<Arguments> solves() {
        List<Arguments> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Programs.Body body = solve((i & 1) != 0, (i & 2) != 0, (i & 4) != 0);
            all.add(of("solve " + i, body, s(3, 3), s(3, 2)));
        }
        all.add(of("batched solve", solve(true, false, false), s(2, 3, 3), s(2, 3, 2)));
        all.add(
                of(
                        "no columns of its own",
                        solve(false, false, true),
                        s(2, 2, 3, 3),
                        s(2, 2, 3, 1)));
        all.add(
                of(
                        "constant matrix",
                        (b, x) ->
                                end(
                                        b,
                                        b.emit(
                                                new Op.TriangularSolve(true, false, false),
                                                shifted(
                                                        b,
                                                        b.constant(
                                                                Programs.random(
                                                                        new Random(1), s(2, 3, 3))),
                                                        2),
                                                tanh(b, x[0]))),
                        s(2, 3, 4)));
        return all.stream();
    }

    private static int cholesky(ProgramBuilder b, int x) {
        return b.emit(new Op.Cholesky(), shifted(b, x, 3));
    }

    static Stream<Arguments> factorisations() {
        return Stream.of(
                of("cholesky of a lower triangle", (b, x) -> end(b, cholesky(b, x[0])), s(3, 3)),
                of(
                        "cholesky of x xᵀ",
                        (b, x) -> end(b, cholesky(b, dot(b, x[0], x[0], Ints.of(1), Ints.of(1)))),
                        s(3, 2)),
                of("batched cholesky", (b, x) -> end(b, cholesky(b, x[0])), s(2, 3, 3)),
                of("cholesky of a number", (b, x) -> end(b, cholesky(b, x[0])), s(1, 1)),
                of("lu", (b, x) -> end(b, b.emit(new Op.Lu(), shifted(b, x[0], 0.1))), s(4, 4)),
                of(
                        "batched lu",
                        (b, x) -> end(b, b.emit(new Op.Lu(), shifted(b, x[0], 1))),
                        s(2, 3, 3)),
                of("tall lu", (b, x) -> end(b, b.emit(new Op.Lu(), x[0])), s(4, 2)),
                of("wide lu", (b, x) -> end(b, b.emit(new Op.Lu(), x[0])), s(2, 4)),
                of(
                        "eigenvalues",
                        (b, x) ->
                                end(b, b.apply(new Op.Eigh(), Ints.of(shifted(b, x[0], 2))).get(1)),
                        s(3, 3)),
                of(
                        "eigenvectors",
                        (b, x) ->
                                end(
                                        b,
                                        squared(
                                                b,
                                                b.apply(new Op.Eigh(), Ints.of(shifted(b, x[0], 2)))
                                                        .get(0))),
                        s(3, 3)),
                of(
                        "batched eigh",
                        (b, x) -> {
                            Ints e = b.apply(new Op.Eigh(), Ints.of(shifted(b, x[0], 2)));
                            return b.add(end(b, squared(b, e.get(0))), end(b, e.get(1)));
                        },
                        s(2, 3, 3)));
    }

    private static int squared(ProgramBuilder b, int x) {
        return b.multiply(x, x);
    }

    /** ∂f/∂x by the symmetric difference of sixth order. */
    private static double difference(
            Function<List<Tensor>, Double> f, List<Tensor> x, int leaf, int entry) {
        double h = 1.0 / 256;
        double[] weights = {3.0 / 4, -3.0 / 20, 1.0 / 60};
        double sum = 0;
        for (int i = 1; i <= 3; i++) {
            sum +=
                    weights[i - 1]
                            * (f.apply(moved(x, leaf, entry, i * h))
                                    - f.apply(moved(x, leaf, entry, -i * h)));
        }
        return sum / h;
    }

    private static List<Tensor> moved(List<Tensor> x, int leaf, int entry, double by) {
        List<Tensor> out = new ArrayList<>(x);
        double[] values = x.get(leaf).doubles().clone();
        values[entry] += by;
        out.set(leaf, Tensor.of(x.get(leaf).type(), values));
        return out;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"solves", "factorisations"})
    void gradientAndDiagonal(String name, Programs.Body body, List<Shape> shapes) {
        Program loss = Programs.of(body, shapes.toArray(Shape[]::new));
        Program gradient = Plain.gradient(loss);
        List<Tensor> x = Programs.random(new Random(21), loss.inputTypes());
        List<Tensor> grad = Interpreter.run(gradient, x);
        for (int leaf = 0; leaf < shapes.size(); leaf++) {
            int n = shapes.get(leaf).size();
            double[] first = new double[n];
            double[] second = new double[n];
            int at = leaf;
            for (int i = 0; i < n; i++) {
                int entry = i;
                first[i] = difference(y -> Interpreter.run(loss, y).get(0).get(0), x, leaf, i);
                second[i] =
                        difference(
                                y -> Interpreter.run(gradient, y).get(1 + at).get(entry),
                                x,
                                leaf,
                                i);
            }
            assertClose(first, grad.get(1 + leaf).doubles(), 1e-9, name);
            double[] plain = Plain.diagonal(gradient, leaf, x);
            assertClose(second, plain, 1e-9, name);
            for (int k : new int[] {1, n}) {
                Program diagonal = ProgramChecker.check(Diagonal.of(gradient, leaf, 1 + leaf, k));
                double[] found = Plain.batched(diagonal, shapes.get(leaf), k, 0, x);
                assertClose(Arrays.copyOf(plain, k), found, 1e-11, diagonal);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"solves", "factorisations"})
    void transposeOfTheTangent(String name, Programs.Body body, List<Shape> shapes) {
        Program f = Programs.of(body, shapes.toArray(Shape[]::new));
        List<Tensor> x = Programs.random(new Random(8), f.inputTypes());
        List<Tensor> v = Programs.random(new Random(9), f.inputTypes());
        double forward = Plain.push(f, x, v).get(0).get(0);
        List<Tensor> grad = Interpreter.run(Plain.gradient(f), x);
        double back = 0;
        for (int i = 0; i < v.size(); i++) {
            back += Programs.dot(grad.get(1 + i), v.get(i));
        }
        assertEquals(forward, back, 1e-11 * Math.max(1, Math.abs(forward)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"solves", "factorisations"})
    void compiledGradientIsTheInterpretedOne(String name, Programs.Body body, List<Shape> shapes) {
        Program gradient = Plain.gradient(Programs.of(body, shapes.toArray(Shape[]::new)));
        List<Tensor> x = Programs.random(new Random(4), gradient.inputTypes());
        List<Tensor> expected = Interpreter.run(gradient, x);
        List<Tensor> found = Executable.compile(gradient).run(x);
        for (int i = 0; i < expected.size(); i++) {
            assertClose(expected.get(i).doubles(), found.get(i).doubles(), 1e-13, name);
        }
    }

    @Test
    void roundingDifferentiatesAsTheIdentityAndBitsDoNotAtAll() {
        Program rounded =
                Programs.of(
                        (b, x) -> b.multiply(b.emit(new Op.ReducePrecision(8, 7), x[0]), x[0]),
                        Shape.SCALAR);
        double x = 1.3;
        assertEquals(
                x + 1.296875,
                Interpreter.run(Plain.gradient(rounded), List.of(Tensor.scalar(x))).get(1).get(0));
        Program bits =
                Programs.of(
                        (b, y) ->
                                b.convert(
                                        b.emit(new Op.Bitcast(DType.F64, DType.I64), y[0]),
                                        DType.F64),
                        Shape.SCALAR);
        assertEquals(
                0, Interpreter.run(Plain.gradient(bits), List.of(Tensor.scalar(x))).get(1).get(0));
    }

    @Test
    void matricesThatDoNotFitAreRefused() {
        assertEquals(
                "cholesky: expected square matrices, found tensor<2x3xf64>",
                assertThrows(
                                IrException.class,
                                () ->
                                        Programs.of(
                                                (b, x) -> b.emit(new Op.Cholesky(), x[0]), s(2, 3)))
                        .getMessage());
        assertEquals(
                "triangular_solve: operands tensor<2x2xf64> and tensor<3x2xf64> do not fit",
                assertThrows(
                                IrException.class,
                                () ->
                                        Programs.of(
                                                (b, x) ->
                                                        b.emit(
                                                                new Op.TriangularSolve(
                                                                        true, false, false),
                                                                x[0],
                                                                x[1]),
                                                s(2, 2),
                                                s(3, 2)))
                        .getMessage());
    }
}
