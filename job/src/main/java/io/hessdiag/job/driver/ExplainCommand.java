package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.conf.JobConfReader;
import io.hessdiag.job.report.MemoryText;
import io.hessdiag.job.report.PlanJson;
import io.hessdiag.job.report.PlanTable;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Rates;
import java.util.concurrent.Callable;
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
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class)
public final class ExplainCommand implements Callable<Integer> {
    @Mixin private Source source;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Option(names = "--all", description = "show all leaves, however many there are")
    private boolean all;

    @Override
    public Integer call() {
        JobConf conf = JobConfReader.read(source.path, source.words);
        DiagonalPlan work = DiagonalRun.plan(Bundles.read(conf.loss()), conf);
        Explanation plan = Explanation.of(work);
        boolean byDriver = Computation.isByDriver(plan, conf.partitions(), false);
        MemoryText memory = MemoryCheck.of(work, byDriver).text();
        Rates rates = Rates.measure();
        if (json) {
            System.out.println(PlanJson.of(plan, rates, memory, byDriver).toPrettyString());
        } else {
            System.out.print(new PlanTable(plan, rates, memory, byDriver, all));
        }
        return 0;
    }
}
