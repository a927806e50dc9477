package io.hessdiag.curvature;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reverse mode for a stack of cotangents that is written as a {@link Term}: one rule per linear op.
 * A rule moves axes and adds factors; it sums only over what mixes.
 */
final class Pull {
    private final LinearValues linear;
    private final Algebra algebra;
    private final ProgramBuilder b;
    private final Set<Index> seeds;

    private Set<Index> stack;
    private Equation e;
    private int operand;
    private Term t;

    /**
     * @param seeds indices of the stack
     */
    Pull(LinearValues linear, Algebra algebra, Set<Index> seeds) {
        this.linear = linear;
        this.algebra = algebra;
        this.b = algebra.b;
        this.seeds = seeds;
    }

    /** What a cotangent of one result of {@code equation} gives to one of its operands. */
    List<Term> through(Equation equation, int operandNumber, int output, Term term) {
        e = equation;
        operand = operandNumber;
        t = algebra.refined(term);
        stack = algebra.refined(seeds);
        b.at(equation.location());
        List<Term> out = rule().orElseGet(() -> written(output)).stream().toList();
        b.at(null);
        return out;
    }

    /** The structured rule; empty where there is none for this op or these axes. */
    private Optional<List<Term>> rule() {
        Op op = e.op();
        if (op instanceof Op.Unary u && u.function() == UnaryFunction.NEGATE) {
            return one(t.negated());
        } else if (op instanceof Op.Binary f) {
            return binary(f.function());
        } else if (op instanceof Op.Select) {
            return one(select());
        } else if (op instanceof Op.Convert) {
            return from().equals(to()) && sameType() ? one(t) : Optional.empty();
        } else if (op instanceof Op.BroadcastInDim d) {
            return one(broadcast(d));
        } else if (op instanceof Op.Reshape) {
            return algebra.refinement
                    .reshape(t.axes(), to(), from())
                    .map(axes -> List.of(algebra.refined(t.withAxes(axes))));
        } else if (op instanceof Op.Transpose p) {
            Ints order = p.permutation().inverse();
            return one(t.withAxes(order.stream().mapToObj(t.axes()::get).toList()));
        } else if (op instanceof Op.Slice s) {
            return one(within(s.start(), s.strides()));
        } else if (op instanceof Op.Reverse r) {
            return one(reverse(r));
        } else if (op instanceof Op.Concatenate c) {
            return Optional.of(concatenate(c));
        } else if (op instanceof Op.Pad p) {
            return Optional.of(pad(p));
        } else if (op instanceof Op.Reduce r && r.combiner() == Combiner.ADD) {
            return one(
                    operand == 0
                            ? reduce(r)
                            : algebra.sum(t.withAxes(List.of()), free(t, List.of())));
        } else if (op instanceof Op.DotGeneral d) {
            return one(dot(d));
        } else if (op instanceof Op.Windows w) {
            return windows(w.spec());
        }
        return op instanceof Op.Gather g ? gather(g) : Optional.empty();
    }

    private static Optional<List<Term>> one(Term term) {
        return Optional.of(List.of(term));
    }

    /** The operand's shape. */
    private Shape from() {
        return linear.shape(e.input(operand));
    }

    /** The result's shape. */
    private Shape to() {
        return linear.shape(e.outputs().get(0));
    }

    private boolean sameType() {
        return linear.type(e.input(operand)).equals(linear.type(e.output()));
    }

    private int known(int i) {
        return linear.plain(e.input(i));
    }

    private Optional<List<Term>> binary(BinaryFunction f) {
        return switch (f) {
            case ADD -> one(t);
            case SUBTRACT -> one(operand == 0 ? t : t.negated());
            case MULTIPLY ->
                    one(algebra.times(t, algebra.reading.at(known(1 - operand), t.axes())));
            case DIVIDE ->
                    one(algebra.times(t, reciprocal(algebra.reading.at(known(1), t.axes()))));
            default -> Optional.empty();
        };
    }

    private Factor reciprocal(Factor f) {
        return new Factor(b.divide(b.fullLike(f.value(), 1), f.value()), f.indices());
    }

