package io.hessdiag.job.driver;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.eval.NonFinite;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.tensor.Tensor;
import java.util.List;

/** The loss and its gradient, evaluated once on the driver. */
record PlainGradient(DiagonalPlan plan, List<Tensor> arguments) {
    static PlainGradient of(DiagonalPlan plan) {
        return new PlainGradient(plan, plan.arguments().values());
    }

    /** The loss, then one gradient per parameter leaf. */
    List<Tensor> run() {
        return Interpreter.run(plan.gradient(), arguments);
    }

    /**
     * The loss.
     *
     * @throws NonFiniteException when it or its gradient is NaN or infinite somewhere
     */
    double loss() {
        List<Tensor> outputs = run();
        for (int i = 0; i < outputs.size(); i++) {
            int at = NonFinite.position(outputs.get(i));
            if (at >= 0) {
                throw new NonFiniteException(
                        (i == 0 ? "the loss" : "the gradient of " + name(i - 1) + " at " + at)
                                + " is "
                                + outputs.get(i).get(at)
                                + NonFinite.source(plan.gradient(), arguments)
                                        .map(": "::concat)
                                        .orElse(""));
            }
        }
        return outputs.get(0).get(0);
    }

    private String name(int leaf) {
        return plan.loss().leaves().get(leaf).name().toString();
    }
}
