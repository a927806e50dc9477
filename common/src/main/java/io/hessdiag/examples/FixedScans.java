package io.hessdiag.examples;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Splits loops that parameters have a part in: what no parameter decides is done before, every such
 * value by a loop of its own, whose steps the other one gets as rows. It may then couple examples
 * like any value that no parameter decides.
 */
final class FixedScans {
    private final ProgramBuilder b;
    private final int[] map;
    private final boolean[] fixed;
    private boolean found;

    private FixedScans(Program program) {
        this.b = new ProgramBuilder(program.name());
        this.map = new int[program.values()];
        this.fixed = new boolean[program.values()];
    }

    /**
     * @param isFixed whether no parameter decides the input at a position
     * @return an equal program; empty where there is nothing to split
     */
    static Optional<Program> split(Program program, IntPredicate isFixed) {
        FixedScans split = new FixedScans(program);
        for (int i = 0; i < program.inputs().size(); i++) {
            int v = program.inputs().get(i);
            split.map[v] = split.b.input(program.type(v));
            split.fixed[v] = isFixed.test(i);
        }
        program.equations().forEach(split::step);
        return split.found
                ? Optional.of(split.b.at(null).build(split.mapped(program.outputs())))
                : Optional.empty();
    }

    private Ints mapped(Ints values) {
        return Ints.of(values.stream().map(v -> map[v]).toArray());
    }

    private void step(Equation e) {
        boolean all = e.inputs().stream().allMatch(v -> fixed[v]);
        if (e.op() instanceof Op.Scan scan && !all) {
            Parts parts = new Parts(scan, k -> fixed[e.input(k)]);
            if (!parts.early.isEmpty()) {
                loops(e, parts);
                found = true;
                return;
            }
        }
        b.copy(e, map);
        e.outputs().stream().forEach(v -> fixed[v] = all);
    }

    private void loops(Equation e, Parts parts) {
        b.at(e.location());
        Ints in = mapped(e.inputs());
        Ints steps = Ints.EMPTY;
        for (int v : parts.early.toArray()) {
            steps = steps.append(alone(parts, in, v).last());
        }
        Ints rest = b.apply(parts.rest(), in.pick(parts.restInputs()).concat(steps));
        for (int k = 0; k < e.outputs().size(); k++) {
            int v = e.outputs().get(k);
            fixed[v] = parts.isFixedOutput(k);
            map[v] = fixed[v] ? output(parts, in, k) : rest.get(parts.restOutputs().indexOf(k));
        }
    }

    private Ints alone(Parts parts, Ints in, int value) {
        Ints carries = parts.carries(Ints.of(value));
        return b.apply(parts.part(carries, Ints.of(value)), in.pick(parts.fixedInputs(carries)));
    }

    private int output(Parts parts, Ints in, int k) {
        if (!parts.links.isCarry(k)) {
            return alone(parts, in, parts.body.outputs().get(k)).last();
        }
        Ints carries = parts.carries(parts.body.outputs().pick(Ints.of(k)));
        carries = Ints.of(carries.filter(c -> c != k).append(k).stream().sorted().toArray());
        Ints out = b.apply(parts.part(carries, Ints.EMPTY), in.pick(parts.fixedInputs(carries)));
        return out.get(carries.indexOf(k));
    }

    /** What of a loop's body no parameter decides at any step. */
    private static final class Parts {
        private final Op.Scan scan;
        private final Links links;
        private final Program body;
        private final boolean[] fixed;
        private final Ints early;

        Parts(Op.Scan scan, IntPredicate isFixed) {
            this.scan = scan;
            this.links = Links.of(scan);
            boolean[] inputs = inputs(scan, isFixed);
            this.body = FixedScans.split(scan.body(), i -> inputs[i]).orElse(scan.body());
            this.fixed = spread(body, inputs);
            this.early = early();
        }

        /** A carry is fixed if its start is, and if what the body makes of the fixed ones is. */
        private boolean[] inputs(Op.Scan op, IntPredicate isFixed) {
            Program p = op.body();
            boolean[] inputs = new boolean[p.inputs().size()];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = isFixed.test(i);
            }
            boolean changed = true;
            while (changed) {
                changed = false;
                boolean[] values = spread(p, inputs);
                for (int i = 0; i < inputs.length; i++) {
                    int carry = links.carry(i);
                    if (carry >= 0 && inputs[i] && !values[p.outputs().get(carry)]) {
                        inputs[i] = false;
                        changed = true;
                    }
                }
            }
            return inputs;
        }

