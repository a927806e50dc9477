package io.hessdiag.job.sparkml;

import org.apache.spark.sql.SparkSession;

/** Spark in this JVM. */
final class TestSession {
    private TestSession() {}

    static SparkSession start() {
        return SparkSession.builder()
                .config("spark.master", "local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                // Compiling queries takes longer than these small tables do.
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .getOrCreate();
    }
}
