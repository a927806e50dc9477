package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.report.Fingerprint;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.OutputDirectory;
import io.hessdiag.job.report.ResultFiles;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.job.report.Stopwatch;
import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.job.report.Table;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.AuditReport;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;

/** One run: read, plan, compute on Spark, audit, write. */
final class DiagonalRun {
    private final JobConf conf;
    private final Stopwatch watch = new Stopwatch();

    DiagonalRun(JobConf conf) {
        this.conf = conf;
    }

    /** Computes and writes the diagonal; prints the table. */
    void run() {
        try (OutputDirectory output = OutputDirectory.create(conf.outputPath(), conf.ifExists())) {
            Loss loss = watch.time(Phase.READ, () -> LossBundle.read(conf.loss()));
            DiagonalPlan plan = watch.time(Phase.COMPILE, () -> plan(loss, conf));
            try (Cluster cluster = watch.time(Phase.SPARK, Cluster::connect)) {
                Broadcast<DiagonalPlan> shared =
                        watch.time(Phase.SPARK, () -> cluster.broadcast(plan));
                Cluster.Computed computed =
                        watch.time(
                                Phase.COMPUTE, () -> cluster.compute(shared, conf.partitions()));
                List<Tensor> diagonal = plan.assemble(computed.parts());
                AuditReport audit = watch.time(Phase.AUDIT, () -> audit(cluster, shared, diagonal));
                RunSummary summary = summary(loss, plan, diagonal, audit, computed, cluster);
                ResultFiles files = new ResultFiles(loss, diagonal, conf.outputFormat());
                watch.run(Phase.WRITE, () -> output.commit(folder -> files.write(folder, summary)));
                System.out.print(Table.of(summary));
            }
        }
    }

    static DiagonalPlan plan(Loss loss, JobConf conf) {
        return DiagonalPlan.create(
                loss,
                new PlanOptions(
                        conf.dtype(), conf.selection(), conf.blockDirections(), conf.memoryBlock()));
    }

    private AuditReport audit(
            Cluster cluster, Broadcast<DiagonalPlan> plan, List<Tensor> diagonal) {
        AuditReport report =
                Audit.report(
                        plan.value(),
                        diagonal,
                        cluster.audit(plan, conf.auditEntries()),
                        conf.auditTolerance());
        AuditException.require(report);
        return report;
    }

    private RunSummary summary(
            Loss loss,
            DiagonalPlan plan,
            List<Tensor> diagonal,
            AuditReport audit,
            Cluster.Computed computed,
            Cluster cluster) {
        List<LeafStatistics> leaves =
                IntStream.range(0, diagonal.size())
                        .mapToObj(i -> LeafStatistics.of(loss.leaves().get(i).name(), diagonal.get(i)))
                        .toList();
        return new RunSummary(
                plan.method(),
                loss.size(),
                Examples.count(loss),
                conf.dtype(),
                plan.loss(),
                audit,
                leaves,
                watch,
                plan.directions(),
                plan.flops(),
                computed.blas(),
                Versions.with(cluster.version()),
                Fingerprint.of(conf.loss()),
                conf.settings(),
                conf.outputPath());
    }
}