        private static boolean[] spread(Program p, boolean[] inputs) {
            boolean[] values = new boolean[p.values()];
            for (int i = 0; i < inputs.length; i++) {
                values[p.inputs().get(i)] = inputs[i];
            }
            for (Equation e : p.equations()) {
                boolean all = e.inputs().stream().allMatch(v -> values[v]);
                e.outputs().stream().forEach(v -> values[v] = all);
            }
            return values;
        }

        /** Values of each step that the rest of the body reads, but for views of what it gets. */
        private Ints early() {
            boolean[] read = new boolean[body.values()];
            for (Equation e : body.equations()) {
                if (e.outputs().stream().anyMatch(v -> !fixed[v])) {
                    e.inputs().stream().forEach(v -> read[v] = true);
                }
            }
            restOutputs().stream().forEach(k -> read[body.outputs().get(k)] = true);
            boolean[] made = new boolean[body.values()];
            for (int i = 0; i < body.inputs().size(); i++) {
                made[body.inputs().get(i)] = links.carry(i) >= 0;
            }
            for (Equation e : body.equations()) {
                boolean any =
                        !isView(e.op()) && !e.inputs().isEmpty()
                                || e.inputs().stream().anyMatch(v -> made[v]);
                e.outputs().stream().forEach(v -> made[v] = any);
            }
            return Ints.range(body.values()).filter(v -> read[v] && fixed[v] && made[v]);
        }

        private static boolean isView(Op op) {
            return op instanceof Op.Reshape
                    || op instanceof Op.BroadcastInDim
                    || op instanceof Op.Transpose
                    || op instanceof Op.Convert;
        }

        boolean isFixedOutput(int k) {
            return links.isCarry(k)
                    ? fixed[body.inputs().get(links.constants() + k)]
                    : fixed[body.outputs().get(k)];
        }

        Ints restOutputs() {
            return Ints.range(body.outputs().size()).filter(k -> !isFixedOutput(k));
        }

        /** All but the fixed carries, which come as steps if they are read. */
        Ints restInputs() {
            return Ints.range(body.inputs().size())
                    .filter(i -> links.carry(i) < 0 || !fixed[body.inputs().get(i)]);
        }

        /** (operands, early values) → the results that parameters have a part in. */
        Op.Scan rest() {
            return scan(restInputs(), early, body.outputs().pick(restOutputs()));
        }

        /** The carries that fixed values of some step depend on. */
        Ints carries(Ints values) {
            Ints carries = Ints.EMPTY;
            while (true) {
                boolean[] needed =
                        ClosedValues.needed(
                                body, values.concat(body.outputs().pick(carries)), Ints.EMPTY);
                Ints more =
                        Ints.range(links.carries())
                                .filter(k -> needed[body.inputs().get(links.constants() + k)]);
                if (more.size() == carries.size()) {
                    return carries;
                }
                carries = more;
            }
        }

        /** The fixed operands, of the carries these. */
        Ints fixedInputs(Ints carries) {
            return Ints.range(body.inputs().size())
                    .filter(
                            i ->
                                    fixed[body.inputs().get(i)]
                                            && (links.carry(i) < 0
                                                    || carries.contains(links.carry(i))));
        }

        /** (fixed operands) → (carries, these values of all steps). */
        Op.Scan part(Ints carries, Ints values) {
            return scan(
                    fixedInputs(carries), Ints.EMPTY, body.outputs().pick(carries).concat(values));
        }

        private Op.Scan scan(Ints inputs, Ints given, Ints values) {
            ProgramBuilder s = new ProgramBuilder(body.name());
            int[] to = new int[body.values()];
            for (int v : body.inputs().pick(inputs).concat(given).toArray()) {
                to[v] = s.input(body.type(v));
            }
            boolean[] needed = ClosedValues.needed(body, values, given);
            body.equations().stream()
                    .filter(
                            e ->
                                    e.outputs().stream()
                                            .anyMatch(v -> needed[v] && !given.contains(v)))
                    .forEach(e -> s.copy(e, to));
            Program part = s.at(null).build(Ints.of(values.stream().map(v -> to[v]).toArray()));
            int constants = (int) inputs.stream().filter(i -> i < links.constants()).count();
            int carries = (int) inputs.stream().filter(i -> links.carry(i) >= 0).count();
            return new Op.Scan(constants, carries, scan.length(), scan.reverse(), part);
        }
    }
}
