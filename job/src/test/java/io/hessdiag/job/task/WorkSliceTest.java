package io.hessdiag.job.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.plan.Work;
import io.hessdiag.plan.WorkUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WorkSliceTest {
    private static List<WorkUnit> units(double... flops) {
        List<WorkUnit> units = new ArrayList<>();
        for (double f : flops) {
            units.add(
                    new WorkUnit(
                            units.size(), 0, 0, units.size(), 1, 0, 1, 1, new Work(0, f, 0, 0, 0)));
        }
        return units;
    }

    @RepeatedTest(20)
    void slicesKeepAllUnitsInOrderAndNoneIsMuchLongerThanItsShare(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double[] flops = random.doubles(1 + random.nextInt(50), 1, 100).toArray();
        int count = 1 + random.nextInt(12);
        List<WorkUnit> units = units(flops);
        List<WorkSlice> slices = WorkSlice.byWork(units, count);
        assertEquals(units, slices.stream().flatMap(s -> s.units().stream()).toList());
        assertTrue(slices.size() <= count, slices.size() + " slices, asked for " + count);
        double total = units.stream().mapToDouble(u -> u.work().flops()).sum();
        for (WorkSlice slice : slices) {
            double work = slice.units().stream().mapToDouble(u -> u.work().flops()).sum();
            assertTrue(work <= total / count + 100, work + " of " + total + " over " + count);
        }
    }

    @Test
    void equalUnitsAreSharedOutEvenly() {
        List<Integer> sizes =
                WorkSlice.byWork(units(1, 1, 1, 1, 1, 1), 3).stream()
                        .map(s -> s.units().size())
                        .toList();
        assertEquals(List.of(2, 2, 2), sizes);
    }
}
