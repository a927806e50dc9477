package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A network whose sweeps would need arrays of more than 2³¹ elements: two gelu convolutions. */
class LargeShapesTest {
    private static Loss loss() throws IOException {
        return LossBundle.read(Path.of("src/test/resources/large/cnn-gelu"));
    }

    @Test
    void goByIndexWithTheReason() throws IOException {
        Explanation e = Explanation.of(DiagonalPlan.create(loss(), PlanOptions.DEFAULT));
        assertTrue(e.steps().stream().allMatch(s -> s.method() == Method.INDEX));
        assertEquals(2 * 4, e.misses().size());
        assertTrue(e.misses().stream().allMatch(m -> m.reason().contains("elements")));
    }

    @Test
    void areRefusedWhereAMethodIsForced() throws IOException {
        PlanOptions forced = PlanOptions.DEFAULT.withMethod(Method.CURVATURE);
        Loss loss = loss();
        PlanException refused =
                assertThrows(PlanException.class, () -> DiagonalPlan.create(loss, forced));
        assertTrue(refused.getMessage().contains("elements"), refused.getMessage());
    }
}
