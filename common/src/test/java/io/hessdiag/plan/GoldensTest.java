package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.format.Npz;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses that JAX 0.10 has exported, with its own diagonals; see {@code goldens/README.md}. Every
 * method finds them, and every two methods agree.
 */
class GoldensTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    /** JAX stops the gradient's own derivative, too, which neither text shows. */
    private static final String STOPPED_TWICE = "straight_through";

    /** What has no bilinear form, and the one whose gradient is not its loss's. */
    private static final Map<String, String> INDEX_ONLY =
            Map.of(
                    "cholesky_gp_marginal_likelihood",
                    "loss.mlir:",
                    "cond_cumsum_sort_topk",
                    "loss.mlir:",
                    STOPPED_TWICE,
                    "grad.mlir decides");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> goldens = Files.list(RESOURCES.resolve("goldens"));
                Stream<Path> bundles = Files.list(RESOURCES.resolve("bundles"))) {
            return Stream.concat(goldens, bundles).filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyMethodFindsJaxsDiagonal(Path bundle) throws IOException {
        Map<Method, List<Tensor>> found = diagonals(bundle);
        Map<String, Tensor> expected = Npz.read(bundle.resolve("expected.npz"));
        boolean isText = !bundle.endsWith(STOPPED_TWICE);
        for (List<Tensor> diagonal : isText ? found.values() : List.<List<Tensor>>of()) {
            for (int leaf = 0; leaf < diagonal.size(); leaf++) {
                Tensor e = expected.get(String.format("diag_%05d", leaf));
                double tolerance = e.dtype() == DType.F64 ? 1e-10 : 1e-4;
                assertClose(e, diagonal.get(leaf), tolerance, 1e-13 * largest(diagonal));
            }
        }
        for (List<Tensor> one : found.values()) {
            for (List<Tensor> other : found.values()) {
                for (int leaf = 0; leaf < one.size(); leaf++) {
                    double rounding = 1e-15 * largest(one);
                    assertClose(one.get(leaf), other.get(leaf), 1e-12, rounding);
                }
            }
        }
    }

    /** By all methods that can. */
    private static Map<Method, List<Tensor>> diagonals(Path bundle) throws IOException {
        Loss loss = LossBundle.read(bundle);
        Map<Method, List<Tensor>> out = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            try {
                PlanOptions options = PlanOptions.DEFAULT.withMethod(method);
                out.put(method, DiagonalPlan.create(loss, options).run().leaves());
            } catch (PlanException e) {
                String why = INDEX_ONLY.get(bundle.getFileName().toString());
                assertTrue(why != null && e.getMessage().contains(why), e::getMessage);
            }
        }
        boolean all = !INDEX_ONLY.containsKey(bundle.getFileName().toString());
        assertEquals(all ? 3 : 1, out.size());
        return out;
    }

    private static double largest(List<Tensor> leaves) {
        return leaves.stream().mapToDouble(GoldensTest::largest).max().orElse(0);
    }

    private static double largest(Tensor t) {
        double max = 0;
        for (int i = 0; i < t.size(); i++) {
            max = Math.max(max, Math.abs(t.get(i)));
        }
        return max;
    }

    /** Relative to the leaf's largest entry, up to what rounds to nothing beside other leaves'. */
    private static void assertClose(Tensor a, Tensor b, double tolerance, double rounding) {
        assertEquals(a.shape(), b.shape());
        double bound = tolerance * largest(a) + rounding;
        for (int i = 0; i < a.size(); i++) {
            assertEquals(a.get(i), b.get(i), bound);
        }
    }
}
