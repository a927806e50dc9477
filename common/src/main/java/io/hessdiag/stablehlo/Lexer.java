package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;

/**
 * Tokens of MLIR text, one at a time. The current token is described by {@link #kind()} and
 * {@link #text()}; parsers that need characters (tensor types, dense literals) read from
 * {@link #start()} and {@link #resume} behind what they took.
 */
final class Lexer {
    /** {@link #ALIAS} is {@code #name}, {@link #TYPE} {@code !name}, {@link #BLOCK} {@code ^bb0}. */
    enum Kind { END, WORD, NUMBER, STRING, VALUE, SYMBOL, ALIAS, TYPE, BLOCK, ARROW, PUNCTUATION }

    /** Regions, attributes and types may nest this deep. */
    static final int MAX_DEPTH = 200;

    private final SourceText source;
    private final String text;
    private final int end;
    private Kind kind;
    private int start;
    private int next;
    private int depth;

    /** Reads {@code source[begin, end)}; places count from the start of the source. */
    Lexer(SourceText source, int begin, int end) {
        this.source = source;
        this.text = source.text();
        this.end = end;
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
        return end;
    }

    Location at() {
        return at(start);
    }

    Location at(int offset) {
        return source.at(offset);
    }

    boolean is(char punctuation) {
        return kind == Kind.PUNCTUATION && text.charAt(start) == punctuation;
    }

    boolean is(String word) {
        return kind == Kind.WORD && next - start == word.length()
                && text.startsWith(word, start);
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
        String found = switch (kind) {
            case END -> "the end of the text";
            default -> next - start > 40 ? text.substring(start, start + 40) + "..." : text();
        };
        return error(start, "expected " + what + ", found " + printable(found));
    }

    private static String printable(String s) {
        return s.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    StableHloException error(int offset, String message) {
        return new StableHloException(at(offset), message);
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
        start = skipTrivia(offset);
        if (start >= end) {
            start = end;
            next = end;
            kind = Kind.END;
            return;
        }
        char c = text.charAt(start);
        if (isLetter(c)) {
            kind = Kind.WORD;
            next = identifier(start);
        } else if (isDigit(c) || c == '-' && isDigit(charAt(start + 1))) {
            kind = Kind.NUMBER;
            next = number(start + 1);
        } else if (c == '"') {
            kind = Kind.STRING;
            next = string(start);
        } else if (c == '-' && charAt(start + 1) == '>') {
            kind = Kind.ARROW;
            next = start + 2;
        } else {
            prefixed(c);
        }
    }

    private void prefixed(char c) {
        Kind named = switch (c) {
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
        if (named == Kind.SYMBOL && charAt(next) == '"') {
            next = string(next);
            return;
        }
        next = suffix(next);
        if (named == Kind.VALUE && charAt(next) == '#') {
            next = digits(next + 1);
        }
        if (next == start + 1) {
            throw error(start, "expected a name after '" + c + "'");
        }
    }

    private static String describe(char c) {
        return c > ' ' && c < 127 ? "'" + c + "'" : String.format("U+%04X", (int) c);
    }

    /** White space, {@code // comments} and the {@code {-# resource section #-}}. */
    private int skipTrivia(int offset) {
        int p = offset;
        while (p < end) {
            char c = text.charAt(p);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\uFEFF') {
                p++;
            } else if (c == '/' && charAt(p + 1) == '/') {
                int line = text.indexOf('\n', p);
                p = line < 0 || line > end ? end : line;
            } else if (c == '{' && charAt(p + 1) == '-' && charAt(p + 2) == '#') {
                int close = text.indexOf("#-}", p);
                if (close < 0 || close >= end) {
                    throw error(p, "resource section {-# has no end #-}");
                }
                p = close + 3;
            } else {
                break;
            }
        }
        return p;
    }

    private int identifier(int offset) {
        int p = offset;
        while (isLetter(charAt(p)) || isDigit(charAt(p)) || charAt(p) == '.'
                || charAt(p) == '$') {
            p++;
        }
        return p;
    }

    private int suffix(int offset) {
        int p = offset;
        while (isLetter(charAt(p)) || isDigit(charAt(p)) || charAt(p) == '.' || charAt(p) == '$'
                || charAt(p) == '-' && charAt(p + 1) != '>') {
            p++;
        }
        return p;
    }

    private int number(int offset) {
        int p = offset;
        if (text.charAt(p - 1) == '0' && charAt(p) == 'x' && isHex(charAt(p + 1))) {
            p++;
            while (isHex(charAt(p))) {
                p++;
            }
            return p;
        }
        p = digits(p);
        if (charAt(p) == '.') {
            p = digits(p + 1);
        }
        if (charAt(p) == 'e' || charAt(p) == 'E') {
            int sign = charAt(p + 1) == '-' || charAt(p + 1) == '+' ? 2 : 1;
            p = isDigit(charAt(p + sign)) ? digits(p + sign) : p;
        }
        return p;
    }

    private int digits(int offset) {
        int p = offset;
        while (isDigit(charAt(p))) {
            p++;
        }
        return p;
    }

    /** The end of the string literal that opens at {@code offset}. */
    int string(int offset) {
        for (int p = offset + 1; p < end; p++) {
            char c = text.charAt(p);
            if (c == '"') {
                return p + 1;
            }
            if (c == '\\') {
                p++;
            } else if (c == '\n') {
                break;
            }
        }
        throw error(offset, "string has no closing quote");
    }

    /** The end of the bracket that opens at {@code offset}, its match included. */
    int balanced(int offset) {
        StringBuilder open = new StringBuilder();
        for (int p = offset; p < end; p++) {
            char c = text.charAt(p);
            switch (c) {
                case '"' -> p = string(p) - 1;
                case '(' -> open.append(')');
                case '[' -> open.append(']');
                case '{' -> open.append('}');
                case '<' -> open.append('>');
                case ')', ']', '}', '>' -> {
                    if (c == '>' && text.charAt(p - 1) == '-') {
                        break;
                    }
                    int top = open.length() - 1;
                    if (open.charAt(top) != c) {
                        throw error(p, "expected '" + open.charAt(top) + "', found '" + c + "'");
                    }
                    open.setLength(top);
                    if (top == 0) {
                        return p + 1;
                    }
                }
                default -> { }
            }
        }
        throw error(offset, "'" + text.charAt(offset) + "' is not closed");
    }

    /** Takes the bracket that the current token opens, and returns what stands between. */
    String takeBalanced() {
        int close = balanced(start);
        String inner = text.substring(start + 1, close - 1);
        resume(close);
        return inner;
    }

    private char charAt(int p) {
        return p < end ? text.charAt(p) : '\0';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** The value of a string literal: quotes and escapes ({@code \n}, {@code \\}, {@code \4A}) gone. */
    static String unquote(String literal) {
        StringBuilder s = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c != '\\' || i + 2 >= literal.length()) {
                s.append(c);
                continue;
            }
            char escaped = literal.charAt(++i);
            if (isHex(escaped) && isHex(literal.charAt(i + 1))) {
                s.append((char) Integer.parseInt(literal.substring(i, i + 2), 16));
                i++;
            } else {
                s.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
            }
        }
        return s.toString();
    }
}
