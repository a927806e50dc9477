package io.hessdiag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExecutableTest {
    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void randomProgramsHaveTheInterpretersBits(DType dtype) {
        for (int seed = 0; seed < 150; seed++) {
            assertSameBits(seed, dtype, new int[] {1, 2, 3, 5, 7}, 25);
        }
    }

    @Test
    void programsOverManyStripsHaveTheInterpretersBits() {
        for (int seed = 0; seed < 40; seed++) {
            assertSameBits(seed, DType.F64, new int[] {3, 10, 33, 600}, 20);
        }
    }

    @Test
    void emptyTensorsAreAllowed() {
        for (int seed = 0; seed < 100; seed++) {
            assertSameBits(seed, DType.F64, new int[] {0, 1, 2}, 15);
        }
    }

    /** Twice with one workspace and other inputs in between; the inputs stay as they were. */
    private static void assertSameBits(int seed, DType dtype, int[] sizes, int equations) {
        Random random = new Random(seed);
        Program program = RandomPrograms.program(random, dtype, sizes, equations);
        ProgramChecker.check(program);
        Executable executable = Executable.compile(program);
        Workspace workspace = new Workspace();
        List<Tensor> a = RandomPrograms.inputs(random, program);
        List<Tensor> b = RandomPrograms.inputs(random, program);
        List<Tensor> before = a.stream().map(ExecutableTest::copy).toList();
        List<Tensor> expected = Interpreter.run(program, a);
        List<Tensor> first = executable.run(a, workspace);
        String where = "seed " + seed + "\n" + program;
        assertEquals(expected, first, where);
        assertEquals(Interpreter.run(program, b), executable.run(b, workspace), where);
        assertEquals(expected, first, "the second run wrote to the first one's outputs: " + where);
        assertEquals(expected, executable.run(a, workspace), where);
        assertEquals(before, a, "inputs were written to: " + where);
    }

    private static Tensor copy(Tensor t) {
        Object data = Tensor.allocate(t.dtype(), t.size());
        System.arraycopy(t.data(), 0, data, 0, Array.getLength(data));
        return Tensor.of(t.type(), data);
    }

    @Test
    void outputsThatAreInputsOrConstantsSurviveTheNextRun() {
        ProgramBuilder b = new ProgramBuilder("alias");
        int x = b.input(TensorType.of(DType.F64, 3));
        int c = b.constant(Tensor.of(Shape.of(3), 1, 2, 3));
        Executable e = Executable.compile(b.build(x, c, b.reshape(x, Shape.of(1, 3)), x));
        Workspace workspace = new Workspace();
        Tensor in = Tensor.of(Shape.of(3), 4, 5, 6);
        List<Tensor> first = e.run(List.of(in), workspace);
        e.run(List.of(Tensor.of(Shape.of(3), 7, 8, 9)), workspace);
        assertEquals(
                List.of(in, Tensor.of(Shape.of(3), 1, 2, 3), in.reshape(Shape.of(1, 3)), in),
                first);
    }

    @Test
    void workspaceStopsGrowing() {
        ProgramBuilder b = new ProgramBuilder("chain");
        int w = b.input(TensorType.of(DType.F64, 40, 40));
        int x = w;
        Op.DotGeneral matmul = new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0));
        for (int i = 0; i < 10; i++) {
            x = b.add(b.negate(b.emit(matmul, x, w)), w);
        }
        Executable e = Executable.compile(b.build(x));
        Workspace workspace = new Workspace();
        List<Tensor> in = List.of(Tensor.zeros(TensorType.of(DType.F64, 40, 40)));
        e.run(in, workspace);
        long bytes = workspace.bytes();
        e.run(in, workspace);
        assertEquals(bytes, workspace.bytes());
        assertTrue(bytes < 5 * 40 * 40 * 8, "ten layers took " + bytes + " bytes");
    }

    /** The chain's products need an operand and a result; the groups in between the same. */
    @Test
    void peakBytesAreThoseOfTheArraysInUse() {
        ProgramBuilder b = new ProgramBuilder("chain");
        int w = b.input(TensorType.of(DType.F64, 40, 40));
        int x = w;
        Op.DotGeneral matmul = new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0));
        for (int i = 0; i < 10; i++) {
            x = b.add(b.negate(b.emit(matmul, x, w)), w);
        }
        assertEquals(2 * 40 * 40 * 8, Executable.compile(b.build(x)).peakBytes());
    }

    /** Results that the interpreter makes count too. */
    @Test
    void peakBytesCountEveryKindOfResult() {
        ProgramBuilder b = new ProgramBuilder("maximum");
        int x = b.input(TensorType.of(DType.F64, 30, 20));
        int low = b.scalar(DType.F64, -100);
        int m = b.emit(new Op.Reduce(Combiner.MAXIMUM, Ints.of(0)), x, low);
        assertEquals(20 * 8, Executable.compile(b.build(m)).peakBytes());
    }

    @Test
    void sumsOfManyProductsKeepFewOfThem() {
        ProgramBuilder b = new ProgramBuilder("sum of products");
        int w = b.input(TensorType.of(DType.F64, 10, 10));
        Op.DotGeneral matmul = new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0));
        int sum = b.emit(matmul, w, w);
        for (int i = 0; i < 1000; i++) {
            int factor = b.broadcast(b.scalar(DType.F64, i), b.shape(w), Ints.EMPTY);
            sum = b.add(sum, b.emit(matmul, w, b.multiply(w, factor)));
        }
        Program p = b.build(sum);
        long arrays = Executable.compile(p).peakBytes() / (10 * 10 * 8);
        assertTrue(arrays < 200, arrays + " arrays at once");
        List<Tensor> in = RandomPrograms.inputs(new Random(3), p);
        assertEquals(Interpreter.run(p, in), Executable.compile(p).run(in));
    }

    @Test
    void serialisedItIsTheProgramAndRunsAgain() throws IOException, ClassNotFoundException {
        Random random = new Random(1);
        Program program = RandomPrograms.program(random, DType.F64, new int[] {2, 3}, 20);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Executable.compile(program));
        }
        List<Tensor> in = RandomPrograms.inputs(random, program);
        try (ObjectInputStream stream =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(Interpreter.run(program, in), ((Executable) stream.readObject()).run(in));
        }
    }

    /** The exponential and the sum are there once for both functions and for other uses. */
    @Test
    void softmaxAndLogSumExpShareTheirExponentials() {
        ProgramBuilder b = new ProgramBuilder("p");
        int x = b.input(TensorType.of(DType.F64, 4, 7));
        int l = b.emit(new Op.LogSumExp(Ints.of(1)), x);
        int y = b.emit(new Op.Softmax(Ints.of(1)), x);
        Program p = b.build(l, b.multiply(y, b.unary(UnaryFunction.EXPONENTIAL, x)));
        assertEquals(
                List.of(
                        "exponential",
                        "constant",
                        "reduce",
                        "log",
                        "broadcast_in_dim",
                        "divide",
                        "multiply"),
                Lowering.of(p).equations().stream().map(e -> e.op().name()).toList());
        List<Tensor> in = RandomPrograms.inputs(new Random(3), p);
        assertEquals(Interpreter.run(p, in), Executable.compile(p).run(in));
    }

    @Test
    void inputsOfAnotherTypeAreRefused() {
        ProgramBuilder b = new ProgramBuilder("p");
        Executable e = Executable.compile(b.build(b.input(TensorType.of(DType.F64, 2))));
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> e.run(List.of(Tensor.scalar(1))))
                        .getMessage()
                        .contains("expected inputs [tensor<2xf64>], found [tensor<f64>]"));
    }
}
