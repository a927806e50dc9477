package io.hessdiag.ad;

import static io.hessdiag.ir.Programs.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives through sort, top_k, case, if, map and reductions by functions without a name. */
class SortAndCaseTest {
    private static final double H = 1e-5;

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void gradientIsThatOfDifferences(String name, String text) {
        Program loss = loss(text);
        List<Tensor> x = values(loss);
        List<Tensor> gradient = Interpreter.run(Plain.gradient(loss), x);
        for (int leaf = 0; leaf < x.size(); leaf++) {
            double[] expected = new double[x.get(leaf).size()];
            for (int p = 0; p < expected.length; p++) {
                expected[p] = (value(loss, x, leaf, p, H) - value(loss, x, leaf, p, -H)) / (2 * H);
            }
            assertClose(expected, gradient.get(1 + leaf).doubles(), 1e-8, loss);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void diagonalIsThatOfDifferencesOfTheGradient(String name, String text) {
        Program loss = loss(text);
        Program gradient = Plain.gradient(loss);
        List<Tensor> x = values(loss);
        for (int leaf = 0; leaf < x.size(); leaf++) {
            double[] expected = new double[x.get(leaf).size()];
            for (int p = 0; p < expected.length; p++) {
                Tensor up = Interpreter.run(gradient, moved(x, leaf, p, H)).get(1 + leaf);
                Tensor down = Interpreter.run(gradient, moved(x, leaf, p, -H)).get(1 + leaf);
                expected[p] = (up.get(p) - down.get(p)) / (2 * H);
            }
            assertClose(expected, Plain.diagonal(gradient, leaf, x), 1e-7, loss);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void batchedDiagonalIsThePlainOne(String name, String text) {
        Program loss = loss(text);
        Program gradient = Plain.gradient(loss);
        List<Tensor> x = values(loss);
        for (int leaf = 0; leaf < x.size(); leaf++) {
            Shape shape = x.get(leaf).shape();
            int k = shape.size();
            Program diagonal =
                    ProgramChecker.check(
                            Rewrites.simplify(Diagonal.of(gradient, leaf, 1 + leaf, k)));
            double[] expected = Plain.diagonal(gradient, leaf, x);
            assertClose(expected, Plain.batched(diagonal, shape, k, 0, x), 1e-11, loss);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void forwardAndReverseAreTransposes(String name, String text) {
        Program loss = loss(text);
        Program gradient = Plain.gradient(loss);
        List<Tensor> x = values(loss);
        List<Tensor> v = Programs.random(new Random(3), loss.inputTypes());
        double left = Plain.push(loss, x, v).get(0).get(0);
        List<Tensor> g = Interpreter.run(gradient, x);
        double right = 0;
        for (int i = 0; i < v.size(); i++) {
            right += Programs.dot(v.get(i), g.get(1 + i));
        }
        assertEquals(left, right, 1e-12 * Math.max(1, Math.abs(left)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void printedGradientIsReadBack(String name, String text) {
        Program gradient = Plain.gradient(loss(text));
        Program back =
                ProgramChecker.check(
                        StableHlo.importFunction(
                                        StableHlo.parse("g.mlir", StableHlo.print(gradient)),
                                        "main")
                                .program());
        List<Tensor> x = values(gradient);
        assertEquals(Interpreter.run(gradient, x), Interpreter.run(back, x));
        assertEquals(Interpreter.run(gradient, x), Executable.compile(back).run(x));
    }

    private static Program loss(String text) {
        return ProgramChecker.check(
                Rewrites.imported(
                        StableHlo.importFunction(StableHlo.parse("m.mlir", text), "main")
                                .program()));
    }

    private static List<Tensor> values(Program p) {
        return Programs.random(new Random(5), p.inputTypes());
    }

    private static double value(Program f, List<Tensor> x, int leaf, int p, double h) {
        return Interpreter.run(f, moved(x, leaf, p, h)).get(0).get(0);
    }

    private static List<Tensor> moved(List<Tensor> x, int leaf, int p, double h) {
        List<Tensor> out = Programs.append(x, List.of());
        double[] values = x.get(leaf).doubles().clone();
        values[p] += h;
        out.set(leaf, Tensor.of(x.get(leaf).shape(), values));
        return out;
    }

    /** Σ w ∘ tanh(3 %y), %y of shape 4x3 being made from %x: 4x3 and %a: 3. */
    private static Arguments of(String name, String operations) {
        return arguments(
                name,
                """
                func.func @main(%x: tensor<4x3xf64>, %a: tensor<3xf64>) -> tensor<f64> {
                  %aa = stablehlo.broadcast_in_dim %a, dims = [1] : (tensor<3xf64>) -> tensor<4x3xf64>
                  %z = stablehlo.constant dense<0.0> : tensor<f64>
                  OPERATIONS
                  %three = stablehlo.constant dense<1.5> : tensor<4x3xf64>
                  %y3 = stablehlo.multiply %three, %y : tensor<4x3xf64>
                  %t = stablehlo.tanh %y3 : tensor<4x3xf64>
                  %w = stablehlo.constant dense<[[1.0, 2.0, -3.0], [0.5, 4.0, -1.0], \
                [2.0, 0.3, 0.7], [-1.0, 1.5, 2.5]]> : tensor<4x3xf64>
                  %wt = stablehlo.multiply %w, %t : tensor<4x3xf64>
                  %sum = stablehlo.reduce(%wt init: %z) applies stablehlo.add across dimensions = \
                [0, 1] : (tensor<4x3xf64>, tensor<f64>) -> tensor<f64>
                  return %sum : tensor<f64>
                }
                func.func private @times(%x: tensor<4x3xf64>, %y: tensor<4x3xf64>) -> tensor<4x3xf64> {
                  %0 = stablehlo.multiply %x, %y : tensor<4x3xf64>
                  return %0 : tensor<4x3xf64>
                }
                """
                        .replace("OPERATIONS", operations));
    }

    private static final String LESS =
            """
            ^bb0(%l: tensor<f64>, %r: tensor<f64>):
              %lt = stablehlo.compare LT, %l, %r, TOTALORDER : (tensor<f64>, tensor<f64>) -> tensor<i1>
              stablehlo.return %lt : tensor<i1>
            """;

    static Stream<Arguments> losses() {
        return Stream.of(
                of(
                        "sort along 0",
                        """
                        %p = stablehlo.multiply %x, %aa : tensor<4x3xf64>
                        %y = "stablehlo.sort"(%p) <{dimension = 0 : i64, is_stable = true}> ({
                        LESS}) : (tensor<4x3xf64>) -> tensor<4x3xf64>\
                        """
                                .replace("LESS", LESS)),
                of(
                        "sort along the last, with another operand",
                        """
                        %e = stablehlo.exponential %x : tensor<4x3xf64>
                        %p = stablehlo.multiply %x, %aa : tensor<4x3xf64>
                        %s:2 = "stablehlo.sort"(%p, %e) ({
                        ^bb0(%l: tensor<f64>, %r: tensor<f64>, %k: tensor<f64>, %q: tensor<f64>):
                          %lt = stablehlo.compare GT, %l, %r : (tensor<f64>, tensor<f64>) -> tensor<i1>
                          stablehlo.return %lt : tensor<i1>
                        }) : (tensor<4x3xf64>, tensor<4x3xf64>) -> (tensor<4x3xf64>, \
                        tensor<4x3xf64>)
                        %y = stablehlo.multiply %s#0, %s#1 : tensor<4x3xf64>\
                        """),
                of(
                        "top_k",
                        """
                        %p = stablehlo.multiply %x, %aa : tensor<4x3xf64>
                        %v, %i = chlo.top_k(%p, k = 2) : tensor<4x3xf64> -> (tensor<4x2xf64>, \
                        tensor<4x2xi32>)
                        %q = stablehlo.multiply %v, %v : tensor<4x2xf64>
                        %y = stablehlo.pad %q, %z, low = [0, 1], high = [0, 0], interior = [0, 0] : \
                        (tensor<4x2xf64>, tensor<f64>) -> tensor<4x3xf64>\
                        """),
                of(
                        "a long loop with sort and case",
                        """
                        %c0 = stablehlo.constant dense<0> : tensor<i32>
                        %c1 = stablehlo.constant dense<1> : tensor<i32>
                        %c2 = stablehlo.constant dense<2> : tensor<i32>
                        %n = stablehlo.constant dense<50> : tensor<i32>
                        %r:2 = stablehlo.while(%i = %c0, %h = %x) : tensor<i32>, tensor<4x3xf64>
                        cond {
                          %go = stablehlo.compare LT, %i, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
                          stablehlo.return %go : tensor<i1>
                        } do {
                          %odd = stablehlo.remainder %i, %c2 : tensor<i32>
                          %m = "stablehlo.case"(%odd) ({
                            %s = "stablehlo.sort"(%h) <{dimension = 0 : i64}> ({
                        LESS    }) : (tensor<4x3xf64>) -> tensor<4x3xf64>
                            stablehlo.return %s : tensor<4x3xf64>
                          }, {
                            %s = stablehlo.sine %h : tensor<4x3xf64>
                            %p = func.call @times(%s, %aa) : (tensor<4x3xf64>, tensor<4x3xf64>) -> tensor<4x3xf64>
                            %q = stablehlo.add %p, %x : tensor<4x3xf64>
                            stablehlo.return %q : tensor<4x3xf64>
                          }) : (tensor<i32>) -> tensor<4x3xf64>
                          %i1 = stablehlo.add %i, %c1 : tensor<i32>
                          stablehlo.return %i1, %m : tensor<i32>, tensor<4x3xf64>
                        }
                        %y = stablehlo.multiply %r#1, %x : tensor<4x3xf64>\
                        """
                                .replace("LESS", LESS)),
                choice(0),
                choice(1),
                choice(2),
                choice(7),
                of(
                        "if",
                        """
                        %s = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions \
                        = [0, 1] : (tensor<4x3xf64>, tensor<f64>) -> tensor<f64>
                        %pred = stablehlo.compare LT, %s, %z : (tensor<f64>, tensor<f64>) -> tensor<i1>
                        %y:2 = "stablehlo.if"(%pred) ({
                          %e = stablehlo.exponential %x : tensor<4x3xf64>
                          stablehlo.return %e, %s : tensor<4x3xf64>, tensor<f64>
                        }, {
                          %e = stablehlo.multiply %x, %aa : tensor<4x3xf64>
                          stablehlo.return %e, %z : tensor<4x3xf64>, tensor<f64>
                        }) : (tensor<i1>) -> (tensor<4x3xf64>, tensor<f64>)\
                        """
                                        .replace("%y:2", "%yy:2")
                                + "\n"
                                + """
                                %b = stablehlo.broadcast_in_dim %yy#1, dims = [] : (tensor<f64>) -> tensor<4x3xf64>
                                %y = stablehlo.add %yy#0, %b : tensor<4x3xf64>\
                                """),
                of(
                        "map",
                        """
                        %y = "stablehlo.map"(%x, %aa) ({
                        ^bb0(%l: tensor<f64>, %r: tensor<f64>):
                          %m = stablehlo.multiply %l, %r : tensor<f64>
                          %n = stablehlo.sine %m : tensor<f64>
                          stablehlo.return %n : tensor<f64>
                        }) {dimensions = array<i64: 0, 1>} : (tensor<4x3xf64>, tensor<3xf64>) -> \
                        tensor<4x3xf64>\
                        """
                                .replace(
                                        "tensor<4x3xf64>, tensor<3xf64>)",
                                        "tensor<4x3xf64>, tensor<4x3xf64>)")),
                of(
                        "reduction by a function without a name",
                        """
                        %r = "stablehlo.reduce"(%x, %z) <{dimensions = array<i64: 1>}> ({
                        ^bb0(%l: tensor<f64>, %r: tensor<f64>):
                          %p = stablehlo.multiply %l, %r : tensor<f64>
                          %s = stablehlo.add %l, %r : tensor<f64>
                          %m = stablehlo.subtract %s, %p : tensor<f64>
                          stablehlo.return %m : tensor<f64>
                        }) : (tensor<4x3xf64>, tensor<f64>) -> tensor<4xf64>
                        %b = stablehlo.broadcast_in_dim %r, dims = [0] : (tensor<4xf64>) -> tensor<4x3xf64>
                        %y = stablehlo.multiply %b, %aa : tensor<4x3xf64>\
                        """),
                of(
                        "window reduction by a function without a name",
                        """
                        %y = "stablehlo.reduce_window"(%x, %z) <{window_dimensions = array<i64: 3, \
                        1>, padding = dense<[[1, 1], [0, 0]]> : tensor<2x2xi64>}> ({
                        ^bb0(%l: tensor<f64>, %r: tensor<f64>):
                          %p = stablehlo.multiply %l, %r : tensor<f64>
                          %s = stablehlo.add %l, %r : tensor<f64>
                          %m = stablehlo.subtract %s, %p : tensor<f64>
                          stablehlo.return %m : tensor<f64>
                        }) : (tensor<4x3xf64>, tensor<f64>) -> tensor<4x3xf64>\
                        """));
    }

    /** An index that no constant folding sees: n plus floor(0 x). */
    private static Arguments choice(int n) {
        return of(
                "case " + n,
                """
                %h = stablehlo.slice %x [0:1, 0:1] : (tensor<4x3xf64>) -> tensor<1x1xf64>
                %g = stablehlo.reshape %h : (tensor<1x1xf64>) -> tensor<f64>
                %zero = stablehlo.multiply %g, %z : tensor<f64>
                %zi = stablehlo.convert %zero : (tensor<f64>) -> tensor<i32>
                %n = stablehlo.constant dense<INDEX> : tensor<i32>
                %i = stablehlo.add %zi, %n : tensor<i32>
                %y = "stablehlo.case"(%i) ({
                  %m = stablehlo.multiply %x, %aa : tensor<4x3xf64>
                  %u = "stablehlo.if"(%p) ({
                    %v = stablehlo.multiply %m, %m : tensor<4x3xf64>
                    stablehlo.return %v : tensor<4x3xf64>
                  }, {
                    stablehlo.return %m : tensor<4x3xf64>
                  }) : (tensor<i1>) -> tensor<4x3xf64>
                  stablehlo.return %u : tensor<4x3xf64>
                }, {
                  %d = stablehlo.dot_general %x, %x, contracting_dims = [1] x [1] : \
                (tensor<4x3xf64>, tensor<4x3xf64>) -> tensor<4x4xf64>
                  %m = stablehlo.dot_general %d, %aa, contracting_dims = [1] x [0] : \
                (tensor<4x4xf64>, tensor<4x3xf64>) -> tensor<4x3xf64>
                  stablehlo.return %m : tensor<4x3xf64>
                }, {
                  %c = stablehlo.constant dense<0.5> : tensor<4x3xf64>
                  stablehlo.return %c : tensor<4x3xf64>
                }) : (tensor<i32>) -> tensor<4x3xf64>\
                """
                        .replace("INDEX", Integer.toString(n))
                        .replace(
                                "%y = \"stablehlo.case\"",
                                "%p = stablehlo.compare EQ, %i, %n : (tensor<i32>, tensor<i32>) ->"
                                        + " tensor<i1>\n"
                                        + "%y = \"stablehlo.case\""));
    }
}
