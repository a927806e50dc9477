package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How many examples' losses a loss is the mean of. */
class SumFactorTest {
    private static Loss squares(UnaryOperator<Expr> reduction) {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.of(Shape.of(2), 0.5, -1));
        Expr x = b.data(Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6));
        Expr penalty = w.square().sum();
        return b.build(reduction.apply(x.matmul(w).square()).add(penalty));
    }

    private static OptionalDouble factor(Loss loss) {
        return DiagonalPlan.create(loss, PlanOptions.DEFAULT).sumFactor();
    }

    @Test
    void meanHasItsExamplesAndSumHasOne() {
        assertEquals(OptionalDouble.of(3), factor(squares(Expr::mean)));
        assertEquals(OptionalDouble.of(1), factor(squares(Expr::sum)));
    }

    @Test
    void coupledExamplesHaveNone() {
        assertEquals(OptionalDouble.empty(), factor(squares(e -> e.mean().mul(e.sum()))));
    }

    @Test
    void dataSetCountsItsOwnExamplesOrTheirWeights() {
        Loss mean = squares(Expr::mean);
        DataLayout layout = DataLayout.of(mean, DType.F64);
        for (double weights : new double[] {1797, 12.75}) {
            DataSet set = new DataSet(layout, 1797, layout.scale(weights), null);
            DiagonalPlan plan = DiagonalPlan.create(mean, PlanOptions.DEFAULT, set);
            assertEquals(weights, plan.sumFactor().orElseThrow(), 1e-13);
        }
        DataSet sum = new DataSet(layout.withMean(false), 1797, 1, null);
        assertEquals(
                OptionalDouble.of(1),
                DiagonalPlan.create(mean, PlanOptions.DEFAULT, sum).sumFactor());
    }

    /** Whichever axis they run along: here the second of three by five. */
    @Test
    void planKnowsItsExamples() {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.of(Shape.of(3), 0.5, -1, 2));
        double[] values = new Random(1).doubles(15).toArray();
        Expr x = b.data(Tensor.of(Shape.of(3, 5), values));
        DiagonalPlan plan =
                DiagonalPlan.create(b.build(w.matmul(x).square().sum()), PlanOptions.DEFAULT);
        assertEquals(OptionalLong.of(5), plan.examples());
        DiagonalPlan coupled =
                DiagonalPlan.create(squares(e -> e.mean().mul(e.sum())), PlanOptions.DEFAULT);
        assertEquals(OptionalLong.empty(), coupled.examples());
    }
}
