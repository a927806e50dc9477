package io.hessdiag.examples;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Types;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All the ways in which an axis runs through an equation position by position. Each is a list of
 * axes, one per operand and then one per result: entry i of the results along their axis depends on
 * entry i of the operands along theirs, and on all of the operands that have −1. An axis that no
 * result has is summed.
 */
final class ParallelAxes implements Op.Visitor<List<Ints>> {
    private final Types types;
    private final Equation equation;
    private final IntFunction<Equation> definition;

    private ParallelAxes(Types types, Equation equation, IntFunction<Equation> definition) {
        this.types = types;
        this.equation = equation;
        this.definition = definition;
    }

    /**
     * @param definition the equation that makes a value; null for inputs
     */
    static List<Ints> of(Types types, Equation equation, IntFunction<Equation> definition) {
        return equation.op().accept(new ParallelAxes(types, equation, definition));
    }

    private Shape in(int i) {
        return types.shape(equation.input(i));
    }

    private Shape out() {
        return types.shape(equation.outputs().get(0));
    }

    private static List<Ints> ways(IntStream axes, IntFunction<Ints> way) {
        return axes.mapToObj(way).toList();
    }

    /** The same axis everywhere, but for scalars among larger operands. */
    private List<Ints> same(IntPredicate axes) {
        int rank = out().rank();
        return ways(
                IntStream.range(0, rank).filter(axes),
                a ->
                        Ints.of(
                                IntStream.concat(
                                                equation.inputs().stream(),
                                                equation.outputs().stream())
                                        .map(v -> types.shape(v).rank() == 0 ? -1 : a)
                                        .toArray()));
    }

    private List<Ints> elementwise() {
        return same(a -> true);
    }

    private static List<Ints> none() {
        return List.of();
    }

    /** Any axis of a splat; rows of other constants are not known to be equal. */
    @Override
    public List<Ints> constant(Op.Constant op) {
        return isSplat(op.value()) ? elementwise() : none();
    }

    static boolean isSplat(Tensor x) {
        return IntStream.range(1, x.size()).allMatch(i -> x.get(i) == x.get(0));
    }

    @Override
    public List<Ints> iota(Op.Iota op) {
        return same(a -> a != op.dim());
    }

    @Override
    public List<Ints> unary(Op.Unary op) {
        return elementwise();
    }

    @Override
    public List<Ints> binary(Op.Binary op) {
        return elementwise();
    }

    @Override
    public List<Ints> compare(Op.Compare op) {
        return elementwise();
    }

    @Override
    public List<Ints> select(Op.Select op) {
        return elementwise();
    }

    @Override
    public List<Ints> clamp(Op.Clamp op) {
        return elementwise();
    }

    @Override
    public List<Ints> convert(Op.Convert op) {
        return elementwise();
    }

    @Override
    public List<Ints> reducePrecision(Op.ReducePrecision op) {
        return elementwise();
    }

    /** An axis along which the operand is repeated has −1 there. */
    @Override
    public List<Ints> broadcastInDim(Op.BroadcastInDim op) {
        return ways(
                IntStream.range(0, op.shape().rank()),
                r -> {
                    int a = op.dims().indexOf(r);
                    return Ints.of(a >= 0 && in(0).dim(a) == op.shape().dim(r) ? a : -1, r);
                });
    }

    /** Axes that stay; {@link Alignments} knows about joined and split ones. */
    @Override
    public List<Ints> reshape(Op.Reshape op) {
        return none();
    }

    @Override
    public List<Ints> transpose(Op.Transpose op) {
        return ways(
                IntStream.range(0, op.permutation().size()),
                r -> Ints.of(op.permutation().get(r), r));
    }

    /** Axes that are whole; {@link Alignments} knows about parts. */
    @Override
    public List<Ints> slice(Op.Slice op) {
        return same(a -> in(0).dim(a) == out().dim(a));
    }

    /** {@link Alignments} knows about operands in a row along the examples' axis. */
    @Override
    public List<Ints> concatenate(Op.Concatenate op) {
        return same(a -> a != op.dim());
    }

    @Override
    public List<Ints> pad(Op.Pad op) {
        return same(
                a -> op.low().get(a) == 0 && op.high().get(a) == 0 && op.interior().get(a) == 0);
    }

    @Override
    public List<Ints> reverse(Op.Reverse op) {
        return same(a -> !op.dims().contains(a));
    }

