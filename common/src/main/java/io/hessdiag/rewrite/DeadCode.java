package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;

/** Drops equations whose results no output depends on; inputs stay. */
public final class DeadCode {
    private DeadCode() {}

    public static Program eliminate(Program program) {
        boolean[] used = new boolean[program.values()];
        program.outputs().stream().forEach(v -> used[v] = true);
        for (int i = program.equations().size() - 1; i >= 0; i--) {
            Equation e = program.equations().get(i);
            if (e.outputs().stream().anyMatch(v -> used[v])) {
                e.inputs().stream().forEach(v -> used[v] = true);
            }
        }
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        program.equations().stream()
                .filter(e -> e.outputs().stream().anyMatch(v -> used[v]))
                .forEach(e -> b.copy(e, map));
        return b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
    }
}
