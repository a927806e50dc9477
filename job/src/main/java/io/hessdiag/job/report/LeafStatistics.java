package io.hessdiag.job.report;

import io.hessdiag.pytree.KeyPath;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.Arrays;

/**
 * One leaf's entries in figures. Entries left out of the run (NaN) do not count; without any, the
 * figures are NaN.
 *
 * @param quantiles at {@link #LEVELS}, interpolated as NumPy does
 */
public record LeafStatistics(
        KeyPath path, Shape shape, int count, double mean, double[] quantiles, int negative)
        implements Serializable {
    /** Minimum, median and maximum included. */
    static final double[] LEVELS = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1};

    public static LeafStatistics of(KeyPath path, Tensor diagonal) {
        double[] sorted = numbers(diagonal.doubles());
        Arrays.sort(sorted);
        return new LeafStatistics(
                path,
                diagonal.shape(),
                sorted.length,
                Arrays.stream(sorted).average().orElse(Double.NaN),
                Arrays.stream(LEVELS).map(level -> quantile(sorted, level)).toArray(),
                (int) Arrays.stream(sorted).filter(v -> v < 0).count());
    }

    private static double[] numbers(double[] values) {
        int count = 0;
        for (double v : values) {
            count += Double.isNaN(v) ? 0 : 1;
        }
        double[] out = new double[count];
        int at = 0;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                out[at++] = v;
            }
        }
        return out;
    }

    private static double quantile(double[] sorted, double level) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = level * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    public double min() {
        return quantiles[0];
    }

    public double median() {
        return quantiles[LEVELS.length / 2];
    }

    public double max() {
        return quantiles[LEVELS.length - 1];
    }

    public double negativeShare() {
        return (double) negative / count;
    }
}
