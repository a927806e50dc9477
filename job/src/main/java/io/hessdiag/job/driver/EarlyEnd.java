package io.hessdiag.job.driver;

import io.hessdiag.plan.NonFiniteException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Jobs that end with the first task that has found a problem which no retry makes good, whatever
 * else there is to do.
 */
final class EarlyEnd extends SparkListener {
    private final SparkContext spark;
    private final TallyAccumulator tally;
    private final String tag = "hessdiag-" + UUID.randomUUID();

    private EarlyEnd(SparkContext spark, TallyAccumulator tally) {
        this.spark = spark;
        this.tally = tally;
    }

    /**
     * Runs jobs of the calling thread.
     *
     * @param tally that their tasks report to
     * @throws NonFiniteException with the problem
     */
    static <T> T watch(SparkContext spark, TallyAccumulator tally, Supplier<T> jobs) {
        EarlyEnd end = new EarlyEnd(spark, tally);
        spark.addSparkListener(end);
        spark.addJobTag(end.tag);
        try {
            return jobs.get();
        } catch (Exception e) { // Spark's are checked, and a supplier does not say so.
            Optional<String> problem = tally.value().problem();
            if (problem.isPresent()) {
                throw new NonFiniteException(problem.get());
            }
            throw e;
        } finally {
            spark.removeJobTag(end.tag);
            spark.removeSparkListener(end);
        }
    }

    /** Spark has added the task's report to the tally by now. */
    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        tally.value()
                .problem()
                .ifPresent(p -> spark.cancelJobsWithTag(tag, "because the input is bad: " + p));
    }
}
