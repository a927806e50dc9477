package io.hessdiag.kernel;

import io.hessdiag.tensor.Tensor;

/** Directions of compare. */
public enum CompareKernel {
    EQ,
    NE,
    GE,
    GT,
    LE,
    LT;

    /** Floats as IEEE 754 compares them (NaN is unordered), false before true. */
    boolean[] compare(Tensor x, Tensor y) {
        if (x.data() instanceof double[] a) {
            return ordered(a, y.doubles());
        }
        if (x.data() instanceof float[] a) {
            return ordered(a, y.floats());
        }
        return keys(OrderKeys.of(x), OrderKeys.of(y));
    }

    /** −NaN &lt; −Inf &lt; … &lt; −0 &lt; +0 &lt; … &lt; Inf &lt; NaN. */
    boolean[] compareTotalOrder(Tensor x, Tensor y) {
        return keys(OrderKeys.of(x), OrderKeys.of(y));
    }

    private boolean[] ordered(double[] x, double[] y) {
        boolean[] out = new boolean[x.length];
        switch (this) {
            case EQ -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] == y[i];
                }
            }
            case NE -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] != y[i];
                }
            }
            case GE -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] >= y[i];
                }
            }
            case GT -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] > y[i];
                }
            }
            case LE -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] <= y[i];
                }
            }
            case LT -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] < y[i];
                }
            }
        }
        return out;
    }

    private boolean[] ordered(float[] x, float[] y) {
        boolean[] out = new boolean[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] =
                    switch (this) {
                        case EQ -> x[i] == y[i];
                        case NE -> x[i] != y[i];
                        case GE -> x[i] >= y[i];
                        case GT -> x[i] > y[i];
                        case LE -> x[i] <= y[i];
                        case LT -> x[i] < y[i];
                    };
        }
        return out;
    }

    private boolean[] keys(long[] x, long[] y) {
        boolean[] out = new boolean[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] =
                    switch (this) {
                        case EQ -> x[i] == y[i];
                        case NE -> x[i] != y[i];
                        case GE -> x[i] >= y[i];
                        case GT -> x[i] > y[i];
                        case LE -> x[i] <= y[i];
                        case LT -> x[i] < y[i];
                    };
        }
        return out;
    }
}
