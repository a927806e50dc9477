package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same function as an operation, a composite and a custom call. */
class ElementwiseFormsTest {
    private static final Tensor X =
            Tensor.of(
                    Shape.of(4),
                    Double.NEGATIVE_INFINITY,
                    -1.5,
                    Double.NaN,
                    Double.POSITIVE_INFINITY);

    private static Tensor run(String operation, String result) {
        return Interpreter.run(
                        Texts.program(
                                "%x: tensor<4xf64>",
                                "tensor<4x" + result + ">",
                                "%r = " + operation + "\n return %r : tensor<4x" + result + ">"),
                        List.of(X))
                .get(0);
    }

    @Test
    void infinities() {
        String types = " %x : tensor<4xf64> -> tensor<4xi1>";
        assertArrayEquals(
                new boolean[] {true, false, false, true},
                run("chlo.is_inf" + types, "i1").booleans());
        assertArrayEquals(
                new boolean[] {false, false, false, true},
                run("chlo.is_pos_inf" + types, "i1").booleans());
        assertArrayEquals(
                new boolean[] {true, false, false, false},
                run("chlo.is_neg_inf" + types, "i1").booleans());
    }

    @Test
    void realNumbersAreTheirOwnRealPartAndConjugate() {
        assertEquals(X, run("stablehlo.real %x : (tensor<4xf64>) -> tensor<4xf64>", "f64"));
        assertEquals(X, run("chlo.conj %x : tensor<4xf64> -> tensor<4xf64>", "f64"));
        assertArrayEquals(
                new double[4],
                run("stablehlo.imag %x : (tensor<4xf64>) -> tensor<4xf64>", "f64").doubles());
    }

    @Test
    void constantsLikeAnOperand() {
        assertArrayEquals(
                new double[] {0.5, 0.5, 0.5, 0.5},
                run(
                                "\"chlo.constant_like\"(%x) <{value = 5.0e-1 : f64}> :"
                                        + " (tensor<4xf64>) -> tensor<4xf64>",
                                "f64")
                        .doubles());
    }

    private static void sameInEveryForm(
            String name, String dialect, int operands, boolean isFloat) {
        String type = isFloat ? "tensor<f64>" : "tensor<i32>";
        String in = "%x, %x".substring(operands == 1 ? 4 : 0);
        String signature = " : (" + (operands == 1 ? type : type + ", " + type) + ") -> " + type;
        String generic = "\"" + dialect + "." + name + "\"(" + in + ")" + signature;
        String call = "stablehlo.custom_call @mhlo." + name + "(" + in + ")" + signature;
        String composite = "stablehlo.composite \"chlo." + name + "\" " + in + signature;
        for (String form : new String[] {call, composite}) {
            Texts.assertSame(program(generic, type), program(form, type));
        }
    }

    private static io.hessdiag.ir.Program program(String operation, String type) {
        return Texts.program("%x: " + type, type, "%r = " + operation + "\n return %r : " + type);
    }

    @ParameterizedTest
    @EnumSource
    void unary(UnaryFunction f) {
        assumeTrue(!f.dialect().equals("jax") && f != UnaryFunction.IS_FINITE);
        boolean integer =
                f == UnaryFunction.NOT
                        || f == UnaryFunction.POPCNT
                        || f == UnaryFunction.COUNT_LEADING_ZEROS;
        sameInEveryForm(f.text(), f.dialect(), 1, !integer);
    }

    @ParameterizedTest
    @EnumSource
    void binary(BinaryFunction f) {
        assumeTrue(!f.dialect().equals("jax"));
        boolean integer =
                switch (f) {
                    case AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT_ARITHMETIC, SHIFT_RIGHT_LOGICAL ->
                            true;
                    default -> false;
                };
        sameInEveryForm(f.text(), f.dialect(), 2, !integer);
    }
}
