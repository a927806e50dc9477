package io.hessdiag.format;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * NumPy's npy format, versions 1.0 to 3.0. Fortran order and either byte order are read; C order
 * and little-endian are written. float16 becomes f32 exactly.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_HEADER = 1 << 16;

    private Npy() {}

    /**
     * @throws FormatException when the file is no npy file, or its arrays are of no {@link DType}
     */
    public static Tensor read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.getFileName().toString(), in, Files.size(file), false);
        }
    }

    /**
     * Reads an array that takes up exactly {@code length} bytes of the stream.
     *
     * @param where names the file in messages
     * @param bfloat16 whether two raw bytes per element, which is how NumPy saves what it does not
     *     know, are a bfloat16
     */
    public static Tensor read(String where, InputStream in, long length, boolean bfloat16)
            throws IOException {
        try {
            return readOrEnd(where, in, length, bfloat16);
        } catch (EOFException e) {
            throw new FormatException(where, "ends early");
        }
    }

    private static Tensor readOrEnd(String where, InputStream in, long length, boolean bfloat16)
            throws IOException {
        byte[] start = bytes(in, 8);
        if (!Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
            throw new FormatException(where, "is no npy file");
        }
        int version = start[6];
        if (version < 1 || version > 3 || start[7] != 0) {
            throw new FormatException(
                    where,
                    "npy version "
                            + (version & 0xff)
                            + "."
                            + (start[7] & 0xff)
                            + ": expected 1.0, 2.0 or 3.0");
        }
        ByteBuffer size =
                ByteBuffer.wrap(bytes(in, version == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        long headerSize = version == 1 ? size.getShort() & 0xffff : size.getInt() & 0xffffffffL;
        if (headerSize > MAX_HEADER) {
            throw new FormatException(
                    where, "header of " + headerSize + " bytes: expected at most " + MAX_HEADER);
        }
        String text =
                new String(
                        bytes(in, (int) headerSize),
                        version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        NpyHeader header = NpyHeader.parse(where, text);
        return elements(where, in, header, length - 8 - size.capacity() - headerSize, bfloat16);
    }

    private static byte[] bytes(InputStream in, int count) throws IOException {
        byte[] out = in.readNBytes(count);
        if (out.length < count) {
            throw new EOFException();
        }
        return out;
    }

    private static Tensor elements(
            String where, InputStream in, NpyHeader header, long remaining, boolean bfloat16)
            throws IOException {
        TensorType type =
                Limits.type(where, dtype(where, header.descr(), bfloat16), header.shape());
        long expected = Limits.fileBytes(type);
        if (expected != remaining) {
            throw new FormatException(
                    where,
                    type + ": expected " + expected + " bytes of elements, found " + remaining);
        }
        boolean transposed = header.fortranOrder() && type.rank() > 1;
        Limits.memory(where, (transposed ? 2 : 1) * type.bytes());
        ByteOrder order =
                header.descr().startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Tensor read = Elements.read(in, type, order);
        return transposed ? toRowMajor(read) : read;
    }

    private static DType dtype(String where, String descr, boolean bfloat16) {
        return switch (descr.replaceFirst("^[<>=|]", "")) {
            case "f8" -> DType.F64;
            case "f4" -> DType.F32;
            case "f2" -> DType.F16;
            case "i8" -> DType.I64;
            case "i4" -> DType.I32;
            case "i2" -> DType.I16;
            case "i1" -> DType.I8;
            case "u8" -> DType.UI64;
            case "u4" -> DType.UI32;
            case "u2" -> DType.UI16;
            case "u1" -> DType.UI8;
            case "b1", "?" -> DType.I1;
            case "bfloat16" -> DType.BF16;
            case "V2" -> {
                if (!bfloat16) {
                    throw new FormatException(
                            where,
                            "dtype '"
                                    + descr
                                    + "': two raw bytes, and nothing says that they are a"
                                    + " bfloat16");
                }
                yield DType.BF16;
            }
            default -> throw new FormatException(where, "dtype '" + descr + "' is not supported");
        };
    }

    /** Column-major elements of a shape, put in row-major order. */
    private static Tensor toRowMajor(Tensor columns) {
        Shape shape = columns.shape();
        Tensor out = Tensor.zeros(columns.type());
        int[] strides = new int[shape.rank()];
        for (int i = 0, stride = 1; i < strides.length; i++) {
            strides[i] = stride;
            stride *= shape.dim(i);
        }
        int[] index = new int[shape.rank()];
        int from = 0;
        for (int to = 0; to < out.size(); to++) {
            System.arraycopy(columns.data(), from, out.data(), to, 1);
            int axis = index.length - 1;
            while (axis >= 0 && index[axis] == shape.dim(axis) - 1) {
                from -= index[axis] * strides[axis];
                index[axis--] = 0;
            }
            if (axis >= 0) {
                index[axis]++;
                from += strides[axis];
            }
        }
        return out;
    }

    /** Writes version 1.0, C order, little-endian, the elements 64-byte aligned as NumPy does. */
    public static void write(OutputStream out, Tensor tensor) throws IOException {
        out.write(header(tensor.type()));
        Elements.write(out, tensor);
    }

    /** Bytes of the file that {@link #write} makes. */
    static long size(TensorType type) {
        return header(type).length + Limits.fileBytes(type.withDType(type.dtype().computed()));
    }

    private static byte[] header(TensorType type) {
        String shape =
                type.shape().dims().stream()
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", ", "(", type.rank() == 1 ? ",)" : ")"));
        String text =
                "{'descr': '"
                        + descr(type.dtype().computed())
                        + "', 'fortran_order': False, 'shape': "
                        + shape
                        + ", }";
        int unpadded = MAGIC.length + 4 + text.length() + 1;
        String padded = text + " ".repeat(-unpadded & 63) + "\n";
        return ByteBuffer.allocate(MAGIC.length + 4 + padded.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static String descr(DType dtype) {
        String kind =
                dtype.isFloat() ? "f" : dtype.isBoolean() ? "b" : dtype.isUnsigned() ? "u" : "i";
        return (dtype.bytes() == 1 ? "|" : "<") + kind + dtype.bytes();
    }
}
