package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.stablehlo.Attribute.Items;
import io.hessdiag.stablehlo.Attribute.Word;
import io.hessdiag.stablehlo.Lexer.Kind;
import io.hessdiag.stablehlo.Operation.BlockArgument;
import io.hessdiag.stablehlo.Operation.Region;
import io.hessdiag.stablehlo.Operation.Signature;
import io.hessdiag.stablehlo.Operation.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operations in generic and in pretty form. Pretty forms of all ops are read by one loose grammar, so
 * that ops that nobody has heard of still become syntax and are reported by name.
 */
final class OperationParser {
    private final Lexer lexer;
    private final TypeParser types;
    private final AttributeParser attributes;

    OperationParser(Lexer lexer, TypeParser types, AttributeParser attributes) {
        this.lexer = lexer;
        this.types = types;
        this.attributes = attributes;
    }

    /** The parts of one operation while it is read. */
    private static final class Draft {
        private final List<Value> operands = new ArrayList<>();
        private final List<Value> initial = new ArrayList<>();
        private final List<Value> bound = new ArrayList<>();
        private final Map<String, Attribute> attributes = new LinkedHashMap<>();
        private final List<Attribute> positional = new ArrayList<>();
        private final List<Region> regions = new ArrayList<>();
        private List<BlockArgument> regionArguments = List.of();
        private Signature signature;
    }

    /** {@code operation ::= [results '='] (generic | pretty) [location]}. */
    Operation operation() {
        List<Value> results = results();
        Location at = lexer.at();
        Draft draft = new Draft();
        String name;
        if (lexer.kind() == Kind.STRING) {
            name = Lexer.unquote(lexer.take(Kind.STRING, "an operation"));
            generic(draft);
        } else {
            name = lexer.take(Kind.WORD, "an operation");
            pretty(name, draft);
        }
        location();
        draft.operands.addAll(draft.initial);
        return new Operation(name, results, draft.operands, draft.attributes, draft.positional,
                draft.regions, draft.signature, at);
    }

    /** {@code results ::= value [':' number] {',' value [':' number]}}. */
    private List<Value> results() {
        List<Value> results = new ArrayList<>();
        if (lexer.kind() != Kind.VALUE) {
            return results;
        }
        do {
            Value value = value();
            results.add(value);
            if (lexer.accept(':')) {
                int offset = lexer.start();
                String digits = lexer.take(Kind.NUMBER, "the number of results");
                int count = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
                if (count == 0) {
                    throw lexer.error(offset, "expected 1 to 9999 results, found " + digits);
                }
                for (int i = 1; i < count; i++) {
                    results.add(new Value(value.name() + "#" + i, value.at()));
                }
            }
        } while (lexer.accept(','));
        lexer.expect('=');
        return results;
    }

    /** {@code %x} for {@code %x#0} too. */
    private Value value() {
        Location at = lexer.at();
        String name = lexer.take(Kind.VALUE, "a value %name");
        return new Value(name.endsWith("#0") ? name.substring(0, name.length() - 2) : name, at);
    }

    /**
     * {@code generic ::= '(' [value {',' value}] ')' ['<' dictionary '>'] ['(' region {',' region}
     * ')'] [dictionary] ':' function}.
     */
    private void generic(Draft draft) {
        lexer.expect('(');
        while (!lexer.accept(')')) {
            if (!draft.operands.isEmpty()) {
                lexer.expect(',');
            }
            draft.operands.add(value());
        }
        properties(draft);
        if (lexer.accept('(')) {
            do {
                draft.regions.add(region(List.of()));
            } while (lexer.accept(','));
            lexer.expect(')');
        }
        if (lexer.is('{')) {
            dictionary(draft);
        }
        lexer.expect(':');
        draft.signature = types.function();
    }

    private void properties(Draft draft) {
        if (lexer.accept('<')) {
            dictionary(draft);
            lexer.expect('>');
        }
    }

    private void dictionary(Draft draft) {
        attributes.dictionary().forEach((name, value) -> put(draft, name, value));
    }

    private void put(Draft draft, String name, Attribute value) {
        if (draft.attributes.put(name, value) != null) {
            throw lexer.error(lexer.start(), "attribute " + name + " is given twice");
        }
    }

