package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.conf.JobConf.OutputFormat;
import io.hessdiag.job.data.ExampleData;
import io.hessdiag.job.report.Analysis;
import io.hessdiag.job.report.RankingJson;
import io.hessdiag.job.report.ResultFiles;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.job.report.Stopwatch;
import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.job.report.SummaryJson;
import io.hessdiag.job.report.Table;
import io.hessdiag.job.report.html.ReportPage;
import io.hessdiag.job.storage.OutputDirectory;
import io.hessdiag.job.storage.RunIdentity;
import io.hessdiag.job.storage.UnitFolder;
import io.hessdiag.job.task.WorkTally;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.AuditChoice;
import io.hessdiag.plan.DataSet;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: read, plan, compute, audit, write. */
final class DiagonalRun {
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
            if (conf.data().isPresent() || conf.model().isPresent()) {
                withData(output);
            } else {
                withOwnData(output);
            }
        }
    }

    private void withOwnData(OutputDirectory output) {
        Loss loss = watch.time(Phase.READ, () -> Bundles.read(conf.loss()));
        Prepared work = prepared(() -> plan(loss, conf), Optional.empty());
        EarlierWork earlier = new EarlierWork(conf, output, work.plan(), Map.of());
        if (isDone(earlier)) {
            return;
        }
        double value = PlainGradient.of(work.plan()).loss();
        AuditChoice choice = watch.time(Phase.AUDIT, () -> work.auditChoice(conf));
        try (Cluster cluster = watch.time(Phase.SPARK, Cluster::connect)) {
            finish(work, cluster, earlier, choice, output, result -> value, Optional.empty());
        }
    }

    private void withData(OutputDirectory output) {
        Optional<Loss> read =
                conf.model().isPresent()
                        ? Optional.empty()
                        : Optional.of(watch.time(Phase.READ, () -> Bundles.read(conf.loss())));
        try (Cluster cluster = watch.time(Phase.SPARK, Cluster::connect)) {
            Input input = watch.time(Phase.READ, () -> Input.open(cluster, conf, read));
            LOG.info("{}", input.data().text());
            DataSet set = watch.time(Phase.READ, input.data()::dataSet);
            Loss loss = watch.time(Phase.READ, () -> input.loss(cluster));
            Prepared work = prepared(loss, set, input.data());
            EarlierWork earlier =
                    new EarlierWork(conf, output, work.plan(), input.identity(cluster, conf));
            if (!isDone(earlier)) {
                AuditChoice choice = auditChoice(work);
                Optional<Prepared> fisher = input.fisher().map(f -> prepared(f, set, input.data()));
                finish(work, cluster, earlier, choice, output, Result::loss, fisher);
            }
        }
    }

    private Prepared prepared(Loss loss, DataSet set, ExampleData data) {
        return prepared(() -> DiagonalPlan.create(loss, options(conf), set), Optional.of(data));
    }

    private AuditChoice auditChoice(Prepared work) {
        return watch.time(Phase.AUDIT, () -> work.named(() -> work.auditChoice(conf)));
    }

    /** Computed and audited, for a file beside the Hessian's. */
    private List<Tensor> fisher(Prepared work, Cluster cluster) {
        AuditChoice choice = auditChoice(work);
        Result result = whole(work, cluster, Optional.empty());
        result.tally().warnings().forEach(LOG::warn);
        Audit.Report audit =
                watch.time(Phase.AUDIT, () -> audit(cluster, work.plan(), choice, result));
        if (!audit.passed()) {
            throw new AuditException(audit);
        }
        return ((Diagonal.Whole) result.diagonal()).tensors();
    }

    private Prepared prepared(Supplier<DiagonalPlan> plan, Optional<ExampleData> data) {
        Prepared work = watch.time(Phase.COMPILE, () -> Prepared.of(plan.get(), data));
        MemoryCheck.of(work.plan(), work.isByDriver(conf, 0)).require(conf.memoryCheck());
        analysis(work.plan()); // refuses what cannot be had before any work is done
        work.plan().foreignGradient().ifPresent(difference -> LOG.warn("{}", difference));
        return work;
    }

    private boolean isDone(EarlierWork earlier) {
        if (earlier.isDone()) {
            System.out.println(conf.outputPath() + " is complete: nothing to do");
            return true;
        }
        return false;
    }

    private void finish(
            Prepared work,
            Cluster cluster,
            EarlierWork earlier,
            AuditChoice choice,
            OutputDirectory output,
            ToDoubleFunction<Result> value,
            Optional<Prepared> fisher) {
        DiagonalPlan plan = work.plan();
        Optional<UnitFolder> units = earlier.units(work.explanation());
        Result result =
                isSharded(plan)
                        ? sharded(work, cluster, choice, units, output)
                        : whole(work, cluster, units);
        result.tally().warnings().forEach(LOG::warn);
        Audit.Report audit = watch.time(Phase.AUDIT, () -> audit(cluster, plan, choice, result));
        if (!audit.passed()) {
            EarlierWork.remove(units);
            throw new AuditException(audit);
        }
        Optional<List<Tensor>> information = fisher.map(f -> fisher(f, cluster));
        RunSummary summary =
                summary(
                        value.applyAsDouble(result),
                        work,
                        audit,
                        result,
                        earlier.identity(),
                        cluster);
        output.commit(
                folder -> {
                    watch.time(
                            Phase.WRITE,
                            () -> {
                                result.diagonal().write(folder);
                                if (information.isPresent()) {
                                    files(plan)
                                            .named(ResultFiles.FISHER)
                                            .whole(folder, information.get());
                                }
                                return folder;
                            });
                    SummaryJson.write(folder, summary);
                    RankingJson.write(folder, summary);
                    if (conf.analysis().report()) {
                        ReportPage.write(folder, summary);
                    }
                });
        EarlierWork.remove(units);
        System.out.print(Table.of(summary));
        LOG.info("{}", Table.line(summary));
    }

    /**
     * What was computed, how, and whether by the driver alone.
     *
     * @param loss its value, for a data set
     */
    private record Result(Diagonal diagonal, WorkTally tally, boolean byDriver, double loss) {}

    /** Parquet is written by tasks whatever its size. */
    private boolean isSharded(DiagonalPlan plan) {
        return conf.outputFormat() == OutputFormat.PARQUET || plan.bytes() > conf.shardSize();
    }

    private Result sharded(
            Prepared work,
            Cluster cluster,
            AuditChoice choice,
            Optional<UnitFolder> units,
            OutputDirectory output) {
        DiagonalPlan plan = work.plan();
        try (ShardedComputation computation =
                watch.time(Phase.SPARK, () -> work.sharded(cluster, conf, units))) {
            ShardedComputation.Sharded sharded =
                    watch.time(
                            Phase.COMPUTE,
                            () ->
                                    computation.run(
                                            files(plan),
                                            plan.shards(conf.shardSize()),
                                            choice,
                                            analysis(plan),
                                            output.startWriting()));
            ShardedDiagonal diagonal = sharded.diagonal();
            return new Result(diagonal, sharded.tally(), false, diagonal.loss());
        }
    }

    private Result whole(Prepared work, Cluster cluster, Optional<UnitFolder> units) {
        DiagonalPlan plan = work.plan();
        try (Computation computation =
                watch.time(Phase.SPARK, () -> work.computation(cluster, conf, units))) {
            Computation.Computed computed =
                    watch.time(Phase.COMPUTE, () -> work.named(computation::run));
            List<Tensor> tensors = plan.assemble(computed.parts());
            boolean byDriver = work.isByDriver(conf, cluster.ownCores());
            Diagonal diagonal =
                    new Diagonal.Whole(tensors, plan.parameters(), analysis(plan), files(plan));
            return new Result(diagonal, computed.tally(), byDriver, plan.loss(computed.parts()));
        }
    }

    private ResultFiles files(DiagonalPlan plan) {
        return new ResultFiles(plan.loss(), conf.outputFormat(), ResultFiles.DIAGONAL);
    }

    private Analysis analysis(DiagonalPlan plan) {
        return Analysis.of(conf.analysis(), plan);
    }

    static DiagonalPlan plan(Loss loss, JobConf conf) {
        return DiagonalPlan.create(loss, options(conf));
    }

    static PlanOptions options(JobConf conf) {
        return new PlanOptions(
                conf.dtype(),
                conf.selection(),
                conf.method().orElse(null),
                conf.blockDirections().orElse(0),
                conf.blockExamples().orElse(0),
                conf.memoryBlock());
    }

    private Audit.Report audit(
            Cluster cluster, DiagonalPlan plan, AuditChoice choice, Result result) {
        double tolerance =
                conf.auditTolerance().orElseGet(() -> Audit.defaultTolerance(conf.dtype()));
        return cluster.audit(Audit.of(plan, choice, result.diagonal().view(), tolerance));
    }

    private RunSummary summary(
            double value,
            Prepared work,
            Audit.Report audit,
            Result result,
            RunIdentity identity,
            Cluster cluster) {
        DiagonalPlan plan = work.plan();
        Loss loss = plan.loss();
        WorkTally tally = result.tally();
        return new RunSummary(
                plan.method(),
                work.explanation(),
                result.byDriver(),
                plan.units().size(),
                plan.units().size() - tally.computed(),
                tally.warnings(),
                loss.size(),
                plan.entries(),
                work.examples(),
                conf.dtype(),
                value,
                audit,
                result.diagonal().leaves(),
                analysis(plan),
                watch.time(Phase.WRITE, result.diagonal()::analysis),
                watch,
                tally.blas(),
                Versions.with(cluster.version()),
                identity.components().get(conf.model().isPresent() ? "model" : "bundle"),
                conf.settings(),
                identity,
                conf.outputPath());
    }
}
