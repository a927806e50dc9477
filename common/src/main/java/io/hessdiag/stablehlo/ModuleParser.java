package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.stablehlo.Attribute.Symbol;
import io.hessdiag.stablehlo.Function.Parameter;
import io.hessdiag.stablehlo.Lexer.Kind;
import io.hessdiag.stablehlo.Operation.BlockArgument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Modules and functions. Functions may stand without a module around them. */
final class ModuleParser {
    private final Lexer lexer;
    private final TypeParser types;
    private final AttributeParser attributes;
    private final OperationParser operations;
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, String> locations = new HashMap<>();
    private String name = "";

    ModuleParser(Lexer lexer) {
        this.lexer = lexer;
        types = new TypeParser(lexer);
        attributes = new AttributeParser(lexer, types);
        operations = new OperationParser(lexer, types, attributes);
    }

    /** {@code file ::= {alias | module | function | operation}}. */
    Module file() {
        Location at = lexer.at();
        while (lexer.kind() != Kind.END) {
            if (lexer.kind() == Kind.ALIAS || lexer.kind() == Kind.TYPE) {
                alias();
            } else if (lexer.is("module") || lexer.is("builtin.module")) {
                module();
            } else {
                symbol();
            }
        }
        functions.replaceAll((n, f) -> labelled(f));
        return new Module(name, functions, at);
    }

    /** {@code alias ::= '#' name '=' attribute | '!' name '=' type}. */
    private void alias() {
        boolean type = lexer.kind() == Kind.TYPE;
        String alias = lexer.text();
        lexer.advance();
        lexer.expect('=');
        if (type) {
            types.define(alias, types.type());
        } else if (lexer.is("loc")) {
            locations.put(alias, operations.location());
        } else {
            attributes.define(alias.substring(1), attributes.attribute(true));
        }
    }

    /** {@code module ::= 'module' [symbol] ['attributes' dictionary] '{' {symbol} '}'}. */
    private void module() {
        lexer.enter();
        lexer.advance();
        if (lexer.kind() == Kind.SYMBOL) {
            name = attributes.symbol().name();
        }
        if (lexer.accept("attributes")) {
            attributes.dictionary();
        }
        lexer.expect('{');
        while (!lexer.accept('}')) {
            if (lexer.is("module") || lexer.is("builtin.module")) {
                module();
            } else {
                symbol();
            }
        }
        operations.location();
        lexer.leave();
    }

    /** A function, or another dialect's declaration, which is read and left. */
    private void symbol() {
        if (lexer.is("func.func") || lexer.is("func")) {
            function();
            return;
        }
        if (lexer.kind() != Kind.STRING && lexer.kind() != Kind.WORD) {
            throw lexer.expected("a module or a function");
        }
        int start = lexer.start();
        Operation op = operations.operation();
        if (op.name().equals("builtin.module")) {
            op.regions().forEach(r -> r.operations().forEach(this::generic));
        } else if (op.name().equals("func.func")) {
            generic(op);
        } else if (!op.name().contains(".")) {
            throw lexer.error(start, "expected a module or a function, found " + op.name());
        } else {
            declaration();
        }
    }

    /** {@code sdy.mesh @mesh = <…>} and the like. */
    private void declaration() {
        if (lexer.accept('=')) {
            attributes.attribute(true);
        }
    }

    /**
     * {@code function ::= 'func.func' ['public' | 'private' | 'nested'] symbol '(' parameters ')'
     * ['->' results] ['attributes' dictionary] [region] [location]}.
     */
    private void function() {
        lexer.advance();
        boolean isPrivate = lexer.accept("private");
        if (!isPrivate && !lexer.accept("public")) {
            lexer.accept("nested");
        }
        Location at = lexer.at();
        Symbol symbol = attributes.symbol();
        List<Parameter> parameters = parameters();
        List<ValueType> results = new ArrayList<>();
        if (lexer.kind() == Kind.ARROW) {
            lexer.advance();
            results = results();
        }
        if (lexer.accept("attributes")) {
            attributes.dictionary();
        }
        Operation.Region body = lexer.is('{') ? operations.region(List.of()) : null;
        operations.location();
        add(new Function(symbol.name(), isPrivate, parameters, results, body, at));
    }

    private void add(Function function) {
        if (functions.put(function.name(), function) != null) {
            throw new StableHloException(
                    function.at(), "function @" + function.name() + " is defined twice");
        }
    }

