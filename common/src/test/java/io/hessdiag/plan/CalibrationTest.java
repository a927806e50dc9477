package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void fewRoundsAreNotEnough() {
        assertFalse(Calibration.isSettled(List.of(1.0, 1.0, 1.0, 1.0, 1.0)));
        assertTrue(Calibration.isSettled(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0)));
    }

    /** The compiler was late: three rounds like the last one are waited for. */
    @Test
    void roundsThatStillGetShorterGoOn() {
        assertFalse(Calibration.isSettled(List.of(40.0, 9.0, 1.0, 1.0, 1.0, 0.2)));
        assertFalse(Calibration.isSettled(List.of(40.0, 9.0, 1.0, 1.0, 1.0, 0.2, 0.2, 0.2)));
        assertTrue(Calibration.isSettled(List.of(40.0, 9.0, 1.0, 1.0, 1.0, 0.2, 0.2, 0.2, 0.2)));
    }

    @Test
    void disturbedRoundsDoNotGoOn() {
        assertTrue(Calibration.isSettled(List.of(1.0, 1.0, 1.0, 1.7, 1.6, 0.99)));
    }

    @Test
    void ratesAreThoseOfSomeProcessor() {
        Rates rates = Rates.measure();
        assertTrue(rates.product() > 1e-13 && rates.product() < 1e-8, rates::toString);
        assertTrue(rates.simple() > 1e-12 && rates.simple() < 1e-6, rates::toString);
        assertTrue(rates.function() > 1e-11 && rates.function() < 1e-6, rates::toString);
        assertTrue(rates.moved() > 1e-13 && rates.moved() < 1e-8, rates::toString);
        assertTrue(rates.call() > 1e-10 && rates.call() < 1e-4, rates::toString);
    }
}
