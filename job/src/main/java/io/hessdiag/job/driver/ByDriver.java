package io.hessdiag.job.driver;

import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.job.task.ComputeSlice;
import io.hessdiag.job.task.Handle;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.job.task.WorkSlice;
import io.hessdiag.job.task.WorkTally;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.WorkUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** All units in this JVM without Spark, by one thread or by several that take turns. */
record ByDriver(DiagonalPlan plan, Handle<Optional<UnitStore>> store, int threads)
        implements Computation {
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
        AtomicInteger next = new AtomicInteger();
        List<UnitResult> results = new ArrayList<>();
        WorkTally tally = new WorkTally();
        for (Done done : threads == 1 ? List.of(done(next)) : all(() -> done(next))) {
            results.addAll(done.results());
            tally.merge(done.tally());
        }
        return Computed.of(results, tally);
    }

    /** Units that nobody else has taken, until there are none. */
    private Done done(AtomicInteger next) {
        WorkTally tally = new WorkTally();
        ComputeSlice compute = new ComputeSlice(() -> plan, tally, store);
        List<UnitResult> results = new ArrayList<>();
        List<WorkUnit> units = plan.units();
        for (int i = next.getAndIncrement(); i < units.size(); i = next.getAndIncrement()) {
            compute.apply(new WorkSlice(List.of(units.get(i)))).forEachRemaining(results::add);
        }
        return new Done(results, tally);
    }

    private List<Done> all(Callable<Done> worker) {
        try {
            List<Done> all = new ArrayList<>();
            for (Future<Done> done : POOL.invokeAll(Collections.nCopies(threads, worker))) {
                all.add(done.get());
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
