package io.hessdiag.stablehlo;

import static io.hessdiag.ir.Programs.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ad.Diagonal;
import io.hessdiag.ad.Gradient;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code while} as JAX's scan, fori_loop and map print it. */
class LoopTest {
    /** lax.scan over x with states h and c; PLACE is the row's index, computed from the counter. */
    private static final String SCAN =
            """
            func.func @main(%w: tensor<3xf64>, %h: tensor<3xf64>, %x: tensor<Nx3xf64>) -> tensor<f64> {
              %zero = stablehlo.constant dense<0.0> : tensor<f64>
              %ys = stablehlo.broadcast_in_dim %zero, dims = [] : (tensor<f64>) -> tensor<Nx3xf64>
              %c = stablehlo.constant dense<0> : tensor<i32>
              %0:6 = stablehlo.while(%iw = %w, %ix = %x, %i = %c, %ih = %h, %ic = %w, %iy = %ys) : tensor<3xf64>, tensor<Nx3xf64>, tensor<i32>, tensor<3xf64>, tensor<3xf64>, tensor<Nx3xf64>
              cond {
                %n = stablehlo.constant dense<N> : tensor<i32>
                %1 = stablehlo.compare LT, %i, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
                stablehlo.return %1 : tensor<i1>
              } do {
                PLACE
                %s = stablehlo.dynamic_slice %ix, %at, %k0, sizes = [1, 3] : (tensor<Nx3xf64>, tensor<i32>, tensor<i32>) -> tensor<1x3xf64>
                %r = stablehlo.reshape %s : (tensor<1x3xf64>) -> tensor<3xf64>
                %b:3 = func.call @step(%iw, %ih, %ic, %r) : (tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<3xf64>, tensor<3xf64>, tensor<3xf64>)
                %u = stablehlo.broadcast_in_dim %b#2, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
                %v = stablehlo.dynamic_update_slice %iy, %u, %at, %k0 : (tensor<Nx3xf64>, tensor<1x3xf64>, tensor<i32>, tensor<i32>) -> tensor<Nx3xf64>
                %one = stablehlo.constant dense<1> : tensor<i32>
                %j = stablehlo.add %i, %one : tensor<i32>
                stablehlo.return %iw, %ix, %j, %b#0, %b#1, %v : tensor<3xf64>, tensor<Nx3xf64>, tensor<i32>, tensor<3xf64>, tensor<3xf64>, tensor<Nx3xf64>
              }
              %p = stablehlo.dot_general %0#5, %0#3, contracting_dims = [1] x [0] : (tensor<Nx3xf64>, tensor<3xf64>) -> tensor<Nxf64>
              %q = stablehlo.multiply %p, %p : tensor<Nxf64>
              %t = stablehlo.reduce(%q init: %zero) applies stablehlo.add across dimensions = [0] : (tensor<Nxf64>, tensor<f64>) -> tensor<f64>
              %d = stablehlo.dot_general %0#4, %w, contracting_dims = [0] x [0] : (tensor<3xf64>, tensor<3xf64>) -> tensor<f64>
              %l = stablehlo.add %t, %d : tensor<f64>
              return %l : tensor<f64>
            }
            func.func private @step(%w: tensor<3xf64>, %h: tensor<3xf64>, %c: tensor<3xf64>, %x: tensor<3xf64>) -> (tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) {
              %0 = stablehlo.multiply %w, %h : tensor<3xf64>
              %1 = stablehlo.add %0, %x : tensor<3xf64>
              %2 = stablehlo.tanh %1 : tensor<3xf64>
              %3 = stablehlo.multiply %2, %c : tensor<3xf64>
              %4 = stablehlo.sine %3 : tensor<3xf64>
              %5 = stablehlo.multiply %4, %w : tensor<3xf64>
              return %2, %4, %5 : tensor<3xf64>, tensor<3xf64>, tensor<3xf64>
            }
            """;

    private static final String AHEAD =
            """
            %k0 = stablehlo.constant dense<0> : tensor<i32>
            %k1 = stablehlo.compare LT, %i, %k0, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
            %k2 = stablehlo.constant dense<N> : tensor<i32>
            %k3 = stablehlo.add %i, %k2 : tensor<i32>
            %at = stablehlo.select %k1, %k3, %i : tensor<i1>, tensor<i32>
            """;

