package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;

/** Select and clamp; scalar predicates and bounds stand for tensors of them. */
final class SelectKernels {
    private SelectKernels() {}

    static Tensor select(Tensor predicate, Tensor onTrue, Tensor onFalse) {
        boolean[] p = predicate.booleans();
        if (predicate.shape().rank() == 0) {
            return p[0] ? onTrue : onFalse;
        }
        Tensor out = Tensor.zeros(onTrue.type());
        if (out.data() instanceof double[] z) {
            select(p, onTrue.doubles(), onFalse.doubles(), z);
        } else if (out.data() instanceof float[] z) {
            select(p, onTrue.floats(), onFalse.floats(), z);
        } else if (out.data() instanceof long[] z) {
            select(p, onTrue.longs(), onFalse.longs(), z);
        } else {
            select(p, onTrue.booleans(), onFalse.booleans(), out.booleans());
        }
        return out;
    }

    private static void select(boolean[] p, double[] x, double[] y, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = p[i] ? x[i] : y[i];
        }
    }

    private static void select(boolean[] p, float[] x, float[] y, float[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = p[i] ? x[i] : y[i];
        }
    }

    private static void select(boolean[] p, long[] x, long[] y, long[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = p[i] ? x[i] : y[i];
        }
    }

    private static void select(boolean[] p, boolean[] x, boolean[] y, boolean[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = p[i] ? x[i] : y[i];
        }
    }

    /** minimum(maximum(x, min), max). */
    static Tensor clamp(Tensor min, Tensor x, Tensor max) {
        Tensor raised = ElementKernels.binary(BinaryKernel.MAXIMUM, x, like(min, x.shape()));
        return ElementKernels.binary(BinaryKernel.MINIMUM, raised, like(max, x.shape()));
    }

    private static Tensor like(Tensor bound, Shape shape) {
        return bound.shape().equals(shape)
                ? bound
                : StructuralKernels.broadcast(bound, shape, Ints.EMPTY);
    }
}
