package io.hessdiag.ad;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.*;
import io.hessdiag.rewrite.DeadCode;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.*;

/** Scratch: cuts a failing program down. */
final class Shrinking {
    interface Fails {
        boolean test(Program p, List<Tensor> x);
    }

    static Program shrink(Program p, List<Tensor> x, Fails fails, List<Tensor> outX) {
        boolean again = true;
        while (again) {
            again = false;
            for (int i = p.equations().size() - 1; i >= 0 && !again; i--) {
                Equation e = p.equations().get(i);
                for (int mode = 0; mode < 1 + e.inputs().size() && !again; mode++) {
                    List<Tensor> y = new ArrayList<>(x);
                    Program q = cut(p, i, mode, y);
                    if (q == null) continue;
                    try {
                        if (fails.test(q, y)) {
                            p = q;
                            x = y;
                            again = true;
                        }
                    } catch (RuntimeException ex) {
                    }
                }
            }
        }
        outX.clear();
        outX.addAll(x);
        return p;
    }

    private static Program cut(Program p, int at, int mode, List<Tensor> x) {
        Equation c = p.equations().get(at);
        if (c.outputs().size() != 1) return null;
        int out = c.output();
        if (mode > 0 && !p.type(c.input(mode - 1)).equals(p.type(out))) return null;
        if (mode == 0
                && (c.op() instanceof Op.Constant
                        || !p.type(out).dtype().isFloat()
                        || out == p.outputs().get(0))) return null;
        ProgramBuilder b = new ProgramBuilder("shrunk");
        int[] map = new int[p.values()];
        p.inputs().stream().forEach(v -> map[v] = b.input(p.type(v)));
        if (mode == 0) {
            map[out] = b.input(p.type(out));
            x.add(Interpreter.run(DeadCode.restrict(p, Ints.of(out)), x).get(0));
        }
        for (int i = 0; i < p.equations().size(); i++) {
            Equation e = p.equations().get(i);
            if (i != at) b.copy(e, map);
            else if (mode > 0) map[out] = map[e.input(mode - 1)];
        }
        Program q =
                DeadCode.eliminate(
                        b.build(Ints.of(p.outputs().stream().map(v -> map[v]).toArray())));
        // drop unused inputs
        boolean[] used = new boolean[q.values()];
        q.equations().forEach(e -> e.inputs().stream().forEach(v -> used[v] = true));
        q.outputs().stream().forEach(v -> used[v] = true);
        ProgramBuilder d = new ProgramBuilder("shrunk");
        int[] m = new int[q.values()];
        List<Tensor> kept = new ArrayList<>();
        for (int i = 0; i < q.inputs().size(); i++) {
            if (used[q.inputs().get(i)]) {
                m[q.inputs().get(i)] = d.input(q.type(q.inputs().get(i)));
                kept.add(x.get(i));
            }
        }
        q.equations().forEach(e -> d.copy(e, m));
        x.clear();
        x.addAll(kept);
        if (kept.isEmpty()) return null;
        return d.build(Ints.of(q.outputs().stream().map(v -> m[v]).toArray()));
    }
}
