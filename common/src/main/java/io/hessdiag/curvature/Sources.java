package io.hessdiag.curvature;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The forms of a linearised loss: ⟨λ, E(dr, du)⟩ for every linear equation E whose residual r moves
 * (edge pushing, Gower and Mello 2012). Sides are followed back through scalings and repetitions,
 * so that a chain of element-wise functions of u gives forms of du alone.
 */
final class Sources {
    private final Linear linear;
    private final Algebra algebra;
    private final ProgramBuilder b;
    private final List<Form> forms = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    private Sources(Linear linear, Algebra algebra) {
        this.linear = linear;
        this.algebra = algebra;
        this.b = algebra.b;
    }

    static Sources of(Linear linear, Algebra algebra) {
        Sources s = new Sources(linear, algebra);
        for (Equation e : linear.program().equations()) {
            boolean reached = e.outputs().stream().anyMatch(v -> linear.cotangent(v) >= 0);
            if (reached && linear.isLinear(e.outputs().get(0))) {
                s.b.at(e.location());
                s.equation(e);
            }
        }
        s.b.at(null);
        return s;
    }

    List<Form> forms() {
        return forms;
    }

    List<Obstacle> obstacles() {
        return obstacles;
    }

    private void equation(Equation e) {
        for (int i = 0; i < e.inputs().size(); i++) {
            int dr = linear.isLinear(e.input(i)) ? -1 : linear.tangent(e.input(i));
            if (dr >= 0) {
                residual(e, i, dr);
            }
        }
    }

    private void residual(Equation e, int i, int dr) {
        BitSet leaves = new BitSet();
        e.inputs().stream().filter(linear::isLinear).forEach(v -> leaves.or(linear.leaves(v)));
        leaves.and(linear.leaves(dr));
        if (leaves.isEmpty()) {
            return;
        }
        if (e.op() instanceof Op.Binary f && f.function() == BinaryFunction.MULTIPLY) {
            int u = centred(e, i, dr).orElse(e.input(1 - i));
            elementwise(e, dr, u, linear.cotangent(e.output()));
        } else if (e.op() instanceof Op.Binary f && f.function() == BinaryFunction.DIVIDE) {
            int r = linear.plain(e.input(1));
            int scaled = b.divide(b.divide(linear.cotangent(e.output()), r), r);
            elementwise(e, dr, e.input(0), b.negate(scaled));
        } else if (e.op() instanceof Op.DotGeneral d) {
            dot(e, d, i, dr);
        } else {
            obstacles.add(new Obstacle(e, leaves));
        }
    }

    /**
     * For e: p∘dx with p = softmax(x), dp = p∘r and a cotangent that is constant along the sum, the
     * r that may stand for dx: they differ by what is constant along the sum, and there Σ p∘r = 0.
     * What was Σ p∘r∘dx, a difference of large numbers for confident p, is Σ p∘r² then.
     */
    private Optional<Integer> centred(Equation e, int residual, int dr) {
        Equation p = linear.definition(e.input(residual));
        Equation dp = linear.definition(dr);
        boolean scaled = dp != null && dp.inputs().contains(e.input(residual));
        if (p == null || !(p.op() instanceof Op.Softmax s) || !scaled) {
            return Optional.empty();
        }
        List<Axis> axes = Axis.whole(linear.shape(e.output()));
        Factor weight = algebra.reading.at(linear.cotangent(e.output()), axes);
        return s.dims().stream()
                        .noneMatch(
                                d ->
                                        axes.get(d).indices().stream()
                                                .anyMatch(weight.indices()::contains))
                ? Optional.of(dp.input(dp.input(0) == e.input(residual) ? 1 : 0))
                : Optional.empty();
    }

    private void elementwise(Equation e, int dr, int u, int weight) {
        List<Axis> axes = Axis.whole(linear.shape(e.output()));
        add(weight, axes, axes, new Form.Side(dr, axes), new Form.Side(u, axes));
    }

