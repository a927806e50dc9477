package io.hessdiag.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExchangeOperandsTest {
    private static final Op.DotGeneral DOT =
            new Op.DotGeneral(Ints.of(1), Ints.of(0), Ints.of(3), Ints.of(1));

    private final ProgramBuilder b = new ProgramBuilder("product");
    private final int x = b.input(TensorType.of(DType.F64, 3, 2, 4, 5));
    private final int y = b.input(TensorType.of(DType.F64, 2, 5, 6));

    /** [2, 3, 4, 6]: batch, the free axes of x, that of y. */
    private final int product = b.emit(DOT, x, y);

    private static Program simplified(Program before) {
        Program after = ProgramChecker.check(Rewrites.simplify(before));
        List<Tensor> in = Programs.random(new Random(2), before.inputTypes());
        List<Tensor> expected = Interpreter.run(before, in);
        List<Tensor> found = Interpreter.run(after, in);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).type(), found.get(i).type());
            for (int k = 0; k < expected.get(i).size(); k++) {
                assertEquals(expected.get(i).doubles()[k], found.get(i).doubles()[k], 1e-14);
            }
        }
        return after;
    }

    private static long transposes(Program p) {
        return p.equations().stream().filter(e -> e.op() instanceof Op.Transpose).count();
    }

    @Test
    void noTransposeIsLeftOfExchangedFreeAxes() {
        Program after = simplified(b.build(b.transpose(product, Ints.of(0, 3, 1, 2))));
        assertEquals(1, after.equations().size());
        assertTrue(after.equations().get(0).op() instanceof Op.DotGeneral);
    }

    @Test
    void anyOtherPermutationStays() {
        for (Ints p : List.of(Ints.of(0, 3, 2, 1), Ints.of(3, 0, 1, 2), Ints.of(0, 2, 3, 1))) {
            ProgramBuilder c = new ProgramBuilder("other");
            int l = c.input(b.type(x));
            int r = c.input(b.type(y));
            Program before = c.build(c.transpose(c.emit(DOT, l, r), p));
            assertEquals(1, transposes(simplified(before)), p.toString());
        }
    }

    /** Two products would cost more than a transpose. */
    @Test
    void aProductThatOthersReadStays() {
        Program before = b.build(b.transpose(product, Ints.of(0, 3, 1, 2)), product);
        Program after = simplified(before);
        assertEquals(2, after.equations().size());
        assertEquals(1, transposes(after));
    }
}
