package io.hessdiag.examples;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Location;
import java.io.Serializable;
import java.util.Optional;

/**
 * Why a loss is no sum over examples.
 *
 * @param reason one sentence, which starts with the name of the operation that is to blame
 * @param location where the module's text has it; null when that is not known
 */
public record Coupling(String reason, Location location) implements Serializable {
    static Coupling at(Equation e, String reason) {
        return new Coupling(e.op().name() + ": " + reason, e.location());
    }

    public Optional<Location> place() {
        return Optional.ofNullable(location);
    }

    /** {@code loss.mlir:12:5: sort: puts the examples in order}. */
    @Override
    public String toString() {
        return place().map(p -> p + ": ").orElse("") + reason;
    }
}
