package io.hessdiag.ad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** f′ and f″ of every element-wise function against differences of f and f′, and known values. */
class DerivativesTest {
    private static final int POINTS = 17;

    /**
     * Where a function is smooth; each interval is sampled. Empty: its derivative is no equation.
     */
    private static double[][] domain(UnaryFunction f) {
        return switch (f) {
            case ABS, RELU -> new double[][] {{-3, -0.2}, {0.2, 3}};
            case NEGATE,
                    EXPONENTIAL,
                    EXPONENTIAL_MINUS_ONE,
                    LOGISTIC,
                    TANH,
                    SINE,
                    COSINE,
                    SQUARE,
                    ERF,
                    ERFC,
                    ATAN,
                    SINH,
                    COSH,
                    ASINH ->
                    new double[][] {{-3, 3}};
            case LOG, SQRT, RSQRT -> new double[][] {{0.3, 9}};
            case LOG_PLUS_ONE -> new double[][] {{-0.7, 9}};
            case CBRT -> new double[][] {{-9, -0.3}, {0.3, 9}};
            case TAN -> new double[][] {{-1.2, 1.2}, {2, 4.2}};
            case ERF_INV, ASIN, ACOS, ATANH -> new double[][] {{-0.8, 0.8}};
            case ACOSH -> new double[][] {{1.3, 9}};
            case LGAMMA, DIGAMMA -> new double[][] {{0.3, 9}, {-0.7, -0.3}};
            case SIGN,
                    FLOOR,
                    CEIL,
                    ROUND_NEAREST_EVEN,
                    ROUND_NEAREST_AFZ,
                    IS_FINITE,
                    NOT,
                    POPCNT,
                    COUNT_LEADING_ZEROS,
                    STOP_GRADIENT ->
                    new double[0][];
        };
    }

    private static double[][] domain(BinaryFunction f) {
        return switch (f) {
            case ADD, SUBTRACT, MULTIPLY, LOGADDEXP -> new double[][] {{-2, 2}, {-1.5, 2.2}};
            case MAXIMUM, MINIMUM -> new double[][] {{-2, 2}, {2.2, 3}};
            case DIVIDE -> new double[][] {{-2, 2}, {0.5, 3}};
            case POWER -> new double[][] {{0.3, 3}, {-2, 2.7}};
            case REMAINDER -> new double[][] {{7.2, 7.8}, {2.9, 3.1}};
            case ATAN2 -> new double[][] {{0.3, 2}, {-2, 2}};
            case POLYGAMMA -> new double[][] {{2, 2}, {0.4, 6}};
            case ZETA -> new double[][] {{2.5, 2.5}, {0.4, 6}};
            case AND,
                    OR,
                    XOR,
                    SHIFT_LEFT,
                    SHIFT_RIGHT_ARITHMETIC,
                    SHIFT_RIGHT_LOGICAL,
                    NEXT_AFTER ->
                    new double[0][];
        };
    }

    static Stream<UnaryFunction> smoothUnary() {
        return Arrays.stream(UnaryFunction.values()).filter(f -> domain(f).length > 0);
    }

    static Stream<BinaryFunction> smoothBinary() {
        return Arrays.stream(BinaryFunction.values()).filter(f -> domain(f).length > 0);
    }

    /** f′ by the symmetric difference of eighth order. */
    private static double difference(DoubleUnaryOperator f, double x) {
        double h = 1.0 / 512;
        double[] weights = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
        double sum = 0;
        for (int i = 1; i <= weights.length; i++) {
            sum += weights[i - 1] * (f.applyAsDouble(x + i * h) - f.applyAsDouble(x - i * h));
        }
        return sum / h;
    }

    private static double at(double[] interval, int i, int points) {
        return interval[0] + (interval[1] - interval[0]) * (i + 0.5) / points;
    }

    /** Derivative programs of a function of one number: f′ and f″ from (x, 1) and (x, 1, 1). */
    private record Derivative(Program f, Program first, Program second) {
        static Derivative of(Program f) {
            Program first = Plain.jvp(f, Ints.of(0));
            return new Derivative(f, first, Plain.jvp(first, Ints.of(0)));
        }

