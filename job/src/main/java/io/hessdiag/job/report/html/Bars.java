package io.hessdiag.job.report.html;

import static io.hessdiag.job.report.html.Words.at;

import io.hessdiag.derived.LogHistogram;
import java.util.Arrays;

/**
 * A histogram's bars: entries above zero point up from the base line, those below zero down, in one
 * scale. A bar that stands for an entry is a pixel high at least; the first one has all entries
 * beyond the left end of the axis.
 *
 * @param base the base line's y
 */
record Bars(double base, String up, String down) {
    private static final double LEAST_SIDE = 0.2;

    /**
     * @param left where the axis begins
     * @param most bars on the axis: neighbouring bins share one where there are more
     */
    static Bars of(
            LogHistogram h, LogAxis axis, double left, double width, double height, int most) {
        int end = bin(axis.high()) + 1;
        int group = Math.max(1, (end - bin(axis.low()) + most - 1) / most);
        int first = Math.floorDiv(bin(axis.low()), group);
        int bars = Math.floorDiv(end - 1, group) - first + 1;
        long[] positive = new long[bars];
        long[] negative = new long[bars];
        for (int i = 0; i < h.bins(); i++) {
            int bar = Math.floorDiv(h.first() + i, group) - first;
            int clipped = Math.max(0, Math.min(bars - 1, bar));
            positive[clipped] += h.positive()[i];
            negative[clipped] += h.negative()[i];
        }
        double[] x = new double[bars + 1];
        Arrays.setAll(x, i -> left + width * axis.position(LogHistogram.log((first + i) * group)));
        long up = Arrays.stream(positive).max().orElse(0);
        long down = Arrays.stream(negative).max().orElse(0);
        double base = height * share(up, down);
        double unit =
                Math.min(
                        up == 0 ? Double.MAX_VALUE : base / up,
                        down == 0 ? Double.MAX_VALUE : (height - base) / down);
        return new Bars(base, path(positive, x, base, -unit), path(negative, x, base, unit));
    }

    private static int bin(double log) {
        return (int) Math.floor(2 * log / Math.log10(2) + 1e-9);
    }

    /** What of the height is above the base line. */
    private static double share(long up, long down) {
        if (down == 0) {
            return 1;
        }
        double share = (double) up / (up + down);
        return up == 0 ? 0 : Math.max(LEAST_SIDE, Math.min(1 - LEAST_SIDE, share));
    }

    /** Outlines of neighbouring bars in one. */
    private static String path(long[] counts, double[] x, double base, double unit) {
        StringBuilder out = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i <= counts.length; i++) {
            boolean hasBar = i < counts.length && counts[i] > 0;
            if (hasBar && !drawing) {
                out.append('M').append(at(x[i])).append(' ').append(at(base));
            } else if (drawing && !hasBar) {
                out.append('V').append(at(base)).append('Z');
            }
            if (hasBar) {
                double length = Math.copySign(Math.max(1, Math.abs(unit * counts[i])), unit);
                out.append('V').append(at(base + length)).append('H').append(at(x[i + 1]));
            }
            drawing = hasBar;
        }
        return out.toString();
    }

    void draw(Markup page) {
        if (!up.isEmpty()) {
            page.empty("path", "class", "pos", "d", up);
        }
        if (!down.isEmpty()) {
            page.empty("path", "class", "neg", "d", down);
        }
    }
}