    private static final String BACK =
            """
            %k0 = stablehlo.constant dense<0> : tensor<i32>
            %k1 = stablehlo.constant dense<N> : tensor<i32>
            %k2 = stablehlo.subtract %k1, %i : tensor<i32>
            %k3 = stablehlo.constant dense<1> : tensor<i32>
            %k4 = stablehlo.subtract %k2, %k3 : tensor<i32>
            %k5 = stablehlo.compare LT, %k4, %k0, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
            %k6 = stablehlo.add %k4, %k1 : tensor<i32>
            %at = stablehlo.select %k5, %k6, %k4 : tensor<i1>, tensor<i32>
            """;

    private static Program simplified(Program p) {
        return ProgramChecker.check(Rewrites.imported(p));
    }

    private static boolean has(Program p, Class<? extends Op> op) {
        return p.equations().stream().anyMatch(e -> op.isInstance(e.op()));
    }

    /** The loss of SCAN, step by step. */
    private static double loss(List<Tensor> in, boolean back) {
        double[] w = in.get(0).doubles();
        double[] h = in.get(1).doubles().clone();
        double[] c = w.clone();
        int n = in.get(2).shape().dim(0);
        double[][] ys = new double[n][3];
        for (int step = 0; step < n; step++) {
            int t = back ? n - 1 - step : step;
            for (int j = 0; j < 3; j++) {
                h[j] = Math.tanh(w[j] * h[j] + in.get(2).get(3 * t + j));
                c[j] = Math.sin(h[j] * c[j]);
                ys[t][j] = c[j] * w[j];
            }
        }
        double loss = 0;
        for (int j = 0; j < 3; j++) {
            loss += c[j] * w[j];
        }
        for (double[] y : ys) {
            double p = y[0] * h[0] + y[1] * h[1] + y[2] * h[2];
            loss += p * p;
        }
        return loss;
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,true", "7,false", "7,true", "60,false", "60,true"})
    void scanInEitherDirection(int n, boolean back) {
        Program p = Texts.program(SCAN.replace("PLACE", back ? BACK : AHEAD).replace("N", "" + n));
        Program simple = simplified(p);
        assertTrue(has(p, Op.While.class) && !has(simple, Op.While.class));
        assertEquals(n > 40, has(simple, Op.Scan.class));
        assertTrue(
                !has(simple, Op.Gather.class) && !has(simple, Op.Scatter.class),
                () -> "rows in order need no indices: " + simple);
        List<Tensor> x = Programs.random(new Random(1), p.inputTypes());
        double expected = loss(x, back);
        assertEquals(expected, Interpreter.run(p, x).get(0).get(0), 1e-12);
        assertEquals(expected, Interpreter.run(simple, x).get(0).get(0), 1e-12);

        Program gradient = ProgramChecker.check(Gradient.of(simple, Ints.range(3)));
        Program better = ProgramChecker.check(Rewrites.simplify(gradient));
        List<Tensor> g = Interpreter.run(better, x);
        for (int leaf = 0; leaf < 3; leaf++) {
            Shape shape = p.inputTypes().get(leaf).shape();
            int k = Math.min(6, shape.size());
            Program d =
                    ProgramChecker.check(Rewrites.simplify(Diagonal.of(better, leaf, 1 + leaf, k)));
            List<Tensor> in = Programs.append(x, List.of());
            for (int a = 0; a < shape.rank(); a++) {
                int axis = a;
                in.add(
                        Programs.integers(
                                Shape.of(k),
                                IntStream.range(0, k)
                                        .mapToLong(i -> i / shape.strides()[axis] % shape.dim(axis))
                                        .toArray()));
            }
            double[] second = Interpreter.run(d, in).get(0).doubles();
            for (int i = 0; i < k; i++) {
                double[] v = around(x, leaf, i, back);
                assertEquals(
                        (v[0] - 8 * v[1] + 8 * v[3] - v[4]) / (12 * STEP),
                        g.get(1 + leaf).get(i),
                        1e-8);
                assertEquals(
                        (-v[0] + 16 * v[1] - 30 * v[2] + 16 * v[3] - v[4]) / (12 * STEP * STEP),
                        second[i],
                        1e-5);
            }
        }
    }

    private static final double STEP = 2e-3;

    private static double[] around(List<Tensor> x, int leaf, int entry, boolean back) {
        return IntStream.rangeClosed(-2, 2)
                .mapToDouble(
                        s -> {
                            List<Tensor> moved = Programs.append(x, List.of());
                            double[] values = x.get(leaf).doubles().clone();
                            values[entry] += s * STEP;
                            moved.set(leaf, Tensor.of(x.get(leaf).shape(), values));
                            return loss(moved, back);
                        })
                .toArray();
    }

    /** Rows at other places than one after another: x[2 t + 1], written to y[(t + 3) mod 60]. */
    @Test
    void rowsOutOfOrderAreFoundByIndex() {
        Program p =
                Texts.program(
                        """
                        func.func @main(%x: tensor<120xf64>, %y: tensor<64xf64>) -> tensor<64xf64> {
                          %c0 = stablehlo.constant dense<0> : tensor<i32>
                          %c1 = stablehlo.constant dense<1> : tensor<i32>
                          %c2 = stablehlo.constant dense<2> : tensor<i32>
                          %c3 = stablehlo.constant dense<3> : tensor<i32>
                          %n = stablehlo.constant dense<60> : tensor<i32>
                          %0:2 = stablehlo.while(%i = %c0, %iy = %y) : tensor<i32>, tensor<64xf64>
                          cond {
                            %2 = stablehlo.compare LT, %i, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
                            stablehlo.return %2 : tensor<i1>
                          } do {
                            %2 = stablehlo.multiply %i, %c2 : tensor<i32>
                            %3 = stablehlo.add %2, %c1 : tensor<i32>
                            %4 = stablehlo.dynamic_slice %x, %3, sizes = [1] : (tensor<120xf64>, tensor<i32>) -> tensor<1xf64>
                            %5 = stablehlo.add %i, %c3 : tensor<i32>
                            %6 = stablehlo.remainder %5, %n : tensor<i32>
                            %7 = stablehlo.dynamic_update_slice %iy, %4, %6 : (tensor<64xf64>, tensor<1xf64>, tensor<i32>) -> tensor<64xf64>
                            %8 = stablehlo.add %i, %c1 : tensor<i32>
                            stablehlo.return %8, %7 : tensor<i32>, tensor<64xf64>
                          }
                          return %0#1 : tensor<64xf64>
                        }
                        """);
        List<Tensor> in = Programs.random(new Random(4), p.inputTypes());
        Program simple = simplified(p);
        assertTrue(has(simple, Op.Gather.class) && has(simple, Op.Scatter.class));
        assertEquals(Interpreter.run(p, in), Interpreter.run(simple, in));
        assertEquals(in.get(0).get(1), Interpreter.run(simple, in).get(0).get(3));
        assertEquals(in.get(1).get(60), Interpreter.run(simple, in).get(0).get(60));
    }

    /** fori_loop: v doubled plus an outer value as often as the counter says. */
    private static String counted(String direction, String first, String bound, String step) {
        return """
        func.func @main(%v: tensor<f64>, %w: tensor<f64>) -> (tensor<TYPE>, tensor<f64>) {
          %f = stablehlo.constant dense<FIRST> : tensor<TYPE>
          %b = stablehlo.constant dense<BOUND> : tensor<TYPE>
          %s = stablehlo.constant dense<STEP> : tensor<TYPE>
          %0:2 = stablehlo.while(%i = %f, %a = %v) : tensor<TYPE>, tensor<f64>
          cond {
            %1 = stablehlo.compare DIRECTION : (tensor<TYPE>, tensor<TYPE>) -> tensor<i1>
            stablehlo.return %1 : tensor<i1>
          } do {
            %1 = stablehlo.add %a, %a : tensor<f64>
            %2 = stablehlo.add %1, %w : tensor<f64>
            %3 = stablehlo.add %i, %s : tensor<TYPE>
            stablehlo.return %3, %2 : tensor<TYPE>, tensor<f64>
          }
          return %0#0, %0#1 : tensor<TYPE>, tensor<f64>
        }
        """
                .replace("DIRECTION", direction)
                .replace("FIRST", first)
                .replace("BOUND", bound)
                .replace("STEP", step);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LT, %i, %b, SIGNED | 0 | 5 | 1 | 5",
                "LT, %i, %b, SIGNED | 3 | 11 | 3 | 3",
                "LE, %i, %b, SIGNED | 0 | 5 | 1 | 6",
                "LE, %i, %b, SIGNED | -4 | 5 | 3 | 4",
                "GT, %i, %b, SIGNED | 9 | 2 | -3 | 3",
                "GE, %i, %b, SIGNED | 9 | 3 | -3 | 3",
                "NE, %i, %b, SIGNED | 2 | 10 | 2 | 4",
                "NE, %i, %b, SIGNED | 10 | 4 | -3 | 2",
                "GT, %b, %i, SIGNED | 0 | 5 | 1 | 5",
                "GE, %b, %i, SIGNED | 0 | 5 | 2 | 3",
                "LT, %b, %i, SIGNED | 5 | 0 | -1 | 5",
                "LE, %b, %i, SIGNED | 5 | 0 | -1 | 6",
                "NE, %b, %i, SIGNED | 0 | 5 | 1 | 5",
                "LT, %i, %b, SIGNED | 5 | 5 | 1 | 0",
                "LT, %i, %b, SIGNED | 7 | 5 | 1 | 0",
                "GT, %i, %b, SIGNED | 1 | 5 | -1 | 0",
                "NE, %i, %b, SIGNED | 5 | 5 | 1 | 0",
                "LT, %i, %b, SIGNED | 0 | 55 | 1 | 55"
            })
    void countersOfEveryKind(String direction, String first, String bound, String step, int n) {
        for (DType d : List.of(DType.I32, DType.I64)) {
            Program p =
                    Texts.program(
                            counted(direction, first, bound, step).replace("TYPE", d.toString()));
            Program simple = simplified(p);
            assertTrue(!has(simple, Op.While.class), () -> "of " + simple);
            List<Tensor> in = List.of(Tensor.scalar(0.5), Tensor.scalar(0.25));
            double expected = 0.5 * Math.pow(2, n) + 0.25 * (Math.pow(2, n) - 1);
            long last = Long.parseLong(first.strip()) + n * Long.parseLong(step.strip());
            for (Program q : List.of(p, simple)) {
                List<Tensor> out = Interpreter.run(q, in);
                assertArrayEquals(new long[] {last}, out.get(0).longs());
                assertEquals(expected, out.get(1).get(0), 1e-12 * expected);
            }
        }
    }

