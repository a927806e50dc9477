package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.Programs;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit passes what is right and finds what is wrong, whatever the scales of data. */
class AuditTest {
    private static Audit.Report audit(Loss loss, double error) {
        return audit(loss, error, 0);
    }

    /** With {@code offset} added to the first leaf's entries times 1 + error. */
    private static Audit.Report audit(Loss loss, double error, double offset) {
        DiagonalPlan plan = DiagonalPlan.create(loss, PlanOptions.DEFAULT);
        List<Tensor> diagonal = plan.assemble(plan.units().stream().map(plan::compute).toList());
        double[] values = diagonal.get(0).doubles();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] * (1 + error) + offset;
        }
        Audit audit = Audit.of(plan, diagonal, 8, Audit.defaultTolerance(loss.dtype()), 1);
        return audit.report(audit.tasks().stream().map(audit::run).toList());
    }

    /** mean (σ(w·x) − y)² with x as large as raw data are, and w as small as fits. */
    private static Loss logistic(double size) {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.of(Shape.of(1), 0.7 / size));
        Expr x = b.data(Tensor.of(Shape.of(3, 1), size, -0.4 * size, 1.9 * size));
        Expr y = b.data(Tensor.of(Shape.of(3), 0, 1, 1));
        return b.build(x.matmul(w).sigmoid().sub(y).square().mean());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 1e3, 1e5, 1e6, 1e7})
    void dataOfAnySizePassAndErrorsDoNot(double size) {
        Loss loss = logistic(size);
        assertTrue(audit(loss, 0).passed(), () -> audit(loss, 0).toString());
        assertFalse(audit(loss, 1e-4).passed());
    }

    /**
     * d²L is −4 at w, where the second unit alone is on: 0 to the left, and to the right −2, since
     * both are.
     */
    @Test
    void whereTheGradientJumpsIndexAloneDecides() {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.scalar(0.5));
        Expr first = w.sub(0.5).relu().add(1);
        Expr second = w.sub(0.5).add(1e-17).relu().add(1);
        Loss loss = b.build(first.square().sub(second.square().mul(2)));
        Audit.Report report = audit(loss, 0);
        assertTrue(report.passed(), report.toString());
        assertEquals(1, report.kinks());
        assertFalse(audit(loss, 1e-4).passed());
        assertEquals(0, audit(logistic(1), 0).kinks());
        assertEquals(0, audit(logistic(1), 1e-4).kinks());
    }

    /** max(w, 0) + 3 w + w² at 0: the gradient is 3 by convention, 3 to 4 by differences. */
    @Test
    void whereTheGradientJumpsItIsAConvention() {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.scalar(0));
        Loss loss = b.build(w.relu().add(w.mul(3)).add(w.square()));
        Audit.Report report = audit(loss, 0);
        assertTrue(report.passed(), report.toString());
        assertFalse(audit(loss, 1e-4).passed());
    }

    /** The loss, 10 and more, says nothing over steps so short that the kink is beyond them. */
    @Test
    void aKinkNearbyIsNoDeviationOfTheGradient() {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.scalar(0));
        Expr smooth = w.mul(3).add(w.square()).add(10);
        Audit.Report report = audit(b.build(w.sub(1e-7).relu().add(smooth)), 0);
        assertTrue(report.passed(), report.toString());
        assertEquals(0, report.kinks());
    }

    /** The chain's derivative is below the smallest double. */
    @Test
    void underflowIsNoDeviation() {
        LossBuilder b = new LossBuilder();
        Expr value = b.parameter("['w']", Tensor.of(Shape.of(1), 1));
        for (int i = 0; i < 300; i++) {
            value = value.mul(0.05).tanh();
        }
        Loss loss = b.build(value.sum());
        assertTrue(audit(loss, 0).passed(), () -> audit(loss, 0).toString());
    }

    /**
     * A shift of all keys changes no softmax, so that the gradient of their bias is what rounding
     * leaves of 0; so are its differences.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void roundingOfAGradientThatCancelsIsNoDeviation(int seed) {
        Random random = new Random(seed);
        LossBuilder b = new LossBuilder();
        Expr bias = b.parameter("['bias']", Programs.random(random, Shape.of(2)));
        Expr key = b.parameter("['key']", Programs.random(random, Shape.of(3, 2)));
        Expr query = b.data(Programs.random(random, Shape.of(4, 2)));
        Expr x = b.data(Programs.random(random, Shape.of(5, 3)));
        Expr scores = query.matmul(x.matmul(key).add(bias).transpose());
        Loss loss = b.build(scores.logSoftmax(-1).exp().matmul(x).square().mean());
        assertTrue(audit(loss, 0).passed(), () -> audit(loss, 0).toString());
        assertFalse(audit(loss, 0, 1e-9).passed());
    }

    private static Loss network(int examples) {
        Random random = new Random(7);
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Programs.random(random, Shape.of(3, 4)));
        Expr v = b.parameter("['v']", Programs.random(random, Shape.of(4, 1)));
        Expr x = b.data(Programs.random(random, Shape.of(examples, 3)));
        Expr y = b.data(Programs.random(random, Shape.of(examples, 1)));
        return b.build(x.matmul(w).tanh().matmul(v).sub(y).square().mean());
    }

    /** Too small for differences. */
    @Test
    void indexFindsAnErrorOfOneInABillion() {
        Audit.Report right = audit(network(5), 0);
        assertTrue(right.passed(), right::toString);
        Audit.Report wrong = audit(network(5), 1e-9);
        assertFalse(wrong.passed());
        assertTrue(wrong.maxDeviation() <= wrong.tolerance(), wrong::toString);
        assertTrue(wrong.worstByIndex().startsWith("['w']"), wrong::toString);
    }

    @Test
    void whereAllExamplesTakeTooLongOneBlockIsAudited() {
        PlanOptions options = PlanOptions.DEFAULT.withMethod(Method.CURVATURE);
        DiagonalPlan plan = DiagonalPlan.create(network(7), options.withBlockExamples(2));
        Audit audit = Audit.of(plan, plan.run().leaves(), 8, 1e-6, 1, 0);
        Audit.Report report = audit.report(audit.tasks().stream().map(audit::run).toList());
        assertTrue(report.passed(), report::toString);
        assertTrue(report.examples().matches("examples [0-6] to [0-6] of 7"), report::examples);
        assertTrue(audit.tasks().stream().anyMatch(t -> Math.abs(t.value()) > 1e-3));
    }

    @Test
    void whereAnEntryTakesTooLongOneOfEachLeafIsAudited() {
        DiagonalPlan plan = DiagonalPlan.create(network(7), PlanOptions.DEFAULT);
        Audit audit = Audit.of(plan, plan.run().leaves(), 1000, 1e-6, 1, 0);
        long leaves = audit.tasks().stream().map(Audit.Task::leaf).distinct().count();
        assertEquals(leaves, audit.tasks().size());
        assertEquals(plan.loss().parameterCount(), leaves);
    }
}