    @Override
    public List<Ints> dotGeneral(Op.DotGeneral op) {
        Ints lhsFree = op.lhsFree(in(0).rank());
        Ints rhsFree = op.rhsFree(in(1).rank());
        int batch = op.lhsBatch().size();
        List<Ints> ways = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            ways.add(Ints.of(op.lhsBatch().get(i), op.rhsBatch().get(i), i));
        }
        for (int i = 0; i < lhsFree.size(); i++) {
            ways.add(Ints.of(lhsFree.get(i), -1, batch + i));
        }
        for (int i = 0; i < rhsFree.size(); i++) {
            ways.add(Ints.of(-1, rhsFree.get(i), batch + lhsFree.size() + i));
        }
        for (int i = 0; i < op.lhsContract().size(); i++) {
            ways.add(Ints.of(op.lhsContract().get(i), op.rhsContract().get(i), -1));
        }
        return ways;
    }

    @Override
    public List<Ints> reduce(Op.Reduce op) {
        Ints kept = Ints.range(in(0).rank()).without(op.dims());
        List<Ints> ways = new ArrayList<>();
        for (int a = 0; a < in(0).rank(); a++) {
            if (kept.contains(a) || op.combiner() == Combiner.ADD) {
                ways.add(Ints.of(a, -1, kept.indexOf(a)));
            }
        }
        return ways;
    }

    @Override
    public List<Ints> logSumExp(Op.LogSumExp op) {
        Ints kept = Ints.range(in(0).rank()).without(op.dims());
        return kept.stream().mapToObj(a -> Ints.of(a, kept.indexOf(a))).toList();
    }

    @Override
    public List<Ints> softmax(Op.Softmax op) {
        Ints kept = Ints.range(in(0).rank()).without(op.dims());
        return kept.stream().mapToObj(a -> Ints.of(a, a)).toList();
    }

    @Override
    public List<Ints> argReduce(Op.ArgReduce op) {
        Ints kept = Ints.range(in(0).rank()).filter(a -> a != op.dim());
        return ways(kept.stream(), a -> Ints.of(a, a, -1, -1, kept.indexOf(a), kept.indexOf(a)));
    }

    @Override
    public List<Ints> gather(Op.Gather op) {
        return new IndexedAxes(types, equation, definition).gather(op);
    }

    @Override
    public List<Ints> scatter(Op.Scatter op) {
        return new IndexedAxes(types, equation, definition).scatter(op);
    }

    @Override
    public List<Ints> windows(Op.Windows op) {
        return windowed(op.spec(), in(0).rank());
    }

    @Override
    public List<Ints> foldWindows(Op.FoldWindows op) {
        return windowed(op.spec(), op.shape().rank());
    }

    private static List<Ints> windowed(WindowSpec spec, int rank) {
        return ways(
                IntStream.range(0, rank).filter(a -> !spec.axes().contains(a)), a -> Ints.of(a, a));
    }

    @Override
    public List<Ints> sort(Op.Sort op) {
        return same(a -> a != op.dim());
    }

    /** A loop without carries is a map over its rows; bodies are {@link BodyRoles}' matter. */
    @Override
    public List<Ints> scan(Op.Scan op) {
        if (op.carries() > 0) {
            return none();
        }
        Ints way = Ints.repeat(-1, op.constants());
        way = way.concat(Ints.repeat(0, equation.inputs().size() - op.constants()));
        return List.of(way.concat(Ints.repeat(0, equation.outputs().size())));
    }

    @Override
    public List<Ints> whileLoop(Op.While op) {
        return none();
    }

    @Override
    public List<Ints> choice(Op.Case op) {
        return none();
    }

    private List<Ints> matrices() {
        int slots = equation.inputs().size() + equation.outputs().size();
        return ways(IntStream.range(0, in(0).rank() - 2), a -> Ints.repeat(a, slots));
    }

    @Override
    public List<Ints> cholesky(Op.Cholesky op) {
        return matrices();
    }

    /** Every matrix, and every column of b, by itself. */
    @Override
    public List<Ints> triangularSolve(Op.TriangularSolve op) {
        List<Ints> ways = new ArrayList<>(matrices());
        int column = in(1).rank() - 1;
        ways.add(Ints.of(-1, column, column));
        return ways;
    }

    @Override
    public List<Ints> lu(Op.Lu op) {
        return matrices();
    }

    @Override
    public List<Ints> eigh(Op.Eigh op) {
        return matrices();
    }

    /** An axis more or less for the parts of one element comes last. */
    @Override
    public List<Ints> bitcast(Op.Bitcast op) {
        int rank = Math.min(in(0).rank(), out().rank());
        return ways(IntStream.range(0, rank), a -> Ints.of(a, a));
    }
}