    /**
     * Zero where the predicate chooses the other operand. As a choice in every factor that knows
     * the place, so that no infinity there survives; else as a factor of 0 and 1.
     */
    private Term select() {
        int p = known(0);
        List<Axis> axes = b.shape(p).rank() == 0 ? List.of() : t.axes();
        Factor mask = algebra.reading.at(p, axes);
        int yes = operand == 1 ? mask.value() : b.unary(UnaryFunction.NOT, mask.value());
        List<Factor> factors = new ArrayList<>();
        boolean chosen = false;
        for (Factor f : t.factors()) {
            boolean knows = !f.isSelection() && f.indices().containsAll(mask.indices());
            chosen |= knows;
            factors.add(knows ? chosen(new Factor(yes, mask.indices()), f) : f);
        }
        Factor bits = new Factor(b.convert(yes, algebra.dtype()), mask.indices());
        return chosen ? t.withFactors(factors) : algebra.times(t, bits);
    }

    private Factor chosen(Factor mask, Factor f) {
        int where = new Contraction(b).spread(mask, f.indices());
        return new Factor(b.select(where, f.value(), b.fullLike(f.value(), 0)), f.indices());
    }

    /** Sums over the axes along which the operand was repeated. */
    private Term broadcast(Op.BroadcastInDim op) {
        List<Axis> kept = new ArrayList<>();
        for (int i = 0; i < from().rank(); i++) {
            int r = op.dims().get(i);
            kept.add(from().dim(i) == op.shape().dim(r) ? t.axes().get(r) : Axis.of());
        }
        return summed(t.withAxes(kept), free(t, kept));
    }

    /** Indices of the term's axes that are neither the stack's nor in {@code kept} axes. */
    private List<Index> free(Term term, List<Axis> kept) {
        Set<Index> out = new LinkedHashSet<>(term.axisIndices());
        out.removeAll(stack);
        kept.forEach(a -> out.removeAll(a.indices()));
        return List.copyOf(out);
    }

    /** Now, or where the leaf itself is next when its entries are squared. */
    private Term summed(Term term, List<Index> over) {
        return linear.isViewOfLeaf(e.input(operand))
                ? withRange(term, over)
                : algebra.sum(term, over);
    }

    /** An index that no factor has would be forgotten: its range counts. */
    private Term withRange(Term term, List<Index> over) {
        Set<Index> inside = term.factorIndices();
        return algebra.sum(term, over.stream().filter(i -> !inside.contains(i)).toList());
    }

