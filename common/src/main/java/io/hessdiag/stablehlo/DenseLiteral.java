package io.hessdiag.stablehlo;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.HalfFloats;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.math.BigInteger;

/**
 * The content of {@code dense<...>}: nothing, one element (a splat), nested lists, or a string of
 * hexadecimal digits with the elements' little-endian bytes (one byte per i1).
 */
final class DenseLiteral {
    private final Lexer lexer;
    private final String text;
    private final TensorType type;
    private final int end;
    private int p;

    private DenseLiteral(Lexer lexer, int begin, int end, TensorType type) {
        this.lexer = lexer;
        this.text = lexer.source();
        this.p = begin;
        this.end = end;
        this.type = type;
    }

    /**
     * @return the values; of shape [] when the text is a splat of a type with several elements
     * @throws StableHloException when the text at {@code [begin, end)} does not fit the type
     */
    static Tensor read(Lexer lexer, int begin, int end, TensorType type) {
        DenseLiteral literal = new DenseLiteral(lexer, begin, end, type);
        literal.space();
        return literal.values();
    }

    private Tensor values() {
        Tensor values;
        if (p == end) {
            check(type.size() == 0, 0);
            return Tensor.zeros(type);
        } else if (text.charAt(p) == '"') {
            values = hexadecimal();
        } else if (text.charAt(p) == '[') {
            values = Tensor.zeros(type.withShape(type.size() > end - p ? tooFew() : type.shape()));
            list(values);
        } else {
            values = Tensor.zeros(type.withShape(Shape.SCALAR));
            element(values, 0);
        }
        space();
        if (p != end) {
            throw lexer.error(p, "unexpected text in dense<>");
        }
        return values.size() == 1 && type.size() == 1 ? values.reshape(type.shape()) : values;
    }

    private Shape tooFew() {
        throw lexer.error(
                p, "dense<>: expected " + type.size() + " elements for " + type + ", found fewer");
    }

    private void check(boolean holds, long found) {
        if (!holds) {
            throw lexer.error(
                    p,
                    "dense<>: expected "
                            + type.size()
                            + " elements for "
                            + type
                            + ", found "
                            + found);
        }
    }

    /** Reads {@code [[a, b], [c, d]]}, whose lists must have the type's sizes. */
    private void list(Tensor values) {
        int rank = type.rank();
        int[] counts = new int[rank + 1];
        int depth = 0;
        int filled = 0;
        do {
            space();
            char c = p < end ? text.charAt(p) : '\0';
            if (c == '[') {
                if (depth == rank) {
                    throw lexer.error(p, "dense<>: lists nest deeper than the rank of " + type);
                }
                counts[++depth] = 0;
                p++;
            } else if (c == ']') {
                size(depth, counts[depth]);
                counts[--depth]++;
                p++;
            } else {
                if (depth != rank || filled == values.size()) {
                    throw lexer.error(p, "dense<>: element outside the shape of " + type);
                }
                element(values, filled++);
                counts[depth]++;
            }
            space();
            separator(depth, c);
        } while (depth > 0);
        check(filled == values.size(), filled);
    }

    /** After an element or a list inside another one: a comma and more, or the list's end. */
    private void separator(int depth, char before) {
        if (depth == 0 || before == '[') {
            return;
        }
        char c = p < end ? text.charAt(p) : '\0';
        if (c == ',') {
            p++;
            space();
            if (p == end || text.charAt(p) == ']') {
                throw lexer.error(p, "dense<>: expected an element after ','");
            }
        } else if (c != ']') {
            throw lexer.error(p, "dense<>: expected ',' or ']'");
        }
    }

    private void size(int depth, int found) {
        int expected = type.shape().dim(depth - 1);
        if (found != expected) {
            throw lexer.error(
                    p,
                    "dense<>: expected a list of "
                            + expected
                            + " for "
                            + type
                            + ", found "
                            + found);
        }
    }

