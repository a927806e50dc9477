package io.hessdiag.job.driver;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.eval.Executable;
import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.report.PlanJson;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Rates;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench}: how long the compute phase takes, cold and warm. */
@Command(
        name = "bench",
        description = {
            "Repeat the compute phase in one JVM until its time is steady. The last line on stdout"
                    + " is JSON; seconds throughout. Nothing is written."
        },
        footer = {"  ./submit.sh --master local[1] bench conf/digits"})
public final class BenchCommand implements Callable<Integer> {
    @Mixin private CommonHelp help;

    @Mixin private Source source;

    @Override
    public Integer call() {
        JobConf conf = source.conf();
        if (conf.model().isPresent()) {
            throw new ConfException("model: bench times bundles with data of their own");
        }
        if (conf.data().isPresent()) {
            throw new ConfException("data.path: bench times bundles with data of their own");
        }
        Loss loss = Bundles.read(conf.loss());
        DiagonalPlan plan = DiagonalRun.plan(loss, conf);
        Explanation explanation = Explanation.of(plan);
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("bundle", conf.loss().getFileName().toString()).put("method", plan.method());
        try (Cluster cluster = Cluster.connect();
                Computation work = cluster.computation(plan, explanation, conf.partitions())) {
            Set<String> blas = new TreeSet<>();
            double first = compute(plan, work, blas);
            // As explain does it, before much has been compiled for other shapes.
            double predicted = Rates.measure().seconds(explanation.work());
            List<Double> runs = Steady.seconds(() -> compute(plan, work, blas));
            json.put("cores", cluster.cores()).put("P", loss.size());
            Examples.count(loss).ifPresent(n -> json.put("N", n));
            json.put("dtype", conf.dtype().toString());
            json.put("first", first).put("median", Steady.median(runs));
            json.put("runs", 1 + runs.size()).put("gradient", gradientSeconds(plan));
            json.put("predicted", predicted);
            double gflop = explanation.work().flops() * 1e-9;
            json.put("GFLOP", gflop).put("GFLOP/s", gflop / Steady.median(runs));
            json.put("MiB", bytes(explanation) / 0x1p20);
            boolean byDriver =
                    Computation.isByDriver(explanation, conf.partitions(), cluster.hasOneCore());
            json.put("tasks", explanation.tasks()).put("driver", byDriver);
            json.set("steps", PlanJson.steps(explanation));
            json.put("blas", String.join(", ", blas));
        }
        System.out.println(json);
        return 0;
    }

    /**
     * One run that finds nothing done but the compilation, which the first has to do. On a cluster
     * executors keep what parameters alone decide, too.
     */
    private static double compute(DiagonalPlan plan, Computation work, Set<String> blas) {
        plan.reset();
        return time(() -> blas.addAll(work.run().blas()));
    }

    private static double gradientSeconds(DiagonalPlan plan) {
        Executable gradient = Executable.compile(plan.gradient());
        List<Tensor> arguments = plan.arguments().values();
        return Steady.median(Steady.seconds(() -> time(() -> gradient.run(arguments))));
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
