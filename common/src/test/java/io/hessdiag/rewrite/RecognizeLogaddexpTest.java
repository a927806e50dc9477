package io.hessdiag.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognizeLogaddexpTest {
    private static final Op LOGADDEXP = new Op.Binary(BinaryFunction.LOGADDEXP);
    private static final double INF = Double.POSITIVE_INFINITY;

    private static boolean matches(Programs.Body body) {
        Program p = Rewrites.simplify(Programs.of(body, Shape.of(8), Shape.of(8)));
        return p.equations().stream().anyMatch(e -> e.op().equals(LOGADDEXP));
    }

    private static int tail(ProgramBuilder b, int d) {
        return b.unary(
                UnaryFunction.LOG_PLUS_ONE,
                b.unary(UnaryFunction.EXPONENTIAL, b.negate(b.unary(UnaryFunction.ABS, d))));
    }

    private static int isNan(ProgramBuilder b, int d) {
        return b.compare(Comparison.NE, d, d);
    }

    private static int max(ProgramBuilder b, int x, int y) {
        return b.binary(BinaryFunction.MAXIMUM, x, y);
    }

    /** As JAX prints it. */
    private static int printed(ProgramBuilder b, int x, int y) {
        int d = b.subtract(x, y);
        return b.select(isNan(b, d), b.add(x, y), b.add(max(b, x, y), tail(b, d)));
    }

    @Test
    void theGraphThatJaxPrintsIsOneFunction() {
        Program before = Programs.of((b, x) -> printed(b, x[0], x[1]), Shape.of(8), Shape.of(8));
        Program after = Rewrites.simplify(before);
        assertEquals(List.of(LOGADDEXP), after.equations().stream().map(e -> e.op()).toList());
        List<Tensor> x =
                List.of(
                        Tensor.of(Shape.of(8), 1, 2, -3, INF, -INF, INF, Double.NaN, -0.0),
                        Tensor.of(Shape.of(8), 1, 5, 700, INF, -INF, -INF, 1, 0.0));
        assertEquals(Interpreter.run(before, x), Interpreter.run(after, x));
    }

    @Test
    void softplusIsFoundToo() {
        assertTrue(matches((b, x) -> printed(b, x[0], b.fullLike(x[0], 0))));
    }

    @Test
    void operandsOfSumsAndMaximaMayBeSwapped() {
        assertTrue(
                matches(
                        (b, x) -> {
                            int d = b.subtract(x[0], x[1]);
                            return b.select(
                                    isNan(b, d),
                                    b.add(x[1], x[0]),
                                    b.add(tail(b, d), max(b, x[1], x[0])));
                        }));
    }

    @Test
    void nearMissesAreLeftAlone() {
        assertFalse(
                matches(
                        (b, x) -> {
                            int d = b.subtract(x[0], x[1]);
                            return b.add(max(b, x[0], x[1]), tail(b, d));
                        }),
                "no guard");
        assertFalse(
                matches(
                        (b, x) -> {
                            int d = b.subtract(x[0], x[1]);
                            return b.select(
                                    isNan(b, d),
                                    b.add(x[0], x[1]),
                                    b.add(
                                            b.binary(BinaryFunction.MINIMUM, x[0], x[1]),
                                            tail(b, d)));
                        }),
                "minimum");
        assertFalse(
                matches(
                        (b, x) -> {
                            int d = b.subtract(x[0], x[1]);
                            return b.select(
                                    isNan(b, d),
                                    b.add(x[0], x[1]),
                                    b.add(
                                            max(b, x[0], x[1]),
                                            tail(b, b.multiply(d, b.fullLike(d, 2)))));
                        }),
                "scaled difference");
        assertFalse(
                matches(
                        (b, x) -> {
                            int d = b.subtract(x[0], x[1]);
                            int same = b.compare(Comparison.EQ, d, d);
                            return b.select(
                                    same, b.add(x[0], x[1]), b.add(max(b, x[0], x[1]), tail(b, d)));
                        }),
                "guard the other way round");
        assertFalse(
                matches(
                        (b, x) -> {
                            int d = b.subtract(x[0], x[1]);
                            return b.select(
                                    isNan(b, d),
                                    b.subtract(x[0], x[1]),
                                    b.add(max(b, x[0], x[1]), tail(b, d)));
                        }),
                "difference on NaN");
        assertFalse(
                matches(
                        (b, x) -> {
                            int d = b.subtract(x[0], x[1]);
                            return b.select(
                                    isNan(b, d),
                                    b.add(x[0], x[1]),
                                    b.add(max(b, x[0], x[0]), tail(b, d)));
                        }),
                "maximum of one operand");
        assertFalse(
                matches(
                        (b, x) -> {
                            int d = b.subtract(x[0], x[1]);
                            int total = b.emit(new Op.Compare(Comparison.NE, true), d, d);
                            return b.select(
                                    total,
                                    b.add(x[0], x[1]),
                                    b.add(max(b, x[0], x[1]), tail(b, d)));
                        }),
                "total order");
        assertFalse(
                matches(
                        (b, x) -> {
                            int d = b.subtract(x[0], x[1]);
                            int e =
                                    b.unary(
                                            UnaryFunction.EXPONENTIAL,
                                            b.negate(b.unary(UnaryFunction.ABS, d)));
                            return b.select(
                                    isNan(b, d),
                                    b.add(x[0], x[1]),
                                    b.add(
                                            max(b, x[0], x[1]),
                                            b.unary(
                                                    UnaryFunction.LOG,
                                                    b.add(e, b.fullLike(e, 1)))));
                        }),
                "log(1 + e)");
        assertFalse(
                matches(
                        (b, x) -> {
                            int no = b.constant(Tensor.scalar(DType.I1, 0));
                            return b.select(no, b.add(x[0], x[1]), max(b, x[0], x[1]));
                        }),
                "other selects");
    }
}
