package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Element-wise functions over whole tensors of any element type. */
final class ElementKernels {
    private ElementKernels() {}

    static Tensor unary(UnaryKernel f, Tensor x) {
        if (f == UnaryKernel.IS_FINITE) {
            return isFinite(x);
        }
        Tensor out = Tensor.zeros(x.type());
        if (x.data() instanceof double[] a) {
            f.run(a, 0, out.doubles(), 0, a.length);
        } else if (x.data() instanceof float[] a) {
            f.run(a, 0, out.floats(), 0, a.length);
        } else if (x.data() instanceof long[] a) {
            each(LongUnary.of(f, x.dtype()), a, out.longs());
        } else {
            not(x.booleans(), out.booleans());
        }
        return out;
    }

    private static void each(LongUnaryOperator f, long[] x, long[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = f.applyAsLong(x[i]);
        }
    }

    private static void not(boolean[] x, boolean[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = !x[i];
        }
    }

    private static Tensor isFinite(Tensor x) {
        boolean[] out = new boolean[x.size()];
        if (x.data() instanceof double[] a) {
            for (int i = 0; i < a.length; i++) {
                out[i] = Double.isFinite(a[i]);
            }
        } else {
            float[] a = x.floats();
            for (int i = 0; i < a.length; i++) {
                out[i] = Float.isFinite(a[i]);
            }
        }
        return Tensor.of(x.type().withDType(DType.I1), out);
    }

    static Tensor binary(BinaryKernel f, Tensor x, Tensor y) {
        Tensor out = Tensor.zeros(x.type());
        binary(f, x, 0, y, 0, out, 0, x.size());
        return out;
    }

    /** z[zAt + i] = f(x[xAt + i], y[yAt + i]) on tensors of one element type; z may be x or y. */
    static void binary(
            BinaryKernel f, Tensor x, int xAt, Tensor y, int yAt, Tensor z, int zAt, int n) {
        if (x.data() instanceof double[] a) {
            f.run(a, xAt, y.doubles(), yAt, z.doubles(), zAt, n);
        } else if (x.data() instanceof float[] a) {
            f.run(a, xAt, y.floats(), yAt, z.floats(), zAt, n);
        } else if (x.data() instanceof long[] a) {
            LongBinaryOperator g = LongBinary.of(f, x.dtype());
            for (int i = 0; i < n; i++) {
                z.longs()[zAt + i] = g.applyAsLong(a[xAt + i], y.longs()[yAt + i]);
            }
        } else {
            BooleanBinary g = BooleanBinary.of(f);
            boolean[] a = x.booleans();
            for (int i = 0; i < n; i++) {
                z.booleans()[zAt + i] = g.apply(a[xAt + i], y.booleans()[yAt + i]);
            }
        }
    }
}
