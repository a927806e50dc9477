package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Op;
import io.hessdiag.kernel.RowSums;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A sum over rows of products x · y, or of (w · x) · x with one w per row, that nothing else reads:
 * the products are added up as they are made. A curvature's Σ w x² over the seeds is one.
 *
 * @param made the nodes that need not run, the last of them the one that is summed
 * @param weight one element per row; null where there is none, and then {@code x} and {@code y} are
 *     the factors, else both are x
 */
record ProductSum(Node sum, List<Node> made, View weight, View x, View y) {
    /** Shorter rows are not worth a copy each. */
    private static final int LEAST_WIDTH = 32;

    /** By the sum, those among a group's sums. */
    static Map<Node, ProductSum> among(List<Node> step, IntPredicate isKept) {
        Map<Integer, Node> makers = new HashMap<>();
        Set<Integer> read = new HashSet<>();
        for (Node n : step) {
            n.operands().stream().map(View::root).filter(r -> !read.add(r)).forEach(makers::remove);
            if (n.kind() == Kind.POINTWISE && !isKept.test(n.result()) && isProduct(n)) {
                makers.put(n.result(), n);
            }
        }
        Map<Node, ProductSum> found = new HashMap<>();
        for (Node n : step) {
            if (n.kind() == Kind.SUM && SumShape.of(n).inner() >= LEAST_WIDTH) {
                Node product = makers.get(n.operands().get(0).root());
                if (product != null) {
                    found.put(n, of(n, product, makers));
                }
            }
        }
        return found;
    }

    private static boolean isProduct(Node n) {
        return n.type().dtype() == DType.F64
                && n.op() instanceof Op.Binary b
                && b.function() == BinaryFunction.MULTIPLY;
    }

    private static ProductSum of(Node sum, Node product, Map<Integer, Node> makers) {
        for (int i = 0; i < 2; i++) {
            Node scaled = makers.get(product.operands().get(i).root());
            View x = product.operands().get(1 - i);
            for (int k = 0; scaled != null && k < 2; k++) {
                View weight = perRow(scaled.operands().get(k), SumShape.of(sum).inner());
                if (weight != null && scaled.operands().get(1 - k).equals(x)) {
                    return new ProductSum(sum, List.of(scaled, product), weight, x, x);
                }
            }
        }
        View x = product.operands().get(0);
        return new ProductSum(sum, List.of(product), null, x, product.operands().get(1));
    }

    /** The view without the last axes, {@code width} elements; null if they are not all alike. */
    private static View perRow(View v, int width) {
        int rank = v.type().rank();
        int size = 1;
        while (size < width && rank > 0) {
            size *= v.shape().dim(--rank);
            if (v.shape().dim(rank) > 1 && v.strides().get(rank) != 0) {
                return null;
            }
        }
        Ints rows = Ints.range(rank);
        return size == width
                ? new View(
                        v.root(),
                        v.type().withShape(v.shape().pick(rows)),
                        v.offset(),
                        v.strides().pick(rows))
                : null;
    }

    /** Where a factor is: a strip in a location, or all of it in an array. */
    record Place(int location, int root, int offset) {
        static Place strip(int location) {
            return new Place(location, -1, 0);
        }

        static Place array(View run) {
            return new Place(-1, run.root(), run.offset());
        }

        private double[] array(Part.Frame f) {
            return (double[]) (root < 0 ? f.locations[location] : f.arrays[root]);
        }

        private int at(Part.Frame f) {
            return root < 0 ? 0 : offset + f.start;
        }
    }

    /**
     * @param index the sum's place among the group's
     * @param w the weights' location, if there are some
     */
    Part part(int index, int w, Place p, Place q) {
        int row = SumShape.of(sum).row();
        int init = sum.operands().get(1).root();
        int result = sum.result();
        return f -> {
            RowSums sums = f.sums[index];
            double[] x = p.array(f);
            int rows = f.n / row;
            if (weight != null) {
                double[] weights = (double[]) f.locations[w];
                sums.addSquares(weights, x, p.at(f), rows, f.arrays[init], f.arrays[result]);
            } else {
                sums.addProducts(
                        x, p.at(f), q.array(f), q.at(f), rows, f.arrays[init], f.arrays[result]);
            }
        };
    }
}