    /** Steps that pass the bound, or the end of the type, are left to evaluation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LT, %i, %b, SIGNED | 0 | 120 | 100",
                "NE, %i, %b, SIGNED | 5 | 3 | 1",
                "NE, %i, %b, SIGNED | 0 | 4 | 3"
            })
    void countersThatWrapAreNotCounted(String direction, String first, String bound, String step) {
        Program p = Texts.program(counted(direction, first, bound, step).replace("TYPE", "i8"));
        Program simple = simplified(p);
        assertTrue(has(simple, Op.While.class), () -> "of " + simple);
        List<Tensor> in = List.of(Tensor.scalar(0.0), Tensor.scalar(0.0));
        assertEquals(Interpreter.run(p, in), Interpreter.run(simple, in));
    }

    /** lax.map in a fori_loop: Σ over rounds r < 3 of Σ_i tanh(x_i w) r. */
    @Test
    void aLoopInALoopThatCapturesOuterValues() {
        Program p =
                Texts.program(
                        """
                        func.func @main(%w: tensor<f64>, %x: tensor<50xf64>) -> tensor<f64> {
                          %z = stablehlo.constant dense<0.0> : tensor<f64>
                          %c0 = stablehlo.constant dense<0> : tensor<i32>
                          %c1 = stablehlo.constant dense<1> : tensor<i32>
                          %ys = stablehlo.broadcast_in_dim %z, dims = [] : (tensor<f64>) -> tensor<50xf64>
                          %0:2 = stablehlo.while(%r = %c0, %sum = %z) : tensor<i32>, tensor<f64>
                          cond {
                            %n = stablehlo.constant dense<3> : tensor<i32>
                            %1 = stablehlo.compare LT, %r, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
                            stablehlo.return %1 : tensor<i1>
                          } do {
                            %f = stablehlo.convert %r : (tensor<i32>) -> tensor<f64>
                            %1:2 = stablehlo.while(%i = %c0, %iy = %ys) : tensor<i32>, tensor<50xf64>
                            cond {
                              %n = stablehlo.constant dense<50> : tensor<i32>
                              %2 = stablehlo.compare LT, %i, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
                              stablehlo.return %2 : tensor<i1>
                            } do {
                              %2 = stablehlo.dynamic_slice %x, %i, sizes = [1] : (tensor<50xf64>, tensor<i32>) -> tensor<1xf64>
                              %3 = stablehlo.reshape %2 : (tensor<1xf64>) -> tensor<f64>
                              %4 = stablehlo.multiply %3, %w : tensor<f64>
                              %5 = stablehlo.tanh %4 : tensor<f64>
                              %6 = stablehlo.multiply %5, %f : tensor<f64>
                              %7 = stablehlo.reshape %6 : (tensor<f64>) -> tensor<1xf64>
                              %8 = stablehlo.dynamic_update_slice %iy, %7, %i : (tensor<50xf64>, tensor<1xf64>, tensor<i32>) -> tensor<50xf64>
                              %9 = stablehlo.add %i, %c1 : tensor<i32>
                              stablehlo.return %9, %8 : tensor<i32>, tensor<50xf64>
                            }
                            %2 = stablehlo.reduce(%1#1 init: %z) applies stablehlo.add across dimensions = [0] : (tensor<50xf64>, tensor<f64>) -> tensor<f64>
                            %3 = stablehlo.add %sum, %2 : tensor<f64>
                            %4 = stablehlo.add %r, %c1 : tensor<i32>
                            stablehlo.return %4, %3 : tensor<i32>, tensor<f64>
                          }
                          return %0#1 : tensor<f64>
                        }
                        """);
        Program simple = simplified(p);
        assertTrue(!has(simple, Op.While.class) && has(simple, Op.Scan.class));
        double w = 0.7;
        double[] x = new Random(2).doubles(50, -1, 1).toArray();
        List<Tensor> in = List.of(Tensor.scalar(w), Tensor.of(Shape.of(50), x));
        double loss = 3 * Arrays.stream(x).map(v -> Math.tanh(v * w)).sum();
        double slope = 3 * Arrays.stream(x).map(v -> v / Math.pow(Math.cosh(v * w), 2)).sum();
        double second =
                3
                        * Arrays.stream(x)
                                .map(
                                        v ->
                                                -2
                                                        * v
                                                        * v
                                                        * Math.tanh(v * w)
                                                        / Math.pow(Math.cosh(v * w), 2))
                                .sum();
        assertEquals(loss, Interpreter.run(p, in).get(0).get(0), 1e-12);
        Program gradient = Gradient.of(simple, Ints.of(0));
        assertEquals(loss, Interpreter.run(gradient, in).get(0).get(0), 1e-12);
        assertEquals(slope, Interpreter.run(gradient, in).get(1).get(0), 1e-12);
        assertClose(
                new double[] {second},
                Interpreter.run(Diagonal.of(gradient, 0, 1, 1), in).get(0).doubles(),
                1e-12,
                simple);
    }

