package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ir.Op;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.HalfFloats;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DenseLiteralTest {
    private static Tensor read(String literal, String type) {
        return ((Op.Constant)
                        Texts.program(
                                        "",
                                        type,
                                        "%r = stablehlo.constant dense<"
                                                + literal
                                                + "> : "
                                                + type
                                                + "\nreturn %r : "
                                                + type)
                                .equations()
                                .get(0)
                                .op())
                .value();
    }

    @Test
    void elementsInEveryNotation() {
        assertEquals(9.99999974E-6f, read("9.99999974E-6", "tensor<f32>").floats()[0]);
        assertEquals(Float.NEGATIVE_INFINITY, read("0xFF800000", "tensor<f32>").floats()[0]);
        assertEquals(Double.NaN, read("0x7FF8000000000000", "tensor<f64>").doubles()[0]);
        assertEquals(Float.POSITIVE_INFINITY, read("0x7C00", "tensor<f16>").floats()[0]);
        assertArrayEquals(
                new boolean[] {true, false}, read("[true, false]", "tensor<2xi1>").booleans());
        assertArrayEquals(new long[] {-1, -128}, read("[255, -128]", "tensor<2xi8>").longs());
        assertArrayEquals(new long[] {-1}, read("18446744073709551615", "tensor<ui64>").longs());
        assertEquals(Shape.of(0, 2), read("", "tensor<0x2xf32>").shape());
        assertEquals(Shape.of(2, 0), read("[[], []]", "tensor<2x0xf32>").shape());
        assertEquals(Shape.SCALAR, read("[[4.0]]", "tensor<1x1xf32>").shape());
        assertArrayEquals(
                new double[] {1, 2, 3, 4},
                read("[[1.0, 2.0],\n [3.0, 4.]]", "tensor<2x2xf64>").doubles());
    }

    @Test
    void hexadecimalStringsAreLittleEndian() {
        assertArrayEquals(
                new long[] {1, 256, -1}, read("\"0x01000001FFFF\"", "tensor<3xi16>").longs());
        assertArrayEquals(
                new boolean[] {true, false}, read("\"0x0100\"", "tensor<2xi1>").booleans());
        assertArrayEquals(new float[] {1, -2}, read("\"0x803F00C0\"", "tensor<2xbf16>").floats());
        assertEquals(Shape.SCALAR, read("\"0x0000803F\"", "tensor<7xf32>").shape());
    }

    @Test
    void everyHalfFloatRoundsToItself() {
        for (DType d : new DType[] {DType.F16, DType.BF16}) {
            for (int bits = 0; bits < 1 << 16; bits++) {
                float value = HalfFloats.fromBits(d, bits);
                assertEquals(value, HalfFloats.round(d, value));
            }
        }
    }

    @Test
    void halfFloatsRoundToNearestEven() {
        assertEquals(0x1p-24f, HalfFloats.fromBits(DType.F16, 1));
        assertEquals(65504f, HalfFloats.fromBits(DType.F16, 0x7BFF));
        assertEquals(-0x1p-14f, HalfFloats.fromBits(DType.F16, 0x8400));
        assertEquals(65504f, HalfFloats.round(DType.F16, 65519));
        assertEquals(Float.POSITIVE_INFINITY, HalfFloats.round(DType.F16, 65520));
        assertEquals(2048f, HalfFloats.round(DType.F16, 2049));
        assertEquals(2052f, HalfFloats.round(DType.F16, 2051));
        assertEquals(0f, HalfFloats.round(DType.F16, 0x1p-25));
        assertEquals(256f, HalfFloats.round(DType.BF16, 257));
        assertEquals(Float.NEGATIVE_INFINITY, HalfFloats.round(DType.BF16, -Float.MAX_VALUE));
    }
}
