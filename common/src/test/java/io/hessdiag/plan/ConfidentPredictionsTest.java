package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ir.Program;
import io.hessdiag.ir.Programs;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cross-entropy of the logits relu(x w1) w2 + b, of which one wins by a gap, as JAX prints it from
 * log_softmax, logsumexp and log(sum(exp)). The network being piecewise linear, its diagonal is 1/N
 * Σₙ Σₖ pₖ (∂zₖ − Σⱼ pⱼ ∂zⱼ)², here in 60 digits. With tangents of exponentials and sums as they
 * stand, loss.mlir gave relative errors of 2e-10 for gap 15, 1e-6 for 25, 5 for 40 and 1 for 300,
 * where it gave zeros.
 */
class ConfidentPredictionsTest {
    private static final int N = 12;
    private static final int INPUTS = 4;
    private static final int HIDDEN = 5;
    private static final int CLASSES = 4;
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    @ParameterizedTest
    @CsvSource({
        "log_softmax, 15",
        "log_softmax, 25",
        "log_softmax, 40",
        "log_softmax, 300",
        "logsumexp, 15",
        "logsumexp, 25",
        "logsumexp, 40",
        "logsumexp, 300",
        "plain, 15",
        "plain, 25",
        "plain, 40",
        "plain, 300"
    })
    void entriesAreExactToRounding(String form, double gap) throws IOException {
        List<Tensor> values = values(gap);
        double[][] expected = expected(values);
        for (Loss loss : List.of(loss(form, values, true), loss(form, values, false))) {
            List<Tensor> found = DiagonalPlan.create(loss, PlanOptions.DEFAULT).run().leaves();
            for (int leaf = 0; leaf < expected.length; leaf++) {
                assertEquals(0, worst(expected[leaf], found.get(leaf)), 1e-13, "leaf " + leaf);
            }
        }
    }

    /** The largest relative error of an entry. */
    private static double worst(double[] expected, Tensor found) {
        return IntStream.range(0, expected.length)
                .filter(i -> expected[i] != 0)
                .mapToDouble(i -> Math.abs(found.get(i) / expected[i] - 1))
                .max()
                .orElseThrow();
    }

    private static List<Tensor> values(double gap) {
        Random random = new Random(1);
        Tensor b = Programs.random(random, Shape.of(CLASSES));
        b.doubles()[1] += gap;
        return List.of(
                b,
                Programs.random(random, Shape.of(INPUTS, HIDDEN)),
                Programs.random(random, Shape.of(HIDDEN, CLASSES)),
                Programs.random(random, Shape.of(N, INPUTS)),
                Tensor.of(TensorType.of(DType.I32, N), random.longs(N, 0, CLASSES).toArray()));
    }

    private static Loss loss(String form, List<Tensor> values, boolean derived) throws IOException {
        List<LeafInfo> leaves = new ArrayList<>();
        for (String path : List.of("[0]['b']", "[0]['w1']", "[0]['w2']", "[1]", "[2]")) {
            TensorType type = values.get(leaves.size()).type();
            leaves.add(new LeafInfo(KeyPath.parse(path), type, leaves.size() < 3));
        }
        Program gradient = derived ? null : program(form, "grad.mlir");
        return new Loss(program(form, "loss.mlir"), gradient, leaves, values, Map.of());
    }

    private static Program program(String form, String file) throws IOException {
        Path path = Path.of("src/test/resources/softmax", form, file);
        return StableHlo.importFunction(StableHlo.parse(file, Files.readString(path)), "main")
                .program();
    }

