package io.hessdiag.job.driver;

import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.report.MemoryText;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.MemoryNeed;
import org.apache.spark.SparkConf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a plan fits the JVMs that are to compute it, asked before they try. */
record MemoryCheck(MemoryNeed need, TaskHost host) {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryCheck.class);

    /**
     * @param byDriver whether the driver computes the plan itself, wherever tasks would run
     */
    static MemoryCheck of(DiagonalPlan plan, boolean byDriver) {
        TaskHost host = byDriver ? TaskHost.driver() : TaskHost.of(new SparkConf());
        return new MemoryCheck(MemoryNeed.of(plan), host);
    }

    /**
     * @throws ConfException when not one task can fit, or all at once do not and that is asked for
     */
    void require(JobConf.MemoryCheck wanted) {
        if (wanted == JobConf.MemoryCheck.OFF) {
            return;
        }
        if (need.least() > host.heap()) {
            throw new ConfException(text().refusal());
        }
        if (need.of(host.tasks()) > host.heap()) {
            if (wanted == JobConf.MemoryCheck.FAIL) {
                throw new ConfException(text().shortage());
            }
            LOG.warn("{}", text().shortage());
        }
    }

    MemoryText text() {
        return new MemoryText(need, host.name(), host.option(), host.heap(), host.tasks());
    }
}
