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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fixtures were written by NumPy 2.4. */
class NpzTest {
    static final Path FIXTURES = Path.of("src/test/resources/format");

    private static final double[] THIRDS = {0, 1 / 3., 2 / 3., 1, 4 / 3., 5 / 3.};

    private static void same(Map<String, Tensor> npz, String key, DType dtype, double... values) {
        Tensor t = npz.get(key);
        assertEquals(dtype, t.dtype(), key);
        double[] found = new double[t.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = t.get(i);
        }
        assertArrayEquals(values, found, key);
    }

    private static double[] floats(double... values) {
        double[] out = values.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) out[i];
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void everyTypeAndOrderThatNumpyWrites(String file) throws IOException {
        Map<String, Tensor> npz = Npz.read(FIXTURES.resolve(file));
        assertEquals(24, npz.size());
        same(npz, "f8", DType.F64, THIRDS);
        same(npz, "be_f8", DType.F64, THIRDS);
        same(npz, "fortran", DType.F64, THIRDS);
        same(npz, "f4", DType.F32, floats(THIRDS));
        same(npz, "be_f4", DType.F32, floats(THIRDS));
        same(
                npz,
                "f2",
                DType.F32,
                0,
                -0.0,
                1,
                -2.5,
                65504,
                0x1p-24,
                0x1p-14,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                1365 / 4096.);
        same(npz, "be_f2", DType.F32, 0, 0.5, 1, 1.5, 2, 2.5);
        same(npz, "be_i4", DType.I32, 0, -1, -2, -3, -4, -5);
        same(npz, "be_u2", DType.UI16, 65530, 65531, 65532, 65533, 65534, 65535);
        same(npz, "be_fortran", DType.I64, 0, 1, 2, 3, 4, 5);
        same(npz, "i1", DType.I8, -128, 127);
        same(npz, "i2", DType.I16, -32768, 32767);
        same(npz, "i4", DType.I32, Integer.MIN_VALUE, Integer.MAX_VALUE);
        assertArrayEquals(new long[] {Long.MIN_VALUE, Long.MAX_VALUE}, npz.get("i8").longs());
        same(npz, "u1", DType.UI8, 0, 255);
        same(npz, "u2", DType.UI16, 0, 65535);
        same(npz, "u4", DType.UI32, 0, 4294967295.);
        assertArrayEquals(new long[] {0, -1}, npz.get("u8").longs());
        assertEquals(DType.UI64, npz.get("u8").dtype());
        same(npz, "b1", DType.I1, 1, 0);
        same(npz, "scalar", DType.F64, 0.5);
        assertEquals(Shape.SCALAR, npz.get("scalar").shape());
        assertEquals(Shape.of(0, 3), npz.get("empty").shape());
        same(npz, "a/b", DType.F64, 1);
        same(npz, "['dense_0']['kernel']", DType.F64, 2);
    }

    @Test
    void fortranOrderOfThreeAxes() throws IOException {
        Tensor t = Npz.read(FIXTURES.resolve("stored.npz")).get("fortran3");
        assertEquals(Shape.of(2, 3, 4), t.shape());
        for (int i = 0; i < 24; i++) {
            assertEquals(i, t.get(i));
        }
    }

    @Test
    void headerVersionsOneToThree() throws IOException {
        Map<String, Tensor> npz = Npz.read(FIXTURES.resolve("versions.npz"));
        assertEquals(List.of("v1", "v2", "v3"), new ArrayList<>(npz.keySet()));
        npz.keySet().forEach(k -> same(npz, k, DType.F64, THIRDS));
    }

    @Test
    void entriesWithDataDescriptors() throws IOException {
        same(Npz.read(FIXTURES.resolve("piped.npz")), "a", DType.F64, THIRDS);
    }

    @Test
    void bfloat16OnlyWhereItIsSaid() throws IOException {
        Path file = FIXTURES.resolve("bfloat16.npz");
        same(
                Npz.read(file, k -> k.equals("w")),
                "w",
                DType.F32,
                1,
                -2,
                Double.POSITIVE_INFINITY,
                Float.intBitsToFloat(1 << 16));
        String message = assertThrows(FormatException.class, () -> Npz.read(file)).getMessage();
        assertTrue(message.startsWith("bfloat16.npz: w: dtype '|V2'"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "unsupported.npz|unsupported.npz: c: dtype '<c16' is not supported",
                "twice.npz|twice.npz: a: occurs twice"
            })
    void whatNumpyCanButAnArrayHereCannot(String file, String message) {
        assertEquals(
                message,
                assertThrows(FormatException.class, () -> Npz.read(FIXTURES.resolve(file)))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "objects.npy;dtype '|O' is not supported",
                "strings.npy;dtype '<U2' is not supported",
                "structured.npy;structured arrays are not supported"
            })
    void otherDtypesAreRefusedByName(String file, String problem) {
        assertEquals(
                file + ": " + problem,
                assertThrows(FormatException.class, () -> Npy.read(FIXTURES.resolve(file)))
                        .getMessage());
    }

    private static Tensor npy(String header, int elementBytes) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(
                new byte[] {
                    (byte) 0x93,
                    'N',
                    'U',
                    'M',
                    'P',
                    'Y',
                    1,
                    0,
                    (byte) text.length,
                    (byte) (text.length >> 8)
                });
        out.write(text);
        out.write(new byte[elementBytes]);
        return Npy.read("x", new ByteArrayInputStream(out.toByteArray()), out.size(), false);
    }

