package io.hessdiag.ir;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.List;

/** Verifies what {@link Program} promises; tests run it after every transformation. */
public final class ProgramChecker {
    private ProgramChecker() {}

    /**
     * @return the program
     * @throws IrException when a value is used before its definition, defined twice, or has another
     *     type than {@link TypeRules} gives
     */
    public static Program check(Program program) {
        boolean[] defined = new boolean[program.values()];
        define(program, program.inputs(), defined, "input");
        for (Equation e : program.equations()) {
            use(e.inputs(), defined, e.op().name());
            define(program, e.outputs(), defined, e.op().name());
            List<TensorType> found = e.outputs().stream().mapToObj(program::type).toList();
            List<TensorType> expected =
                    TypeRules.outputs(e.op(), e.inputs().stream().mapToObj(program::type).toList());
            if (!found.equals(expected)) {
                throw new IrException(
                        e.op().name() + ": expected result " + expected + ", found " + found);
            }
        }
        use(program.outputs(), defined, "return");
        return program;
    }

    private static void define(Program program, Ints values, boolean[] defined, String by) {
        for (int i = 0; i < values.size(); i++) {
            int v = values.get(i);
            if (v < 0 || v >= program.values() || defined[v]) {
                throw new IrException(by + ": value %" + v + " is out of range or defined twice");
            }
            defined[v] = true;
        }
    }

    private static void use(Ints values, boolean[] defined, String by) {
        for (int i = 0; i < values.size(); i++) {
            int v = values.get(i);
            if (v < 0 || v >= defined.length || !defined[v]) {
                throw new IrException(by + ": value %" + v + " is used before it is defined");
            }
        }
    }
}
