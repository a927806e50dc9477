package io.hessdiag.stablehlo;

import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Location;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.stablehlo.Function.Parameter;
import io.hessdiag.stablehlo.Operation.BlockArgument;
import io.hessdiag.stablehlo.Operation.Region;
import io.hessdiag.stablehlo.Operation.Signature;
import io.hessdiag.stablehlo.Operation.Value;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Syntax to program: names to value ids, calls to their bodies, operations to equations by {@link
 * OpTable}; every type that the text declares is compared with what {@link
 * io.hessdiag.ir.TypeRules} gives.
 */
final class Importer {
    /** Calls may nest this deep, and a function may become this many operations. */
    private static final int MAX_CALLS = 200;

    private static final int MAX_OPERATIONS = 500_000;

    private final Module module;
    private ProgramBuilder builder;
    private final List<Unsupported> unsupported;
    private final List<Expectation> expectations = new ArrayList<>();
    private final List<Integer> pairs = new ArrayList<>();
    private final Deque<String> calls = new ArrayDeque<>();
    private int operations;
    private int nesting;
    private boolean rounding;

    /**
     * @param unsupported receives what is not supported; null to throw it instead
     */
    Importer(Module module, String name, List<Unsupported> unsupported) {
        this.module = module;
        this.builder = new ProgramBuilder(name);
        this.unsupported = unsupported;
    }

    /** Rounds every f16 and bf16 result to its type, which programs hold as f32. */
    Importer rounding() {
        rounding = true;
        return this;
    }

    ProgramBuilder builder() {
        return builder;
    }

    Module module() {
        return module;
    }

    List<Expectation> expectations() {
        return expectations;
    }

    /** Values (actual, expected, actual, ...) of the expectations met. */
    Ints pairs() {
        return Ints.of(pairs.stream().mapToInt(i -> i).toArray());
    }

    void expect(Expectation expectation, int actual, int expected) {
        if (nesting > 0) {
            throw new UnsupportedException(
                    new Unsupported(
                            expectation.location(),
                            "check",
                            "an expectation inside a region is not supported",
                            ""));
        }
        expectations.add(expectation);
        pairs.add(actual);
        pairs.add(expected);
    }

    /** The function with this name and a body. */
    Function function(String name, Location at) {
        Function f = module.functions().get(name);
        if (f == null) {
            throw new StableHloException(
                    at, "no function @" + name + "; there are " + module.functions().keySet());
        }
        if (f.body() == null) {
            throw new StableHloException(f.at(), "function @" + name + " has no body");
        }
        return f;
    }

    /** Declares the program's inputs. */
    Ints inputs(Function f) {
        int[] inputs = new int[f.parameters().size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = input(f, f.parameters().get(i));
        }
        return Ints.of(inputs);
    }

    private int input(Function f, Parameter p) {
        String problem = p.type().problem();
        if (p.attributes().containsKey("jax.global_constant")) {
            problem =
                    "argument "
                            + p.name()
                            + " is a jax.global_constant; export for one platform "
                            + "and with concrete shapes";
        }
        if (problem == null) {
            return builder.input(p.type().computed());
        }
        report(new Unsupported(p.at(), "@" + f.name(), problem, ""));
        return Scope.UNKNOWN;
    }

    static List<Argument> arguments(Function f) {
        return f.parameters().stream()
                .map(
                        p ->
                                new Argument(
                                        p.name(),
                                        p.type().tensor(),
                                        Optional.ofNullable(p.label()),
                                        texts(p.attributes())))
                .toList();
    }

    private static Map<String, String> texts(Map<String, Attribute> attributes) {
        Map<String, String> texts = new TreeMap<>();
        attributes.forEach((name, value) -> texts.put(name, Attributes.text(value)));
        return texts;
    }

