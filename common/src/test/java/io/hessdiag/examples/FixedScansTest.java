package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedScansTest {
    private static final TensorType ROW = TensorType.of(DType.F64, 3);
    private static final int STEPS = 4;

    /**
     * (w, k; h, m; v, x) → (h′, m′, noise, h′): the mean m of rows x is kept, and makes a noise
     * that moves h; w and v are parameters.
     */
    private static Op.Scan loop(boolean reverse) {
        ProgramBuilder s = new ProgramBuilder("step");
        int w = s.input(ROW);
        int k = s.input(ROW);
        int h = s.input(ROW);
        int m = s.input(ROW);
        int v = s.input(ROW);
        int x = s.input(ROW);
        int mean = s.add(s.multiply(m, s.fullLike(m, 0.9)), x);
        int noise = s.unary(UnaryFunction.SINE, s.multiply(mean, k));
        int moved = s.add(s.multiply(h, w), s.add(noise, s.multiply(v, m)));
        int next = s.unary(UnaryFunction.TANH, moved);
        Program body = s.build(next, mean, noise, s.multiply(next, x));
        return new Op.Scan(2, 2, STEPS, reverse, body);
    }

    private static Program program(boolean reverse) {
        ProgramBuilder b = new ProgramBuilder("f");
        int[] in = new int[6];
        for (int i = 0; i < in.length; i++) {
            in[i] = b.input(i < 4 ? ROW : ROW.withShape(ROW.shape().prepend(STEPS)));
        }
        return b.build(b.apply(loop(reverse), Ints.of(in)));
    }

    /** Parameters are the inputs w, h and v. */
    private static Program split(Program p) {
        return FixedScans.split(p, i -> i == 1 || i == 3 || i == 5).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allResultsKeepTheirBits(boolean reverse) {
        Program before = program(reverse);
        Program after = ProgramChecker.check(split(before));
        for (int seed = 0; seed < 10; seed++) {
            List<Tensor> x = Programs.random(new Random(seed), before.inputTypes());
            assertEquals(Interpreter.run(before, x), Interpreter.run(after, x));
        }
    }

    @Test
    void theLoopThatParametersDecideGetsTheRestAsRows() {
        Program after = split(program(false));
        Op.Scan last =
                after.equations().stream()
                        .map(e -> (Op.Scan) e.op())
                        .filter(s -> s.carries() == 1 && s.constants() == 2)
                        .reduce((first, second) -> second)
                        .orElseThrow();
        List<String> left = last.body().equations().stream().map(e -> e.op().name()).toList();
        assertEquals(List.of("multiply", "multiply", "add", "add", "tanh", "multiply"), left);
    }

    @Test
    void whatIsAllOfOneKindStays() {
        Program p = program(false);
        assertEquals(Optional.empty(), FixedScans.split(p, i -> false));
        assertEquals(Optional.empty(), FixedScans.split(p, i -> true), "no parameter at all");
    }
}
