package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.format.Npz;
import io.hessdiag.loss.*;
import io.hessdiag.tensor.Tensor;
import java.nio.file.Path;
import java.util.*;

public final class Proto5 {
    public static void main(String[] a) throws Exception {
        Path bundle = Path.of(a[0]);
        Loss loss = LossBundle.read(bundle);
        Map<String, Tensor> expected = Npz.read(bundle.resolve("expected.npz"));
        DiagonalPlan plan = DiagonalPlan.create(loss, PlanOptions.DEFAULT);
        List<Tensor> g = Executable.compile(plan.gradient()).run(plan.arguments());
        List<Tensor> d = plan.run().leaves();
        for (int i = 0; i < d.size(); i++) {
            for (String w : List.of("grad", "diag")) {
                Tensor e = expected.get(String.format(w + "_%05d", i));
                Tensor f = w.equals("grad") ? g.get(i + 1) : d.get(i);
                double m = 0, s = 0;
                int bad = 0;
                for (int k = 0; k < e.size(); k++) {
                    m = Math.max(m, Math.abs(e.get(k)));
                }
                for (int k = 0; k < e.size(); k++) {
                    double q = Math.abs(e.get(k) - f.get(k)) / m;
                    s = Math.max(s, q);
                    if (q > 1e-9) bad++;
                }
                System.out.println(i + " " + w + " " + e.shape() + " dev " + s + " bad " + bad);
            }
        }
    }
}