    /** Adds the function's equations with these values for its parameters. */
    Ints call(Function f, Ints arguments, Location at) {
        if (calls.contains(f.name())) {
            throw new StableHloException(at, "function @" + f.name() + " calls itself");
        }
        if (calls.size() == MAX_CALLS) {
            throw new StableHloException(at, "calls nest deeper than " + MAX_CALLS);
        }
        if (arguments.size() != f.parameters().size()) {
            throw new StableHloException(
                    at,
                    "@"
                            + f.name()
                            + ": expected "
                            + f.parameters().size()
                            + " arguments, found "
                            + arguments.size());
        }
        calls.push(f.name());
        Scope scope = new Scope(null);
        for (int i = 0; i < arguments.size(); i++) {
            Parameter p = f.parameters().get(i);
            match(p.type(), arguments.get(i), at, "@" + f.name() + ": expected argument");
            scope.define(new Value(p.name(), p.at()), arguments.get(i));
        }
        Ints results = block(f.body(), scope);
        returned(f, results);
        calls.pop();
        return results;
    }

    private void returned(Function f, Ints results) {
        Location at = f.at();
        if (!f.body().operations().isEmpty()) {
            at = f.body().operations().get(f.body().operations().size() - 1).at();
        }
        if (results.size() != f.results().size()) {
            throw new StableHloException(
                    at,
                    "@"
                            + f.name()
                            + ": expected "
                            + f.results().size()
                            + " results, found "
                            + results.size());
        }
        for (int i = 0; i < results.size(); i++) {
            match(f.results().get(i), results.get(i), at, "@" + f.name() + ": expected result");
        }
    }

    /** A function as a program of its own. */
    Program program(Function f) {
        ProgramBuilder outer = builder;
        builder = new ProgramBuilder(f.name());
        try {
            return builder.build(call(f, inputs(f), f.at()));
        } finally {
            builder = outer;
        }
    }

    /**
     * A region as a program of its own.
     *
     * @param program (arguments…, captured…) → returned values
     * @param captured the outer program's values that the region uses
     */
    record Nested(Program program, Ints captured) {}

    Nested nested(Region region, List<TensorType> arguments, Scope scope) {
        ProgramBuilder outer = builder;
        builder = new ProgramBuilder("region");
        nesting++;
        try {
            if (region.arguments().size() != arguments.size()) {
                throw new StableHloException(
                        region.at(),
                        "expected "
                                + arguments.size()
                                + " region arguments, found "
                                + region.arguments().size());
            }
            CapturingScope inner = new CapturingScope(scope, outer, builder);
            for (int i = 0; i < arguments.size(); i++) {
                BlockArgument a = region.arguments().get(i);
                inner.define(new Value(a.name(), a.at()), builder.input(arguments.get(i)));
            }
            int known = unsupported == null ? 0 : unsupported.size();
            Ints results = block(region, inner);
            if (unsupported != null && unsupported.size() > known) {
                throw new UnsupportedException(unsupported.get(known));
            }
            return new Nested(builder.build(results), inner.captured());
        } finally {
            nesting--;
            builder = outer;
        }
    }

    /** Adds a region's operations; returns the values of its return. */
    Ints block(Region region, Scope scope) {
        List<Operation> ops = region.operations();
        if (ops.isEmpty() || !ops.get(ops.size() - 1).isReturn()) {
            throw new StableHloException(region.at(), "region does not end with a return");
        }
        for (Operation op : ops.subList(0, ops.size() - 1)) {
            if (op.isReturn()) {
                throw new StableHloException(op.at(), "return before the region's end");
            }
            operation(op, scope);
        }
        Operation last = ops.get(ops.size() - 1);
        Ints values = uses(last, scope);
        inputTypes(last, values);
        return values;
    }

    private static Ints uses(Operation op, Scope scope) {
        return Ints.of(op.operands().stream().mapToInt(scope::use).toArray());
    }

    private void operation(Operation op, Scope scope) {
        if (++operations > MAX_OPERATIONS) {
            throw new StableHloException(
                    op.at(), "calls expand to more than " + MAX_OPERATIONS + " operations");
        }
        Ints operands = uses(op, scope);
        Ints results;
        try {
            results = results(op, operands, scope);
        } catch (UnsupportedException e) {
            report(e.unsupported());
            results = unknown(op);
        }
        for (int i = 0; i < results.size(); i++) {
            scope.define(op.results().get(i), results.get(i));
        }
    }

