package io.hessdiag.job.driver;

import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.job.task.ComputeSlice;
import io.hessdiag.job.task.Handle;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.job.task.WorkSlice;
import io.hessdiag.job.task.WorkTally;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Rates;
import io.hessdiag.plan.WorkUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * All units in this JVM without Spark, by one thread or by several that take turns, the longest
 * first: then threads end within a short one of each other (Graham 1969).
 */
record ByDriver(DiagonalPlan plan, Handle<Optional<UnitStore>> store, int threads)
        implements Computation {
    private static final Comparator<WorkUnit> LONGEST_FIRST =
            Comparator.comparingDouble((WorkUnit u) -> -Rates.NOMINAL.seconds(u.work()));

    /** Kept between runs: with new threads a run of 20 ms took 6 ms longer. */
    private static final ExecutorService POOL =
            Executors.newCachedThreadPool(
                    work -> {
                        Thread thread = new Thread(work, "units of work");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** What units have yielded and what is to be said of them. */
    private record Done(List<UnitResult> results, WorkTally tally) {}

    @Override
    public Computed run() {
        List<WorkUnit> units = plan.units().stream().sorted(LONGEST_FIRST).toList();
        AtomicInteger next = new AtomicInteger();
        List<UnitResult> results = new ArrayList<>();
        WorkTally tally = new WorkTally();
        for (Done done : all(() -> done(units, next))) {
            results.addAll(done.results());
            tally.merge(done.tally());
        }
        return Computed.of(results, tally);
    }

    /** Units that nobody else has taken, until there are none; none for anybody after a failure. */
    private Done done(List<WorkUnit> units, AtomicInteger next) {
        WorkTally tally = new WorkTally();
        ComputeSlice compute = new ComputeSlice(() -> plan, tally, store);
        List<UnitResult> results = new ArrayList<>();
        int end = units.size();
        try {
            for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
                compute.apply(new WorkSlice(List.of(units.get(i)))).forEachRemaining(results::add);
            }
        } catch (RuntimeException | Error e) {
            next.set(end);
            throw e;
        }
        return new Done(results, tally);
    }

    /** This thread works, too, at once: another one takes part of a millisecond to wake up. */
    private List<Done> all(Callable<Done> worker) {
        List<FutureTask<Done>> shares =
                Stream.generate(() -> new FutureTask<>(worker)).limit(threads).toList();
        shares.subList(1, threads).forEach(POOL::execute);
        shares.get(0).run();
        try {
            List<Done> all = new ArrayList<>();
            for (FutureTask<Done> share : shares) {
                all.add(share.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What the caller would have seen in its own thread. */
    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
