package io.hessdiag.format;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Array elements as bytes. Works in small pieces, so that a tensor is never in memory twice. */
final class Elements {
    private static final int PIECE = 1 << 16;

    private Elements() {}

    /**
     * Reads {@code type}'s elements; f16 and bf16 become f32 exactly.
     *
     * @throws EOFException when the stream ends early
     */
    static Tensor read(InputStream in, TensorType type, ByteOrder order) throws IOException {
        int width = type.dtype().bytes();
        Tensor out = Tensor.zeros(type.withDType(type.dtype().computed()));
        ByteBuffer piece = ByteBuffer.allocate(PIECE).order(order);
        for (int at = 0; at < out.size(); at += PIECE / width) {
            int count = Math.min(PIECE / width, out.size() - at);
            if (in.readNBytes(piece.array(), 0, count * width) < count * width) {
                throw new EOFException();
            }
            for (int i = 0; i < count; i++) {
                decode(type.dtype(), piece, i * width, out, at + i);
            }
        }
        return out;
    }

    private static void decode(DType dtype, ByteBuffer b, int at, Tensor out, int i) {
        switch (dtype) {
            case F64 -> out.doubles()[i] = b.getDouble(at);
            case F32 -> out.floats()[i] = b.getFloat(at);
            case F16 -> out.floats()[i] = half(b.getShort(at));
            case BF16 -> out.floats()[i] = Float.intBitsToFloat(b.getShort(at) << 16);
            case I64, UI64 -> out.longs()[i] = b.getLong(at);
            case I32, UI32 -> out.longs()[i] = dtype.wrap(b.getInt(at));
            case I16, UI16 -> out.longs()[i] = dtype.wrap(b.getShort(at));
            case I8, UI8 -> out.longs()[i] = dtype.wrap(b.get(at));
            case I1 -> out.booleans()[i] = b.get(at) != 0;
        }
    }

    /** IEEE 754 binary16: 1 sign, 5 exponent (bias 15), 10 fraction bits. */
    static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0x1f) {
            return Float.intBitsToFloat((bits & 0x8000) << 16 | 0x7f800000 | fraction << 13);
        }
        float magnitude =
                exponent == 0 ? fraction * 0x1p-24f : Math.scalb(1024 + fraction, exponent - 25);
        return bits < 0 ? -magnitude : magnitude;
    }

    /** Writes little-endian elements; f16 and bf16 tensors hold floats and are written as f32. */
    static void write(OutputStream out, Tensor tensor) throws IOException {
        DType dtype = tensor.dtype().computed();
        int width = dtype.bytes();
        ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < tensor.size(); at += PIECE / width) {
            int count = Math.min(PIECE / width, tensor.size() - at);
            for (int i = 0; i < count; i++) {
                encode(dtype, piece, i * width, tensor, at + i);
            }
            out.write(piece.array(), 0, count * width);
        }
    }

    private static void encode(DType dtype, ByteBuffer b, int at, Tensor tensor, int i) {
        switch (dtype) {
            case F64 -> b.putDouble(at, tensor.doubles()[i]);
            case F32, F16, BF16 -> b.putFloat(at, tensor.floats()[i]);
            case I64, UI64 -> b.putLong(at, tensor.longs()[i]);
            case I32, UI32 -> b.putInt(at, (int) tensor.longs()[i]);
            case I16, UI16 -> b.putShort(at, (short) tensor.longs()[i]);
            case I8, UI8 -> b.put(at, (byte) tensor.longs()[i]);
            case I1 -> b.put(at, (byte) (tensor.booleans()[i] ? 1 : 0));
        }
    }
}
