package io.hessdiag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProductSumTest {
    private static final int[][] SHAPES = {
        {3, 10, 64}, {7, 50, 512}, {4, 17, 600}, {1, 1, 32}, {5, 33, 40}, {2, 100, 48}
    };

    private final ProgramBuilder b = new ProgramBuilder("sum");

    /** How many nodes the sums of products replace in all steps; the interpreter's bits. */
    private static int replaced(Program p) {
        List<Tensor> in = RandomPrograms.inputs(new Random(5), p);
        in.get(0).doubles()[0] = -0.0;
        assertEquals(Interpreter.run(p, in), Executable.compile(p).run(in));
        Graph graph = Graph.of(p);
        int nodes = 0;
        for (List<Node> step : Schedule.of(graph)) {
            nodes +=
                    ProductSum.among(
                                    step,
                                    r -> graph.outputs().stream().anyMatch(v -> v.root() == r))
                            .values()
                            .stream()
                            .mapToInt(s -> s.made().size())
                            .sum();
        }
        return nodes;
    }

    private static Program squares(int[] dims, boolean isComputed, int... weightAxes) {
        ProgramBuilder b = new ProgramBuilder("squares");
        Shape shape = Shape.of(dims);
        int x = b.input(new TensorType(DType.F64, shape));
        int w = b.input(new TensorType(DType.F64, shape.pick(Ints.of(weightAxes))));
        int y = isComputed ? b.negate(x) : x;
        int scaled = b.multiply(b.broadcast(w, shape, Ints.of(weightAxes)), y);
        List<Integer> out = new ArrayList<>(List.of(b.sum(b.multiply(scaled, y), Ints.of(1))));
        if (isComputed) {
            out.add(y);
        }
        return b.build(out.stream().mapToInt(i -> i).toArray());
    }

    @Test
    void weightedSquaresOfAnArrayAndOfAStrip() {
        for (int[] dims : SHAPES) {
            for (boolean isComputed : new boolean[] {false, true}) {
                assertEquals(2, replaced(squares(dims, isComputed, 0, 1)));
                assertEquals(2, replaced(squares(dims, isComputed, 1)));
                assertEquals(2, replaced(squares(dims, isComputed, 0)));
                assertEquals(2, replaced(squares(dims, isComputed)));
            }
        }
    }

    /** Weights that differ along a row are one of three factors. */
    @Test
    void weightsWithinRows() {
        for (int[] dims : SHAPES) {
            assertEquals(2, replaced(squares(dims, false, 0, 2)));
            assertEquals(2, replaced(squares(dims, true, 0, 2)));
        }
    }

    /** One number per row is no array of its own, whichever factors it goes with. */
    @Test
    void weightedProductsOfTwoFactors() {
        for (int[] dims : SHAPES) {
            ProgramBuilder c = new ProgramBuilder("weighted");
            int x = c.input(TensorType.of(DType.F64, dims));
            int y = c.input(TensorType.of(DType.F64, dims));
            int w = c.input(TensorType.of(DType.F64, dims[0], dims[1]));
            int wide = c.broadcast(w, c.shape(x), Ints.of(0, 1));
            int z = c.negate(y);
            int first = c.sum(c.multiply(c.multiply(wide, x), y), Ints.of(1));
            int second = c.sum(c.multiply(y, c.multiply(z, wide)), Ints.of(0, 1));
            assertEquals(4, replaced(c.build(first, second, z)));
        }
    }

    @Test
    void productsOfThreeFactors() {
        for (int[] dims : SHAPES) {
            ProgramBuilder c = new ProgramBuilder("products");
            int x = c.input(TensorType.of(DType.F64, dims));
            int y = c.input(TensorType.of(DType.F64, dims));
            int z = c.add(x, y);
            int first = c.sum(c.multiply(c.multiply(x, y), z), Ints.of(1));
            int second = c.sum(c.multiply(y, c.multiply(z, c.negate(x))), Ints.of(1));
            assertEquals(4, replaced(c.build(first, second, z)));
        }
    }

    @Test
    void productsOfTwoFactors() {
        for (int[] dims : SHAPES) {
            ProgramBuilder c = new ProgramBuilder("products");
            int x = c.input(TensorType.of(DType.F64, dims));
            int y = c.input(TensorType.of(DType.F64, dims));
            int z = c.add(x, y);
            int first = c.sum(c.multiply(x, y), Ints.of(1));
            int second = c.sum(c.multiply(z, y), Ints.of(1));
            int third = c.sum(c.multiply(z, z), Ints.of(0, 1));
            assertEquals(3, replaced(c.build(first, second, third, z)));
        }
    }

    @Test
    void whatOthersReadIsWritten() {
        int x = b.input(TensorType.of(DType.F64, 4, 10, 64));
        int w = b.input(TensorType.of(DType.F64, 4, 10));
        int scaled = b.multiply(b.broadcast(w, b.shape(x), Ints.of(0, 1)), x);
        int squares = b.multiply(scaled, x);
        int again = b.multiply(scaled, squares);
        int sum = b.sum(squares, Ints.of(1));
        assertEquals(0, replaced(b.build(sum, b.sum(b.negate(again), Ints.of(1)))));
    }

    @Test
    void anOutputIsWritten() {
        int x = b.input(TensorType.of(DType.F64, 4, 10, 64));
        int squares = b.multiply(x, x);
        assertEquals(0, replaced(b.build(b.sum(squares, Ints.of(1)), squares)));
    }
}
