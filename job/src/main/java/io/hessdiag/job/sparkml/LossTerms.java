package io.hessdiag.job.sparkml;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.job.data.RowTerms;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Σ w ℓ(row).
 *
 * @param loss ℓ, for one row, all of whose data are numbers; null for 1
 */
record LossTerms(Loss loss) implements RowTerms {
    @Override
    public int size() {
        return 1;
    }

    @Override
    public void add(double[] values, int at, double weight, double[] terms) {
        terms[0] = weight * (loss == null ? 1 : value(values, at));
    }

    private double value(double[] values, int at) {
        List<Tensor> arguments = new ArrayList<>(loss.values());
        int from = at;
        for (int i = loss.parameterCount(); i < arguments.size(); i++) {
            Shape shape = arguments.get(i).shape();
            double[] own = Arrays.copyOfRange(values, from, from + shape.size());
            arguments.set(i, Tensor.of(shape, own));
            from += shape.size();
        }
        return Interpreter.run(loss.program(), arguments).get(0).get(0);
    }
}
