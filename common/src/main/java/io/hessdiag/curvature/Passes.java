package io.hessdiag.curvature;

import io.hessdiag.ir.Program;
import java.util.Map;

/**
 * A method's program from a loss's arguments to diagonals.
 *
 * @param directions per leaf how many unit directions or cotangents its diagonal is summed over,
 *     those of all examples together
 * @param ranges the diagonals are sums over so many runs: if there are several, the program's last
 *     input is the number of the run, a scalar of i64
 */
public record Passes(Program program, Map<Integer, Long> directions, int ranges) {
    public Passes {
        directions = Map.copyOf(directions);
    }
}
