package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.assertClose;
import static org.junit.jupiter.api.Assertions.fail;

import io.hessdiag.curvature.Curvature;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.ProgramGenerator;
import io.hessdiag.ir.Programs;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvatureProtoTest {
    static Optional<Program> make(Program p, Ints wrt) {
        Curvature c = Curvature.of(p, wrt.size());
        java.util.BitSet all = new java.util.BitSet();
        all.set(0, wrt.size());
        if (!c.servable().equals(all)) return Optional.empty();
        return Optional.of(
                Boolean.getBoolean("site")
                        ? c.sites(all)
                        : c.sweeps(all, Boolean.getBoolean("cuts")));
    }

    static boolean fails(Program loss, List<Tensor> x) {
        int m = Math.max(1, x.size() - 1);
        Optional<Program> p = make(loss, Ints.range(m));
        List<Tensor> found = Interpreter.run(ProgramChecker.check(p.get()), x);
        for (int leaf = 0; leaf < m; leaf++) {
            double[] expected = Plain.diagonal(Plain.gradient(loss), leaf, x);
            try {
                assertClose(expected, found.get(leaf).doubles(), 1e-10, "leaf " + leaf);
            } catch (AssertionError e) {
                return true;
            }
        }
        return false;
    }

    @Test
    void random() {
        int bad = 0;
        int skipped = 0;
        int n = Integer.getInteger("programs", 300);
        int from = Integer.getInteger("from", 0);
        for (int seed = from; seed < from + n; seed++) {
            Random random = new Random(seed);
            Program loss = ProgramGenerator.loss(random, 3 + random.nextInt(10));
            List<Tensor> x = Programs.random(random, loss.inputTypes());
            try {
                int m = Math.max(1, x.size() - 1);
                Optional<Program> p = make(loss, Ints.range(m));
                if (p.isEmpty()) {
                    skipped++;
                    continue;
                }
                Program c = Rewrites.simplify(ProgramChecker.check(p.get()));
                List<Tensor> found = Interpreter.run(c, x);
                for (int leaf = 0; leaf < m; leaf++) {
                    double[] expected = Plain.diagonal(Plain.gradient(loss), leaf, x);
                    assertClose(expected, found.get(leaf).doubles(), 1e-10, "leaf " + leaf);
                }
            } catch (RuntimeException | AssertionError e) {
                bad++;
                List<Tensor> sx = new java.util.ArrayList<>();
                Program small = Shrinking.shrink(loss, x, CurvatureProtoTest::fails, sx);
                System.out.println(
                        "seed "
                                + seed
                                + ": "
                                + e
                                + "\n"
                                + small
                                + sx
                                + "\n"
                                + make(small, Ints.range(Math.max(1, sx.size() - 1)))
                                        .map(Rewrites::simplify)
                                        .orElse(null)
                                + "\n"
                                + Interpreter.run(
                                        make(small, Ints.range(Math.max(1, sx.size() - 1))).get(),
                                        sx));
                for (int i = 0; i < sx.size(); i++)
                    System.out.println(
                            java.util.Arrays.toString(
                                    Plain.diagonal(Plain.gradient(small), i, sx)));
                if (bad <= 4) {
                    StackTraceElement[] st = e.getStackTrace();
                    for (int i = 0; i < Math.min(14, st.length); i++)
                        System.out.println("   " + st[i]);
                }
                if (bad > 12) break;
            }
        }
        System.out.println("bad " + bad + " skipped " + skipped);
        if (bad > 0) fail("bad " + bad);
    }
}
