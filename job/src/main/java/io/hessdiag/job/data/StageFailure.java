package io.hessdiag.job.data;

import java.util.Optional;
import org.apache.spark.SparkException;

/**
 * What a feature stage throws at a row that it cannot take, told from all else that may go wrong.
 */
final class StageFailure {
    private static final String CONDITION = "FAILED_EXECUTE_UDF";

    private StageFailure() {}

    /** The stage's own words; empty for a failure that is none of a stage's. */
    static Optional<String> text(Exception e) {
        if (!(e instanceof SparkException s) || !CONDITION.equals(s.getCondition())) {
            return Optional.empty();
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Optional.of(
                "a feature stage: " + String.valueOf(root.getMessage()).lines().findFirst().get());
    }

    /** The exception itself, thrown though no signature says so. */
    @SuppressWarnings("unchecked")
    static <E extends Exception> RuntimeException sneaky(Exception e) throws E {
        throw (E) e;
    }
}
