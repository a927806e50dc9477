package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.rewrite.ExponentialSums.Sum;
import io.hessdiag.tensor.Ints;
import java.util.Arrays;
import java.util.Optional;

/**
 * With z = Σ eˣ, log z is logsumexp(x) and eˣ / z is softmax(x). JAX's gradients write the division
 * otherwise: as eˣ ∘ (c / z) or eˣ ∘ (c / z²), where the quotient is made before it is broadcast,
 * summed and added to others. So quotients c / zᵖ are followed to where they meet eˣ, which gives
 * softmax(x) ∘ c / zᵖ⁻¹. That may change a result's rounding.
 */
final class RecognizeSoftmax {
    private static final int NONE = ExponentialSums.NONE;

    /** numerator / sum; without a numerator 1 / sum. */
    private record Quotient(Sum sum, int numerator) {}

    private final Program program;
    private final ExponentialSums known;
    private final ProgramBuilder b;
    private final int[] map;

    /** Per value that is z the value log z in {@code b}. */
    private final int[] logs;

    private final Quotient[] quotients;

    private RecognizeSoftmax(Program program) {
        this.program = program;
        this.known = new ExponentialSums(program);
        this.b = new ProgramBuilder(program.name());
        this.map = new int[program.values()];
        this.logs = new int[program.values()];
        this.quotients = new Quotient[program.values()];
        Arrays.fill(logs, NONE);
    }

    static Program apply(Program program) {
        return new RecognizeSoftmax(program).run();
    }

    private Program run() {
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        for (Equation e : program.equations()) {
            Op op = Bodies.map(e.op(), RecognizeSoftmax::apply);
            b.copy(new Equation(op, e.inputs(), e.outputs(), e.location()), map);
            follow(e, e.outputs().get(0));
        }
        b.at(null);
        return b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
    }

    private void follow(Equation e, int v) {
        if (isView(e.op())) {
            int x = e.input(0);
            logs[v] = logs[x] == NONE ? NONE : b.emit(e.op(), logs[x]);
            quotients[v] = quotients[x] == null ? null : viewed(quotients[x], e);
        } else if (e.op() instanceof Op.Reduce r) {
            reduce(r, e, v);
        } else if (e.op() instanceof Op.Unary u) {
            unary(u, e.input(0), v);
        } else if (e.op() instanceof Op.Binary f) {
            binary(f, e.input(0), e.input(1), v);
        } else if (e.op() instanceof Op.Select && known.isCertain(e.input(0))) {
            quotients[v] = quotients[e.input(1)];
        }
    }

    private static boolean isView(Op op) {
        return op instanceof Op.BroadcastInDim || op instanceof Op.Reshape;
    }

    private Quotient viewed(Quotient q, Equation view) {
        Sum sum =
                q.sum.through(
                        view.op(), program.shape(view.input(0)), program.shape(view.output()));
        return new Quotient(sum, b.emit(view.op(), q.numerator));
    }

    /** z itself, and Σ c / z = (Σ c) / z where z does not vary along the sum. */
    private void reduce(Op.Reduce r, Equation e, int v) {
        Sum z = known.sum(v);
        Quotient q = quotients[e.input(0)];
        if (z != null) {
            logs[v] = b.emit(new Op.LogSumExp(r.dims()), map[z.x()]);
        } else if (q != null
                && r.combiner() == Combiner.ADD
                && known.isZero(e.input(1))
                && q.sum.axes().pick(r.dims()).allEqual(AxisOrigins.NONE)) {
            Sum left = q.sum.withAxes(q.sum.axes().without(r.dims()));
            quotients[v] = new Quotient(left, b.emit(r, q.numerator, map[e.input(1)]));
        }
    }

    private void unary(Op.Unary op, int x, int v) {
        if (op.function() == UnaryFunction.LOG && logs[x] != NONE) {
            map[v] = logs[x];
        } else if (op.function() == UnaryFunction.ABS) {
            logs[v] = logs[x];
        } else if (op.function() == UnaryFunction.NEGATE && quotients[x] != null) {
            quotients[v] = new Quotient(quotients[x].sum, b.negate(quotients[x].numerator));
        }
    }

    private void binary(Op.Binary op, int x, int y, int v) {
        switch (op.function()) {
            case DIVIDE -> divide(x, y, v);
            case MULTIPLY -> {
                multiply(x, y, v);
                multiply(y, x, v);
            }
            case ADD, SUBTRACT -> add(op, x, y, v);
            default -> {}
        }
    }

    private void divide(int x, int y, int v) {
        Sum z = known.sum(y);
        if (z != null && known.isTerm(x, z)) {
            meet(new Quotient(z, NONE), v);
        } else if (z != null) {
            quotients[v] = new Quotient(z, map[x]);
        }
    }

    private void multiply(int x, int y, int v) {
        Quotient q = quotients[x];
        if (q != null && known.isTerm(y, q.sum)) {
            meet(q, v);
        } else if (q != null) {
            quotients[v] =
                    known.isCertain(y) ? q : new Quotient(q.sum, b.multiply(q.numerator, map[y]));
        }
    }

    private void add(Op.Binary op, int x, int y, int v) {
        Quotient p = quotients[x];
        Quotient q = quotients[y];
        if (p != null && q != null && p.sum.equals(q.sum)) {
            quotients[v] = new Quotient(p.sum, b.emit(op, p.numerator, q.numerator));
        } else if (p != null && known.isZero(y)) {
            quotients[v] = p;
        } else if (q != null && known.isZero(x) && op.function() == BinaryFunction.ADD) {
            quotients[v] = q;
        }
    }

    /** v = eˣ ∘ q. */
    private void meet(Quotient q, int v) {
        int y = b.emit(new Op.Softmax(q.sum.dims()), map[q.sum.x()]);
        int product = isOne(q.numerator) ? y : b.multiply(q.numerator, y);
        if (q.sum.power() == 1) {
            map[v] = product;
        } else {
            quotients[v] = new Quotient(q.sum.withPower(q.sum.power() - 1), product);
        }
    }

    private boolean isOne(int numerator) {
        if (numerator == NONE) {
            return true;
        }
        Optional<Equation> made = b.definition(numerator);
        while (made.isPresent() && isView(made.get().op())) {
            made = b.definition(made.get().input(0));
        }
        return made.isPresent()
                && made.get().op() instanceof Op.Constant c
                && c.value().size() == 1
                && c.value().get(0) == 1;
    }
}
