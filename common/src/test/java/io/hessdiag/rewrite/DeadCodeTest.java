package io.hessdiag.rewrite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadCodeTest {
    private static final TensorType SCALAR = TensorType.of(DType.F64);

    /** (k, l, p, q, s, x, z) → (p k + s, q + l, s + x, p, z z): p reads s, q stands alone. */
    private static Op.Scan scan() {
        ProgramBuilder b = new ProgramBuilder("body");
        int[] v = new int[7];
        for (int i = 0; i < v.length; i++) {
            v[i] = b.input(SCALAR);
        }
        Program body =
                b.build(
                        b.add(b.multiply(v[2], v[0]), v[4]),
                        b.add(v[3], v[1]),
                        b.add(v[4], v[5]),
                        v[2],
                        b.multiply(v[6], v[6]));
        return new Op.Scan(2, 3, 4, false, body);
    }

    private static Program using(Ints results) {
        ProgramBuilder b = new ProgramBuilder("main");
        Ints in = Ints.EMPTY;
        for (int i = 0; i < 7; i++) {
            in = in.append(b.input(i < 5 ? SCALAR : TensorType.of(DType.F64, 4)));
        }
        return b.build(b.apply(scan(), in).pick(results));
    }

    private static Op.Scan check(int constants, int carries, int inputs, int... results) {
        Program p = using(Ints.of(results));
        Program live = ProgramChecker.check(DeadCode.eliminate(p));
        assertEquals(p.inputTypes(), live.inputTypes());
        Op.Scan scan = (Op.Scan) live.equations().get(0).op();
        assertEquals(
                List.of(constants, carries, inputs),
                List.of(scan.constants(), scan.carries(), scan.body().inputs().size()));
        double[] rows = {1, -2, 3, 5};
        List<Tensor> in =
                List.of(
                        Tensor.scalar(2.0),
                        Tensor.scalar(3.0),
                        Tensor.scalar(0.5),
                        Tensor.scalar(7.0),
                        Tensor.scalar(-1.0),
                        Tensor.of(TensorType.of(DType.F64, 4), rows),
                        Tensor.of(TensorType.of(DType.F64, 4), rows));
        List<Tensor> expected = Interpreter.run(p, in);
        List<Tensor> found = Interpreter.run(live, in);
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i).doubles(), found.get(i).doubles());
        }
        return scan;
    }

    @Test
    void aCarryThatStandsAloneGoesWithItsConstant() {
        check(1, 2, 4, 0);
    }

    @Test
    void aCarryThatAnotherOneReadsStays() {
        check(1, 2, 4, 3);
        check(0, 1, 2, 2);
    }

    @Test
    void rowsThatOnlyDeadResultsReadGo() {
        check(1, 1, 2, 1);
        check(0, 0, 1, 4);
    }

    @Test
    void aLoopAllOfWhichIsUsedStaysAsItIs() {
        assertEquals(scan(), check(2, 3, 7, 0, 1, 2, 3, 4));
        assertEquals(4, check(2, 3, 7, 4, 1, 0).body().outputs().size());
    }

    @Test
    void aLoopWhoseResultsAreNotUsedGoes() {
        assertEquals(List.of(), DeadCode.eliminate(using(Ints.EMPTY)).equations());
    }

    @Test
    void theBodyOfALoopInALoopIsCutToo() {
        ProgramBuilder b = new ProgramBuilder("outer");
        int p = b.input(SCALAR);
        int x = b.input(TensorType.of(DType.F64, 4));
        Ints in = Ints.of(p, p, p, p, p, x, x);
        Program body = b.build(b.apply(scan(), in).pick(Ints.of(2, 1)));
        ProgramBuilder o = new ProgramBuilder("main");
        Ints args = Ints.of(o.input(SCALAR), o.input(TensorType.of(DType.F64, 3, 4)));
        Program main = o.build(o.apply(new Op.Scan(0, 1, 3, true, body), args).get(0));
        Op.Scan outer = (Op.Scan) DeadCode.eliminate(main).equations().get(0).op();
        assertEquals(1, outer.body().outputs().size());
        Op.Scan inner = (Op.Scan) outer.body().equations().get(0).op();
        assertEquals(
                List.of(0, 1, 1),
                List.of(inner.constants(), inner.carries(), inner.body().outputs().size()));
    }

    /** (x, y) → (x x, y y) or (x, y). */
    @Test
    void choicesKeepWhatTheirResultsNeed() {
        Program[] branches = new Program[2];
        for (int i = 0; i < 2; i++) {
            ProgramBuilder b = new ProgramBuilder("branch");
            int x = b.input(SCALAR);
            int y = b.input(SCALAR);
            branches[i] = i == 1 ? b.build(x, y) : b.build(b.multiply(x, x), b.multiply(y, y));
        }
        ProgramBuilder b = new ProgramBuilder("main");
        Ints in = Ints.of(b.input(TensorType.of(DType.I32)), b.input(SCALAR), b.input(SCALAR));
        Program p = b.build(b.apply(new Op.Case(List.of(branches)), in).get(1));
        Program live = ProgramChecker.check(DeadCode.eliminate(p));
        assertEquals(Ints.of(0, 2), live.equations().get(0).inputs());
        for (int i = 0; i < 2; i++) {
            List<Tensor> values =
                    List.of(Tensor.scalar(DType.I32, i), Tensor.scalar(3.0), Tensor.scalar(5.0));
            assertEquals(i == 0 ? 25 : 5, Interpreter.run(live, values).get(0).get(0));
        }
    }

    @Test
    void sortsKeepTheirKeys() {
        ProgramBuilder c = new ProgramBuilder("comparator");
        int[] v = new int[6];
        for (int i = 0; i < v.length; i++) {
            v[i] = c.input(SCALAR);
        }
        Program comparator = c.build(c.compare(Comparison.LT, v[2], v[3]));
        TensorType row = TensorType.of(DType.F64, 3);
        ProgramBuilder b = new ProgramBuilder("main");
        Ints in = Ints.of(b.input(row), b.input(row), b.input(row));
        Program p = b.build(b.apply(new Op.Sort(0, true, comparator), in).get(2));
        Program live = ProgramChecker.check(DeadCode.eliminate(p));
        assertEquals(Ints.of(1, 2), live.equations().get(0).inputs());
        List<Tensor> values =
                List.of(
                        Tensor.zeros(row),
                        Tensor.of(row, new double[] {3, 1, 2}),
                        Tensor.of(row, new double[] {4, 5, 6}));
        assertArrayEquals(new double[] {5, 6, 4}, Interpreter.run(live, values).get(0).doubles());
    }
}
