package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import java.io.IOException;
import java.nio.file.Path;
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
