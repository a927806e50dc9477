package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;

/**
 * Forward mode through a loop. The tangent of the body splits into what is known without tangents
 * and a linear rest; the loop is run once with the known part's results stacked as further ys, and
 * the tangent is a second loop that reads them, linear in all its moving operands. Results that
 * depend on the loop's constants alone are computed once, outside.
 */
final class ScanDerivative {
    /** The loop's results as they are now, and their tangents. */
    record Result(Ints primal, int[] tangents) {}

    private final ProgramBuilder b;
    private final Op.Scan op;
    private final Program body;
    private final int[] x;
    private final int[] dx;
    private final SoftmaxDerivative.Form form;
    private final int rows;

    /** Positions of the body's inputs that move: a carry moves if any of its steps may. */
    private Ints moving;

    /** The body with what its tangent needs among its values; its outputs are the body's. */
    private Program primalBody;

    private Program tangentBody;
    private int[] tangents;

    ScanDerivative(ProgramBuilder b, Op.Scan op, int[] x, int[] dx, SoftmaxDerivative.Form form) {
        this.b = b;
        this.op = op;
        this.body = op.body();
        this.x = x;
        this.dx = dx;
        this.form = form;
        this.rows = op.constants() + op.carries();
    }

    Result jvp() {
        moving = Ints.range(x.length).filter(i -> dx[i] != NONE);
        while (differentiateBody()) {
            continue;
        }
        PartialEvaluation split = PartialEvaluation.split(tangentBody, moving.size());
        Residuals residuals = new Residuals(split.early());
        Ints primal = residuals.run();
        Ints out = linearLoop(split.late(), residuals, primal);
        int[] result = new int[body.outputs().size()];
        int next = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] = moves(i) ? out.get(next++) : NONE;
        }
        return new Result(primal.pick(Ints.range(result.length)), result);
    }

    /** Whether output i of the loop has a tangent. */
    private boolean moves(int i) {
        return i < op.carries() ? moving.contains(op.constants() + i) : tangents[i] != NONE;
    }

    /** The body's tangent for the inputs that move so far; true if it makes another carry move. */
    private boolean differentiateBody() {
        ProgramBuilder s = new ProgramBuilder("scan_body");
        int[] map = Jvp.inputs(s, body);
        Ints inputs = body.inputs().pick(moving);
        Ints directions = Ints.of(inputs.stream().map(v -> s.input(body.type(v))).toArray());
        tangents = Jvp.push(s, body, map, inputs, directions, form);
        Ints more =
                Ints.range(op.constants(), rows)
                        .filter(i -> tangents[i - op.constants()] != NONE && !moving.contains(i));
        if (!more.isEmpty()) {
            moving = Ints.of(moving.concat(more).stream().sorted().toArray());
            return true;
        }
        Ints out = Ints.range(body.outputs().size()).filter(this::moves);
        primalBody =
                Dependence.restrict(
                        s.build(), Ints.of(body.outputs().stream().map(v -> map[v]).toArray()));
        tangentBody =
                s.build(
                        Ints.of(
                                out.stream()
                                        .map(
                                                i ->
                                                        tangents[i] == NONE
                                                                ? s.full(
                                                                        body.outputTypes().get(i),
                                                                        0)
                                                                : tangents[i])
                                        .toArray()));
        return false;
    }

    /** (residuals, tangents of the moving inputs) → tangents, as a loop. */
    private Ints linearLoop(Program late, Residuals residuals, Ints primal) {
        int known = late.inputs().size() - moving.size();
        ProgramBuilder l = new ProgramBuilder("scan_tangent");
        int[] argument = new int[late.inputs().size()];
        Ints operands = Ints.EMPTY;
        int constants = 0;
        int carries = 0;
        for (int group = 0; group < 3; group++) {
            for (int i = 0; i < argument.length; i++) {
                int in = i < known ? -1 : moving.get(i - known);
                int of =
                        in < 0
                                ? (residuals.isInvariant(i) ? 0 : 2)
                                : in < op.constants() ? 0 : in < rows ? 1 : 2;
                if (of == group) {
                    argument[i] = l.input(late.inputTypes().get(i));
                    operands = operands.append(in < 0 ? residuals.value(i, primal) : tangent(in));
                }
            }
            constants = group == 0 ? operands.size() : constants;
            carries = group == 1 ? operands.size() - constants : carries;
        }
        Program linear = l.build(l.inline(late, Ints.of(argument)));
        return b.apply(
                new Op.Scan(constants, carries, op.length(), op.reverse(), linear), operands);
    }

    private int tangent(int in) {
        return dx[in] == NONE ? b.fullLike(x[in], 0) : dx[in];
    }

    /** Where each residual of the body's tangent comes from. */
    private final class Residuals {
        private final Program early;
        private final boolean[] varies;
        private final Ints stacked;

        Residuals(Program early) {
            this.early = early;
            this.varies =
                    Dependence.on(early, early.inputs().pick(Ints.range(op.constants(), x.length)));
            this.stacked =
                    Ints.range(early.outputs().size()).filter(i -> !isInvariant(i) && row(i) < 0);
        }

        boolean isInvariant(int i) {
            return !varies[early.outputs().get(i)];
        }

        /** The x whose row the residual is, or -1. */
        private int row(int i) {
            int in = early.inputs().indexOf(early.outputs().get(i));
            return in >= rows ? in : -1;
        }

        /** Emits the loop with the stacked residuals as its last results. */
        Ints run() {
            ProgramBuilder a = new ProgramBuilder(body.name());
            Ints in = Ints.of(body.inputTypes().stream().mapToInt(a::input).toArray());
            Ints out = a.inline(primalBody, in);
            Ints kept = a.inline(Dependence.restrict(early, early.outputs().pick(stacked)), in);
            return Loop.emit(
                    b,
                    new Op.Scan(
                            op.constants(),
                            op.carries(),
                            op.length(),
                            op.reverse(),
                            a.build(out.concat(kept))),
                    Ints.of(x));
        }

        /** The residual's value outside: one for all steps, or the stack of all steps'. */
        int value(int i, Ints primal) {
            if (isInvariant(i)) {
                Program once = Dependence.restrict(early, Ints.of(early.outputs().get(i)));
                return b.inline(once, Ints.of(x)).get(0);
            }
            return row(i) >= 0 ? x[row(i)] : primal.get(body.outputs().size() + stacked.indexOf(i));
        }
    }
}
