package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.Programs;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Window reductions, selections and dynamic slices against loops over the specification. */
class WindowTest {
    private enum Function {
        ADD(0, Double::sum),
        MULTIPLY(1, (x, y) -> x * y),
        MAXIMUM(Double.NEGATIVE_INFINITY, Math::max),
        MINIMUM(Double.POSITIVE_INFINITY, Math::min);

        final double init;
        final DoubleBinaryOperator apply;

        Function(double init, DoubleBinaryOperator apply) {
            this.init = init;
            this.apply = apply;
        }
    }

    /** Windows over every axis of {@code shape}. */
    private record Window(
            Shape shape, Ints sizes, Ints strides, Ints base, Ints dilations, Ints low, Ints high) {

        static Window random(Random r, int rank) {
            return new Window(
                    new Shape(ints(r, rank, 1, 6)),
                    ints(r, rank, 1, 3),
                    ints(r, rank, 1, 3),
                    ints(r, rank, 1, 2),
                    ints(r, rank, 1, 2),
                    ints(r, rank, -1, 2),
                    ints(r, rank, -1, 2));
        }

        static Window of(Ints shape, Ints sizes, Ints strides, Ints low, Ints high) {
            Ints ones = Ints.repeat(1, shape.size());
            return new Window(new Shape(shape), sizes, strides, ones, ones, low, high);
        }

        Shape result() {
            return new Shape(
                    Ints.of(
                            IntStream.range(0, shape.rank())
                                    .map(
                                            i -> {
                                                int padded =
                                                        (shape.dim(i) - 1) * base.get(i)
                                                                + 1
                                                                + low.get(i)
                                                                + high.get(i);
                                                int free =
                                                        padded
                                                                - ((sizes.get(i) - 1)
                                                                                * dilations.get(i)
                                                                        + 1);
                                                return free < 0 ? 0 : free / strides.get(i) + 1;
                                            })
                                    .toArray()));
        }

        /** Flat index of element w of window o; -1 where padding lies. */
        int source(Ints o, Ints w) {
            int[] steps = shape.strides();
            int flat = 0;
            for (int i = 0; i < steps.length; i++) {
                int p = o.get(i) * strides.get(i) + w.get(i) * dilations.get(i) - low.get(i);
                if (p < 0 || p % base.get(i) != 0 || p / base.get(i) >= shape.dim(i)) {
                    return -1;
                }
                flat += p / base.get(i) * steps[i];
            }
            return flat;
        }

        double[] reduce(Tensor x, Function f) {
            double[] out = new double[result().size()];
            Arrays.fill(out, f.init);
            Shape window = new Shape(sizes);
            for (int o = 0; o < out.length; o++) {
                for (int w = 0; w < window.size(); w++) {
                    int at = source(index(result(), o), index(window, w));
                    out[o] = f.apply.applyAsDouble(out[o], at < 0 ? f.init : x.get(at));
                }
            }
            return out;
        }

        /** Each source element goes to the first of its window's largest (smallest) elements. */
        double[] scatter(Tensor x, Tensor source, double init, boolean max) {
            double[] out = new double[shape.size()];
            Arrays.fill(out, init);
            Shape window = new Shape(sizes);
            for (int o = 0; o < source.size(); o++) {
                int best = -1;
                for (int w = 0; w < window.size(); w++) {
                    int at = source(index(result(), o), index(window, w));
                    if (at >= 0
                            && (best < 0
                                    || (max ? x.get(at) > x.get(best) : x.get(at) < x.get(best)))) {
                        best = at;
                    }
                }
                if (best >= 0) {
                    out[best] += source.get(o);
                }
            }
            return out;
        }

        String padding() {
            return "dense<["
                    + IntStream.range(0, shape.rank())
                            .mapToObj(i -> "[" + low.get(i) + ", " + high.get(i) + "]")
                            .collect(Collectors.joining(", "))
                    + "]> : tensor<"
                    + shape.rank()
                    + "x2xi64>";
        }

        String attributes() {
            return "<{base_dilations = "
                    + EquationPrinter.array(base)
                    + ", padding = "
                    + padding()
                    + ", window_dilations = "
                    + EquationPrinter.array(dilations)
                    + ", window_dimensions = "
                    + EquationPrinter.array(sizes)
                    + ", window_strides = "
                    + EquationPrinter.array(strides)
                    + "}>";
        }
    }

