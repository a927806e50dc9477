package io.hessdiag.ad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Unrolled programs of thousands of equations: no recursion over them, no quadratic work. */
class LongProgramsTest {
    private static final Shape SHAPE = Shape.of(2, 2);

    /**
     * hₜ₊₁ = tanh(hₜ W) + b reshaped and broadcast anew, {@code steps} times, 7 equations a step.
     */
    private static Program recurrence(int steps) {
        return Programs.of(
                (b, p) -> {
                    int h = p[0];
                    for (int t = 0; t < steps; t++) {
                        h = b.unary(UnaryFunction.TANH, Programs.matmul(b, h, p[0]));
                        h = b.transpose(b.add(h, p[1]), Ints.of(1, 0));
                        h = b.multiply(h, b.fullLike(h, 1 + 1e-6 * t));
                    }
                    return Programs.total(b, h);
                },
                SHAPE,
                SHAPE);
    }

    @Test
    void everyTransformationOfALongProgramIsFast() {
        Program loss = recurrence(600);
        assertTrue(loss.equations().size() > 4000, "equations");
        assertTimeout(
                Duration.ofSeconds(60),
                () -> {
                    Program imported = ProgramChecker.check(Rewrites.imported(loss));
                    Program gradient =
                            ProgramChecker.check(Rewrites.simplify(Plain.gradient(imported)));
                    Program diagonal =
                            ProgramChecker.check(Rewrites.simplify(Diagonal.of(gradient, 0, 1, 4)));
                    PartialEvaluation split = PartialEvaluation.split(diagonal, 2);
                    ProgramChecker.check(split.early());
                    ProgramChecker.check(split.late());
                    List<Tensor> x =
                            List.of(
                                    Tensor.of(SHAPE, 0.3, -0.2, 0.1, 0.4),
                                    Tensor.of(SHAPE, 0.1, 0.2, 0.3, 0.4));
                    double[] expected = Plain.diagonal(gradient, 0, x);
                    Programs.assertClose(
                            expected, Plain.batched(diagonal, SHAPE, 4, 0, x), 1e-11, "it");
                });
    }

    @Test
    void longChainsOfViewsAreFollowedWithoutRecursion() {
        Program views =
                Programs.of(
                        (b, p) -> {
                            int v = p[0];
                            for (int t = 0; t < 5000; t++) {
                                v = b.emit(new Op.BroadcastInDim(SHAPE, Ints.of(0, 1)), v);
                                v = b.emit(new Op.BroadcastInDim(SHAPE, Ints.of(1, 0)), v);
                            }
                            return Programs.total(b, b.multiply(v, p[1]));
                        },
                        SHAPE,
                        SHAPE);
        List<Tensor> x = List.of(Tensor.of(SHAPE, 1, 2, 3, 4), Tensor.of(SHAPE, 5, 6, 7, 8));
        Program gradient = Plain.gradient(views);
        PartialEvaluation split = PartialEvaluation.split(gradient, 1);
        List<Tensor> residuals = Interpreter.run(split.early(), x.subList(0, 1));
        assertEquals(
                Interpreter.run(gradient, x),
                Interpreter.run(split.late(), Programs.append(residuals, x.subList(1, 2))));
        assertEquals(3, Rewrites.imported(views).equations().size());
    }
}
