package io.hessdiag.plan;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gradient of a plan's loss over its data set: Σ of its summands'. */
public final class DataGradient {
    private DataGradient() {}

    /** One array per parameter leaf. */
    public static List<double[]> of(DiagonalPlan plan) {
        int parameters = plan.loss().parameterCount();
        List<double[]> out = new ArrayList<>();
        plan.loss().parameterLeaves().forEach(l -> out.add(new double[l.type().size()]));
        Map<String, Summand> summands = new LinkedHashMap<>();
        plan.parts().forEach(p -> summands.put(p.summand().text(), p.summand()));
        for (Summand summand : summands.values()) {
            Program gradient =
                    LossPrograms.derived(Rewrites.imported(summand.program()), parameters);
            for (int block = 0; block < summand.blocks(); block++) {
                List<Tensor> in = summand.arguments(plan.arguments(), block);
                List<Tensor> parts = Interpreter.run(gradient, in);
                for (int i = 0; i < parameters; i++) {
                    for (int k = 0; k < out.get(i).length; k++) {
                        out.get(i)[k] += parts.get(i + 1).get(k);
                    }
                }
            }
        }
        return out;
    }
}
