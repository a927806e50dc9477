package io.hessdiag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Location;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NonFiniteTest {
    private static Program logThenSquare() {
        ProgramBuilder b = new ProgramBuilder("f").at(new Location("loss.mlir", 12, 31));
        int x = b.input(TensorType.of(DType.F64, 2, 2));
        int log = b.unary(UnaryFunction.LOG, x);
        return b.build(b.unary(UnaryFunction.SQUARE, log));
    }

    @Test
    void theFirstEquationWithFiniteOperandsIsNamed() {
        Tensor x = Tensor.of(Shape.of(2, 2), 1, 2, 0, 3);
        assertEquals(
                Optional.of(
                        "loss.mlir:12:31: log (equation 0) makes -Infinity at [1, 0] of "
                                + "tensor<2x2xf64>"),
                NonFinite.source(logThenSquare(), List.of(x)));
    }

    @Test
    void finiteProgramsHaveNone() {
        Tensor x = Tensor.of(Shape.of(2, 2), 1, 2, 3, 4);
        assertEquals(Optional.empty(), NonFinite.source(logThenSquare(), List.of(x)));
    }

    @Test
    void nonFiniteInputsAreNotAnEquationsFault() {
        Tensor x = Tensor.of(Shape.of(2, 2), 1, 2, Double.NaN, 3);
        assertEquals(Optional.empty(), NonFinite.source(logThenSquare(), List.of(x)));
    }

    @Test
    void infiniteConstantsAreMeant() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64, 2));
        int init = b.scalar(DType.F64, Double.NEGATIVE_INFINITY);
        int max = b.emit(new Op.Reduce(Combiner.MAXIMUM, Ints.of(0)), x, init);
        assertEquals(
                Optional.empty(),
                NonFinite.source(b.build(max), List.of(Tensor.of(Shape.of(2), 1, 2))));
    }
}
