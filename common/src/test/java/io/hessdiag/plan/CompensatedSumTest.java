package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompensatedSumTest {
    @Test
    void smallTermsAreNotLostBesideLargeOnes() {
        CompensatedSum sum = new CompensatedSum(1);
        for (double term : new double[] {1, 1e100, 1, -1e100}) {
            sum.add(0, new double[] {term});
        }
        assertArrayEquals(new double[] {2}, sum.total());
    }

    @Test
    void errorDoesNotGrowWithTheNumberOfTerms() {
        Random random = new Random(3);
        CompensatedSum sum = new CompensatedSum(1);
        BigDecimal exact = BigDecimal.ZERO;
        double plain = 0;
        for (int i = 0; i < 100_000; i++) {
            double term = random.nextGaussian() * Math.exp(10 * random.nextGaussian());
            sum.add(0, new double[] {term});
            exact = exact.add(new BigDecimal(term));
            plain += term;
        }
        double expected = exact.doubleValue();
        assertEquals(expected, sum.total()[0], Math.ulp(expected));
        assertTrue(Math.abs(plain - expected) > Math.ulp(expected), "too easy");
    }

    @Test
    void piecesGoWhereTheyBelong() {
        CompensatedSum sum = new CompensatedSum(4);
        sum.add(1, new double[] {1, 2});
        sum.add(2, new double[] {10, 20});
        assertArrayEquals(new double[] {0, 1, 12, 20}, sum.total());
    }

    @Test
    void whatExceedsAllNumbersIsInfinite() {
        CompensatedSum sum = new CompensatedSum(2);
        sum.add(0, new double[] {Double.MAX_VALUE, 1});
        sum.add(0, new double[] {Double.MAX_VALUE, 1});
        assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, 2}, sum.total());
    }
}
