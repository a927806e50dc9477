package io.hessdiag.job.report.html;

import io.hessdiag.derived.LogHistogram;
import io.hessdiag.job.report.Figures;
import java.util.stream.IntStream;

/**
 * Magnitudes from left to right, whole decades.
 *
 * @param low log₁₀ of the left end
 * @param high of the right end
 */
record LogAxis(int low, int high) {
    private static final int LABELS = 6;

    /** Share of the entries that may lie beyond the left end. */
    private static final double BEYOND = 1e-3;

    /** Nearly all of the entries: few tiny ones do not press the others together. */
    static LogAxis of(LogHistogram all) {
        if (all.bins() == 0) {
            return new LogAxis(-1, 0);
        }
        double total = IntStream.range(0, all.bins()).mapToLong(i -> count(all, i)).sum();
        int first = 0;
        for (long before = 0; before + count(all, first) <= BEYOND * total; first++) {
            before += count(all, first);
        }
        // An edge that is a power of ten but for rounding is one.
        int low = (int) Math.floor(all.edge(first) + 1e-9);
        int high = (int) Math.ceil(all.edge(all.bins()) - 1e-9);
        return new LogAxis(low, Math.max(high, low + 1));
    }

    private static long count(LogHistogram h, int i) {
        return h.positive()[i] + h.negative()[i];
    }

    int decades() {
        return high - low;
    }

    /** From 0 at the left end to 1 at the right one. */
    double position(double log) {
        return Math.min(1, Math.max(0, (log - low) / decades()));
    }

    /** Exponents of ten to be written under the axis. */
    int[] labels() {
        int step = Math.max(1, (decades() + LABELS - 1) / LABELS);
        return IntStream.rangeClosed(low, high).filter(e -> (e - low) % step == 0).toArray();
    }

    static String label(int exponent) {
        return Figures.format("1e%d", exponent).replace('-', '−');
    }
}
