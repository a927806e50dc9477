package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.rewrite.Precision;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.HalfFloats;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as bits, rounding to fewer bits, and generators of random bits. */
class BitRulesTest {
    private static Tensor ints(DType type, Shape shape, long... values) {
        return Tensor.of(new TensorType(type, shape), values);
    }

    private static Tensor run(String from, String to, Tensor x) {
        Program p =
                Texts.program(
                        "%x: tensor<" + from + ">",
                        "tensor<" + to + ">",
                        "%r = stablehlo.bitcast_convert %x : (tensor<"
                                + from
                                + ">) -> tensor<"
                                + to
                                + ">\n return %r : tensor<"
                                + to
                                + ">");
        Texts.assertSame(p, Texts.program(StableHlo.print(p)));
        return Interpreter.run(p, List.of(x)).get(0);
    }

    @Test
    void bitsOfTheSameWidth() {
        Shape pair = Shape.of(2);
        Tensor halves = Tensor.of(new TensorType(DType.F32, pair), new float[] {1, -0.0f});
        Tensor bits = ints(DType.UI32, pair, 0x3F800000L, 0x80000000L);
        assertEquals(bits, run("2xf32", "2xui32", halves));
        assertEquals(halves, run("2xui32", "2xf32", bits));
        assertEquals(
                ints(DType.I64, pair, 0x3FF0000000000000L, Long.MIN_VALUE),
                run("2xf64", "2xi64", Tensor.of(pair, 1, -0.0)));
        assertEquals(
                ints(DType.I8, pair, -1, 127),
                run("2xui8", "2xi8", ints(DType.UI8, pair, 255, 127)));
    }

    /** The specification's example: the lowest bits come first. */
    @Test
    void bitsOfOtherWidths() {
        Tensor wide = Tensor.scalar(Double.longBitsToDouble(0x0123456789ABCDEFL));
        Tensor quarters =
                Tensor.of(
                        new TensorType(DType.F32, Shape.of(4)),
                        new float[] {half(0xCDEF), half(0x89AB), half(0x4567), half(0x0123)});
        assertEquals(quarters, run("f64", "4xf16", wide));
        assertEquals(wide, run("4xf16", "f64", quarters));
        assertEquals(
                ints(DType.UI64, Shape.of(1), 0x0000000200000001L),
                run("1x2xui32", "1xui64", ints(DType.UI32, Shape.of(1, 2), 1, 2)));
    }

    private static float half(int bits) {
        return HalfFloats.fromBits(DType.F16, bits);
    }

    @ParameterizedTest
    @CsvSource({
        "3xf32, ui64, 'm.mlir:2:6: bitcast_convert: expected a last axis of 2, found "
                + "tensor<3xf32>'",
        "2xi1, 2xui8, m.mlir:2:6: bitcast_convert: no bits of i1 as ui8",
        "2xf32, 2xui64, 'm.mlir:2:6: bitcast_convert: expected result tensor<2xui64>, found "
                + "tensor<ui64>'"
    })
    void bitsThatDoNotFitAreRefused(String from, String to, String message) {
        assertEquals(
                message,
                assertThrows(StableHloException.class, () -> run(from, to, null)).getMessage());
    }

    /** JAX's uniform numbers: the bits of a float in [1, 2), less 1. */
    @Test
    void bitsOfFloatsKeepTheirMeaningInAnotherPrecision() {
        Program p =
                Texts.program(
                        "%u: tensor<2xui32>, %x: tensor<2xf32>",
                        "tensor<2xf32>",
                        """
                        %nine = stablehlo.constant dense<9> : tensor<2xui32>
                        %one = stablehlo.constant dense<1.0> : tensor<2xf32>
                        %m = stablehlo.shift_right_logical %u, %nine : tensor<2xui32>
                        %b = stablehlo.bitcast_convert %one : (tensor<2xf32>) -> tensor<2xui32>
                        %o = stablehlo.or %m, %b : tensor<2xui32>
                        %f = stablehlo.bitcast_convert %o : (tensor<2xui32>) -> tensor<2xf32>
                        %s = stablehlo.subtract %f, %one : tensor<2xf32>
                        %r = stablehlo.multiply %s, %x : tensor<2xf32>
                        return %r : tensor<2xf32>\
                        """);
        Program promoted = Precision.of(Precision.of(Rewrites.imported(p), DType.F64), DType.F64);
        Tensor u = ints(DType.UI32, Shape.of(2), 0x80000000L, 0xFFFFFFFFL);
        assertArrayEquals(
                new double[] {1.5, 3 * (1 - 0x1p-23)},
                Interpreter.run(promoted, List.of(u, Tensor.of(Shape.of(2), 3, 3)))
                        .get(0)
                        .doubles());
    }

