package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.integers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Derivatives where functions have none, or where a rule's formula divides by zero: JAX's values.
 */
class KinksTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** The gradient of a scalar function of scalars. */
    private static double[] gradient(Program f, double... x) {
        List<Tensor> in = Arrays.stream(x).mapToObj(Tensor::scalar).toList();
        List<Tensor> out = Interpreter.run(Plain.gradient(f), in);
        return out.subList(1, out.size()).stream().mapToDouble(t -> t.get(0)).toArray();
    }

    /** The gradient of a scalar function of one vector. */
    private static double[] slopes(Program f, double... x) {
        return Interpreter.run(Plain.gradient(f), List.of(vector(x))).get(1).doubles();
    }

    /** The Hessian's diagonal for one vector. */
    private static double[] curvatures(Program f, double... x) {
        return Plain.diagonal(Plain.gradient(f), 0, List.of(vector(x)));
    }

    private static Tensor vector(double... x) {
        return Tensor.of(Shape.of(x.length), x);
    }

    private static double second(Program f, double x) {
        return Plain.diagonal(Plain.gradient(f), 0, List.of(Tensor.scalar(x)))[0];
    }

    private static Program unary(UnaryFunction f) {
        return Programs.of((b, x) -> b.unary(f, x[0]), Shape.SCALAR);
    }

    private static Program binary(BinaryFunction f) {
        return Programs.of((b, x) -> b.binary(f, x[0], x[1]), Shape.SCALAR, Shape.SCALAR);
    }

    @ParameterizedTest
    @CsvSource({
        "MAXIMUM, 2, 2, 0.5, 0.5", "MAXIMUM, 2, 1, 1, 0", "MAXIMUM, 1, 2, 0, 1",
        "MAXIMUM, 0.0, -0.0, 0.5, 0.5", "MINIMUM, 2, 2, 0.5, 0.5", "MINIMUM, 1, 2, 1, 0",
        "MINIMUM, 2, 1, 0, 1"
    })
    void tiesOfTwoSplitInHalves(BinaryFunction f, double x, double y, double dx, double dy) {
        assertArrayEquals(new double[] {dx, dy}, gradient(binary(f), x, y));
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, 0, 0",
        "RELU, -0.0, 0",
        "ABS, 0, 0",
        "ABS, -0.0, 0",
        "SIGN, 0, 0",
        "FLOOR, 2, 0",
        "SQUARE, 0, 0",
        "STOP_GRADIENT, 3, 0"
    })
    void slopeAtTheKink(UnaryFunction f, double x, double slope) {
        assertEquals(slope, Math.abs(gradient(unary(f), x)[0]));
        assertEquals(f == UnaryFunction.SQUARE ? 2 : 0, Math.abs(second(unary(f), x)));
    }

    /** Order of the gradient: lower bound, x, upper bound. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 1, 0, 1, 0",
        "0, -1, 1, 1, 0, 0",
        "0, 2, 1, 0, 0, 1",
        "0, 0, 1, 0, 0, 0",
        "0, 1, 1, 0, 0, 0",
        "2, 0, 1, 0, 0, 0",
        "2, 3, 1, 0, 0, 1"
    })
    void clamp(double low, double x, double high, double dLow, double dx, double dHigh) {
        Program f =
                Programs.of(
                        (b, in) -> b.emit(new Op.Clamp(), in),
                        Shape.SCALAR,
                        Shape.SCALAR,
                        Shape.SCALAR);
        assertArrayEquals(new double[] {dLow, dx, dHigh}, gradient(f, low, x, high));
    }

    @Test
    void scalarBoundsOfAClampGetTheSumOverItsElements() {
        Program f =
                Programs.of(
                        (b, x) -> Programs.total(b, b.emit(new Op.Clamp(), x)),
                        Shape.SCALAR,
                        Shape.of(5),
                        Shape.SCALAR);
        List<Tensor> g =
                Interpreter.run(
                        Plain.gradient(f),
                        List.of(Tensor.scalar(0), vector(-3, -1, 0.5, 0.7, 4), Tensor.scalar(1)));
        assertEquals(2, g.get(1).get(0));
        assertArrayEquals(new double[] {0, 0, 1, 1, 0}, g.get(2).doubles());
        assertEquals(1, g.get(3).get(0));
    }

    private static Program reduced(Combiner c, double init, int n) {
        return Programs.of((b, x) -> Programs.reduce(b, c, x[0], init, 0), Shape.of(n));
    }

    @Test
    void extremesAverageOverTheirTies() {
        assertArrayEquals(
                new double[] {0, 0.5, 0.5, 0},
                slopes(reduced(Combiner.MAXIMUM, -INF, 4), 1, 3, 3, 2));
        assertArrayEquals(
                new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3},
                slopes(reduced(Combiner.MINIMUM, INF, 3), 5, 5, 5));
        assertArrayEquals(new double[3], curvatures(reduced(Combiner.MINIMUM, INF, 3), 5, 5, 5));
    }

    @Test
    void anExtremeThatTheInitialValueWinsHasSlopeZero() {
        assertArrayEquals(new double[2], slopes(reduced(Combiner.MAXIMUM, 7, 2), 1, 3));
    }

    @Test
    void theInitialValueOfAnExtremeHasItsShareToo() {
        Program f =
                Programs.of(
                        (b, x) -> b.emit(new Op.Reduce(Combiner.MAXIMUM, Ints.of(0)), x),
                        Shape.of(2),
                        Shape.SCALAR);
        Program gradient = Plain.gradient(f);
        List<Tensor> won = Interpreter.run(gradient, List.of(vector(1, 3), Tensor.scalar(7)));
        assertArrayEquals(new double[] {0, 0}, won.get(1).doubles());
        assertEquals(1, won.get(2).get(0));
        List<Tensor> lost = Interpreter.run(gradient, List.of(vector(1, 3), Tensor.scalar(2)));
        assertArrayEquals(new double[] {0, 1}, lost.get(1).doubles());
        assertEquals(0, lost.get(2).get(0));
    }

    @Test
    void productsWithZerosHaveExactDerivatives() {
        Program product = reduced(Combiner.MULTIPLY, 1, 3);
        assertArrayEquals(new double[] {6, 0, 0}, slopes(product, 0, 2, 3));
        assertArrayEquals(new double[] {0, 0, 0}, slopes(product, 0, 0, 3));
        assertArrayEquals(new double[] {15, 10, 6}, slopes(product, 2, 3, 5));
        Program squared =
                Programs.of(
                        (b, x) ->
                                b.unary(
                                        UnaryFunction.SQUARE,
                                        Programs.reduce(b, Combiner.MULTIPLY, x[0], 1, 0)),
                        Shape.of(3));
        assertArrayEquals(new double[] {72, 0, 0}, curvatures(squared, 0, 2, 3));
        assertArrayEquals(new double[] {0, 0, 0}, curvatures(squared, 0, 0, 3));
        Program twice =
                Programs.of(
                        (b, x) ->
                                Programs.reduce(
                                        b,
                                        Combiner.MULTIPLY,
                                        b.emit(new Op.Concatenate(0), x[0], x[0]),
                                        1,
                                        0),
                        Shape.of(3));
        assertArrayEquals(new double[] {72, 0, 0}, curvatures(twice, 0, 2, 3));
    }

    @Test
    void productsOverEveryCountAndAxis() {
        for (int n = 1; n <= 9; n++) {
            double[] x = IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
            double all = Arrays.stream(x).reduce(1, (s, t) -> s * t);
            double[] expected = Arrays.stream(x).map(v -> all / v).toArray();
            assertArrayEquals(expected, slopes(reduced(Combiner.MULTIPLY, 1, n), x), 1e-9);
        }
        Program columns =
                Programs.of(
                        (b, x) ->
                                Programs.total(
                                        b, Programs.reduce(b, Combiner.MULTIPLY, x[0], 1, 0, 2)),
                        Shape.of(2, 2, 2));
        List<Tensor> in = List.of(Tensor.of(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8));
        assertArrayEquals(
                new double[] {60, 30, 224, 168, 12, 10, 96, 84},
                Interpreter.run(Plain.gradient(columns), in).get(1).doubles());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "0, 1, 1, 0",
        "0, 2, 0, 2",
        "0, 3, 0, 0",
        "-2, 0, 0, 0",
        "-2, 1, 1, 0",
        "-2, 2, -4, 2",
        "-2, 3, 12, -12",
        "-2, -1, -0.25, -0.25",
        "-1, -2, 2, 6"
    })
    void powersOfZeroAndOfNegativeNumbers(double x, double y, double first, double second) {
        Program f =
                Programs.of(
                        (b, in) -> b.binary(BinaryFunction.POWER, in[0], b.scalar(DType.F64, y)),
                        Shape.SCALAR);
        assertEquals(first, gradient(f, x)[0]);
        assertEquals(second, second(f, x));
    }

    @Test
    void exponentsOfZeroHaveSlopeZero() {
        assertArrayEquals(new double[] {0, 0}, gradient(binary(BinaryFunction.POWER), 0, 2));
        assertArrayEquals(
                new double[] {12, 8 * Math.log(2)},
                gradient(binary(BinaryFunction.POWER), 2, 3),
                1e-14);
    }

    /** What JAX prints for logaddexp(x, y). */
    private static int printed(ProgramBuilder b, int x, int y) {
        int d = b.subtract(x, y);
        int tail =
                b.unary(
                        UnaryFunction.LOG_PLUS_ONE,
                        b.unary(
                                UnaryFunction.EXPONENTIAL,
                                b.negate(b.unary(UnaryFunction.ABS, d))));
        return b.select(
                b.compare(Comparison.NE, d, d),
                b.add(x, y),
                b.add(b.binary(BinaryFunction.MAXIMUM, x, y), tail));
    }

    @Test
    void theCurvatureOfLogaddexpOfEqualOperandsIsAQuarter() {
        Program softplus =
                Rewrites.simplify(
                        Programs.of((b, x) -> printed(b, x[0], b.fullLike(x[0], 0)), Shape.SCALAR));
        assertEquals(0.5, gradient(softplus, 0)[0]);
        assertEquals(0.25, second(softplus, 0));
        Program two =
                Rewrites.simplify(
                        Programs.of((b, x) -> printed(b, x[0], x[1]), Shape.SCALAR, Shape.SCALAR));
        assertArrayEquals(new double[] {0.5, 0.5}, gradient(two, 3, 3));
        List<Tensor> at = List.of(Tensor.scalar(3), Tensor.scalar(3));
        assertEquals(0.25, Plain.diagonal(Plain.gradient(two), 0, at)[0]);
        assertEquals(0.25, Plain.diagonal(Plain.gradient(two), 1, at)[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "Infinity, 1, 1, 0",
        "1, Infinity, 0, 1",
        "-Infinity, 1, 0, 1",
        "1, -Infinity, 1, 0",
        "Infinity, Infinity, 0.5, 0.5",
        "-Infinity, -Infinity, 0.5, 0.5",
        "Infinity, -Infinity, 1, 0"
    })
    void logaddexpOfInfinities(double x, double y, double dx, double dy) {
        Program f = binary(BinaryFunction.LOGADDEXP);
        assertArrayEquals(new double[] {dx, dy}, gradient(f, x, y));
        List<Tensor> at = List.of(Tensor.scalar(x), Tensor.scalar(y));
        assertEquals(0, Plain.diagonal(Plain.gradient(f), 0, at)[0]);
        assertEquals(0, Plain.diagonal(Plain.gradient(f), 1, at)[0]);
    }

    @ParameterizedTest
    @CsvSource({"true, 0, 1, 0, 0", "false, 1, 0, 0, 0"})
    void theValueOfAnArgmaxMovesWithItsFirstWinner(
            boolean max, double d0, double d1, double d2, double d3) {
        Program f =
                Programs.of(
                        (b, x) -> {
                            TensorType index = TensorType.of(DType.I64, 4);
                            return b.emit(
                                    new Op.ArgReduce(max, 0),
                                    x[0],
                                    b.emit(new Op.Iota(index, 0)),
                                    b.scalar(DType.F64, max ? -INF : INF),
                                    b.scalar(DType.I64, 0));
                        },
                        Shape.of(4));
        double[] x = max ? new double[] {1, 3, 3, 2} : new double[] {1, 3, 1, 2};
        assertArrayEquals(new double[] {d0, d1, d2, d3}, slopes(f, x));
    }

    @Test
    void theInitialValueOfAnArgmaxIsRefused() {
        Program f =
                Programs.of(
                        (b, x) ->
                                b.emit(
                                        new Op.ArgReduce(true, 0),
                                        x[0],
                                        b.emit(new Op.Iota(TensorType.of(DType.I64, 2), 0)),
                                        x[1],
                                        b.scalar(DType.I64, 0)),
                        Shape.of(2),
                        Shape.SCALAR);
        assertEquals(
                "argmax: no derivative with respect to its initial value",
                assertThrows(IrException.class, () -> Plain.gradient(f)).getMessage());
    }

    private static Program scatter(Combiner c, boolean unique, long... indices) {
        Tensor at = integers(Shape.of(indices.length), indices);
        ScatterDims dims = new ScatterDims(Ints.EMPTY, Ints.of(0), Ints.of(0), 1);
        return Programs.of(
                (b, x) ->
                        Programs.total(
                                b,
                                b.emit(
                                        new Op.Scatter(dims, c, unique),
                                        x[0],
                                        b.constant(at),
                                        x[1])),
                Shape.of(3),
                Shape.of(indices.length));
    }

    @Test
    void scatteredExtremesShareEquallyAmongOperandAndUpdates() {
        Program gradient = Plain.gradient(scatter(Combiner.MAXIMUM, false, 0, 0, 1, 2, 5));
        List<Tensor> g = Interpreter.run(gradient, List.of(vector(4, 7, 1), vector(4, 4, 6, 2, 9)));
        assertArrayEquals(new double[] {1.0 / 3, 1, 0}, g.get(1).doubles());
        assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3, 0, 1, 0}, g.get(2).doubles());
        gradient = Plain.gradient(scatter(Combiner.MINIMUM, false, 0, 0, 1));
        g = Interpreter.run(gradient, List.of(vector(4, 7, 1), vector(5, 4, 6)));
        assertArrayEquals(new double[] {0.5, 0, 1}, g.get(1).doubles());
        assertArrayEquals(new double[] {0, 0.5, 1}, g.get(2).doubles());
    }

    @Test
    void scatteredProductsOfUniqueIndices() {
        Program gradient = Plain.gradient(scatter(Combiner.MULTIPLY, true, 2, 0, 4));
        List<Tensor> g = Interpreter.run(gradient, List.of(vector(4, 7, 0), vector(5, 3, 2)));
        assertArrayEquals(new double[] {3, 1, 5}, g.get(1).doubles());
        assertArrayEquals(new double[] {0, 4, 0}, g.get(2).doubles());
    }

    @Test
    void scatteredProductsOfRepeatedUpdatesAreRefused() {
        assertEquals(
                "scatter: multiply with repeated indices has no derivative with respect to its"
                        + " updates; mark them unique_indices",
                assertThrows(
                                IrException.class,
                                () -> Plain.gradient(scatter(Combiner.MULTIPLY, false, 0, 0)))
                        .getMessage());
    }
}
