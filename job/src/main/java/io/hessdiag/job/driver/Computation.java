package io.hessdiag.job.driver;

import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.job.task.ComputeSlice;
import io.hessdiag.job.task.Handle;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.job.task.WorkSlice;
import io.hessdiag.job.task.WorkTally;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A plan that can be computed, any number of times. */
public interface Computation extends AutoCloseable {
    /**
     * Of {@link Rates#NOMINAL}. Handing tasks out takes some 5 ms, and as long again in a JVM that
     * has not done it before many times over.
     */
    double DRIVER_SECONDS = 0.05;

    /** On a machine of one core tasks gain nothing but progress reports. */
    double DRIVER_SECONDS_OF_ONE_CORE = 1;

    /** The diagonal in parts, by unit number, and how they came about. */
    record Computed(List<PartialDiagonal> parts, WorkTally tally) {

        /** By unit number, whatever the partitions and whoever came first. */
        static Computed of(List<UnitResult> results, WorkTally tally) {
            List<UnitResult> ordered =
                    results.stream().sorted(Comparator.comparingInt(UnitResult::unit)).toList();
            ordered.stream()
                    .filter(r -> r.problem() != null)
                    .findFirst()
                    .ifPresent(
                            r -> {
                                throw new NonFiniteException(r.problem());
                            });
            return new Computed(ordered.stream().map(UnitResult::part).toList(), tally);
        }

        /** The BLAS classes that computed it. */
        Set<String> blas() {
            return tally.blas();
        }
    }

    /**
     * @throws NonFiniteException when an entry is NaN or infinite
     */
    Computed run();

    @Override
    default void close() {}

    /** Whether a plan is too short to be handed out; {@code partitions} ask for tasks. */
    static boolean isByDriver(Explanation plan, OptionalInt partitions, boolean hasOneCore) {
        double most = hasOneCore ? DRIVER_SECONDS_OF_ONE_CORE : DRIVER_SECONDS;
        return partitions.isEmpty() && Rates.NOMINAL.seconds(plan.work()) < most;
    }

    /** All units one after another in the calling thread. */
    static Computation here(DiagonalPlan plan, Handle<Optional<UnitStore>> store) {
        return () -> {
            WorkTally tally = new WorkTally();
            ComputeSlice compute = new ComputeSlice(() -> plan, tally, store);
            List<UnitResult> results = new ArrayList<>();
            compute.apply(new WorkSlice(plan.units())).forEachRemaining(results::add);
            return Computed.of(results, tally);
        };
    }
}
