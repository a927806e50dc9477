package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.data.ExampleData;
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
import io.hessdiag.plan.Arguments;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DataSet;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.ExampleRange;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
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
            if (conf.data().isPresent()) {
                withData(loss, output);
            } else {
                withOwnData(loss, output);
            }
        }
    }

    private void withOwnData(Loss loss, OutputDirectory output) {
        DiagonalPlan plan = watch.time(Phase.COMPILE, () -> plan(loss, conf));
        Explanation explanation = watch.time(Phase.COMPILE, () -> Explanation.of(plan));
        boolean byDriver = Computation.isByDriver(explanation, conf.partitions(), false);
        MemoryCheck.of(plan, byDriver).require(conf.memoryCheck());
        double value = PlainGradient.of(plan).loss();
        try (Cluster cluster = watch.time(Phase.SPARK, Cluster::connect)) {
            Work work = new Work(plan, explanation, cluster, Optional.empty());
            finish(work, output, parts -> value);
        }
    }

    private void withData(Loss loss, OutputDirectory output) {
        try (Cluster cluster = watch.time(Phase.SPARK, Cluster::connect)) {
            ExampleData data = watch.time(Phase.READ, () -> examples(cluster, loss, conf));
            LOG.info("{}", data.text());
            DataSet set = watch.time(Phase.READ, data::dataSet);
            DiagonalPlan plan =
                    watch.time(Phase.COMPILE, () -> DiagonalPlan.create(loss, options(conf), set));
            Explanation explanation = watch.time(Phase.COMPILE, () -> Explanation.of(plan));
            MemoryCheck.of(plan, false).require(conf.memoryCheck());
            finish(new Work(plan, explanation, cluster, Optional.of(data)), output, plan::loss);
        }
    }

    /** The examples that the configuration names. */
    static ExampleData examples(Cluster cluster, Loss loss, JobConf conf) {
        return cluster.examples(conf.data().orElseThrow(), DataLayout.of(loss, conf.dtype()));
    }

    /** What is to be computed, and where. */
    private record Work(
            DiagonalPlan plan,
            Explanation explanation,
            Cluster cluster,
            Optional<ExampleData> data) {

        Optional<ExampleData> distributed() {
            return data.filter(d -> !d.isBroadcast());
        }

        boolean isByDriver(JobConf conf) {
            return distributed().isEmpty()
                    && Computation.isByDriver(explanation, conf.partitions(), cluster.hasOneCore());
        }

        Computation computation(JobConf conf) {
            return distributed()
                    .map(d -> cluster.computation(plan, conf.partitions(), d))
                    .orElseGet(() -> cluster.computation(plan, explanation, conf.partitions()));
        }

        Audit audit(List<Tensor> diagonal, int entries, double tolerance) {
            if (data.isEmpty()) {
                return Audit.of(plan, diagonal, entries, tolerance, AUDIT_SEED);
            }
            int number = new Random(AUDIT_SEED).nextInt(plan.ranges().size());
            ExampleRange range = plan.ranges().get(number);
            Arguments some =
                    distributed()
                            .map(d -> plan.arguments(range.first(), d.rows(range)))
                            .orElseGet(plan::arguments);
            return Audit.of(plan, range, some, entries, tolerance, AUDIT_SEED);
        }
    }

    private void finish(
            Work work, OutputDirectory output, ToDoubleFunction<List<PartialDiagonal>> value) {
        DiagonalPlan plan = work.plan();
        plan.foreignGradient().ifPresent(difference -> LOG.warn("{}", difference));
        try (Computation computation = watch.time(Phase.SPARK, () -> work.computation(conf))) {
            Computation.Computed computed = watch.time(Phase.COMPUTE, computation::run);
            List<Tensor> diagonal = plan.assemble(computed.parts());
            Audit.Report audit = watch.time(Phase.AUDIT, () -> audit(work, diagonal));
            RunSummary summary =
                    summary(
                            work,
                            value.applyAsDouble(computed.parts()),
                            diagonal,
                            audit,
                            computed.blas());
            ResultFiles files = new ResultFiles(plan.loss(), diagonal, conf.outputFormat());
            output.commit(
                    folder -> {
                        watch.time(Phase.WRITE, () -> files.write(folder));
                        SummaryJson.write(folder.resolve("summary.json"), summary);
                    });
            System.out.print(Table.of(summary));
            LOG.info("{}", Table.line(summary));
        }
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

    private Audit.Report audit(Work work, List<Tensor> diagonal) {
        double tolerance =
                conf.auditTolerance().orElseGet(() -> Audit.defaultTolerance(conf.dtype()));
        Audit.Report report =
                work.cluster().audit(work.audit(diagonal, conf.auditEntries(), tolerance));
        if (!report.passed()) {
            throw new AuditException(report);
        }
        return report;
    }

    private RunSummary summary(
            Work work, double value, List<Tensor> diagonal, Audit.Report audit, Set<String> blas) {
        DiagonalPlan plan = work.plan();
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
                work.explanation(),
                work.isByDriver(conf),
                loss.size(),
                plan.entries(),
                examples(work),
                conf.dtype(),
                value,
                audit,
                leaves,
                watch,
                blas,
                Versions.with(work.cluster().version()),
                Fingerprint.of(conf.loss()),
                conf.settings(),
                conf.outputPath());
    }

    private static OptionalLong examples(Work work) {
        return work.data()
                .map(d -> OptionalLong.of(d.examples()))
                .orElseGet(() -> Examples.count(work.plan().loss()));
    }
}
