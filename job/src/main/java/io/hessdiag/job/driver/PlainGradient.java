package io.hessdiag.job.driver;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.tensor.Tensor;
import java.util.List;

/** The loss and its gradient, evaluated once on the driver. */
record PlainGradient(Program program, List<Tensor> arguments) {
    static PlainGradient of(DiagonalPlan plan) {
        return new PlainGradient(plan.gradient(), plan.arguments());
    }

    /** The loss, then one gradient per parameter leaf. */
    List<Tensor> run() {
        return Interpreter.run(program, arguments);
    }

    double loss() {
        return run().get(0).get(0);
    }
}