    private void dot(Equation e, Op.DotGeneral op, int residual, int dr) {
        int u = e.input(1 - residual);
        Shape lhs = linear.shape(e.input(0));
        Shape rhs = linear.shape(e.input(1));
        List<Axis> out = Axis.whole(linear.shape(e.output()));
        List<Axis> l = new ArrayList<>(Collections.nCopies(lhs.rank(), null));
        List<Axis> r = new ArrayList<>(Collections.nCopies(rhs.rank(), null));
        Ints lhsFree = op.lhsFree(lhs.rank());
        Ints rhsFree = op.rhsFree(rhs.rank());
        int batch = op.lhsBatch().size();
        for (int k = 0; k < batch; k++) {
            l.set(op.lhsBatch().get(k), out.get(k));
            r.set(op.rhsBatch().get(k), out.get(k));
        }
        IntStream.range(0, lhsFree.size()).forEach(k -> l.set(lhsFree.get(k), out.get(batch + k)));
        IntStream.range(0, rhsFree.size())
                .forEach(k -> r.set(rhsFree.get(k), out.get(batch + lhsFree.size() + k)));
        List<Axis> contracted = Axis.whole(lhs.pick(op.lhsContract()));
        for (int k = 0; k < contracted.size(); k++) {
            l.set(op.lhsContract().get(k), contracted.get(k));
            r.set(op.rhsContract().get(k), contracted.get(k));
        }
        List<Axis> all = new ArrayList<>(out);
        all.addAll(contracted);
        add(
                linear.cotangent(e.output()),
                out,
                all,
                new Form.Side(dr, residual == 0 ? l : r),
                new Form.Side(u, residual == 0 ? r : l));
    }

    private void add(int weight, List<Axis> along, List<Axis> all, Form.Side s, Form.Side t) {
        Term product = new Term(1, List.of(algebra.reading.at(weight, along)), List.of());
        Followed first = follow(product, s);
        Followed second = follow(first.weight, t);
        List<Index> indices = all.stream().flatMap(a -> a.indices().stream()).toList();
        Term w = second.weight;
        forms.add(new Form(w.sign(), w.factors(), indices, first.side, second.side));
    }

    private record Followed(Term weight, Form.Side side) {}

    /** Back to the tangent of which this one is a multiple, element by element. */
    private Followed follow(Term weight, Form.Side side) {
        Equation e = linear.definition(side.value());
        List<Axis> axes = side.axes();
        if (e == null) {
            return new Followed(weight, side);
        }
        if (e.op() instanceof Op.Unary f && f.function() == UnaryFunction.NEGATE) {
            return follow(weight.negated(), new Form.Side(e.input(0), axes));
        }
        if (e.op() instanceof Op.Binary f && f.function() == BinaryFunction.MULTIPLY) {
            int known = linear.isLinear(e.input(0)) ? 1 : 0;
            Factor c = algebra.reading.at(linear.plain(e.input(known)), axes);
            return follow(algebra.times(weight, c), new Form.Side(e.input(1 - known), axes));
        }
        if (e.op() instanceof Op.Binary f && f.function() == BinaryFunction.DIVIDE) {
            Factor c = algebra.reading.at(linear.plain(e.input(1)), axes);
            int inverse = b.divide(b.fullLike(c.value(), 1), c.value());
            Term w = algebra.times(weight, new Factor(inverse, c.indices()));
            return follow(w, new Form.Side(e.input(0), axes));
        }
        if (e.op() instanceof Op.BroadcastInDim d) {
            Shape from = linear.shape(e.input(0));
            List<Axis> inner =
                    IntStream.range(0, from.rank())
                            .mapToObj(i -> from.dim(i) == 1 ? Axis.of() : axes.get(d.dims().get(i)))
                            .toList();
            return follow(weight, new Form.Side(e.input(0), inner));
        }
        if (e.op() instanceof Op.Transpose p) {
            Ints order = p.permutation().inverse();
            List<Axis> inner = order.stream().mapToObj(axes::get).toList();
            return follow(weight, new Form.Side(e.input(0), inner));
        }
        return new Followed(weight, side);
    }
}
