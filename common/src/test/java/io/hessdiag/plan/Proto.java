package io.hessdiag.plan;

import io.hessdiag.curvature.Curvature;
import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Workspace;
import io.hessdiag.format.Npz;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.rewrite.Precision;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Scratch timing. */
public final class Proto {
    static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    public static void main(String[] args) throws Exception {
        for (String name : args[0].split(",")) {
            Path bundle = name.startsWith("/") ? Path.of(name) : Path.of("/work/shared/" + name);
            Loss loss = LossBundle.read(bundle);
            Map<String, Tensor> expected = Npz.read(bundle.resolve("expected.npz"));
            long t0 = System.nanoTime();
            Program p = Rewrites.imported(Precision.of(loss.program(), DType.F64));
            long t1 = System.nanoTime();
            Curvature cu = Curvature.of(p, loss.parameterCount());
            java.util.BitSet all = new java.util.BitSet();
            all.set(0, loss.parameterCount());
            if (!cu.servable().equals(all)) {
                System.out.println(name + ": obstacles " + cu.obstacles());
                continue;
            }
            Program c =
                    Boolean.getBoolean("site")
                            ? cu.sites(all).program()
                            : cu.sweeps(all, Boolean.getBoolean("cuts")).program();
            c = Rewrites.simplify(c);
            long t2 = System.nanoTime();
            Executable e = Executable.compile(c);
            long t3 = System.nanoTime();
            List<Tensor> x = DiagonalPlan.arguments(loss, DType.F64);
            System.out.printf(
                    "%s: import %.2f plan %.2f compile %.2f s, %d equations, %.3f GFLOP, peak %d"
                            + " MB%n",
                    name,
                    (t1 - t0) * 1e-9,
                    (t2 - t1) * 1e-9,
                    (t3 - t2) * 1e-9,
                    c.equations().size(),
                    Costs.flops(c) * 1e-9,
                    Costs.peakBytes(c) >> 20);
            if (args.length > 2) System.out.println(c);
            Workspace w = new Workspace();
            double best = 1e9;
            List<Tensor> out = null;
            int n = Integer.parseInt(args[1]);
            for (int i = 0; i < n; i++) {
                long s = cpu();
                out = e.run(x, w);
                best = Math.min(best, (cpu() - s) * 1e-6);
            }
            Executable.PROFILE = new long[100000];
            e.run(x, w);
            e.profile(14);
            Executable.PROFILE = null;
            double worst = 0;
            for (int i = 0; i < out.size(); i++) {
                Tensor d = expected.get(String.format("diag_%05d", i));
                double max = 0, dev = 0;
                for (int k = 0; d != null && k < d.size(); k++) {
                    max = Math.max(max, Math.abs(d.get(k)));
                    dev = Math.max(dev, Math.abs(d.get(k) - out.get(i).get(k)));
                }
                worst = Math.max(worst, dev / max);
            }
            System.out.printf(
                    "   best %.2f ms, worst %.2e, workspace %d MB%n", best, worst, w.bytes() >> 20);
        }
    }
}
