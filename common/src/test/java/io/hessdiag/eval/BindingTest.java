package io.hessdiag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Op;
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

/** Arithmetic on operands where they lie has the interpreter's bits. */
class BindingTest {
    /** Whole strips of rows and not, one strip and many, rows of whole vectors and not. */
    private static final int[][] SHAPES = {
        {16, 32, 32}, {3, 64, 32}, {5, 7, 64}, {2, 9, 33}, {1, 3, 32}, {40, 16, 96}, {6, 32, 1}
    };

    private static final BinaryFunction[] FUNCTIONS = {
        BinaryFunction.ADD, BinaryFunction.SUBTRACT, BinaryFunction.MULTIPLY, BinaryFunction.DIVIDE
    };

    private static void assertSameBits(Program p) {
        List<Tensor> in = RandomPrograms.inputs(new Random(7), p);
        in.get(0).doubles()[0] = -0.0;
        assertEquals(Interpreter.run(p, in), Executable.compile(p).run(in));
    }

    /** An operand of a shape that is read in the {@code kind}-th way. */
    private static int operand(ProgramBuilder b, Shape shape, int kind) {
        int[] d = shape.toArray();
        return switch (kind) {
            case 0 -> b.input(new TensorType(DType.F64, shape));
            case 1 -> b.broadcast(input(b, d[0], d[1]), shape, Ints.of(0, 1));
            case 2 -> b.broadcast(input(b, d[0], d[2]), shape, Ints.of(0, 2));
            case 3 -> b.broadcast(input(b, d[1], d[2]), shape, Ints.of(1, 2));
            case 4 -> b.transpose(input(b, d[0], d[2], d[1]), Ints.of(0, 2, 1));
            case 5 -> b.broadcast(input(b, d[2]), shape, Ints.of(2));
            case 6 ->
                    b.emit(
                            new Op.Slice(
                                    Ints.of(1, 0, 2), Ints.of(d[0] + 1, d[1], d[2] + 2), ones()),
                            input(b, d[0] + 2, d[1], d[2] + 3));
            default -> b.broadcast(input(b, d[1]), shape, Ints.of(1));
        };
    }

    private static Ints ones() {
        return Ints.of(1, 1, 1);
    }

    private static int input(ProgramBuilder b, int... dims) {
        return b.input(TensorType.of(DType.F64, dims));
    }

    @Test
    void twoOperandsInAllWays() {
        for (int[] dims : SHAPES) {
            for (BinaryFunction f : FUNCTIONS) {
                ProgramBuilder b = new ProgramBuilder("pairs");
                List<Integer> out = new ArrayList<>();
                for (int x = 0; x < 8; x++) {
                    for (int y = 0; y < 8; y++) {
                        int l = operand(b, Shape.of(dims), x);
                        int r = operand(b, Shape.of(dims), y);
                        out.add(b.emit(new Op.Binary(f), l, r));
                    }
                }
                assertSameBits(b.build(out.stream().mapToInt(i -> i).toArray()));
            }
        }
    }

    /** Chains, some of whose results are needed outside, and sums over every axis. */
    @Test
    void chainsWithResultsAndSums() {
        Random random = new Random(3);
        for (int n = 0; n < 120; n++) {
            Shape shape = Shape.of(SHAPES[n % SHAPES.length]);
            ProgramBuilder b = new ProgramBuilder("chain");
            List<Integer> values = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                values.add(operand(b, shape, random.nextInt(8)));
            }
            List<Integer> out = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int x = values.get(random.nextInt(values.size()));
                int y = values.get(random.nextInt(values.size()));
                BinaryFunction f = FUNCTIONS[random.nextInt(FUNCTIONS.length)];
                int z = random.nextInt(5) == 0 ? b.negate(x) : b.emit(new Op.Binary(f), x, y);
                values.add(z);
                if (random.nextInt(3) == 0) {
                    out.add(z);
                }
                if (random.nextInt(3) == 0) {
                    out.add(b.sum(z, Ints.of(random.nextInt(3))));
                }
            }
            out.add(values.get(values.size() - 1));
            assertSameBits(b.build(out.stream().mapToInt(i -> i).toArray()));
        }
    }

    /** Σ x · y · z over the first axis, rows of which consist of rows that are read in place. */
    @Test
    void sumsOfThreeProductsInAllWays() {
        for (int[] dims : SHAPES) {
            for (int x = 0; x < 8; x++) {
                ProgramBuilder b = new ProgramBuilder("triples");
                List<Integer> out = new ArrayList<>();
                for (int y = 0; y < 8; y++) {
                    for (int z = 0; z < 8; z += 1 + y % 2) {
                        int first = operand(b, Shape.of(dims), x);
                        int second = operand(b, Shape.of(dims), y);
                        int third = operand(b, Shape.of(dims), z);
                        int product = b.multiply(b.multiply(first, second), third);
                        out.add(b.sum(product, Ints.of(0)));
                    }
                }
                assertSameBits(b.build(out.stream().mapToInt(i -> i).toArray()));
            }
        }
    }

    @Test
    void emptyTransposes() {
        for (int[] dims : new int[][] {{2, 0, 5}, {2, 5, 0}, {0, 3, 5}}) {
            ProgramBuilder b = new ProgramBuilder("empty");
            int x = b.transpose(input(b, dims), Ints.of(0, 2, 1));
            Program p = b.build(b.add(x, x));
            List<Tensor> in = RandomPrograms.inputs(new Random(7), p);
            assertEquals(Interpreter.run(p, in), Executable.compile(p).run(in));
        }
    }

    private static Reach reach(int strip, View v) {
        return Reach.of(v, strip).orElseThrow();
    }

    @Test
    void rowsAreReadInPlace() {
        TensorType t = TensorType.of(DType.F64, 16, 32, 32);
        View numbers = new View(0, t, 0, Ints.of(32, 1, 0));
        assertTrue(reach(512, numbers).isNumbers());
        assertEquals(16, reach(512, numbers).at(512));
        View rows = new View(0, t, 5, Ints.of(32, 0, 1));
        assertEquals(0, reach(512, rows).stride());
        assertEquals(5 + 32, reach(512, rows).at(1024));
        assertEquals(0, reach(512, new View(0, t, 0, Ints.of(1024, 32, 1))).width());
    }

    @Test
    void transposesAndUnevenRowsAreNot() {
        TensorType t = TensorType.of(DType.F64, 16, 32, 32);
        assertFalse(Reach.of(new View(0, t, 0, Ints.of(1024, 1, 32)), 1024).isPresent());
        TensorType uneven = TensorType.of(DType.F64, 16, 31, 32);
        assertFalse(Reach.of(new View(0, uneven, 0, Ints.of(32, 0, 1)), 512).isPresent());
        TensorType odd = TensorType.of(DType.F64, 16, 32, 33);
        assertFalse(Reach.of(new View(0, odd, 0, Ints.of(32, 1, 0)), 528).isPresent());
    }
}
