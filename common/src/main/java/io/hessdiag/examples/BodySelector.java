package io.hessdiag.examples;

import io.hessdiag.examples.Selection.Output;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a part of a loss needs of a scan, while or case: with every carry that is needed, at the end
 * or by a step, all that the next step's needs.
 */
final class BodySelector {
    private static final Comparator<Need> ORDER =
            Comparator.comparingInt(Need::value)
                    .thenComparingInt(n -> n.axis().axis())
                    .thenComparingInt(n -> n.axis().inner());

    /** A result of the bodies, by position, and the role in which it is asked for. */
    private record Form(int output, Role role) {
        Need need() {
            return new Need(output, role.axis());
        }
    }

    private final Selector outer;
    private final Equation equation;
    private final BodyRoles roles;
    private final Links links;
    private final Map<Integer, Form> carries = new TreeMap<>();
    private final List<Form> others = new ArrayList<>();

    BodySelector(Selector outer, Equation equation, BodyRoles roles) {
        this.outer = outer;
        this.equation = equation;
        this.roles = roles;
        this.links = roles.links();
    }

    /** The step, whose operands it asks {@code outer} for. */
    Step select() {
        for (int k = 0; k < equation.outputs().size(); k++) {
            for (ExampleAxis axis : outer.wanted(equation.outputs().get(k))) {
                ask(k, axis);
            }
        }
        while (true) {
            List<Selection> bodies = bodies();
            Set<Need> inputs = inputs(bodies);
            if (!addCarries(inputs)) {
                return step(bodies, inputs);
            }
        }
    }

    private void ask(int result, ExampleAxis axis) {
        Role role = roles.results().get(result);
        if (links.isCarry(result)) {
            carry(result, axis);
        } else {
            Role form = role.isSum() || axis.isNone() ? role : Role.each(axis);
            if (links.isRowOutput(result) && axis.axis() == 0) {
                throw new CouplingException(equation, Reasons.rows());
            }
            others.add(new Form(result, links.isRowOutput(result) ? form.ofRow() : form));
        }
    }

    private void carry(int carry, ExampleAxis axis) {
        Role role = roles.inputs().get(links.constants() + carry);
        if (role.isShared() && !axis.isNone()) {
            throw new Spreads.Found(equation, carry, axis);
        }
        if (!role.axis().equals(axis)) {
            throw new CouplingException(
                    equation, "gives a value now to each example and now to all");
        }
        carries.put(carry, new Form(carry, role));
    }

    private List<Form> forms() {
        return Stream.concat(carries.values().stream(), others.stream()).toList();
    }

    private List<Selection> bodies() {
        List<Selection> out = new ArrayList<>();
        for (Roles body : roles.bodies()) {
            boolean test = equation.op() instanceof Op.While && out.isEmpty();
            out.add(select(body, test ? List.of(new Form(0, Role.SHARED)) : forms()));
        }
        return out;
    }

    private Selection select(Roles body, List<Form> forms) {
        return new Selector(body, outer.part(), false)
                .select(
                        forms.stream().map(f -> body.program().outputs().get(f.output())).toList(),
                        forms.stream().map(Form::role).toList());
    }

    /** Positions of inputs of the bodies, with the forms in which some body needs them. */
    private static Set<Need> inputs(List<Selection> bodies) {
        Set<Need> inputs = new TreeSet<>(ORDER);
        for (Selection s : bodies) {
            for (Need n : s.inputs()) {
                inputs.add(new Need(s.program().inputs().indexOf(n.value()), n.axis()));
            }
        }
        return inputs;
    }

    /** Adds the carries among the inputs; whether there was a new one. */
    private boolean addCarries(Set<Need> inputs) {
        int before = carries.size();
        for (Need n : inputs) {
            if (links.carry(n.value()) >= 0) {
                carry(links.carry(n.value()), n.axis());
            }
        }
        return carries.size() > before;
    }

    private Step step(List<Selection> bodies, Set<Need> inputs) {
        if (equation.op() instanceof Op.Case) {
            outer.want(Need.plain(equation.input(0)), equation);
        }
        List<Need> constants = new ArrayList<>();
        List<Need> rows = new ArrayList<>();
        for (Need n : inputs) {
            boolean row = links.isRowInput(n.value());
            if (links.carry(n.value()) < 0) {
                (row ? rows : constants).add(n);
                ExampleAxis axis = row ? n.axis().ofStack() : n.axis();
                outer.want(new Need(operand(n.value()), axis), equation);
            }
        }
        List<Need> carried = new ArrayList<>();
        List<Output> starts = new ArrayList<>();
        for (Form f : carries.values()) {
            int input = links.constants() + f.output();
            carried.add(new Need(input, f.role().axis()));
            starts.add(outer.want(operand(input), f.role(), equation));
        }
        List<Need> outputs = forms().stream().map(Form::need).toList();
        boolean weighted = bodies.stream().anyMatch(Selection::weighted);
        return new Step.Nested(
                equation, links, bodies, constants, carried, rows, starts, outputs, weighted);
    }

    private int operand(int input) {
        return equation.input(links.operand(input));
    }
}
