package io.hessdiag.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Building, checking, printing and serialising programs. */
class ProgramTest {
    private static final TensorType F64 = TensorType.of(DType.F64);
    private static final Op NEGATE = new Op.Unary(UnaryFunction.NEGATE);

    @Test
    void anEquationThatStandsIsNotWrittenAgain() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(F64);
        int y = b.input(F64);
        assertNotEquals(x, y);
        assertEquals(b.add(x, y), b.add(x, y));
        assertNotEquals(b.add(x, y), b.add(y, x));
        assertNotEquals(b.add(x, y), b.subtract(x, y));
        assertEquals(b.scalar(DType.F64, 2), b.scalar(DType.F64, 2));
        assertEquals(b.fullLike(x, 1), b.scalar(DType.F64, 1));
        assertEquals(5, b.build(x).equations().size());
    }

    @Test
    void constantsThatDifferInBitsOrTypeStayApart() {
        ProgramBuilder b = new ProgramBuilder("f");
        assertNotEquals(b.scalar(DType.F64, 0.0), b.scalar(DType.F64, -0.0));
        assertNotEquals(b.scalar(DType.F64, 1), b.scalar(DType.F32, 1));
        assertNotEquals(b.constant(Tensor.of(Shape.of(1), 1)), b.scalar(DType.F64, 1));
        assertEquals(b.scalar(DType.F64, Double.NaN), b.scalar(DType.F64, Double.NaN));
    }

    @Test
    void theFirstPlaceOfAnEquationStays() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(F64);
        Location first = new Location("f.mlir", 3, 5);
        int y = b.at(first).negate(x);
        assertEquals(y, b.at(new Location("f.mlir", 9, 1)).negate(x));
        Equation e = b.definition(y).orElseThrow();
        assertEquals(Optional.of(first), e.place());
        assertEquals("f.mlir:3:5", first.toString());
        assertEquals(Optional.empty(), b.definition(x));
        assertEquals(Optional.of(Ints.of(x)), b.operandsOf(y, NEGATE));
        assertEquals(Optional.empty(), b.operandsOf(y, new Op.Unary(UnaryFunction.TANH)));
    }

    @Test
    void viewsThatDoNothingAreNoEquations() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64, 2, 2));
        assertEquals(x, b.reshape(x, Shape.of(2, 2)));
        assertEquals(x, b.transpose(x, Ints.of(0, 1)));
        assertEquals(x, b.broadcast(x, Shape.of(2, 2), Ints.of(0, 1)));
        assertEquals(x, b.convert(x, DType.F64));
        assertEquals(x, b.sum(x, Ints.EMPTY));
        assertNotEquals(x, b.transpose(x, Ints.of(1, 0)));
        assertNotEquals(x, b.broadcast(x, Shape.of(2, 2), Ints.of(1, 0)));
    }

    @Test
    void inliningReplacesInputsAndSharesEquations() {
        Program square = Programs.of((b, x) -> b.multiply(x[0], x[0]), Shape.SCALAR);
        Program p =
                Programs.of(
                        (b, x) -> {
                            int y = b.inline(square, Ints.of(x[0])).get(0);
                            return b.add(
                                    b.inline(square, Ints.of(y)).get(0),
                                    b.inline(square, Ints.of(y)).get(0));
                        },
                        Shape.SCALAR);
        assertEquals(3, p.equations().size());
        assertEquals(162, Programs.value(p, 3));
    }

    @Test
    void operandsThatDoNotFitAreRefusedWhenBuilt() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(F64);
        int y = b.input(TensorType.of(DType.F64, 2));
        assertEquals(
                "add: operand types differ: tensor<f64> and tensor<2xf64>",
                assertThrows(IrException.class, () -> b.add(x, y)).getMessage());
        assertEquals(
                "loss.mlir:1:2: add: wrong",
                new IrException("add: wrong").at(new Location("loss.mlir", 1, 2)).getMessage());
        assertEquals(0, b.build(x).equations().size());
    }

    private static Program raw(int values, Ints inputs, Ints outputs, Equation... equations) {
        TensorType[] types = new TensorType[values];
        Arrays.fill(types, F64);
        return new Program("f", List.of(types), inputs, List.of(equations), outputs);
    }

    private static Equation negate(int from, int to) {
        return new Equation(NEGATE, Ints.of(from), Ints.of(to), null);
    }

    private static void refused(String message, Program p) {
        assertEquals(
                message,
                assertThrows(IrException.class, () -> ProgramChecker.check(p)).getMessage());
    }

    @Test
    void theCheckerFindsEveryViolation() {
        Program good = raw(2, Ints.of(0), Ints.of(1), negate(0, 1));
        assertSame(good, ProgramChecker.check(good));
        refused(
                "negate: value %1 is used before it is defined",
                raw(3, Ints.of(0), Ints.of(2), negate(1, 2), negate(0, 1)));
        refused(
                "negate: value %9 is used before it is defined",
                raw(2, Ints.of(0), Ints.of(1), negate(9, 1)));
        refused(
                "negate: value %-1 is used before it is defined",
                raw(2, Ints.of(0), Ints.of(1), negate(-1, 1)));
        refused("return: value %1 is used before it is defined", raw(2, Ints.of(0), Ints.of(1)));
        refused(
                "negate: value %1 is out of range or defined twice",
                raw(2, Ints.of(0), Ints.of(1), negate(0, 1), negate(0, 1)));
        refused(
                "negate: value %0 is out of range or defined twice",
                raw(2, Ints.of(0), Ints.of(0), negate(0, 0)));
        refused(
                "negate: value %2 is out of range or defined twice",
                raw(2, Ints.of(0), Ints.of(0), negate(0, 2)));
        refused(
                "input: value %0 is out of range or defined twice",
                raw(2, Ints.of(0, 0), Ints.of(0)));
        refused(
                "negate: expected result [tensor<f64>], found [tensor<f32>]",
                new Program(
                        "f",
                        List.of(F64, TensorType.of(DType.F32)),
                        Ints.of(0),
                        List.of(negate(0, 1)),
                        Ints.of(1)));
        refused(
                "negate: expected 1 operands, found 2",
                raw(
                        2,
                        Ints.of(0),
                        Ints.of(1),
                        new Equation(NEGATE, Ints.of(0, 0), Ints.of(1), null)));
        refused(
                "negate: expected result [tensor<f64>], found [tensor<f64>, tensor<f64>]",
                raw(
                        3,
                        Ints.of(0),
                        Ints.of(1),
                        new Equation(NEGATE, Ints.of(0), Ints.of(1, 2), null)));
    }

    @Test
    void anEquationOfTwoResultsHasNoSingleOne() {
        Equation e = new Equation(new Op.ArgReduce(true, 0), Ints.EMPTY, Ints.of(1, 2), null);
        assertEquals(
                "argmax has 2 outputs",
                assertThrows(IllegalStateException.class, e::output).getMessage());
    }

    @Test
    void printing() {
        Program p =
                Programs.of((b, x) -> b.transpose(b.negate(x[0]), Ints.of(1, 0)), Shape.of(2, 3));
        assertEquals(
                """
                f(%0: tensor<2x3xf64>) {
                  %1: tensor<2x3xf64> = negate %0
                  %2: tensor<3x2xf64> = Transpose[permutation=[1, 0]] %1
                  return %2
                }
                """,
                p.toString());
    }

    @Test
    void aProgramOfTenThousandEquationsSurvivesSerialisation() throws Exception {
        Program p =
                Programs.of(
                        (b, x) -> {
                            int y = x[0];
                            for (int i = 0; i < 5000; i++) {
                                y =
                                        b.unary(
                                                UnaryFunction.SINE,
                                                b.add(y, b.scalar(DType.F64, i % 7)));
                            }
                            return y;
                        },
                        Shape.SCALAR);
        assertTrue(p.equations().size() > 10_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(p);
        }
        Object read =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        Program copy = ProgramChecker.check((Program) read);
        assertEquals(p.toString(), copy.toString());
        assertEquals(p.equations(), copy.equations());
        List<Tensor> x = List.of(Tensor.scalar(0.3));
        assertEquals(Interpreter.run(p, x), Interpreter.run(copy, x));
    }
}
