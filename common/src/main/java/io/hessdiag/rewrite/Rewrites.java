package io.hessdiag.rewrite;

import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.List;
import java.util.Optional;

/** The rewrites in the order in which they are tried, and the pass that applies them. */
public final class Rewrites {
    private static final List<Rule> RULES =
            List.of(
                    new RecognizeLogaddexp(),
                    new MaskExponent(),
                    new DropIdentity(),
                    new ComposeBroadcasts(),
                    new ComposeReshapes(),
                    new ComposeTransposes(),
                    new AbsorbTranspose(),
                    new BatchedGather());

    private static final List<MultiRule> LOOP_RULES =
            List.of(new CountedLoops(), new ShareRows(), UnrollScans.SHORT, new InlineBranch());

    private Rewrites() {}

    /** What an imported program needs before it is differentiated. */
    public static Program imported(Program program) {
        Program recognized = simplify(RecognizeSoftmax.apply(simplify(program)));
        return simplify(RestoreStopGradient.apply(recognized));
    }

    /** With longer loops as straight code, too, for what cannot look into loops. */
    public static Program unrolled(Program program) {
        boolean hasLoops = program.equations().stream().anyMatch(e -> e.op() instanceof Op.Scan);
        return hasLoops
                ? simplify(simplify(program, Optional.of(UnrollScans.LONG)), Optional.empty())
                : program;
    }

    /** Applies every rule to every equation, then drops what nobody uses. */
    public static Program simplify(Program program) {
        return simplify(program, Optional.empty());
    }

    private static Program simplify(Program program, Optional<MultiRule> more) {
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        for (Equation e : program.equations()) {
            Ints in = Ints.of(e.inputs().stream().map(v -> map[v]).toArray());
            b.at(e.location());
            Op op = inside(e.op());
            Ints out = more.flatMap(r -> r.rewrite(b, op, in)).orElseGet(() -> rewrite(b, op, in));
            for (int i = 0; i < out.size(); i++) {
                map[e.outputs().get(i)] = out.get(i);
            }
        }
        b.at(null);
        Program simple = b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
        return DeadCode.eliminate(ExchangeOperands.apply(DeadCode.eliminate(simple)));
    }

    /** The op with its bodies simplified. */
    private static Op inside(Op op) {
        return Bodies.map(op, Rewrites::simplify);
    }

    private static Ints rewrite(ProgramBuilder b, Op op, Ints in) {
        for (MultiRule rule : LOOP_RULES) {
            Optional<Ints> values = rule.rewrite(b, op, in);
            if (values.isPresent()) {
                return values.get();
            }
        }
        for (Rule rule : RULES) {
            int value = rule.rewrite(b, op, in);
            if (value != Rule.NONE) {
                return Ints.of(value);
            }
        }
        return b.apply(op, in);
    }
}
