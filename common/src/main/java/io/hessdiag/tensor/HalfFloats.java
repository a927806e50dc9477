package io.hessdiag.tensor;

/** f16 (IEEE 754 binary16) and bf16 (the upper half of an f32), held as f32. */
public final class HalfFloats {
    private HalfFloats() {}

    /** The value with these 16 bits. */
    public static float fromBits(DType dtype, int bits) {
        if (dtype == DType.BF16) {
            return Float.intBitsToFloat(bits << 16);
        }
        int exponent = bits >> 10 & 0x1F;
        int mantissa = bits & 0x3FF;
        int sign = (bits & 0x8000) << 16;
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F800000 | mantissa << 13);
        }
        float magnitude =
                exponent == 0
                        ? mantissa * 0x1p-24f
                        : Math.scalb((float) (mantissa + 1024), exponent - 25);
        return sign == 0 ? magnitude : -magnitude;
    }

    /** The bits of the nearest value of the type; a NaN stays one. */
    public static int toBits(DType dtype, float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return dtype == DType.BF16 ? bits >>> 16 | 0x40 : bits >>> 16 & 0x8000 | 0x7E00;
        }
        float rounded = round(dtype, value);
        bits = Float.floatToRawIntBits(rounded);
        if (dtype == DType.BF16) {
            return bits >>> 16;
        }
        int sign = bits >>> 16 & 0x8000;
        float magnitude = Math.abs(rounded);
        if (magnitude < 0x1p-14f) {
            return sign | (int) (magnitude * 0x1p24f);
        }
        return sign
                | (Float.isInfinite(rounded) ? 0x7C00 : (bits & 0x7FFFFFFF) - (112 << 23) >> 13);
    }

    /** The nearest value of the type, ties to even. */
    public static float round(DType dtype, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
            return (float) value;
        }
        int mantissaBits = dtype == DType.BF16 ? 7 : 10;
        int maxExponent = dtype == DType.BF16 ? 127 : 15;
        int exponent = Math.max(Math.getExponent(value), 1 - maxExponent) - mantissaBits;
        double rounded = Math.scalb(Math.rint(Math.scalb(value, -exponent)), exponent);
        return (float)
                (Math.abs(rounded) >= Math.scalb(1.0, maxExponent + 1)
                        ? Math.copySign(Double.POSITIVE_INFINITY, value)
                        : rounded);
    }
}