    private static Ints ints(Random r, int n, int min, int max) {
        return Ints.of(IntStream.range(0, n).map(i -> min + r.nextInt(max - min + 1)).toArray());
    }

    private static Ints index(Shape shape, int flat) {
        int[] strides = shape.strides();
        return Ints.of(
                IntStream.range(0, shape.rank())
                        .map(a -> flat / strides[a] % shape.dim(a))
                        .toArray());
    }

    private static String type(Shape shape) {
        return new TensorType(DType.F64, shape).toString();
    }

    private static String region(String function, String t) {
        return " ({\n^bb0(%a: "
                + t
                + ", %b: "
                + t
                + "):\n%c = stablehlo."
                + function
                + " %a, %b : "
                + t
                + "\nstablehlo.return %c : "
                + t
                + "\n})";
    }

    private static String reduceWindow(Window w, Function f) {
        String in = type(w.shape());
        String out = type(w.result());
        String init =
                f.init == Double.NEGATIVE_INFINITY
                        ? "0xFFF0000000000000"
                        : f.init == Double.POSITIVE_INFINITY ? "0x7FF0000000000000" : f.init + "";
        return Texts.main(
                "%x: " + in,
                out,
                "%i = stablehlo.constant dense<"
                        + init
                        + "> : tensor<f64>\n%y = \"stablehlo.reduce_window\"(%x, %i) "
                        + w.attributes()
                        + region(f.name().toLowerCase(java.util.Locale.ROOT), "tensor<f64>")
                        + " : ("
                        + in
                        + ", tensor<f64>) -> "
                        + out
                        + "\nreturn %y : "
                        + out);
    }

