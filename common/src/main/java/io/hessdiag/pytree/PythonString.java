package io.hessdiag.pytree;

/** Python's {@code repr} of a string, and back. */
public final class PythonString {
    private PythonString() {}

    /**
     * Quoted as CPython's {@code repr(str)} does: single quotes unless the text has those and no
     * double ones; backslash escapes for what {@code str.isprintable} refuses.
     */
    public static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> append(out, c, quote));
        return out.append(quote).toString();
    }

    private static void append(StringBuilder out, int c, char quote) {
        if (c == quote || c == '\\') {
            out.append('\\').append((char) c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (isPrintable(c)) {
            out.appendCodePoint(c);
        } else if (c < 0x100) {
            out.append(String.format("\\x%02x", c));
        } else if (c < 0x10000) {
            out.append(String.format("\\u%04x", c));
        } else {
            out.append(String.format("\\U%08x", c));
        }
    }

    /** Not of Unicode's categories Other and Separator, the space aside. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    /**
     * The position after the string literal that starts at {@code start}, or -1 if it never ends.
     */
    static int end(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return -1;
    }

    /**
     * The string that a quoted literal with the escapes of {@link #repr} stands for.
     *
     * @throws PyTreeException on any other escape
     */
    public static String unquote(String literal) {
        StringBuilder out = new StringBuilder();
        int end = literal.length() - 1;
        int i = 1;
        while (i < end) {
            char c = literal.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = literal.charAt(i++);
            int digits =
                    switch (escape) {
                        case 'x' -> 2;
                        case 'u' -> 4;
                        case 'U' -> 8;
                        default -> 0;
                    };
            if (digits == 0) {
                out.append(simple(escape, literal));
            } else {
                out.appendCodePoint(codePoint(literal, i, Math.min(i + digits, end), digits));
                i += digits;
            }
        }
        return out.toString();
    }

    private static char simple(char escape, String literal) {
        return switch (escape) {
            case '\\', '\'', '"' -> escape;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default ->
                    throw new PyTreeException(
                            "unknown escape \\" + escape + " in the string " + literal);
        };
    }

    private static int codePoint(String literal, int start, int end, int digits) {
        String hex = literal.substring(start, end);
        if (hex.length() == digits && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            long value = Long.parseLong(hex, 16);
            if (value <= Character.MAX_CODE_POINT) {
                return (int) value;
            }
        }
        throw new PyTreeException("bad escape in the string " + literal);
    }
}
