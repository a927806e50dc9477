package io.hessdiag.pytree;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * JAX's pytree: nested containers with values at the leaves. Children keep the order they are given
 * in, which is the order of the leaves; {@link #dict} sorts its keys as JAX does.
 *
 * @param <T> what a leaf holds
 */
public sealed interface PyTree<T> extends Serializable {

    /** What kind of container a node is; files name it in lower case. */
    enum Kind {
        DICT,
        LIST,
        TUPLE,
        CUSTOM,
        NONE
    }

    record Leaf<T>(T value) implements PyTree<T> {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /**
     * A container.
     *
     * @param kind CUSTOM for named tuples, dataclasses and registered classes; NONE is Python's
     *     {@code None}, which has no leaves
     */
    record Node<T>(Kind kind, Map<PathKey, PyTree<T>> children) implements PyTree<T> {
        public Node {
            children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
        }

        /**
         * As {@code repr} prints the Python object; custom nodes as {@code (.field=value, ...)}.
         */
        @Override
        public String toString() {
            boolean bare = kind == Kind.LIST || kind == Kind.TUPLE;
            String text =
                    children.entrySet().stream()
                            .map(e -> (bare ? "" : label(e.getKey())) + e.getValue())
                            .collect(Collectors.joining(", "));
            return switch (kind) {
                case DICT -> "{" + text + "}";
                case LIST -> "[" + text + "]";
                case TUPLE -> "(" + text + (children.size() == 1 ? ",)" : ")");
                case CUSTOM -> "(" + text + ")";
                case NONE -> "None";
            };
        }

        private String label(PathKey key) {
            String text = key.toString();
            return kind == Kind.DICT ? text.substring(1, text.length() - 1) + ": " : text + "=";
        }
    }

    static <T> PyTree<T> leaf(T value) {
        return new Leaf<>(value);
    }

    /** A dict with its keys in sorted order. */
    static <T> PyTree<T> dict(Map<String, ? extends PyTree<T>> entries) {
        Map<PathKey, PyTree<T>> children = new LinkedHashMap<>();
        entries.keySet().stream()
                .sorted()
                .forEach(k -> children.put(new PathKey.DictKey(k), entries.get(k)));
        return new Node<>(Kind.DICT, children);
    }

    static <T> PyTree<T> list(List<? extends PyTree<T>> items) {
        return sequence(Kind.LIST, items);
    }

    static <T> PyTree<T> tuple(List<? extends PyTree<T>> items) {
        return sequence(Kind.TUPLE, items);
    }

    static <T> PyTree<T> none() {
        return new Node<>(Kind.NONE, Map.of());
    }

    private static <T> PyTree<T> sequence(Kind kind, List<? extends PyTree<T>> items) {
        Map<PathKey, PyTree<T>> children = new LinkedHashMap<>();
        for (PyTree<T> item : items) {
            children.put(new PathKey.SequenceKey(children.size()), item);
        }
        return new Node<>(kind, children);
    }

    /**
     * The tree with these leaves. Containers that {@code structure} does not name follow from their
     * keys: positions 0, 1, ... make a list, other brackets a dict, the rest a custom node. A list
     * or tuple that {@code structure} names has {@code None} at the positions that are missing.
     *
     * @param paths one path per leaf, in flatten order
     * @param structure kinds of nodes that the paths alone do not tell, those without leaves
     *     included
     * @throws PyTreeException when the paths contradict each other or the structure
     */
    static <T> PyTree<T> fromPaths(
            List<KeyPath> paths, List<T> values, Map<KeyPath, Kind> structure) {
        return TreeAssembly.assemble(paths, values, structure);
    }

    /** The values of the leaves, depth first. */
    default List<T> leaves() {
        List<T> out = new ArrayList<>();
        forEachLeaf((path, value) -> out.add(value));
        return out;
    }

    /** The paths of the leaves, depth first. */
    default List<KeyPath> paths() {
        List<KeyPath> out = new ArrayList<>();
        forEachLeaf((path, value) -> out.add(path));
        return out;
    }

    default void forEachLeaf(BiConsumer<KeyPath, ? super T> action) {
        forEachNode(
                (path, node) -> {
                    if (node instanceof Leaf<T> leaf) {
                        action.accept(path, leaf.value());
                    }
                });
    }

    /**
     * The kind of every container, by path: with {@link #paths} it makes {@link #fromPaths} exact.
     */
    default Map<KeyPath, Kind> structure() {
        Map<KeyPath, Kind> out = new LinkedHashMap<>();
        forEachNode(
                (path, node) -> {
                    if (node instanceof Node<T> n) {
                        out.put(path, n.kind());
                    }
                });
        return out;
    }

    /** Visits all nodes, leaves included, parents first. */
    default void forEachNode(BiConsumer<KeyPath, PyTree<T>> action) {
        visit(this, KeyPath.ROOT, action);
    }

    private static <T> void visit(
            PyTree<T> node, KeyPath path, BiConsumer<KeyPath, PyTree<T>> action) {
        action.accept(path, node);
        if (node instanceof Node<T> n) {
            n.children().forEach((key, child) -> visit(child, path.child(key), action));
        }
    }

    /** The node at {@code path}. */
    default Optional<PyTree<T>> at(KeyPath path) {
        PyTree<T> node = this;
        for (PathKey key : path.keys()) {
            node = node instanceof Node<T> n ? n.children().get(key) : null;
            if (node == null) {
                return Optional.empty();
            }
        }
        return Optional.of(node);
    }

    /** {@code jax.tree.map} over one tree. */
    default <U> PyTree<U> map(Function<? super T, ? extends U> f) {
        if (this instanceof Node<T> n) {
            Map<PathKey, PyTree<U>> children = new LinkedHashMap<>();
            n.children().forEach((key, child) -> children.put(key, child.map(f)));
            return new Node<>(n.kind(), children);
        }
        return new Leaf<>(f.apply(((Leaf<T>) this).value()));
    }

    /**
     * {@code jax.tree.unflatten}: this structure with other leaves.
     *
     * @throws PyTreeException when the number of values is not the number of leaves
     */
    default <U> PyTree<U> unflatten(List<? extends U> values) {
        int expected = leaves().size();
        if (values.size() != expected) {
            throw new PyTreeException(
                    "unflatten: expected " + expected + " leaves, found " + values.size());
        }
        Iterator<? extends U> next = values.iterator();
        return map(value -> next.next());
    }
}
