package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharingTest {
    private static final int SIZE = 1 << 20;

    /** tanh(x) for leaves 0 and 2; its square for 0, twice itself, for 2. */
    private static Sharing sharing() {
        ProgramBuilder b = new ProgramBuilder("shared");
        int x = b.input(new TensorType(DType.F64, Shape.of(SIZE)));
        int t = b.emit(new Op.Unary(UnaryFunction.TANH), x);
        int square = b.emit(new Op.Binary(BinaryFunction.MULTIPLY), t, t);
        int twice = b.emit(new Op.Binary(BinaryFunction.ADD), t, t);
        Program p = b.build(Ints.of(square, twice));
        return new Sharing(p, List.of(0, 2));
    }

    private static BitSet set(int... leaves) {
        BitSet set = new BitSet();
        Arrays.stream(leaves).forEach(set::set);
        return set;
    }

    @Test
    void sharedWorkCountsOnceAndIsSplitEvenly() {
        assertEquals(SIZE, sharing().total(set(0, 2)).functions());
        assertEquals(2 * SIZE, sharing().total(set(0, 2)).simple());
        assertEquals(SIZE, sharing().total(set(2)).functions());
        assertEquals(SIZE / 2.0, sharing().share(0, set(0, 2)).functions());
        assertEquals(SIZE, sharing().share(0, set(0)).functions());
    }

    /** Neither leaf alone is worth the tanh, both are. */
    @Test
    void leavesThatShareAreChosenTogether() {
        double tanh = Rates.NOMINAL.function() * SIZE;
        double less = 0.7 * tanh;
        assertEquals(set(0, 2), sharing().cheapest(new double[] {less, 0, less}, set(0, 2)));
        assertEquals(set(), sharing().cheapest(new double[] {less, 0, 0}, set(0, 2)));
        double infinite = Double.POSITIVE_INFINITY;
        assertEquals(set(0), sharing().cheapest(new double[] {infinite, 0, 0}, set(0, 2)));
    }

    /** Against all cuts of small random networks. */
    @Test
    void maximumFlowIsTheMinimumCut() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            int n = 6;
            double[][] capacity = new double[n][n];
            MaximumFlow flow = new MaximumFlow(n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (i != j && random.nextInt(3) == 0) {
                        capacity[i][j] = 1 + random.nextInt(9);
                        flow.edge(i, j, capacity[i][j]);
                    }
                }
            }
            double least = Double.POSITIVE_INFINITY;
            for (int side = 0; side < 1 << n; side++) {
                if ((side & 1) == 1 && (side >> (n - 1) & 1) == 0) {
                    BitSet set = BitSet.valueOf(new long[] {side});
                    least = Math.min(least, cut(capacity, set));
                }
            }
            assertEquals(least, cut(capacity, flow.sourceSide(0, n - 1)), 1e-9);
        }
    }

    private static double cut(double[][] capacity, BitSet side) {
        double sum = 0;
        for (int i = 0; i < capacity.length; i++) {
            for (int j = 0; j < capacity.length; j++) {
                sum += side.get(i) && !side.get(j) ? capacity[i][j] : 0;
            }
        }
        return sum;
    }
}
