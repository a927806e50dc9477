package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.conf.JobConf.OutputFormat;
import io.hessdiag.job.report.ResultFiles;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.job.report.Stopwatch;
import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.job.report.SummaryJson;
import io.hessdiag.job.report.Table;
import io.hessdiag.job.storage.OutputDirectory;
import io.hessdiag.job.storage.RunIdentity;
import io.hessdiag.job.storage.UnitFolder;
import io.hessdiag.job.task.WorkTally;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.AuditChoice;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: read, plan, compute, audit, write. */
final class DiagonalRun {
    /** The same entries are audited in every run. */
    private static final long AUDIT_SEED = 20_240_229;

    private static final Logger LOG = LoggerFactory.getLogger(DiagonalRun.class);

    private final JobConf conf;
    private final Stopwatch watch = new Stopwatch();

    DiagonalRun(JobConf conf) {
        this.conf = conf;
    }

    /** Computes and writes the diagonal; prints the table. */
    void run() {
        try (OutputDirectory output =
                OutputDirectory.create(conf.outputPath(), conf.ifExists(), Hadoop::configuration)) {
            Loss loss = watch.time(Phase.READ, () -> Bundles.read(conf.loss()));
            DiagonalPlan plan = watch.time(Phase.COMPILE, () -> plan(loss, conf));
            EarlierWork earlier = new EarlierWork(conf, output, plan, Map.of());
            if (earlier.isDone()) {
                System.out.println(conf.outputPath() + " is complete: nothing to do");
            } else {
                run(plan, earlier, output);
            }
        }
    }

    private void run(DiagonalPlan plan, EarlierWork earlier, OutputDirectory output) {
        Explanation explanation = watch.time(Phase.COMPILE, () -> Explanation.of(plan));
        double value = PlainGradient.of(plan).loss();
        plan.foreignGradient().ifPresent(difference -> LOG.warn("{}", difference));
        AuditChoice choice =
                watch.time(
                        Phase.AUDIT, () -> AuditChoice.of(plan, conf.auditEntries(), AUDIT_SEED));
        Optional<UnitFolder> units = earlier.units(explanation);
        try (Cluster cluster = watch.time(Phase.SPARK, Cluster::connect)) {
            Result result =
                    isSharded(plan)
                            ? sharded(cluster, plan, choice, units, output)
                            : whole(cluster, plan, explanation, units);
            result.tally().warnings().forEach(LOG::warn);
            Audit.Report audit =
                    watch.time(Phase.AUDIT, () -> audit(cluster, plan, choice, result));
            if (!audit.passed()) {
                EarlierWork.remove(units);
                throw new AuditException(audit);
            }
            RunSummary summary =
                    summary(value, plan, explanation, audit, result, earlier.identity(), cluster);
            output.commit(
                    folder -> {
                        watch.time(
                                Phase.WRITE,
                                () -> {
                                    result.diagonal().write(folder);
                                    return folder;
                                });
                        SummaryJson.write(folder, summary);
                    });
            EarlierWork.remove(units);
            System.out.print(Table.of(summary));
        }
    }

    /** What was computed, how, and whether by the driver alone. */
    private record Result(Diagonal diagonal, WorkTally tally, boolean byDriver) {}

    /** Parquet is written by tasks whatever its size. */
    private boolean isSharded(DiagonalPlan plan) {
        return conf.outputFormat() == OutputFormat.PARQUET || plan.bytes() > conf.shardSize();
    }

    private Result sharded(
            Cluster cluster,
            DiagonalPlan plan,
            AuditChoice choice,
            Optional<UnitFolder> units,
            OutputDirectory output) {
        try (ShardedComputation work =
                watch.time(Phase.SPARK, () -> cluster.sharded(plan, conf.partitions(), units))) {
            ShardedComputation.Sharded sharded =
                    watch.time(
                            Phase.COMPUTE,
                            () ->
                                    work.run(
                                            files(plan),
                                            plan.shards(conf.shardSize()),
                                            choice,
                                            output.startWriting()));
            return new Result(sharded.diagonal(), sharded.tally(), false);
        }
    }

    private Result whole(
            Cluster cluster,
            DiagonalPlan plan,
            Explanation explanation,
            Optional<UnitFolder> units) {
        try (Computation work =
                watch.time(
                        Phase.SPARK,
                        () -> cluster.computation(plan, explanation, conf.partitions(), units))) {
            Computation.Computed computed = watch.time(Phase.COMPUTE, work::run);
            List<Tensor> tensors = plan.assemble(computed.parts());
            boolean byDriver =
                    Computation.isByDriver(explanation, conf.partitions(), cluster.hasOneCore());
            Diagonal diagonal = new Diagonal.Whole(plan.loss(), tensors, files(plan));
            return new Result(diagonal, computed.tally(), byDriver);
        }
    }

    private ResultFiles files(DiagonalPlan plan) {
        return new ResultFiles(plan.loss(), conf.outputFormat());
    }

    static DiagonalPlan plan(Loss loss, JobConf conf) {
        return DiagonalPlan.create(
                loss,
                new PlanOptions(
                        conf.dtype(),
                        conf.selection(),
                        conf.method().orElse(null),
                        conf.blockDirections().orElse(0),
                        conf.blockExamples().orElse(0),
                        conf.memoryBlock()));
    }

    private Audit.Report audit(
            Cluster cluster, DiagonalPlan plan, AuditChoice choice, Result result) {
        double tolerance =
                conf.auditTolerance().orElseGet(() -> Audit.defaultTolerance(conf.dtype()));
        return cluster.audit(Audit.of(plan, choice, result.diagonal().view(), tolerance));
    }

    private RunSummary summary(
            double value,
            DiagonalPlan plan,
            Explanation explanation,
            Audit.Report audit,
            Result result,
            RunIdentity identity,
            Cluster cluster) {
        Loss loss = plan.loss();
        WorkTally tally = result.tally();
        return new RunSummary(
                plan.method(),
                explanation,
                result.byDriver(),
                plan.units().size(),
                plan.units().size() - tally.computed(),
                tally.warnings(),
                loss.size(),
                plan.entries(),
                Examples.count(loss),
                conf.dtype(),
                value,
                audit,
                result.diagonal().leaves(),
                watch,
                tally.blas(),
                Versions.with(cluster.version()),
                identity.components().get("bundle"),
                conf.settings(),
                identity,
                conf.outputPath());
    }
}
