package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.Programs;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network whose sweeps would need arrays of more than 2³¹ elements: two gelu convolutions. */
class LargeShapesTest {
    private static Loss loss() throws IOException {
        return LossBundle.read(Path.of("src/test/resources/large/cnn-gelu"));
    }

    @Test
    void goByIndex() throws IOException {
        Explanation e = Explanation.of(DiagonalPlan.create(loss(), PlanOptions.DEFAULT));
        assertTrue(e.steps().stream().allMatch(s -> s.method() == Method.INDEX));
    }

    /** One example at a time there is a way in ranges; for more, arrays would be too large. */
    @Test
    void waysInRangesTakeNoMoreExamplesThanArraysHold() {
        Random random = new Random(1);
        LossBuilder b = new LossBuilder();
        Expr s = b.parameter("['s']", Programs.random(random, Shape.of()));
        Expr w = b.parameter("['w']", Programs.random(random, Shape.of(256, 256)));
        Expr m = b.parameter("['m']", Programs.random(random, Shape.of(192, 192)));
        Expr v = b.parameter("['v']", Programs.random(random, Shape.of(256, 256)));
        Expr x = b.data(Programs.random(random, Shape.of(4, 192, 256)));
        Expr h = mixed(x.mul(s.broadcast(Shape.of(4, 192, 256))), w).transpose(0, 2, 1);
        h = mixed(mixed(h, m).transpose(0, 2, 1), v);
        Loss loss = b.build(h.square().sum());
        PlanOptions f32 = PlanOptions.DEFAULT.withDType(DType.F32);
        Explanation e = Explanation.of(DiagonalPlan.create(loss, f32));
        assertTrue(e.steps().stream().anyMatch(step -> step.ranges() > 1), e::toString);
    }

    private static Expr mixed(Expr x, Expr weights) {
        int[] dims = x.shape().toArray();
        return x.reshape(dims[0] * dims[1], dims[2]).matmul(weights).tanh().reshape(dims);
    }

    @ParameterizedTest
    @EnumSource(names = "INDEX", mode = EnumSource.Mode.EXCLUDE)
    void goInRangesWhereAMethodIsForced(Method method) throws IOException {
        PlanOptions forced = PlanOptions.DEFAULT.withMethod(method);
        Explanation.Step step = Explanation.of(DiagonalPlan.create(loss(), forced)).steps().get(0);
        assertEquals(method, step.method());
        assertTrue(step.ranges() > 64, step::toString);
        assertTrue(step.bytes() <= forced.memoryBlock(), step::toString);
    }
}
