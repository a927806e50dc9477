package io.hessdiag.pytree;

import io.hessdiag.pytree.PathKey.DictKey;
import io.hessdiag.pytree.PathKey.ReprKey;
import io.hessdiag.pytree.PathKey.SequenceKey;
import io.hessdiag.pytree.PyTree.Kind;
import io.hessdiag.pytree.PyTree.Leaf;
import io.hessdiag.pytree.PyTree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Builds a {@link PyTree} from the paths of its leaves. */
final class TreeAssembly<T> {
    /** A node under construction: a leaf when {@code value} is there, else its children. */
    private static final class Draft<T> {
        private final KeyPath path;
        private final Map<PathKey, Draft<T>> children = new LinkedHashMap<>();
        private Leaf<T> leaf;

        private Draft(KeyPath path) {
            this.path = path;
        }
    }

    private final Map<KeyPath, Kind> structure;
    private final Draft<T> root = new Draft<>(KeyPath.ROOT);

    private TreeAssembly(Map<KeyPath, Kind> structure) {
        this.structure = structure;
    }

    static <T> PyTree<T> assemble(
            List<KeyPath> paths, List<T> values, Map<KeyPath, Kind> structure) {
        if (paths.size() != values.size()) {
            throw new PyTreeException(
                    "expected " + paths.size() + " leaves, found " + values.size());
        }
        TreeAssembly<T> assembly = new TreeAssembly<>(structure);
        for (int i = 0; i < paths.size(); i++) {
            assembly.addLeaf(paths.get(i), values.get(i));
        }
        structure.keySet().forEach(assembly::node);
        PyTree<T> tree = assembly.finish(assembly.root);
        checkOrder(paths, tree.paths());
        return tree;
    }

    private static void checkOrder(List<KeyPath> given, List<KeyPath> flattened) {
        for (int i = 0; i < given.size(); i++) {
            if (!given.get(i).equals(flattened.get(i))) {
                throw new PyTreeException(
                        "leaf "
                                + i
                                + ": expected "
                                + flattened.get(i)
                                + " in flatten order, found "
                                + given.get(i));
            }
        }
    }

    private void addLeaf(KeyPath path, T value) {
        Draft<T> node = node(path);
        if (node.leaf != null) {
            throw new PyTreeException("two leaves at " + name(path));
        }
        node.leaf = new Leaf<>(value);
    }

    private Draft<T> node(KeyPath path) {
        Draft<T> node = root;
        for (int i = 0; i < path.size(); i++) {
            KeyPath here = path.first(i + 1);
            node = node.children.computeIfAbsent(path.get(i), k -> new Draft<>(here));
        }
        return node;
    }

    private static String name(KeyPath path) {
        return path.isRoot() ? "the root" : path.toString();
    }

    private PyTree<T> finish(Draft<T> draft) {
        Kind named = structure.get(draft.path);
        if (draft.leaf != null) {
            if (!draft.children.isEmpty() || named != null) {
                throw new PyTreeException(name(draft.path) + " is a leaf and a container");
            }
            return draft.leaf;
        }
        Map<PathKey, PyTree<T>> children = new LinkedHashMap<>();
        draft.children.forEach((key, child) -> children.put(key, finish(child)));
        Kind kind = named == null ? kindOf(new ArrayList<>(children.keySet())) : named;
        check(draft.path, kind, children.keySet());
        boolean filled = kind == Kind.LIST || kind == Kind.TUPLE;
        return new Node<>(kind, filled ? fill(draft.path, children) : children);
    }

    private static Kind kindOf(List<PathKey> keys) {
        boolean positions = !keys.isEmpty();
        for (int i = 0; i < keys.size(); i++) {
            positions &= keys.get(i).equals(new SequenceKey(i));
        }
        return positions
                ? Kind.LIST
                : keys.stream().allMatch(TreeAssembly::isDictKey) ? Kind.DICT : Kind.CUSTOM;
    }

    private static boolean isDictKey(PathKey key) {
        return key instanceof DictKey || key instanceof SequenceKey || key instanceof ReprKey;
    }

    private static void check(KeyPath path, Kind kind, Set<PathKey> keys) {
        for (PathKey key : keys) {
            boolean fits =
                    switch (kind) {
                        case DICT -> isDictKey(key);
                        case LIST, TUPLE -> key instanceof SequenceKey k && k.index() >= 0;
                        case CUSTOM -> true;
                        case NONE -> false;
                    };
            if (!fits) {
                throw new PyTreeException(
                        name(path)
                                + ": a "
                                + kind.name().toLowerCase(Locale.ROOT)
                                + " has no child "
                                + key);
            }
        }
    }

    private Map<PathKey, PyTree<T>> fill(KeyPath path, Map<PathKey, PyTree<T>> children) {
        int last =
                children.keySet().stream()
                        .mapToInt(k -> ((SequenceKey) k).index())
                        .max()
                        .orElse(-1);
        // A gap stands for None leaves; a file of few paths must not ask for a list of millions.
        if (last > 1000 + 10 * (long) children.size()) {
            throw new PyTreeException(
                    name(path)
                            + ": position "
                            + last
                            + " in a sequence of "
                            + children.size()
                            + " children");
        }
        Map<PathKey, PyTree<T>> out = new LinkedHashMap<>();
        for (int i = 0; i <= last; i++) {
            PathKey key = new SequenceKey(i);
            out.put(key, children.getOrDefault(key, PyTree.none()));
        }
        return out;
    }
}
