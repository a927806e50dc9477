package io.hessdiag.curvature;

import io.hessdiag.ir.Program;
import java.util.Map;

/**
 * A method's program from a loss's arguments to diagonals.
 *
 * @param directions per leaf how many unit directions or cotangents its diagonal is summed over,
 *     those of all examples together
 */
public record Passes(Program program, Map<Integer, Long> directions) {
    public Passes {
        directions = Map.copyOf(directions);
    }
}
