package io.hessdiag.ir;

import io.hessdiag.tensor.Ints;
import java.util.stream.Collectors;

/** A program as text for people, one equation a line; {@code stablehlo} prints module text. */
public final class ProgramPrinter {
    private ProgramPrinter() {}

    public static String print(Program program) {
        StringBuilder s =
                new StringBuilder(program.name())
                        .append('(')
                        .append(typed(program, program.inputs()))
                        .append(") {\n");
        for (Equation e : program.equations()) {
            s.append("  ")
                    .append(typed(program, e.outputs()))
                    .append(" = ")
                    .append(text(e.op()))
                    .append(' ')
                    .append(ids(e.inputs()))
                    .append('\n');
        }
        return s.append("  return ").append(ids(program.outputs())).append("\n}\n").toString();
    }

    private static String text(Op op) {
        return op instanceof Op.Unary || op instanceof Op.Binary ? op.name() : op.toString();
    }

    private static String ids(Ints values) {
        return values.stream().mapToObj(v -> "%" + v).collect(Collectors.joining(", "));
    }

    private static String typed(Program program, Ints values) {
        return values.stream()
                .mapToObj(v -> "%" + v + ": " + program.type(v))
                .collect(Collectors.joining(", "));
    }
}
