package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.List;

/** The rewrites in the order in which they are tried, and the pass that applies them. */
public final class Rewrites {
    private static final List<Rule> RULES =
            List.of(
                    new RecognizeLogaddexp(),
                    new DropIdentity(),
                    new ComposeBroadcasts(),
                    new ComposeReshapes(),
                    new ComposeTransposes(),
                    new AbsorbTranspose());

    private Rewrites() {}

    /** What an imported program needs before it is differentiated. */
    public static Program imported(Program program) {
        return simplify(RestoreStopGradient.apply(simplify(program)));
    }

    /** Applies every rule to every equation, then drops what nobody uses. */
    public static Program simplify(Program program) {
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        for (Equation e : program.equations()) {
            Ints in = Ints.of(e.inputs().stream().map(v -> map[v]).toArray());
            b.at(e.location());
            int value = e.outputs().size() == 1 ? rewrite(b, e, in) : Rule.NONE;
            if (value == Rule.NONE) {
                b.copy(e, map);
            } else {
                map[e.output()] = value;
            }
        }
        b.at(null);
        return DeadCode.eliminate(
                b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray())));
    }

    private static int rewrite(ProgramBuilder b, Equation e, Ints in) {
        for (Rule rule : RULES) {
            int value = rule.rewrite(b, e.op(), in);
            if (value != Rule.NONE) {
                return value;
            }
        }
        return Rule.NONE;
    }
}
