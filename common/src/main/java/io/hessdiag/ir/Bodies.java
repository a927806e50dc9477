package io.hessdiag.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/** The programs inside an op: bodies of loops, branches, comparators. */
public final class Bodies {
    private Bodies() {}

    public static List<Program> of(Op op) {
        if (op instanceof Op.Scan s) {
            return List.of(s.body());
        }
        if (op instanceof Op.While w) {
            return List.of(w.condition(), w.body());
        }
        if (op instanceof Op.Sort s) {
            return List.of(s.comparator());
        }
        return op instanceof Op.Case c ? c.branches() : List.of();
    }

    /** The op with {@code f} of its programs. */
    public static Op map(Op op, UnaryOperator<Program> f) {
        if (op instanceof Op.Scan s) {
            return new Op.Scan(
                    s.constants(), s.carries(), s.length(), s.reverse(), f.apply(s.body()));
        }
        if (op instanceof Op.While w) {
            return new Op.While(w.constants(), f.apply(w.condition()), f.apply(w.body()));
        }
        if (op instanceof Op.Sort s) {
            return new Op.Sort(s.dim(), s.stable(), f.apply(s.comparator()));
        }
        return op instanceof Op.Case c ? new Op.Case(c.branches().stream().map(f).toList()) : op;
    }
}
