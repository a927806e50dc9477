package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;

/**
 * Longs that compare as the elements do: floats by IEEE 754's total order, the sign-magnitude bits
 * turned into two's complement; unsigned 64-bit integers with their top bit flipped.
 */
final class OrderKeys {
    private OrderKeys() {}

    static long[] of(Tensor t) {
        if (t.data() instanceof long[] l && t.dtype() != DType.UI64) {
            return l;
        }
        long[] out = new long[t.size()];
        if (t.data() instanceof double[] d) {
            for (int i = 0; i < d.length; i++) {
                out[i] = key(d[i]);
            }
        } else if (t.data() instanceof float[] f) {
            for (int i = 0; i < f.length; i++) {
                int bits = Float.floatToRawIntBits(f[i]);
                out[i] = bits ^ bits >> 31 >>> 1;
            }
        } else if (t.data() instanceof long[] l) {
            for (int i = 0; i < l.length; i++) {
                out[i] = l[i] ^ Long.MIN_VALUE;
            }
        } else {
            boolean[] b = t.booleans();
            for (int i = 0; i < b.length; i++) {
                out[i] = b[i] ? 1 : 0;
            }
        }
        return out;
    }

    private static long key(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return bits ^ bits >> 63 >>> 1;
    }

    /** Keys in which -0 equals 0 and NaN is {@code nan}; other elements as in {@link #of}. */
    static long[] ofNumbers(Tensor t, long nan) {
        if (!t.dtype().isFloat()) {
            return of(t);
        }
        long[] out = new long[t.size()];
        if (t.data() instanceof double[] d) {
            for (int i = 0; i < out.length; i++) {
                out[i] = number(d[i], nan);
            }
        } else {
            for (int i = 0; i < out.length; i++) {
                out[i] = number(t.get(i), nan);
            }
        }
        return out;
    }

    private static long number(double x, long nan) {
        return Double.isNaN(x) ? nan : key(x + 0.0);
    }
}
