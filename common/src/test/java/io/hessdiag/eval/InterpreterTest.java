package io.hessdiag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.kernel.BinaryKernel;
import io.hessdiag.kernel.CompareKernel;
import io.hessdiag.kernel.UnaryKernel;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterpreterTest {
    @Test
    void everyFunctionAndCombinerHasAKernelOfItsName() {
        for (UnaryFunction f : UnaryFunction.values()) {
            assertEquals(f.name(), UnaryKernel.valueOf(f.name()).name());
        }
        for (BinaryFunction f : BinaryFunction.values()) {
            assertEquals(f.name(), BinaryKernel.valueOf(f.name()).name());
        }
        for (Combiner c : Combiner.values()) {
            assertEquals(c.name(), BinaryKernel.valueOf(c.name()).name());
        }
        assertEquals(
                Arrays.stream(Comparison.values()).map(Enum::name).toList(),
                Arrays.stream(CompareKernel.values()).map(Enum::name).toList());
    }

    /** log Σ exp of x·w per row, less the picked logit, averaged: a cross-entropy by hand. */
    @Test
    void crossEntropyOfTwoExamples() {
        ProgramBuilder b = new ProgramBuilder("loss");
        int x = b.input(TensorType.of(DType.F64, 2, 2));
        int w = b.input(TensorType.of(DType.F64, 2, 3));
        int z = b.emit(new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0)), x, w);
        int e = b.unary(UnaryFunction.EXPONENTIAL, z);
        int lse = b.unary(UnaryFunction.LOG, b.sum(e, Ints.of(1)));
        int picked = b.emit(new Op.Slice(Ints.of(0, 0), Ints.of(2, 1), Ints.of(1, 1)), z);
        int each = b.subtract(lse, b.reshape(picked, Shape.of(2)));
        int total = b.sum(each, Ints.of(0));
        Program p = b.build(b.divide(total, b.scalar(DType.F64, 2)));
        Tensor out =
                Interpreter.run(
                                p,
                                List.of(
                                        Tensor.of(Shape.of(2, 2), 1, 0, 0, 1),
                                        Tensor.of(Shape.of(2, 3), 0, 0, 0, 1, 2, 3)))
                        .get(0);
        double second = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) - 1;
        assertEquals((Math.log(3) + second) / 2, out.get(0), 1e-15);
    }

    /** Of log 1, log 2, log 3 and, above the largest number, of 800. */
    @Test
    void softmaxAndLogSumExp() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64, 3, 2));
        Program p =
                b.build(
                        b.emit(new Op.LogSumExp(Ints.of(0)), x),
                        b.emit(new Op.Softmax(Ints.of(0)), x),
                        b.emit(new Op.LogSumExp(Ints.EMPTY), x));
        Tensor in = Tensor.of(Shape.of(3, 2), 0, 1, Math.log(2), 800, Math.log(3), 2);
        List<Tensor> out = Interpreter.run(p, List.of(in));
        assertEquals(Math.log(6), out.get(0).get(0), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, out.get(0).get(1));
        for (int i = 0; i < 3; i++) {
            assertEquals((i + 1) / 6.0, out.get(1).get(2 * i), 1e-15);
        }
        assertEquals(0, out.get(1).get(1));
        assertEquals(Double.NaN, out.get(1).get(3));
        assertEquals(Math.log(3), out.get(2).get(4), 1e-15);
    }

    @Test
    void anInputMayBeAnOutputAndAnOutputMayRepeat() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64));
        int y = b.negate(x);
        List<Tensor> out = Interpreter.run(b.build(x, y, y), List.of(Tensor.scalar(3)));
        assertEquals(List.of(Tensor.scalar(3), Tensor.scalar(-3), Tensor.scalar(-3)), out);
    }

    @Test
    void inputsOfOtherTypesAreRefused() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64, 2));
        Program p = b.build(x);
        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Interpreter.run(p, List.of(Tensor.scalar(1))))
                        .getMessage();
        assertEquals("f: expected inputs [tensor<2xf64>], found [tensor<f64>]", message);
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> Interpreter.run(p, List.of()))
                        .getMessage()
                        .contains("found []"));
    }
}
