package io.hessdiag.job;

import io.hessdiag.job.driver.Cluster;
import io.hessdiag.job.driver.Computation;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.tensor.Tensor;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;

/** The diagonal for programs that embed this one: no files, no audit, no output. */
public final class HessianDiagonal {
    private HessianDiagonal() {}

    /**
     * Computed in the calling thread.
     *
     * @return d²L/dθ² in the layout of the parameters, f64, NaN where not selected
     */
    public static PyTree<Tensor> compute(Loss loss, PlanOptions options) {
        return DiagonalPlan.create(loss, options).run();
    }

    /**
     * The same bits, computed by Spark tasks, or in the calling thread where the work is too little
     * for that. The session stays open.
     */
    public static PyTree<Tensor> compute(Loss loss, PlanOptions options, SparkSession spark) {
        DiagonalPlan plan = DiagonalPlan.create(loss, options);
        Explanation explanation = Explanation.of(plan);
        try (Computation work =
                Cluster.on(spark).computation(plan, explanation, OptionalInt.empty())) {
            return loss.tree().map(plan.assemble(work.run().parts())::get);
        }
    }
}