    /** The diagonal of each leaf. */
    private static double[][] expected(List<Tensor> values) {
        BigDecimal[][] w1 = matrix(values.get(1));
        BigDecimal[][] w2 = matrix(values.get(2));
        BigDecimal[] bias = matrix(values.get(0).reshape(Shape.of(1, CLASSES)))[0];
        BigDecimal[][] sums = new BigDecimal[3][];
        sums[0] = zeros(CLASSES);
        sums[1] = zeros(INPUTS * HIDDEN);
        sums[2] = zeros(HIDDEN * CLASSES);
        for (BigDecimal[] x : matrix(values.get(3))) {
            BigDecimal[] h =
                    Arrays.stream(product(x, w1)).map(v -> v.max(ZERO)).toArray(BigDecimal[]::new);
            BigDecimal[] z = product(h, w2);
            for (int k = 0; k < CLASSES; k++) {
                z[k] = z[k].add(bias[k]);
            }
            BigDecimal[] p = softmax(z);
            for (int c = 0; c < CLASSES; c++) {
                BigDecimal[] dz = zeros(CLASSES);
                dz[c] = BigDecimal.ONE;
                BigDecimal variance = variance(p, dz);
                sums[0][c] = sums[0][c].add(variance);
                for (int i = 0; i < HIDDEN; i++) {
                    int at = i * CLASSES + c;
                    sums[2][at] = sums[2][at].add(h[i].pow(2).multiply(variance));
                }
            }
            for (int i = 0; i < HIDDEN; i++) {
                BigDecimal variance = h[i].signum() > 0 ? variance(p, w2[i]) : ZERO;
                for (int j = 0; j < INPUTS; j++) {
                    int at = j * HIDDEN + i;
                    sums[1][at] = sums[1][at].add(x[j].pow(2).multiply(variance));
                }
            }
        }
        return Arrays.stream(sums)
                .map(s -> Arrays.stream(s).mapToDouble(v -> v.doubleValue() / N).toArray())
                .toArray(double[][]::new);
    }

    /** Σₖ pₖ (dₖ − Σⱼ pⱼ dⱼ)². */
    private static BigDecimal variance(BigDecimal[] p, BigDecimal[] d) {
        BigDecimal mean = ZERO;
        for (int k = 0; k < p.length; k++) {
            mean = mean.add(p[k].multiply(d[k], DIGITS), DIGITS);
        }
        BigDecimal sum = ZERO;
        for (int k = 0; k < p.length; k++) {
            sum = sum.add(p[k].multiply(d[k].subtract(mean).pow(2, DIGITS), DIGITS), DIGITS);
        }
        return sum;
    }

    private static BigDecimal[] softmax(BigDecimal[] z) {
        BigDecimal[] e =
                Arrays.stream(z).map(ConfidentPredictionsTest::exp).toArray(BigDecimal[]::new);
        BigDecimal sum = Arrays.stream(e).reduce(ZERO, BigDecimal::add);
        return Arrays.stream(e).map(v -> v.divide(sum, DIGITS)).toArray(BigDecimal[]::new);
    }

    /** (e^(x/1024))^1024 by its series. */
    private static BigDecimal exp(BigDecimal x) {
        MathContext digits = new MathContext(80);
        BigDecimal small = x.divide(BigDecimal.valueOf(1024), digits);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = term;
        for (int i = 1; i < 60; i++) {
            term = term.multiply(small).divide(BigDecimal.valueOf(i), digits);
            sum = sum.add(term, digits);
        }
        return sum.pow(1024, digits);
    }

    private static BigDecimal[] product(BigDecimal[] x, BigDecimal[][] w) {
        BigDecimal[] out = zeros(w[0].length);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[j] = out[j].add(x[i].multiply(w[i][j]));
            }
        }
        return out;
    }

    private static BigDecimal[] zeros(int n) {
        BigDecimal[] out = new BigDecimal[n];
        Arrays.fill(out, ZERO);
        return out;
    }

    private static BigDecimal[][] matrix(Tensor t) {
        int columns = t.shape().dim(1);
        BigDecimal[][] out = new BigDecimal[t.shape().dim(0)][columns];
        for (int i = 0; i < t.size(); i++) {
            out[i / columns][i % columns] = new BigDecimal(t.get(i));
        }
        return out;
    }
}
