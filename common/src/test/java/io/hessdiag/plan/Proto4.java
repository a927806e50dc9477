package io.hessdiag.plan;

import io.hessdiag.format.Npz;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.Tensor;
import java.nio.file.Path;
import java.util.*;

public final class Proto4 {
    public static void main(String[] args) throws Exception {
        Method m =
                System.getProperty("method") == null
                        ? null
                        : Method.valueOf(System.getProperty("method"));
        int reps = Integer.getInteger("reps", 5);
        Rates rates = Rates.measure();
        rates = Rates.measure();
        System.out.println(rates);
        for (String name : args) {
            Path bundle = Path.of(name);
            Loss loss = LossBundle.read(bundle);
            Map<String, Tensor> expected = Npz.read(bundle.resolve("expected.npz"));
            PlanOptions o =
                    PlanOptions.DEFAULT.withMethod(m).withBlockExamples(Integer.getInteger("B", 0));
            DiagonalPlan plan = null;
            double planTime = 1e9;
            for (int i = 0; i < Integer.getInteger("plans", 2); i++) {
                long t0 = System.nanoTime();
                plan = DiagonalPlan.create(loss, o);
                planTime = Math.min(planTime, (System.nanoTime() - t0) * 1e-6);
            }
            List<Double> times = new ArrayList<>();
            List<Tensor> out = null;
            for (int i = 0; i < reps; i++) {
                plan.reset();
                long s =
                        java.lang.management.ManagementFactory.getThreadMXBean()
                                .getCurrentThreadCpuTime();
                out = plan.run().leaves();
                times.add(
                        (java.lang.management.ManagementFactory.getThreadMXBean()
                                                .getCurrentThreadCpuTime()
                                        - s)
                                * 1e-6);
            }
            Collections.sort(times);
            double worst = 0;
            for (int i = 0; i < out.size(); i++) {
                Tensor d = expected.get(String.format("diag_%05d", i));
                double max = 0, dev = 0;
                for (int k = 0; d != null && k < d.size(); k++) {
                    max = Math.max(max, Math.abs(d.get(k)));
                    dev = Math.max(dev, Math.abs(d.get(k) - out.get(i).get(k)));
                }
                worst = Math.max(worst, max == 0 ? dev : dev / max);
            }
            Explanation e = Explanation.of(plan);
            StringBuilder s = new StringBuilder();
            for (Explanation.Step st : e.steps())
                s.append(
                        String.format(
                                " [%s %s %dx%d u%d %.1fMB]",
                                st.part(),
                                st.method().text(),
                                st.blocks(),
                                st.size(),
                                st.tasks(),
                                st.bytes() / 1048576.0));
            System.out.printf(
                    "%s: plan %.0f ms, min %.2f median %.2f ms, predicted %.2f (nominal %.2f),"
                            + " GFLOP %.3f, worst %.1e%s%n",
                    bundle.getFileName(),
                    planTime,
                    times.get(0),
                    times.get(times.size() / 2),
                    rates.seconds(e.work()) * 1e3,
                    Rates.NOMINAL.seconds(e.work()) * 1e3,
                    e.work().flops() * 1e-9,
                    worst,
                    s);
            if (Boolean.getBoolean("why")) {
                System.out.println(e.structure());
                e.misses().forEach(System.out::println);
                e.rows().forEach(System.out::println);
            }
        }
    }
}
