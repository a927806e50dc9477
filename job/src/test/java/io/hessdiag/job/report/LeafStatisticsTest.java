package io.hessdiag.job.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.pytree.KeyPath;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LeafStatisticsTest {
    private static final KeyPath PATH = KeyPath.of("w");

    @Test
    void quantilesAreNumPysAndSkipWhatWasLeftOut() {
        LeafStatistics leaf =
                LeafStatistics.of(
                        PATH, Tensor.of(Shape.of(6), 4, Double.NaN, -1, 2, Double.NaN, 3));
        assertEquals(4, leaf.count());
        assertEquals(-1, leaf.min());
        assertEquals(4, leaf.max());
        assertEquals(2, leaf.mean());
        assertEquals(0.25, leaf.negativeShare());
        // numpy.quantile([-1, 2, 3, 4], [0, .01, .05, .25, .5, .75, .95, .99, 1])
        assertArrayEquals(
                new double[] {-1, -0.91, -0.55, 1.25, 2.5, 3.25, 3.85, 3.97, 4},
                leaf.quantiles(),
                1e-14);
    }

    @Test
    void leafWithoutSelectedEntriesHasNoFigures() {
        LeafStatistics leaf = LeafStatistics.of(PATH, Tensor.of(Shape.of(1), Double.NaN));
        assertEquals(0, leaf.count());
        assertTrue(Double.isNaN(leaf.median()));
        assertTrue(Double.isNaN(leaf.mean()));
    }
}
