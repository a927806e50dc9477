package io.hessdiag.pytree;

import io.hessdiag.pytree.PathKey.DictKey;
import io.hessdiag.pytree.PathKey.FlattenedIndexKey;
import io.hessdiag.pytree.PathKey.GetAttrKey;
import io.hessdiag.pytree.PathKey.ReprKey;
import io.hessdiag.pytree.PathKey.SequenceKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys from a pytree's root to one of its nodes. {@link #toString} and {@link #parse} are
 * inverse to each other and speak the language of {@code jax.tree_util.keystr}:
 *
 * <pre>{@code
 * path = { "[" string "]" | "[" integer "]" | "[" repr "]" | "." name
 *        | "[<flat index " integer ">]" }
 * }</pre>
 */
public record KeyPath(List<PathKey> keys) implements Serializable {
    public static final KeyPath ROOT = new KeyPath(List.of());

    /** No real tree is nested so deeply; the bound keeps recursion over trees safe. */
    static final int MAX_KEYS = 500;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,10}");
    private static final Pattern FLAT_INDEX = Pattern.compile("<flat index ([0-9]{1,10})>");

    public KeyPath {
        keys = List.copyOf(keys);
        if (keys.size() > MAX_KEYS) {
            throw new PyTreeException("key path of " + keys.size() + " keys: at most " + MAX_KEYS);
        }
    }

    /** Strings become dict keys, Integers positions, {@link PathKey}s themselves. */
    public static KeyPath of(Object... keys) {
        List<PathKey> out = new ArrayList<>();
        for (Object key : keys) {
            out.add(
                    key instanceof PathKey k
                            ? k
                            : key instanceof Integer i
                                    ? new SequenceKey(i)
                                    : new DictKey((String) key));
        }
        return new KeyPath(out);
    }

    /**
     * @throws PyTreeException when {@code text} is no key path
     */
    public static KeyPath parse(String text) {
        KeyPath path = parseLenient(text);
        for (PathKey key : path.keys) {
            if (key instanceof ReprKey k && IndexList.matches(k.repr())) {
                throw error(text, text.indexOf(key.toString()), "an index where a key is expected");
            }
        }
        return path;
    }

    /** Takes {@code [0, 1:3]} for a key, too: selections tell the two apart. */
    static KeyPath parseLenient(String text) {
        List<PathKey> keys = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end =
                    text.charAt(at) == '['
                            ? bracketEnd(text, at)
                            : text.charAt(at) == '.' ? nameEnd(text, at) : -1;
            if (end < 0) {
                throw error(text, at, "expected [key] or .name");
            }
            keys.add(
                    text.charAt(at) == '.'
                            ? new GetAttrKey(text.substring(at + 1, end))
                            : bracketKey(text.substring(at + 1, end - 1)));
            at = end;
        }
        return new KeyPath(keys);
    }

    private static PyTreeException error(String text, int at, String problem) {
        return new PyTreeException(
                "key path " + PythonString.repr(text) + ", column " + (at + 1) + ": " + problem);
    }

    private static int nameEnd(String text, int dot) {
        int end = dot + 1;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end == dot + 1 ? -1 : end;
    }

    /** The position after the bracket that closes the one at {@code start}, or -1. */
    private static int bracketEnd(String text, int start) {
        int depth = 0;
        int i = start;
        while (i >= 0 && i < text.length()) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = PythonString.end(text, i);
                continue;
            }
            depth += "[({".indexOf(c) >= 0 ? 1 : "])}".indexOf(c) >= 0 ? -1 : 0;
            i++;
            if (depth == 0) {
                return i == start + 2 ? -1 : i;
            }
        }
        return -1;
    }

    private static PathKey bracketKey(String body) {
        char first = body.charAt(0);
        if ((first == '\'' || first == '"') && PythonString.end(body, 0) == body.length()) {
            return new DictKey(PythonString.unquote(body));
        }
        Matcher flat = FLAT_INDEX.matcher(body);
        boolean isFlat = flat.matches();
        if (isFlat || INTEGER.matcher(body).matches()) {
            long value = Long.parseLong(isFlat ? flat.group(1) : body);
            if (value == (int) value) {
                return isFlat ? new FlattenedIndexKey((int) value) : new SequenceKey((int) value);
            }
        }
        return new ReprKey(body);
    }

    public int size() {
        return keys.size();
    }

    public boolean isRoot() {
        return keys.isEmpty();
    }

    public PathKey get(int i) {
        return keys.get(i);
    }

    public KeyPath child(PathKey key) {
        List<PathKey> out = new ArrayList<>(keys);
        out.add(key);
        return new KeyPath(out);
    }

    /** The first {@code count} keys. */
    public KeyPath first(int count) {
        return new KeyPath(keys.subList(0, count));
    }

    /** All but the first {@code count} keys. */
    public KeyPath skip(int count) {
        return new KeyPath(keys.subList(count, keys.size()));
    }

    public boolean startsWith(KeyPath prefix) {
        return size() >= prefix.size() && keys.subList(0, prefix.size()).equals(prefix.keys);
    }

    @Override
    public String toString() {
        return keys.stream().map(PathKey::toString).collect(Collectors.joining());
    }
}
