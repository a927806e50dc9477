package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.assertClose;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.ProgramGenerator;
import io.hessdiag.ir.Programs;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Random programs: every mode of differentiation agrees with its definition. */
class DiagonalPropertyTest {
    private static final int PROGRAMS = Integer.getInteger("programs", 300);

    @Test
    void diagonalsOfRandomProgramsEqualTheirDefinition() {
        List<String> failures = new ArrayList<>();
        for (int seed = 0; seed < PROGRAMS; seed++) {
            Random random = new Random(seed);
            Program loss = ProgramGenerator.loss(random, 3 + random.nextInt(10));
            try {
                check(loss, random);
            } catch (RuntimeException | AssertionError e) {
                failures.add("seed " + seed + ": " + e + trace(e) + "\n" + loss);
            }
        }
        Assertions.assertEquals(List.of(), failures.stream().sorted((s, t) -> s.length() - t.length()).limit(3).toList(), failures.size() + " failures");
    }

    private static String trace(Throwable e) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < Math.min(12, e.getStackTrace().length); i++) s.append("\n  ").append(e.getStackTrace()[i]);
        return s.toString();
    }

    private static void check(Program loss, Random random) {
        List<Tensor> x = Programs.random(random, loss.inputTypes());
        Program gradient = Plain.gradient(loss);
        List<Tensor> v = Programs.random(random, loss.inputTypes());
        List<Tensor> g = Interpreter.run(gradient, x);
        double slope = 0;
        double size = 1;
        for (int i = 0; i < v.size(); i++) {
            slope += Programs.dot(g.get(1 + i), v.get(i));
            size = Math.max(size, Programs.largest(g.get(1 + i).doubles()));
        }
        double forward = Plain.push(loss, x, v).get(0).get(0);
        Assertions.assertEquals(forward, slope, 1e-12 * size, "gradient");
        for (int leaf = 0; leaf < x.size(); leaf++) {
            Shape shape = x.get(leaf).shape();
            int k = 1 + random.nextInt(shape.size() + 3);
            Program diagonal =
                    ProgramChecker.check(Diagonal.of(gradient, leaf, 1 + leaf, k));
            double[] all = Plain.diagonal(gradient, leaf, x);
            int start = random.nextInt(shape.size());
            double[] expected = new double[k];
            for (int i = 0; i < k; i++) {
                expected[i] = all[(start + i) % all.length];
            }
            assertClose(expected, Plain.batched(diagonal, shape, k, start, x), 1e-11, "leaf " + leaf);
            Program simple = ProgramChecker.check(Rewrites.simplify(diagonal));
            assertClose(expected, Plain.batched(simple, shape, k, start, x), 1e-11, "simplified " + leaf);
        }
    }
}
