package io.hessdiag.curvature;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Location;
import java.util.BitSet;
import java.util.Optional;

/** An equation whose curvature has no {@link Form}, and the leaves that it concerns. */
public record Obstacle(Equation equation, BitSet leaves) {
    /** {@code loss.mlir:12:5: while}. */
    @Override
    public String toString() {
        Optional<Location> place = equation.place();
        return place.map(p -> p + ": ").orElse("") + equation.op().name();
    }
}
