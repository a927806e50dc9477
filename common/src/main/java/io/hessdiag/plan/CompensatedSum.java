package io.hessdiag.plan;

import java.util.Arrays;

/**
 * Sums of arrays, element by element, in the order in which they are added. What rounding loses is
 * summed as well and added in the end (Neumaier, ZAMM 54, 1974), so that the error does not grow
 * with the number of terms.
 */
final class CompensatedSum {
    private final double[] sums;

    /** Null as long as nothing was lost. */
    private double[] lost;

    CompensatedSum(int size) {
        sums = new double[size];
    }

    /** Adds to the elements from {@code start} on. */
    void add(int start, double[] values) {
        for (int i = 0; i < values.length; i++) {
            double a = sums[start + i];
            double b = values[i];
            double sum = a + b;
            // Exact: the part of the smaller summand that the sum has no room for.
            double error = Math.abs(a) >= Math.abs(b) ? (a - sum) + b : (b - sum) + a;
            sums[start + i] = sum;
            if (error != 0) {
                lose(start + i, error);
            }
        }
    }

    private void lose(int at, double error) {
        if (lost == null) {
            lost = new double[sums.length];
        }
        lost[at] += error;
    }

    /** The sums, in an array that this no longer uses. A sum beyond all numbers is infinite. */
    double[] total() {
        if (lost == null) {
            return sums;
        }
        for (int i = 0; i < sums.length; i++) {
            if (Double.isFinite(sums[i])) {
                sums[i] += lost[i];
            }
        }
        lost = null;
        return sums;
    }

    /** Sums of nothing, which are no numbers. */
    static double[] nothing(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
