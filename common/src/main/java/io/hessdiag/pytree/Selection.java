package io.hessdiag.pytree;

import io.hessdiag.pytree.PathKey.ReprKey;
import io.hessdiag.pytree.PathKey.SequenceKey;
import io.hessdiag.tensor.Shape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A choice of leaves and entries: key paths, each of a leaf or a subtree, a leaf's path optionally
 * followed by one NumPy index, {@code ['linear1']['weight'][0, :]} say. Where {@code [0]} could be
 * a key or an index, it is a key if some leaf's path has it there. No paths at all select
 * everything.
 */
public record Selection(List<String> texts) implements Serializable {
    public static final Selection ALL = new Selection(List.of());

    /**
     * @throws PyTreeException when a text is no key path, index included
     */
    public Selection {
        texts = texts.stream().map(String::strip).toList();
        texts.forEach(Selection::path);
    }

    public static Selection parse(String... texts) {
        return new Selection(Arrays.asList(texts));
    }

    private static KeyPath path(String text) {
        if (text.isEmpty()) {
            throw new PyTreeException("empty selection: expected a key path");
        }
        return KeyPath.parseLenient(text);
    }

    /**
     * The selected entries of each leaf; overlapping selections count once.
     *
     * @throws PyTreeException when a selection names no leaf, or no entry of its leaf
     */
    public List<Entries> resolve(List<KeyPath> paths, List<Shape> shapes) {
        List<Entries> out = new ArrayList<>();
        for (Shape shape : shapes) {
            out.add(texts.isEmpty() ? Entries.all(shape.size()) : Entries.none(shape.size()));
        }
        for (String text : texts) {
            select(text, paths, shapes, out);
        }
        return out;
    }

    private static void select(
            String text, List<KeyPath> paths, List<Shape> shapes, List<Entries> out) {
        KeyPath path = path(text);
        boolean found = false;
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i).startsWith(path)) {
                out.set(i, Entries.all(shapes.get(i).size()));
                found = true;
            }
        }
        if (!found) {
            int leaf = paths.indexOf(path.first(path.size() - 1));
            String index = indexText(path);
            if (leaf < 0 || index == null) {
                throw unknown(text, path, paths);
            }
            Shape shape = shapes.get(leaf);
            int[] flat = IndexList.parse(index).flatIndices("selection " + text, shape);
            if (flat.length == 0) {
                throw new PyTreeException("selection " + text + ": no entries in shape " + shape);
            }
            out.set(leaf, out.get(leaf).union(Entries.of(shape.size(), Arrays.stream(flat))));
        }
    }

    /** What the last key says if it is an index, else null. */
    private static String indexText(KeyPath path) {
        PathKey last = path.get(path.size() - 1);
        return last instanceof SequenceKey k
                ? Integer.toString(k.index())
                : last instanceof ReprKey k && IndexList.matches(k.repr()) ? k.repr() : null;
    }

    private static PyTreeException unknown(String text, KeyPath path, List<KeyPath> paths) {
        String wanted = path.toString();
        String near =
                paths.stream()
                        .sorted(Comparator.comparingInt(p -> distance(wanted, p.toString())))
                        .limit(3)
                        .map(KeyPath::toString)
                        .collect(Collectors.joining(", "));
        return new PyTreeException(
                "selection "
                        + text
                        + ": no such leaf among "
                        + paths.size()
                        + "; the nearest: "
                        + near);
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