    /** Slices at places that do not follow from the counter stay where they are. */
    @Test
    void aRowWhosePlaceDependsOnDataIsReadInTheLoop() {
        Program p =
                Texts.program(
                        """
                        func.func @main(%x: tensor<4x2xf64>, %k: tensor<50xi32>) -> tensor<f64> {
                          %z = stablehlo.constant dense<1.0> : tensor<f64>
                          %c0 = stablehlo.constant dense<0> : tensor<i32>
                          %c1 = stablehlo.constant dense<1> : tensor<i32>
                          %0:2 = stablehlo.while(%i = %c0, %a = %z) : tensor<i32>, tensor<f64>
                          cond {
                            %n = stablehlo.constant dense<50> : tensor<i32>
                            %2 = stablehlo.compare LT, %i, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
                            stablehlo.return %2 : tensor<i1>
                          } do {
                            %2 = stablehlo.dynamic_slice %k, %i, sizes = [1] : (tensor<50xi32>, tensor<i32>) -> tensor<1xi32>
                            %3 = stablehlo.reshape %2 : (tensor<1xi32>) -> tensor<i32>
                            %4 = stablehlo.dynamic_slice %x, %3, %c1, sizes = [1, 1] : (tensor<4x2xf64>, tensor<i32>, tensor<i32>) -> tensor<1x1xf64>
                            %5 = stablehlo.reshape %4 : (tensor<1x1xf64>) -> tensor<f64>
                            %6 = stablehlo.multiply %a, %5 : tensor<f64>
                            %7 = stablehlo.add %i, %c1 : tensor<i32>
                            stablehlo.return %7, %6 : tensor<i32>, tensor<f64>
                          }
                          return %0#1 : tensor<f64>
                        }
                        """);
        long[] k = new Random(3).ints(50, 0, 4).asLongStream().toArray();
        double[] x = {9, 1.1, 9, 0.9, 9, 1.2, 9, 0.8};
        List<Tensor> in =
                List.of(Tensor.of(Shape.of(4, 2), x), Tensor.of(TensorType.of(DType.I32, 50), k));
        Program simple = simplified(p);
        assertTrue(has(simple, Op.Scan.class));
        Program gradient = Gradient.of(simple, Ints.of(0));
        double[] second =
                Interpreter.run(
                                Diagonal.of(gradient, 0, 1, 4),
                                Programs.append(
                                        in,
                                        List.of(
                                                Programs.integers(Shape.of(4), 0, 1, 2, 3),
                                                Programs.integers(Shape.of(4), 1, 1, 1, 1))))
                        .get(0)
                        .doubles();
        double[] counts = new double[4];
        double loss = 1;
        for (long i : k) {
            counts[(int) i]++;
            loss *= x[2 * (int) i + 1];
        }
        for (int i = 0; i < 4; i++) {
            double v = x[2 * i + 1];
            assertEquals(
                    counts[i] * loss / v,
                    Interpreter.run(gradient, in).get(1).get(2 * i + 1),
                    1e-11);
            assertEquals(counts[i] * (counts[i] - 1) * loss / (v * v), second[i], 1e-10);
        }
    }

