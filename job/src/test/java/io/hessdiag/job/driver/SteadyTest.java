package io.hessdiag.job.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SteadyTest {
    private static List<Double> runs(DoubleStream seconds) {
        Iterator<Double> each = seconds.iterator();
        return Steady.seconds(Steady.LEAST_SECONDS_OF_SHORT, each::next);
    }

    @Test
    void longRunsAreRepeatedUntilFiveAgree() {
        List<Double> runs = runs(DoubleStream.of(9, 5, 2, 1, 1.02, 1.01, 1.03, 1, 1));
        assertEquals(List.of(9.0, 5.0, 2.0, 1.0, 1.02, 1.01, 1.03, 1.0), runs);
        assertEquals(1.01, Steady.median(runs));
    }

    @Test
    void veryLongRunsAreNotRepeatedForEver() {
        List<Double> runs = runs(DoubleStream.iterate(64, s -> s * 0.5));
        assertEquals(List.of(64.0, 32.0), runs);
        assertEquals(32, Steady.median(runs));
    }

    @Test
    void shortRunsTakeTenSecondsToWarmUp() {
        List<Double> runs = runs(DoubleStream.iterate(0.02, s -> 0.02));
        assertEquals(501, runs.size(), 1);
        List<Double> uneven = runs(DoubleStream.iterate(0.01, s -> 0.03 - s));
        assertTrue(uneven.size() > 1000, "until twenty seconds are over, not " + uneven.size());
    }

    @Test
    void shortRunsTakeAsLongAsIsAskedFor() {
        assertEquals(51, Steady.seconds(1, () -> 0.02).size(), 1);
    }

    @Test
    void tinyRunsAreCountedToo() {
        assertEquals(20_000, runs(DoubleStream.generate(() -> 1e-6)).size());
    }
}
