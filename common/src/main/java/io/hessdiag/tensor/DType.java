package io.hessdiag.tensor;

import java.util.Arrays;
import java.util.Optional;

/**
 * Element types, named as StableHLO prints them. Values are held in one of four kinds of Java
 * array: {@code double[]} (f64), {@code float[]} (f32, f16, bf16), {@code long[]} (every integer,
 * normalised to its width: unsigned ones zero-extended, ui64 as the two's complement bits) and
 * {@code boolean[]} (i1). f16 and bf16 occur in files and module text only; programs compute them
 * as f32.
 */
public enum DType {
    F64("f64", "float64", 64, Kind.FLOAT),
    F32("f32", "float32", 32, Kind.FLOAT),
    F16("f16", "float16", 16, Kind.FLOAT),
    BF16("bf16", "bfloat16", 16, Kind.FLOAT),
    I64("i64", "int64", 64, Kind.SIGNED),
    I32("i32", "int32", 32, Kind.SIGNED),
    I16("i16", "int16", 16, Kind.SIGNED),
    I8("i8", "int8", 8, Kind.SIGNED),
    UI64("ui64", "uint64", 64, Kind.UNSIGNED),
    UI32("ui32", "uint32", 32, Kind.UNSIGNED),
    UI16("ui16", "uint16", 16, Kind.UNSIGNED),
    UI8("ui8", "uint8", 8, Kind.UNSIGNED),
    I1("i1", "bool", 8, Kind.BOOLEAN);

    private enum Kind {
        FLOAT,
        SIGNED,
        UNSIGNED,
        BOOLEAN
    }

    private final String text;
    private final String numpy;
    private final int bits;
    private final Kind kind;

    DType(String text, String numpy, int bits, Kind kind) {
        this.text = text;
        this.numpy = numpy;
        this.bits = bits;
        this.kind = kind;
    }

    /** The type with this StableHLO name ({@code f64}, {@code ui8}, {@code i1}). */
    public static Optional<DType> named(String text) {
        return Arrays.stream(values()).filter(t -> t.text.equals(text)).findFirst();
    }

    /** The type with this NumPy/JAX name ({@code float64}, {@code bfloat16}, {@code bool}). */
    public static Optional<DType> numpyNamed(String name) {
        return Arrays.stream(values()).filter(t -> t.numpy.equals(name)).findFirst();
    }

    public String numpyName() {
        return numpy;
    }

    /** Bits per element in files and in {@code bitcast_convert}; an i1 takes a byte. */
    public int bits() {
        return bits;
    }

    public int bytes() {
        return bits / 8;
    }

    /** Bytes per element of the Java array that holds this type. */
    public int storageBytes() {
        return switch (kind) {
            case FLOAT -> this == F64 ? 8 : 4;
            case SIGNED, UNSIGNED -> 8;
            case BOOLEAN -> 1;
        };
    }

    public boolean isFloat() {
        return kind == Kind.FLOAT;
    }

    public boolean isInteger() {
        return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
    }

    public boolean isUnsigned() {
        return kind == Kind.UNSIGNED;
    }

    public boolean isBoolean() {
        return kind == Kind.BOOLEAN;
    }

    /** The type that programs compute this one in: f32 for f16 and bf16, else itself. */
    public DType computed() {
        return this == F16 || this == BF16 ? F32 : this;
    }

    /** {@code value} wrapped to this integer type's width. */
    public long wrap(long value) {
        if (bits == 64) {
            return value;
        }
        int shift = 64 - bits;
        return isUnsigned() ? value << shift >>> shift : value << shift >> shift;
    }

    @Override
    public String toString() {
        return text;
    }
}
