package io.hessdiag.job.driver;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.eval.Executable;
import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.conf.JobConfReader;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.broadcast.Broadcast;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench}: how long the compute phase takes, cold and warm. */
@Command(
        name = "bench",
        description = {
            "Repeat the compute phase in one JVM until its time is steady. The last line on stdout"
                    + " is",
            "JSON; seconds throughout. Nothing is written."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class)
public final class BenchCommand implements Callable<Integer> {
    @Mixin private Source source;

    @Override
    public Integer call() {
        JobConf conf = JobConfReader.read(source.path, source.words);
        Loss loss = Bundles.read(conf.loss());
        DiagonalPlan plan = DiagonalRun.plan(loss, conf);
        try (Cluster cluster = Cluster.connect()) {
            Set<String> blas = new TreeSet<>();
            List<Double> runs = Steady.seconds(() -> compute(cluster, plan, conf, blas));
            Executable gradient = Executable.compile(plan.gradient());
            List<Tensor> arguments = plan.arguments();
            double gradientSeconds =
                    Steady.median(Steady.seconds(() -> time(() -> gradient.run(arguments))));
            ObjectNode json = new ObjectMapper().createObjectNode();
            json.put("bundle", conf.loss().getFileName().toString());
            json.put("method", plan.method()).put("cores", cluster.cores());
            json.put("P", loss.size());
            Examples.count(loss).ifPresent(n -> json.put("N", n));
            json.put("dtype", conf.dtype().toString());
            json.put("first", runs.get(0)).put("median", Steady.median(runs));
            json.put("runs", runs.size()).put("gradient", gradientSeconds);
            json.put("GFLOP", plan.flops() * 1e-9);
            json.put("GFLOP/s", plan.flops() * 1e-9 / Steady.median(runs));
            json.put("blas", String.join(", ", blas));
            System.out.println(json);
        }
        return 0;
    }

    /** One run on a fresh copy of the plan, so that nothing is left over from the one before. */
    private static double compute(
            Cluster cluster, DiagonalPlan plan, JobConf conf, Set<String> blas) {
        DiagonalPlan fresh = SerializationUtils.clone(plan);
        Broadcast<DiagonalPlan> shared = cluster.broadcast(fresh);
        try {
            return time(() -> blas.addAll(cluster.compute(shared, conf.partitions()).blas()));
        } finally {
            shared.destroy();
        }
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) * 1e-9;
    }
}
