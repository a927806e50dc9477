package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;

/** Drops what no output depends on: equations, and results and operands of loops; inputs stay. */
public final class DeadCode {
    private DeadCode() {}

    public static Program eliminate(Program program) {
        return restrict(program, program.inputs(), program.outputs());
    }

    /** The program from these of its inputs to these of its outputs, which depend on no other input. */
    static Program restrict(Program program, Ints inputs, Ints outputs) {
        boolean[] used = used(program, outputs);
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        inputs.stream().forEach(v -> map[v] = b.input(program.type(v)));
        for (Equation e : program.equations()) {
            if (e.outputs().stream().anyMatch(v -> used[v])) {
                b.copy(live(e, used), map);
            }
        }
        return b.build(Ints.of(outputs.stream().map(v -> map[v]).toArray()));
    }

    /** Values that {@code wanted} depend on, themselves included. */
    static boolean[] used(Program program, Ints wanted) {
        boolean[] used = new boolean[program.values()];
        wanted.stream().forEach(v -> used[v] = true);
        for (int i = program.equations().size() - 1; i >= 0; i--) {
            Equation e = program.equations().get(i);
            if (e.outputs().stream().anyMatch(v -> used[v])) {
                live(e, used).inputs().stream().forEach(v -> used[v] = true);
            }
        }
        return used;
    }

    private static Equation live(Equation e, boolean[] used) {
        if (!(e.op() instanceof Op.Scan scan)) {
            return e;
        }
        Ints wanted = Ints.range(e.outputs().size()).filter(i -> used[e.outputs().get(i)]);
        LiveScan live = LiveScan.of(scan, wanted);
        return new Equation(live.op(), e.inputs().pick(live.operands()),
                e.outputs().pick(live.results()), e.location());
    }
}
