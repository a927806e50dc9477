package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ad.SoftmaxDerivative.Form;
import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Interpreter;
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
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of logsumexp and softmax against those of exponentials, sums and quotients. */
class SoftmaxDerivativeTest {
    private static final Shape X = Shape.of(2, 3, 4);

    static Stream<Ints> axes() {
        return Stream.of(
                Ints.of(2),
                Ints.of(0),
                Ints.of(1),
                Ints.of(0, 2),
                Ints.of(2, 1),
                Ints.of(0, 1, 2),
                Ints.EMPTY);
    }

    private static int expanded(ProgramBuilder b, Op op, int x) {
        int e = b.unary(UnaryFunction.EXPONENTIAL, x);
        if (op instanceof Op.LogSumExp l) {
            return b.unary(UnaryFunction.LOG, b.sum(e, l.dims()));
        }
        Ints dims = ((Op.Softmax) op).dims();
        Ints kept = Ints.range(b.shape(x).rank()).without(dims);
        return b.divide(e, b.broadcast(b.sum(e, dims), b.shape(x), kept));
    }

    /** Something whose second derivatives mix everything: f(tanh x) squared and weighted. */
    private static Program loss(Op op, boolean expand) {
        return Programs.weighted(
                (b, in) -> {
                    int x = b.unary(UnaryFunction.TANH, in[0]);
                    int y = expand ? expanded(b, op, x) : b.emit(op, x);
                    return b.multiply(y, y);
                },
                X);
    }

    @ParameterizedTest
    @MethodSource("axes")
    void gradientsAndDiagonals(Ints dims) {
        for (Op op : List.of(new Op.LogSumExp(dims), new Op.Softmax(dims))) {
            Program expected = Plain.gradient(loss(op, true));
            Program gradient = Plain.gradient(loss(op, false));
            List<Tensor> x = Programs.random(new Random(5), gradient.inputTypes());
            assertClose(
                    Interpreter.run(expected, x).get(1).doubles(),
                    Interpreter.run(gradient, x).get(1).doubles(),
                    1e-14,
                    gradient);
            int k = X.size() + 3;
            Program diagonal = ProgramChecker.check(Diagonal.of(gradient, 0, 1, k));
            double[] all = Plain.diagonal(expected, 0, x);
            assertClose(all, Plain.diagonal(gradient, 0, x), 1e-13, gradient);
            double[] batched = Plain.batched(diagonal, X, k, 0, x);
            for (int i = 0; i < k; i++) {
                assertEquals(all[i % all.length], batched[i], 1e-13);
            }
        }
    }

    /** The tangent dy of y = softmax(x) as a linear program of dx. */
    private static Programs.Body tangent(Form form, Ints dims, Tensor at) {
        return (b, in) -> {
            int x = b.constant(at);
            int y = b.emit(new Op.Softmax(dims), x);
            return new SoftmaxDerivative(b, dims).softmax(x, y, in[0], form);
        };
    }

    private static double[] tangent(Form form, Ints dims, Tensor at, Tensor direction) {
        Program p = Programs.of(tangent(form, dims, at), at.shape());
        return Interpreter.run(p, List.of(direction)).get(0).doubles();
    }

    /** ⟨J v, w⟩ = ⟨v, Jᵀ w⟩; J is symmetric besides. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void bothFormsAreLinearAndTransposed(Form form) {
        Random random = new Random(6);
        Tensor at = Programs.random(random, X);
        for (Ints dims : axes().toList()) {
            Programs.Body body = tangent(form, dims, at);
            Tensor v = Programs.random(random, X);
            Tensor w = Programs.random(new Random(1), X);
            double[] jv = Interpreter.run(Programs.of(body, X), List.of(v)).get(0).doubles();
            Program gradient = Plain.gradient(Programs.weighted(body, X));
            Tensor jtw = Interpreter.run(gradient, List.of(v)).get(1);
            double left = Programs.dot(Tensor.of(X, jv), w);
            assertEquals(left, Programs.dot(v, jtw), 1e-14);
            assertClose(tangent(form, dims, at, w), jtw.doubles(), 1e-14, dims);
        }
    }

    @Test
    void bothFormsAgree() {
        Random random = new Random(7);
        Tensor at = Programs.random(random, X);
        Tensor v = Programs.random(random, X);
        for (Ints dims : axes().toList()) {
            assertClose(
                    tangent(Form.DIRECT, dims, at, v),
                    tangent(Form.CENTRED, dims, at, v),
                    1e-15,
                    dims);
        }
    }

    /** p = (½, ½, 0): dy = ±¼ (d₀ − d₁). */
    @Test
    void tiesShareTheCentre() {
        Tensor at = Tensor.of(Shape.of(3), 40, 40, -1000);
        Tensor v = Tensor.of(Shape.of(3), 5, 3, 100);
        double[] found = tangent(Form.CENTRED, Ints.of(0), at, v);
        assertArrayEquals(new double[] {0.5, -0.5, 0}, found);
    }

