package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Programs;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code convolution} against the sum that the specification gives. */
class ConvolutionTest {
    private static final String TYPES =
            " : (tensor<1x5x3xf64>, tensor<2x3x4xf64>) -> tensor<1x4x4xf64>";

    @ParameterizedTest(name = "{0} spatial dimensions")
    @ValueSource(ints = {0, 1, 2, 3})
    void convolutionIsTheSumOfTheSpecification(int spatial) {
        Random random = new Random(40 + spatial);
        int empty = 0;
        for (int trial = 0; trial < (spatial == 3 ? 100 : 250); trial++) {
            Convolution c = Convolution.random(random, spatial);
            Tensor x = Programs.random(random, c.lhsShape());
            Tensor k = Programs.random(random, c.rhsShape());
            double[] expected = c.of(x, k);
            empty += expected.length == 0 ? 1 : 0;
            for (String text : List.of(c.pretty(), c.generic())) {
                Tensor y = Interpreter.run(Texts.program(text), List.of(x, k)).get(0);
                Programs.assertClose(expected, y.doubles(), 1e-13, text);
            }
        }
        assertTrue(spatial == 0 || empty > 5, "few results were empty");
    }

    /**
     * Sizes and windows of a convolution.
     *
     * @param lhs positions of batch, space 0, 1, …, features in the left operand
     * @param rhs positions of space 0, 1, …, input features, output features in the right operand
     * @param out positions of batch, space 0, 1, …, features in the result
     */
    private record Convolution(
            int batch,
            int features,
            int outputs,
            int groups,
            int batchGroups,
            Ints x,
            Ints k,
            Ints strides,
            Ints low,
            Ints high,
            Ints lhsDilation,
            Ints rhsDilation,
            Ints reversal,
            Ints lhs,
            Ints rhs,
            Ints out) {

        static Convolution random(Random r, int n) {
            int groups = r.nextInt(3) == 0 ? 1 + r.nextInt(3) : 1;
            int batchGroups = groups == 1 && r.nextInt(3) == 0 ? 1 + r.nextInt(3) : 1;
            return new Convolution(
                    batchGroups * (1 + r.nextInt(2)),
                    groups * (1 + r.nextInt(2)),
                    groups * batchGroups * (1 + r.nextInt(2)),
                    groups,
                    batchGroups,
                    ints(r, n, 1, 6),
                    ints(r, n, 1, 3),
                    ints(r, n, 1, 3),
                    ints(r, n, -1, 3),
                    ints(r, n, -1, 3),
                    ints(r, n, 1, 3),
                    ints(r, n, 1, 3),
                    ints(r, n, 0, 1),
                    order(r, n + 2),
                    order(r, n + 2),
                    order(r, n + 2));
        }

        private static Ints ints(Random r, int n, int min, int max) {
            return Ints.of(
                    IntStream.range(0, n).map(i -> min + r.nextInt(max - min + 1)).toArray());
        }

        private static Ints order(Random r, int n) {
            List<Integer> all = new ArrayList<>(IntStream.range(0, n).boxed().toList());
            Collections.shuffle(all, r);
            return Ints.of(all.stream().mapToInt(i -> i).toArray());
        }

        int spatial() {
            return x.size();
        }

        private static Shape placed(Ints sizes, Ints at) {
            return new Shape(sizes.pick(at.inverse()));
        }

        Shape lhsShape() {
            return placed(x.prepend(batch).append(features), lhs);
        }

        Shape rhsShape() {
            return placed(k.append(features / groups, outputs), rhs);
        }

        Ints positions() {
            return Ints.of(
                    IntStream.range(0, spatial())
                            .map(
                                    i -> {
                                        int dilated = (x.get(i) - 1) * lhsDilation.get(i) + 1;
                                        int free =
                                                dilated
                                                        + low.get(i)
                                                        + high.get(i)
                                                        - ((k.get(i) - 1) * rhsDilation.get(i) + 1);
                                        return free < 0 ? 0 : free / strides.get(i) + 1;
                                    })
                            .toArray());
        }

        Shape outShape() {
            return placed(positions().prepend(batch / batchGroups).append(outputs), out);
        }

        /** Every term of every element of the result, one by one. */
        double[] of(Tensor left, Tensor right) {
            Shape result = outShape();
            double[] sums = new double[result.size()];
            Shape window = new Shape(k);
            for (int o = 0; o < sums.length; o++) {
                Ints at = index(result, o).pick(out);
                int b = at.get(0);
                int f = at.last();
                int group = f / (outputs / groups);
                int lhsBatch = b + f / (outputs / batchGroups) * (batch / batchGroups);
                for (int w = 0; w < window.size(); w++) {
                    Ints source = source(at, index(window, w));
                    for (int i = 0; source != null && i < features / groups; i++) {
                        Ints l = source.prepend(lhsBatch).append(group * (features / groups) + i);
                        Ints q = index(window, w).append(i, f);
                        sums[o] +=
                                left.get(flat(left.shape(), l.pick(lhs.inverse())))
                                        * right.get(flat(right.shape(), q.pick(rhs.inverse())));
                    }
                }
            }
            return sums;
        }

        /** The place in the left operand that this element of the window falls on; null if none. */
        private Ints source(Ints at, Ints window) {
            Ints source = Ints.EMPTY;
            for (int i = 0; i < spatial(); i++) {
                int w = reversal.get(i) == 1 ? k.get(i) - 1 - window.get(i) : window.get(i);
                int p = at.get(1 + i) * strides.get(i) + w * rhsDilation.get(i) - low.get(i);
                if (p < 0 || p % lhsDilation.get(i) != 0 || p / lhsDilation.get(i) >= x.get(i)) {
                    return null;
                }
                source = source.append(p / lhsDilation.get(i));
            }
            return source;
        }

        private static Ints index(Shape shape, int flat) {
            int[] strides = shape.strides();
            return Ints.of(
                    IntStream.range(0, shape.rank())
                            .map(a -> flat / strides[a] % shape.dim(a))
                            .toArray());
        }

        private static int flat(Shape shape, Ints index) {
            int[] strides = shape.strides();
            return IntStream.range(0, strides.length).map(a -> strides[a] * index.get(a)).sum();
        }

        private String layout(Ints at, String first, String beforeLast, String last) {
            List<String> names = new ArrayList<>();
            if (!first.isEmpty()) {
                names.add(first);
            }
            IntStream.range(0, spatial()).forEach(i -> names.add("" + i));
            if (!beforeLast.isEmpty()) {
                names.add(beforeLast);
            }
            names.add(last);
            return "["
                    + at.inverse().stream().mapToObj(names::get).collect(Collectors.joining(", "))
                    + "]";
        }

        private String numbers() {
            return layout(lhs, "b", "", "f")
                    + "x"
                    + layout(rhs, "", "i", "o")
                    + "->"
                    + layout(out, "b", "", "f");
        }

        private String pairs() {
            return "["
                    + IntStream.range(0, spatial())
                            .mapToObj(i -> "[" + low.get(i) + ", " + high.get(i) + "]")
                            .collect(Collectors.joining(", "))
                    + "]";
        }

        private String flags() {
            return reversal.stream()
                    .mapToObj(v -> v == 1 ? "true" : "false")
                    .collect(Collectors.joining(", "));
        }

        private static String type(Shape shape) {
            return "tensor<"
                    + shape.dims().stream().mapToObj(d -> d + "x").collect(Collectors.joining())
                    + "f64>";
        }

        private String main(String op) {
            return Texts.main(
                    "%x: " + type(lhsShape()) + ", %k: " + type(rhsShape()),
                    type(outShape()),
                    op
                            + " : ("
                            + type(lhsShape())
                            + ", "
                            + type(rhsShape())
                            + ") -> "
                            + type(outShape())
                            + "\nreturn %y : "
                            + type(outShape()));
        }

        String pretty() {
            return main(
                    "%y = stablehlo.convolution(%x, %k) dim_numbers = "
                            + numbers()
                            + ", window = {stride = "
                            + strides
                            + ", pad = "
                            + pairs()
                            + ", lhs_dilate = "
                            + lhsDilation
                            + ", rhs_dilate = "
                            + rhsDilation
                            + ", reverse = ["
                            + flags()
                            + "]} {batch_group_count = "
                            + batchGroups
                            + " : i64, feature_group_count = "
                            + groups
                            + " : i64, precision_config = [#stablehlo<precision DEFAULT>, "
                            + "#stablehlo<precision DEFAULT>]}");
        }

        String generic() {
            String padding =
                    spatial() == 0
                            ? "dense<> : tensor<0x2xi64>"
                            : "dense<" + pairs() + "> : tensor<" + spatial() + "x2xi64>";
            return main(
                    "%y = \"stablehlo.convolution\"(%x, %k) <{batch_group_count = "
                            + batchGroups
                            + " : i64, dimension_numbers = #stablehlo.conv<"
                            + numbers()
                            + ">, feature_group_count = "
                            + groups
                            + " : i64, lhs_dilation = "
                            + EquationPrinter.array(lhsDilation)
                            + ", padding = "
                            + padding
                            + ", rhs_dilation = "
                            + EquationPrinter.array(rhsDilation)
                            + ", window_reversal = array<i1"
                            + (spatial() == 0 ? "" : ": " + flags())
                            + ">, window_strides = "
                            + EquationPrinter.array(strides)
                            + "}>");
        }
    }

