package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ad.Diagonal;
import io.hessdiag.ad.Gradient;
import io.hessdiag.ad.Jvp;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Second derivatives of convolutions, window reductions and dynamic slices. */
class WindowDerivativesTest {
    /** Σ w ∘ tanh of the module's result, so that second derivatives are not zero. */
    private static Program loss(String parameters, String result, String operations) {
        Program f = Texts.program(parameters, result, operations);
        ProgramBuilder b = new ProgramBuilder("loss");
        Ints in = Ints.of(f.inputTypes().stream().mapToInt(b::input).toArray());
        int y = b.unary(UnaryFunction.TANH, b.inline(f, in).get(0));
        return Rewrites.imported(b.build(Programs.weightedSum(b, y, new Random(9))));
    }

    private static String reduceWindow(
            String function, String init, String attributes, String in, String out) {
        return "%i = stablehlo.constant dense<"
                + init
                + "> : tensor<f64>\n"
                + "%y = \"stablehlo.reduce_window\"(%x, %i) <{"
                + attributes
                + "}> ({\n"
                + "^bb0(%a: tensor<f64>, %b: tensor<f64>):\n%c = stablehlo."
                + function
                + " %a, %b : tensor<f64>\nstablehlo.return %c : tensor<f64>\n}) : ("
                + in
                + ", tensor<f64>) -> "
                + out
                + "\nreturn %y : "
                + out;
    }

    private static Arguments window(
            String name, String function, String init, String attributes, String in, String out) {
        return Arguments.arguments(
                name, "%x: " + in, out, reduceWindow(function, init, attributes, in, out));
    }

    private static Arguments convolution(String name, String x, String k, String y, String rest) {
        return Arguments.arguments(
                name,
                "%x: " + x + ", %k: " + k,
                y,
                "%y = stablehlo.convolution(%x, %k) "
                        + rest
                        + " : ("
                        + x
                        + ", "
                        + k
                        + ") -> "
                        + y
                        + "\nreturn %y : "
                        + y);
    }

