package io.hessdiag.job.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Repeats a measurement until it is steady: most of the last ones within a tenth of their median.
 */
final class Steady {
    private static final int WINDOW = 5;
    private static final double SPREAD = 0.1;
    private static final int MOST_RUNS = 30;
    private static final double MOST_SECONDS = 60;

    /** The compiler takes its time with what is over in less than this. */
    private static final double SHORT = 0.5;

    /** Unless asked otherwise; and at most twice as long. */
    static final double LEAST_SECONDS_OF_SHORT = 10;

    private static final int MOST_RUNS_OF_SHORT = 20_000;
    private static final int LONGEST_WINDOW = 100;

    private Steady() {}

    /**
     * All measurements, the cold one first.
     *
     * @param ofShort for how long short ones are repeated, at least
     */
    static List<Double> seconds(double ofShort, DoubleSupplier measurement) {
        List<Double> runs = new ArrayList<>();
        double total = 0;
        do {
            double seconds = measurement.getAsDouble();
            runs.add(seconds);
            total += seconds;
        } while (!isEnough(runs, total, ofShort));
        return runs;
    }

    private static boolean isEnough(List<Double> runs, double total, double ofShort) {
        if (runs.size() > 1 && median(runs) < SHORT) {
            return total > 2 * ofShort
                    || runs.size() >= MOST_RUNS_OF_SHORT
                    || total > ofShort && isSteady(runs);
        }
        return runs.size() >= MOST_RUNS
                || runs.size() > 1 && total > MOST_SECONDS
                || isSteady(runs);
    }

    /** Nine of ten, and so all of five. */
    private static boolean isSteady(List<Double> runs) {
        if (runs.size() <= WINDOW) {
            return false;
        }
        List<Double> last = window(runs);
        double spread = last.get(last.size() * 9 / 10) - last.get(last.size() / 10);
        return spread <= SPREAD * median(runs);
    }

    /**
     * Median of the last quarter or five runs, or of all but the cold one while there are fewer.
     */
    static double median(List<Double> runs) {
        List<Double> last = window(runs);
        int middle = last.size() / 2;
        return last.size() % 2 == 1
                ? last.get(middle)
                : (last.get(middle - 1) + last.get(middle)) / 2;
    }

    private static List<Double> window(List<Double> runs) {
        int length = Math.max(WINDOW, Math.min(LONGEST_WINDOW, runs.size() / 4));
        int from = Math.max(runs.size() - length, Math.min(1, runs.size() - 1));
        return runs.subList(from, runs.size()).stream().sorted().toList();
    }
}
