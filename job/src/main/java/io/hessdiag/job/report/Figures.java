package io.hessdiag.job.report;

import io.hessdiag.plan.Work;
import java.util.Locale;

/** Numbers as a person reads them. */
public final class Figures {
    private Figures() {}

    public static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    public static String count(long number) {
        return format("%,d", number);
    }

    /** {@code 1 entry}, {@code 2,410 entries}. */
    public static String count(long number, String one, String more) {
        return count(number) + " " + (number == 1 ? one : more);
    }

    /** Whole where it is whole. */
    public static String perExample(double number) {
        return format(number == Math.rint(number) ? "%,.0f" : "%,.1f", number);
    }

    /** Three digits; exponents only for what is very small. */
    public static String figure(double value) {
        if (value == 0 || value >= 100) {
            return format("%,.0f", value);
        }
        if (value < 1e-3) {
            return format("%.1e", value);
        }
        return format(value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f", value);
    }

    public static String gflop(Work work) {
        return figure(work.flops() * 1e-9);
    }

    public static String duration(double seconds) {
        return seconds < 1 ? figure(seconds * 1e3) + " ms" : figure(seconds) + " s";
    }

    public static String percent(double part, double whole) {
        return whole == 0 ? "-" : format("%.1f %%", 100 * part / whole);
    }
}
