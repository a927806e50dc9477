package io.hessdiag.job.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums without rounding, in any order and division. */
class ExactSumsTest {
    private static double sum(double... terms) {
        ExactSums sums = new ExactSums(1);
        for (double term : terms) {
            sums.add(new double[] {term});
        }
        return sums.rounded()[0];
    }

    @Test
    void nothingIsLost() {
        assertEquals(0, sum());
        assertEquals(1, sum(1e300, 1, -1e300));
        assertEquals(Double.MIN_VALUE, sum(1, Double.MIN_VALUE, -1));
        assertEquals(-2.5e-310, sum(-1e-310, -1.5e-310));
        assertEquals(Double.MAX_VALUE, sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE));
        assertEquals(-0.3, sum(-0.1, -0.2, Math.ulp(0.3) / 2), 0);
    }

    @Test
    void orderAndDivisionDoNotMatter() {
        Random random = new Random(1);
        List<Double> terms = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 2000; i++) {
            double term = random.nextGaussian() * Math.pow(2, random.nextInt(400) - 200);
            terms.add(term);
            exact = exact.add(new BigDecimal(term));
        }
        for (int pieces : new int[] {1, 2, 7}) {
            Collections.shuffle(terms, random);
            ExactSums all = new ExactSums(2);
            for (int p = 0; p < pieces; p++) {
                ExactSums some = new ExactSums(2);
                for (int i = p; i < terms.size(); i += pieces) {
                    some.add(new double[] {terms.get(i), -terms.get(i)});
                }
                all.add(some);
            }
            assertArrayEquals(
                    new double[] {exact.doubleValue(), -exact.doubleValue()}, all.rounded());
        }
    }
}
