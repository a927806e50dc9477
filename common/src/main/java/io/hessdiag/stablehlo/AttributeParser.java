package io.hessdiag.stablehlo;

import io.hessdiag.stablehlo.Attribute.Dense;
import io.hessdiag.stablehlo.Attribute.Dictionary;
import io.hessdiag.stablehlo.Attribute.Items;
import io.hessdiag.stablehlo.Attribute.Raw;
import io.hessdiag.stablehlo.Attribute.Structured;
import io.hessdiag.stablehlo.Attribute.Symbol;
import io.hessdiag.stablehlo.Attribute.Text;
import io.hessdiag.stablehlo.Attribute.Word;
import io.hessdiag.stablehlo.Lexer.Kind;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes of any dialect; what has no known form is kept as balanced text. */
final class AttributeParser {
    private final Lexer lexer;
    private final TypeParser types;
    private final Map<String, Attribute> aliases = new HashMap<>();

    AttributeParser(Lexer lexer, TypeParser types) {
        this.lexer = lexer;
        this.types = types;
    }

    void define(String alias, Attribute value) {
        aliases.put(alias, value);
    }

    /**
     * {@code attribute ::= number [':' type] | string | symbol | list | dictionary | dense | array
     * | '#' name ['<' … '>'] | '<' … '>' | type | word}.
     *
     * @param typed whether a colon after a number belongs to the number; in an operation's pretty
     *     form it starts the signature
     */
    Attribute attribute(boolean typed) {
        lexer.enter();
        Attribute value =
                switch (lexer.kind()) {
                    case NUMBER -> number(typed);
                    case STRING -> string(typed);
                    case SYMBOL -> symbol();
                    case ALIAS -> dialect();
                    case TYPE -> new Attribute.Type(types.type());
                    case WORD -> word(typed);
                    case PUNCTUATION -> bracketed();
                    default -> throw lexer.expected("an attribute");
                };
        lexer.leave();
        return value;
    }

    private Attribute bracketed() {
        if (lexer.is('[')) {
            return list();
        }
        if (lexer.is('{')) {
            return dictionaryOrText();
        }
        if (lexer.is('<')) {
            return angled("");
        }
        if (lexer.is('(')) {
            return new Attribute.Type(types.type());
        }
        if (lexer.accept('?') || lexer.accept('*')) {
            return new Word("?");
        }
        throw lexer.expected("an attribute");
    }

    private Attribute number(boolean typed) {
        Attribute value = new Attribute.Number(lexer.take(Kind.NUMBER, "a number"));
        if (typed && lexer.accept(':')) {
            types.type();
        }
        return value;
    }

    private Attribute string(boolean typed) {
        Attribute value = new Text(Characters.unquote(lexer.take(Kind.STRING, "a string")));
        if (typed && lexer.accept(':')) {
            types.type();
        }
        return value;
    }

    /** {@code symbol ::= '@' name {':' ':' '@' name}}; the last name counts. */
    Symbol symbol() {
        String name = lexer.take(Kind.SYMBOL, "a symbol @name").substring(1);
        while (lexer.is(':') && lexer.source().startsWith("::@", lexer.start())) {
            lexer.advance();
            lexer.advance();
            name = lexer.take(Kind.SYMBOL, "a symbol @name").substring(1);
        }
        return new Symbol(name.startsWith("\"") ? Characters.unquote(name) : name);
    }

    private Attribute dialect() {
        String name = lexer.take(Kind.ALIAS, "an attribute").substring(1);
        if (lexer.is('<')) {
            return angled(name);
        }
        return aliases.getOrDefault(name, new Raw("#" + name));
    }

    /** {@code '<' ['raw'] [name '=' attribute {',' ...}] '>'}, or any balanced text. */
    private Attribute angled(String name) {
        int start = lexer.start();
        int depth = lexer.depth();
        try {
            lexer.advance();
            if (lexer.text().equals("raw")) {
                lexer.advance();
            }
            return new Structured(name, entries('>'));
        } catch (StableHloException e) {
            lexer.rewind(start, depth);
            return new Raw(lexer.takeBalanced().strip());
        }
    }

