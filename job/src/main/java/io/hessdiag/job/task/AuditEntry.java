package io.hessdiag.job.task;

import io.hessdiag.plan.Audit;
import java.io.Serializable;

/** One entry recomputed by other means. */
public record AuditEntry(Handle<Audit> audit) implements Serializable {
    public Audit.Result apply(Audit.Task task) {
        return audit.get().run(task);
    }
}
