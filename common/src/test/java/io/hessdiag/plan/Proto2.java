package io.hessdiag.plan;

import io.hessdiag.ad.PartialEvaluation;
import io.hessdiag.curvature.Curvature;
import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Workspace;
import io.hessdiag.examples.*;
import io.hessdiag.format.Npz;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.rewrite.Precision;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.nio.file.Path;
import java.util.*;

public final class Proto2 {
    public static void main(String[] args) throws Exception {
        for (String name : args[0].split(",")) {
            Path bundle = name.startsWith("/") ? Path.of(name) : Path.of("/work/shared/" + name);
            Loss loss = LossBundle.read(bundle);
            Map<String, Tensor> expected = Npz.read(bundle.resolve("expected.npz"));
            Program p = Rewrites.imported(Precision.of(loss.program(), DType.F64));
            long t0 = System.nanoTime();
            ExampleAxes.Result r = ExampleAxes.find(p, loss.parameterCount());
            if (r.separable().isEmpty()) {
                System.out.println(name + ": coupled " + r.coupling());
                continue;
            }
            Separable s = r.separable().get();
            System.out.printf(
                    "%s: axes %s N %d in %.3f s%n",
                    name, r.axes(), s.examples(), (System.nanoTime() - t0) * 1e-9);
            List<Tensor> x = DiagonalPlan.arguments(loss, DType.F64);
            List<Tensor> derived =
                    Executable.compile(s.prelude()).run(x.subList(loss.parameterCount(), x.size()));
            for (String bs : args[2].split(",")) {
                int blocks = (s.examples() + Integer.parseInt(bs) - 1) / Integer.parseInt(bs);
                int b = (s.examples() + blocks - 1) / blocks;
                Rebatch rb = Rebatch.of(s, b);
                Curvature cu = Curvature.of(Rewrites.simplify(rb.program()), loss.parameterCount());
                Program c = Rewrites.simplify(cu.sweeps(cu.servable(), Boolean.getBoolean("cuts")));
                PartialEvaluation split =
                        PartialEvaluation.split(
                                c, rb.program().inputs().size() - loss.parameterCount());
                Executable early = Executable.compile(split.early());
                long ct = System.nanoTime();
                Executable late = Executable.compile(split.late());
                System.out.printf("compile %.3f s%n", (System.nanoTime() - ct) * 1e-9);
                Workspace w = new Workspace();
                double best = 1e9;
                double[][] sum = null;
                int reps = Integer.parseInt(args[1]);
                for (int i = 0; i <= reps; i++) {
                    if (i == reps) Executable.PROFILE = new long[100000];
                    long st = Proto.cpu();
                    List<Tensor> known = early.run(x.subList(0, loss.parameterCount()));
                    sum = null;
                    for (int k = 0; k < blocks; k++) {
                        List<Tensor> in = new ArrayList<>(known);
                        List<Tensor> a = rb.arguments(x, derived, k * b);
                        in.addAll(a.subList(loss.parameterCount(), a.size()));
                        List<Tensor> out = late.run(in, w);
                        if (sum == null) sum = new double[out.size()][];
                        for (int o = 0; o < sum.length; o++) {
                            double[] d = out.get(o).doubles();
                            if (sum[o] == null) sum[o] = d.clone();
                            else for (int e = 0; e < d.length; e++) sum[o][e] += d[e];
                        }
                    }
                    best = Math.min(best, (Proto.cpu() - st) * 1e-6);
                }
                late.profile(Integer.getInteger("top", 12));
                Executable.PROFILE = null;
                double worst = 0;
                for (int i = 0; i < sum.length; i++) {
                    Tensor d = expected.get(String.format("diag_%05d", i));
                    double max = 0, dev = 0;
                    for (int k = 0; d != null && k < d.size(); k++) {
                        max = Math.max(max, Math.abs(d.get(k)));
                        dev = Math.max(dev, Math.abs(d.get(k) - sum[i][k]));
                    }
                    worst = Math.max(worst, dev / max);
                }
                System.out.printf(
                        "   B %d x %d: best %.2f ms, worst %.2e, workspace %d MB, peak %d MB, late"
                                + " %d eqs%n",
                        b,
                        blocks,
                        best,
                        worst,
                        w.bytes() >> 20,
                        late.peakBytes() >> 20,
                        split.late().equations().size());
            }
        }
    }
}
