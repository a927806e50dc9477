package io.hessdiag.job.data;

import org.apache.spark.SparkException;

/**
 * What a feature stage throws at a row that it cannot take, told from all else that may go wrong.
 */
final class StageFailure {
    private static final String CONDITION = "FAILED_EXECUTE_UDF";

    private StageFailure() {}

    /** The stage's own words; null for a failure that is none of a stage's. */
    static String text(Exception e) {
        if (!(e instanceof SparkException s) || !CONDITION.equals(s.getCondition())) {
            return null;
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "a feature stage: " + String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
    }
}
