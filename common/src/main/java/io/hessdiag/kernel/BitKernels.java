package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.HalfFloats;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;

/** Elements as bits. */
public final class BitKernels {
    private BitKernels() {}

    /** The same bits as another type; parts of a wider element lie lowest bits first. */
    public static Tensor bitcast(Tensor x, DType from, DType to) {
        if (from.isBoolean()) {
            return x;
        }
        int rank = x.shape().rank();
        int width = Math.min(from.bits(), to.bits());
        int parts = from.bits() / width;
        int joined = to.bits() / width;
        Shape shape =
                parts > 1
                        ? x.shape().insert(rank, parts)
                        : joined > 1 ? x.shape().without(Ints.of(rank - 1)) : x.shape();
        Tensor out = Tensor.zeros(x.type().withDType(to.computed()).withShape(shape));
        long mask = width == 64 ? -1L : (1L << width) - 1;
        for (int i = 0; i < out.size(); i++) {
            long bits = 0;
            for (int j = 0; j < joined; j++) {
                int source = i * joined + j;
                long part = toBits(x, from, source / parts) >>> source % parts * width;
                bits |= (part & mask) << j * width;
            }
            set(out, to, i, bits);
        }
        return out;
    }

    private static long toBits(Tensor x, DType type, int i) {
        return switch (type) {
            case F64 -> Double.doubleToRawLongBits(x.doubles()[i]);
            case F32 -> Float.floatToRawIntBits(x.floats()[i]);
            case F16, BF16 -> HalfFloats.toBits(type, x.floats()[i]);
            default -> x.longs()[i];
        };
    }

    private static void set(Tensor out, DType type, int i, long bits) {
        switch (type) {
            case F64 -> out.doubles()[i] = Double.longBitsToDouble(bits);
            case F32 -> out.floats()[i] = Float.intBitsToFloat((int) bits);
            case F16, BF16 -> out.floats()[i] = HalfFloats.fromBits(type, (int) bits);
            default -> out.longs()[i] = type.wrap(bits);
        }
    }

    /**
     * Rounded to even as a float of these bits of exponent and mantissa, infinite beyond its range.
     * Below its normal numbers comes a signed zero if the exponent gets fewer bits than it had.
     */
    public static Tensor reducePrecision(Tensor x, int exponentBits, int mantissaBits) {
        boolean isDouble = x.dtype() == DType.F64;
        int own = isDouble ? 11 : 8;
        boolean flush = exponentBits < own;
        int maxExponent = (1 << Math.min(exponentBits, own) - 1) - 1;
        int mantissa = Math.min(mantissaBits, isDouble ? 52 : 23);
        Tensor out = Tensor.zeros(x.type());
        for (int i = 0; i < x.size(); i++) {
            double value = round(x.get(i), maxExponent, mantissa, flush);
            if (isDouble) {
                out.doubles()[i] = value;
            } else {
                out.floats()[i] = (float) value;
            }
        }
        return out;
    }

    private static double round(double value, int maxExponent, int mantissaBits, boolean flush) {
        if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
            return value;
        }
        int exponent = Math.max(Math.getExponent(value), 1 - maxExponent) - mantissaBits;
        double rounded = Math.scalb(Math.rint(Math.scalb(value, -exponent)), exponent);
        if (Math.abs(rounded) >= Math.scalb(1.0, maxExponent + 1)) {
            return Math.copySign(Double.POSITIVE_INFINITY, value);
        }
        boolean small = Math.abs(rounded) < Math.scalb(1.0, 1 - maxExponent);
        return small && flush ? Math.copySign(0, value) : rounded;
    }
}