    private Term within(Ints start, Ints strides) {
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < t.axes().size(); i++) {
            axes.add(t.axes().get(i).within(start.get(i), strides.get(i)));
        }
        return t.withAxes(axes);
    }

    private Term reverse(Op.Reverse op) {
        List<Axis> axes = new ArrayList<>(t.axes());
        for (int i : op.dims().toArray()) {
            axes.set(i, axes.get(i).within(from().dim(i) - 1, -1));
        }
        return t.withAxes(axes);
    }

    private List<Term> concatenate(Op.Concatenate op) {
        int start = 0;
        for (int i = 0; i < operand; i++) {
            start += linear.shape(e.input(i)).dim(op.dim());
        }
        Cropping crop = new Cropping(algebra, stack);
        return crop.axis(t, to(), op.dim(), start, 1, from().dim(op.dim())).stream().toList();
    }

    /** Crops what was padded; the padding value gets everything that the operand does not. */
    private List<Term> pad(Op.Pad op) {
        Shape inner = linear.shape(e.input(0));
        Cropping crop = new Cropping(algebra, stack);
        Optional<Term> cropped = Optional.of(t);
        Shape shape = to();
        for (int i = 0; i < inner.rank() && cropped.isPresent(); i++) {
            int axis = i;
            Shape now = shape;
            cropped =
                    cropped.flatMap(
                            c ->
                                    crop.axis(
                                            c,
                                            now,
                                            axis,
                                            op.low().get(axis),
                                            op.interior().get(axis) + 1,
                                            inner.dim(axis)));
            shape = new Shape(shape.dims().with(i, inner.dim(i)));
        }
        if (operand == 0) {
            return cropped.stream().toList();
        }
        return Stream.concat(Stream.of(t), cropped.map(Term::negated).stream())
                .map(c -> algebra.sum(c.withAxes(List.of()), free(c, List.of())))
                .toList();
    }

    private Term reduce(Op.Reduce op) {
        List<Axis> axes = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < from().rank(); i++) {
            axes.add(op.dims().contains(i) ? Axis.whole(from().dim(i)) : t.axes().get(next++));
        }
        return t.withAxes(axes);
    }

    /** For Z = X·Y: X̄ is Z̄ times Y, summed over Y's free axes. */
    private Term dot(Op.DotGeneral op) {
        boolean left = operand == 0;
        int other = 1 - operand;
        Ints batch = left ? op.lhsBatch() : op.rhsBatch();
        Ints contract = left ? op.lhsContract() : op.rhsContract();
        Ints otherBatch = left ? op.rhsBatch() : op.lhsBatch();
        Ints otherContract = left ? op.rhsContract() : op.lhsContract();
        Ints lhsFree = op.lhsFree(linear.shape(e.input(0)).rank());
        Ints rhsFree = op.rhsFree(linear.shape(e.input(1)).rank());
        Ints free = left ? lhsFree : rhsFree;
        Ints otherFree = left ? rhsFree : lhsFree;
        int start = batch.size() + (left ? 0 : lhsFree.size());
        int otherStart = batch.size() + (left ? lhsFree.size() : 0);
        Axis[] mine = new Axis[from().rank()];
        Axis[] known = new Axis[linear.shape(e.input(other)).rank()];
        for (int i = 0; i < batch.size(); i++) {
            mine[batch.get(i)] = t.axes().get(i);
            known[otherBatch.get(i)] = t.axes().get(i);
        }
        for (int i = 0; i < free.size(); i++) {
            mine[free.get(i)] = t.axes().get(start + i);
        }
        for (int i = 0; i < otherFree.size(); i++) {
            known[otherFree.get(i)] = t.axes().get(otherStart + i);
        }
        for (int i = 0; i < contract.size(); i++) {
            Axis fresh = Axis.whole(from().dim(contract.get(i)));
            mine[contract.get(i)] = fresh;
            known[otherContract.get(i)] = fresh;
        }
        Factor y = algebra.reading.at(known(other), List.of(known));
        List<Axis> kept = List.of(mine);
        return summed(algebra.times(t, y).withAxes(kept), free(t, kept));
    }

    /** Windows of one element, single windows, and windows side by side only move elements. */
    private Optional<List<Term>> windows(WindowSpec w) {
        int rank = from().rank();
        List<Axis> axes = new ArrayList<>(t.axes().subList(0, rank));
        for (int i = 0; i < w.axes().size(); i++) {
            int axis = w.axes().get(i);
            Axis count = t.axes().get(axis);
            Axis within = t.axes().get(rank + i);
            int size = w.sizes().get(i);
            if (size == 1) {
                axes.set(axis, count.within(0, w.strides().get(i)));
            } else if (to().dim(axis) == 1) {
                axes.set(axis, within.within(0, w.dilations().get(i)));
            } else if (w.strides().get(i) == size
                    && w.dilations().get(i) == 1
                    && count.covers(to().dim(axis))
                    && within.covers(size)) {
                List<Index> both = new ArrayList<>(count.indices());
                both.addAll(within.indices());
                axes.set(axis, new Axis(both, 0, 1));
            } else {
                return Optional.empty();
            }
        }
        return one(t.withAxes(axes));
    }

    /** Rows taken by index: a one-hot factor per index component, [element i of axis = index]. */
    private Optional<List<Term>> gather(Op.Gather op) {
        GatherDims d = op.dims();
        Shape shape = from();
        for (int a = 0; a < shape.rank(); a++) {
            boolean whole =
                    op.sliceSizes().get(a) == shape.dim(a) && !d.startIndexMap().contains(a);
            if (!whole && op.sliceSizes().get(a) != 1) {
                return Optional.empty();
            }
        }
        return one(new GatheredRows(algebra, op, t, shape, known(1)).cotangent(this::summedOver));
    }

    private Term summedOver(Term term) {
        return summed(term, free(t, term.axes()));
    }

    /** Any op: the stack written out where the op mixes, and transposed as a whole. */
    private List<Term> written(int output) {
        return new Written(linear, algebra, stack).through(e, operand, output, t).stream().toList();
    }
}
