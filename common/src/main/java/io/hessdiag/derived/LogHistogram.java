package io.hessdiag.derived;

import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * How many entries there are of each magnitude, apart for the two signs. Bin b holds |h| from
 * 2^(b/2) to 2^((b+1)/2); the same bins whatever the entries are, so that histograms add up, and at
 * most {@link #MOST} of them: the magnitudes down to 2^-80 of the largest.
 *
 * @param first number of the first bin
 * @param positive entries above zero, by bin
 * @param negative entries below zero, of the same length
 * @param zeros entries that are zero
 * @param below entries that are too small for the bins
 */
public record LogHistogram(int first, long[] positive, long[] negative, long zeros, long below)
        implements Serializable {
    /** Two bins per octave, 80 octaves. */
    public static final int MOST = 160;

    /** The bits of a number between two powers of two that tell where between them. */
    private static final long FRACTION = (1L << 52) - 1;

    private static final long ROOT_OF_TWO = Double.doubleToRawLongBits(Math.sqrt(2)) & FRACTION;

    /** Entries that are NaN do not count. */
    public static LogHistogram of(Tensor diagonal) {
        double[] values = diagonal.doubles();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double v : values) {
            if (v != 0 && !Double.isNaN(v)) {
                least = Math.min(least, Math.abs(v));
                most = Math.max(most, Math.abs(v));
            }
        }
        LogHistogram out = empty(most == 0 ? 0 : bin(least), most == 0 ? 0 : bin(most) + 1);
        long zeros = 0;
        long below = 0;
        for (double v : values) {
            if (v == 0) {
                zeros++;
            } else if (!Double.isNaN(v)) {
                below += out.add(bin(Math.abs(v)), v > 0 ? 1 : 0, v > 0 ? 0 : 1);
            }
        }
        return out.trimmed(zeros, below);
    }

    /** All entries of some histograms. */
    public static LogHistogram sum(List<LogHistogram> some) {
        List<LogHistogram> full = some.stream().filter(h -> h.bins() > 0).toList();
        int first = full.stream().mapToInt(LogHistogram::first).min().orElse(0);
        int end = full.stream().mapToInt(h -> h.first + h.bins()).max().orElse(0);
        LogHistogram out = empty(first, end);
        long below = some.stream().mapToLong(LogHistogram::below).sum();
        for (LogHistogram h : full) {
            for (int i = 0; i < h.bins(); i++) {
                below += out.add(h.first + i, h.positive[i], h.negative[i]);
            }
        }
        long zeros = some.stream().mapToLong(LogHistogram::zeros).sum();
        return out.trimmed(zeros, below);
    }

    private static LogHistogram empty(int first, int end) {
        int bins = Math.min(MOST, end - first);
        return new LogHistogram(end - bins, new long[bins], new long[bins], 0, 0);
    }

    /** Without the empty bins before the first entry. */
    private LogHistogram trimmed(long zeros, long below) {
        int from = 0;
        while (from < bins() && positive[from] + negative[from] == 0) {
            from++;
        }
        return new LogHistogram(
                first + from,
                Arrays.copyOfRange(positive, from, bins()),
                Arrays.copyOfRange(negative, from, bins()),
                zeros,
                below);
    }

    /** Returns how many are too small. */
    private long add(int bin, long above, long under) {
        if (bin < first) {
            return above + under;
        }
        positive[bin - first] += above;
        negative[bin - first] += under;
        return 0;
    }

    /** Subnormal numbers share the two lowest bins. */
    private static int bin(double magnitude) {
        long fraction = Double.doubleToRawLongBits(magnitude) & FRACTION;
        return 2 * Math.getExponent(magnitude) + (fraction >= ROOT_OF_TWO ? 1 : 0);
    }

    public int bins() {
        return positive.length;
    }

    /** log₁₀ of where the bin at a position, or the one after the last, begins. */
    public double edge(int i) {
        return log(first + i);
    }

    /** log₁₀ of where a bin begins. */
    public static double log(int bin) {
        return bin / 2.0 * Math.log10(2);
    }

    /** The most entries of one sign in one bin. */
    public long highest() {
        return Math.max(
                Arrays.stream(positive).max().orElse(0), Arrays.stream(negative).max().orElse(0));
    }
}