    private static void check(Window w, Function f, Random random) {
        Tensor x = Programs.random(random, w.shape());
        String text = reduceWindow(w, f);
        Programs.assertClose(
                w.reduce(x, f),
                Interpreter.run(Texts.program(text), List.of(x)).get(0).doubles(),
                1e-13,
                text);
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void reduceWindowCombinesEveryWindow(Function f) {
        Random random = new Random(5);
        for (int trial = 0; trial < 150; trial++) {
            check(Window.random(random, trial % 4), f, random);
        }
    }

    /**
     * What JAX's cumsum, cumprod and cummax become: windows as long as the axis, padded before it.
     */
    @ParameterizedTest
    @EnumSource(Function.class)
    void runningReductionsOfAnyLength(Function f) {
        Random random = new Random(6);
        for (int n = 1; n <= 40; n++) {
            Ints before = Ints.of(n - 1, 0);
            Ints none = Ints.of(0, 0);
            Ints shape = Ints.of(n, 3);
            check(Window.of(shape, Ints.of(n, 1), Ints.of(1, 1), before, none), f, random);
            check(Window.of(shape, Ints.of(n, 1), Ints.of(1, 1), none, before), f, random);
            check(
                    Window.of(shape, Ints.of(Math.max(1, n - 3), 1), Ints.of(1, 1), none, none),
                    f,
                    random);
            check(Window.of(shape, Ints.of(n, 2), Ints.of(2, 1), before, none), f, random);
        }
    }

    @Test
    void integersAndBooleansAreCombinedToo() {
        String text =
                """
                func.func @main(%x: tensor<5xi32>, %p: tensor<5xi1>) -> (tensor<4xi32>, tensor<4xi1>, tensor<4xi1>) {
                  %z = stablehlo.constant dense<-2147483648> : tensor<i32>
                  %f = stablehlo.constant dense<false> : tensor<i1>
                  %t = stablehlo.constant dense<true> : tensor<i1>
                  %a = "stablehlo.reduce_window"(%x, %z) <{window_dimensions = array<i64: 2>}> ({
                  ^bb0(%l: tensor<i32>, %r: tensor<i32>):
                    %m = stablehlo.maximum %l, %r : tensor<i32>
                    stablehlo.return %m : tensor<i32>
                  }) : (tensor<5xi32>, tensor<i32>) -> tensor<4xi32>
                  %b = "stablehlo.reduce_window"(%p, %f) <{window_dimensions = array<i64: 2>}> ({
                  ^bb0(%l: tensor<i1>, %r: tensor<i1>):
                    %m = stablehlo.or %l, %r : tensor<i1>
                    stablehlo.return %m : tensor<i1>
                  }) : (tensor<5xi1>, tensor<i1>) -> tensor<4xi1>
                  %c = "stablehlo.reduce_window"(%p, %t) <{window_dimensions = array<i64: 2>}> ({
                  ^bb0(%l: tensor<i1>, %r: tensor<i1>):
                    %m = stablehlo.and %l, %r : tensor<i1>
                    stablehlo.return %m : tensor<i1>
                  }) : (tensor<5xi1>, tensor<i1>) -> tensor<4xi1>
                  return %a, %b, %c : tensor<4xi32>, tensor<4xi1>, tensor<4xi1>
                }
                """;
        List<Tensor> out =
                Interpreter.run(
                        Texts.program(text),
                        List.of(
                                Tensor.of(
                                        TensorType.of(DType.I32, 5), new long[] {3, -7, -9, 4, 1}),
                                Tensor.of(
                                        TensorType.of(DType.I1, 5),
                                        new boolean[] {true, false, false, true, true})));
        assertArrayEquals(new long[] {3, -7, 4, 4}, out.get(0).longs());
        assertArrayEquals(new boolean[] {true, false, true, true}, out.get(1).booleans());
        assertArrayEquals(new boolean[] {false, false, false, true}, out.get(2).booleans());
    }

    @Test
    void severalArraysAreCombinedByOneRegion() {
        String text =
                """
                func.func @main(%x: tensor<4xf64>, %y: tensor<4xf64>) -> (tensor<3xf64>, tensor<3xf64>) {
                  %z = stablehlo.constant dense<0.0> : tensor<f64>
                  %o = stablehlo.constant dense<1.0> : tensor<f64>
                  %r:2 = "stablehlo.reduce_window"(%x, %y, %z, %o) <{window_dimensions = array<i64: 2>}> ({
                  ^bb0(%a: tensor<f64>, %b: tensor<f64>, %c: tensor<f64>, %d: tensor<f64>):
                    %s = stablehlo.add %a, %c : tensor<f64>
                    %p = stablehlo.multiply %b, %d : tensor<f64>
                    stablehlo.return %s, %p : tensor<f64>, tensor<f64>
                  }) : (tensor<4xf64>, tensor<4xf64>, tensor<f64>, tensor<f64>) -> (tensor<3xf64>, tensor<3xf64>)
                  return %r#0, %r#1 : tensor<3xf64>, tensor<3xf64>
                }
                """;
        List<Tensor> out =
                Interpreter.run(
                        Texts.program(text),
                        List.of(
                                Tensor.of(Shape.of(4), new double[] {1, 2, 3, 4}),
                                Tensor.of(Shape.of(4), new double[] {5, 6, 7, 8})));
        assertArrayEquals(new double[] {3, 5, 7}, out.get(0).doubles());
        assertArrayEquals(new double[] {30, 42, 56}, out.get(1).doubles());
    }

    private static String selectAndScatter(Window w, boolean max) {
        String in = type(w.shape());
        String out = type(w.result());
        String t = "tensor<f64>";
        return Texts.main(
                        "%x: " + in + ", %s: " + out + ", %i: " + t,
                        in,
                        "%y = \"stablehlo.select_and_scatter\"(%x, %s, %i) <{padding = "
                                + w.padding()
                                + ", window_dimensions = "
                                + EquationPrinter.array(w.sizes())
                                + ", window_strides = "
                                + EquationPrinter.array(w.strides())
                                + "}> ({\n^bb0(%a: "
                                + t
                                + ", %b: "
                                + t
                                + "):\n%c = stablehlo.compare "
                                + (max ? "GE" : "LE")
                                + ", %a, %b, FLOAT : ("
                                + t
                                + ", "
                                + t
                                + ") -> tensor<i1>\n"
                                + "stablehlo.return %c : tensor<i1>\n},"
                                + region("add", t)
                                + " : ("
                                + in
                                + ", "
                                + out
                                + ", "
                                + t
                                + ") -> "
                                + in
                                + "\nreturn %y : "
                                + in)
                .replace(", ({", ", {");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void selectAndScatterAddsAtTheFirstExtreme(boolean max) {
        Random random = new Random(7);
        for (int trial = 0; trial < 150; trial++) {
            Ints low = ints(random, 2, 0, 2);
            Ints high = ints(random, 2, 0, 2);
            Window w =
                    Window.of(
                            ints(random, 2, 1, 6),
                            ints(random, 2, 1, 3),
                            ints(random, 2, 1, 3),
                            low,
                            high);
            Tensor x =
                    Tensor.of(
                            w.shape(),
                            random.ints(w.shape().size(), 0, 3).asDoubleStream().toArray());
            Tensor s = Programs.random(random, w.result());
            Tensor init = Tensor.scalar(trial % 2 == 0 ? 0.0 : 1.5);
            String text = selectAndScatter(w, max);
            Programs.assertClose(
                    w.scatter(x, s, init.get(0), max),
                    Interpreter.run(Texts.program(text), List.of(x, s, init)).get(0).doubles(),
                    1e-13,
                    text);
        }
    }

    @Test
    void anInfiniteElementIsSelectedLikeAnyOther() {
        Window w = Window.of(Ints.of(4), Ints.of(2), Ints.of(2), Ints.of(0), Ints.of(0));
        Tensor x =
                Tensor.of(
                        Shape.of(4),
                        new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 1, 2});
        Tensor s = Tensor.of(Shape.of(2), new double[] {3, 5});
        assertArrayEquals(
                new double[] {3, 0, 0, 5},
                Interpreter.run(
                                Texts.program(selectAndScatter(w, true)),
                                List.of(x, s, Tensor.scalar(0.0)))
                        .get(0)
                        .doubles());
    }

    @Test
    void dynamicSlicesAreClampedToTheOperand() {
        Random random = new Random(8);
        for (int trial = 0; trial < 120; trial++) {
            int rank = trial % 4;
            Shape shape = new Shape(ints(random, rank, 1, 5));
            Shape slice =
                    new Shape(
                            Ints.of(
                                    IntStream.range(0, rank)
                                            .map(i -> 1 + random.nextInt(shape.dim(i)))
                                            .toArray()));
            long[] starts =
                    IntStream.range(0, rank).mapToLong(i -> random.nextInt(13) - 4).toArray();
            Tensor x = Programs.random(random, shape);
            Tensor u = Programs.random(random, slice);
            List<Tensor> in = new java.util.ArrayList<>(List.of(x, u));
            DType index = trial % 2 == 0 ? DType.I32 : DType.I8;
            for (long s : starts) {
                in.add(Tensor.of(TensorType.of(index), new long[] {s}));
            }
            List<Tensor> out = Interpreter.run(Texts.program(dynamic(shape, slice, index)), in);
            double[] expected = new double[slice.size()];
            double[] updated = x.doubles().clone();
            for (int e = 0; e < expected.length; e++) {
                int flat = 0;
                for (int a = 0; a < rank; a++) {
                    long start = Math.max(0, Math.min(starts[a], shape.dim(a) - slice.dim(a)));
                    flat += (int) (start + index(slice, e).get(a)) * shape.strides()[a];
                }
                expected[e] = x.get(flat);
                updated[flat] = u.get(e);
            }
            assertArrayEquals(expected, out.get(0).doubles());
            assertArrayEquals(updated, out.get(1).doubles());
        }
    }

    private static String dynamic(Shape shape, Shape slice, DType index) {
        int rank = shape.rank();
        String i = TensorType.of(index).toString();
        String starts =
                IntStream.range(0, rank).mapToObj(a -> ", %i" + a).collect(Collectors.joining());
        String declared =
                IntStream.range(0, rank)
                        .mapToObj(a -> ", %i" + a + ": " + i)
                        .collect(Collectors.joining());
        String types = (", " + i).repeat(rank);
        return Texts.main(
                "%x: " + type(shape) + ", %u: " + type(slice) + declared,
                "(" + type(slice) + ", " + type(shape) + ")",
                "%s = stablehlo.dynamic_slice %x"
                        + starts
                        + ", sizes = "
                        + slice.dims()
                        + " : ("
                        + type(shape)
                        + types
                        + ") -> "
                        + type(slice)
                        + "\n%w = stablehlo.dynamic_update_slice %x, %u"
                        + starts
                        + " : ("
                        + type(shape)
                        + ", "
                        + type(slice)
                        + types
                        + ") -> "
                        + type(shape)
                        + "\nreturn %s, %w : "
                        + type(slice)
                        + ", "
                        + type(shape));
    }

    @Test
    void smallIndexTypesReachAsFarAsTheyCan() {
        String text = dynamic(Shape.of(300), Shape.of(2), DType.I8);
        Tensor x = Tensor.of(Shape.of(300), IntStream.range(0, 300).asDoubleStream().toArray());
        Tensor u = Tensor.of(Shape.of(2), new double[] {-1, -2});
        List<Tensor> out =
                Interpreter.run(
                        Texts.program(text),
                        List.of(x, u, Tensor.of(TensorType.of(DType.I8), new long[] {100})));
        assertArrayEquals(new double[] {100, 101}, out.get(0).doubles());
        assertArrayEquals(
                new double[] {99, -1, -2, 102}, Arrays.copyOfRange(out.get(1).doubles(), 99, 103));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window_strides = array<i64: 0> | window_strides: expected 1 positive values, found"
                        + " [0]",
                "padding = dense<0> : tensor<2x2xi64> | expected 1 pairs of padding, found [0, 0,"
                        + " 0, 0]",
                "base_dilations = array<i64: 1, 1> | base_dilations: expected 1 positive values, "
                        + "found [1, 1]"
            })
    void refusalsNameTheConstraintAndThePlace(String attribute, String message) {
        Texts.assertFails("m.mlir:3:6: reduce_window: " + message, window(attribute, "add"));
    }

