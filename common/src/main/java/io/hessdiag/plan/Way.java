package io.hessdiag.plan;

import io.hessdiag.curvature.Curvature;
import io.hessdiag.curvature.Passes;
import io.hessdiag.rewrite.Rewrites;
import java.util.BitSet;
import java.util.Optional;

/**
 * How a method other than index goes about its work.
 *
 * @param cuts for {@code curvature} whether stacks are replaced at narrow places
 * @param ranges in how many ranges the seeds of a stack are taken, one after the other; with cuts 1
 */
record Way(Method method, boolean cuts, int ranges) {
    static final Way CUTS = new Way(Method.CURVATURE, true, 1);
    static final Way SWEEPS = new Way(Method.CURVATURE, false, 1);
    static final Way SITE = new Way(Method.SITE, false, 1);

    /** The same in ranges, without cuts. */
    Way in(int more) {
        return new Way(method, false, more);
    }

    /** The method, and in how many ranges. */
    String text() {
        return method.text() + (ranges > 1 ? " in " + ranges + " ranges of seeds" : "");
    }

    /**
     * @param mostEquations where to give up: empty when the program is longer
     */
    Optional<Passes> passes(Curvature curvature, BitSet leaves, int mostEquations) {
        Optional<Passes> passes =
                method == Method.SITE
                        ? Optional.of(curvature.sites(leaves, ranges))
                        : cuts
                                ? curvature.sweeps(leaves, true, mostEquations)
                                : curvature.sweeps(leaves, ranges, mostEquations);
        return passes.map(
                p -> new Passes(Rewrites.simplify(p.program()), p.directions(), p.ranges()));
    }
}