    @Test
    void aLoopThatDependsOnDataEvaluatesAndNamesThePlaceWhenDifferentiated() {
        Program p =
                Texts.program(
                        """
                        func.func @main(%x: tensor<f64>) -> tensor<f64> {
                          %b = stablehlo.constant dense<100.0> : tensor<f64>
                          %0 = stablehlo.while(%a = %x) : tensor<f64>
                          cond {
                            %1 = stablehlo.compare LT, %a, %b, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
                            stablehlo.return %1 : tensor<i1>
                          } do {
                            %1 = stablehlo.multiply %a, %a : tensor<f64>
                            stablehlo.return %1 : tensor<f64>
                          }
                          return %0 : tensor<f64>
                        }
                        """);
        Program simple = simplified(p);
        assertEquals(256, Interpreter.run(simple, List.of(Tensor.scalar(2.0))).get(0).get(0));
        assertEquals(200, Interpreter.run(simple, List.of(Tensor.scalar(200.0))).get(0).get(0));
        IrException e = assertThrows(IrException.class, () -> Gradient.of(simple, Ints.of(0)));
        assertEquals(
                "m.mlir:3:8: while: the number of steps is not a constant of the program, so the"
                        + " loop has no reverse derivative; write it as lax.scan or fori_loop with"
                        + " fixed bounds, or export grad.mlir",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60})
    void loopsReadBack(int n) {
        Program p = Texts.program(SCAN.replace("PLACE", AHEAD).replace("N", "" + n));
        Texts.assertSame(p, Texts.program(StableHlo.print(p)));
        Program simple = simplified(p);
        Texts.assertSame(simple, Texts.program(StableHlo.print(simple)));
        Program gradient = Rewrites.simplify(Gradient.of(simple, Ints.of(0, 1)));
        Texts.assertSame(gradient, Texts.program(StableHlo.print(gradient)));
        Program diagonal = Rewrites.simplify(Diagonal.of(gradient, 0, 1, 2));
        Texts.assertSame(diagonal, Texts.program(StableHlo.print(diagonal)));
    }

