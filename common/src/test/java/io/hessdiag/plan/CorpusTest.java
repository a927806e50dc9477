package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ad.Gradient;
import io.hessdiag.ad.Plain;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.Programs;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.corpus.Corpus;
import io.hessdiag.plan.corpus.LossRecipe;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Random networks: index agrees with differences of the gradient, and every other method with
 * index. More of them: {@code -Dcorpus=3000}.
 */
class CorpusTest {
    private static final PlanOptions INDEX = PlanOptions.DEFAULT.withMethod(Method.INDEX);
    private static final PlanOptions CURVATURE = PlanOptions.DEFAULT.withMethod(Method.CURVATURE);
    private static final double TOLERANCE = Audit.defaultTolerance(DType.F64);

    /**
     * Terms of a diagonal are of the order of 1, or of its largest entry. Where a leaf's entries
     * are smaller than this beside them, terms cancel, or units are saturated, and rounding shows.
     */
    private static final double SMALL = 1e-4;

    /** Of terms that cancel; two methods add them in different orders. */
    private static final double ROUNDING = 1e-13;

    /**
     * A way to the diagonal.
     *
     * @param every of how many losses it is tried on one
     * @param tolerance relative to the leaf's largest entry
     */
    private record Way(
            String name, int every, double tolerance, Function<Loss, List<Tensor>> diagonal) {

        static Way of(String name, int every, double tolerance, PlanOptions options) {
            return new Way(
                    name, every, tolerance, l -> DiagonalPlan.create(l, options).run().leaves());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** One line for each; {@link Way#of} for those that plans have. */
    static final List<Way> WAYS =
            List.of(
                    new Way("definition", 5, 1e-10, CorpusTest::definition),
                    Way.of("five directions", 3, 1e-11, INDEX.withBlockDirections(5)),
                    Way.of("auto", 1, 1e-11, PlanOptions.DEFAULT),
                    Way.of("site", 2, 1e-11, PlanOptions.DEFAULT.withMethod(Method.SITE)),
                    Way.of("curvature", 2, 1e-11, CURVATURE),
                    Way.of("two examples", 5, 1e-11, CURVATURE.withBlockExamples(2)));

    private static List<Tensor> definition(Loss loss) {
        int n = loss.parameterCount();
        Program gradient = Gradient.of(loss.program(), Ints.range(n));
        return IntStream.range(0, n)
                .mapToObj(leaf -> Plain.diagonal(gradient, leaf, loss.values()))
                .map(d -> Tensor.of(Shape.of(d.length), d))
                .toList();
    }

    /** A recipe's loss and its diagonal by index. */
    private record Sample(DiagonalPlan plan, List<Tensor> index) {
        private static final Map<LossRecipe, Sample> KNOWN = new ConcurrentHashMap<>();

        static Sample of(LossRecipe recipe) {
            return KNOWN.computeIfAbsent(
                    recipe,
                    r -> {
                        DiagonalPlan plan = DiagonalPlan.create(r.loss(), INDEX);
                        return new Sample(plan, plan.run().leaves());
                    });
        }

        /** What deviations of a leaf's entries are relative to. */
        double scale(int leaf) {
            return Math.max(largest(index.get(leaf)), SMALL * size());
        }

        /** What the terms of an entry are of the order of. */
        double size() {
            return Math.max(1, index.stream().mapToDouble(Sample::largest).max().orElse(0));
        }

        /** The diagonal times a factor against differences, at two entries of each leaf. */
        Audit audit(double factor) {
            List<Tensor> values = index.stream().map(t -> times(t, factor)).toList();
            return Audit.of(plan, values, 2 * values.size(), TOLERANCE, 1);
        }

        void assertClose(List<Tensor> found, double tolerance) {
            for (LeafEntries leaf : plan.leaves()) {
                Tensor expected = index.get(leaf.leaf());
                double bound = Math.max(tolerance * scale(leaf.leaf()), ROUNDING * size());
                for (int i = 0; i < expected.size(); i++) {
                    int at = i;
                    assertEquals(
                            expected.get(i),
                            found.get(leaf.leaf()).get(i),
                            bound,
                            () -> leaf.entryName(at));
                }
            }
        }

        private static Tensor times(Tensor t, double factor) {
            return Tensor.of(t.shape(), Arrays.stream(t.doubles()).map(v -> factor * v).toArray());
        }

        private static double largest(Tensor t) {
            return Programs.largest(t.doubles());
        }
    }

    @Test
    void indexAgreesWithDifferencesOfTheGradient() {
        Corpus.forAll(
                1,
                recipe -> {
                    Sample sample = Sample.of(recipe);
                    Audit audit = sample.audit(1);
                    for (Audit.Task task : audit.tasks()) {
                        Audit.Result result = audit.run(task);
                        double deviation = result.deviation() * task.scale();
                        double bound = TOLERANCE * sample.scale(task.leaf());
                        assertEquals(0, deviation, bound, result::toString);
                        assertEquals(0, result.gradientDeviation(), TOLERANCE, result::toString);
                    }
                });
    }

    /** Else the differences would say nothing. */
    @Test
    void differencesFindAnErrorOfOneInAThousand() {
        Corpus.forAll(
                10,
                recipe -> {
                    Audit audit = Sample.of(recipe).audit(1.001);
                    audit.tasks().stream()
                            .filter(t -> Math.abs(t.value()) > Math.max(0.5 * t.scale(), 1e-3))
                            .map(audit::run)
                            .forEach(r -> assertTrue(r.deviation() > TOLERANCE, r::toString));
                });
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void everyMethodAgreesWithIndex(Way way) {
        AtomicInteger served = new AtomicInteger();
        Corpus.forAll(
                way.every(),
                recipe -> {
                    Sample sample = Sample.of(recipe);
                    try {
                        List<Tensor> found = way.diagonal().apply(sample.plan().loss());
                        sample.assertClose(found, way.tolerance());
                        served.incrementAndGet();
                    } catch (PlanException e) {
                        boolean isLong =
                                recipe.hasLongLoop() || e.getMessage().contains("equations");
                        assertTrue(isLong, e::getMessage);
                    }
                });
        double share = (double) served.get() * way.every() / Corpus.RECIPES.size();
        assertTrue(share > 0.85, () -> way + " serves " + served + " recipes only");
    }
}
