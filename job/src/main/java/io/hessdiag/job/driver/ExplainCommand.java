package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.report.MemoryText;
import io.hessdiag.job.report.PlanJson;
import io.hessdiag.job.report.PlanTable;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Rates;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: the plan, before any work. */
@Command(
        name = "explain",
        description =
                "Show the plan of a run: methods, operations, memory and tasks, the time they take"
                        + " by a short calibration of this machine, and what stands in the way of"
                        + " cheaper methods. Nothing is computed.",
        footer = {
            "  ./submit.sh explain conf/digits",
            "  ./submit.sh explain --json my_loss method=index"
        })
public final class ExplainCommand implements Callable<Integer> {
    @Mixin private CommonHelp help;

    private static final Logger LOG = LoggerFactory.getLogger(ExplainCommand.class);

    @Mixin private Source source;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Option(names = "--all", description = "show all leaves, however many there are")
    private boolean all;

    /** Of a data set rows are counted. */
    private static Prepared prepared(JobConf conf) {
        if (conf.model().isEmpty() && conf.data().isEmpty()) {
            return Prepared.ownData(conf);
        }
        try (Cluster cluster = Cluster.connect()) {
            Input input = Input.open(cluster, conf);
            LOG.info("{}", input.data().text());
            DiagonalPlan plan =
                    DiagonalPlan.create(
                            input.template(), DiagonalRun.options(conf), input.data().counted());
            return Prepared.of(plan, Optional.of(input.data()));
        }
    }

    @Override
    public Integer call() {
        JobConf conf = source.conf();
        Prepared work = prepared(conf);
        Explanation plan = work.explanation();
        boolean byDriver = work.isByDriver(conf, 0);
        MemoryText memory = MemoryCheck.of(work.plan(), byDriver).text();
        Rates rates = Rates.measure();
        if (json) {
            System.out.println(PlanJson.of(plan, rates, memory, byDriver).toPrettyString());
        } else {
            System.out.print(new PlanTable(plan, rates, memory, byDriver, all));
        }
        return 0;
    }
}