    /** {@code parameters ::= [value ':'] type [dictionary] [location] {',' …}}. */
    private List<Parameter> parameters() {
        lexer.expect('(');
        List<Parameter> parameters = new ArrayList<>();
        while (!lexer.accept(')')) {
            if (!parameters.isEmpty()) {
                lexer.expect(',');
            }
            Location at = lexer.at();
            String value = "";
            if (lexer.kind() == Kind.VALUE) {
                value = lexer.take(Kind.VALUE, "an argument");
                lexer.expect(':');
            }
            ValueType type = types.type();
            Map<String, Attribute> given = lexer.is('{') ? attributes.dictionary() : Map.of();
            parameters.add(new Parameter(value, type, given, operations.location(), at));
        }
        return parameters;
    }

    /** {@code results ::= type | '(' [type [dictionary] {',' type [dictionary]}] ')'}. */
    private List<ValueType> results() {
        List<ValueType> results = new ArrayList<>();
        if (!lexer.accept('(')) {
            results.add(types.type());
            return results;
        }
        while (!lexer.accept(')')) {
            if (!results.isEmpty()) {
                lexer.expect(',');
            }
            results.add(types.type());
            if (lexer.is('{')) {
                attributes.dictionary();
            }
            operations.location();
        }
        return results;
    }

    /**
     * A function in generic form; its name and type are attributes, its parameters the region's.
     */
    private void generic(Operation op) {
        if (!op.name().equals("func.func")) {
            return;
        }
        if (!(op.attributes().get("sym_name") instanceof Attribute.Text symbol)
                || op.regions().size() != 1) {
            throw new StableHloException(op.at(), "func.func: expected sym_name and one region");
        }
        boolean isPrivate =
                op.attributes().get("sym_visibility") instanceof Attribute.Text v
                        && v.value().equals("private");
        Operation.Region region = op.regions().get(0);
        List<Parameter> parameters = new ArrayList<>();
        for (BlockArgument a : region.arguments()) {
            parameters.add(
                    new Parameter(
                            a.name(),
                            a.type(),
                            argumentAttributes(op, parameters.size()),
                            null,
                            a.at()));
        }
        add(
                new Function(
                        symbol.value(),
                        isPrivate,
                        parameters,
                        functionResults(op),
                        region,
                        op.at()));
    }

    private static Map<String, Attribute> argumentAttributes(Operation op, int i) {
        return op.attributes().get("arg_attrs") instanceof Attribute.Items all
                        && i < all.items().size()
                        && all.items().get(i) instanceof Attribute.Dictionary d
                ? d.entries()
                : Map.of();
    }

    private static List<ValueType> functionResults(Operation op) {
        if (op.attributes().get("function_type") instanceof Attribute.Type t
                && t.type().function() != null) {
            return t.type().function().results();
        }
        throw new StableHloException(op.at(), "func.func: expected a function_type");
    }

    private Function labelled(Function f) {
        List<Parameter> parameters =
                f.parameters().stream()
                        .map(
                                p ->
                                        new Parameter(
                                                p.name(),
                                                p.type(),
                                                p.attributes(),
                                                label(p.label(), 0),
                                                p.at()))
                        .toList();
        return new Function(f.name(), f.isPrivate(), parameters, f.results(), f.body(), f.at());
    }

    /**
     * The name in a location such as {@code "params['w']"}, {@code "name"(#loc3)}, {@code
     * callsite("name" at #loc2)} or {@code #loc1}; null when there is only a file position.
     */
    private String label(String location, int depth) {
        if (location == null || depth > Lexer.MAX_DEPTH) {
            return null;
        }
        for (int p = 0; p < location.length(); p++) {
            char c = location.charAt(p);
            int q = p + 1;
            if (c == '"') {
                while (q < location.length() && location.charAt(q) != '"') {
                    q += location.charAt(q) == '\\' ? 2 : 1;
                }
                q = Math.min(q + 1, location.length());
                if (q == location.length() || location.charAt(q) != ':') {
                    return Characters.unquote(location.substring(p, q));
                }
                p = q;
            } else if (c == '#') {
                while (q < location.length() && Character.isLetterOrDigit(location.charAt(q))) {
                    q++;
                }
                return label(locations.get(location.substring(p, q)), depth + 1);
            }
        }
        return null;
    }
}
