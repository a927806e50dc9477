package io.hessdiag.job.driver;

import io.hessdiag.ad.Gradient;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.List;

/** The loss and its gradient as the engine derives them: (loss, one gradient per parameter leaf). */
record PlainGradient(Program program, List<Tensor> values) {
    static PlainGradient of(Loss loss) {
        return new PlainGradient(
                Gradient.of(loss.program(), Ints.range(loss.parameterCount())), loss.values());
    }

    List<Tensor> run() {
        return Interpreter.run(program, values);
    }
}
