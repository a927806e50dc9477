package io.hessdiag.job.report;

import io.hessdiag.plan.Work;
import java.util.Locale;

/** Numbers as a person reads them. */
final class Figures {
    private Figures() {}

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    static String count(long number) {
        return format("%,d", number);
    }

    /** Whole where it is whole. */
    static String perExample(double number) {
        return format(number == Math.rint(number) ? "%,.0f" : "%,.1f", number);
    }

    /** Three digits; exponents only for what is very small. */
    static String figure(double value) {
        if (value == 0 || value >= 100) {
            return format("%,.0f", value);
        }
        if (value < 1e-3) {
            return format("%.1e", value);
        }
        return format(value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f", value);
    }

    static String gflop(Work work) {
        return figure(work.flops() * 1e-9);
    }

    static String duration(double seconds) {
        return seconds < 1 ? figure(seconds * 1e3) + " ms" : figure(seconds) + " s";
    }

    static String percent(double part, double whole) {
        return whole == 0 ? "-" : format("%.1f %%", 100 * part / whole);
    }
}
