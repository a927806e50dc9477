package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Types;
import io.hessdiag.tensor.Ints;
import java.util.List;

/**
 * What is needed of each tangent when only entry p of the result for direction p is wanted: per
 * axis either everything ({@link #ALL}) or only the element at one coordinate of p. Found from the
 * end of the program backwards; uses that disagree need everything.
 */
final class Demand {
    static final int ALL = -1;

    private final Types values;
    private final boolean[] moving;
    private final Ints[] demand;

    Demand(Types values, boolean[] moving) {
        this.values = values;
        this.moving = moving;
        this.demand = new Ints[moving.length];
    }

    /**
     * @param linear the equations that depend on the direction, in order
     * @param output the value of which axis i is wanted at coordinate i alone
     * @return per value the coordinate wanted along each axis; null for values nobody needs
     */
    static Ints[] of(Types values, List<Equation> linear, boolean[] moving, int output) {
        Demand d = new Demand(values, moving);
        d.want(output, Ints.range(values.shape(output).rank()));
        return d.trace(linear);
    }

    void want(int value, Ints wanted) {
        demand[value] = demand[value] == null ? wanted : meet(demand[value], wanted);
    }

    Ints[] trace(List<Equation> linear) {
        for (int n = linear.size() - 1; n >= 0; n--) {
            Equation e = linear.get(n);
            if (e.op() instanceof Op.Scan scan) {
                if (e.outputs().stream().anyMatch(v -> demand[v] != null)) {
                    loop(e, scan);
                }
            } else if (e.op() instanceof Op.Case choice) {
                choice(e, choice);
            } else if (demand[e.output()] != null) {
                operands(e, demand[e.output()]);
            }
        }
        return demand;
    }

    private void operands(Equation e, Ints wanted) {
        for (int i = 0; i < e.inputs().size(); i++) {
            if (moving[e.input(i)]) {
                Ints map = AxisMap.of(values, e, i);
                want(
                        e.input(i),
                        Ints.of(map.stream().map(r -> r < 0 ? ALL : wanted.get(r)).toArray()));
            }
        }
    }

    private void loop(Equation e, Op.Scan scan) {
        Ints[] wanted = e.outputs().stream().mapToObj(v -> demand[v]).toArray(Ints[]::new);
        ScanDemand inside = ScanDemand.of(scan, i -> moving[e.input(i)], wanted);
        for (int i = 0; i < e.inputs().size(); i++) {
            if (moving[e.input(i)]) {
                want(e.input(i), inside.operand(i));
            }
        }
    }

    private void choice(Equation e, Op.Case op) {
        Ints[] wanted = e.outputs().stream().mapToObj(v -> demand[v]).toArray(Ints[]::new);
        CaseDemand inside = CaseDemand.of(op, i -> moving[e.input(i)], wanted);
        for (int i = 1; i < e.inputs().size(); i++) {
            Ints needed = inside.operand(i);
            if (moving[e.input(i)] && needed != null) {
                want(e.input(i), needed);
            }
        }
    }

    static Ints all(int rank) {
        return Ints.repeat(ALL, rank);
    }

    static Ints meet(Ints s, Ints t) {
        Ints out = s;
        for (int i = 0; i < s.size(); i++) {
            if (s.get(i) != t.get(i)) {
                out = out.with(i, ALL);
            }
        }
        return out;
    }
}
