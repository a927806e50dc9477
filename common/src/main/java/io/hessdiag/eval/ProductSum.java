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
 * A sum over rows of products x · y or (x · y) · z, that nothing else reads: the products are added
 * up as they are made. A curvature's Σ w x² over the seeds is one.
 *
 * @param made the nodes that need not run, the last of them the one that is summed
 * @param weight where one of the first two of three factors is one number per row, these; else null
 * @param factors the others: two or three, with a weight two
 */
record ProductSum(Node sum, List<Node> made, View weight, List<View> factors) {
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
            Node first = makers.get(product.operands().get(i).root());
            if (first != null) {
                View last = product.operands().get(1 - i);
                return of(sum, List.of(first, product), first.operands(), last);
            }
        }
        return new ProductSum(sum, List.of(product), null, product.operands());
    }

    private static ProductSum of(Node sum, List<Node> made, List<View> two, View last) {
        for (int k = 0; k < 2; k++) {
            View weight = perRow(two.get(k), SumShape.of(sum).inner());
            if (weight != null) {
                return new ProductSum(sum, made, weight, List.of(two.get(1 - k), last));
            }
        }
        return new ProductSum(sum, made, null, List.of(two.get(0), two.get(1), last));
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

        private RowSums.Rows rows(Part.Frame f) {
            return root < 0
                    ? new RowSums.Rows((double[]) f.locations[location], 0)
                    : new RowSums.Rows((double[]) f.arrays[root], offset + f.start);
        }
    }

    /**
     * @param index the sum's place among the group's
     * @param w the weights' location, if there are some
     */
    Part part(int index, int w, List<Place> at) {
        int row = SumShape.of(sum).row();
        int init = sum.operands().get(1).root();
        int result = sum.result();
        return f -> {
            RowSums sums = f.sums[index];
            RowSums.Rows x = at.get(0).rows(f);
            RowSums.Rows y = at.get(1).rows(f);
            int rows = f.n / row;
            if (weight != null) {
                double[] weights = (double[]) f.locations[w];
                sums.addWeighted(weights, x, y, rows, f.arrays[init], f.arrays[result]);
            } else {
                RowSums.Rows z = at.size() < 3 ? null : at.get(2).rows(f);
                sums.addProducts(x, y, z, rows, f.arrays[init], f.arrays[result]);
            }
        };
    }
}