    @Test
    void otherRegionsCombineNeighboursInOrder() {
        Program p = Texts.program(window("window_strides = array<i64: 1>", "subtract"));
        Tensor x = Tensor.of(Shape.of(5), new double[] {1, 2, 4, 8, 16});
        assertArrayEquals(
                new double[] {1, 2, 4, 8}, Interpreter.run(p, List.of(x)).get(0).doubles());
    }

    @Test
    void regionsThatAreNotElementByElementAreRefused() {
        var e =
                assertThrows(
                        UnsupportedException.class,
                        () ->
                                Texts.program(
                                        window("window_strides = array<i64: 1>", "subtract")
                                                .replace(
                                                        "stablehlo.subtract",
                                                        "stablehlo.dot_general")));
        assertTrue(e.getMessage().contains("dot_general: not element by element"), e.getMessage());
    }

    private static String window(String attribute, String function) {
        String t = "tensor<f64>";
        return Texts.main(
                "%x: tensor<5xf64>",
                "tensor<4xf64>",
                "%i = stablehlo.constant dense<0.0> : tensor<f64>\n"
                    + "%y = \"stablehlo.reduce_window\"(%x, %i) <{window_dimensions = array<i64:"
                    + " 2>, "
                        + attribute
                        + "}>"
                        + region(function, t)
                        + " : (tensor<5xf64>, "
                        + t
                        + ") -> tensor<4xf64>\nreturn %y : tensor<4xf64>");
    }
}
