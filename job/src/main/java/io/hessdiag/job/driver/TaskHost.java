package io.hessdiag.job.driver;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext$;

/**
 * The JVMs that tasks run in, as Spark's settings describe them.
 *
 * @param name {@code the driver} or {@code an executor}
 * @param option of spark-submit, which sets its memory
 * @param heap bytes
 * @param tasks that it runs at once
 */
record TaskHost(String name, String option, long heap, int tasks) {

    /** The JVM that this is, with one task: the caller's own. */
    static TaskHost driver() {
        return driver(1);
    }

    private static TaskHost driver(int tasks) {
        long heap = Runtime.getRuntime().maxMemory();
        return new TaskHost("the driver", "--driver-memory", heap, tasks);
    }

    /**
     * In local mode this JVM. Where executors take all cores of their machine, as those of a
     * standalone cluster do unless told otherwise, one is all that is known of them.
     */
    static TaskHost of(SparkConf conf) {
        String master = conf.get("spark.master", "local[*]");
        int perTask = conf.getInt("spark.task.cpus", 1);
        if (master.matches("local|local\\[.*")) {
            int cores = SparkContext$.MODULE$.numDriverCores(master);
            return driver(Math.max(1, cores / perTask));
        }
        return new TaskHost(
                "an executor",
                "--executor-memory",
                conf.getSizeAsBytes("spark.executor.memory", "1g"),
                Math.max(1, conf.getInt("spark.executor.cores", 1) / perTask));
    }
}
