package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;

/**
 * The definition of dot_general, one sum of products per element: what others are tested against.
 */
final class NaiveDot {
    private NaiveDot() {}

    static Tensor apply(
            Tensor lhs,
            Tensor rhs,
            Ints lhsBatch,
            Ints rhsBatch,
            Ints lhsContract,
            Ints rhsContract,
            TensorType type) {
        Ints lhsFree = Ints.range(lhs.shape().rank()).without(lhsBatch.concat(lhsContract));
        Ints rhsFree = Ints.range(rhs.shape().rank()).without(rhsBatch.concat(rhsContract));
        Tensor l = StructuralKernels.transpose(lhs, lhsBatch.concat(lhsFree).concat(lhsContract));
        Tensor r = StructuralKernels.transpose(rhs, rhsBatch.concat(rhsFree).concat(rhsContract));
        int m = lhs.shape().pick(lhsFree).size();
        int n = rhs.shape().pick(rhsFree).size();
        int k = lhs.shape().pick(lhsContract).size();
        Tensor out = Tensor.zeros(type);
        for (int i = 0; i < type.size(); i++) {
            int row = i / n;
            int column = row / m * n + i % n;
            product(l, row * k, r, column * k, k, out, i);
        }
        return out;
    }

    private static void product(Tensor l, int a, Tensor r, int b, int k, Tensor out, int at) {
        if (out.dtype().isInteger()) {
            long sum = 0;
            for (int i = 0; i < k; i++) {
                sum += l.longs()[a + i] * r.longs()[b + i];
            }
            out.longs()[at] = out.dtype().wrap(sum);
        } else if (out.dtype() == DType.I1) {
            for (int i = 0; i < k; i++) {
                out.booleans()[at] |= l.booleans()[a + i] & r.booleans()[b + i];
            }
        } else {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                sum += l.get(a + i) * r.get(b + i);
            }
            if (out.data() instanceof double[] y) {
                y[at] = sum;
            } else {
                out.floats()[at] = (float) sum;
            }
        }
    }
}
