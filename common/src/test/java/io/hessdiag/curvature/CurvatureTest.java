package io.hessdiag.curvature;

import static io.hessdiag.ir.Programs.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ad.Plain;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.ProgramGenerator;
import io.hessdiag.ir.Programs;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both methods against one direction per entry, on random programs of all operations. */
class CurvatureTest {
    private static final int PROGRAMS = Integer.getInteger("programs", 150);

    enum Way {
        SWEEPS((c, leaves) -> c.sweeps(leaves, false)),
        CUTS((c, leaves) -> c.sweeps(leaves, true)),
        SITES((c, leaves) -> c.sites(leaves, 1)),
        SWEEPS_IN_TWO((c, leaves) -> c.sweeps(leaves, 2, Integer.MAX_VALUE).orElseThrow()),
        SWEEPS_IN_SEVEN((c, leaves) -> c.sweeps(leaves, 7, Integer.MAX_VALUE).orElseThrow()),
        SITES_IN_THREE((c, leaves) -> c.sites(leaves, 3)),
        SITES_IN_TWELVE((c, leaves) -> c.sites(leaves, 12));

        private final BiFunction<Curvature, BitSet, Passes> passes;

        Way(BiFunction<Curvature, BitSet, Passes> passes) {
            this.passes = passes;
        }
    }

    /** The last of several inputs is data; so are leaves that cannot be served. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void diagonalIsThatOfTheDefinition(Way way) {
        int entries = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            Random random = new Random(seed);
            Program loss = ProgramGenerator.loss(random, 3 + random.nextInt(10));
            List<Tensor> x = Programs.random(random, loss.inputTypes());
            Curvature curvature = Curvature.of(loss, Math.max(1, x.size() - 1));
            BitSet leaves = curvature.servable();
            List<double[]> found = run(way.passes.apply(curvature, leaves), x);
            int[] numbers = leaves.stream().toArray();
            for (int i = 0; i < numbers.length; i++) {
                double[] expected = Plain.diagonal(Plain.gradient(loss), numbers[i], x);
                String what = "seed " + seed + ", leaf " + numbers[i];
                assertClose(expected, found.get(i), 1e-10, what);
                entries += expected.length;
            }
        }
        assertTrue(entries > PROGRAMS, entries + " entries");
    }

    /** The sum over all ranges. */
    private static List<double[]> run(Passes passes, List<Tensor> x) {
        Program program =
                ProgramChecker.check(Rewrites.simplify(ProgramChecker.check(passes.program())));
        List<double[]> sums = new ArrayList<>();
        for (int r = 0; r < passes.ranges(); r++) {
            List<Tensor> in = new ArrayList<>(x);
            if (passes.ranges() > 1) {
                in.add(Tensor.scalar(DType.I64, r));
            }
            List<Tensor> out = Interpreter.run(program, in);
            for (int i = 0; i < out.size(); i++) {
                double[] values = out.get(i).doubles();
                if (r == 0) {
                    sums.add(new double[values.length]);
                }
                double[] sum = sums.get(i);
                Arrays.setAll(sum, k -> sum[k] + values[k]);
            }
        }
        return sums;
    }

    private static Program network() {
        Random random = new Random(1);
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Programs.random(random, Shape.of(3, 5)));
        Expr v = b.parameter("['v']", Programs.random(random, Shape.of(5, 2)));
        Expr x = b.data(Programs.random(random, Shape.of(7, 3)));
        return b.build(x.matmul(w).tanh().matmul(v).square().mean()).program();
    }

    /** Of the last layer one per output; of the first those, and one per hidden unit. */
    @Test
    void directionsAreCounted() {
        Curvature curvature = Curvature.of(network(), 2);
        Passes passes = curvature.sweeps(curvature.servable(), false);
        assertEquals(7 * (2 + 5), passes.directions().get(0));
        assertEquals(7 * 2, passes.directions().get(1));
        Passes sites = curvature.sites(curvature.servable(), 1);
        assertEquals(7 * 5, sites.directions().get(0));
        assertEquals(7 * 2, sites.directions().get(1));
    }

    /** The largest value has 5 units of 7 examples. */
    @Test
    void rangesThatAreEmptyEverywhereAreNotRun() {
        Curvature curvature = Curvature.of(network(), 2);
        BitSet leaves = curvature.servable();
        assertEquals(35, curvature.sites(leaves, 1000).ranges());
        assertEquals(35, curvature.sweeps(leaves, 1000, 10_000).orElseThrow().ranges());
        assertEquals(2, curvature.sites(leaves, 2).ranges());
    }

    @Test
    void valuesWithoutElementsHaveNoSeeds() {
        Random random = new Random(1);
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Programs.random(random, Shape.of(6, 5)));
        Expr v = b.parameter("['v']", Programs.random(random, Shape.of(6, 0)));
        List<Tensor> values =
                List.of(
                        Programs.random(random, Shape.of(6, 5)),
                        Tensor.zeros(w0()),
                        Programs.random(random, Shape.of(7, 6)));
        Expr x = b.data(values.get(2));
        Expr empty = x.matmul(v).tanh().square().sum();
        Program loss = b.build(x.matmul(w).tanh().square().sum().add(empty)).program();
        Curvature curvature = Curvature.of(loss, 2);
        List<double[]> whole = run(curvature.sites(curvature.servable(), 1), values);
        List<double[]> ranges = run(curvature.sites(curvature.servable(), 3), values);
        assertClose(whole.get(0), ranges.get(0), 1e-13, "w");
        assertEquals(0, ranges.get(1).length);
    }

    private static TensorType w0() {
        return new TensorType(DType.F64, Shape.of(6, 0));
    }

    @Test
    void longerProgramsThanAskedForAreGivenUp() {
        Curvature curvature = Curvature.of(network(), 2);
        int length = curvature.sweeps(curvature.servable(), true).program().equations().size();
        assertTrue(curvature.sweeps(curvature.servable(), true, length / 2).isEmpty());
    }

    @Test
    void programIsTheSameEveryTime() {
        List<String> texts =
                IntStream.range(0, 2)
                        .mapToObj(i -> Curvature.of(network(), 2))
                        .map(c -> c.sweeps(c.servable(), true).program().toString())
                        .toList();
        assertEquals(texts.get(0), texts.get(1));
    }
}
