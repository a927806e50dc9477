package io.hessdiag.plan;

import io.hessdiag.tensor.Tensor;
import java.util.List;

/**
 * What a part of the loss is computed from: values of all the loss's arguments, the data's for some
 * neighbouring examples.
 *
 * @param values parameters, then data, in the plan's float type
 * @param first number of the first example that the data hold
 * @param weights one per example that they hold, a factor of its term of the loss; null for ones
 */
public record Arguments(List<Tensor> values, long first, double[] weights) {
    public Arguments {
        values = List.copyOf(values);
    }

    /** All examples there are, as they are. */
    static Arguments of(List<Tensor> values) {
        return new Arguments(values, 0, null);
    }
}
