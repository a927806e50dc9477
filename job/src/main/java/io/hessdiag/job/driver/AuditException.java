package io.hessdiag.job.driver;

import io.hessdiag.plan.Audit;
import java.util.Locale;

/** The diagonal does not agree with its independent recomputation. */
final class AuditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditException(Audit.Report report) {
        super(
                String.format(
                        Locale.ROOT,
                        "audit of %d entries failed: largest deviation %.3e, tolerance %.3e: %s",
                        report.entries(),
                        report.maxDeviation(),
                        report.tolerance(),
                        report.worst()));
    }
}
