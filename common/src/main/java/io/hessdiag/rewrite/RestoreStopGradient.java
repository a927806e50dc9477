package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
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
 * with s = x − m, e = exp s and z = Σe (m being constant along the sum), so are s − log z, e / z
 * and log z + m invariant. Where m is used in no other way it gets its stop_gradient back, which
 * saves the derivatives of the maximum and their rounding.
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
            b.copy(e, map);
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

        /** m: in s = x − m, in log z + m, and in guards of m itself. */
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

        /** s: in e = exp s and in s − log z. */
        private boolean shiftedUse(Equation e) {
            if (is(e, UnaryFunction.EXPONENTIAL)) {
                return notOutput(e.output())
                        && uses.get(e.output()).stream()
                                .allMatch(u -> exponentialUse(u, e.output()));
            }
            return is(e, BinaryFunction.SUBTRACT)
                    && e.input(0) == shifted
                    && isLog(e.input(1))
                    && restores(e.input(1));
        }

        /** e: in z = Σe and in e / z. */
        private boolean exponentialUse(Equation u, int exponential) {
            if (isSum(u)) {
                return notOutput(u.output()) && sumUses(u.output());
            }
            return is(u, BinaryFunction.DIVIDE)
                    && u.input(0) == exponential
                    && isZ(u.input(1))
                    && restores(u.input(1));
        }

        /** z: in log z and in e / z. */
        private boolean sumUses(int z) {
            return uses.get(z).stream()
                    .allMatch(
                            u -> {
                                if (isView(u) || is(u, UnaryFunction.ABS)) {
                                    return notOutput(u.output()) && sumUses(u.output());
                                }
                                if (is(u, UnaryFunction.LOG)) {
                                    return logUses(u.output());
                                }
                                return is(u, UnaryFunction.SIGN)
                                        || is(u, BinaryFunction.DIVIDE)
                                                && u.input(1) == z
                                                && isExponential(u.input(0));
                            });
        }

        /** log z: in s − log z and in log z + m. */
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
            Ints origin = origins(v);
            Shape x = program.type(shifted).shape();
            return origin.size() == x.rank()
                    && Ints.range(x.rank()).stream()
                            .allMatch(
                                    a ->
                                            x.dim(a) == 1
                                                    || origin.get(a)
                                                            == (axes.contains(a) ? -1 : a));
        }

        private boolean sameAxes(Equation e) {
            return origins(e.input(0)).equals(origins(e.input(1)));
        }

        /**
         * Whether v is the very value that x was shifted by, up to views: guards are part of it.
         */
        private boolean isShift(int v) {
            return source(v, false) == source(definition[shifted].input(1), false);
        }

        private boolean isSum(Equation e) {
            return e.op() instanceof Op.Reduce r
                    && r.combiner() == Combiner.ADD
                    && r.dims().equals(axes)
                    && isZero(e.input(1))
                    && isExponential(e.input(0));
        }

        private boolean isZero(int v) {
            return definition[v] != null
                    && definition[v].op() instanceof Op.Constant c
                    && c.value().get(0) == 0;
        }

        private boolean isExponential(int v) {
            return definition[v] != null
                    && is(definition[v], UnaryFunction.EXPONENTIAL)
                    && definition[v].input(0) == shifted;
        }

        private boolean isZ(int v) {
            Equation e = definition[source(v, false)];
            return e != null && isSum(e);
        }

        private boolean isLog(int v) {
            Equation e = definition[source(v, false)];
            return e != null && is(e, UnaryFunction.LOG) && isSumThroughAbs(e.input(0));
        }

        private boolean isSumThroughAbs(int v) {
            Equation e = definition[source(v, true)];
            return e != null && isSum(e);
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
            Shape x = program.type(e.input(0)).shape();
            return ones(Ints.range(x.rank()).without(r.dims()), shape);
        }
        Ints from =
                origins(
                        e.input(
                                e.op() instanceof Op.Select
                                                || is(e, BinaryFunction.MAXIMUM)
                                                        && isConstant(e.input(0))
                                        ? 1
                                        : 0));
        if (e.op() instanceof Op.BroadcastInDim b) {
            Ints out = Ints.repeat(-1, shape.rank());
            for (int i = 0; i < from.size(); i++) {
                out = out.with(b.dims().get(i), from.get(i));
            }
            return out;
        }
        return e.op() instanceof Op.Reshape ? reshaped(from, e.input(0), shape) : from;
    }

    private static Ints ones(Ints axes, Shape shape) {
        return Ints.of(
                Ints.range(shape.rank()).stream()
                        .map(i -> shape.dim(i) == 1 ? -1 : axes.get(i))
                        .toArray());
    }

    /** Reshapes that add or drop axes of size 1; others match nothing. */
    private Ints reshaped(Ints from, int operand, Shape to) {
        Shape source = program.type(operand).shape();
        Ints longAxes = Ints.range(source.rank()).filter(i -> source.dim(i) != 1);
        Ints longTo = Ints.range(to.rank()).filter(i -> to.dim(i) != 1);
        Ints out = Ints.repeat(-2, to.rank());
        if (source.pick(longAxes).equals(to.pick(longTo))) {
            for (int i = 0; i < to.rank(); i++) {
                int n = longTo.indexOf(i);
                out = out.with(i, n < 0 ? -1 : from.get(longAxes.get(n)));
            }
        }
        return out;
    }

    /** What {@code v} is a view of, through abs too if asked. */
    private int source(int v, boolean throughAbs) {
        int u = v;
        while (definition[u] != null
                && (isView(definition[u]) || throughAbs && is(definition[u], UnaryFunction.ABS))) {
            u = definition[u].input(0);
        }
        return u;
    }

    private boolean isConstant(int v) {
        int u = source(v, false);
        return definition[u] != null && definition[u].op() instanceof Op.Constant;
    }

    private static boolean isView(Equation e) {
        return e.op() instanceof Op.BroadcastInDim || e.op() instanceof Op.Reshape;
    }

    private static boolean is(Equation e, UnaryFunction f) {
        return e.op() instanceof Op.Unary u && u.function() == f;
    }

    private static boolean is(Equation e, BinaryFunction f) {
        return e.op() instanceof Op.Binary o && o.function() == f;
    }
}
