package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.stablehlo.Lexer.Kind;
import io.hessdiag.stablehlo.Operation.BlockArgument;
import io.hessdiag.stablehlo.Operation.Region;
import io.hessdiag.stablehlo.Operation.Value;
import java.util.ArrayList;
import java.util.List;

/** Operations in generic form, {@link PrettyForm} reads the others, and their regions. */
final class OperationParser {
    private final Lexer lexer;
    private final TypeParser types;
    private final AttributeParser attributes;

    OperationParser(Lexer lexer, TypeParser types, AttributeParser attributes) {
        this.lexer = lexer;
        this.types = types;
        this.attributes = attributes;
    }

    /** {@code operation ::= [results '='] (generic | pretty) [location]}. */
    Operation operation() {
        List<Value> results = results();
        Location at = lexer.at();
        OperationDraft draft = new OperationDraft();
        String name;
        if (lexer.kind() == Kind.STRING) {
            name = Characters.unquote(lexer.take(Kind.STRING, "an operation"));
            generic(draft);
        } else {
            name = lexer.take(Kind.WORD, "an operation");
            new PrettyForm(lexer, types, attributes, this, name, draft).read();
        }
        location();
        return draft.finish(name, results, at);
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
    Value value() {
        Location at = lexer.at();
        String name = lexer.take(Kind.VALUE, "a value %name");
        return new Value(name.endsWith("#0") ? name.substring(0, name.length() - 2) : name, at);
    }

    /**
     * {@code generic ::= '(' [value {',' value}] ')' ['<' dictionary '>'] ['(' region {',' region}
     * ')'] [dictionary] ':' function}.
     */
    private void generic(OperationDraft draft) {
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

    void properties(OperationDraft draft) {
        if (lexer.accept('<')) {
            dictionary(draft);
            lexer.expect('>');
        }
    }

    void dictionary(OperationDraft draft) {
        Location at = lexer.at();
        attributes.dictionary().forEach((name, value) -> draft.put(name, value, at));
    }

    BlockArgument blockArgument() {
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
