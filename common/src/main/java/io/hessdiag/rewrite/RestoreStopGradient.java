package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * log_softmax, softmax and logsumexp subtract m = stop_gradient(max x) before they exponentiate;
 * the text keeps the maximum and loses the stop_gradient. What they compute does not depend on m:
 * with s = x − m (m being constant along the sum), softmax(s), s − logsumexp(s) and logsumexp(s) +
 * m are invariant. Where m is used in no other way it gets its stop_gradient back, which saves the
 * derivatives of the maximum and their rounding.
 */
final class RestoreStopGradient {
    private final Program program;
    private final Equation[] definition;
    private final List<List<Equation>> uses;

    private RestoreStopGradient(Program program) {
        this.program = program;
        this.definition = new Equation[program.values()];
        this.uses = new ArrayList<>();
        for (int v = 0; v < program.values(); v++) {
            uses.add(new ArrayList<>());
        }
        for (Equation e : program.equations()) {
            e.outputs().stream().forEach(v -> definition[v] = e);
            e.inputs().stream().distinct().forEach(v -> uses.get(v).add(e));
        }
    }

    static Program apply(Program program) {
        boolean[] stopped = new RestoreStopGradient(program).invariantShifts();
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        for (Equation e : program.equations()) {
            Op op = Bodies.map(e.op(), RestoreStopGradient::apply);
            b.copy(new Equation(op, e.inputs(), e.outputs(), e.location()), map);
            int v = e.outputs().get(0);
            if (stopped[v]) {
                map[v] = b.unary(UnaryFunction.STOP_GRADIENT, map[v]);
            }
        }
        b.at(null);
        return b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
    }

    private boolean[] invariantShifts() {
        boolean[] stopped = new boolean[program.values()];
        for (Equation e : program.equations()) {
            if (is(e, BinaryFunction.SUBTRACT)) {
                maximum(e.input(1), e.input(0))
                        .filter(m -> cancels(m, e))
                        .ifPresent(m -> stopped[m] = true);
            }
        }
        return stopped;
    }