    private static String one(String attributes) {
        return Texts.main(
                "%x: tensor<1x5x3xf64>, %k: tensor<2x3x4xf64>",
                "tensor<1x4x4xf64>",
                "%y = \"stablehlo.convolution\"(%x, %k) <{"
                        + attributes
                        + "}>"
                        + TYPES
                        + "\nreturn %y : tensor<1x4x4xf64>");
    }

    @Test
    void rawDimensionNumbersReadLikeTheLayout() {
        String raw =
                "#stablehlo.conv<raw input_batch_dimension = 0, input_feature_dimension = 2, "
                        + "input_spatial_dimensions = [1], kernel_input_feature_dimension = 1, "
                        + "kernel_output_feature_dimension = 2, kernel_spatial_dimensions = [0], "
                        + "output_batch_dimension = 0, output_feature_dimension = 2, "
                        + "output_spatial_dimensions = [1]>";
        Random random = new Random(3);
        List<Tensor> in =
                List.of(
                        Programs.random(random, Shape.of(1, 5, 3)),
                        Programs.random(random, Shape.of(2, 3, 4)));
        double[] layout =
                Interpreter.run(
                                Texts.program(
                                        one(
                                                "dimension_numbers = #stablehlo.conv<[b, 0, f]x[0,"
                                                        + " i, o]->[b, 0, f]>")),
                                in)
                        .get(0)
                        .doubles();
        double[] found =
                Interpreter.run(Texts.program(one("dimension_numbers = " + raw)), in)
                        .get(0)
                        .doubles();
        assertArrayEquals(layout, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feature_group_count = 2 : i64 | expected 6 input features, found 3",
                "feature_group_count = 0 : i64 | feature_group_count 0 and batch_group_count 1:"
                        + " expected positive numbers of which one is 1",
                "feature_group_count = 3 : i64, batch_group_count = 2 : i64 | feature_group_count 3"
                        + " and batch_group_count 2: expected positive numbers of which one is 1",
                "batch_group_count = 2 : i64 | groups do not divide 4 output features or batch 1",
                "window_strides = array<i64: 1, 1> | window_strides: expected 1 values, found [1,"
                        + " 1]",
                "window_strides = array<i64: 0> | window_strides: expected positive values, found"
                        + " [0]",
                "lhs_dilation = array<i64: 0> | lhs_dilation: expected positive values, found [0]",
                "padding = dense<0> : tensor<2x2xi64> | expected 1 pairs of padding, found [0, 0,"
                        + " 0, 0]"
            })
    void refusalsNameTheConstraintAndThePlace(String attributes, String message) {
        Texts.assertFails(
                "m.mlir:2:6: convolution: " + message,
                one(
                        "dimension_numbers = "
                                + "#stablehlo.conv<[b, 0, f]x[0, i, o]->[b, 0, f]>, "
                                + attributes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[b, 0, f]x[0, i, o]->[b, f] | dimension_numbers do not fit operands"
                        + " tensor<1x5x3xf64> and tensor<2x3x4xf64>",
                "[b, 0, 0]x[0, i, o]->[b, 0, f] | dimension_numbers: [b, 0, 0] is no layout",
                "[b, 0, f]x[0, i, o] | expected dimension_numbers [...]x[...]->[...]"
            })
    void wrongLayoutsAreRefused(String numbers, String message) {
        Texts.assertFails(
                "m.mlir:2:6: convolution: " + message,
                one("dimension_numbers = #stablehlo.conv<" + numbers + ">"));
    }

    @Test
    void theDeclaredTypeIsCompared() {
        String text =
                one(
                        "dimension_numbers = #stablehlo.conv<[b, 0, f]x[0, i, o]->[b, 0, f]>, "
                                + "window_strides = array<i64: 2>");
        Texts.assertFails(
                "m.mlir:2:6: convolution: expected result tensor<1x4x4xf64>, "
                        + "found tensor<1x2x4xf64>",
                text);
        assertEquals(1, text.lines().filter(l -> l.contains("convolution")).count());
    }
}
