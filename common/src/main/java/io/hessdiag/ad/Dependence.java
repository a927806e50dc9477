package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;

/** Which values of a program depend on given ones, and which its outputs depend on. */
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
        boolean[] needed = new boolean[program.values()];
        program.outputs().stream().forEach(v -> needed[v] = true);
        for (int i = program.equations().size() - 1; i >= 0; i--) {
            Equation e = program.equations().get(i);
            if (e.outputs().stream().anyMatch(v -> needed[v])) {
                e.inputs().stream().forEach(v -> needed[v] = true);
            }
        }
        return needed;
    }
}
