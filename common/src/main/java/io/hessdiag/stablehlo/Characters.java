package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;

/** Characters of a source up to an end, and where the pieces that start at an offset end. */
final class Characters {
    private final SourceText source;
    private final String text;
    private final int end;

    Characters(SourceText source, int end) {
        this.source = source;
        this.text = source.text();
        this.end = end;
    }

    String text() {
        return text;
    }

    int end() {
        return end;
    }

    Location at(int offset) {
        return source.at(offset);
    }

    StableHloException error(int offset, String message) {
        return new StableHloException(at(offset), message);
    }

    /** White space, {@code // comments} and the {@code {-# resource section #-}}. */
    int skipTrivia(int offset) {
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

    int identifier(int offset) {
        int p = offset;
        while (isLetter(charAt(p)) || isDigit(charAt(p)) || charAt(p) == '.' || charAt(p) == '$') {
            p++;
        }
        return p;
    }

    int suffix(int offset) {
        int p = offset;
        while (isLetter(charAt(p))
                || isDigit(charAt(p))
                || charAt(p) == '.'
                || charAt(p) == '$'
                || charAt(p) == '-' && charAt(p + 1) != '>') {
            p++;
        }
        return p;
    }

    int number(int offset) {
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

    int digits(int offset) {
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
                default -> {}
            }
        }
        throw error(offset, "'" + text.charAt(offset) + "' is not closed");
    }

    char charAt(int p) {
        return p < end ? text.charAt(p) : '\0';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /**
     * The value of a string literal: quotes and escapes ({@code \n}, {@code \\}, {@code \4A}) gone.
     */
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
