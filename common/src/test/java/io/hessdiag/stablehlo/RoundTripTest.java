package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class RoundTripTest {
    static final List<String> MODULES = Texts.MODULES;

    private static Program readBack(Program p) {
        return Texts.program(StableHlo.print(p));
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void printedModulesReadBackToTheSameProgram(String name) {
        Program p = Texts.program(Texts.resource(name));
        assertTrue(p.equations().size() >= 10);
        Texts.assertSame(p, readBack(p));
    }

    @ParameterizedTest
    @EnumSource(UnaryFunction.class)
    void everyUnaryFunctionReadsBack(UnaryFunction f) {
        for (DType d : List.of(DType.F64, DType.I32, DType.I1)) {
            ProgramBuilder b = new ProgramBuilder("main");
            int x = b.input(TensorType.of(d, 2, 3));
            if (accepts(b, new Op.Unary(f), x)) {
                Program p = b.build(b.unary(f, x));
                Texts.assertSame(p, readBack(p));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = BinaryFunction.class, mode = EnumSource.Mode.EXCLUDE, names = "LOGADDEXP")
    void everyBinaryFunctionReadsBack(BinaryFunction f) {
        for (DType d : List.of(DType.F32, DType.UI8, DType.I1)) {
            ProgramBuilder b = new ProgramBuilder("main");
            int x = b.input(TensorType.of(d, 4));
            int y = b.input(TensorType.of(d, 4));
            if (accepts(b, new Op.Binary(f), x, y)) {
                Program p = b.build(b.binary(f, x, y));
                Texts.assertSame(p, readBack(p));
            }
        }
    }

    private static boolean accepts(ProgramBuilder b, Op op, int... operands) {
        try {
            io.hessdiag.ir.TypeRules.outputs(op, IntStream.of(operands).mapToObj(b::type).toList());
            return true;
        } catch (io.hessdiag.ir.IrException e) {
            return false;
        }
    }

    @Test
    void reluOfTwoTypesBecomesTwoPrivateFunctions() {
        ProgramBuilder b = new ProgramBuilder("main");
        int x = b.input(TensorType.of(DType.F64, 3));
        int y = b.input(TensorType.of(DType.F32));
        Program p = b.build(b.unary(UnaryFunction.RELU, x), b.unary(UnaryFunction.RELU, y));
        String text = StableHlo.print(p);
        assertTrue(text.contains("@relu(") && text.contains("@relu_0("), text);
        Texts.assertSame(p, readBack(p));
    }

    @Test
    void logaddexpBecomesJaxsTenEquations() {
        ProgramBuilder b = new ProgramBuilder("main");
        int x = b.input(TensorType.of(DType.F64, 3));
        int y = b.input(TensorType.of(DType.F64, 3));
        Program p = readBack(b.build(b.binary(BinaryFunction.LOGADDEXP, x, y)));
        assertEquals(
                List.of(
                        "maximum",
                        "subtract",
                        "compare",
                        "add",
                        "abs",
                        "negate",
                        "exponential",
                        "log_plus_one",
                        "add",
                        "select"),
                p.equations().stream().map(e -> e.op().name()).toList());
    }

    /** They are printed as what they stand for, and recognised again. */
    @Test
    void softmaxAndLogSumExpReadBack() {
        ProgramBuilder b = new ProgramBuilder("main");
        int x = b.input(TensorType.of(DType.F64, 2, 3, 4));
        int y = b.input(TensorType.of(DType.F32, 2));
        Program p =
                b.build(
                        b.emit(new Op.LogSumExp(Ints.of(1)), x),
                        b.emit(new Op.LogSumExp(Ints.of(2, 0)), x),
                        b.emit(new Op.Softmax(Ints.of(2, 0)), x),
                        b.emit(new Op.Softmax(Ints.of(0)), y));
        Texts.assertSame(p, Rewrites.imported(readBack(p)));
    }

    @Test
    void everyStructuralOpReadsBack() {
        ProgramBuilder b = new ProgramBuilder("main");
        int x = b.input(TensorType.of(DType.F64, 4, 6));
        int i = b.input(TensorType.of(DType.I32, 5, 1));
        int zero = b.scalar(DType.F64, -0.0);
        List<Integer> out = new ArrayList<>();
        out.add(b.emit(new Op.Slice(Ints.of(1, 0), Ints.of(4, 6), Ints.of(1, 2)), x));
        out.add(b.emit(new Op.Concatenate(1), x, x));
        out.add(b.emit(new Op.Pad(Ints.of(0, -2), Ints.of(1, 0), Ints.of(2, 0)), x, zero));
        out.add(b.emit(new Op.Reverse(Ints.of(0, 1)), x));
        out.add(b.emit(new Op.Iota(TensorType.of(DType.UI8, 3, 2), 1)));
        out.add(b.emit(new Op.Transpose(Ints.of(1, 0)), x));
        out.add(b.emit(new Op.Clamp(), zero, x, zero));
        out.add(b.emit(new Op.Compare(Comparison.GE, true), x, x));
        out.add(b.emit(new Op.Convert(DType.I64), x));
        out.add(b.emit(new Op.DotGeneral(Ints.of(0), Ints.of(0), Ints.of(1), Ints.of(1)), x, x));
        out.add(b.emit(new Op.Reduce(Combiner.MAXIMUM, Ints.of(1)), x, zero));
        out.add(
                b.emit(
                        new Op.Gather(
                                new GatherDims(Ints.of(1), Ints.of(0), Ints.of(0), 1),
                                Ints.of(1, 6)),
                        x,
                        i));
        int u = b.emit(new Op.Iota(TensorType.of(DType.F64, 5, 6), 0));
        ScatterDims s = new ScatterDims(Ints.of(1), Ints.of(0), Ints.of(0), 1);
        out.add(b.emit(new Op.Scatter(s, Combiner.SET, false), x, i, u));
        out.add(b.emit(new Op.Scatter(s, Combiner.MULTIPLY, true), x, i, u));
        int indices = b.emit(new Op.Iota(TensorType.of(DType.I32, 4, 6), 1));
        int first = b.scalar(DType.I32, 0);
        for (boolean max : new boolean[] {true, false}) {
            Ints extreme = b.apply(new Op.ArgReduce(max, 1), Ints.of(x, indices, zero, first));
            out.add(extreme.get(0));
            out.add(extreme.get(1));
        }
        Program p = b.build(Ints.of(out.stream().mapToInt(v -> v).toArray()));
        Texts.assertSame(p, readBack(p));
    }

    @Test
    void constantsReadBackToTheSameBits() {
        ProgramBuilder b = new ProgramBuilder("main");
        double[] d = {
            0.1,
            -0.0,
            1e-310,
            Double.MAX_VALUE,
            Double.NaN,
            1 / 3.0,
            Double.NEGATIVE_INFINITY,
            Double.longBitsToDouble(0x7FF8000000000123L)
        };
        float[] f = {0.1f, Float.MIN_VALUE, Float.NaN, 16777216f, -1e10f, Float.MAX_VALUE};
        Tensor[] values = {
            Tensor.of(Shape.of(2, 4), d),
            Tensor.of(TensorType.of(DType.F32, 3, 2), f),
            Tensor.of(TensorType.of(DType.UI64, 2), new long[] {-1, 7}),
            Tensor.of(TensorType.of(DType.I8, 2, 1), new long[] {-128, 127}),
            Tensor.of(TensorType.of(DType.I1, 3), new boolean[] {true, false, true}),
            Tensor.zeros(TensorType.of(DType.F64, 0, 4)),
            Tensor.of(Shape.of(100), IntStream.range(0, 100).mapToDouble(Math::sqrt).toArray()),
            Tensor.of(
                    TensorType.of(DType.I16, 70),
                    IntStream.range(0, 70).mapToLong(k -> -k).toArray())
        };
        int[] ids = new int[values.length];
        for (int k = 0; k < ids.length; k++) {
            ids[k] = b.constant(values[k]);
        }
        Program p = b.build(ids);
        Texts.assertSame(p, readBack(p));
    }
}
