package io.hessdiag.eval;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program as arrays ("roots"), views of them, and the nodes that fill them. Ops that only move
 * elements leave no node: their results are views. A view that some op cannot read as it is, and
 * one that is an output, is copied to a root of its own, once.
 */
final class Graph {
    /**
     * What a node is. POINTWISE: one result element from the operands' elements at the same place,
     * the operands being views of the result's shape. SUM: a float sum over neighbouring axes.
     */
    enum Kind {
        POINTWISE,
        SUM,
        DOT,
        COPY,
        FOLD,
        OTHER
    }

    /** One computation; the operands of all but POINTWISE, COPY and FOLD are whole arrays. */
    record Node(int index, Kind kind, Op op, List<View> operands, Ints results, TensorType type) {
        int result() {
            return results.get(0);
        }

        int size() {
            return type.size();
        }
    }

    private final List<TensorType> roots = new ArrayList<>();
    private final Map<Integer, Tensor> constants = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<View, View> copies = new HashMap<>();
    private final List<View> outputs;
    private final View[] views;
    private final Program program;

    private Graph(Program program) {
        this.program = program;
        views = new View[program.values()];
        program.inputs().stream().forEach(v -> views[v] = root(program.type(v)));
        program.equations().forEach(this::add);
        outputs = program.outputs().stream().mapToObj(v -> whole(views[v])).toList();
    }

    static Graph of(Program program) {
        return new Graph(program);
    }

    /** Types of the roots; the first are the program's inputs. */
    List<TensorType> roots() {
        return roots;
    }

    Map<Integer, Tensor> constants() {
        return constants;
    }

    /** Every node after the nodes it reads from. */
    List<Node> nodes() {
        return nodes;
    }

    /** Whole arrays. */
    List<View> outputs() {
        return outputs;
    }

    private View root(TensorType type) {
        roots.add(type);
        return View.whole(roots.size() - 1, type);
    }

    private void add(Equation e) {
        List<View> in = e.inputs().stream().mapToObj(v -> views[v]).toList();
        if (e.op() instanceof Op.Constant c) {
            View v = root(c.value().type());
            constants.put(v.root(), c.value());
            views[e.output()] = v;
            return;
        }
        TensorType type = program.type(e.outputs().get(0));
        View moved = moved(e.op(), in, type);
        if (moved != null) {
            views[e.output()] = moved;
        } else if (Pointwise.fits(e.op(), in)) {
            views[e.output()] = node(Kind.POINTWISE, e.op(), alike(in, type.shape()), type);
        } else if (e.op() instanceof Op.DotGeneral d && isOuter(d, in)) {
            views[e.output()] =
                    node(
                            Kind.POINTWISE,
                            new Op.Binary(BinaryFunction.MULTIPLY),
                            outer(d, in, type.shape()),
                            type);
        } else if (e.op() instanceof Op.FoldWindows) {
            views[e.output()] = node(Kind.FOLD, e.op(), in, type);
        } else {
            opaque(e, in.stream().map(this::whole).toList());
        }
    }

    /** The result of an op that moves elements; null for other ops. */
    private View moved(Op op, List<View> in, TensorType type) {
        if (op instanceof Op.BroadcastInDim b) {
            return in.get(0).broadcast(b.shape(), b.dims());
        } else if (op instanceof Op.Reshape r) {
            return in.get(0)
                    .reshape(r.shape())
                    .orElseGet(() -> whole(in.get(0)).reshape(r.shape()).orElseThrow());
        } else if (op instanceof Op.Transpose t) {
            return in.get(0).transpose(t.permutation());
        } else if (op instanceof Op.Slice s) {
            return in.get(0).slice(s, type.shape());
        } else if (op instanceof Op.Reverse r) {
            return in.get(0).reverse(r.dims());
        } else if (op instanceof Op.Windows w) {
            return in.get(0).windows(w.spec());
        }
        return op instanceof Op.Convert && in.get(0).type().equals(type) ? in.get(0) : null;
    }

    /** Scalar predicates and bounds, repeated. */
    private static List<View> alike(List<View> in, Shape shape) {
        return in.stream()
                .map(v -> v.shape().equals(shape) ? v : v.broadcast(shape, Ints.EMPTY))
                .toList();
    }

    private static boolean isOuter(Op.DotGeneral d, List<View> in) {
        return Pointwise.isComputed(in.get(0).type().dtype())
                && in.get(0).shape().pick(d.lhsContract()).dims().allEqual(1);
    }

    /** Operands of a product without contraction, repeated along each other's free axes. */
    private static List<View> outer(Op.DotGeneral d, List<View> in, Shape shape) {
        View l = in.get(0);
        View r = in.get(1);
        Ints lhsAxes = d.lhsBatch().concat(d.lhsFree(l.type().rank()));
        Ints rhsFree = d.rhsFree(r.type().rank());
        Ints rhsAxes = d.rhsBatch().concat(rhsFree);
        Ints rhsPlaces =
                Ints.range(d.rhsBatch().size())
                        .concat(Ints.range(shape.rank() - rhsFree.size(), shape.rank()));
        return List.of(
                onto(l, lhsAxes, Ints.range(lhsAxes.size()), shape),
                onto(r, rhsAxes, rhsPlaces, shape));
    }

    /**
     * {@code v}'s {@code axes} become {@code places} of {@code shape}; its other axes have size 1.
     */
    private static View onto(View v, Ints axes, Ints places, Shape shape) {
        View picked = v.transpose(axes.concat(Ints.range(v.type().rank()).without(axes)));
        View dropped =
                new View(
                        v.root(),
                        v.type().withShape(v.shape().pick(axes)),
                        v.offset(),
                        picked.strides().pick(Ints.range(axes.size())));
        return dropped.broadcast(shape, places);
    }

    private View node(Kind kind, Op op, List<View> operands, TensorType type) {
        View out = root(type);
        nodes.add(new Node(nodes.size(), kind, op, operands, Ints.of(out.root()), type));
        return out;
    }

    private void opaque(Equation e, List<View> operands) {
        int[] results = new int[e.outputs().size()];
        for (int i = 0; i < results.length; i++) {
            View out = root(program.type(e.outputs().get(i)));
            views[e.outputs().get(i)] = out;
            results[i] = out.root();
        }
        nodes.add(
                new Node(
                        nodes.size(),
                        kind(e.op(), operands),
                        e.op(),
                        operands,
                        Ints.of(results),
                        roots.get(results[0])));
    }

    private static Kind kind(Op op, List<View> in) {
        if (op instanceof Op.DotGeneral) {
            return Kind.DOT;
        }
        return op instanceof Op.Reduce r
                        && r.combiner() == Combiner.ADD
                        && Pointwise.isComputed(in.get(0).type().dtype())
                        && in.get(0).size() > 0
                        && isRange(r.dims())
                ? Kind.SUM
                : Kind.OTHER;
    }

    /** Whether {@code axes} are neighbours. */
    private static boolean isRange(Ints axes) {
        return !axes.isEmpty()
                && axes.stream().max().getAsInt() - axes.stream().min().getAsInt()
                        == axes.size() - 1;
    }

    private View whole(View v) {
        return v.isWhole(roots.get(v.root()).size())
                ? v
                : copies.computeIfAbsent(v, x -> node(Kind.COPY, null, List.of(x), x.type()));
    }
}
