package io.hessdiag.job.driver;

import io.hessdiag.plan.Audit;
import java.util.Locale;

/** The diagonal does not agree with its independent recomputation. */
final class AuditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditException(Audit.Report report) {
        super(
                report.maxDeviation() > report.tolerance()
                        ? message(
                                report,
                                "differences of the gradient",
                                report.maxDeviation(),
                                report.tolerance(),
                                report.worst())
                        : message(
                                report,
                                "method index",
                                report.indexDeviation(),
                                report.indexTolerance(),
                                report.worstByIndex()));
    }

    private static String message(
            Audit.Report report, String from, double deviation, double tolerance, String entry) {
        return String.format(
                Locale.ROOT,
                "audit of %d entries failed: largest deviation from %s %.3e, tolerance %.3e: %s",
                report.entries(),
                from,
                deviation,
                tolerance,
                entry);
    }
}