    private Tensor hexadecimal() {
        int close = lexer.string(p);
        int digits = p + 3;
        if (!text.startsWith("\"0x", p) || (close - 1 - digits) % 2 != 0) {
            throw lexer.error(p, "dense<>: expected \"0x\" and an even number of digits");
        }
        int width = type.dtype().bytes();
        int bytes = (close - 1 - digits) / 2;
        boolean splat = bytes == width;
        check(splat || (long) width * type.size() == bytes, bytes / width);
        Tensor values = Tensor.zeros(splat ? type.withShape(Shape.SCALAR) : type);
        for (int i = 0; i < values.size(); i++) {
            long bits = 0;
            for (int b = width - 1; b >= 0; b--) {
                bits = bits << 8 | octet(digits + 2 * (i * width + b));
            }
            put(values, i, bits);
        }
        p = close;
        return values;
    }

    private int octet(int offset) {
        int high = Character.digit(text.charAt(offset), 16);
        int low = Character.digit(text.charAt(offset + 1), 16);
        if (high < 0 || low < 0) {
            throw lexer.error(offset, "dense<>: expected a hexadecimal digit");
        }
        return high << 4 | low;
    }

    private static void put(Tensor values, int i, long bits) {
        DType dtype = values.dtype();
        switch (dtype) {
            case F64 -> values.doubles()[i] = Double.longBitsToDouble(bits);
            case F32 -> values.floats()[i] = Float.intBitsToFloat((int) bits);
            case F16, BF16 -> values.floats()[i] = HalfFloats.fromBits(dtype, (int) bits);
            case I1 -> values.booleans()[i] = bits != 0;
            default -> values.longs()[i] = dtype.wrap(bits);
        }
    }

    private void element(Tensor values, int i) {
        int begin = p;
        while (p < end && " \t\r\n,]".indexOf(text.charAt(p)) < 0) {
            p++;
        }
        String s = text.substring(begin, p);
        DType dtype = values.dtype();
        try {
            if (dtype.isBoolean()) {
                put(values, i, truth(s));
            } else if (dtype.isInteger()) {
                values.longs()[i] = integer(s, dtype);
            } else if (s.startsWith("0x")) {
                put(values, i, hexBits(s, dtype));
            } else {
                real(values, i, s);
            }
        } catch (NumberFormatException e) {
            throw lexer.error(begin, "dense<>: '" + abbreviated(s) + "' is no " + dtype + " value");
        }
    }

    private static String abbreviated(String s) {
        return s.length() > 40 ? s.substring(0, 40) + "..." : s;
    }

    private static int truth(String s) {
        return switch (s) {
            case "true", "1", "-1" -> 1;
            case "false", "0" -> 0;
            default -> throw new NumberFormatException(s);
        };
    }

    /** Signless types take both readings of their bits: i8 takes −128 to 255. */
    private static long integer(String s, DType dtype) {
        if (s.length() > 24) {
            throw new NumberFormatException(s);
        }
        BigInteger value =
                s.startsWith("0x") ? new BigInteger(s.substring(2), 16) : new BigInteger(s);
        BigInteger low =
                dtype.isUnsigned()
                        ? BigInteger.ZERO
                        : BigInteger.ONE.shiftLeft(dtype.bits() - 1).negate();
        if (value.compareTo(low) < 0 || value.bitLength() > dtype.bits()) {
            throw new NumberFormatException(s);
        }
        return dtype.wrap(value.longValue());
    }

    private static long hexBits(String s, DType dtype) {
        long bits = Long.parseUnsignedLong(s.substring(2), 16);
        if (s.length() != 2 + 2 * dtype.bytes()) {
            throw new NumberFormatException(s);
        }
        return bits;
    }

    private static void real(Tensor values, int i, String s) {
        char last = s.isEmpty() ? 'f' : s.charAt(s.length() - 1);
        if (last != '.' && !Character.isDigit(last) || s.indexOf('x') >= 0) {
            throw new NumberFormatException(s);
        }
        switch (values.dtype()) {
            case F64 -> values.doubles()[i] = Double.parseDouble(s);
            case F32 -> values.floats()[i] = Float.parseFloat(s);
            default -> values.floats()[i] = HalfFloats.round(values.dtype(), Double.parseDouble(s));
        }
    }

    private void space() {
        while (p < end && Character.isWhitespace(text.charAt(p))) {
            p++;
        }
    }
}
