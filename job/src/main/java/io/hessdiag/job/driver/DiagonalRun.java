package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.report.Fingerprint;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.OutputDirectory;
import io.hessdiag.job.report.ResultFiles;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.job.report.Stopwatch;
import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.job.report.SummaryJson;
import io.hessdiag.job.report.Table;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Set;
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
        try (OutputDirectory output = OutputDirectory.create(conf.outputPath(), conf.ifExists())) {
            Loss loss = watch.time(Phase.READ, () -> Bundles.read(conf.loss()));
            DiagonalPlan plan = watch.time(Phase.COMPILE, () -> plan(loss, conf));
            Explanation explanation = watch.time(Phase.COMPILE, () -> Explanation.of(plan));
            boolean byDriver = Computation.isByDriver(explanation, conf.partitions(), false);
            MemoryCheck.of(plan, byDriver).require(conf.memoryCheck());
            double value = PlainGradient.of(plan).loss();
            plan.foreignGradient().ifPresent(difference -> LOG.warn("{}", difference));
            try (Cluster cluster = watch.time(Phase.SPARK, Cluster::connect);
                    Computation work =
                            watch.time(
                                    Phase.SPARK,
                                    () ->
                                            cluster.computation(
                                                    plan, explanation, conf.partitions()))) {
                Computation.Computed computed = watch.time(Phase.COMPUTE, work::run);
                List<Tensor> diagonal = plan.assemble(computed.parts());
                Audit.Report audit = watch.time(Phase.AUDIT, () -> audit(cluster, plan, diagonal));
                RunSummary summary =
                        summary(
                                value,
                                plan,
                                explanation,
                                diagonal,
                                audit,
                                computed.blas(),
                                cluster);
                ResultFiles files = new ResultFiles(loss, diagonal, conf.outputFormat());
                output.commit(
                        folder -> {
                            watch.time(Phase.WRITE, () -> files.write(folder));
                            SummaryJson.write(folder.resolve("summary.json"), summary);
                        });
                System.out.print(Table.of(summary));
                LOG.info("{}", Table.line(summary));
            }
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
        Audit.Report report =
                cluster.audit(Audit.of(plan, diagonal, conf.auditEntries(), tolerance, AUDIT_SEED));
        if (!report.passed()) {
            throw new AuditException(report);
        }
        return report;
    }

    private RunSummary summary(
            double value,
            DiagonalPlan plan,
            Explanation explanation,
            List<Tensor> diagonal,
            Audit.Report audit,
            Set<String> blas,
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
                loss.size(),
                plan.entries(),
                Examples.count(loss),
                conf.dtype(),
                value,
                audit,
                leaves,
                watch,
                blas,
                Versions.with(cluster.version()),
                Fingerprint.of(conf.loss()),
                conf.settings(),
                conf.outputPath());
    }
}
