package io.hessdiag.examples;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The roles of values in the bodies of a scan, while or case. A carry has one role at every step:
 * the least that its start, what the body makes of it and what it is needed for agree on.
 *
 * @param bodies in the order of {@link io.hessdiag.ir.Bodies}
 * @param inputs of the bodies
 * @param results of the equation
 */
record BodyRoles(Links links, List<Roles> bodies, List<Role> inputs, List<Role> results) {

    /**
     * @param operands the roles of the equation's operands
     * @param spreads the loops of which every example needs its own part
     * @throws CouplingException when the loop or one of its equations couples examples
     */
    static BodyRoles of(Equation e, List<Role> operands, int examples, Spreads spreads) {
        Links links = Links.of(e.op());
        if (e.op() instanceof Op.Case && !operands.get(0).isShared()) {
            throw new CouplingException(e, Reasons.of(e.op()));
        }
        List<Role> inputs = inputs(e, links, operands);
        spreads.of(e)
                .forEach(
                        (carry, axis) -> {
                            int i = links.constants() + carry;
                            if (carry >= 0 && inputs.get(i).isShared()) {
                                inputs.set(i, Role.each(axis));
                            }
                        });
        while (true) {
            List<Role> now = List.copyOf(inputs);
            List<Roles> returning =
                    Links.returning(e.op()).stream()
                            .map(p -> Roles.ofBody(p, now, examples, spreads))
                            .toList();
            List<Role> outputs = outputs(e, returning);
            for (int i = 0; i < inputs.size(); i++) {
                int carry = links.carry(i);
                if (carry >= 0) {
                    inputs.set(i, join(e, inputs.get(i), outputs.get(carry)));
                }
            }
            if (inputs.equals(now)) {
                return new BodyRoles(
                        links,
                        all(e, returning, now, examples, spreads),
                        now,
                        results(links, outputs, now));
            }
        }
    }

    private static List<Role> inputs(Equation e, Links links, List<Role> operands) {
        List<Role> inputs = new ArrayList<>();
        for (int i = 0; links.operand(i) < operands.size(); i++) {
            Role r = operands.get(links.operand(i));
            boolean row = links.isRowInput(i);
            if (row && r.axis().axis() == 0) {
                throw new CouplingException(e, Reasons.of(e.op()));
            }
            inputs.add(row ? r.ofRow() : r);
        }
        return inputs;
    }

    private static List<Role> outputs(Equation e, List<Roles> returning) {
        List<Role> outputs = new ArrayList<>(returning.get(0).outputs());
        for (Roles body : returning) {
            for (int k = 0; k < outputs.size(); k++) {
                outputs.set(k, join(e, outputs.get(k), body.outputs().get(k)));
            }
        }
        return outputs;
    }

    private static Role join(Equation e, Role r, Role s) {
        Optional<Role> joined = r.join(s);
        return joined.orElseThrow(
                () ->
                        new CouplingException(
                                e, "gives a value now from each example and now from all"));
    }

    private static List<Role> results(Links links, List<Role> outputs, List<Role> inputs) {
        List<Role> results = new ArrayList<>();
        for (int k = 0; k < outputs.size(); k++) {
            results.add(
                    links.isCarry(k)
                            ? inputs.get(links.constants() + k)
                            : links.isRowOutput(k) ? outputs.get(k).ofStack() : outputs.get(k));
        }
        return results;
    }

    /** With a loop's condition, which must be the same for all examples. */
    private static List<Roles> all(
            Equation e, List<Roles> returning, List<Role> inputs, int examples, Spreads spreads) {
        if (!(e.op() instanceof Op.While loop)) {
            return returning;
        }
        Program condition = loop.condition();
        Roles test = Roles.ofBody(condition, inputs, examples, spreads);
        if (!test.outputs().get(0).isShared()) {
            throw new CouplingException(e, Reasons.of(e.op()));
        }
        return List.of(test, returning.get(0));
    }
}
