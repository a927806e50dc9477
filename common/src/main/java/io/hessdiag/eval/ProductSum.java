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

    /** Whether a factor may be read as rows of so many elements, of which a sum's consist. */
    boolean takesRows(int width) {
        int inner = SumShape.of(sum).inner();
        return factors.size() == 3 && weight == null && inner > width && inner % width == 0;
    }

    /**
     * Where a factor is.
     *
     * @param reach how it is read there; null in a strip
     */
    record Place(int location, Reach reach) {
        private RowSums.Rows rows(Part.Frame f) {
            return new RowSums.Rows((double[]) f.locations[location], f.at[location]);
        }

        private boolean isRun() {
            return reach == null || reach.width() == 0;
        }

        private RowSums.Parts parts(Part.Frame f, int width) {
            return new RowSums.Parts(
                    (double[]) f.locations[location],
                    f.at[location],
                    isRun() ? width : reach.stride(),
                    !isRun() && reach.isNumbers());
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
        int width = at.stream().mapToInt(p -> p.isRun() ? 0 : p.reach.width()).max().getAsInt();
        return f -> {
            RowSums sums = f.sums[index];
            int rows = f.n / row;
            Object start = f.arrays[init];
            Object z = f.arrays[result];
            if (width > 0) {
                RowSums.Parts a = at.get(0).parts(f, width);
                RowSums.Parts b = at.get(1).parts(f, width);
                sums.addProducts(a, b, at.get(2).parts(f, width), width, rows, start, z);
                return;
            }
            RowSums.Rows a = at.get(0).rows(f);
            RowSums.Rows b = at.get(1).rows(f);
            if (weight != null) {
                sums.addWeighted((double[]) f.locations[w], a, b, rows, start, z);
            } else {
                sums.addProducts(a, b, at.size() < 3 ? null : at.get(2).rows(f), rows, start, z);
            }
        };
    }
}
