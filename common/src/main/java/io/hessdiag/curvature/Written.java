package io.hessdiag.curvature;

import io.hessdiag.ad.AxisMap;
import io.hessdiag.ad.StackedTranspose;
import io.hessdiag.ad.TransposedEquation;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rule for all ops without one of their own: the stack is written out, but for axes that the op
 * passes on position by position (the example axis above all), and the transposed op is run on it.
 */
final class Written {
    private final LinearValues linear;
    private final Algebra algebra;
    private final ProgramBuilder b;
    private final Set<Index> stack;

    Written(LinearValues linear, Algebra algebra, Set<Index> stack) {
        this.linear = linear;
        this.algebra = algebra;
        this.b = algebra.b;
        this.stack = stack;
    }

    /** What the operand's value gets, at its first place among the operands. */
    Optional<Term> through(Equation e, int operand, int output, Term t) {
        if (e.inputs().indexOf(e.input(operand)) < operand) {
            return Optional.empty();
        }
        Shape from = linear.shape(e.input(operand));
        Shape to = linear.shape(e.outputs().get(output));
        Ints map = output == 0 ? AxisMap.of(linear, e, operand) : Ints.repeat(-1, from.rank());
        Axis[] passed = new Axis[from.rank()];
        List<Axis> plain = new ArrayList<>(Collections.nCopies(to.rank(), null));
        for (int i = 0; i < from.rank(); i++) {
            int r = map.get(i);
            if (r >= 0 && t.axes().get(r).covers(to.dim(r))) {
                passed[i] = t.axes().get(r);
                plain.set(r, passed[i]);
            }
        }
        Term dense = new Dense(algebra).of(t, stack, to, r -> plain.get(r) == null);
        Factor core = dense.factors().get(0);
        List<Index> order = new ArrayList<>();
        dense.axes().forEach(a -> order.addAll(a.indices()));
        List<Index> k = core.indices().stream().filter(i -> !order.contains(i)).toList();
        order.addAll(0, k);
        int whole = new Contraction(b).spread(core, order);
        int stacked = b.reshape(whole, to.prepend(Algebra.shape(k).size()));
        return TransposedEquation.of(linear, linear.moving(), e, operand, output)
                .map(e2 -> StackedTranspose.emit(b, e2, known(e2), stacked))
                .map(v -> term(dense.sign(), v, k, passed, from));
    }

    private Ints known(TransposedEquation e) {
        return Ints.of(e.known().stream().map(linear::plain).toArray());
    }

    private Term term(int sign, int value, List<Index> k, Axis[] passed, Shape from) {
        List<Index> indices = new ArrayList<>(k);
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < from.rank(); i++) {
            Axis own = from.dim(i) == 1 ? Axis.of() : Axis.of(new Index(from.dim(i)));
            axes.add(passed[i] == null ? own : passed[i]);
            indices.addAll(axes.get(i).indices());
        }
        Factor f = algebra.reading.distinct(b.reshape(value, Algebra.shape(indices)), indices);
        return new Term(sign, List.of(f), axes);
    }
}
