package io.hessdiag.job.report;

import java.util.EnumMap;
import java.util.Map;

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

    /** Something that takes time. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private final Map<Phase, Double> seconds = new EnumMap<>(Phase.class);
    private final long start = System.nanoTime();

    public <T, E extends Exception> T time(Phase phase, Work<T, E> work) throws E {
        long begin = System.nanoTime();
        try {
            return work.run();
        } finally {
            seconds.merge(phase, since(begin), Double::sum);
        }
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
