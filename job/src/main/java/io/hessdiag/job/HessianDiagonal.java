package io.hessdiag.job;

import io.hessdiag.job.driver.Cluster;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.broadcast.Broadcast;
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

    /** The same bits, computed on Spark. The session stays open. */
    public static PyTree<Tensor> compute(Loss loss, PlanOptions options, SparkSession spark) {
        DiagonalPlan plan = DiagonalPlan.create(loss, options);
        Broadcast<DiagonalPlan> shared = Cluster.on(spark).broadcast(plan);
        try {
            List<PartialDiagonal> parts =
                    Cluster.on(spark).compute(shared, OptionalInt.empty()).parts();
            return loss.tree().map(plan.assemble(parts)::get);
        } finally {
            shared.destroy();
        }
    }
}
