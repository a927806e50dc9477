package io.hessdiag.stablehlo;

import io.hessdiag.stablehlo.Expectation.Kind;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.util.Optional;

/** Compares a value with what a {@code check.expect_*} operation expects of it. */
final class Expected {
    private Expected() {}

    /** What is wrong with {@code actual}, in one line with its place; empty if nothing is. */
    static Optional<String> failure(Expectation expectation, Tensor actual, Tensor expected) {
        String place = expectation.location() + ": ";
        if (!actual.type().equals(expected.type())) {
            return Optional.of(place + "found " + actual.type() + ", expected " + expected.type());
        }
        if (expectation.kind() == Kind.CLOSE) {
            return close(expectation, actual, expected).map(place::concat);
        }
        for (int i = 0; i < actual.size(); i++) {
            boolean same =
                    expectation.kind() == Kind.EQ
                            ? identical(actual, expected, i)
                            : almost(actual.get(i), expected.get(i), expectation.tolerance());
            if (!same) {
                return Optional.of(place + element(actual, expected, i));
            }
        }
        return Optional.empty();
    }

    private static String element(Tensor actual, Tensor expected, int i) {
        return "element " + i + ": found " + actual.get(i) + ", expected " + expected.get(i);
    }

    private static boolean identical(Tensor actual, Tensor expected, int i) {
        return actual.dtype().isInteger()
                ? actual.longs()[i] == expected.longs()[i]
                : Double.compare(actual.get(i), expected.get(i)) == 0;
    }

    private static boolean almost(double actual, double expected, double tolerance) {
        if (Double.compare(actual, expected) == 0) {
            return true;
        }
        double difference = Math.abs(actual - expected);
        return Double.isFinite(difference)
                && difference <= tolerance * Math.max(1, Math.abs(expected));
    }

    private static Optional<String> close(Expectation expectation, Tensor actual, Tensor expected) {
        long largest = 0;
        int at = 0;
        for (int i = 0; i < actual.size(); i++) {
            long ulps = ulps(expectation.type().dtype(), actual.get(i), expected.get(i));
            if (ulps > largest) {
                largest = ulps;
                at = i;
            }
        }
        boolean within = expectation.minUlps() <= largest && largest <= expectation.maxUlps();
        return within
                ? Optional.empty()
                : Optional.of(
                        element(actual, expected, at)
                                + ", "
                                + largest
                                + " units in the last place apart, expected "
                                + expectation.minUlps()
                                + " to "
                                + expectation.maxUlps());
    }

    /**
     * Floating-point numbers of the type between the two; the largest long if they cannot be
     * compared.
     */
    static long ulps(DType dtype, double actual, double expected) {
        if (Double.isNaN(actual) && Double.isNaN(expected) || actual == expected) {
            return 0;
        }
        if (!Double.isFinite(actual) || !Double.isFinite(expected)) {
            return Long.MAX_VALUE;
        }
        return switch (dtype) {
            case F64 -> distance(actual, expected, 52, -1022);
            case F32 -> distance(actual, expected, 23, -126);
            case F16 -> distance(actual, expected, 10, -14);
            case BF16 -> distance(actual, expected, 7, -126);
            default -> Math.abs((long) actual - (long) expected);
        };
    }

    private static long distance(double a, double b, int mantissaBits, int minExponent) {
        long difference =
                ordinal(a, mantissaBits, minExponent) - ordinal(b, mantissaBits, minExponent);
        return difference == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(difference);
    }

    /** How many numbers of the format lie between 0 and {@code x}, negative below 0. */
    private static long ordinal(double x, int mantissaBits, int minExponent) {
        double size = Math.abs(x);
        int exponent = Math.max(Math.getExponent(size), minExponent);
        long binades = (long) (exponent - minExponent) << mantissaBits;
        // In two steps: a single power of two for the smallest doubles would overflow.
        double significand = Math.scalb(Math.scalb(size, -exponent), mantissaBits);
        long ordinal = binades + Math.round(significand);
        return x < 0 ? -ordinal : ordinal;
    }
}
