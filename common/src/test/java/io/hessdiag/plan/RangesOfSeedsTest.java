package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one example does not fit into the budget, its seeds are taken some at a time. */
class RangesOfSeedsTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private static PlanOptions options(Method method) {
        return PlanOptions.DEFAULT.withMethod(method).withBlockExamples(1);
    }

    private static long bytes(DiagonalPlan plan) {
        return plan.parts().stream().mapToLong(Part::bytes).max().orElseThrow();
    }

    private static int ranges(DiagonalPlan plan) {
        return plan.parts().stream().mapToInt(Part::seedRanges).max().orElseThrow();
    }

    /** Of attention, convolutions, normalisation over the batch, a gated recurrence. */
    @ParameterizedTest
    @CsvSource({
        "bundles/transformer-block, SITE, 16",
        "bundles/transformer-block, CURVATURE, 16",
        "bundles/cnn-relu-maxpool, SITE, 32",
        "goldens/transformer_block, SITE, 8",
        "goldens/transformer_block, CURVATURE, 8",
        "goldens/cnn_tanh_avgpool, SITE, 8",
        "goldens/cnn_strided_dilated_grouped, SITE, 4",
        "goldens/batch_norm_train, SITE, 4",
        "goldens/lstm_scan, SITE, 2",
    })
    void aFractionOfTheMemoryGivesTheSameEntries(String bundle, Method method, int fraction)
            throws IOException {
        Loss loss = LossBundle.read(RESOURCES.resolve(bundle));
        DiagonalPlan whole = DiagonalPlan.create(loss, options(method));
        long budget = bytes(whole) / fraction;
        DiagonalPlan plan = DiagonalPlan.create(loss, options(method).withMemoryBlock(budget));
        assertEquals(1, ranges(whole));
        assertTrue(ranges(plan) > 1);
        assertTrue(bytes(plan) < 1.25 * budget, bytes(plan) + " bytes of " + budget);
        assertClose(whole.run().leaves(), plan.run().leaves());
    }

    private static void assertClose(List<Tensor> expected, List<Tensor> found) {
        double all = expected.stream().mapToDouble(RangesOfSeedsTest::largest).max().orElse(0);
        for (int i = 0; i < expected.size(); i++) {
            double bound = 1e-12 * largest(expected.get(i)) + 1e-15 * all;
            for (int k = 0; k < expected.get(i).size(); k++) {
                assertEquals(expected.get(i).get(k), found.get(i).get(k), bound, "leaf " + i);
            }
        }
    }

    private static double largest(Tensor t) {
        return Arrays.stream(t.toFloat(DType.F64).doubles()).map(Math::abs).max().orElse(0);
    }

    private static Loss transformer() throws IOException {
        return LossBundle.read(RESOURCES.resolve("bundles/transformer-block"));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 128})
    void autoTakesThemWhereIndexIsDearer(int kibibytes) throws IOException {
        PlanOptions options = PlanOptions.DEFAULT.withMemoryBlock(kibibytes << 10);
        DiagonalPlan plan = DiagonalPlan.create(transformer(), options);
        assertTrue(ranges(plan) > 1);
        DiagonalPlan index = DiagonalPlan.create(transformer(), options.withMethod(Method.INDEX));
        assertTrue(seconds(plan) < seconds(index));
        assertClose(index.run().leaves(), plan.run().leaves());
    }

    private static double seconds(DiagonalPlan plan) {
        return Rates.NOMINAL.seconds(Explanation.of(plan).work());
    }

    @Test
    void whatDoesNotFitInAnyNumberIsRefused() throws IOException {
        PlanOptions options = options(Method.CURVATURE).withMemoryBlock(16 << 10);
        Loss loss = transformer();
        PlanException refused =
                assertThrows(PlanException.class, () -> DiagonalPlan.create(loss, options));
        assertTrue(refused.getMessage().contains("ranges of seeds takes"), refused::getMessage);
    }

    /** Units cover every range of every block once. */
    @Test
    void unitsCoverAllRanges() throws IOException {
        PlanOptions options = options(Method.SITE).withMemoryBlock(128 << 10);
        DiagonalPlan plan = DiagonalPlan.create(transformer(), options);
        Part part = plan.parts().get(0);
        int[] seen = new int[part.summand().blocks() * part.seedRanges()];
        for (WorkUnit u : part.units()) {
            for (int b = 0; b < u.blocks(); b++) {
                for (int r = 0; r < u.count(); r++) {
                    seen[(u.firstBlock() + b) * part.seedRanges() + u.start() + r]++;
                }
            }
        }
        assertTrue(part.units().size() > part.summand().blocks());
        assertTrue(Arrays.stream(seen).allMatch(n -> n == 1), Arrays.toString(seen));
        double entries = part.units().stream().mapToDouble(WorkUnit::entries).sum();
        assertEquals(plan.entries(), entries, 1e-9 * entries);
    }
}
