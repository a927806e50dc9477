package io.hessdiag.job.sparkml;

import io.hessdiag.job.data.DataException;
import io.hessdiag.job.data.RowTerms;
import java.util.Arrays;

/**
 * Weighted standard deviations over all rows, by which Spark's optimisers scale features and
 * labels.
 *
 * @param features one per feature
 * @param label the label's; its mean's absolute value where the label does not vary, as Spark does
 */
record Deviations(double[] features, double label) {

    /** The deviation of equal labels, relative to their mean: its rounding. */
    private static final double SAME = 4 * Math.ulp(1.0);

    /** None of the features is scaled. */
    static Deviations ones(int features) {
        double[] ones = new double[features];
        Arrays.fill(ones, 1);
        return new Deviations(ones, 1);
    }

    /**
     * @param sample as Spark's {@code Summarizer}: Σw(x − x̄)² / (Σw − Σw²/Σw); else as its {@code
     *     WeightedLeastSquares}: over Σw
     * @param hasOffset whether the label is taken less the third argument
     */
    static Deviations of(RowSums rows, int features, boolean sample, boolean hasOffset) {
        int n = features + 1;
        double[] first = rows.of(new Moments(new double[n], features, 1, hasOffset));
        double weights = first[n];
        double[] means = Arrays.stream(first).limit(n).map(s -> s / weights).toArray();
        double[] second = rows.of(new Moments(means, features, 2, hasOffset));
        double count = sample ? weights - second[n + 1] / weights : weights;
        double[] out =
                Arrays.stream(second)
                        .limit(n)
                        .map(s -> count > 0 ? Math.sqrt(s / count) : 0)
                        .toArray();
        double mean = Math.abs(means[features]);
        double label = out[features] <= SAME * mean ? mean : out[features];
        if (label == 0) {
            throw new DataException(
                    "label: expected values that are not all 0, found nothing else");
        }
        return new Deviations(Arrays.copyOf(out, features), label);
    }

    /**
     * w (x − c)ᵏ for the features and the label, then w and w².
     *
     * @param k 1 or 2
     */
    private record Moments(double[] centers, int features, int k, boolean hasOffset)
            implements RowTerms {
        @Override
        public int size() {
            return features + 3;
        }

        @Override
        public void add(double[] values, int at, double weight, double[] terms) {
            for (int j = 0; j <= features; j++) {
                double x = values[at + j];
                if (j == features && hasOffset) {
                    x -= values[at + j + 1];
                }
                double difference = x - centers[j];
                terms[j] = weight * (k == 1 ? difference : difference * difference);
            }
            terms[features + 1] = weight;
            terms[features + 2] = weight * weight;
        }
    }
}
