package io.hessdiag.job.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Wall-clock seconds by phase. */
public final class Stopwatch {
    /** What a run spends its time on. */
    public enum Phase {
        SPARK,
        READ,
        COMPILE,
        COMPUTE,
        AUDIT,
        WRITE
    }

    private final Map<Phase, Double> seconds = new EnumMap<>(Phase.class);
    private final long start = System.nanoTime();

    public <T> T time(Phase phase, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            seconds.merge(phase, since(begin), Double::sum);
        }
    }

    public void run(Phase phase, Runnable work) {
        time(
                phase,
                () -> {
                    work.run();
                    return null;
                });
    }

    private static double since(long nanoTime) {
        return (System.nanoTime() - nanoTime) * 1e-9;
    }

    public double seconds(Phase phase) {
        return seconds.getOrDefault(phase, 0.0);
    }

    public double total() {
        return since(start);
    }
}
