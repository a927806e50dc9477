package io.hessdiag.job.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void lineTellsShareRateAndTimeLeft() {
        Progress progress = new Progress(System.err, false, 2410, () -> 0);
        assertEquals("0 of 2,410 entries (0 %)", progress.line(0, 1));
        assertEquals("1,205 of 2,410 entries (50 %), 241/s, 5 s left", progress.line(1205, 5));
        assertEquals("2,410 of 2,410 entries (100 %), 2,410/s, 0 s left", progress.line(3000, 1));
        progress.close();
    }
}
