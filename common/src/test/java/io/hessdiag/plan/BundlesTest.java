package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Executable;
import io.hessdiag.format.Npz;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.pytree.Selection;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real losses against expected loss, gradient and diagonal, from loss.mlir and from grad.mlir. */
class BundlesTest {
    private static final Path BUNDLES = Path.of("src/test/resources/bundles");
    private static final Path DIGITS = Path.of("../conf/digits");

    static Stream<Path> bundles() {
        return Stream.of(
                        "cnn-relu-maxpool",
                        "mlp-f32",
                        "mlp-gelu-exact",
                        "mlp-residual",
                        "mlp-sigmoid-onehot-l2",
                        "mlp-softplus-bce-zero-logits",
                        "mlp-tanh-deep",
                        "rnn-tanh-scan",
                        "seed-linear-tuple",
                        "seed-two-layer-pytree",
                        "transformer-block")
                .map(BUNDLES::resolve);
    }

    private static Loss derived(Loss loss) {
        return new Loss(loss.program(), null, loss.leaves(), loss.values(), Map.of());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void diagonalIsJaxs(Path bundle) throws IOException {
        Map<String, Tensor> expected = Npz.read(bundle.resolve("expected.npz"));
        Loss loss = LossBundle.read(bundle);
        for (Loss each : modes(loss)) {
            DiagonalPlan plan = DiagonalPlan.create(each, PlanOptions.DEFAULT);
            List<Tensor> diagonal = plan.run().leaves();
            for (int i = 0; i < diagonal.size(); i++) {
                assertClose(leaf(expected, "diag", i), diagonal.get(i), 1e-10);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void lossAndGradientAreJaxs(Path bundle) throws IOException {
        Map<String, Tensor> expected = Npz.read(bundle.resolve("expected.npz"));
        for (Loss each : modes(LossBundle.read(bundle))) {
            DiagonalPlan plan = DiagonalPlan.create(each, PlanOptions.DEFAULT);
            List<Tensor> out = Executable.compile(plan.gradient()).run(plan.arguments().values());
            assertClose(expected.get("loss"), out.get(0), 1e-12);
            for (int i = 1; i < out.size(); i++) {
                assertClose(leaf(expected, "grad", i - 1), out.get(i), 1e-12);
            }
        }
    }

    /** With the user's gradient where there is one, and with the one derived from the loss. */
    private static List<Loss> modes(Loss loss) {
        return loss.gradient().isPresent() ? List.of(loss, derived(loss)) : List.of(loss);
    }

    private static Tensor leaf(Map<String, Tensor> expected, String what, int i) {
        return expected.get(String.format("%s_%05d", what, i));
    }

    /** Relative to the leaf's largest entry. */
    private static void assertClose(Tensor expected, Tensor found, double tolerance) {
        double largest = 0;
        for (int i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.get(i)));
        }
        assertEquals(expected.shape(), found.shape());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.get(i), tolerance * largest, "entry " + i);
        }
    }

    @Test
    void singlePrecisionIsCloseWhenAskedFor() throws IOException {
        Path bundle = BUNDLES.resolve("mlp-f32");
        Map<String, Tensor> expected = Npz.read(bundle.resolve("expected.npz"));
        PlanOptions f32 = PlanOptions.DEFAULT.withDType(DType.F32);
        for (Loss each : modes(LossBundle.read(bundle))) {
            DiagonalPlan plan = DiagonalPlan.create(each, f32);
            List<Tensor> diagonal = plan.run().leaves();
            for (int i = 0; i < diagonal.size(); i++) {
                assertClose(leaf(expected, "diag", i), diagonal.get(i), 1e-4);
            }
            assertEquals(DType.F32, plan.arguments().values().get(0).dtype());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64})
    void blockSizeChangesNoEntry(int directions) throws IOException {
        Loss loss = LossBundle.read(BUNDLES.resolve("mlp-tanh-deep"));
        List<Tensor> expected = DiagonalPlan.create(loss, PlanOptions.DEFAULT).run().leaves();
        PlanOptions options =
                PlanOptions.DEFAULT.withMethod(Method.INDEX).withBlockDirections(directions);
        List<Tensor> found = DiagonalPlan.create(loss, options).run().leaves();
        for (int i = 0; i < found.size(); i++) {
            assertClose(expected.get(i), found.get(i), 1e-13);
        }
    }

    @Test
    void onlySelectedEntriesAreComputed() throws IOException {
        Loss loss = LossBundle.read(BUNDLES.resolve("seed-two-layer-pytree"));
        PlanOptions options =
                PlanOptions.DEFAULT.withSelection(Selection.parse("['linear1']['weight'][0,1]"));
        DiagonalPlan plan = DiagonalPlan.create(loss, options);
        assertEquals(1, plan.entries());
        List<Tensor> all = DiagonalPlan.create(loss, PlanOptions.DEFAULT).run().leaves();
        List<Tensor> found = plan.run().leaves();
        for (int leaf = 0; leaf < found.size(); leaf++) {
            for (int i = 0; i < found.get(leaf).size(); i++) {
                double expected = leaf == 1 && i == 1 ? all.get(1).get(1) : Double.NaN;
                assertEquals(expected, found.get(leaf).get(i));
            }
        }
    }

    @Test
    void directionsFollowFromTheBudget() throws IOException {
        Loss loss = LossBundle.read(BUNDLES.resolve("mlp-tanh-deep"));
        long previous = 0;
        for (long budget : new long[] {1 << 10, 1 << 16, 1 << 28}) {
            DiagonalPlan plan =
                    DiagonalPlan.create(
                            loss,
                            PlanOptions.DEFAULT.withMethod(Method.INDEX).withMemoryBlock(budget));
            long most = plan.units().stream().mapToLong(WorkUnit::count).max().orElseThrow();
            assertTrue(most > previous, budget + " bytes: " + most + " directions");
            previous = most;
        }
    }

    @Test
    void auditFindsOneWrongEntry() throws IOException {
        Loss loss = LossBundle.read(BUNDLES.resolve("mlp-softplus-bce-zero-logits"));
        DiagonalPlan plan = DiagonalPlan.create(loss, PlanOptions.DEFAULT);
        List<Tensor> diagonal = new ArrayList<>(plan.run().leaves());
        assertTrue(audit(plan, diagonal).passed());
        double[] spoilt = diagonal.get(2).doubles().clone();
        spoilt[0] *= 1.001;
        diagonal.set(2, Tensor.of(diagonal.get(2).type(), spoilt));
        Audit.Report report = audit(plan, diagonal);
        assertEquals(1e-3, report.maxDeviation(), 1e-5);
        assertEquals("['dense_1']['bias'][0]", report.worst());
    }

    private static Audit.Report audit(DiagonalPlan plan, List<Tensor> diagonal) {
        Audit audit = Audit.of(plan, diagonal, 16, Audit.defaultTolerance(DType.F64), 1);
        return audit.report(audit.tasks().stream().map(audit::run).toList());
    }

    @Test
    void gradientsOfBothModulesAgree() throws IOException {
        assertEquals(Optional.empty(), GradientCheck.compare(LossBundle.read(DIGITS)));
    }
}
