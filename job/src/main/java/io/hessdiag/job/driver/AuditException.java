package io.hessdiag.job.driver;

import io.hessdiag.plan.AuditReport;
import java.util.Locale;

/** The diagonal does not agree with its independent recomputation. */
final class AuditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditException(AuditReport report) {
        super(
                String.format(
                        Locale.ROOT,
                        "audit of %d entries failed: largest deviation %.3e, tolerance %.3e: %s",
                        report.entries(), report.maxDeviation(), report.tolerance(), report.worst()));
    }

    static void require(AuditReport report) {
        // Not "greater than": a deviation of NaN fails as well.
        if (!(report.maxDeviation() <= report.tolerance())) {
            throw new AuditException(report);
        }
    }
}
