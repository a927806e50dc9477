package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;

/**
 * Element type conversions: to i1 as x ≠ 0; floats to integers truncated, the nearest representable
 * one where they do not fit, NaN to 0 (as XLA does); integers to integers wrapped; to floats
 * rounded to nearest even.
 */
final class ConvertKernels {
    private static final double TWO_63 = 0x1p63;

    private ConvertKernels() {}

    static Tensor convert(Tensor x, DType to) {
        if (x.dtype() == to) {
            return x;
        }
        Tensor out = Tensor.zeros(x.type().withDType(to));
        if (out.data() instanceof double[] y) {
            toDoubles(x, y);
        } else if (out.data() instanceof float[] y) {
            toFloats(x, y);
        } else if (out.data() instanceof long[] y) {
            toLongs(x, to, y);
        } else {
            toBooleans(x, out.booleans());
        }
        return out;
    }

    private static void toDoubles(Tensor x, double[] y) {
        if (x.data() instanceof float[] f) {
            for (int i = 0; i < y.length; i++) {
                y[i] = f[i];
            }
        } else if (x.data() instanceof long[] l) {
            boolean unsigned = x.dtype().isUnsigned();
            for (int i = 0; i < y.length; i++) {
                y[i] = unsigned && l[i] < 0 ? halved(l[i]) * 2.0 : l[i];
            }
        } else {
            boolean[] b = x.booleans();
            for (int i = 0; i < y.length; i++) {
                y[i] = b[i] ? 1 : 0;
            }
        }
    }

    private static void toFloats(Tensor x, float[] y) {
        if (x.data() instanceof double[] d) {
            for (int i = 0; i < y.length; i++) {
                y[i] = (float) d[i];
            }
        } else if (x.data() instanceof float[] f) {
            System.arraycopy(f, 0, y, 0, y.length);
        } else if (x.data() instanceof long[] l) {
            boolean unsigned = x.dtype().isUnsigned();
            for (int i = 0; i < y.length; i++) {
                y[i] = unsigned && l[i] < 0 ? halved(l[i]) * 2f : l[i];
            }
        } else {
            boolean[] b = x.booleans();
            for (int i = 0; i < y.length; i++) {
                y[i] = b[i] ? 1 : 0;
            }
        }
    }

    /**
     * An unsigned x / 2 whose last bit also stands for the lost one, so that it rounds as x does.
     */
    private static long halved(long x) {
        return x >>> 1 | x & 1;
    }

    private static void toLongs(Tensor x, DType to, long[] y) {
        if (x.data() instanceof double[] d) {
            for (int i = 0; i < y.length; i++) {
                y[i] = truncate(d[i], to);
            }
        } else if (x.data() instanceof float[] f) {
            for (int i = 0; i < y.length; i++) {
                y[i] = truncate(f[i], to);
            }
        } else if (x.data() instanceof long[] l) {
            for (int i = 0; i < y.length; i++) {
                y[i] = to.wrap(l[i]);
            }
        } else {
            boolean[] b = x.booleans();
            for (int i = 0; i < y.length; i++) {
                y[i] = b[i] ? 1 : 0;
            }
        }
    }

    /** Java's cast truncates, saturates to 64 bits and takes NaN to 0. */
    static long truncate(double x, DType to) {
        if (to == DType.UI64) {
            return x >= TWO_63
                    ? x >= 2 * TWO_63 ? -1 : (long) (x - TWO_63) ^ Long.MIN_VALUE
                    : (long) Math.max(x, 0);
        }
        long max = LongUnary.mask(to) >>> (to.isUnsigned() ? 0 : 1);
        long min = to.isUnsigned() ? 0 : -max - 1;
        return Math.max(min, Math.min(max, (long) x));
    }

    private static void toBooleans(Tensor x, boolean[] y) {
        if (x.data() instanceof double[] d) {
            for (int i = 0; i < y.length; i++) {
                y[i] = d[i] != 0;
            }
        } else if (x.data() instanceof float[] f) {
            for (int i = 0; i < y.length; i++) {
                y[i] = f[i] != 0;
            }
        } else {
            long[] l = x.longs();
            for (int i = 0; i < y.length; i++) {
                y[i] = l[i] != 0;
            }
        }
    }
}
