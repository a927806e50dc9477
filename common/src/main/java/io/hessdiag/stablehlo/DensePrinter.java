package io.hessdiag.stablehlo;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.util.HexFormat;
import java.util.Locale;

/** Values as {@code dense<...>} literals that read back to the same bits. */
final class DensePrinter {
    /** Longer constants are written as one string of hexadecimal digits. */
    private static final int MAX_LISTED = 64;

    private DensePrinter() {}

    static String print(Tensor values) {
        StringBuilder s = new StringBuilder("dense<");
        if (values.size() > MAX_LISTED) {
            hexadecimal(values, s);
        } else if (values.size() > 0) {
            list(values, 0, 0, s);
        }
        return s.append("> : ").append(values.type()).toString();
    }

    private static void hexadecimal(Tensor values, StringBuilder s) {
        HexFormat hex = HexFormat.of().withUpperCase();
        int bytes = values.dtype().bytes();
        s.append("\"0x");
        for (int i = 0; i < values.size(); i++) {
            long bits = bits(values, i);
            for (int b = 0; b < bytes; b++) {
                hex.toHexDigits(s, (byte) (bits >>> 8 * b));
            }
        }
        s.append('"');
    }

    /** Appends the elements from {@code offset} on that lie under axis {@code axis}. */
    private static void list(Tensor values, int axis, int offset, StringBuilder s) {
        if (axis == values.shape().rank()) {
            s.append(element(values, offset));
            return;
        }
        int stride = values.shape().strides()[axis];
        for (int i = 0; i < values.shape().dim(axis); i++) {
            s.append(i == 0 ? "[" : ", ");
            list(values, axis + 1, offset + i * stride, s);
        }
        s.append(']');
    }

    private static String element(Tensor values, int i) {
        DType dtype = values.dtype();
        if (dtype.isBoolean()) {
            return Boolean.toString(values.booleans()[i]);
        }
        if (dtype.isInteger()) {
            return dtype.isUnsigned()
                    ? Long.toUnsignedString(values.longs()[i])
                    : Long.toString(values.longs()[i]);
        }
        double value = values.get(i);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "0x"
                    + HexFormat.of()
                            .withUpperCase()
                            .toHexDigits(bits(values, i), 2 * dtype.bytes());
        }
        String brief = String.format(Locale.ROOT, "%.6e", value);
        if (dtype == DType.F64) {
            return Double.parseDouble(brief) == value ? brief : Double.toString(value);
        }
        return Float.parseFloat(brief) == (float) value ? brief : Float.toString((float) value);
    }

    private static long bits(Tensor values, int i) {
        return switch (values.dtype()) {
            case F64 -> Double.doubleToRawLongBits(values.doubles()[i]);
            case F32 -> Float.floatToRawIntBits(values.floats()[i]);
            case F16, BF16 ->
                    throw new IllegalArgumentException(
                            "programs hold no " + values.dtype() + " constants");
            case I1 -> values.booleans()[i] ? 1 : 0;
            default -> values.longs()[i];
        };
    }
}