    @Test
    void windowsReadBack() {
        Program p =
                Texts.program(
                        "%x: tensor<2x6x3xf64>, %k: tensor<2x3x4xf64>",
                        "tensor<f64>",
                        """
                        %z = stablehlo.constant dense<0.0> : tensor<f64>
                        %y = stablehlo.convolution(%x, %k) dim_numbers = [b, 0, f]x[0, i, o]->[b, 0, f], window = {stride = [2], pad = [[1, 0]], rhs_dilate = [2]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64} : (tensor<2x6x3xf64>, tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
                        %q = stablehlo.multiply %y, %y : tensor<2x3x4xf64>
                        %s = stablehlo.reduce(%q init: %z) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<2x3x4xf64>, tensor<f64>) -> tensor<f64>
                        return %s : tensor<f64>\
                        """);
        Texts.assertSame(p, Texts.program(StableHlo.print(p)));
        Program gradient = Gradient.of(p, Ints.of(0, 1));
        assertTrue(has(p, Op.Windows.class) && has(gradient, Op.FoldWindows.class));
        Texts.assertSame(gradient, Texts.program(StableHlo.print(gradient)));
        Program diagonal = Diagonal.of(gradient, 0, 1, 3);
        Texts.assertSame(diagonal, Texts.program(StableHlo.print(diagonal)));
    }
}
