package io.hessdiag.examples;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What every value of a program is to the examples, from the first equation to the last. Values
 * that no parameter decides may couple the examples: they are shared then, and known before all
 * others, from all the data at once. A sum of such values stays one as long as it is used as one.
 */
final class Roles {
    private final Program program;
    private final int examples;
    private final Alignments alignments;
    private final boolean[] fixed;
    private final boolean[] frozen;
    private final Spreads spreads;
    private final Role[] role;
    private final boolean[] early;
    private final Alignment[] alignment;
    private final BodyRoles[] bodies;
    private Coupling coupling;

    private Roles(
            Program program, int examples, boolean[] fixed, boolean[] frozen, Spreads spreads) {
        this.program = program;
        this.examples = examples;
        this.alignments = new Alignments(program, examples);
        this.fixed = fixed;
        this.frozen = frozen;
        this.spreads = spreads;
        this.role = new Role[program.values()];
        this.early = new boolean[program.values()];
        this.alignment = new Alignment[program.equations().size()];
        this.bodies = new BodyRoles[program.equations().size()];
    }

    /**
     * @param inputs the roles of the program's inputs
     * @param fixed the values that no parameter decides
     * @param frozen which of them are not to stay sums over examples
     * @param spreads the loops of which every example needs its own part
     * @throws CouplingException at the first equation that couples examples
     */
    static Roles of(
            Program program,
            List<Role> inputs,
            int examples,
            boolean[] fixed,
            boolean[] frozen,
            Spreads spreads) {
        boolean[] before;
        Roles roles;
        boolean[] after = frozen.clone();
        do {
            before = after.clone();
            roles = new Roles(program, examples, fixed, after, spreads);
            roles.run(inputs);
        } while (!Arrays.equals(before, after));
        return roles;
    }

