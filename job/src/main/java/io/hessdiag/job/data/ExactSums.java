package io.hessdiag.job.data;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Sums of doubles without any rounding, so that they depend neither on the order of the terms nor
 * on how they are divided. Each is a fixed-point number whose last place is 2⁻¹⁰⁷⁴, in signed
 * digits of 32 bits, one to a long: 2³⁰ additions fit before carries have to be taken out (R. M.
 * Neal, Fast exact summation using small and large superaccumulators, 2015).
 */
final class ExactSums implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int DIGITS = 68;
    private static final int BITS = 32;
    private static final long MASK = (1L << BITS) - 1;
    private static final int MOST_ADDITIONS = 1 << 30;
    private static final int MANTISSA = 52;
    private static final long HIDDEN = 1L << MANTISSA;
    private static final long FRACTION = HIDDEN - 1;

    private final long[][] digits;
    private int additions;

    ExactSums(int size) {
        this.digits = new long[size][DIGITS];
    }

    /** Adds one finite term to each sum. */
    void add(double[] terms) {
        makeRoom(1);
        for (int i = 0; i < terms.length; i++) {
            add(digits[i], terms[i]);
        }
    }

    private static void add(long[] to, double term) {
        long bits = Double.doubleToRawLongBits(term);
        int exponent = (int) ((bits >>> MANTISSA) & 0x7ff);
        long fraction = bits & FRACTION;
        // A subnormal has no hidden bit, and the same last place as the smallest normal number.
        long mantissa = exponent == 0 ? fraction : fraction | HIDDEN;
        int place = Math.max(0, exponent - 1);
        int digit = place / BITS;
        int shift = place % BITS;
        long sign = bits >> 63;
        long low = (mantissa << shift) & MASK;
        long middle = (mantissa >>> (BITS - shift)) & MASK;
        long high = (mantissa >>> (BITS - shift)) >>> BITS;
        to[digit] += (low ^ sign) - sign;
        to[digit + 1] += (middle ^ sign) - sign;
        to[digit + 2] += (high ^ sign) - sign;
    }

    /** Adds all that another one holds. */
    ExactSums add(ExactSums other) {
        makeRoom(other.additions + 1);
        for (int i = 0; i < digits.length; i++) {
            for (int k = 0; k < DIGITS; k++) {
                digits[i][k] += other.digits[i][k];
            }
        }
        return this;
    }

    private void makeRoom(int more) {
        if (additions > MOST_ADDITIONS - more) {
            for (long[] sum : digits) {
                carry(sum);
            }
            additions = 1;
        }
        additions += more;
    }

    private static void carry(long[] sum) {
        for (int k = 0; k + 1 < DIGITS; k++) {
            sum[k + 1] += sum[k] >> BITS;
            sum[k] &= MASK;
        }
    }

    /** The sums, each rounded to the nearest double. */
    double[] rounded() {
        double[] out = new double[digits.length];
        for (int i = 0; i < out.length; i++) {
            BigInteger sum = BigInteger.ZERO;
            for (int k = DIGITS - 1; k >= 0; k--) {
                sum = sum.shiftLeft(BITS).add(BigInteger.valueOf(digits[i][k]));
            }
            out[i] = new BigDecimal(sum).multiply(new BigDecimal(Double.MIN_VALUE)).doubleValue();
        }
        return out;
    }
}
