package io.hessdiag.rewrite;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;

/** op(x) = x for data movement that moves nothing. */
final class DropIdentity implements Rule {
    @Override
    public int rewrite(ProgramBuilder b, Op op, Ints in) {
        return !in.isEmpty() && isIdentity(op, b.type(in.get(0))) ? in.get(0) : NONE;
    }

    private static boolean isIdentity(Op op, TensorType x) {
        if (op instanceof Op.Reshape r) {
            return r.shape().equals(x.shape());
        }
        if (op instanceof Op.BroadcastInDim r) {
            return r.shape().equals(x.shape()) && r.dims().isRange();
        }
        if (op instanceof Op.Transpose r) {
            return r.permutation().isRange();
        }
        if (op instanceof Op.Convert r) {
            return r.dtype() == x.dtype();
        }
        if (op instanceof Op.Slice r) {
            return r.start().allEqual(0)
                    && r.limit().equals(x.shape().dims())
                    && r.strides().allEqual(1);
        }
        if (op instanceof Op.Pad r) {
            return r.low().allEqual(0) && r.high().allEqual(0) && r.interior().allEqual(0);
        }
        return op instanceof Op.Reverse r && r.dims().isEmpty();
    }
}
