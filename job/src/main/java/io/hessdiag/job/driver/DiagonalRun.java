package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.ResultFiles;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.job.report.Stopwatch;
import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.job.report.SummaryJson;
import io.hessdiag.job.report.Table;
import io.hessdiag.job.storage.OutputDirectory;
import io.hessdiag.job.storage.RunIdentity;
import io.hessdiag.job.storage.UnitFolder;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
        Optional<UnitFolder> units = earlier.units(explanation);
        try (Cluster cluster = watch.time(Phase.SPARK, Cluster::connect);
                Computation work =
                        watch.time(
                                Phase.SPARK,
                                () ->
                                        cluster.computation(
                                                plan, explanation, conf.partitions(), units))) {
            Computation.Computed computed = watch.time(Phase.COMPUTE, work::run);
            computed.tally().warnings().forEach(LOG::warn);
            List<Tensor> diagonal = plan.assemble(computed.parts());
            Audit.Report audit = watch.time(Phase.AUDIT, () -> audit(cluster, plan, diagonal));
            if (!audit.passed()) {
                EarlierWork.remove(units);
                throw new AuditException(audit);
            }
            RunSummary summary =
                    summary(
                            value,
                            plan,
                            explanation,
                            diagonal,
                            audit,
                            computed,
                            earlier.identity(),
                            cluster);
            ResultFiles files = new ResultFiles(plan.loss(), diagonal, conf.outputFormat());
            output.commit(
                    folder -> {
                        watch.time(Phase.WRITE, () -> files.write(folder));
                        SummaryJson.write(folder, summary);
                    });
            EarlierWork.remove(units);
            System.out.print(Table.of(summary));
        }
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

    private Audit.Report audit(Cluster cluster, DiagonalPlan plan, List<Tensor> diagonal) {
        double tolerance =
                conf.auditTolerance().orElseGet(() -> Audit.defaultTolerance(conf.dtype()));
        return cluster.audit(Audit.of(plan, diagonal, conf.auditEntries(), tolerance, AUDIT_SEED));
    }

    private RunSummary summary(
            double value,
            DiagonalPlan plan,
            Explanation explanation,
            List<Tensor> diagonal,
            Audit.Report audit,
            Computation.Computed computed,
            RunIdentity identity,
            Cluster cluster) {
        Loss loss = plan.loss();
        List<LeafStatistics> leaves =
                IntStream.range(0, diagonal.size())
                        .mapToObj(
                                i ->
                                        LeafStatistics.of(
                                                loss.leaves().get(i).name(), diagonal.get(i)))
                        .toList();
        return new RunSummary(
                plan.method(),
                explanation,
                Computation.isByDriver(explanation, conf.partitions(), cluster.hasOneCore()),
                plan.units().size(),
                computed.resumed(),
                computed.tally().warnings(),
                loss.size(),
                plan.entries(),
                Examples.count(loss),
                conf.dtype(),
                value,
                audit,
                leaves,
                watch,
                computed.blas(),
                Versions.with(cluster.version()),
                identity.components().get("bundle"),
                conf.settings(),
                identity,
                conf.outputPath());
    }
}
