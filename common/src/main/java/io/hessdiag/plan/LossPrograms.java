package io.hessdiag.plan;

import io.hessdiag.ad.Gradient;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.Loss;
import io.hessdiag.rewrite.Precision;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.List;

/** A loss's programs as plans use them, and their arguments. */
final class LossPrograms {
    private LossPrograms() {}

    /** (leaves) → (loss, gradients): the user's own where there is one, else by reverse mode. */
    static Program gradient(Loss loss, DType dtype) {
        return loss.gradient()
                .map(g -> prepared(g, loss, dtype))
                .orElseGet(() -> derived(loss, dtype));
    }

    /** The gradient of loss.mlir by reverse mode. */
    static Program derived(Loss loss, DType dtype) {
        return derived(prepared(loss.program(), loss, dtype), loss.parameterCount());
    }

    static Program derived(Program prepared, int parameters) {
        return Rewrites.simplify(Gradient.of(prepared, Ints.range(parameters)));
    }

    /** Simplified, in the float type asked for, with loops as long as the data say. */
    static Program prepared(Program program, Loss loss, DType dtype) {
        Program simple = Rewrites.imported(Precision.of(program, dtype));
        Program fixed = LoopBounds.fix(simple, loss.parameterCount(), arguments(loss, dtype));
        return fixed == simple ? simple : Rewrites.imported(fixed);
    }

    /** The leaf values in this float type. */
    static List<Tensor> arguments(Loss loss, DType dtype) {
        return loss.values().stream().map(v -> Precision.of(v, dtype)).toList();
    }
}
