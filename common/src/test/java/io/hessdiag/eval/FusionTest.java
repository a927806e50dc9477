package io.hessdiag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What runs fused has the interpreter's bits. */
class FusionTest {
    private static void assertSameBits(Program p) {
        ProgramChecker.check(p);
        List<Tensor> in = RandomPrograms.inputs(new Random(7), p);
        Executable e = Executable.compile(p);
        Workspace workspace = new Workspace();
        List<Tensor> expected = Interpreter.run(p, in);
        assertEquals(expected, e.run(in, workspace), p.toString());
        assertEquals(expected, e.run(in, workspace), p.toString());
    }

    /** Sums of every run of axes, of squares, where rows and sums do and do not fill strips. */
    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void sumsOverAnyNeighbouringAxes(DType dtype) {
        int[][] shapes = {
            {3, 10, 64},
            {2, 100, 7},
            {5, 1, 3},
            {1, 33, 1},
            {7, 50, 512},
            {4, 17, 600},
            {1, 1, 1},
            {40, 3, 2000},
            {2, 16, 16},
            {300, 2, 2},
            {9, 31, 5}
        };
        for (int[] shape : shapes) {
            for (int[] dims : new int[][] {{0}, {1}, {2}, {0, 1}, {1, 2}, {0, 1, 2}}) {
                ProgramBuilder b = new ProgramBuilder("sums");
                int x = b.input(TensorType.of(dtype, shape));
                int y = b.input(TensorType.of(dtype, shape));
                int square = b.multiply(x, y);
                assertSameBits(b.build(b.sum(square, Ints.of(dims))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void sumsOverSeveralAxesOfOneValue(DType dtype) {
        ProgramBuilder b = new ProgramBuilder("sums");
        int x = b.input(TensorType.of(dtype, 6, 10, 12));
        int v = b.input(TensorType.of(dtype, 6, 10));
        int y = b.multiply(x, b.broadcast(v, b.shape(x), Ints.of(0, 1)));
        assertSameBits(
                b.build(
                        b.sum(y, Ints.of(0)),
                        b.sum(y, Ints.of(1)),
                        b.sum(y, Ints.of(2)),
                        b.sum(y, Ints.of(0, 1)),
                        y));
    }

    /** Broadcasts, repetitions and transposes of every kind, over rows shorter than a strip. */
    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void operandsReadInPlace(DType dtype) {
        for (int n : new int[] {1, 2, 3, 4, 5, 8, 10, 23, 25, 32, 64, 70}) {
            for (int m : new int[] {1, 3, 4, 7, 32, 33}) {
                ProgramBuilder b = new ProgramBuilder("views");
                int x = b.input(TensorType.of(dtype, 9, m, n));
                Shape s = b.shape(x);
                int rows = b.input(TensorType.of(dtype, 9, m));
                int outer = b.input(TensorType.of(dtype, 9, n));
                int last = b.input(TensorType.of(dtype, n));
                int table = b.input(TensorType.of(dtype, n, m));
                int flipped = b.input(TensorType.of(dtype, 9, n, m));
                int turned = b.input(TensorType.of(dtype, m, n, 9));
                int y = b.add(x, b.broadcast(rows, s, Ints.of(0, 1)));
                y = b.multiply(y, b.broadcast(outer, s, Ints.of(0, 2)));
                y = b.add(y, b.broadcast(last, s, Ints.of(2)));
                y = b.multiply(y, b.broadcast(b.transpose(table, Ints.of(1, 0)), s, Ints.of(1, 2)));
                y = b.add(y, b.transpose(flipped, Ints.of(0, 2, 1)));
                y = b.multiply(y, b.transpose(turned, Ints.of(2, 0, 1)));
                assertSameBits(b.build(y, b.sum(y, Ints.of(1))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void foldedWindowsOfMovedOperands(DType dtype) {
        WindowSpec[] specs = {
            new WindowSpec(Ints.of(1), Ints.of(3), Ints.of(1), Ints.of(1)),
            new WindowSpec(Ints.of(0, 1, 2), Ints.of(2, 3, 4), Ints.of(1, 1, 1), Ints.of(2, 1, 1)),
            new WindowSpec(Ints.of(0, 2), Ints.of(2, 1), Ints.of(2, 1), Ints.of(1, 1)),
            new WindowSpec(Ints.of(1, 2), Ints.of(9, 2), Ints.of(1, 3), Ints.of(1, 2)),
        };
        for (int[] dims : new int[][] {{5, 6, 4}, {3, 3, 7}, {4, 9, 5}}) {
            for (WindowSpec w : specs) {
                ProgramBuilder b = new ProgramBuilder("fold");
                Shape shape = w.windows(Shape.of(dims));
                Ints last = Ints.range(1, shape.rank()).append(0);
                Ints back = Ints.of(shape.rank() - 1).concat(Ints.range(shape.rank() - 1));
                int x = b.input(new TensorType(dtype, shape));
                int y = b.input(new TensorType(dtype, shape.pick(last)));
                assertSameBits(
                        b.build(
                                b.emit(new Op.FoldWindows(w, Shape.of(dims)), x),
                                b.emit(
                                        new Op.FoldWindows(w, Shape.of(dims)),
                                        b.transpose(b.negate(y), back))));
            }
        }
    }

    /** Clamp writes its result before its last operand is read; a square reads one twice. */
    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void locationsAreUsedAgain(DType dtype) {
        ProgramBuilder b = new ProgramBuilder("locations");
        int x = b.input(TensorType.of(dtype, 7, 300));
        int y = b.input(TensorType.of(dtype, 7, 300));
        int low = b.negate(b.unary(UnaryFunction.ABS, x));
        int high = b.unary(UnaryFunction.ABS, y);
        int z = b.emit(new Op.Clamp(), low, b.multiply(x, y), high);
        for (int i = 0; i < 20; i++) {
            z = b.add(b.multiply(z, z), b.multiply(i % 2 == 0 ? x : low, y));
        }
        assertSameBits(b.build(z, b.sum(z, Ints.of(0)), b.sum(high, Ints.of(1))));
    }

    /** Predicates as numbers, and choices by them. */
    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void predicatesAsNumbers(DType dtype) {
        ProgramBuilder b = new ProgramBuilder("predicates");
        int x = b.input(TensorType.of(dtype, 13, 70));
        int y = b.input(TensorType.of(dtype, 13, 70));
        int p = b.compare(Comparison.GT, x, y);
        assertSameBits(b.build(b.multiply(b.convert(p, dtype), x), b.select(p, x, y)));
    }
}
