package io.hessdiag.pytree;

import java.io.Serializable;

/**
 * One step from a pytree node to a child, printed as {@code jax.tree_util.keystr} prints it.
 *
 * <p>Integer keys of a dict and positions in a list or tuple print alike and are one type here.
 */
public sealed interface PathKey extends Serializable {

    /** {@code ['name']}. */
    record DictKey(String key) implements PathKey {
        @Override
        public String toString() {
            return "[" + PythonString.repr(key) + "]";
        }
    }

    /** {@code [3]}: a position in a list or tuple, or an integer key of a dict. */
    record SequenceKey(int index) implements PathKey {
        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }

    /** {@code .name}: a field of a named tuple, dataclass or registered class. */
    record GetAttrKey(String name) implements PathKey {
        @Override
        public String toString() {
            return "." + name;
        }
    }

    /** {@code [<flat index 3>]}: a child of a class that was registered without keys. */
    record FlattenedIndexKey(int index) implements PathKey {
        @Override
        public String toString() {
            return "[<flat index " + index + ">]";
        }
    }

    /**
     * {@code [(1, 'a')]}, {@code [True]}, {@code [2.5]}: any other dict key, by its {@code repr}.
     */
    record ReprKey(String repr) implements PathKey {
        @Override
        public String toString() {
            return "[" + repr + "]";
        }
    }
}