        static Derivative of(UnaryFunction f) {
            return of(Programs.of((b, x) -> b.unary(f, x[0]), Shape.SCALAR));
        }

        double value(double x) {
            return Programs.value(f, x);
        }

        double first(double x) {
            return last(first, x, 1);
        }

        double second(double x) {
            return last(second, x, 1, 1);
        }

        private static double last(Program p, double... in) {
            return Programs.value(only(p), in);
        }

        /** The program with its last output alone. */
        private static Program only(Program p) {
            ProgramBuilder b = new ProgramBuilder(p.name());
            Ints in = Ints.of(p.inputTypes().stream().mapToInt(b::input).toArray());
            return b.build(b.inline(p, in).last());
        }

        void check(double x, String name) {
            double d = difference(this::value, x);
            assertEquals(d, first(x), 1e-10 * Math.max(1, Math.abs(d)), () -> name + "′ at " + x);
            double dd = difference(this::first, x);
            assertEquals(
                    dd, second(x), 1e-10 * Math.max(1, Math.abs(dd)), () -> name + "″ at " + x);
        }
    }

    @ParameterizedTest
    @MethodSource("smoothUnary")
    void unary(UnaryFunction f) {
        for (double[] interval : domain(f)) {
            Derivative d = Derivative.of(f);
            for (int i = 0; i < POINTS; i++) {
                d.check(at(interval, i, POINTS), f.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smoothBinary")
    void binary(BinaryFunction f) {
        double[][] domain = domain(f);
        for (int i = 0; i < POINTS; i++) {
            double x = at(domain[0], i, POINTS);
            double y = at(domain[1], i * 7 % POINTS, POINTS);
            if (f != BinaryFunction.POLYGAMMA && f != BinaryFunction.ZETA) {
                Derivative.of(
                                Programs.of(
                                        (b, in) -> b.binary(f, in[0], b.scalar(DType.F64, y)),
                                        Shape.SCALAR))
                        .check(x, f.text() + "(·, " + y + ")");
                Derivative.of(
                                Programs.of(
                                        (b, in) ->
                                                b.binary(
                                                        f,
                                                        b.multiply(in[0], b.scalar(DType.F64, x)),
                                                        b.multiply(in[0], b.scalar(DType.F64, y))),
                                        Shape.SCALAR))
                        .check(1, f.text() + " of both at " + x + ", " + y);
            }
            Derivative.of(
                            Programs.of(
                                    (b, in) -> b.binary(f, b.scalar(DType.F64, x), in[0]),
                                    Shape.SCALAR))
                    .check(y, f.text() + "(" + x + ", ·)");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TANH, 0, 1, 0",
        "TANH, 0.5493061443340549, 0.75, -0.75", // tanh = 1/2
        "LOGISTIC, 0, 0.25, 0",
        "LOGISTIC, 1.0986122886681098, 0.1875, -0.09375", // σ = 3/4
        "EXPONENTIAL, 0, 1, 1",
        "EXPONENTIAL_MINUS_ONE, 0, 1, 1",
        "LOG, 2, 0.5, -0.25",
        "LOG_PLUS_ONE, 1, 0.5, -0.25",
        "SQRT, 4, 0.25, -0.03125",
        "RSQRT, 4, -0.0625, 0.0234375",
        "CBRT, 8, 0.08333333333333333, -0.006944444444444444",
        "SINE, 0, 1, 0",
        "COSINE, 0, 0, -1",
        "TAN, 0.7853981633974483, 2, 4",
        "ERF, 0, 1.1283791670955126, 0",
        "ERFC, 0, -1.1283791670955126, 0",
        "ERF_INV, 0, 0.8862269254527580, 0",
        "ASIN, 0.6, 1.25, 1.171875",
        "ACOS, 0.6, -1.25, -1.171875",
        "ATAN, 1, 0.5, -0.5",
        "SINH, 0, 1, 0",
        "COSH, 0, 0, 1",
        "ASINH, 0.75, 0.8, -0.384",
        "ACOSH, 1.25, 1.3333333333333333, -2.962962962962963",
        "ATANH, 0.5, 1.3333333333333333, 1.7777777777777777",
        "SQUARE, -3, -6, 2",
        "LGAMMA, 1, -0.5772156649015329, 1.6449340668482264", // -γ, π²/6
        "DIGAMMA, 1, 1.6449340668482264, -2.4041138063191886", // π²/6, -2ζ(3)
        "ABS, -2, -1, 0",
        "NEGATE, 5, -1, 0",
        "RELU, 2, 1, 0",
        "RELU, -2, 0, 0"
    })
    void knownValues(UnaryFunction f, double x, double first, double second) {
        Derivative d = Derivative.of(f);
        assertEquals(first, d.first(x), 4e-15);
        assertEquals(second, d.second(x), 2e-14);
    }

    private static boolean dependsOnDirection(Program jvp) {
        return Dependence.on(jvp, Ints.of(jvp.inputs().last()))[jvp.outputs().last()];
    }

    @Test
    void stepFunctionsHaveStructurallyZeroDerivatives() {
        for (UnaryFunction f : UnaryFunction.values()) {
            boolean smooth = domain(f).length > 0;
            Program p =
                    Programs.of(
                            (b, x) ->
                                    switch (f) {
                                        case NOT, POPCNT, COUNT_LEADING_ZEROS ->
                                                b.convert(
                                                        b.unary(f, b.convert(x[0], DType.I32)),
                                                        DType.F64);
                                        default -> b.convert(b.unary(f, x[0]), DType.F64);
                                    },
                            Shape.SCALAR);
            Program jvp = Plain.jvp(p, Ints.of(0));
            assertEquals(smooth, dependsOnDirection(jvp), f.text());
            if (!smooth) {
                assertEquals(0, Derivative.of(p).first(1.5), f.text());
            }
        }
    }

    @Test
    void bitFunctionsHaveStructurallyZeroDerivatives() {
        for (BinaryFunction f : BinaryFunction.values()) {
            if (domain(f).length == 0 && f != BinaryFunction.NEXT_AFTER) {
                Program p =
                        Programs.of(
                                (b, x) ->
                                        b.convert(
                                                b.binary(
                                                        f,
                                                        b.convert(x[0], DType.I32),
                                                        b.scalar(DType.I32, 1)),
                                                DType.F64),
                                Shape.SCALAR);
                assertFalse(dependsOnDirection(Plain.jvp(p, Ints.of(0))), f.text());
            }
        }
    }

    @Test
    void linearFunctionsHaveNoSecondDerivativeEquations() {
        for (UnaryFunction f :
                new UnaryFunction[] {UnaryFunction.NEGATE, UnaryFunction.RELU, UnaryFunction.ABS}) {
            Program second = Derivative.of(f).second();
            assertFalse(dependsOnDirection(second), f.text());
        }
        assertTrue(dependsOnDirection(Derivative.of(UnaryFunction.TANH).second()));
    }

    @ParameterizedTest
    @CsvSource({"POLYGAMMA, first", "ZETA, first", "NEXT_AFTER, first", "NEXT_AFTER, second"})
    void missingDerivativesAreRefusedByName(BinaryFunction f, String operand) {
        Program p =
                Programs.of(
                        (b, x) ->
                                operand.equals("first")
                                        ? b.binary(f, x[0], b.scalar(DType.F64, 2))
                                        : b.binary(f, b.scalar(DType.F64, 2), x[0]),
                        Shape.SCALAR);
        assertEquals(
                f.text() + ": no derivative with respect to its " + operand + " operand",
                assertThrows(IrException.class, () -> Plain.jvp(p, Ints.of(0))).getMessage());
    }

    @Test
    void conversionsToIntegersEndATangentAndComparisonsToo() {
        Program p =
                Programs.of(
                        (b, x) ->
                                b.select(
                                        b.compare(Comparison.GT, x[0], b.fullLike(x[0], 0)),
                                        b.emit(
                                                new Op.Convert(DType.F64),
                                                b.convert(x[0], DType.I32)),
                                        b.fullLike(x[0], 1)),
                        Shape.SCALAR);
        assertFalse(dependsOnDirection(Plain.jvp(p, Ints.of(0))));
    }
}
