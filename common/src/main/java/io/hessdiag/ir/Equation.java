package io.hessdiag.ir;

import io.hessdiag.tensor.Ints;
import java.io.Serializable;
import java.util.Optional;

/**
 * {@code outputs = op(inputs)} over value ids.
 *
 * @param location where the module's text says so; null for equations that a transformation made
 */
public record Equation(Op op, Ints inputs, Ints outputs, Location location)
        implements Serializable {

    public int input(int i) {
        return inputs.get(i);
    }

    /** The only output. */
    public int output() {
        if (outputs.size() != 1) {
            throw new IllegalStateException(op.name() + " has " + outputs.size() + " outputs");
        }
        return outputs.get(0);
    }

    public Optional<Location> place() {
        return Optional.ofNullable(location);
    }
}
