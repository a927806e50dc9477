package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;

/**
 * Tokens of MLIR text, one at a time. The current token is described by {@link #kind()} and {@link
 * #text()}; parsers that need characters (tensor types, dense literals) read from {@link #start()}
 * and {@link #resume} behind what they took.
 */
final class Lexer {
    /**
     * {@link #ALIAS} is {@code #name}, {@link #TYPE} {@code !name}, {@link #BLOCK} {@code ^bb0}.
     */
    enum Kind {
        END,
        WORD,
        NUMBER,
        STRING,
        VALUE,
        SYMBOL,
        ALIAS,
        TYPE,
        BLOCK,
        ARROW,
        PUNCTUATION
    }

    /** Regions, attributes and types may nest this deep. */
    static final int MAX_DEPTH = 200;

    private final Characters characters;
    private final String text;
    private Kind kind;
    private int start;
    private int next;
    private int depth;

    /** Reads {@code source[begin, end)}; places count from the start of the source. */
    Lexer(SourceText source, int begin, int end) {
        characters = new Characters(source, end);
        text = source.text();
        resume(begin);
    }

    Kind kind() {
        return kind;
    }

    /** Where the current token starts in {@link #source()}. */
    int start() {
        return start;
    }

    /** Where the current token ends. */
    int tokenEnd() {
        return next;
    }

    String text() {
        return text.substring(start, next);
    }

    String source() {
        return text;
    }

    int end() {
        return characters.end();
    }

    /** The end of the string literal that opens at {@code offset}. */
    int string(int offset) {
        return characters.string(offset);
    }

    /** The end of the bracket that opens at {@code offset}, its match included. */
    int balanced(int offset) {
        return characters.balanced(offset);
    }

    Location at() {
        return at(start);
    }

    Location at(int offset) {
        return characters.at(offset);
    }

    boolean is(char punctuation) {
        return kind == Kind.PUNCTUATION && text.charAt(start) == punctuation;
    }

    boolean is(String word) {
        return kind == Kind.WORD && next - start == word.length() && text.startsWith(word, start);
    }

    boolean accept(char punctuation) {
        boolean found = is(punctuation);
        if (found) {
            advance();
        }
        return found;
    }

    boolean accept(String word) {
        boolean found = is(word);
        if (found) {
            advance();
        }
        return found;
    }

    void expect(char punctuation) {
        if (!accept(punctuation)) {
            throw expected("'" + punctuation + "'");
        }
    }

    /** Takes a token of this kind and returns its text. */
    String take(Kind wanted, String description) {
        if (kind != wanted) {
            throw expected(description);
        }
        String taken = text();
        advance();
        return taken;
    }

    StableHloException expected(String what) {
        String found =
                switch (kind) {
                    case END -> "the end of the text";
                    default ->
                            next - start > 40 ? text.substring(start, start + 40) + "..." : text();
                };
        return error(start, "expected " + what + ", found " + printable(found));
    }

    private static String printable(String s) {
        return s.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    StableHloException error(int offset, String message) {
        return characters.error(offset, message);
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw error(start, "nesting is deeper than " + MAX_DEPTH);
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /** Goes back to the token at {@code offset}, with the depth there. */
    void rewind(int offset, int depthThere) {
        depth = depthThere;
        resume(offset);
    }

    void advance() {
        resume(next);
    }

    /** Makes the token at or after {@code offset} the current one. */
    void resume(int offset) {
        start = characters.skipTrivia(offset);
        if (start >= end()) {
            start = end();
            next = start;
            kind = Kind.END;
            return;
        }
        char c = text.charAt(start);
        if (Characters.isLetter(c)) {
            kind = Kind.WORD;
            next = characters.identifier(start);
        } else if (Characters.isDigit(c)
                || c == '-' && Characters.isDigit(characters.charAt(start + 1))) {
            kind = Kind.NUMBER;
            next = characters.number(start + 1);
        } else if (c == '"') {
            kind = Kind.STRING;
            next = characters.string(start);
        } else if (c == '-' && characters.charAt(start + 1) == '>') {
            kind = Kind.ARROW;
            next = start + 2;
        } else {
            prefixed(c);
        }
    }

    private void prefixed(char c) {
        Kind named =
                switch (c) {
                    case '%' -> Kind.VALUE;
                    case '@' -> Kind.SYMBOL;
                    case '#' -> Kind.ALIAS;
                    case '!' -> Kind.TYPE;
                    case '^' -> Kind.BLOCK;
                    default -> Kind.PUNCTUATION;
                };
        kind = named;
        next = start + 1;
        if (named == Kind.PUNCTUATION) {
            if ("(){}[]<>,=:?*/+|-".indexOf(c) < 0) {
                throw error(start, "unexpected character " + describe(c));
            }
            return;
        }
        if (named == Kind.SYMBOL && characters.charAt(next) == '"') {
            next = characters.string(next);
            return;
        }
        next = characters.suffix(next);
        if (named == Kind.VALUE && characters.charAt(next) == '#') {
            next = characters.digits(next + 1);
        }
        if (next == start + 1) {
            throw error(start, "expected a name after '" + c + "'");
        }
    }

    private static String describe(char c) {
        return c > ' ' && c < 127 ? "'" + c + "'" : String.format("U+%04X", (int) c);
    }

    /** Takes the bracket that the current token opens, and returns what stands between. */
    String takeBalanced() {
        int close = characters.balanced(start);
        String inner = text.substring(start + 1, close - 1);
        resume(close);
        return inner;
    }
}
