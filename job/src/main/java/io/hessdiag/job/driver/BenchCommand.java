package io.hessdiag.job.driver;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.eval.Executable;
import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.report.PlanJson;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.DataSet;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Rates;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench}: how long the compute phase takes, cold and warm. */
@Command(
        name = "bench",
        description = {
            "Repeat the compute phase in one JVM until its time is steady. The last line on stdout"
                + " is JSON; seconds throughout. Nothing is written. Over a data set a run reads"
                + " the rows, too, unless every executor has them."
        },
        footer = {"  ./submit.sh --master local[1] bench conf/digits"})
public final class BenchCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(BenchCommand.class);

    @Mixin private CommonHelp help;

    @Mixin private Source source;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description =
                    "how long to repeat what is short, at least and half of what is the most;"
                            + " 10 unless given")
    private double seconds = Steady.LEAST_SECONDS_OF_SHORT;

    @Override
    public Integer call() {
        if (!(seconds > 0 && Double.isFinite(seconds))) {
            throw new ConfException("--seconds: expected a positive number, found " + seconds);
        }
        JobConf conf = source.conf();
        boolean hasData = conf.data().isPresent() || conf.model().isPresent();
        Optional<Prepared> own = hasData ? Optional.empty() : Optional.of(Prepared.ownData(conf));
        ObjectNode json = new ObjectMapper().createObjectNode();
        try (Cluster cluster = Cluster.connect()) {
            Prepared work = own.orElseGet(() -> dataSet(cluster, conf));
            json.put("bundle", name(conf)).put("method", work.plan().method());
            measure(cluster, work, conf, json);
        }
        System.out.println(json);
        return 0;
    }

    private static Prepared dataSet(Cluster cluster, JobConf conf) {
        Input input = Input.open(cluster, conf);
        LOG.info("{}", input.data().text());
        DataSet set = input.data().dataSet();
        Loss loss = input.loss(cluster);
        DiagonalPlan plan = DiagonalPlan.create(loss, DiagonalRun.options(conf), set);
        return Prepared.of(plan, Optional.of(input.data()));
    }

    private static String name(JobConf conf) {
        return conf.model()
                .map(uri -> uri.replaceAll("/+$", "").replaceAll(".*/", ""))
                .orElseGet(() -> conf.loss().getFileName().toString());
    }

    private void measure(Cluster cluster, Prepared prepared, JobConf conf, ObjectNode json) {
        DiagonalPlan plan = prepared.plan();
        Explanation explanation = prepared.explanation();
        try (Computation work = prepared.computation(cluster, conf, Optional.empty())) {
            Set<String> blas = new TreeSet<>();
            double first = prepared.named(() -> compute(plan, work, blas));
            // As explain does it, before much has been compiled for other shapes.
            double predicted = Rates.measure().seconds(explanation.work());
            List<Double> runs = Steady.seconds(seconds, () -> compute(plan, work, blas));
            json.put("cores", cluster.cores()).put("P", plan.loss().size());
            prepared.examples().ifPresent(n -> json.put("N", n));
            json.put("dtype", conf.dtype().toString());
            json.put("first", first).put("median", Steady.median(runs));
            json.put("runs", 1 + runs.size());
            prepared.data()
                    .ifPresentOrElse(
                            d -> json.put("read", !d.isBroadcast()),
                            () -> json.put("gradient", gradientSeconds(plan)));
            json.put("predicted", predicted);
            double gflop = explanation.work().flops() * 1e-9;
            json.put("GFLOP", gflop).put("GFLOP/s", gflop / Steady.median(runs));
            json.put("MiB", bytes(explanation) / 0x1p20);
            boolean byDriver = prepared.isByDriver(conf, cluster.ownCores());
            json.put("tasks", explanation.tasks()).put("driver", byDriver);
            json.set("steps", PlanJson.steps(explanation));
            json.put("blas", String.join(", ", blas));
        }
    }

    /**
     * One run that finds nothing done but the compilation, which the first has to do. On a cluster
     * executors keep what parameters alone decide, too.
     */
    private static double compute(DiagonalPlan plan, Computation work, Set<String> blas) {
        plan.reset();
        return time(() -> blas.addAll(work.run().blas()));
    }

    private double gradientSeconds(DiagonalPlan plan) {
        Executable gradient = Executable.compile(plan.gradient());
        List<Tensor> arguments = plan.arguments().values();
        return Steady.median(Steady.seconds(seconds, () -> time(() -> gradient.run(arguments))));
    }

    private static long bytes(Explanation plan) {
        return plan.steps().stream().mapToLong(Explanation.Step::bytes).max().orElse(0);
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) * 1e-9;
    }
}
