package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Location;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RebatchTest {
    private static final int N = 5;
    private static final Location SUM = new Location("loss.mlir", 9, 5);

    /** mean((x·w − y)²) + Σw² with x time first: [2, N, 3], in rows of all steps' examples. */
    private static Program loss(DType dtype) {
        ProgramBuilder b = new ProgramBuilder("loss");
        int w = b.input(TensorType.of(dtype, 3));
        int x = b.input(TensorType.of(dtype, 2, N, 3));
        int y = b.input(TensorType.of(dtype, N, 2));
        int rows = b.reshape(x, Shape.of(2 * N, 3));
        Op product = new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0));
        int z = b.reshape(b.emit(product, rows, w), Shape.of(2, N));
        int error = b.subtract(b.transpose(z, Ints.of(1, 0)), y);
        b.at(SUM);
        int sum = Programs.total(b, b.multiply(error, error));
        b.at(null);
        int mean = b.divide(sum, b.scalar(dtype, N));
        return b.build(b.add(mean, Programs.total(b, b.multiply(w, w))));
    }

    private static List<Tensor> arguments(Program loss) {
        return Programs.random(new Random(1), loss.inputTypes());
    }

    private static Separable separable(Program loss) {
        return ExampleAxes.find(loss, 1).separable().orElseThrow();
    }

    @Test
    void programsAndAxesAreThoseOfTheBlock() {
        Separable s = Blocks.check(loss(DType.F64), 1, arguments(loss(DType.F64)));
        assertEquals(N, s.examples());
        assertEquals(1, s.parameters());
        assertEquals(List.of(ExampleAxis.whole(1), ExampleAxis.whole(0)), s.dataAxes());
        assertEquals(new ExampleAxis(0, 2, 1), s.axis(3).orElseThrow(), "rows");
        Rebatch block = Rebatch.of(s, 3);
        assertEquals(
                List.of(
                        TensorType.of(DType.F64, 3),
                        TensorType.of(DType.F64, 2, 3, 3),
                        TensorType.of(DType.F64, 3, 2),
                        TensorType.of(DType.F64, 3)),
                block.program().inputTypes());
        for (Equation e : block.program().equations()) {
            for (int v : e.outputs().toArray()) {
                Shape shape = block.program().shape(v);
                int size = block.axis(v).map(a -> shape.dim(a.axis()) / a.size(1)).orElse(3);
                assertEquals(3, size, e.toString());
            }
        }
        assertEquals(
                List.of(TensorType.of(DType.F64, 3)), s.remainder().orElseThrow().inputTypes());
        assertEquals(List.of(), s.prelude().outputTypes());
    }

    @Test
    void placesAreKept() {
        Rebatch block = Rebatch.of(separable(loss(DType.F64)), 2);
        Equation sum =
                block.program().equations().stream()
                        .filter(e -> e.op().equals(new Op.Reduce(Combiner.ADD, Ints.of(0, 1))))
                        .findFirst()
                        .orElseThrow();
        assertEquals(SUM, sum.location());
    }

    @Test
    void lastBlocksRepeatTheLastExampleWithoutWeight() {
        Program loss = loss(DType.F64);
        List<Tensor> all = arguments(loss);
        List<Tensor> block = Rebatch.of(separable(loss), 3).arguments(all, List.of(), 3);
        assertEquals(all.get(0), block.get(0));
        assertEquals(Tensor.of(Shape.of(3), 1, 1, 0), block.get(3));
        int[] examples = {3, 4, 4};
        for (int t = 0; t < 2; t++) {
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    assertEquals(
                            all.get(1).get((t * N + examples[i]) * 3 + k),
                            block.get(1).get((t * 3 + i) * 3 + k));
                }
                assertEquals(all.get(2).get(2 * examples[i] + t), block.get(2).get(2 * i + t));
            }
        }
    }

    /** Data of another number of examples, in the scale of the exported mean. */
    @Test
    void moreDataThanTheProgramIsFor() {
        Program loss = loss(DType.F64);
        Separable s = separable(loss);
        int more = 8;
        Random random = new Random(2);
        Tensor w = Programs.random(random, Shape.of(3));
        Tensor x = Programs.random(random, Shape.of(2, more, 3));
        Tensor y = Programs.random(random, Shape.of(more, 2));
        Rebatch blocks = Rebatch.of(s, 3);
        assertEquals(3, blocks.blocks(more));
        double sum = 0;
        for (int i = 0; i < blocks.blocks(more); i++) {
            List<Tensor> in = blocks.arguments(List.of(w, x, y), List.of(), 3 * i);
            sum += Interpreter.run(blocks.program(), in).get(0).get(0);
        }
        double expected = 0;
        for (int n = 0; n < more; n++) {
            for (int t = 0; t < 2; t++) {
                double z = -y.get(2 * n + t);
                for (int k = 0; k < 3; k++) {
                    z += w.get(k) * x.get((t * more + n) * 3 + k);
                }
                expected += z * z / N;
            }
        }
        assertEquals(expected, sum, 1e-13 * expected);
    }

    @Test
    void weightsAreOfTheLosssType() {
        Separable s = separable(loss(DType.F32));
        Rebatch block = Rebatch.of(s, 2);
        assertEquals(TensorType.of(DType.F32, 2), block.program().inputTypes().get(3));
        assertEquals(List.of(TensorType.of(DType.F32)), block.program().outputTypes());
        List<Tensor> in = block.arguments(arguments(loss(DType.F32)), List.of(), 4);
        assertEquals(DType.F32, in.get(3).dtype());
        assertEquals(1, Interpreter.run(block.program(), in).size());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Program loss = loss(DType.F64);
        Separable s = separable(loss);
        assertEquals(
                "loss: expected a positive number of examples, found 0",
                assertThrows(IllegalArgumentException.class, () -> Rebatch.of(s, 0)).getMessage());
        Rebatch block = Rebatch.of(s, 2);
        List<Tensor> all = arguments(loss);
        assertEquals(
                "loss_block: expected 3 arguments and derived values, found 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> block.arguments(all.subList(0, 2), List.of(), 0))
                        .getMessage());
        List<Tensor> uneven = new ArrayList<>(all);
        uneven.set(2, Tensor.of(Shape.of(4, 2), new double[8]));
        assertEquals(
                "loss_block: argument 2: expected 5 examples, found 4 in tensor<4x2xf64>",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> block.arguments(uneven, List.of(), 0))
                        .getMessage());
    }

    @Test
    void axesThatDoNotFitAreRefused() {
        Program loss = loss(DType.F64);
        String[] messages = {
            "loss: expected 2 example axes, found [1]",
            "loss: example axis of data argument 1: expected an axis of tensor<5x2xf64> or -1,"
                    + " found 2",
            "loss: data argument 1: expected 5 examples along axis 1, found 2",
            "loss: expected two or more examples along the axes [-1, -1]"
        };
        Ints[] axes = {Ints.of(1), Ints.of(1, 2), Ints.of(1, 1), Ints.of(-1, -1)};
        for (int i = 0; i < axes.length; i++) {
            Ints given = axes[i];
            assertEquals(
                    messages[i],
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> ExampleAxes.find(loss, 1, given))
                            .getMessage());
        }
        ProgramBuilder b = new ProgramBuilder("field");
        Program field = b.build(b.input(TensorType.of(DType.F64, 3)));
        assertEquals(
                "field: expected one scalar float result, found [tensor<3xf64>]",
                assertThrows(IrException.class, () -> ExampleAxes.find(field, 1)).getMessage());
    }

    /** A mask's sum is the same for all blocks, a noise of one's own for every example is cut. */
    @Test
    void derivedValuesAreThoseThatNeedAllData() {
        ProgramBuilder b = new ProgramBuilder("loss");
        int w = b.input(TensorType.of(DType.F64, 3));
        int x = b.input(TensorType.of(DType.F64, N, 3));
        int mask = b.input(TensorType.of(DType.F64, N));
        Op product = new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0));
        int noise = b.constant(Programs.random(new Random(3), Shape.of(N)));
        int z = b.add(b.unary(UnaryFunction.TANH, b.emit(product, x, w)), noise);
        int mean = b.divide(Programs.total(b, b.multiply(mask, z)), Programs.total(b, mask));
        Program loss = b.build(mean);
        List<Tensor> all = Programs.random(new Random(4), loss.inputTypes());
        Separable s = Blocks.check(loss, 1, all);
        assertEquals(
                List.of(
                        ExampleAxis.whole(0),
                        ExampleAxis.whole(0),
                        ExampleAxis.NONE,
                        ExampleAxis.whole(0)),
                s.dataAxes());
        assertEquals(
                List.of(TensorType.of(DType.F64), TensorType.of(DType.F64, N)),
                s.prelude().outputTypes());
    }

    /** Shared all the same, as size 3 is also that of another argument's features. */
    @Test
    void anAxisIsChosenForWhichTheProofSucceeds() {
        ProgramBuilder b = new ProgramBuilder("loss");
        int w = b.input(TensorType.of(DType.F64, 3));
        int x = b.input(TensorType.of(DType.F64, 3, 3));
        int centre = b.input(TensorType.of(DType.F64, 3));
        int y = b.input(TensorType.of(DType.F64, 3));
        Shape square = Shape.of(3, 3);
        int scaled = b.multiply(x, b.broadcast(w, square, Ints.of(1)));
        int moved = b.subtract(scaled, b.broadcast(centre, square, Ints.of(1)));
        int error = b.subtract(b.sum(b.unary(UnaryFunction.TANH, moved), Ints.of(1)), y);
        Program loss = b.build(Programs.total(b, b.multiply(error, error)));
        List<Tensor> all = Programs.random(new Random(5), loss.inputTypes());
        Blocks.check(loss, 1, all);
        assertEquals(Ints.of(0, -1, 0), ExampleAxes.find(loss, 1).axes());
    }

    /** Thousands of equations: neither the analysis nor serialisation goes deep. */
    @Test
    void longProgramsAreNoMatterOfDepth() {
        ProgramBuilder b = new ProgramBuilder("loss");
        int w = b.input(TensorType.of(DType.F64));
        int x = b.input(TensorType.of(DType.F64, N));
        int y = x;
        int bias = b.broadcast(w, Shape.of(N), Ints.EMPTY);
        for (int i = 0; i < 5_000; i++) {
            bias = b.unary(UnaryFunction.SINE, bias);
            y = b.add(b.unary(UnaryFunction.TANH, y), bias);
        }
        Program loss = b.build(Programs.total(b, y));
        Separable s = Blocks.copy(separable(loss));
        List<Tensor> all = Programs.random(new Random(6), loss.inputTypes());
        Rebatch each = Rebatch.of(s, 1);
        double sum =
                IntStream.range(0, N)
                        .mapToDouble(
                                i ->
                                        Interpreter.run(
                                                        ProgramChecker.check(each.program()),
                                                        each.arguments(all, List.of(), i))
                                                .get(0)
                                                .get(0))
                        .sum();
        assertEquals(Interpreter.run(loss, all).get(0).get(0), sum, 1e-13 * Math.abs(sum));
    }
}
