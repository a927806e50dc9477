package io.hessdiag.stablehlo;

import io.hessdiag.stablehlo.Attribute.Items;
import io.hessdiag.stablehlo.Attribute.Word;
import io.hessdiag.stablehlo.Lexer.Kind;
import io.hessdiag.stablehlo.Operation.BlockArgument;
import io.hessdiag.stablehlo.Operation.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Pretty forms of operations. One loose grammar reads them all, so that operations that nobody has
 * heard of still become syntax and are reported by name.
 */
final class PrettyForm {
    private final Lexer lexer;
    private final TypeParser types;
    private final AttributeParser attributes;
    private final OperationParser operations;
    private final String name;
    private final OperationDraft draft;

    PrettyForm(
            Lexer lexer,
            TypeParser types,
            AttributeParser attributes,
            OperationParser operations,
            String name,
            OperationDraft draft) {
        this.lexer = lexer;
        this.types = types;
        this.attributes = attributes;
        this.operations = operations;
        this.name = name;
        this.draft = draft;
    }

    /**
     * {@code pretty ::= {item | ','} [':' signature] {clause}}, an item being a value, a symbol, a
     * word, a string, {@code name '=' attribute}, a bracket or a region.
     */
    void read() {
        boolean open = true;
        while (true) {
            if (lexer.accept(',')) {
                open = true;
            } else if (lexer.kind() == Kind.VALUE && open) {
                draft.operands.add(operations.value());
                open = false;
            } else if (lexer.kind() == Kind.WORD && item()
                    || lexer.kind() == Kind.STRING && open
                    || lexer.kind() == Kind.SYMBOL
                    || lexer.kind() == Kind.ALIAS) {
                open = open();
            } else if (lexer.is('(')) {
                parenthesised();
                open = false;
            } else if (lexer.is('[')) {
                draft.positional.add(
                        name.endsWith("slice") ? ranges() : attributes.attribute(true));
            } else if (lexer.is('<')) {
                angled();
            } else if (lexer.is('{')) {
                braces();
            } else {
                break;
            }
        }
        if (lexer.accept(':')) {
            draft.signature = types.signature();
        }
        clauses();
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
    private boolean open() {
        if (lexer.kind() != Kind.WORD
                || lexer.is("dense")
                || lexer.is("dense_resource")
                || lexer.is("array")) {
            draft.positional.add(attributes.attribute(false));
            return !(draft.positional.get(draft.positional.size() - 1) instanceof Attribute.Dense);
        }
        int offset = lexer.start();
        String word = lexer.take(Kind.WORD, "a word");
        if (word.equals("applies")) {
            put(word, new Word(lexer.take(Kind.WORD, "an operation")));
        } else if (lexer.accept('=')) {
            put(word, named());
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
     * {@code parenthesised ::= '(' [entry {',' entry}] ')'}, an entry being {@code value}, {@code
     * value 'init' ':' value} (reduce), {@code value '=' value} (while), {@code value ':' type} (a
     * region's argument), {@code name '=' attribute} or a region.
     */
    private void parenthesised() {
        lexer.expect('(');
        List<BlockArgument> arguments = new ArrayList<>();
        boolean first = true;
        while (!lexer.accept(')')) {
            if (!first) {
                lexer.expect(',');
            }
            first = false;
            if (lexer.is('{')) {
                draft.regions.add(operations.region(List.of()));
            } else if (lexer.kind() != Kind.VALUE) {
                String name = lexer.take(Kind.WORD, "a value or an attribute");
                lexer.expect('=');
                put(name, named());
            } else {
                entry(arguments);
            }
        }
        if (!arguments.isEmpty()) {
            draft.regionArguments = arguments;
        }
    }

    private void entry(List<BlockArgument> arguments) {
        Value value = operations.value();
        if (lexer.accept("init")) {
            lexer.expect(':');
            draft.operands.add(value);
            draft.initial.add(operations.value());
        } else if (lexer.accept('=')) {
            draft.bound.add(value);
            draft.operands.add(operations.value());
        } else if (lexer.accept(':')) {
            arguments.add(new BlockArgument(value.name(), types.type(), value.at()));
            operations.location();
        } else {
            draft.operands.add(value);
        }
    }

    private void angled() {
        if (lexer.source().startsWith("<{", lexer.start())) {
            operations.properties(draft);
        } else {
            draft.positional.add(new Attribute.Raw(lexer.takeBalanced()));
        }
    }

    /**
     * A dictionary, or a region: that is what holds {@code %}, {@code ^} or an operation's name.
     */
    private void braces() {
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
            draft.regions.add(operations.region(draft.regionArguments));
        } else {
            operations.dictionary(draft);
        }
    }

    /**
     * {@code clause ::= 'attributes' dictionary | 'cond' region | 'do' region | 'reducer' '('
     * arguments ')' {'(' arguments ')'} region}.
     */
    private void clauses() {
        while (true) {
            if (lexer.accept("attributes")) {
                operations.dictionary(draft);
            } else if (lexer.accept("cond") || lexer.accept("do")) {
                draft.regions.add(operations.region(boundArguments()));
            } else if (lexer.accept("reducer")) {
                draft.regions.add(operations.region(reducerArguments()));
            } else {
                return;
            }
        }
    }

    private List<BlockArgument> boundArguments() {
        int count = draft.signature == null ? 0 : draft.signature.inputs().size();
        if (count != draft.bound.size()) {
            throw lexer.error(
                    lexer.start(),
                    "expected " + draft.bound.size() + " types before the regions, found " + count);
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
            left.add(operations.blockArgument());
            lexer.expect(',');
            right.add(operations.blockArgument());
            lexer.expect(')');
        }
        left.addAll(right);
        return left;
    }

    private void put(String key, Attribute value) {
        draft.put(key, value, lexer.at());
    }
}
