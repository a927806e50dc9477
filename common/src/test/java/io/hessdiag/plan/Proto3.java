package io.hessdiag.plan;

import io.hessdiag.ad.PartialEvaluation;
import io.hessdiag.curvature.Curvature;
import io.hessdiag.eval.Executable;
import io.hessdiag.examples.*;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import java.nio.file.Path;
import java.util.*;

public final class Proto3 {
    static long t;

    static String lap(String what) {
        long n = System.nanoTime();
        String s = String.format(" %s %.0f", what, (n - t) * 1e-6);
        t = System.nanoTime();
        return s;
    }

    public static void main(String[] args) throws Exception {
        for (String name : args) {
            Path bundle = Path.of(name);
            for (int rep = 0; rep < 2; rep++) {
                t = System.nanoTime();
                StringBuilder s = new StringBuilder(bundle.getFileName().toString());
                Loss loss = LossBundle.read(bundle);
                s.append(lap("read"));
                Program p = DiagonalPlan.prepared(loss.program(), loss, DType.F64);
                s.append(lap("prep"));
                ExampleAxes.Result r = ExampleAxes.find(p, loss.parameterCount());
                s.append(lap("axes"));
                Program q = p;
                int n = 0;
                if (r.separable().isPresent()) {
                    n = Math.min(16, r.separable().get().examples());
                    q = Rewrites.imported(Rebatch.of(r.separable().get(), n).program());
                }
                s.append(lap("rebatch"));
                Curvature c = Curvature.of(q, loss.parameterCount());
                s.append(lap("linearize"));
                int params = q.inputs().size() - loss.parameterCount();
                s.append(" B " + n);
                for (int m = 0; m < 3; m++) {
                    Program x =
                            m == 2
                                    ? c.sites(c.servable()).program()
                                    : c.sweeps(c.servable(), m == 1).program();
                    x = Rewrites.simplify(x);
                    s.append("\n      ").append(lap(m == 2 ? "site" : m == 1 ? "cuts" : "sweeps"));
                    PartialEvaluation split = PartialEvaluation.split(x, params);
                    s.append(lap("split"));
                    s.append(
                            String.format(
                                    " eqs %d MFLOP %.3f early %.3f peak %.2f MB",
                                    split.late().equations().size(),
                                    Costs.flops(split.late()) * 1e-6,
                                    Costs.flops(split.early()) * 1e-6,
                                    Costs.peakBytes(split.late()) / 1048576.0));
                    Executable.compile(split.late());
                    s.append(lap("compile"));
                }
                if (rep == 1) System.out.println(s);
            }
        }
    }
}
