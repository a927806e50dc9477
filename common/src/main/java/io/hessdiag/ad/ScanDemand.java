package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What is needed of each value in a linear loop's body. A carry is needed as its final value is,
 * unless the body needs more of it; rows are needed whole.
 *
 * @param linear the body's equations that move
 * @param moving which of the body's values move
 * @param carries per carry what is needed of it at every step
 * @param body per value of the body what is needed of it
 */
record ScanDemand(
        Op.Scan scan, List<Equation> linear, boolean[] moving, Ints[] carries, Ints[] body) {

    /**
     * @param moves whether the loop's operand moves
     * @param wanted per result of the loop what is needed of it, null for nothing
     */
    static ScanDemand of(Op.Scan scan, IntPredicate moves, Ints[] wanted) {
        Program body = scan.body();
        int rows = scan.constants() + scan.carries();
        Ints moved =
                Ints.range(body.inputs().size())
                        .filter(i -> i >= scan.constants() && i < rows || moves.test(i));
        boolean[] moving = Dependence.on(body, body.inputs().pick(moved));
        List<Equation> linear =
                body.equations().stream()
                        .filter(e -> e.outputs().stream().anyMatch(v -> moving[v]))
                        .toList();
        Ints[] carries = new Ints[scan.carries()];
        for (int j = 0; j < carries.length; j++) {
            int rank = body.outputTypes().get(j).rank();
            carries[j] = wanted[j] == null ? Demand.all(rank) : wanted[j];
        }
        Ints[] inside = trace(scan, moving, linear, carries);
        while (widen(scan, carries, inside)) {
            inside = trace(scan, moving, linear, carries);
        }
        return new ScanDemand(scan, linear, moving, carries, inside);
    }

    private static Ints[] trace(
            Op.Scan scan, boolean[] moving, List<Equation> linear, Ints[] carries) {
        Program body = scan.body();
        Demand d = new Demand(body, moving);
        for (int i = 0; i < body.outputs().size(); i++) {
            int v = body.outputs().get(i);
            if (moving[v]) {
                d.want(v, i < carries.length ? carries[i] : Demand.all(body.type(v).rank()));
            }
        }
        return d.trace(linear);
    }

    /** Whether the body needs more of a carry than was assumed; then that is assumed. */
    private static boolean widen(Op.Scan scan, Ints[] carries, Ints[] inside) {
        boolean changed = false;
        for (int j = 0; j < carries.length; j++) {
            Ints used = inside[scan.body().inputs().get(scan.constants() + j)];
            Ints both = used == null ? carries[j] : Demand.meet(carries[j], used);
            changed |= !both.equals(carries[j]);
            carries[j] = both;
        }
        return changed;
    }

    /** What is needed of the loop's operand. */
    Ints operand(int i) {
        int rows = scan.constants() + scan.carries();
        if (i >= scan.constants() && i < rows) {
            return carries[i - scan.constants()];
        }
        int rank = scan.body().inputTypes().get(i).rank();
        Ints used = body[scan.body().inputs().get(i)];
        return i >= rows ? Demand.all(rank + 1) : used == null ? Demand.all(rank) : used;
    }
}
