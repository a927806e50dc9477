package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.List;

/**
 * What is needed of each tangent when only entry p of the result for direction p is wanted: per
 * axis either everything ({@link #ALL}) or only the element at one coordinate of p. Found from the
 * end of the program backwards; uses that disagree need everything.
 */
final class Demand {
    static final int ALL = -1;

    private Demand() {}

    /**
     * @param linear the equations that depend on the direction, in order
     * @param output the value of which axis i is wanted at coordinate i alone
     * @return per value the coordinate wanted along each axis; null for values nobody needs
     */
    static Ints[] of(ProgramBuilder values, List<Equation> linear, boolean[] moving, int output) {
        Ints[] demand = new Ints[moving.length];
        demand[output] = Ints.range(values.shape(output).rank());
        for (int n = linear.size() - 1; n >= 0; n--) {
            Equation e = linear.get(n);
            Ints wanted = demand[e.output()];
            for (int i = 0; wanted != null && i < e.inputs().size(); i++) {
                int v = e.input(i);
                if (moving[v]) {
                    Ints map = AxisMap.of(values, e, i);
                    Ints through =
                            Ints.of(map.stream().map(r -> r < 0 ? ALL : wanted.get(r)).toArray());
                    demand[v] = demand[v] == null ? through : meet(demand[v], through);
                }
            }
        }
        return demand;
    }

    private static Ints meet(Ints s, Ints t) {
        Ints out = s;
        for (int i = 0; i < s.size(); i++) {
            if (s.get(i) != t.get(i)) {
                out = out.with(i, ALL);
            }
        }
        return out;
    }
}
