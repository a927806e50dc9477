package io.hessdiag.job.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Repeats a measurement until it is steady: the last five within a tenth of their median. */
final class Steady {
    private static final int WINDOW = 5;
    private static final double SPREAD = 0.1;
    private static final int MOST_RUNS = 30;
    private static final double MOST_SECONDS = 60;

    private Steady() {}

    /** All measurements, the cold one first. */
    static List<Double> seconds(DoubleSupplier measurement) {
        List<Double> runs = new ArrayList<>();
        double total = 0;
        while (runs.size() < MOST_RUNS && !isSteady(runs)) {
            double seconds = measurement.getAsDouble();
            runs.add(seconds);
            total += seconds;
            if (total > MOST_SECONDS && runs.size() > 1) {
                break;
            }
        }
        return runs;
    }

    private static boolean isSteady(List<Double> runs) {
        if (runs.size() <= WINDOW) {
            return false;
        }
        List<Double> last = window(runs);
        return last.get(last.size() - 1) - last.get(0) <= SPREAD * median(runs);
    }

    /** Median of the last five runs, or of all but the cold one while there are fewer. */
    static double median(List<Double> runs) {
        List<Double> last = window(runs);
        int middle = last.size() / 2;
        return last.size() % 2 == 1
                ? last.get(middle)
                : (last.get(middle - 1) + last.get(middle)) / 2;
    }

    private static List<Double> window(List<Double> runs) {
        int from = Math.max(runs.size() - WINDOW, Math.min(1, runs.size() - 1));
        return runs.subList(from, runs.size()).stream().sorted().toList();
    }
}
