package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.stream.IntStream;

/** Drops what no output depends on: equations, and results and operands of loops; inputs stay. */
public final class DeadCode {
    private DeadCode() {}

    public static Program eliminate(Program program) {
        return restrict(program, program.inputs(), program.outputs());
    }

    /** The same inputs, these values as outputs, and no more equations than they need. */
    public static Program restrict(Program program, Ints outputs) {
        return restrict(program, program.inputs(), outputs);
    }

    /** The program from these values to those, which depend on no other input. */
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
        Ints wanted = Ints.range(e.outputs().size()).filter(i -> used[e.outputs().get(i)]);
        if (e.op() instanceof Op.Scan scan) {
            LiveScan live = LiveScan.of(scan, wanted);
            return part(e, live.op(), live.operands(), live.results());
        }
        if (e.op() instanceof Op.Case choice) {
            return liveCase(e, choice, wanted);
        }
        return e.op() instanceof Op.Sort sort ? liveSort(e, sort, wanted) : e;
    }

    private static Equation part(Equation e, Op op, Ints operands, Ints results) {
        return new Equation(op, e.inputs().pick(operands), e.outputs().pick(results), e.location());
    }

    /** The operands that some branch needs for the wanted results. */
    private static Equation liveCase(Equation e, Op.Case op, Ints wanted) {
        boolean[] needed = new boolean[e.inputs().size() - 1];
        for (Program p : op.branches()) {
            boolean[] inside = used(p, p.outputs().pick(wanted));
            for (int i = 0; i < needed.length; i++) {
                needed[i] |= inside[p.inputs().get(i)];
            }
        }
        Ints inputs = Ints.range(needed.length).filter(i -> needed[i]);
        Op live =
                new Op.Case(
                        op.branches().stream()
                                .map(
                                        p ->
                                                restrict(
                                                        p,
                                                        p.inputs().pick(inputs),
                                                        p.outputs().pick(wanted)))
                                .toList());
        return part(e, live, inputs.plus(1).prepend(0), wanted);
    }

    /** The operands that are wanted sorted, and those that the comparator reads. */
    private static Equation liveSort(Equation e, Op.Sort op, Ints wanted) {
        Program c = op.comparator();
        boolean[] read = used(c, c.outputs());
        Ints kept =
                Ints.range(e.inputs().size())
                        .filter(
                                i ->
                                        wanted.contains(i)
                                                || read[c.inputs().get(2 * i)]
                                                || read[c.inputs().get(2 * i + 1)]);
        Ints arguments =
                Ints.of(kept.stream().flatMap(i -> IntStream.of(2 * i, 2 * i + 1)).toArray());
        Program comparator = restrict(c, c.inputs().pick(arguments), c.outputs());
        return part(e, new Op.Sort(op.dim(), op.stable(), comparator), kept, kept);
    }
}
