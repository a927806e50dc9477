package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.ProgramGenerator;
import io.hessdiag.ir.Programs;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random programs over all ops: each transformation agrees with its definition. More seeds: {@code
 * -Dprograms=5000}. A failure prints its seed and its program.
 */
class RandomProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("programs", 250);

    private interface Property {
        void check(Program loss, List<Tensor> x, Random random);
    }

    private static void forAll(Property property) {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            Random random = new Random(seed);
            Program loss = ProgramGenerator.loss(random, 3 + random.nextInt(10));
            List<Tensor> x = Programs.random(random, loss.inputTypes());
            try {
                property.check(loss, x, random);
            } catch (RuntimeException | AssertionError e) {
                fail("seed " + seed + ": " + e.getMessage() + "\n" + loss, e);
            }
        }
    }

    @Test
    void gradientsEqualForwardDerivatives() {
        forAll(
                (loss, x, random) -> {
                    List<Tensor> g = Interpreter.run(Plain.gradient(loss), x);
                    assertEquals(Interpreter.run(loss, x).get(0), g.get(0));
                    List<Tensor> v = Programs.random(random, loss.inputTypes());
                    double slope = 0;
                    double size = 1;
                    for (int i = 0; i < v.size(); i++) {
                        slope += Programs.dot(g.get(1 + i), v.get(i));
                        size = Math.max(size, Programs.largest(g.get(1 + i).doubles()));
                    }
                    assertEquals(Plain.push(loss, x, v).get(0).get(0), slope, 1e-12 * size);
                });
    }

    @Test
    void diagonalsEqualTheirDefinition() {
        forAll(
                (loss, x, random) -> {
                    Program gradient = Plain.gradient(loss);
                    for (int leaf = 0; leaf < x.size(); leaf++) {
                        Shape shape = x.get(leaf).shape();
                        int k = 1 + random.nextInt(shape.size() + 3);
                        int start = random.nextInt(shape.size());
                        double[] all = Plain.diagonal(gradient, leaf, x);
                        double[] expected = new double[k];
                        for (int i = 0; i < k; i++) {
                            expected[i] = all[(start + i) % all.length];
                        }
                        Program diagonal =
                                ProgramChecker.check(Diagonal.of(gradient, leaf, 1 + leaf, k));
                        Program simple = ProgramChecker.check(Rewrites.simplify(diagonal));
                        String name = "leaf " + leaf;
                        double[] found = Plain.batched(diagonal, shape, k, start, x);
                        assertClose(expected, found, 1e-11, name);
                        found = Plain.batched(simple, shape, k, start, x);
                        assertClose(expected, found, 1e-11, name + ", simplified");
                    }
                });
    }

    /**
     * As with a gradient that came as a program of its own: any map, whose Jacobian has no
     * symmetry.
     */
    @Test
    void diagonalsOfJacobiansEqualTheirDefinition() {
        for (int seed = 0; seed < 2 * PROGRAMS; seed++) {
            Random random = new Random(seed);
            Program field = ProgramGenerator.field(random, 2 + random.nextInt(6));
            List<Tensor> x = Programs.random(random, field.inputTypes());
            Shape shape = x.get(0).shape();
            String name = "seed " + seed + ": " + field;
            double[] expected = Plain.diagonal(field, 0, 0, x);
            Program diagonal = ProgramChecker.check(Diagonal.of(field, 0, 0, shape.size()));
            double[] found = Plain.batched(diagonal, shape, shape.size(), 0, x);
            assertClose(expected, found, 1e-11, name);
        }
    }

    @Test
    void splitProgramsGiveTheSameBits() {
        forAll(
                (loss, x, random) -> {
                    Program p = Plain.jvp(Plain.gradient(loss), Ints.range(x.size()));
                    List<Tensor> in =
                            Programs.append(x, Programs.random(random, loss.inputTypes()));
                    int late = random.nextInt(in.size() + 1);
                    int known = in.size() - late;
                    PartialEvaluation split = PartialEvaluation.split(p, late);
                    ProgramChecker.check(split.early());
                    ProgramChecker.check(split.late());
                    List<Tensor> residuals = Interpreter.run(split.early(), in.subList(0, known));
                    List<Tensor> out =
                            Interpreter.run(
                                    split.late(),
                                    Programs.append(residuals, in.subList(known, in.size())));
                    assertEquals(Interpreter.run(p, in), out, () -> late + " late inputs");
                });
    }

    /** Nothing that is known early is left to do late, but for views and constants. */
    @Test
    void splitProgramsDoEarlyWhatTheyCan() {
        forAll(
                (loss, x, random) -> {
                    Program p = Plain.jvp(Plain.gradient(loss), Ints.of(0));
                    Program late = PartialEvaluation.split(p, 1).late();
                    boolean[] moves = Dependence.on(late, Ints.of(late.inputs().last()));
                    late.equations().stream()
                            .filter(e -> !moves[e.outputs().get(0)])
                            .forEach(
                                    e ->
                                            assertTrue(
                                                    List.of("constant", "iota", "broadcast_in_dim")
                                                            .contains(e.op().name()),
                                                    e.op().name()));
                });
    }

    @Test
    void everyOpOccursInTheRandomPrograms() {
        List<String> missing =
                new ArrayList<>(
                        List.of(
                                "constant",
                                "add",
                                "subtract",
                                "negate",
                                "multiply",
                                "divide",
                                "maximum",
                                "logaddexp",
                                "tanh",
                                "stop_gradient",
                                "compare",
                                "select",
                                "clamp",
                                "broadcast_in_dim",
                                "reshape",
                                "transpose",
                                "slice",
                                "concatenate",
                                "pad",
                                "reverse",
                                "iota",
                                "dot_general",
                                "reduce",
                                "logsumexp",
                                "softmax",
                                "argmax",
                                "gather",
                                "scatter"));
        forAll((loss, x, random) -> loss.equations().forEach(e -> missing.remove(e.op().name())));
        assertEquals(List.of(), missing);
    }
}