    @ParameterizedTest
    @CsvSource({
        "e5m10, 65519.99, 65504",
        "e5m10, 65520, Infinity",
        "e5m10, -1e6, -Infinity",
        "e5m10, 1e-7, 0",
        "e5m10, -1e-7, -0.0",
        "e8m7, 1.00390625, 1",
        "e8m7, 1.01171875, 1.015625",
        "e5m2, 3.5, 3.5",
        "e5m2, 3.7, 3.5",
        "e5m2, 4.5, 4",
        "e11m52, 4.9e-324, 4.9e-324",
        "e20m60, 0.1, 0.1",
        "e8m0, 3, 4",
        "e5m10, NaN, NaN"
    })
    void reducePrecision(String format, double x, double expected) {
        for (String op :
                new String[] {
                    "stablehlo.reduce_precision %x, format = " + format + " : tensor<f64>",
                    "\"stablehlo.reduce_precision\"(%x) <{exponent_bits = "
                            + format.substring(1, format.indexOf('m'))
                            + " : i32, mantissa_bits = "
                            + format.substring(format.indexOf('m') + 1)
                            + " : i32}> : (tensor<f64>) -> tensor<f64>"
                }) {
            Program p =
                    Texts.program(
                            "%x: tensor<f64>",
                            "tensor<f64>", "%r = " + op + "\n return %r : tensor<f64>");
            Texts.assertSame(p, Texts.program(StableHlo.print(p)));
            assertEquals(expected, Interpreter.run(p, List.of(Tensor.scalar(x))).get(0).get(0));
        }
    }

    @Test
    void checkedProgramsRoundHalfPrecisionAndOthersDoNot() {
        String text =
                """
                func.func @main() -> tensor<bf16> {
                  %x = stablehlo.constant dense<1.0078125> : tensor<bf16>
                  %r = stablehlo.multiply %x, %x : tensor<bf16>
                  check.expect_eq_const %r, dense<1.015625> : tensor<bf16>
                  return %r : tensor<bf16>
                }
                """;
        CheckedFunction f = StableHlo.importChecked(StableHlo.parse("m.mlir", text), "main");
        List<Tensor> pair = Interpreter.run(f.program(), List.of());
        assertEquals(pair.get(1), pair.get(0));
        Program whole =
                StableHlo.importFunction(
                                StableHlo.parse(
                                        "m.mlir",
                                        """
                                        func.func @main() -> tensor<bf16> {
                                          %x = stablehlo.constant dense<1.0078125> : tensor<bf16>
                                          %r = stablehlo.multiply %x, %x : tensor<bf16>
                                          return %r : tensor<bf16>
                                        }
                                        """),
                                "main")
                        .program();
        assertEquals(1.0078125 * 1.0078125, Interpreter.run(whole, List.of()).get(0).get(0));
    }

    /** Random123's known answers for Threefry-2x32 of 20 rounds: counter and key, then output. */
    static final String VECTORS =
            """
            00000000 00000000 00000000 00000000 6b200159 99ba4efe
            ffffffff ffffffff ffffffff ffffffff 1cb996fc bb002be7
            243f6a88 85a308d3 13198a2e 03707344 c4923a9c 483df7a0\
            """;

    private static long[] vector(String line) {
        return Arrays.stream(line.strip().split(" "))
                .mapToLong(w -> Long.parseLong(w, 16))
                .toArray();
    }

