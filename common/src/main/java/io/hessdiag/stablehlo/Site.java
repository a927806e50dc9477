package io.hessdiag.stablehlo;

import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.stablehlo.Attribute.Dense;
import io.hessdiag.stablehlo.Operation.Region;
import io.hessdiag.stablehlo.Operation.Signature;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.Collections;
import java.util.List;

/** An operation in its place: its operands' values, its attributes, and the program being built. */
final class Site {
    private final Importer importer;
    private final Operation op;
    private final Ints operands;
    private final Scope scope;

    Site(Importer importer, Operation op, Ints operands, Scope scope) {
        this.scope = scope;
        this.importer = importer;
        this.op = op;
        this.operands = operands;
    }

    Importer importer() {
        return importer;
    }

    /** A region as a program of its own, which takes arguments of these types. */
    Importer.Nested nested(int region, List<TensorType> arguments) {
        return importer.nested(region(region), arguments, scope);
    }

    ProgramBuilder builder() {
        return importer.builder();
    }

    Operation op() {
        return op;
    }

    Ints operands() {
        return operands;
    }

    int operand(int i) {
        if (i >= operands.size()) {
            throw error("expected at least " + (i + 1) + " operands, found " + operands.size());
        }
        return operands.get(i);
    }

    Ints operands(int count) {
        if (operands.size() != count) {
            throw error(
                    "expected "
                            + count
                            + (count == 1 ? " operand" : " operands")
                            + ", found "
                            + operands.size());
        }
        return operands;
    }

    TensorType type(int operand) {
        return builder().type(operand(operand));
    }

    /** The declared type of result {@code i}, as programs compute it. */
    TensorType declared(int i) {
        List<ValueType> types = declaredTypes(op);
        if (i >= types.size()) {
            throw error("expected a type for result " + i);
        }
        ValueType type = types.get(i);
        if (!type.isTensor()) {
            throw unsupported(type.problem(), "");
        }
        return type.computed();
    }

    Shape declaredShape() {
        return declared(0).shape();
    }

    /**
     * Types of an operation's results. Without an arrow one type stands for all operands and
     * results; of several, the last (select), or one for each result (while, optimization_barrier).
     */
    static List<ValueType> declaredTypes(Operation op) {
        Signature s = op.signature();
        if (s == null) {
            return List.of();
        }
        if (s.function()) {
            return s.results();
        }
        int results = op.results().size();
        return s.inputs().size() == results
                ? s.inputs()
                : Collections.nCopies(results, s.inputs().get(s.inputs().size() - 1));
    }

    Region region(int i) {
        if (i >= op.regions().size()) {
            throw error("expected " + (i + 1) + " regions, found " + op.regions().size());
        }
        return op.regions().get(i);
    }

    /** The attribute under the first of these names that is present, or null. */
    Attribute attribute(String... names) {
        for (String name : names) {
            Attribute a = op.attributes().get(name);
            if (a != null) {
                return a;
            }
        }
        return null;
    }

    boolean has(String... names) {
        return attribute(names) != null;
    }

    Ints ints(String... names) {
        Attribute a = attribute(names);
        if (a == null) {
            throw error("expected attribute " + String.join(" or ", names));
        }
        return Attributes.ints(this, names[0], a);
    }

    Ints intsOr(Ints absent, String... names) {
        return has(names) ? ints(names) : absent;
    }

    int integer(String... names) {
        Ints value = ints(names);
        if (value.size() != 1) {
            throw error(names[0] + ": expected one number, found " + value);
        }
        return value.get(0);
    }

    int integerOr(int absent, String... names) {
        return has(names) ? integer(names) : absent;
    }

    boolean flag(String name, boolean absent) {
        return has(name) ? Attributes.text(attribute(name)).equals("true") : absent;
    }

    double real(String name) {
        Attribute a = attribute(name);
        if (a == null) {
            throw error("expected attribute " + name);
        }
        try {
            return Double.parseDouble(Attributes.text(a));
        } catch (NumberFormatException e) {
            throw error(name + ": expected a number, found " + Attributes.text(a));
        }
    }

    /** The word of an enumeration attribute: {@code LT}, {@code #stablehlo<... LT>}. */
    String word(int position, String absent, String... names) {
        Attribute a = attribute(names);
        if (a == null && position < op.positional().size()) {
            a = op.positional().get(position);
        }
        return a == null ? absent : Attributes.word(a);
    }

    /**
     * {@code @symbol} or {@code "text"}: the first that stands without a name, or the attribute.
     */
    String symbol(String... names) {
        Attribute a = attribute(names);
        for (Attribute p : op.positional()) {
            if (a == null && (p instanceof Attribute.Symbol || p instanceof Attribute.Text)) {
                a = p;
            }
        }
        if (a == null) {
            throw error("expected attribute " + names[0]);
        }
        return Attributes.text(a);
    }

    /** The literal of a constant. */
    Dense literal() {
        if (!(Attributes.literal(op) instanceof Dense dense)) {
            throw error("expected a value dense<...>");
        }
        return dense;
    }

    StableHloException error(String message) {
        return new StableHloException(op.at(), op.baseName() + ": " + message);
    }

    UnsupportedException unsupported(String message, String suggestion) {
        return new UnsupportedException(new Unsupported(op.at(), op.name(), message, suggestion));
    }
}
