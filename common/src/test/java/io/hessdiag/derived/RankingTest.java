package io.hessdiag.derived;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Constants CONSTANTS = new Constants(1, 1, 1);

    private static List<Integer> positions(List<RankedEntry> entries) {
        return entries.stream().map(RankedEntry::flat).toList();
    }

    private static Tensor vector(double... values) {
        return Tensor.of(Shape.of(values.length), values);
    }

    @Test
    void largestComeFirstAndEqualOnesByPosition() {
        Tensor h = vector(1, -3, Double.NaN, 3, 2, -3, 0);
        Tensor theta = vector(1, 1, 1, 1, 4, 1, 1);
        Ranking magnitude = new Ranking(Quantity.MAGNITUDE, false, 4);
        assertEquals(List.of(1, 3, 5, 4), positions(magnitude.of(0, h, theta, CONSTANTS)));
        Ranking saliency = new Ranking(Quantity.SALIENCY, false, 2);
        assertEquals(new RankedEntry(7, 4, 4, 2, 16), saliency.of(7, h, theta, CONSTANTS).get(0));
        Ranking least = new Ranking(Quantity.SALIENCY, true, 3);
        assertEquals(List.of(1, 5, 6), positions(least.of(0, h, theta, CONSTANTS)));
        assertEquals(List.of(), new Ranking(Quantity.SALIENCY, true, 0).of(0, h, theta, CONSTANTS));
    }

    /** Many equal values, zeros of both signs among them, in leaves of all sizes. */
    @Test
    void mergedLeavesRankAsIfAllHadBeenSorted() {
        Random random = new Random(3);
        for (boolean smallest : List.of(false, true)) {
            for (int top : List.of(1, 5, 40)) {
                Ranking ranking = new Ranking(Quantity.RELATIVE_CURVATURE, smallest, top);
                List<List<RankedEntry>> leaves = new ArrayList<>();
                List<RankedEntry> all = new ArrayList<>();
                for (int leaf = 0; leaf < 9; leaf++) {
                    double[] values =
                            random.ints(random.nextInt(30), -3, 4)
                                    .mapToDouble(i -> i * -0.5)
                                    .toArray();
                    double[] ones = DoubleStream.generate(() -> 1).limit(values.length).toArray();
                    leaves.add(ranking.of(leaf, vector(values), vector(ones), CONSTANTS));
                    for (int i = 0; i < values.length; i++) {
                        all.add(new RankedEntry(leaf, i, 1, values[i], values[i]));
                    }
                }
                // A stable sort of what is in order of position.
                Comparator<RankedEntry> order =
                        Comparator.comparingDouble(e -> (smallest ? 1 : -1) * e.value() + 0.0);
                assertEquals(all.stream().sorted(order).limit(top).toList(), ranking.merge(leaves));
            }
        }
    }
}
