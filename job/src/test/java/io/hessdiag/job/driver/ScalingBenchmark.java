package io.hessdiag.job.driver;

import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Method;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.plan.Rates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Prints one core beside two for what the driver computes itself, in one JVM with a Spark session,
 * a run by one thread and a run by two in turn: what disturbs the machine for seconds disturbs
 * both, and both run the same compiled code.
 *
 * <p>Arguments: seconds per row, a method, bundles.
 */
final class ScalingBenchmark {
    private static final int CORES = 2;

    private final DiagonalPlan plan;

    private ScalingBenchmark(DiagonalPlan plan) {
        this.plan = plan;
    }

    public static void main(String[] args) throws IOException {
        double seconds = Double.parseDouble(args[0]);
        Method method = Method.valueOf(args[1].toUpperCase(Locale.ROOT));
        try (SparkSession session =
                SparkSession.builder().master("local[" + CORES + "]").getOrCreate()) {
            System.out.println(
                    "| loss | method | units | one thread | two | ratio of medians | of quartiles |"
                            + " runs |\n|---|---|---|---|---|---|---|---|");
            for (int i = 2; i < args.length; i++) {
                Path bundle = Path.of(args[i]);
                Loss loss = LossBundle.read(bundle);
                DiagonalPlan plan =
                        DiagonalPlan.create(loss, PlanOptions.DEFAULT.withMethod(method));
                String row = new ScalingBenchmark(plan).row(seconds);
                System.out.println("| " + bundle.getFileName() + " | " + args[1] + " | " + row);
            }
        }
    }

    /** Its first third warms up. */
    private String row(double seconds) {
        Computation one = new ByDriver(plan, Optional::empty, 1);
        Computation two = new ByDriver(plan, Optional::empty, CORES);
        List<Double> byOne = new ArrayList<>();
        List<Double> byTwo = new ArrayList<>();
        long start = System.nanoTime();
        for (double passed = 0; passed < seconds; passed = (System.nanoTime() - start) * 1e-9) {
            if (passed < seconds / 3) {
                byOne.clear();
                byTwo.clear();
            }
            byOne.add(time(one));
            byTwo.add(time(two));
        }
        double nominal = Rates.NOMINAL.seconds(Explanation.of(plan).work());
        String by = nominal < CORES * Computation.SECONDS_PER_OWN_CORE ? "" : " (a run uses tasks)";
        return String.format(
                Locale.ROOT,
                "%d%s | %.1f ms | %.1f ms | **%.2f** | %.2f | %d |",
                plan.units().size(),
                by,
                1e3 * at(byOne, 0.5),
                1e3 * at(byTwo, 0.5),
                at(byOne, 0.5) / at(byTwo, 0.5),
                at(byOne, 0.25) / at(byTwo, 0.25),
                byOne.size());
    }

    private double time(Computation work) {
        plan.reset();
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) * 1e-9;
    }

    private static double at(List<Double> runs, double share) {
        return runs.stream().sorted().toList().get((int) (share * (runs.size() - 1)));
    }
}
