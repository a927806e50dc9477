package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Op;
import io.hessdiag.tensor.DType;
import java.util.ArrayList;
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
 * @param factors two or three
 */
record ProductSum(Node sum, List<Node> made, List<View> factors) {
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
                List<View> factors = new ArrayList<>(first.operands());
                factors.add(product.operands().get(1 - i));
                return new ProductSum(sum, List.of(first, product), factors);
            }
        }
        return new ProductSum(sum, List.of(product), product.operands());
    }
}