    /** The reduce_max of {@code x} from which {@code shift} comes through views and guards. */
    private Optional<Integer> maximum(int shift, int x) {
        int v = shift;
        while (definition[v] != null) {
            Equation e = definition[v];
            if (e.op() instanceof Op.Reduce r && r.combiner() == Combiner.MAXIMUM) {
                return e.input(0) == x ? Optional.of(v) : Optional.empty();
            }
            if (isView(e)) {
                v = e.input(0);
            } else if (is(e, BinaryFunction.MAXIMUM)) {
                v = isConstant(e.input(0)) ? e.input(1) : e.input(0);
            } else if (e.op() instanceof Op.Select && isConstant(e.input(2))) {
                v = e.input(1);
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether every use of {@code max} is one of the invariant forms. */
    private boolean cancels(int max, Equation shift) {
        Ints reduced = ((Op.Reduce) definition[max].op()).dims();
        return new Cancellation(shift.output(), reduced).holds(max);
    }

    /** The uses of one shifted value s, followed to their ends. */
    private final class Cancellation {
        private final int shifted;
        private final Ints axes;
        private final Set<Integer> followed = new HashSet<>();

        Cancellation(int shifted, Ints axes) {
            this.shifted = shifted;
            this.axes = axes;
        }

        boolean holds(int max) {
            return notOutput(shifted)
                    && restores(definition[shifted].input(1))
                    && uses.get(shifted).stream().allMatch(this::shiftedUse)
                    && maxUses(max);
        }

        private boolean notOutput(int v) {
            return !program.outputs().contains(v);
        }

        /** m: in s = x − m, in logsumexp(s) + m, and in guards of m itself. */
        private boolean maxUses(int m) {
            if (!followed.add(m)) {
                return true;
            }
            return notOutput(m)
                    && uses.get(m).stream()
                            .allMatch(
                                    e -> {
                                        int out = e.outputs().get(0);
                                        if (e.op() instanceof Op.Unary u
                                                        && u.function() == UnaryFunction.IS_FINITE
                                                || e.op() instanceof Op.Compare) {
                                            return true;
                                        }
                                        if (out == shifted) {
                                            return e.input(0) != m;
                                        }
                                        if (is(e, BinaryFunction.ADD)) {
                                            return isShift(m)
                                                    && isLog(e.input(e.input(0) == m ? 1 : 0))
                                                    && sameAxes(e);
                                        }
                                        boolean passes =
                                                isView(e)
                                                        || is(e, BinaryFunction.MAXIMUM)
                                                        || e.op() instanceof Op.Select;
                                        return passes && maxUses(out);
                                    });
        }

        /** s: in softmax(s), logsumexp(s) and s − logsumexp(s). */
        private boolean shiftedUse(Equation e) {
            if (e.op().equals(new Op.Softmax(axes))) {
                return true;
            }
            return e.op().equals(new Op.LogSumExp(axes))
                    ? logUses(e.output())
                    : is(e, BinaryFunction.SUBTRACT)
                            && e.input(0) == shifted
                            && isLog(e.input(1))
                            && restores(e.input(1));
        }

        /** l = logsumexp(s): in s − l and in l + m. */
        private boolean logUses(int l) {
            return notOutput(l)
                    && uses.get(l).stream()
                            .allMatch(
                                    u -> {
                                        if (isView(u)) {
                                            return logUses(u.output());
                                        }
                                        if (is(u, BinaryFunction.ADD)) {
                                            int other = u.input(0) == l ? u.input(1) : u.input(0);
                                            return isShift(other) && sameAxes(u);
                                        }
                                        return is(u, BinaryFunction.SUBTRACT)
                                                && u.input(0) == shifted
                                                && u.input(1) == l;
                                    });
        }

        /** Whether {@code v}, in x's shape, has every kept axis in its own place and no other. */
        private boolean restores(int v) {
            return AxisOrigins.restored(origins(v), axes, program.type(shifted).shape());
        }

        private boolean sameAxes(Equation e) {
            return origins(e.input(0)).equals(origins(e.input(1)));
        }

        /**
         * Whether v is the very value that x was shifted by, up to views: guards are part of it.
         */
        private boolean isShift(int v) {
            return source(v) == source(definition[shifted].input(1));
        }

        private boolean isLog(int v) {
            Equation e = definition[source(v)];
            return e != null && e.op().equals(new Op.LogSumExp(axes)) && e.input(0) == shifted;
        }
    }

    /** Per axis of {@code v} the axis of x that it runs along; -1 for none and for size 1. */
    private Ints origins(int v) {
        Equation e = definition[v];
        Shape shape = program.type(v).shape();
        if (e == null || e.op() instanceof Op.Constant) {
            return Ints.repeat(-1, shape.rank());
        }
        if (e.op() instanceof Op.Reduce r) {
            return AxisOrigins.kept(r.dims(), shape);
        }
        if (e.op() instanceof Op.LogSumExp l) {
            return AxisOrigins.kept(l.dims(), shape);
        }
        Ints from =
                origins(
                        e.input(
                                e.op() instanceof Op.Select
                                                || is(e, BinaryFunction.MAXIMUM)
                                                        && isConstant(e.input(0))
                                        ? 1
                                        : 0));
        return AxisOrigins.through(e.op(), from, program.type(e.input(0)).shape(), shape);
    }

    /** What {@code v} is a view of. */
    private int source(int v) {
        int u = v;
        while (definition[u] != null && isView(definition[u])) {
            u = definition[u].input(0);
        }
        return u;
    }

    private boolean isConstant(int v) {
        int u = source(v);
        return definition[u] != null && definition[u].op() instanceof Op.Constant;
    }

    private static boolean isView(Equation e) {
        return e.op() instanceof Op.BroadcastInDim || e.op() instanceof Op.Reshape;
    }

    private static boolean is(Equation e, BinaryFunction f) {
        return e.op() instanceof Op.Binary o && o.function() == f;
    }
}
