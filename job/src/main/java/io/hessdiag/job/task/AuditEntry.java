package io.hessdiag.job.task;

import io.hessdiag.plan.Audit;
import io.hessdiag.plan.AuditResult;
import io.hessdiag.plan.AuditTask;
import io.hessdiag.plan.DiagonalPlan;
import java.io.Serializable;

/** One entry recomputed by other means. */
public record AuditEntry(Handle<DiagonalPlan> plan) implements Serializable {
    public AuditResult apply(AuditTask task) {
        return Audit.run(plan.get(), task);
    }
}
