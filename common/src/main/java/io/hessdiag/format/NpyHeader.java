package io.hessdiag.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The Python dict literal at the head of an npy file:
 *
 * <pre>{@code
 * header = "{" "'descr'" ":" string "," "'fortran_order'" ":" ("True" | "False") ","
 *          "'shape'" ":" "(" { integer ["L"] "," } ")" [","] "}"       (keys in any order)
 * }</pre>
 */
record NpyHeader(String descr, boolean fortranOrder, List<Long> shape) {

    static NpyHeader parse(String where, String text) {
        return new Parser(where, text).header();
    }

    private static final class Parser {
        private final String where;
        private final String text;
        private int at;
        private String descr;
        private Boolean fortranOrder;
        private List<Long> shape;

        private Parser(String where, String text) {
            this.where = where;
            this.text = text;
        }

        private NpyHeader header() {
            expect('{');
            while (!accept('}')) {
                entry(string());
                if (!accept(',')) {
                    expect('}');
                    break;
                }
            }
            skipSpace();
            if (at < text.length()) {
                throw error("the end of the header");
            }
            require(descr != null, "descr");
            require(fortranOrder != null, "fortran_order");
            require(shape != null, "shape");
            return new NpyHeader(descr, fortranOrder, shape);
        }

        private void entry(String key) {
            expect(':');
            switch (key) {
                case "descr" -> descr = descr();
                case "fortran_order" -> fortranOrder = bool();
                case "shape" -> shape = tuple();
                default -> throw new FormatException(where, "unknown header key '" + key + "'");
            }
        }

        private void require(boolean present, String key) {
            if (!present) {
                throw new FormatException(where, "the header has no '" + key + "'");
            }
        }

        private String descr() {
            skipSpace();
            if (at < text.length() && text.charAt(at) == '[') {
                throw new FormatException(where, "structured arrays are not supported");
            }
            return string();
        }

        private String string() {
            skipSpace();
            char quote = at < text.length() ? text.charAt(at) : 0;
            int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
            if (end < 0) {
                throw error("a string");
            }
            String value = text.substring(at + 1, end);
            at = end + 1;
            return value;
        }

        private boolean bool() {
            skipSpace();
            for (String word : List.of("True", "False")) {
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return word.equals("True");
                }
            }
            throw error("True or False");
        }

        private List<Long> tuple() {
            List<Long> items = new ArrayList<>();
            expect('(');
            while (!accept(')')) {
                if (items.size() == 32) {
                    throw error("at most 32 axes");
                }
                items.add(integer());
                if (!accept(',')) {
                    expect(')');
                    break;
                }
            }
            return items;
        }

        private long integer() {
            skipSpace();
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == start || at - start > 18) {
                at = start;
                throw error("a size");
            }
            long value = Long.parseLong(text.substring(start, at));
            accept('L');
            return value;
        }

        private void expect(char c) {
            if (!accept(c)) {
                throw error("'" + c + "'");
            }
        }

        private boolean accept(char c) {
            skipSpace();
            boolean there = at < text.length() && text.charAt(at) == c;
            at += there ? 1 : 0;
            return there;
        }

        private void skipSpace() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private FormatException error(String expected) {
            String found =
                    at < text.length()
                            ? text.substring(at, Math.min(at + 20, text.length()))
                            : "its end";
            return new FormatException(
                    where,
                    "header column " + (at + 1) + ": expected " + expected + ", found " + found);
        }
    }
}
