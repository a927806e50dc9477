package io.hessdiag.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskExponentTest {
    private static final Shape X = Shape.of(6);
    private static final double INF = Double.POSITIVE_INFINITY;

    private static int exp(ProgramBuilder b, int x) {
        return b.unary(UnaryFunction.EXPONENTIAL, x);
    }

    private static int mask(ProgramBuilder b) {
        boolean[] bits = {true, false, false, true, false, true};
        return b.constant(Tensor.of(new TensorType(DType.I1, X), bits));
    }

    /** The operations after two simplifications, of which the second changes nothing. */
    private static List<String> left(Programs.Body body) {
        Program before = Programs.of(body, X);
        Program after = Rewrites.simplify(before);
        List<Tensor> x = List.of(Tensor.of(X, 1, INF, Double.NaN, -INF, 800, 3));
        assertEquals(Interpreter.run(before, x), Interpreter.run(after, x));
        assertEquals(after, Rewrites.simplify(after));
        return after.equations().stream()
                .map(e -> e.op().name())
                .filter(name -> !name.equals("constant") && !name.equals("broadcast_in_dim"))
                .toList();
    }

    @Test
    void theMaskMovesIntoTheExponent() {
        assertEquals(
                List.of("select", "exponential"),
                left((b, x) -> b.select(mask(b), exp(b, x[0]), b.fullLike(x[0], 0))));
    }

    @Test
    void alsoBelowADivision() {
        assertEquals(
                List.of("select", "exponential", "divide", "select"),
                left(
                        (b, x) -> {
                            int q = b.divide(exp(b, x[0]), b.fullLike(x[0], 3));
                            return b.select(mask(b), q, b.fullLike(x[0], 0));
                        }));
    }

    @Test
    void otherSelectsStay() {
        List<String> same = List.of("exponential", "select");
        assertEquals(same, left((b, x) -> b.select(mask(b), exp(b, x[0]), b.fullLike(x[0], 1))));
        assertEquals(same, left((b, x) -> b.select(mask(b), exp(b, x[0]), b.fullLike(x[0], -0.0))));
        assertEquals(same, left((b, x) -> b.select(mask(b), b.fullLike(x[0], 0), exp(b, x[0]))));
        assertEquals(
                List.of("tanh", "select"),
                left(
                        (b, x) ->
                                b.select(
                                        mask(b),
                                        b.unary(UnaryFunction.TANH, x[0]),
                                        b.fullLike(x[0], 0))));
    }
}
