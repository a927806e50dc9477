package io.hessdiag.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    private static byte[] file(String header, int... elements) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(8 + text.length + elements.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(text.length)
                        .put(text);
        for (int b : elements) {
            out.put((byte) b);
        }
        return out.array();
    }

    private static Map<String, Tensor> read(byte[] file) throws IOException {
        return Safetensors.read("x", new ByteArrayInputStream(file));
    }

    static byte[] written(Map<String, Tensor> tensors, Map<String, String> metadata) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Safetensors.write(out, tensors, metadata);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void halfFormatsDecodeExactly() throws IOException {
        Map<String, Tensor> t =
                read(
                        file(
                                "{\"b\":{\"dtype\":\"BF16\",\"shape\":[2],"
                                    + "\"data_offsets\":[4,8]},\"h\":{\"dtype\":\"F16\",\"shape\":[2],"
                                    + "\"data_offsets\":[0,4]}}",
                                0,
                                0x3c,
                                1,
                                0x80,
                                0x80,
                                0x3f,
                                1,
                                0));
        assertEquals(List.of("b", "h"), new ArrayList<>(t.keySet()));
        assertEquals(DType.F32, t.get("h").dtype());
        assertArrayEquals(new float[] {1, -0x1p-24f}, t.get("h").floats());
        assertArrayEquals(new float[] {1, Float.intBitsToFloat(1 << 16)}, t.get("b").floats());
    }

    @Test
    void everyHalfValueIsExact() {
        for (int bits = 0; bits < 0x10000; bits++) {
            float value = Elements.half((short) bits);
            int exponent = bits >> 10 & 31;
            int fraction = bits & 1023;
            double expected =
                    exponent == 31
                            ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                            : exponent == 0
                                    ? fraction * Math.pow(2, -24)
                                    : (1 + fraction / 1024.) * Math.pow(2, exponent - 15);
            assertEquals(bits >= 0x8000 ? -expected : expected, value);
        }
    }

    @Test
    void integersBooleansScalarsAndEmpties() throws IOException {
        Map<String, Tensor> t =
                read(
                        file(
                                "{\"__metadata__\":{\"format\":\"np\"},"
                                    + "\"u\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0,1]},"
                                    + "\"i\":{\"dtype\":\"I16\",\"shape\":[1,1],\"data_offsets\":[1,3]},"
                                    + "\"b\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[3,4]},\"e\":{\"dtype\":\"F64\",\"shape\":[0,5],\"data_offsets\":[4,4]}}"
                                    + "  ",
                                255,
                                0xfe,
                                0xff,
                                1));
        assertEquals(Tensor.of(TensorType.of(DType.UI8), new long[] {255}), t.get("u"));
        assertEquals(Tensor.of(TensorType.of(DType.I16, 1, 1), new long[] {-2}), t.get("i"));
        assertArrayEquals(new boolean[] {true}, t.get("b").booleans());
        assertEquals(Shape.of(0, 5), t.get("e").shape());
    }

    @Test
    void goldenBytesWithWiderTypesFirstAndPadding() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", Tensor.of(TensorType.of(DType.I1, 1), new boolean[] {true}));
        tensors.put("['w']", Tensor.of(Shape.of(1), 1));
        byte[] expected =
                file(
                        "{\"__metadata__\":{\"k\":\"v\"},"
                            + "\"['w']\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},\"a\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[8,9]}}"
                            + "       ",
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0xf0,
                        0x3f,
                        1);
        assertArrayEquals(expected, written(tensors, Map.of("k", "v")));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int i = 0;
        for (DType dtype : DType.values()) {
            if (dtype == dtype.computed()) {
                Tensor t = Tensor.zeros(TensorType.of(dtype, 2, i++));
                tensors.put("\u03b8 '" + dtype, t);
            }
        }
        tensors.put("x", Tensor.of(TensorType.of(DType.F32, 2), new float[] {Float.NaN, -0f}));
        byte[] bytes = written(tensors, Map.of());
        assertEquals(tensors, read(bytes));
        assertEquals(0, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[4]|[0,16]|F32|1|the header describes 16 bytes of tensors, the file has 1",
                "[4]|[0,8]|F32|8|'a': data_offsets [0, 8]: expected 16 bytes for tensor<4xf32>",
                "[1]|[4,8]|F32|8|'a': data_offsets [4, 8]: expected the tensor to begin at 0",
                "[1]|[0,4]|F32|5|the header describes 4 bytes of tensors, the file has 5",
                "[1]|[0]|F32|4|'a': expected dtype, shape and data_offsets [begin, end]",
                "[1]|[0,4,8]|F32|4|'a': data_offsets: more than 2 values",
                "[-1]|[0,4]|F32|4|'a': shape: expected sizes from 0 to 2^63-1, found -1",
                "[1.5]|[0,4]|F32|4|'a': shape: expected integers, found 1.5",
                "[18446744073709551616]|[0,4]|F32|4|"
                        + "'a': shape: expected sizes from 0 to 2^63-1, found 18446744073709551616",
                "[65536,65536]|[0,4]|F32|4|"
                        + "'a': shape [65536, 65536]: expected at most 2147483639 elements",
                "[1]|[0,1]|F8_E4M3|1|'a': dtype F8_E4M3 is not supported",
                "[1]|[0,8]|C64|8|'a': dtype C64 is not supported"
            })
    void entriesThatBreakARule(
            String shape, String offsets, String dtype, int bytes, String problem) {
        byte[] file =
                file(
                        "{\"a\":{\"dtype\":\""
                                + dtype
                                + "\",\"shape\":"
                                + shape
                                + ",\"data_offsets\":"
                                + offsets
                                + "}}",
                        new int[bytes]);
        assertEquals(
                "x: " + problem,
                assertThrows(FormatException.class, () -> read(file)).getMessage());
    }

    private static String problem(byte[] file) {
        return assertThrows(FormatException.class, () -> read(file)).getMessage();
    }

    @Test
    void holesAndOverlapsAreRefused() {
        String entry = "\"%s\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[%d,%d]}";
        String hole =
                "{" + entry.formatted("a", 1, 0, 1) + "," + entry.formatted("b", 1, 2, 3) + "}";
        String overlap =
                "{" + entry.formatted("a", 2, 0, 2) + "," + entry.formatted("b", 2, 1, 3) + "}";
        assertEquals(
                "x: 'b': data_offsets [2, 3]: expected the tensor to begin at 1",
                problem(file(hole, 0, 0, 0)));
        assertEquals(
                "x: 'b': data_offsets [1, 3]: expected the tensor to begin at 2",
                problem(file(overlap, 0, 0, 0)));
    }

    @Test
    void headersThatBreakARule() {
        assertEquals("x: is no safetensors file: 3 bytes long", problem(new byte[3]));
        assertEquals(
                "x: header of 18446744073709551615 bytes: expected at most 0",
                problem(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}));
        assertEquals(
                "x: header of 9 bytes: expected at most 2",
                problem(new byte[] {9, 0, 0, 0, 0, 0, 0, 0, '{', '}'}));
        assertEquals("x: expected a header that starts with {", problem(file(" {}")));
        assertEquals("x: expected a header that starts with {", problem(file("")));
        assertEquals("x: header: text after the closing }", problem(file("{}{}")));
        assertEquals(
                "x: __metadata__: expected strings, found 1",
                problem(file("{\"__metadata__\":{\"a\":1}}")));
        assertEquals("x: 'a': unknown field 'b'", problem(file("{\"a\":{\"b\":1}}")));
        assertTrue(problem(file("{\"a\":{},\"a\":{}}")).startsWith("x: "));
        assertTrue(
                problem(
                                file(
                                        "{\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]},"
                                            + "\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}"))
                        .startsWith("x: header: Duplicate field 'a'"));
        assertTrue(problem(file("{\"a")).startsWith("x: header: "));
    }
}