    private Ints results(Operation op, Ints operands, Scope scope) {
        OpRule rule = OpTable.rule(op.name()).orElseThrow(() -> Suggestions.unsupported(op));
        for (ValueType t : Site.declaredTypes(op)) {
            if (!t.isTensor()) {
                throw new UnsupportedException(
                        new Unsupported(op.at(), op.name(), t.problem(), ""));
            }
        }
        boolean known = !operands.contains(Scope.UNKNOWN);
        if (!known && !CallRules.isCall(op)) {
            return Ints.repeat(Scope.UNKNOWN, op.results().size());
        }
        inputTypes(op, operands);
        builder.at(op.at());
        Ints results = build(rule, op, operands, scope);
        if (results.size() != op.results().size()) {
            throw new StableHloException(
                    op.at(),
                    op.baseName()
                            + ": expected "
                            + results.size()
                            + " results, found "
                            + op.results().size());
        }
        List<ValueType> declared = Site.declaredTypes(op);
        for (int i = 0; i < Math.min(results.size(), declared.size()); i++) {
            match(declared.get(i), results.get(i), op.at(), op.baseName() + ": expected result");
        }
        return rounding ? rounded(results, declared) : results;
    }

    private Ints rounded(Ints results, List<ValueType> declared) {
        Ints out = results;
        for (int i = 0; i < results.size(); i++) {
            DType d = i < declared.size() ? declared.get(i).tensor().dtype() : DType.F32;
            if (d != d.computed() && results.get(i) != Scope.UNKNOWN) {
                out = out.with(i, BitRules.round(builder, results.get(i), d));
            }
        }
        return out;
    }

    private Ints build(OpRule rule, Operation op, Ints operands, Scope scope) {
        try {
            return rule.build(new Site(this, op, operands, scope));
        } catch (IrException e) {
            throw new StableHloException(op.at(), e.getMessage());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new StableHloException(op.at(), op.baseName() + ": " + e.getMessage());
        }
    }

    /** Compares the operand types in the text with those of the values. */
    private void inputTypes(Operation op, Ints operands) {
        Signature s = op.signature();
        if (s == null) {
            return;
        }
        List<ValueType> inputs = s.inputs();
        boolean each = inputs.size() == operands.size();
        if (s.function() && !each
                || !s.function() && inputs.size() > operands.size() && !operands.isEmpty()) {
            throw new StableHloException(
                    op.at(),
                    op.baseName()
                            + ": expected "
                            + inputs.size()
                            + " operands, found "
                            + operands.size());
        }
        for (int i = 0; i < operands.size(); i++) {
            ValueType t = inputs.get(Math.min(i, inputs.size() - 1));
            match(
                    t,
                    operands.get(i),
                    op.operands().get(i).at(),
                    op.baseName() + ": expected operand");
        }
    }

    private void match(ValueType declared, int value, Location at, String what) {
        if (value == Scope.UNKNOWN) {
            return;
        }
        TensorType found = builder.type(value);
        if (!declared.isTensor() || !declared.computed().equals(found)) {
            throw new StableHloException(at, what + " " + declared + ", found " + found);
        }
    }

    private void report(Unsupported what) {
        if (unsupported == null) {
            throw new UnsupportedException(what);
        }
        if (!unsupported.contains(what)) {
            unsupported.add(what);
        }
    }

    /** Stand-ins for the results of an unsupported operation, and what its regions hold. */
    private Ints unknown(Operation op) {
        op.regions().forEach(this::scan);
        List<ValueType> declared = Site.declaredTypes(op);
        int[] values = new int[op.results().size()];
        for (int i = 0; i < values.length; i++) {
            boolean typed = i < declared.size() && declared.get(i).isTensor();
            values[i] = typed ? builder.input(declared.get(i).computed()) : Scope.UNKNOWN;
        }
        return Ints.of(values);
    }

    private void scan(Region region) {
        for (Operation op : region.operations()) {
            if (OpTable.rule(op.name()).isEmpty() && !op.isReturn()) {
                report(Suggestions.unsupported(op).unsupported());
            }
            op.regions().forEach(this::scan);
        }
    }
}
