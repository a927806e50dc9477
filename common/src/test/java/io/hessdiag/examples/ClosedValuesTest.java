package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClosedValuesTest {
    private static final int N = 4;
    private static final TensorType ROW = TensorType.of(DType.F64, N);

    /** x ↦ x · numbers + noise, and something that depends on nothing but a splat. */
    private static int step(ProgramBuilder b, int x, long seed) {
        int numbers = b.convert(b.emit(new Op.Iota(TensorType.of(DType.I64, N), 0)), DType.F64);
        int noise = b.constant(Programs.random(new Random(seed), ROW.shape()));
        int half = b.multiply(b.fullLike(x, 0.5), b.fullLike(x, 0.25));
        return b.add(b.multiply(b.multiply(x, numbers), half), noise);
    }

    private static Program program(String name, long seed) {
        ProgramBuilder b = new ProgramBuilder(name);
        int x = b.input(ROW);
        return b.build(step(b, x, seed));
    }

    private static Program small() {
        ProgramBuilder t = new ProgramBuilder("small");
        int x = t.input(ROW);
        int limits = t.constant(Programs.random(new Random(9), ROW.shape()));
        int above = t.compare(Comparison.LT, x, t.add(limits, t.fullLike(x, 0.5)));
        int all = t.emit(new Op.Reduce(Combiner.AND, Ints.of(0)), above, t.scalar(DType.I1, 1));
        return t.build(all);
    }

    /** A loop in a loop, a loop with a test, branches: whatever has bodies. */
    private static Program nested() {
        ProgramBuilder outer = new ProgramBuilder("outer");
        int c = outer.input(ROW);
        int again = outer.emit(new Op.Scan(0, 1, 2, false, program("inner", 1)), c);
        Program twice = outer.build(step(outer, again, 2));
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(ROW);
        int looped = b.emit(new Op.Scan(0, 1, 3, true, twice), x);
        int until = b.emit(new Op.While(0, small(), program("more", 3)), looped);
        int index =
                b.convert(
                        b.compare(Comparison.GT, Programs.total(b, x), b.scalar(DType.F64, 0)),
                        DType.I32);
        Op choice = new Op.Case(List.of(program("one", 4), program("other", 5)));
        return b.build(b.binary(BinaryFunction.ADD, b.emit(choice, index, until), x));
    }

    private static List<String> inside(Program p) {
        List<String> names = new ArrayList<>();
        for (Equation e : p.equations()) {
            for (Program body : Bodies.of(e.op())) {
                body.equations().stream().map(q -> q.op().name()).forEach(names::add);
                names.addAll(inside(body));
            }
        }
        return names;
    }

    @Test
    void loopsGetWhatHasRoomForExamplesFromOutside() {
        Program before = nested();
        Program after = ProgramChecker.check(ClosedValues.lift(before, N));
        assertEquals(true, inside(before).contains("iota"));
        assertEquals(false, inside(after).contains("iota"));
        for (int seed = 0; seed < 10; seed++) {
            List<Tensor> x = Programs.random(new Random(seed), before.inputTypes());
            assertEquals(Interpreter.run(before, x), Interpreter.run(after, x));
        }
    }

    @Test
    void whatHasNoRoomForExamplesStays() {
        Program before = nested();
        Program after = ProgramChecker.check(ClosedValues.lift(before, 3));
        assertEquals(inside(before), inside(after));
    }
}
