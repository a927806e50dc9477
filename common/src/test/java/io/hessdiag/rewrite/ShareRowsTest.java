package io.hessdiag.rewrite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.Programs;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareRowsTest {
    private static final TensorType SCALAR = TensorType.of(DType.F64);

    /** (k, l, p, q, x, y) → (p k + x, q l + y, p, p, x y, p), with operands as given. */
    private static Program loop(int... positions) {
        ProgramBuilder s = new ProgramBuilder("body");
        int[] v = new int[6];
        for (int i = 0; i < v.length; i++) {
            v[i] = s.input(SCALAR);
        }
        Program body =
                s.build(
                        s.add(s.multiply(v[2], v[0]), v[4]),
                        s.add(s.multiply(v[3], v[1]), v[5]),
                        v[2],
                        v[2],
                        s.multiply(v[4], v[5]),
                        v[2]);
        ProgramBuilder b = new ProgramBuilder("main");
        Ints in = Ints.EMPTY;
        for (int i = 0; i < 6; i++) {
            in = in.append(b.input(i < 4 ? SCALAR : TensorType.of(DType.F64, 50)));
        }
        return b.build(b.apply(new Op.Scan(2, 2, 50, true, body), in.pick(Ints.of(positions))));
    }

    private static void check(int constants, int inputs, int... positions) {
        Program p = loop(positions);
        Program simple = Rewrites.simplify(p);
        assertEquals(1, simple.equations().size());
        assertTrue(simple.equations().get(0).op() instanceof Op.Scan);
        Op.Scan scan = (Op.Scan) simple.equations().get(0).op();
        assertEquals(
                List.of(constants, 2, inputs, 4),
                List.of(
                        scan.constants(),
                        scan.carries(),
                        scan.body().inputs().size(),
                        scan.body().outputs().size()));
        List<Tensor> in = Programs.random(new Random(1), p.inputTypes());
        List<Tensor> expected = Interpreter.run(p, in);
        List<Tensor> found = Interpreter.run(simple, in);
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i).doubles(), found.get(i).doubles());
        }
    }

    @Test
    void equalRowsOfTheBodyAreStackedOnce() {
        check(2, 6, 0, 1, 2, 3, 4, 5);
    }

    @Test
    void equalOperandsArePassedOnceUnlessTheyAreCarried() {
        check(1, 5, 0, 0, 2, 2, 4, 4 + 1);
        check(2, 5, 2, 1, 2, 2, 5, 5);
        check(1, 4, 1, 1, 1, 3, 4, 4);
    }
}