    static Stream<Arguments> losses() {
        String lowest = "0xFFF0000000000000";
        String pool =
                "window_dimensions = array<i64: 2, 2>, window_strides = array<i64: 1, 2>, "
                        + "padding = dense<[[1, 0], [0, 1]]> : tensor<2x2xi64>";
        String before =
                "window_dimensions = array<i64: 18>, "
                        + "padding = dense<[[17, 0]]> : tensor<1x2xi64>";
        String dilated =
                "window_dimensions = array<i64: 2>, base_dilations = array<i64: 2>, "
                        + "window_dilations = array<i64: 3>, window_strides = array<i64: 2>";
        return Stream.of(
                convolution(
                        "strided, dilated, padded convolution",
                        "tensor<2x5x2xf64>",
                        "tensor<2x2x3xf64>",
                        "tensor<2x5x3xf64>",
                        "dim_numbers = [b, 0, f]x"
                                + "[0, i, o]->[b, 0, f], window = {stride = [2], pad = [[2, -1]], "
                                + "lhs_dilate = [2], rhs_dilate = [1], reverse = [true]} "
                                + "{batch_group_count = 1 : i64, feature_group_count = 1 : i64}"),
                convolution(
                        "feature groups in two dimensions",
                        "tensor<4x3x4x1xf64>",
                        "tensor<2x2x2x2xf64>",
                        "tensor<1x2x3x2xf64>",
                        "dim_numbers = [f, 0, 1, b]x[i, 0, o, 1]->[b, 0, 1, f], window ="
                                + " {rhs_dilate = [1, 1]} {batch_group_count = 1 : i64,"
                                + " feature_group_count = 2 : i64}"),
                convolution(
                        "batch groups",
                        "tensor<4x4x2xf64>",
                        "tensor<3x2x2xf64>",
                        "tensor<2x2x2xf64>",
                        "dim_numbers = [b, 0, f]x[0, i, o]->[b, 0, f], "
                                + "window = {} {batch_group_count = 2 : i64}"),
                window(
                        "maximum over windows",
                        "maximum",
                        lowest,
                        pool,
                        "tensor<4x5xf64>",
                        "tensor<4x3xf64>"),
                window(
                        "minimum over windows",
                        "minimum",
                        "0x7FF0000000000000",
                        pool,
                        "tensor<4x5xf64>",
                        "tensor<4x3xf64>"),
                window(
                        "sum over windows",
                        "add",
                        "0.0",
                        pool,
                        "tensor<4x5xf64>",
                        "tensor<4x3xf64>"),
                window(
                        "product over windows",
                        "multiply",
                        "1.0",
                        pool,
                        "tensor<4x5xf64>",
                        "tensor<4x3xf64>"),
                window("dilated sum", "add", "0.0", dilated, "tensor<5xf64>", "tensor<3xf64>"),
                window(
                        "dilated maximum",
                        "maximum",
                        lowest,
                        dilated,
                        "tensor<5xf64>",
                        "tensor<3xf64>"),
                window("running sum", "add", "0.0", before, "tensor<18xf64>", "tensor<18xf64>"),
                window(
                        "running product",
                        "multiply",
                        "1.0",
                        before,
                        "tensor<18xf64>",
                        "tensor<18xf64>"),
                window(
                        "running maximum",
                        "maximum",
                        lowest,
                        before,
                        "tensor<18xf64>",
                        "tensor<18xf64>"),
                Arguments.arguments(
                        "select_and_scatter",
                        "%x: tensor<7xf64>, %s: tensor<3xf64>",
                        "tensor<7xf64>",
                        """
                        %i = stablehlo.constant dense<0.0> : tensor<f64>
                        %q = stablehlo.multiply %x, %x : tensor<7xf64>
                        %z = "stablehlo.select_and_scatter"(%q, %s, %i) <{padding = dense<[[0, 0]]> : tensor<1x2xi64>, window_dimensions = array<i64: 3>, window_strides = array<i64: 2>}> ({
                        ^bb0(%a: tensor<f64>, %b: tensor<f64>):
                          %c = stablehlo.compare GE, %a, %b, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
                          stablehlo.return %c : tensor<i1>
                        }, {
                        ^bb0(%a: tensor<f64>, %b: tensor<f64>):
                          %c = stablehlo.add %a, %b : tensor<f64>
                          stablehlo.return %c : tensor<f64>
                        }) : (tensor<7xf64>, tensor<3xf64>, tensor<f64>) -> tensor<7xf64>
                        %y = stablehlo.multiply %z, %x : tensor<7xf64>
                        return %y : tensor<7xf64>\
                        """),
                Arguments.arguments(
                        "dynamic slice and update",
                        "%x: tensor<4x3xf64>, %u: tensor<2x3xf64>",
                        "tensor<4x3xf64>",
                        """
                        %i = stablehlo.constant dense<3> : tensor<i32>
                        %j = stablehlo.constant dense<0> : tensor<i32>
                        %s = stablehlo.dynamic_slice %x, %i, %j, sizes = [2, 3] : (tensor<4x3xf64>, tensor<i32>, tensor<i32>) -> tensor<2x3xf64>
                        %p = stablehlo.multiply %s, %u : tensor<2x3xf64>
                        %q = stablehlo.multiply %x, %x : tensor<4x3xf64>
                        %y = stablehlo.dynamic_update_slice %q, %p, %j, %j : (tensor<4x3xf64>, tensor<2x3xf64>, tensor<i32>, tensor<i32>) -> tensor<4x3xf64>
                        return %y : tensor<4x3xf64>\
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void diagonalIsTheDerivativeOfTheGradient(
            String name, String parameters, String result, String operations) {
        Program loss = loss(parameters, result, operations);
        int n = loss.inputs().size();
        Program gradient = ProgramChecker.check(Gradient.of(loss, Ints.range(n)));
        List<Tensor> x = Programs.random(new Random(10), loss.inputTypes());
        for (int leaf = 0; leaf < n; leaf++) {
            Shape shape = loss.inputTypes().get(leaf).shape();
            double[] plain = new double[shape.size()];
            double[] differences = new double[shape.size()];
            double[] slopes = new double[shape.size()];
            Program jvp = ProgramChecker.check(Jvp.of(gradient, Ints.of(leaf)));
            for (int p = 0; p < plain.length; p++) {
                Tensor e = Programs.basis(shape, p);
                plain[p] =
                        Interpreter.run(jvp, Programs.append(x, List.of(e)))
                                .get(n + 2 + leaf)
                                .get(p);
                differences[p] = difference(gradient, x, leaf, p, 1 + leaf, p);
                slopes[p] = difference(loss, x, leaf, p, 0, 0);
            }
            Programs.assertClose(
                    slopes,
                    Interpreter.run(gradient, x).get(1 + leaf).doubles(),
                    1e-8,
                    "gradient of " + name);
            Programs.assertClose(differences, plain, 1e-7, name);
            Program diagonal =
                    ProgramChecker.check(
                            Rewrites.simplify(Diagonal.of(gradient, leaf, 1 + leaf, shape.size())));
            Programs.assertClose(plain, all(diagonal, shape, x), 1e-12, name);
        }
    }

    /** Fourth-order difference of entry {@code at} of output {@code out} along entry p. */
    private static double difference(Program f, List<Tensor> x, int leaf, int p, int out, int at) {
        double h = 1e-3;
        double[] weights = {1, -8, 8, -1};
        double[] steps = {-2, -1, 1, 2};
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            List<Tensor> moved = Programs.append(x, List.of());
            double[] values = x.get(leaf).doubles().clone();
            values[p] += h * steps[i];
            moved.set(leaf, Tensor.of(x.get(leaf).shape(), values));
            sum += weights[i] * Interpreter.run(f, moved).get(out).get(at);
        }
        return sum / (12 * h);
    }

    private static double[] all(Program diagonal, Shape shape, List<Tensor> x) {
        List<Tensor> in = Programs.append(x, List.of());
        for (int axis = 0; axis < shape.rank(); axis++) {
            int a = axis;
            in.add(
                    Programs.integers(
                            Shape.of(shape.size()),
                            IntStream.range(0, shape.size())
                                    .mapToLong(i -> i / shape.strides()[a] % shape.dim(a))
                                    .toArray()));
        }
        return Interpreter.run(diagonal, in).get(0).doubles();
    }

    @Test
    void theFirstOfTiedElementsOfAWindowMoves() {
        Program f =
                Texts.program(
                        "%x: tensor<4xf64>",
                        "tensor<2xf64>",
                        reduceWindow(
                                "maximum",
                                "0xFFF0000000000000",
                                "window_dimensions = array<i64: 2>, "
                                        + "window_strides = array<i64: 2>",
                                "tensor<4xf64>",
                                "tensor<2xf64>"));
        ProgramBuilder b = new ProgramBuilder("loss");
        int x = b.input(f.inputTypes().get(0));
        int y = b.inline(f, Ints.of(x)).get(0);
        Program loss = b.build(Programs.total(b, b.multiply(y, y)));
        Tensor at = Tensor.of(Shape.of(4), new double[] {3, 3, 2, 5});
        Program gradient = Gradient.of(loss, Ints.of(0));
        List<Tensor> out = Interpreter.run(gradient, List.of(at));
        assertEquals(34, out.get(0).get(0));
        assertArrayEquals(new double[] {6, 0, 0, 10}, out.get(1).doubles());
        assertArrayEquals(
                new double[] {2, 0, 0, 2},
                all(Diagonal.of(gradient, 0, 1, 4), Shape.of(4), List.of(at)));
    }
}