    @Test
    void handWrittenHeadersInAnyOrderAndSpacing() throws IOException {
        assertEquals(
                Shape.of(2, 1),
                npy("{'shape':(2L,1),'fortran_order' : False,\"descr\":'<f4'}", 8).shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }|16|"
                        + "tensor<3xf64>: expected 24 bytes of elements, found 16",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }|16|"
                        + "tensor<1xf64>: expected 8 bytes of elements, found 16",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647), }|8|"
                        + "shape [2147483647, 2147483647]: expected at most 2147483639 elements",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999, 0), }|0|"
                        + "shape [99999999999, 0]: expected at most 2147483639 elements",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }|0|"
                        + "header column 52: expected a size, found -1,), }",
                "{'descr': '<f8', 'fortran_order': 0, 'shape': ()}|8|"
                        + "header column 35: expected True or False, found 0, 'shape': ()}",
                "{'descr': '<f8', 'shape': ()}|8|the header has no 'fortran_order'",
                "{'descr': '<f8', 'shape': (), 'color': 1}|8|unknown header key 'color'",
                "{'descr': '<f8|8|header column 11: expected a string, found '<f8",
                "{}x|0|header column 3: expected the end of the header, found x"
            })
    void headersThatBreakARule(String header, int bytes, String problem) {
        assertEquals(
                "x: " + problem,
                assertThrows(FormatException.class, () -> npy(header, bytes)).getMessage());
    }

    private static Map<String, Tensor> sample() {
        Map<String, Tensor> out = new LinkedHashMap<>();
        out.put("['dense_0']['kernel']", Tensor.of(Shape.of(1, 2), 1, -2));
        out.put("flag", Tensor.of(TensorType.of(DType.I1, 1), new boolean[] {true}));
        out.put("\u03b8/n", Tensor.of(TensorType.of(DType.UI16), new long[] {65535}));
        out.put("none", Tensor.zeros(TensorType.of(DType.F32, 0)));
        return out;
    }

    static byte[] written(Map<String, Tensor> arrays, boolean deflated) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Npz.write(out, arrays, deflated);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenIsReadAndTheBytesAreTheSameEachTime(boolean deflated) throws IOException {
        byte[] bytes = written(sample(), deflated);
        Map<String, Tensor> read = Npz.read("x.npz", new ByteArrayInputStream(bytes));
        assertEquals(new ArrayList<>(sample().entrySet()), new ArrayList<>(read.entrySet()));
        assertArrayEquals(bytes, written(sample(), deflated));
        // No time-zone dependent extra field follows the first entry's name.
        assertEquals("PK", new String(bytes, 0, 2, StandardCharsets.US_ASCII));
        assertEquals(0, bytes[28] | bytes[29]);
    }

    @Test
    void npyBytesAreNumpysOwn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, Tensor.of(Shape.of(2), 1, -2));
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }";
        ByteArrayOutputStream golden = new ByteArrayOutputStream();
        golden.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
        golden.write(
                (text + " ".repeat(117 - text.length()) + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
        golden.write(
                new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0, (byte) 0xc0});
        assertArrayEquals(golden.toByteArray(), out.toByteArray());
    }

    private static String problem(byte[] file) {
        return assertThrows(
                        FormatException.class,
                        () -> Npz.read("x.npz", new ByteArrayInputStream(file)))
                .getMessage();
    }

    @Test
    void damagedArchivesAreRefused() {
        assertEquals("x.npz: is empty", problem(new byte[0]));
        byte[] good = written(sample(), false);
        assertTrue(
                problem(Arrays.copyOf(good, good.length / 2))
                        .startsWith("x.npz: is no npz file, or damaged: "));
        byte[] flipped = good.clone();
        flipped[30 + "['dense_0']['kernel'].npy".length() + 128 + 3] ^= 1;
        assertEquals("x.npz: ['dense_0']['kernel']: the checksum does not match", problem(flipped));
    }

    @Test
    void entriesThatAreNoArraysAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertEquals("x.npz: readme.txt: expected a name in .npy", problem(out.toByteArray()));
    }

    @Test
    void anEntryThatClaimsMoreThanDeflateCanHoldIsRefusedUnread() {
        byte[] bytes = written(Map.of("a", Tensor.scalar(1)), true);
        int central = 0;
        while (!(bytes[central] == 'P' && bytes[central + 1] == 'K' && bytes[central + 2] == 1)) {
            central++;
        }
        bytes[central + 27] = 0x70;
        String message = problem(bytes);
        assertTrue(message.matches("x.npz: a: cannot hold 18790483\\d\\d bytes in \\d+"), message);
    }

    @Test
    void anArrayBeyondTheHeapIsRefusedUnread() {
        assertTrue(
                assertThrows(FormatException.class, () -> Limits.memory("x", Long.MAX_VALUE))
                        .getMessage()
                        .startsWith("x: needs 9223372036854775807 bytes of memory, "));
    }
}