    /** p₀ = 1 − p₁ with p₁ = 1/(1 + e³⁰): dy₁ = p₀ p₁ (d₁ − d₀), to the last bits. */
    @Test
    void theWinnersTangentDoesNotCancel() {
        double p1 = 1 / (1 + Math.exp(30));
        Tensor at = Tensor.of(Shape.of(2), 30, 0);
        Tensor v = Tensor.of(Shape.of(2), 0.7, 0.2);
        double expected = (1 - p1) * p1 * (0.2 - 0.7);
        double[] found = tangent(Form.CENTRED, Ints.of(0), at, v);
        assertEquals(expected, found[1], -1e-15 * expected);
        assertEquals(-expected, found[0], -1e-15 * expected);
        double[] direct = tangent(Form.DIRECT, Ints.of(0), at, v);
        assertTrue(
                Math.abs(direct[0] / expected + 1) > 1e-5,
                "the direct form is exact: " + direct[0]);
    }

    /** −∞ is what masks are made of. */
    @Test
    void elementsWithoutWeight() {
        Tensor at = Tensor.of(Shape.of(3), 1, Double.NEGATIVE_INFINITY, 1);
        Tensor v = Tensor.of(Shape.of(3), 1, 7, 3);
        assertArrayEquals(new double[] {-0.5, 0, 0.5}, tangent(Form.CENTRED, Ints.of(0), at, v));
    }

    @Test
    void noneIsLinear() {
        for (Op op : List.of(new Op.LogSumExp(Ints.of(0)), new Op.Softmax(Ints.of(0)))) {
            ProgramBuilder b = new ProgramBuilder("f");
            int x = b.input(Programs.f64(Shape.of(2)));
            int y = b.emit(op, x);
            Program p = b.build(y);
            Transpose reverse = new Transpose(b, p, new boolean[] {true, true}, new int[2]);
            reverse.add(y, y);
            IrException e = assertThrows(IrException.class, () -> reverse.pull(p.equations()));
            assertEquals(op.name() + ": not linear in its operand", e.getMessage());
        }
    }

    /**
     * In a loop the winners of all steps are residuals; the compiled program gives the same bits.
     */
    @Test
    void insideLoopsAndBranches() {
        Shape row = Shape.of(4);
        Program step =
                Programs.of(
                        (b, in) -> {
                            int h = b.add(in[1], in[0]);
                            int y = b.emit(new Op.Softmax(Ints.of(0)), b.multiply(h, in[2]));
                            int l = b.emit(new Op.LogSumExp(Ints.of(0)), h);
                            return b.subtract(y, b.broadcast(l, row, Ints.EMPTY));
                        },
                        row,
                        row,
                        row);
        Program other = Programs.of((b, in) -> b.negate(in[0]), row);
        Program softmax = Programs.of((b, in) -> b.emit(new Op.Softmax(Ints.of(0)), in), row);
        Op choice = new Op.Case(List.of(other, softmax));
        Program loss =
                Programs.weighted(
                        (b, in) -> {
                            int xs = b.constant(Programs.random(new Random(2), Shape.of(60, 4)));
                            int h = b.emit(new Op.Scan(1, 1, 60, false, step), in[0], in[1], xs);
                            int index = b.scalar(DType.I32, 1);
                            return b.multiply(b.emit(choice, index, h), h);
                        },
                        row,
                        row);
        Program gradient = Plain.gradient(loss);
        List<Tensor> x = Programs.random(new Random(5), loss.inputTypes());
        for (int leaf = 0; leaf < 2; leaf++) {
            double[] expected = Plain.diagonal(gradient, leaf, x);
            Program diagonal = ProgramChecker.check(Diagonal.of(gradient, leaf, 1 + leaf, 4));
            assertClose(expected, Plain.batched(diagonal, row, 4, 0, x), 1e-12, loss);
            Program simple = Rewrites.simplify(diagonal);
            List<Tensor> in =
                    Programs.append(x, List.of(Programs.integers(Shape.of(4), 0, 1, 2, 3)));
            assertEquals(Interpreter.run(simple, in), Executable.compile(simple).run(in));
        }
    }
}
