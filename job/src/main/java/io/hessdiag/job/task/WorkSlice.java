package io.hessdiag.job.task;

import io.hessdiag.plan.Rates;
import io.hessdiag.plan.WorkUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The work units of one task. */
public record WorkSlice(List<WorkUnit> units) implements Serializable {
    public WorkSlice {
        units = List.copyOf(units);
    }

    /** Neighbouring units together, in at most {@code count} slices of nearly the same work. */
    public static List<WorkSlice> byWork(List<WorkUnit> units, int count) {
        double total = units.stream().mapToDouble(WorkSlice::seconds).sum();
        List<WorkSlice> slices = new ArrayList<>();
        List<WorkUnit> slice = new ArrayList<>();
        double done = 0;
        for (WorkUnit unit : units) {
            // A unit belongs where its middle lies.
            double middle = done + seconds(unit) / 2;
            if (!slice.isEmpty() && middle * count >= total * (slices.size() + 1)) {
                slices.add(new WorkSlice(slice));
                slice.clear();
            }
            slice.add(unit);
            done += seconds(unit);
        }
        if (!slice.isEmpty()) {
            slices.add(new WorkSlice(slice));
        }
        return slices;
    }

    private static double seconds(WorkUnit unit) {
        return Rates.NOMINAL.seconds(unit.work());
    }
}
