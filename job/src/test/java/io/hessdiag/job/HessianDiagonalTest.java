package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The README's Java example. */
class HessianDiagonalTest {
    /** Least squares over two examples: d²L/dw_j² = (2/N) Σ_n x_nj². */
    private static Loss leastSquares() {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.of(Shape.of(2), 0.5, -1));
        Expr x = b.data(Tensor.of(Shape.of(2, 2), 1, 2, 3, 4));
        Expr y = b.data(Tensor.of(Shape.of(2), 1, 0));
        return b.build(x.matmul(w).sub(y).square().mean());
    }

    @Test
    void computesWithAndWithoutASession() throws Exception {
        Tensor expected = Tensor.of(Shape.of(2), 10, 20);
        PyTree<Tensor> alone = HessianDiagonal.compute(leastSquares(), PlanOptions.DEFAULT);
        assertEquals(PyTree.leaf(expected), alone.at(KeyPath.parse("['w']")).orElseThrow());
        try (SparkSession spark =
                SparkSession.builder()
                        .config("spark.master", "local[2]")
                        .config("spark.ui.enabled", "false")
                        .getOrCreate()) {
            assertEquals(
                    alone, HessianDiagonal.compute(leastSquares(), PlanOptions.DEFAULT, spark));
        }
    }
}
