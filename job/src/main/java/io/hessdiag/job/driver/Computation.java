package io.hessdiag.job.driver;

import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.job.task.Handle;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.job.task.WorkTally;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.Rates;
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
    double SECONDS_BY_DRIVER = 0.05;

    /** Where tasks would run on the driver's own cores they gain nothing but progress reports. */
    double SECONDS_PER_OWN_CORE = 1;

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

    /**
     * Whether a plan is too short to be handed out; {@code partitions} ask for tasks.
     *
     * @param ownCores the driver's, where tasks would run on them; else 0
     */
    static boolean isByDriver(Explanation plan, OptionalInt partitions, int ownCores) {
        double most = Math.max(SECONDS_BY_DRIVER, SECONDS_PER_OWN_CORE * ownCores);
        return partitions.isEmpty() && seconds(plan) < most;
    }

    /** By the driver: in this thread, or by one per core where that is worth it. */
    static Computation here(
            DiagonalPlan plan,
            Explanation explanation,
            Handle<Optional<UnitStore>> store,
            int ownCores) {
        int threads = seconds(explanation) < SECONDS_BY_DRIVER ? 1 : Math.max(1, ownCores);
        return new ByDriver(plan, store, threads);
    }

    private static double seconds(Explanation plan) {
        return Rates.NOMINAL.seconds(plan.work());
    }
}