    @Test
    void threeFryGeneratorGivesKnownAnswers() {
        Program p =
                Texts.program(
                        "%s: tensor<2xui64>",
                        "(tensor<2xui64>, tensor<2xui32>, tensor<ui64>)",
                        """
                        %n, %r = stablehlo.rng_bit_generator %s, algorithm = THREE_FRY : \
                        (tensor<2xui64>) -> (tensor<2xui64>, tensor<2xui32>)
                        %m, %w = "stablehlo.rng_bit_generator"(%s) <{rng_algorithm = \
                        #stablehlo<rng_algorithm DEFAULT>}> : (tensor<2xui64>) -> \
                        (tensor<2xui64>, tensor<ui64>)
                        return %n, %r, %w : tensor<2xui64>, tensor<2xui32>, tensor<ui64>\
                        """);
        VECTORS.lines()
                .map(BitRulesTest::vector)
                .forEach(
                        v -> {
                            long key = v[2] | v[3] << 32;
                            long counter = v[0] | v[1] << 32;
                            List<Tensor> out =
                                    Interpreter.run(
                                            p,
                                            List.of(ints(DType.UI64, Shape.of(2), key, counter)));
                            assertArrayEquals(new long[] {v[4], v[5]}, out.get(1).longs());
                            assertArrayEquals(new long[] {v[4] | v[5] << 32}, out.get(2).longs());
                            assertArrayEquals(new long[] {key, counter + 1}, out.get(0).longs());
                        });
    }

    private static long[] generate(String shape, long counter) {
        Program p =
                Texts.program(
                        "%s: tensor<2xui64>",
                        "tensor<" + shape + ">",
                        """
                        %n, %r = stablehlo.rng_bit_generator %s, algorithm = THREE_FRY : \
                        (tensor<2xui64>) -> (tensor<2xui64>, tensor<SHAPE>)
                        return %r : tensor<SHAPE>\
                        """
                                .replace("SHAPE", shape));
        return Interpreter.run(p, List.of(ints(DType.UI64, Shape.of(2), 7, counter)))
                .get(0)
                .longs();
    }

    /** Halves of a block lie next to each other along the first even axis, else the longest. */
    @Test
    void threeFryArrangesBlocksAsXlaDoes() {
        long[] blocks = generate("6xui64", 5);
        long[] low = Arrays.stream(blocks).map(w -> w & 0xFFFFFFFFL).toArray();
        long[] high = Arrays.stream(blocks).map(w -> w >>> 32).toArray();
        assertArrayEquals(
                new long[] {low[0], low[1], low[2], high[0], high[1], high[2]},
                generate("2x3xui32", 5));
        assertArrayEquals(new long[] {low[0], high[0], low[1]}, generate("3xui32", 5));
        assertArrayEquals(
                new long[] {low[0], high[0], low[1], high[1], low[2], high[2]},
                generate("3x2xui32", 5));
        assertArrayEquals(
                new long[] {
                    low[0], low[1], low[2], high[0], high[1], high[2], low[3], low[4], low[5]
                },
                generate("3x3xui32", 5));
        assertArrayEquals(new long[] {low[0]}, generate("ui32", 5));
        assertArrayEquals(new long[] {(byte) low[0], (byte) high[0]}, generate("2xi8", 5));
        assertArrayEquals(new long[] {low[1]}, generate("ui32", 6));
    }

    @Test
    void philoxIsRefused() {
        String message =
                assertThrows(
                                UnsupportedException.class,
                                () ->
                                        Texts.program(
                                                "%s: tensor<2xui64>",
                                                "tensor<2xui32>",
                                                """
                                                %n, %r = stablehlo.rng_bit_generator %s, algorithm = PHILOX : \
                                                (tensor<2xui64>) -> (tensor<2xui64>, tensor<2xui32>)
                                                return %r : tensor<2xui32>\
                                                """))
                        .getMessage();
        assertTrue(message.contains("PHILOX of a state tensor<2xui64>"), message);
    }