    private void run(List<Role> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            role[program.inputs().get(i)] = inputs.get(i);
        }
        for (int i = 0; i < program.equations().size(); i++) {
            step(i, program.equations().get(i));
        }
    }

    /** In a body, where everything is decided by what comes in. */
    static Roles ofBody(Program body, List<Role> inputs, int examples, Spreads spreads) {
        boolean[] none = new boolean[body.values()];
        return of(body, inputs, examples, none, none, spreads);
    }

    Program program() {
        return program;
    }

    Role of(int v) {
        return role[v];
    }

    List<Role> outputs() {
        return program.outputs().stream().mapToObj(this::of).toList();
    }

    Alignments alignments() {
        return alignments;
    }

    /** How the {@code i}-th equation keeps the examples apart, or adds them up; null if neither. */
    Alignment alignment(int i) {
        return alignment[i];
    }

    /** The roles in the {@code i}-th equation's bodies; null if they make no difference. */
    BodyRoles bodies(int i) {
        return bodies[i];
    }

    /** The first equation that couples examples, which is harmless as no parameter decides it. */
    Optional<Coupling> coupling() {
        return Optional.ofNullable(coupling);
    }

    boolean isFixed(int v) {
        return fixed[v];
    }

    /** Whether {@code v} is shared, but only known from all the data. */
    boolean isEarly(int v) {
        return early[v];
    }

    private void step(int i, Equation e) {
        if (e.inputs().stream().allMatch(v -> role[v].isShared()) && !spreads.contains(e)) {
            give(e, isZero(e) ? Role.ZERO : Role.SHARED);
            boolean late = e.inputs().stream().noneMatch(v -> early[v]) || !isFixed(e);
            e.outputs().stream().forEach(v -> early[v] = !late);
            return;
        }
        try {
            dependent(i, e);
        } catch (CouplingException c) {
            Ints sums = positions(e, Role.Kind.SUM).filter(k -> fixed[e.input(k)]);
            if (!sums.isEmpty()) {
                e.inputs().pick(sums).stream().forEach(this::freeze);
                step(i, e);
                return;
            }
            if (!isFixed(e)) {
                throw c;
            }
            coupling = coupling == null ? c.coupling() : coupling;
            e.outputs().stream().forEach(this::freeze);
        }
        e.outputs().stream().filter(v -> isFrozenSum(v)).forEach(this::freeze);
    }

    /** Takes a value that no parameter decides for known before; the smallest that it repeats. */
    private void freeze(int v) {
        boolean sum = role[v] != null && role[v].isSum();
        frozen[v] |= sum;
        role[v] = Role.SHARED;
        early[v] = true;
        if (sum && alignments.definition(v).op() instanceof Op.BroadcastInDim) {
            freeze(alignments.definition(v).input(0));
        }
    }

    /** Weights are floats, so other sums cannot wait. */
    private boolean isFrozenSum(int v) {
        return role[v].isSum() && fixed[v] && (frozen[v] || !program.type(v).dtype().isFloat());
    }

    private boolean isFixed(Equation e) {
        return e.outputs().stream().allMatch(v -> fixed[v]);
    }

    private void give(Equation e, Role r) {
        e.outputs().stream().forEach(v -> role[v] = r);
    }

    private boolean isZero(Equation e) {
        if (e.op() instanceof Op.Constant c) {
            Tensor x = c.value();
            return IntStream.range(0, x.size()).allMatch(i -> x.get(i) == 0);
        }
        boolean movement =
                e.op() instanceof Op.BroadcastInDim
                        || e.op() instanceof Op.Reshape
                        || e.op() instanceof Op.Transpose
                        || e.op() instanceof Op.Convert;
        return movement && !role[e.input(0)].remainder();
    }

    private void dependent(int i, Equation e) {
        Ints sums = positions(e, Role.Kind.SUM);
        if (Links.has(e.op()) && !isMap(e, sums)) {
            nested(i, e);
        } else if (sums.isEmpty()) {
            aligned(i, e);
        } else {
            linear(e, sums);
        }
    }

    private void nested(int i, Equation e) {
        try {
            bodies[i] = BodyRoles.of(e, roles(e), examples, spreads);
        } catch (CouplingException c) {
            throw c.inside(e);
        }
        for (int k = 0; k < e.outputs().size(); k++) {
            role[e.outputs().get(k)] = bodies[i].results().get(k);
        }
    }

    private Ints positions(Equation e, Role.Kind kind) {
        return Ints.range(e.inputs().size()).filter(k -> role[e.input(k)].kind() == kind);
    }

    private List<Role> roles(Equation e) {
        return e.inputs().stream().mapToObj(this::of).toList();
    }

    /** A loop without carries over the examples, which have their rows to themselves. */
    private boolean isMap(Equation e, Ints sums) {
        return e.op() instanceof Op.Scan s
                && s.carries() == 0
                && sums.isEmpty()
                && positions(e, Role.Kind.EACH).stream()
                        .allMatch(k -> role[e.input(k)].axis().axis() == 0);
    }

    private void aligned(int i, Equation e) {
        Ints each = positions(e, Role.Kind.EACH);
        ExampleAxis axis = role[e.input(each.get(0))].axis();
        Alignment a =
                alignments
                        .of(e, each.get(0), axis)
                        .orElseThrow(() -> new CouplingException(e, Reasons.of(e.op())));
        for (int k : each.toArray()) {
            if (!a.operands().get(k).equals(role[e.input(k)].axis())) {
                throw new CouplingException(e, Reasons.pairs());
            }
        }
        alignment[i] = a;
        for (int k = 0; k < e.outputs().size(); k++) {
            role[e.outputs().get(k)] = a.sums() ? sum(e) : Role.each(a.results().get(k));
        }
    }

    /** Weights are floats, so a sum of numbers of another type cannot be told from its parts. */
    private Role sum(Equation e) {
        if (!program.type(e.output()).dtype().isFloat() && !isFixed(e)) {
            throw new CouplingException(e, "counts examples by what the parameters make of them");
        }
        int start = Alignment.start(e.op());
        return Role.sum(start >= 0 && role[e.input(start)].remainder());
    }

    private void linear(Equation e, Ints sums) {
        if (!positions(e, Role.Kind.EACH).isEmpty()) {
            throw new CouplingException(e, Reasons.sumAndEach());
        }
        Ints joint = Linearity.of(e.op(), e.inputs().size(), sums);
        if (joint.isEmpty()) {
            throw new CouplingException(e, Reasons.sum(e.op()));
        }
        give(e, Role.sum(joint.stream().anyMatch(k -> role[e.input(k)].remainder())));
    }
}
