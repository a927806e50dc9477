package io.hessdiag.job.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Spark's pages and event log say about the run's jobs. The words hold for jobs of the calling
 * thread while their phase lasts; then the thread has its own again.
 */
final class Phases implements AutoCloseable {
    /** The jobs of a run, for whoever wants to cancel them. */
    static final String GROUP = "hessdiag";

    private static final String GROUP_KEY = "spark.jobGroup.id";
    private static final String DESCRIPTION_KEY = "spark.job.description";
    private static final String STAGE_KEY = "callSite.short";

    /** Above Spark's own hooks, which stop the context: what is cancelled then has no other end. */
    private static final int BEFORE_SPARK = 1000;

    private static final int WAIT_MILLIS = 20;
    private static final int MOST_WAITS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Phases.class);

    /** Lasts until it is closed. */
    interface Phase extends AutoCloseable {
        @Override
        void close();
    }

    private final SparkContext spark;
    private final boolean own;
    private final Runnable atExit = this::cancel;

    private Phases(SparkContext spark, boolean own) {
        this.spark = spark;
        this.own = own;
    }

    /** In a context that may run other jobs as well, in groups of its owner's. */
    static Phases of(SparkContext spark) {
        return new Phases(spark, false);
    }

    /** In the run's own context: one group, which the JVM's end cancels. */
    static Phases cancelledBySignals(SparkContext spark) {
        Phases phases = new Phases(spark, true);
        ShutdownHookManager.get().addShutdownHook(phases.atExit, BEFORE_SPARK);
        return phases;
    }

    /** Waits for it, a little: a context that stops forgets what it has been asked for. */
    private void cancel() {
        try {
            spark.cancelJobGroup(GROUP, "because a signal has ended the run");
            for (int i = 0; i < MOST_WAITS && isBusy(); i++) {
                TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
            }
        } catch (IllegalStateException e) {
            LOG.debug("nothing to cancel: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBusy() {
        return spark.statusTracker().getActiveJobIds().length > 0;
    }

    /**
     * @param description a sentence, for the jobs
     * @param stage a few words, for their stages
     */
    Phase begin(String description, String stage) {
        Map<String, String> before = new LinkedHashMap<>();
        for (String key : List.of(GROUP_KEY, DESCRIPTION_KEY, STAGE_KEY)) {
            before.put(key, spark.getLocalProperty(key));
        }
        if (own) {
            spark.setLocalProperty(GROUP_KEY, GROUP);
        }
        spark.setLocalProperty(DESCRIPTION_KEY, description);
        spark.setLocalProperty(STAGE_KEY, stage);
        return () -> before.forEach(spark::setLocalProperty);
    }

    @Override
    public void close() {
        if (own && !ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(atExit);
        }
    }
}