    /** {@code list ::= '[' [attribute {',' attribute}] ']'}. */
    private Attribute list() {
        lexer.expect('[');
        List<Attribute> items = new ArrayList<>();
        while (!lexer.accept(']')) {
            if (!items.isEmpty()) {
                lexer.expect(',');
            }
            items.add(attribute(true));
        }
        return new Items(items);
    }

    private Attribute dictionaryOrText() {
        int start = lexer.start();
        int depth = lexer.depth();
        try {
            return new Dictionary(dictionary());
        } catch (StableHloException e) {
            lexer.rewind(start, depth);
            return new Raw(lexer.takeBalanced().strip());
        }
    }

    /** {@code dictionary ::= '{' [name ['=' attribute] {',' name ['=' attribute]}] '}'}. */
    Map<String, Attribute> dictionary() {
        lexer.expect('{');
        return entries('}');
    }

    private Map<String, Attribute> entries(char close) {
        Map<String, Attribute> entries = new LinkedHashMap<>();
        while (!lexer.accept(close)) {
            if (!entries.isEmpty()) {
                lexer.expect(',');
            }
            int start = lexer.start();
            String name =
                    lexer.kind() == Kind.STRING
                            ? Characters.unquote(lexer.take(Kind.STRING, "a name"))
                            : lexer.take(Kind.WORD, "an attribute's name");
            Attribute value = lexer.accept('=') ? attribute(true) : new Word("unit");
            if (entries.put(name, value) != null) {
                throw lexer.error(start, "attribute " + name + " is given twice");
            }
        }
        return entries;
    }

    private Attribute word(boolean typed) {
        String word = lexer.text();
        boolean angle =
                lexer.tokenEnd() < lexer.end() && lexer.source().charAt(lexer.tokenEnd()) == '<';
        if (word.equals("loc")) {
            lexer.advance();
            return new Raw(lexer.takeBalanced());
        }
        if (angle && word.startsWith("dense")) {
            return dense(word);
        }
        if (angle && word.equals("array")) {
            return array();
        }
        if (angle) {
            return new Attribute.Type(types.type());
        }
        lexer.advance();
        if (typed && lexer.is(':') && (word.equals("true") || word.equals("false"))) {
            lexer.advance();
            types.type();
        }
        return new Word(word);
    }

    /** {@code array ::= 'array' '<' type [':' element {',' element}] '>'}. */
    private Attribute array() {
        lexer.advance();
        lexer.expect('<');
        types.type();
        List<Attribute> items = new ArrayList<>();
        if (lexer.accept(':')) {
            do {
                items.add(attribute(false));
            } while (lexer.accept(','));
        }
        lexer.expect('>');
        return new Items(items);
    }

    /** {@code dense ::= ('dense' | 'dense_resource') '<' … '>' ':' type}. */
    private Attribute dense(String word) {
        lexer.advance();
        int begin = lexer.start() + 1;
        int close = lexer.balanced(lexer.start());
        lexer.resume(close);
        ValueType type = literalType();
        String content = close - begin < 100 ? lexer.source().substring(begin, close - 1) : "";
        if (!word.equals("dense") || content.strip().equals("__elided__")) {
            return new Dense(
                    type,
                    null,
                    word
                            + "<"
                            + content
                            + ">: the values are not in this file; export with full constants");
        }
        if (!type.isTensor()) {
            return new Dense(type, null, type.problem());
        }
        Tensor values = DenseLiteral.read(lexer, begin, close - 1, type.tensor());
        return new Dense(type, values, null);
    }

    /** A literal's type; check.expect_*_const may have a dictionary before it, which is left. */
    private ValueType literalType() {
        int dictionary = lexer.start();
        boolean between = lexer.is('{');
        if (between) {
            lexer.takeBalanced();
        }
        lexer.expect(':');
        ValueType type = types.type();
        if (between) {
            lexer.rewind(dictionary, lexer.depth());
        }
        return type;
    }
}
