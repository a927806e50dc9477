package io.hessdiag.job.report.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is XML as well (https://www.w3.org/TR/html-polyglot/): text and attributes are
 * escaped, what is opened is closed. Characters that XML has no place for become U+FFFD.
 */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * @param attributes name, value, name, value, ...
     */
    Markup open(String tag, String... attributes) {
        begin(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes an element that stands on lines of its own. */
    Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /** An element without contents, of those that HTML closes so. */
    Markup empty(String tag, String... attributes) {
        begin(tag, attributes);
        out.append("/>");
        return this;
    }

    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A piece that is marked up already. */
    Markup add(String markup) {
        out.append(markup);
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    private void begin(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> out.append("&amp;");
                                case '<' -> out.append("&lt;");
                                case '>' -> out.append("&gt;");
                                case '"' -> out.append("&quot;");
                                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
                            }
                        });
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int c) {
        boolean isControl = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean isSurrogate = 0xD800 <= c && c <= 0xDFFF;
        return !isControl && !isSurrogate && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("expected all elements closed, found " + open);
        }
        return out.toString();
    }
}