    /**
     * {@code pretty ::= {item | ','} [':' signature] {clause}}, an item being a value, a symbol, a
     * word, a string, {@code name '=' attribute}, a bracket or a region.
     */
    private void pretty(String name, Draft draft) {
        boolean open = true;
        while (true) {
            if (lexer.accept(',')) {
                open = true;
            } else if (lexer.kind() == Kind.VALUE && open) {
                draft.operands.add(value());
                open = false;
            } else if (lexer.kind() == Kind.WORD && item()
                    || lexer.kind() == Kind.STRING && open || lexer.kind() == Kind.SYMBOL
                    || lexer.kind() == Kind.ALIAS) {
                open = open(draft);
            } else if (lexer.is('(')) {
                parenthesised(draft);
                open = false;
            } else if (lexer.is('[')) {
                draft.positional.add(name.endsWith("slice") ? ranges()
                        : attributes.attribute(true));
            } else if (lexer.is('<')) {
                angled(draft);
            } else if (lexer.is('{')) {
                braces(draft);
            } else {
                break;
            }
        }
        if (lexer.accept(':')) {
            draft.signature = types.signature();
        }
        clauses(draft);
    }

    /** Whether the current word belongs to the operation and does not start the next one. */
    private boolean item() {
        String word = lexer.text();
        return switch (word) {
            case "return", "call", "func", "module", "loc", "attributes", "cond", "do", "reducer" ->
                    false;
            default -> !word.contains(".");
        };
    }

    /** Reads a word, string, symbol or alias; tells whether a value may follow without a comma. */
    private boolean open(Draft draft) {
        if (lexer.kind() != Kind.WORD || lexer.is("dense") || lexer.is("dense_resource")
                || lexer.is("array")) {
            draft.positional.add(attributes.attribute(false));
            return !(draft.positional.get(draft.positional.size() - 1) instanceof Attribute.Dense);
        }
        int offset = lexer.start();
        String word = lexer.take(Kind.WORD, "a word");
        if (word.equals("applies")) {
            put(draft, word, new Word(lexer.take(Kind.WORD, "an operation")));
        } else if (lexer.accept('=')) {
            put(draft, word, named());
        } else if (lexer.is('<')) {
            lexer.resume(offset);
            draft.positional.add(attributes.attribute(false));
        } else {
            draft.positional.add(new Word(word));
        }
        return true;
    }

    /** {@code named ::= attribute {('x' | '->') attribute}}, as dimension numbers are written. */
    private Attribute named() {
        List<Attribute> parts = new ArrayList<>();
        do {
            parts.add(attributes.attribute(false));
        } while (lexer.accept("x") || acceptArrow());
        return parts.size() == 1 ? parts.get(0) : new Items(parts);
    }

    private boolean acceptArrow() {
        boolean found = lexer.kind() == Kind.ARROW;
        if (found) {
            lexer.advance();
        }
        return found;
    }

    /** {@code ranges ::= '[' [number ':' number [':' number] {',' …}] ']'}. */
    private Attribute ranges() {
        lexer.expect('[');
        List<Attribute> ranges = new ArrayList<>();
        while (!lexer.accept(']')) {
            if (!ranges.isEmpty()) {
                lexer.expect(',');
            }
            List<Attribute> range = new ArrayList<>();
            do {
                range.add(new Attribute.Number(lexer.take(Kind.NUMBER, "a number")));
            } while (lexer.accept(':'));
            ranges.add(new Items(range));
        }
        return new Items(ranges);
    }

    /**
     * {@code parenthesised ::= '(' [entry {',' entry}] ')'}, an entry being {@code value},
     * {@code value 'init' ':' value} (reduce), {@code value '=' value} (while), {@code value ':' type}
     * (a region's argument), {@code name '=' attribute} or a region.
     */
    private void parenthesised(Draft draft) {
        lexer.expect('(');
        List<BlockArgument> arguments = new ArrayList<>();
        boolean first = true;
        while (!lexer.accept(')')) {
            if (!first) {
                lexer.expect(',');
            }
            first = false;
            if (lexer.is('{')) {
                draft.regions.add(region(List.of()));
            } else if (lexer.kind() != Kind.VALUE) {
                String name = lexer.take(Kind.WORD, "a value or an attribute");
                lexer.expect('=');
                put(draft, name, named());
            } else {
                entry(draft, arguments);
            }
        }
        if (!arguments.isEmpty()) {
            draft.regionArguments = arguments;
        }
    }

