package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;

/** Which values of a program depend on given ones, and which given ones depend on. */
final class Dependence {
    private Dependence() {}

    /** Values that depend on {@code values}, themselves included. */
    static boolean[] on(Program program, Ints values) {
        boolean[] depends = new boolean[program.values()];
        values.stream().forEach(v -> depends[v] = true);
        for (Equation e : program.equations()) {
            if (e.inputs().stream().anyMatch(v -> depends[v])) {
                e.outputs().stream().forEach(v -> depends[v] = true);
            }
        }
        return depends;
    }

    /** Values that the outputs depend on, the outputs included. */
    static boolean[] of(Program program) {
        return of(program, program.outputs());
    }

    private static boolean[] of(Program program, Ints outputs) {
        boolean[] needed = new boolean[program.values()];
        outputs.stream().forEach(v -> needed[v] = true);
        for (int i = program.equations().size() - 1; i >= 0; i--) {
            Equation e = program.equations().get(i);
            if (e.outputs().stream().anyMatch(v -> needed[v])) {
                e.inputs().stream().forEach(v -> needed[v] = true);
            }
        }
        return needed;
    }

    /** The program with these values as outputs and no more equations than they need. */
    static Program restrict(Program program, Ints outputs) {
        boolean[] needed = of(program, outputs);
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        program.equations().stream()
                .filter(e -> e.outputs().stream().anyMatch(v -> needed[v]))
                .forEach(e -> b.copy(e, map));
        return b.build(Ints.of(outputs.stream().map(v -> map[v]).toArray()));
    }
}