    /** Threefry as JAX writes it: five groups of four rounds in a loop that passes on its keys. */
    private static final String LOOP =
            """
            %c1 = stablehlo.constant dense<466688986> : tensor<ui32>
            %zero = stablehlo.constant dense<0> : tensor<i32>
            %a = stablehlo.constant dense<[13, 15, 26, 6]> : tensor<4xui32>
            %b = stablehlo.constant dense<[17, 29, 16, 24]> : tensor<4xui32>
            %k01 = stablehlo.xor %k0, %k1 : tensor<ui32>
            %k2 = stablehlo.xor %k01, %c1 : tensor<ui32>
            %s0 = stablehlo.add %x0, %k0 : tensor<ui32>
            %s1 = stablehlo.add %x1, %k1 : tensor<ui32>
            %o:8 = stablehlo.while(%i = %zero, %x = %s0, %y = %s1, %ka = %k1, %kb = %k2, \
            %kc = %k0, %ra = %a, %rb = %b) : tensor<i32>, tensor<ui32>, tensor<ui32>, \
            tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
             cond {
              %five = stablehlo.constant dense<5> : tensor<i32>
              %lt = stablehlo.compare LT, %i, %five, SIGNED : (tensor<i32>, tensor<i32>) \
            -> tensor<i1>
              stablehlo.return %lt : tensor<i1>
            } do {
              %r0:2 = func.call @round(%x, %y, %ra, %zero) : (tensor<ui32>, tensor<ui32>, \
            tensor<4xui32>, tensor<i32>) -> (tensor<ui32>, tensor<ui32>)
              %one = stablehlo.constant dense<1> : tensor<i32>
              %r1:2 = func.call @round(%r0#0, %r0#1, %ra, %one) : (tensor<ui32>, tensor<ui32>, \
            tensor<4xui32>, tensor<i32>) -> (tensor<ui32>, tensor<ui32>)
              %two = stablehlo.constant dense<2> : tensor<i32>
              %r2:2 = func.call @round(%r1#0, %r1#1, %ra, %two) : (tensor<ui32>, tensor<ui32>, \
            tensor<4xui32>, tensor<i32>) -> (tensor<ui32>, tensor<ui32>)
              %three = stablehlo.constant dense<3> : tensor<i32>
              %r3:2 = func.call @round(%r2#0, %r2#1, %ra, %three) : (tensor<ui32>, tensor<ui32>, \
            tensor<4xui32>, tensor<i32>) -> (tensor<ui32>, tensor<ui32>)
              %n = stablehlo.add %i, %one : tensor<i32>
              %nu = stablehlo.convert %n : (tensor<i32>) -> tensor<ui32>
              %x2 = stablehlo.add %r3#0, %ka : tensor<ui32>
              %y1 = stablehlo.add %r3#1, %kb : tensor<ui32>
              %y2 = stablehlo.add %y1, %nu : tensor<ui32>
              stablehlo.return %n, %x2, %y2, %kb, %kc, %ka, %rb, %ra : tensor<i32>, tensor<ui32>, \
            tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
            }
            return %o#1, %o#2 : tensor<ui32>, tensor<ui32>\
            """;

    private static final String ROUND =
            """
            func.func private @round(%x: tensor<ui32>, %y: tensor<ui32>, %r: tensor<4xui32>, \
            %i: tensor<i32>) -> (tensor<ui32>, tensor<ui32>) {
              %rs = stablehlo.dynamic_slice %r, %i, sizes = [1] : (tensor<4xui32>, tensor<i32>) \
            -> tensor<1xui32>
              %n = stablehlo.reshape %rs : (tensor<1xui32>) -> tensor<ui32>
              %w = stablehlo.constant dense<32> : tensor<ui32>
              %m = stablehlo.subtract %w, %n : tensor<ui32>
              %s = stablehlo.add %x, %y : tensor<ui32>
              %l = stablehlo.shift_left %y, %n : tensor<ui32>
              %h = stablehlo.shift_right_logical %y, %m : tensor<ui32>
              %o = stablehlo.or %l, %h : tensor<ui32>
              %t = stablehlo.xor %s, %o : tensor<ui32>
              return %s, %t : tensor<ui32>, tensor<ui32>
            }
            """;

    @Test
    void threeFryInJaxsLoopGivesKnownAnswers() {
        Program p =
                Texts.program(
                        Texts.main(
                                        "%k0: tensor<ui32>, %k1: tensor<ui32>, "
                                                + "%x0: tensor<ui32>, %x1: tensor<ui32>",
                                        "(tensor<ui32>, tensor<ui32>)", LOOP)
                                + ROUND);
        VECTORS.lines()
                .map(BitRulesTest::vector)
                .forEach(
                        v -> {
                            List<Tensor> in =
                                    List.of(
                                            ints(DType.UI32, Shape.SCALAR, v[2]),
                                            ints(DType.UI32, Shape.SCALAR, v[3]),
                                            ints(DType.UI32, Shape.SCALAR, v[0]),
                                            ints(DType.UI32, Shape.SCALAR, v[1]));
                            for (Program form : new Program[] {p, Rewrites.imported(p)}) {
                                List<Tensor> out = Interpreter.run(form, in);
                                assertEquals(v[4], out.get(0).longs()[0]);
                                assertEquals(v[5], out.get(1).longs()[0]);
                            }
                        });
    }
}
