package io.hessdiag.stablehlo;

import static io.hessdiag.ir.Programs.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.ad.Gradient;
import io.hessdiag.ad.Jvp;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.Programs;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values of the specification's examples, and derivatives. */
class BatchNormRulesTest {
    private static final Shape BATCH = Shape.of(2, 2, 2);
    private static final Tensor X = Tensor.of(BATCH, 1, 2, 3, 4, 3, 4, 1, 2);
    private static final String TYPE = "tensor<2x2x2xf64>";
    private static final String V = "tensor<2xf64>";
    private static final String ATTRIBUTES =
            " <{epsilon = 0.0 : f32, feature_index = 2 : i64}> : (";

    private static Tensor v(double... values) {
        return Tensor.of(Shape.of(values.length), values);
    }

    @Test
    void inference() {
        Program p =
                Texts.program(
                        "%x: " + TYPE + ", %s: " + V + ", %o: " + V + ", %m: " + V + ", %v: " + V,
                        TYPE,
                        "%r = \"stablehlo.batch_norm_inference\"(%x, %s, %o, %m, %v)"
                                + ATTRIBUTES
                                + String.join(", ", TYPE, V, V, V, V)
                                + ") -> "
                                + TYPE
                                + "\n return %r : "
                                + TYPE);
        assertArrayEquals(
                new double[] {0, 0, 2, 2, 2, 2, 0, 0},
                Interpreter.run(p, List.of(X, v(1, 1), v(1, 1), v(2, 3), v(1, 1)))
                        .get(0)
                        .doubles());
    }

    private static Program training(String epsilon) {
        return Texts.program(
                "%x: " + TYPE + ", %s: " + V + ", %o: " + V,
                "(" + TYPE + ", " + V + ", " + V + ")",
                "%r:3 = \"stablehlo.batch_norm_training\"(%x, %s, %o)"
                        + ATTRIBUTES.replace("0.0", epsilon)
                        + String.join(", ", TYPE, V, V)
                        + ") -> ("
                        + String.join(", ", TYPE, V, V)
                        + ")\n return %r#0, %r#1, %r#2 "
                        + ": "
                        + String.join(", ", TYPE, V, V));
    }

    @Test
    void trainingReturnsMeanAndVarianceOverTheOtherAxes() {
        List<Tensor> out = Interpreter.run(training("0.0"), List.of(X, v(1, 1), v(1, 1)));
        assertArrayEquals(new double[] {0, 0, 2, 2, 2, 2, 0, 0}, out.get(0).doubles());
        assertArrayEquals(new double[] {2, 3}, out.get(1).doubles());
        assertArrayEquals(new double[] {1, 1}, out.get(2).doubles());
    }

    /** batch_norm_grad of training's statistics is the gradient of training. */
    @Test
    void gradientOfTraining() {
        String four = String.join(", ", TYPE, V, V, V, TYPE);
        Program grad =
                Texts.program(
                        "%x: " + TYPE + ", %s: " + V + ", %m: " + V + ", %v: " + V + ", %c: "
                                + TYPE,
                        "(" + TYPE + ", " + V + ", " + V + ")",
                        "%r:3 = \"stablehlo.batch_norm_grad\"(%x, %s, %m, %v, %c)"
                                + ATTRIBUTES.replace("0.0", "0.25")
                                + four
                                + ") -> ("
                                + String.join(", ", TYPE, V, V)
                                + ")\n return %r#0, %r#1, %r#2 : "
                                + String.join(", ", TYPE, V, V));
        Random random = new Random(4);
        Tensor scale = v(1.5, -0.5);
        Tensor ct = Programs.random(random, BATCH);
        Program training = training("0.25");
        List<Tensor> out = Interpreter.run(training, List.of(X, scale, v(0.1, 0.2)));
        List<Tensor> found = Interpreter.run(grad, List.of(X, scale, out.get(1), out.get(2), ct));
        Program loss =
                Programs.of(
                        (b, in) ->
                                b.sum(
                                        b.multiply(
                                                b.inline(training, Ints.of(in)).get(0),
                                                b.constant(ct)),
                                        Ints.range(3)),
                        BATCH,
                        Shape.of(2),
                        Shape.of(2));
        List<Tensor> expected =
                Interpreter.run(Gradient.of(loss, Ints.range(3)), List.of(X, scale, v(0.1, 0.2)));
        for (int i = 0; i < 3; i++) {
            assertClose(expected.get(1 + i).doubles(), found.get(i).doubles(), 1e-14, "input " + i);
        }
    }

    @Test
    void secondDerivativeOfTraining() {
        Program training = training("0.25");
        Program loss =
                Programs.of(
                        (b, in) ->
                                Programs.weightedSum(
                                        b,
                                        b.multiply(
                                                b.inline(training, Ints.of(in)).get(0),
                                                b.inline(training, Ints.of(in)).get(0)),
                                        new Random(2)),
                        BATCH,
                        Shape.of(2),
                        Shape.of(2));
        Program gradient = Gradient.of(loss, Ints.range(3));
        Tensor direction = Programs.random(new Random(3), BATCH);
        List<Tensor> in = List.of(X, v(1.5, -0.5), v(0.1, 0.2));
        double[] second =
                Interpreter.run(
                                Jvp.of(gradient, Ints.of(0)),
                                Programs.append(in, List.of(direction)))
                        .get(5)
                        .doubles();
        double h = 1.0 / 1024;
        double[] expected = new double[8];
        for (int j : new int[] {-2, -1, 1, 2}) {
            double[] moved = X.doubles().clone();
            for (int i = 0; i < 8; i++) {
                moved[i] += j * h * direction.get(i);
            }
            double[] g =
                    Interpreter.run(
                                    gradient,
                                    List.of(Tensor.of(BATCH, moved), in.get(1), in.get(2)))
                            .get(1)
                            .doubles();
            for (int i = 0; i < 8; i++) {
                expected[i] += (Math.abs(j) == 1 ? 8 * j : -j / 2.0) * g[i] / (12 * h);
            }
        }
        assertClose(expected, second, 1e-9, "training");
    }

    @Test
    void featuresOutsideTheRankAreRefused() {
        StableHloException e =
                assertThrows(
                        StableHloException.class,
                        () ->
                                Texts.program(
                                        "%x: " + V,
                                        V,
                                        "%r = \"stablehlo.batch_norm_inference\"(%x, %x, %x, %x,"
                                                + " %x) <{epsilon = 0.0 : f32, feature_index = 1 :"
                                                + " i64}> : ("
                                                + String.join(", ", V, V, V, V, V)
                                                + ") -> "
                                                + V
                                                + "\n return %r : "
                                                + V));
        assertEquals(
                "m.mlir:2:6: batch_norm_inference: feature_index 1 is outside rank 1",
                e.getMessage());
    }
}
