package io.hessdiag.job.driver;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Hadoop's settings, {@code spark.hadoop.*} included, before and after Spark is there. */
final class Hadoop {
    private Hadoop() {}

    static Configuration configuration() {
        return SparkHadoopUtil.get().newConfiguration(new SparkConf());
    }
}
