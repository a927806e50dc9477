package io.hessdiag.examples;

import io.hessdiag.examples.Selection.Output;
import io.hessdiag.examples.Selection.Part;
import io.hessdiag.ir.Equation;
import io.hessdiag.tensor.Ints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a program from its outputs back and notes in which forms values are needed. A shared value
 * may be needed with the examples along one of its axes: a bias that was broadcast, say. It is made
 * in that form, too, if it is the same for all examples by construction; and if no parameter
 * decides it, it may as well be known before and be cut into examples like data.
 */
final class Selector {
    private final Roles roles;
    private final Part part;
    private final boolean outermost;
    private final Map<Integer, Set<ExampleAxis>> wanted = new HashMap<>();
    private final Set<Need> early = new LinkedHashSet<>();
    private final Deque<Step> steps = new ArrayDeque<>();

    Selector(Roles roles, Part part, boolean outermost) {
        this.roles = roles;
        this.part = part;
        this.outermost = outermost;
    }

    /**
     * @param forms the roles in which values are asked for
     * @throws CouplingException where the parameters give every example something of its own
     * @throws Spreads.Found where a loop has to be looked into for that
     */
    Selection select(List<Integer> values, List<Role> forms) {
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            outputs.add(want(values.get(i), forms.get(i), null));
        }
        List<Equation> equations = roles.program().equations();
        for (int i = equations.size() - 1; i >= 0; i--) {
            if (equations.get(i).outputs().stream().anyMatch(wanted::containsKey)) {
                visit(i, equations.get(i));
            }
        }
        List<Need> inputs = new ArrayList<>();
        for (int v : roles.program().inputs().toArray()) {
            wanted(v).forEach(axis -> inputs.add(new Need(v, axis)));
        }
        return new Selection(
                roles.program(), List.copyOf(steps), inputs, List.copyOf(early), outputs);
    }

    Part part() {
        return part;
    }

    Set<ExampleAxis> wanted(int v) {
        return wanted.getOrDefault(v, Set.of());
    }

    /** In the form of this role; of a sum, this part, which may be nothing. */
    Output want(int v, Role form, Equation by) {
        boolean zero = form.isSum() && !has(v);
        Need need = new Need(v, form.axis());
        if (!zero) {
            want(need, by);
        }
        return new Output(need, zero);
    }

    private boolean has(int v) {
        return part == Part.EXAMPLES ? roles.of(v).isSum() : roles.of(v).remainder();
    }

    void want(Need need, Equation by) {
        if (outermost && isEarly(need)) {
            early.add(need);
            return;
        }
        boolean parameter = outermost && roles.alignments().definition(need.value()) == null;
        if (parameter && !roles.isFixed(need.value()) && !need.axis().isNone()) {
            throw new CouplingException(by, "takes one row of a parameter for every example");
        }
        wanted.computeIfAbsent(need.value(), v -> new LinkedHashSet<>()).add(need.axis());
    }

    private boolean isEarly(Need need) {
        int v = need.value();
        return roles.isFixed(v)
                && roles.of(v).isShared()
                && (need.axis().isNone() ? roles.isEarly(v) : !isUniform(need));
    }

    /** Whether a shared value is the same along an axis by construction. */
    private boolean isUniform(Need need) {
        Deque<Need> open = new ArrayDeque<>(List.of(need));
        Set<Need> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Need n = open.pop();
            Equation e = roles.alignments().definition(n.value());
            if (e == null || !e.inputs().stream().allMatch(v -> roles.of(v).isShared())) {
                return false;
            }
            Optional<Alignment> a = roles.alignments().ofResult(e, n.value(), n.axis());
            if (a.isEmpty()) {
                return false;
            }
            for (int k = 0; k < e.inputs().size(); k++) {
                Need operand = new Need(e.input(k), a.get().operands().get(k));
                if (!operand.axis().isNone() && seen.add(operand)) {
                    open.push(operand);
                }
            }
        }
        return true;
    }

    private void visit(int i, Equation e) {
        if (roles.bodies(i) != null) {
            steps.push(new BodySelector(this, e, roles.bodies(i)).select());
        } else if (roles.of(e.outputs().get(0)).isSum()) {
            steps.push(roles.alignment(i) == null ? linear(e) : sum(e, roles.alignment(i)));
        } else {
            Set<Optional<Alignment>> forms = new LinkedHashSet<>();
            for (int v : e.outputs().toArray()) {
                wanted(v).forEach(axis -> forms.add(form(i, e, v, axis)));
            }
            forms.forEach(a -> steps.push(a.map(to -> aligned(e, to)).orElseGet(() -> plain(e))));
        }
    }

    /** How the equation has to be aligned for one of its results; empty for as it is. */
    private Optional<Alignment> form(int i, Equation e, int v, ExampleAxis axis) {
        if (axis.isNone()) {
            return Optional.empty();
        }
        if (roles.of(v).isEach()) {
            return Optional.of(roles.alignment(i));
        }
        Optional<Alignment> a = roles.alignments().ofResult(e, v, axis);
        if (a.isEmpty()) {
            throw Links.has(e.op())
                    ? new Spreads.Found(e, -1, axis)
                    : new CouplingException(e, Reasons.rows());
        }
        return a;
    }

    private Step plain(Equation e) {
        e.inputs().stream().forEach(v -> want(Need.plain(v), e));
        return new Step.Plain(e);
    }

    private Step aligned(Equation e, Alignment a) {
        want(e, a, -1);
        return new Step.Aligned(e, a);
    }

    private void want(Equation e, Alignment a, int but) {
        for (int k = 0; k < e.inputs().size(); k++) {
            if (k != but) {
                want(new Need(e.input(k), a.operands().get(k)), e);
            }
        }
    }

    private Step sum(Equation e, Alignment a) {
        int start = Alignment.start(e.op());
        if (part == Part.REMAINDER) {
            want(Need.plain(e.input(start)), e);
            return new Step.Start(e);
        }
        want(e, a, start);
        return new Step.Weighted(e, a);
    }

    private Step linear(Equation e) {
        Ints all = Ints.range(e.inputs().size());
        Ints sums = all.filter(k -> roles.of(e.input(k)).isSum());
        Ints joint = Linearity.of(e.op(), all.size(), sums);
        Ints zeros = joint.filter(k -> !has(e.input(k)));
        all.without(zeros).stream().forEach(k -> want(Need.plain(e.input(k)), e));
        return new Step.Linear(e, zeros);
    }
}