    private void entry(Draft draft, List<BlockArgument> arguments) {
        Value value = value();
        if (lexer.accept("init")) {
            lexer.expect(':');
            draft.operands.add(value);
            draft.initial.add(value());
        } else if (lexer.accept('=')) {
            draft.bound.add(value);
            draft.operands.add(value());
        } else if (lexer.accept(':')) {
            arguments.add(new BlockArgument(value.name(), types.type(), value.at()));
            location();
        } else {
            draft.operands.add(value);
        }
    }

    private void angled(Draft draft) {
        if (lexer.source().startsWith("<{", lexer.start())) {
            properties(draft);
        } else {
            draft.positional.add(new Attribute.Raw(lexer.takeBalanced()));
        }
    }

    /** A dictionary, or a region: that is what holds {@code %}, {@code ^} or an operation's name. */
    private void braces(Draft draft) {
        int start = lexer.start();
        lexer.advance();
        boolean name = lexer.kind() == Kind.WORD || lexer.kind() == Kind.STRING;
        boolean region = lexer.kind() == Kind.VALUE || lexer.kind() == Kind.BLOCK;
        if (name) {
            lexer.advance();
            region = !lexer.is('=') && !lexer.is(',') && !lexer.is('}');
        }
        lexer.resume(start);
        if (region) {
            draft.regions.add(region(draft.regionArguments));
        } else {
            dictionary(draft);
        }
    }

    /**
     * {@code clause ::= 'attributes' dictionary | 'cond' region | 'do' region
     * | 'reducer' '(' arguments ')' {'(' arguments ')'} region}.
     */
    private void clauses(Draft draft) {
        while (true) {
            if (lexer.accept("attributes")) {
                dictionary(draft);
            } else if (lexer.accept("cond") || lexer.accept("do")) {
                draft.regions.add(region(boundArguments(draft)));
            } else if (lexer.accept("reducer")) {
                draft.regions.add(region(reducerArguments()));
            } else {
                return;
            }
        }
    }

    private List<BlockArgument> boundArguments(Draft draft) {
        int count = draft.signature == null ? 0 : draft.signature.inputs().size();
        if (count != draft.bound.size()) {
            throw lexer.error(lexer.start(), "expected " + draft.bound.size()
                    + " types before the regions, found " + count);
        }
        List<BlockArgument> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Value v = draft.bound.get(i);
            arguments.add(new BlockArgument(v.name(), draft.signature.inputs().get(i), v.at()));
        }
        return arguments;
    }

    /** The text groups arguments by operand, the region has all left ones first, then all right. */
    private List<BlockArgument> reducerArguments() {
        List<BlockArgument> left = new ArrayList<>();
        List<BlockArgument> right = new ArrayList<>();
        while (lexer.accept('(')) {
            left.add(blockArgument());
            lexer.expect(',');
            right.add(blockArgument());
            lexer.expect(')');
        }
        left.addAll(right);
        return left;
    }

    private BlockArgument blockArgument() {
        Value value = value();
        lexer.expect(':');
        ValueType type = types.type();
        location();
        return new BlockArgument(value.name(), type, value.at());
    }

    /** {@code region ::= '{' ['^' name ['(' arguments ')'] ':'] {operation} '}'}. */
    Region region(List<BlockArgument> outer) {
        Location at = lexer.at();
        lexer.enter();
        lexer.expect('{');
        List<BlockArgument> arguments = outer;
        if (lexer.kind() == Kind.BLOCK) {
            arguments = label();
        }
        List<Operation> operations = new ArrayList<>();
        while (!lexer.accept('}')) {
            if (lexer.kind() == Kind.BLOCK) {
                throw lexer.error(lexer.start(), "a region of several blocks is not supported");
            }
            operations.add(operation());
        }
        lexer.leave();
        return new Region(arguments, operations, at);
    }

    private List<BlockArgument> label() {
        lexer.advance();
        List<BlockArgument> arguments = new ArrayList<>();
        if (lexer.accept('(')) {
            while (!lexer.accept(')')) {
                if (!arguments.isEmpty()) {
                    lexer.expect(',');
                }
                arguments.add(blockArgument());
            }
        }
        lexer.expect(':');
        return arguments;
    }

    /** {@code location ::= 'loc' '(' … ')'}; its text, or null when there is none. */
    String location() {
        if (!lexer.accept("loc")) {
            return null;
        }
        if (!lexer.is('(')) {
            throw lexer.expected("'('");
        }
        return lexer.takeBalanced();
    }
}
