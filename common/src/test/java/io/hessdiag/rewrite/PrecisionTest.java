package io.hessdiag.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.ProgramGenerator;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrecisionTest {
    private static List<Tensor> as(DType dtype, List<Tensor> x) {
        return x.stream().map(t -> Precision.of(t, dtype)).toList();
    }

    @Test
    void everyFloatOfTheResultHasTheTypeAndTheValueStays() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Program p = ProgramGenerator.loss(random, 10);
            Program single = ProgramChecker.check(Precision.of(p, DType.F32));
            for (int v = 0; v < single.values(); v++) {
                assertEquals(p.type(v).shape(), single.type(v).shape());
                assertEquals(
                        p.type(v).dtype().isFloat(),
                        single.type(v).dtype() == DType.F32,
                        "value " + v);
            }
            List<Tensor> x = as(DType.F32, Programs.random(random, p.inputTypes()));
            double exact = Interpreter.run(p, as(DType.F64, x)).get(0).get(0);
            double rounded = Interpreter.run(single, x).get(0).get(0);
            assertEquals(exact, rounded, 1e-3 * Math.max(1, Math.abs(exact)), "seed " + seed);
        }
    }

    @Test
    void backToF64IsTheProgramItself() {
        for (int seed = 0; seed < 50; seed++) {
            Program p = ProgramGenerator.loss(new Random(seed), 10);
            assertEquals(p.toString(), Precision.of(p, DType.F64).toString());
        }
    }

    @Test
    void f32ModulesComputedInF64LoseTheirRounding() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F32));
        int half = b.convert(b.unary(UnaryFunction.EXPONENTIAL, x), DType.F64);
        Program p = b.build(b.subtract(half, b.convert(b.convert(half, DType.F32), DType.F64)));
        Program wide = ProgramChecker.check(Precision.of(p, DType.F64));
        assertEquals(List.of(Tensor.scalar(0)), Interpreter.run(wide, List.of(Tensor.scalar(1))));
        Program exp = Precision.of(b.build(half), DType.F64);
        assertEquals(Math.E, Interpreter.run(exp, List.of(Tensor.scalar(1))).get(0).get(0), 1e-15);
    }

    @Test
    void integersAndBooleansStay() {
        ProgramBuilder b = new ProgramBuilder("f");
        int i = b.input(TensorType.of(DType.I32, 2));
        int p = b.input(TensorType.of(DType.I1));
        Program program = b.build(b.select(p, i, b.fullLike(i, 3)));
        assertEquals(program.toString(), Precision.of(program, DType.F32).toString());
        Tensor integers = Programs.integers(Shape.of(2), 1, 2);
        assertSame(integers, Precision.of(integers, DType.F32));
        assertEquals(Ints.of(0, 1), Precision.of(program, DType.F32).inputs());
    }
}
