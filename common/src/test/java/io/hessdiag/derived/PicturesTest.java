package io.hessdiag.derived;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Histograms and heat maps. */
class PicturesTest {
    private static Tensor vector(double... values) {
        return Tensor.of(Shape.of(values.length), values);
    }

    @Test
    void binsAreHalfOctavesApartBySign() {
        LogHistogram h = LogHistogram.of(vector(1, 1.4, 1.5, -2, -2.5, 3.9, 0, -0.0, Double.NaN));
        assertEquals(0, h.first());
        assertArrayEquals(new long[] {2, 1, 0, 1}, h.positive());
        assertArrayEquals(new long[] {0, 0, 2, 0}, h.negative());
        assertEquals(2, h.zeros());
        assertEquals(0, h.below());
        assertEquals(Math.log10(4), h.edge(4), 1e-15);
        assertEquals(2, h.highest());
    }

    @Test
    void whatIsFarBelowTheLargestIsOnlyCounted() {
        LogHistogram h = LogHistogram.of(vector(1, 1e-20, -1e-30, Double.MIN_VALUE));
        assertEquals(2, h.below());
        // 1e-20 lies between 2^-66.5 and 2^-66: from its bin to that of 1.
        assertEquals(-133, h.first());
        assertEquals(134, h.bins());
        assertTrue(h.bins() <= LogHistogram.MOST);
    }

    @Test
    void leavesWithoutNumbersOrWithZerosAloneHaveNoBins() {
        assertEquals(0, LogHistogram.of(vector()).bins());
        assertEquals(0, LogHistogram.of(vector(Double.NaN)).bins());
        LogHistogram zeros = LogHistogram.of(vector(0, 0, 0));
        assertEquals(0, zeros.bins());
        assertEquals(3, zeros.zeros());
        assertEquals(0, zeros.highest());
    }

    @Test
    void sumOfHistogramsIsThatOfAllEntries() {
        Random random = new Random(5);
        double[] all =
                IntStream.range(0, 900)
                        .mapToDouble(i -> random.nextGaussian() * Math.pow(10, i % 50 - 40))
                        .toArray();
        all[17] = 0;
        List<LogHistogram> parts =
                IntStream.of(0, 300, 600)
                        .mapToObj(i -> LogHistogram.of(vector(Arrays.copyOfRange(all, i, i + 300))))
                        .toList();
        LogHistogram sum = LogHistogram.sum(parts);
        LogHistogram once = LogHistogram.of(vector(all));
        assertEquals(once.first(), sum.first());
        assertArrayEquals(once.positive(), sum.positive());
        assertArrayEquals(once.negative(), sum.negative());
        assertEquals(once.zeros(), sum.zeros());
        assertEquals(once.below(), sum.below());
        assertEquals(0, LogHistogram.sum(List.of()).bins());
    }

    @Test
    void smallMatrixIsItsOwnHeatMap() {
        HeatMap map = HeatMap.of(Tensor.of(Shape.of(2, 3), 1, -2, 3, Double.NaN, 5, 0));
        assertArrayEquals(new double[] {1, -2, 3, Double.NaN, 5, 0}, map.cells());
        assertFalse(map.isReduced());
        assertEquals(5, map.largest());
        assertEquals(1, map.smallest());
    }

    /** 130 rows in blocks of 3, the last of one row; axes before the last one are rows. */
    @Test
    void cellsOfALargeLeafAreMeansOfBlocks() {
        double[] values = IntStream.range(0, 130 * 65).mapToDouble(i -> i).toArray();
        values[0] = Double.NaN;
        HeatMap map = HeatMap.of(Tensor.of(Shape.of(13, 10, 65), values));
        assertEquals(130, map.rows());
        assertEquals(44, map.cellRows());
        assertEquals(33, map.cellColumns());
        assertTrue(map.isReduced());
        // Entries 1, 65, 66, 130 and 131 of the first block; 129 × 65 + 64 alone in the last.
        assertEquals((1 + 65 + 66 + 130 + 131) / 5.0, map.cells()[0]);
        assertEquals(8449, map.cells()[44 * 33 - 1]);
        assertTrue(HeatMap.isMatrix(Shape.of(3, 3, 1, 2)));
        for (Shape line :
                List.of(
                        Shape.SCALAR,
                        Shape.of(5),
                        Shape.of(5, 1),
                        Shape.of(1, 5),
                        Shape.of(0, 4))) {
            assertFalse(HeatMap.isMatrix(line), line.toString());
        }
    }
}
