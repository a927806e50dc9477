package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Op;
import io.hessdiag.kernel.BinaryKernel;
import io.hessdiag.kernel.RowLoops;
import io.hessdiag.tensor.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which operands of a group are read, and which results written, where they lie rather than by way
 * of a strip: those that have to do with arithmetic on f64 alone, which {@link RowLoops} does in
 * any places.
 */
final class Binding {
    private final Map<Node, List<View>> operands;
    private final Map<Node, ProductSum> productSums;
    private final Map<View, List<Node>> readers = new LinkedHashMap<>();
    private final Map<View, Reach> bound = new HashMap<>();
    private int width;

    /**
     * @param nodes a group's instructions in order
     * @param operands what each of them reads
     * @param isOutside whether what they read comes from outside
     */
    Binding(
            List<Node> nodes,
            Map<Node, List<View>> operands,
            Map<Node, ProductSum> productSums,
            Predicate<View> isOutside,
            int strip) {
        this.operands = operands;
        this.productSums = productSums;
        for (Node n : nodes) {
            for (View v : operands.get(n)) {
                readers.computeIfAbsent(v, k -> new ArrayList<>()).add(n);
            }
        }
        readers.forEach(
                (v, all) -> {
                    if (isOutside.test(v)) {
                        Reach.of(v, strip).filter(r -> fits(v, r, all)).ifPresent(r -> bind(v, r));
                    }
                });
    }

    private void bind(View v, Reach r) {
        bound.put(v, r);
        width = Math.max(width, r.width());
    }

    private boolean fits(View v, Reach r, List<Node> all) {
        if (r.width() == 0) {
            return all.stream().allMatch(Binding::readsRuns);
        }
        return (width == 0 || width == r.width())
                && all.stream().allMatch(n -> takesRows(n, r) && (!r.isNumbers() || takes(n, v)));
    }

    private boolean takesRows(Node n, Reach r) {
        ProductSum p = productSums.get(n);
        return p == null ? isArithmetic(n) : p.takesRows(r.width());
    }

    /** Whether a node can take a number per row for an operand. */
    private boolean takes(Node n, View v) {
        List<View> in = operands.get(n);
        List<View> others = in.stream().filter(x -> !x.equals(v)).toList();
        boolean isDifference = isArithmetic(n) && kernel(n) == BinaryKernel.SUBTRACT;
        return others.size() == in.size() - 1
                && others.stream().noneMatch(x -> isNumbers(bound.get(x)))
                && (!isDifference || in.get(1).equals(v));
    }

    private static boolean isNumbers(Reach r) {
        return r != null && r.isNumbers();
    }

    /** How a view is read where it lies; null if it is not. */
    Reach reach(View v) {
        return bound.get(v);
    }

    /** Whether a result that is needed outside is written there at once. */
    boolean isWritten(Node n, View result) {
        return isArithmetic(n)
                && readers.getOrDefault(result, List.of()).stream().allMatch(Binding::readsRuns);
    }

    private static boolean readsRuns(Node n) {
        return n.kind() == Kind.SUM || isArithmetic(n);
    }

    static boolean isArithmetic(Node n) {
        return n.kind() == Kind.POINTWISE
                && n.type().dtype() == DType.F64
                && n.op() instanceof Op.Binary
                && RowLoops.has(kernel(n));
    }

    private static BinaryKernel kernel(Node n) {
        return BinaryKernel.valueOf(((Op.Binary) n.op()).function().name());
    }

    /** The arithmetic that a node does, on locations. */
    Part part(Node n, int[] in, int z) {
        List<View> views = operands.get(n);
        Reach x = bound.get(views.get(0));
        Reach y = bound.get(views.get(1));
        if (isRun(x) && isRun(y)) {
            return new Arithmetic.Runs(kernel(n), in[0], in[1], z);
        }
        if (isNumbers(x)) {
            return new Arithmetic.Rows(
                    kernel(n), in[1], stride(y), in[0], x.stride(), true, z, width);
        }
        return new Arithmetic.Rows(
                kernel(n), in[0], stride(x), in[1], stride(y), isNumbers(y), z, width);
    }

    private static boolean isRun(Reach r) {
        return r == null || r.width() == 0;
    }

    private int stride(Reach r) {
        return isRun(r) ? width : r.stride();
    }
}
