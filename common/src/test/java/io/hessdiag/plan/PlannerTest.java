package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.Programs;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");

    /** A network with an L2 penalty, on so many examples. */
    private static Loss network(int examples, int width) {
        Random random = new Random(5);
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Programs.random(random, Shape.of(6, width)));
        Expr v = b.parameter("['v']", Programs.random(random, Shape.of(width, 3)));
        Expr x = b.data(Programs.random(random, Shape.of(examples, 6)));
        Expr y = b.data(Programs.random(random, Shape.of(examples, 3)));
        Expr fit = x.matmul(w).tanh().matmul(v).sub(y).square().mean();
        return b.build(fit.add(w.square().sum().mul(0.1)));
    }

    private static List<Tensor> run(Loss loss, PlanOptions options) {
        return DiagonalPlan.create(loss, options).run().leaves();
    }

    private static void assertClose(List<Tensor> expected, List<Tensor> found, double tolerance) {
        for (int i = 0; i < expected.size(); i++) {
            double bound = tolerance * Programs.largest(expected.get(i).doubles());
            assertArrayEquals(expected.get(i).doubles(), found.get(i).doubles(), bound);
        }
    }

    @Test
    void examplesAndParametersOnlyArePartsOfTheirOwn() {
        Explanation plan = Explanation.of(DiagonalPlan.create(network(40, 5), PlanOptions.DEFAULT));
        assertEquals("a sum over 40 examples", plan.structure());
        assertEquals(
                List.of("examples", "parameters only"),
                plan.steps().stream().map(Explanation.Step::part).toList());
        assertTrue(plan.misses().isEmpty());
    }

    @Test
    void blocksOfAnySizeGiveTheSame() {
        Loss loss = network(37, 5);
        List<Tensor> expected = run(loss, PlanOptions.DEFAULT.withMethod(Method.INDEX));
        for (int size : new int[] {1, 2, 5, 36, 37, 100}) {
            for (Method method : List.of(Method.SITE, Method.CURVATURE)) {
                PlanOptions options = PlanOptions.DEFAULT.withMethod(method);
                assertClose(expected, run(loss, options.withBlockExamples(size)), 1e-13);
            }
        }
    }

    /** A budget that one direction for all examples exceeds. */
    @Test
    void indexGoesBlockByBlockWhereAllExamplesAreTooMany() {
        Loss loss = network(2000, 8);
        PlanOptions index = PlanOptions.DEFAULT.withMethod(Method.INDEX);
        DiagonalPlan small = DiagonalPlan.create(loss, index.withMemoryBlock(64 << 10));
        assertTrue(Explanation.of(small).steps().get(0).blocks() > 1);
        assertClose(run(loss, index), small.run().leaves(), 1e-12);
    }

    @Test
    void memoryPerTaskStaysFlatInTheNumberOfExamples() {
        long few = bytes(network(40_000, 32));
        long many = bytes(network(320_000, 32));
        assertEquals(few, many, 0.2 * few);
        assertTrue(Math.max(few, many) <= 8 << 20, few + " and " + many + " bytes");
    }

    private static long bytes(Loss loss) {
        DiagonalPlan plan =
                DiagonalPlan.create(loss, PlanOptions.DEFAULT.withMethod(Method.CURVATURE));
        return Explanation.of(plan).steps().get(0).bytes();
    }

    @Test
    void plansAndTheirBitsAreTheSameEveryTime() {
        Loss loss = network(500, 9);
        DiagonalPlan one = DiagonalPlan.create(loss, PlanOptions.DEFAULT);
        DiagonalPlan other = DiagonalPlan.create(loss, PlanOptions.DEFAULT);
        assertEquals(Explanation.of(one), Explanation.of(other));
        assertEquals(bits(one), bits(other));
        one.reset();
        assertEquals(bits(one), bits(other));
    }

    private static List<String> bits(DiagonalPlan plan) {
        return plan.run().leaves().stream().map(t -> Arrays.toString(t.doubles())).toList();
    }

    @Test
    void theJvmThatMadeAPlanGetsItBack() throws IOException, ClassNotFoundException {
        DiagonalPlan plan = DiagonalPlan.create(network(5, 3), PlanOptions.DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(plan);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertTrue(plan == in.readObject());
        }
    }

    @Test
    void aForcedMethodThatCannotSaysWhyAndWhere() throws IOException {
        Loss loss = LossBundle.read(GOLDENS.resolve("cholesky_gp_marginal_likelihood"));
        PlanOptions options = PlanOptions.DEFAULT.withMethod(Method.CURVATURE);
        PlanException e =
                assertThrows(PlanException.class, () -> DiagonalPlan.create(loss, options));
        assertTrue(
                e.getMessage()
                        .matches(
                                "method = curvature cannot serve \\['amp'\\]: loss.mlir:\\d+:\\d+:"
                                        + " \\w+: its second derivative has no bilinear form;"
                                        + " use auto or index"),
                e.getMessage());
    }

    @Test
    void leavesBelowAnObstacleUseIndex() throws IOException {
        Loss loss = LossBundle.read(GOLDENS.resolve("cholesky_gp_marginal_likelihood"));
        Explanation plan = Explanation.of(DiagonalPlan.create(loss, PlanOptions.DEFAULT));
        assertTrue(plan.steps().stream().allMatch(s -> s.method() == Method.INDEX));
        assertTrue(plan.structure().startsWith("no sum over examples: loss.mlir:"));
        assertTrue(plan.misses().size() >= plan.rows().size());
    }

    @Test
    void whatNoBlockFitsIntoTheBudgetIsLeftToIndexOrRefused() {
        Loss loss = network(30, 64);
        PlanOptions small = PlanOptions.DEFAULT.withMemoryBlock(1 << 10);
        Explanation plan = Explanation.of(DiagonalPlan.create(loss, small));
        assertTrue(plan.steps().stream().allMatch(s -> s.method() == Method.INDEX), plan::toString);
        assertTrue(
                plan.misses().get(0).reason().matches("curvature takes \\d+ KiB at a time, .*"),
                plan::toString);
        for (Method method : List.of(Method.SITE, Method.CURVATURE)) {
            assertThrows(
                    PlanException.class, () -> DiagonalPlan.create(loss, small.withMethod(method)));
        }
        PlanOptions index = PlanOptions.DEFAULT.withMethod(Method.INDEX);
        assertClose(run(loss, index), run(loss, small), 1e-12);
    }
}
