package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Executable;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.loss.LossException;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses at other examples than those they were exported with. */
class DataSetTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    /** What cannot have a data set, and a word of the reason. */
    private static final Map<String, String> BOUND =
            Map.of(
                    "batch_norm_train", "a batch statistic say",
                    "cholesky_gp_marginal_likelihood", "rows or columns of one matrix",
                    "cond_cumsum_sort_topk", "all the exported examples at once",
                    "dropout_fixed_key", "a value of its own for each",
                    "nnx_batch_norm_dropout", "of a sum over all examples",
                    "mlp-residual", "a value of its own for each",
                    "seed-two-layer-pytree", "of a sum over all examples",
                    "seed_pytree_two_layers", "of a sum over all examples",
                    "straight_through", "needs the gradient of loss.mlir");

    static List<Path> bundles() throws IOException {
        return GoldensTest.bundles();
    }

    private static Loss digits() throws IOException {
        return LossBundle.read(RESOURCES.resolve("goldens/mlp_tanh"));
    }

    private static void assertClose(List<Tensor> expected, List<Tensor> found, double tolerance) {
        double largest =
                expected.stream()
                        .flatMapToDouble(t -> Arrays.stream(t.doubles()))
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        for (int leaf = 0; leaf < expected.size(); leaf++) {
            double[] e = expected.get(leaf).doubles();
            double scale = Arrays.stream(e).map(Math::abs).max().orElse(0);
            double bound = tolerance * scale + 1e-15 * largest;
            for (int i = 0; i < e.length; i++) {
                assertEquals(e[i], found.get(leaf).get(i), bound, "leaf " + leaf);
            }
        }
    }

    private static DiagonalPlan plan(Loss loss, DataRows rows, PlanOptions options) {
        return DiagonalPlan.create(loss, options, rows.set(true));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void ownExamplesAsDataGiveTheBundlesDiagonal(Path bundle) throws IOException {
        Loss loss = LossBundle.read(bundle);
        String bound = BOUND.get(bundle.getFileName().toString());
        if (bound != null) {
            LossException e =
                    assertThrows(
                            LossException.class,
                            () -> plan(loss, DataRows.of(loss), PlanOptions.DEFAULT));
            assertTrue(e.getMessage().contains(bound), e.getMessage());
            return;
        }
        DataRows rows = DataRows.of(loss);
        List<Tensor> expected = DiagonalPlan.create(loss, PlanOptions.DEFAULT).run().leaves();
        DiagonalPlan once = plan(loss, rows, PlanOptions.DEFAULT.withBlockExamples(3));
        assertClose(expected, once.run().leaves(), 1e-12);
        List<PartialDiagonal> parts = once.units().stream().map(once::compute).toList();
        double value =
                Executable.compile(once.gradient())
                        .run(LossPrograms.arguments(loss, once.options().dtype()))
                        .get(0)
                        .get(0);
        assertEquals(value, once.loss(parts), 1e-12 * Math.max(1, Math.abs(value)));
        if (rows.layout().mean()) {
            List<Tensor> twice = plan(loss, rows.twice(), PlanOptions.DEFAULT).run().leaves();
            assertClose(expected, twice, 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void rowsRangeByRangeGiveTheBitsOfRowsInThePlan(Method method) throws IOException {
        Loss loss = digits();
        DataRows rows = DataRows.of(loss).twice().twice();
        PlanOptions options =
                PlanOptions.DEFAULT.withMethod(method).withBlockExamples(5).withBlockDirections(7);
        DiagonalPlan held = plan(loss, rows, options);
        DiagonalPlan without = DiagonalPlan.create(loss, options, rows.set(false));
        List<PartialDiagonal> parts = new ArrayList<>();
        for (ExampleRange range : without.ranges()) {
            DataSet.Rows own = rows.slice(range.first(), range.count()).rows();
            Arguments some = without.arguments(range.first(), own);
            range.units().forEach(u -> parts.add(without.compute(u, some)));
        }
        assertEquals(held.units().size(), parts.size());
        assertEquals(held.run().leaves(), without.assemble(parts));
    }

    @Test
    void weightsAreRepetitions() throws IOException {
        Loss loss = digits();
        DataRows rows = DataRows.of(loss);
        int n = rows.count();
        Random random = new Random(1);
        int[] times = IntStream.range(0, n).map(i -> random.nextInt(4)).toArray();
        int[] all = IntStream.range(0, n).toArray();
        int[] repeated =
                IntStream.range(0, n)
                        .flatMap(i -> IntStream.range(0, times[i]).map(k -> i))
                        .toArray();
        double[] ones = new double[repeated.length];
        Arrays.fill(ones, 1);
        double[] weights = Arrays.stream(times).asDoubleStream().toArray();
        assertClose(
                plan(loss, rows.pick(repeated, ones), PlanOptions.DEFAULT).run().leaves(),
                plan(loss, rows.pick(all, weights), PlanOptions.DEFAULT).run().leaves(),
                1e-13);
    }

    @Test
    void orderOfRowsIsTheOrderOfAddition() throws IOException {
        Loss loss = digits();
        DataRows rows = DataRows.of(loss);
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows.count()).boxed().toList());
        Collections.shuffle(order, new Random(2));
        int[] shuffled = order.stream().mapToInt(i -> i).toArray();
        assertClose(
                plan(loss, rows, PlanOptions.DEFAULT).run().leaves(),
                plan(loss, rows.pick(shuffled, rows.weights()), PlanOptions.DEFAULT).run().leaves(),
                1e-14);
    }

    /** A block is computed from its own rows alone: nothing of it depends on its number. */
    @ParameterizedTest
    @EnumSource(Method.class)
    void blocksThatChangePlacesKeepTheirBits(Method method) throws IOException {
        int size = 4;
        Loss loss = digits();
        DataRows all = DataRows.of(loss).twice();
        int blocks = all.count() / size;
        DataRows rows = all.slice(0, blocks * size);
        List<Integer> order = new ArrayList<>(IntStream.range(0, blocks).boxed().toList());
        Collections.shuffle(order, new Random(3));
        int[] moved =
                order.stream()
                        .flatMapToInt(b -> IntStream.range(b * size, (b + 1) * size))
                        .toArray();
        PlanOptions options = PlanOptions.DEFAULT.withMethod(method).withBlockExamples(size);
        DiagonalPlan before = plan(loss, rows, options);
        DiagonalPlan after = plan(loss, rows.pick(moved, rows.weights()), options);
        for (int i = 0; i < blocks; i++) {
            assertEquals(shares(before, order.get(i)), shares(after, i), "block " + i);
        }
        assertClose(before.run().leaves(), after.run().leaves(), 1e-14);
    }

    /** What a block adds to the diagonal. */
    private static List<List<Double>> shares(DiagonalPlan plan, int block) {
        List<List<Double>> out = new ArrayList<>();
        for (Part part : plan.parts()) {
            for (WorkUnit unit : part.units(new BlockRange(block, 1))) {
                part.compute(unit, plan.arguments())
                        .forEach(p -> out.add(Arrays.stream(p.values()).boxed().toList()));
            }
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({"mlp_tanh, 4", "mlp_one_hot_l2, 3", "poisson_log_rate, 0"})
    void classesAreThoseThatTheLossTellsApart(String golden, int classes) throws IOException {
        Loss loss = LossBundle.read(RESOURCES.resolve("goldens").resolve(golden));
        List<DataLayout.Field> fields = DataRows.of(loss).layout().fields();
        assertEquals(classes, fields.get(fields.size() - 1).classes());
    }

    @Test
    void oneExampleIsEnough() throws IOException {
        Loss loss = digits();
        DataRows one = DataRows.of(loss).slice(2, 1);
        DiagonalPlan plan = plan(loss, one, PlanOptions.DEFAULT);
        assertEquals(1, plan.ranges().size());
        AuditChoice choice = AuditChoice.of(plan, plan.ranges().get(0), plan.arguments(), 8, 1);
        DiagonalView view = DiagonalView.of(plan.run().leaves());
        Audit audit = Audit.of(plan, choice, view, 1e-6);
        assertTrue(audit.report(audit.tasks().stream().map(audit::run).toList()).passed());
    }

    /** What is kept for a block is of those examples, whatever its number. */
    @ParameterizedTest
    @EnumSource(Method.class)
    void otherRowsInTheSameBlockHaveTheirOwnDiagonal(Method method) throws IOException {
        Loss loss = digits();
        DataRows rows = DataRows.of(loss);
        PlanOptions options = PlanOptions.DEFAULT.withMethod(method).withBlockExamples(4);
        DiagonalPlan used = DiagonalPlan.create(loss, options, rows.set(false));
        WorkUnit unit = used.ranges().get(0).units().get(0);
        used.compute(unit, used.arguments(0, rows.slice(0, 4).rows()));
        DataSet.Rows other = rows.slice(8, 4).rows();
        DiagonalPlan fresh = DiagonalPlan.create(loss, options, rows.set(false));
        assertArrayEquals(
                fresh.compute(unit, fresh.arguments(0, other)).pieces().get(0).values(),
                used.compute(unit, used.arguments(0, other)).pieces().get(0).values());
    }
}
