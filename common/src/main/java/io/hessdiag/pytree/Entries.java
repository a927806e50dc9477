package io.hessdiag.pytree;

import io.hessdiag.tensor.Ints;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * The selected entries of one leaf.
 *
 * @param size elements in the leaf
 * @param indices flat row-major indices, ascending and distinct; null for all of them
 */
public record Entries(int size, Ints indices) implements Serializable {

    public Entries {
        if (indices != null
                && !(indices.isSorted()
                        && indices.isDistinct()
                        && indices.stream().allMatch(i -> 0 <= i && i < size))) {
            throw new IllegalArgumentException("expected ascending distinct indices below " + size);
        }
    }

    public static Entries all(int size) {
        return new Entries(size, null);
    }

    public static Entries none(int size) {
        return new Entries(size, size == 0 ? null : Ints.EMPTY);
    }

    /** These flat indices, in any order and with repeats. */
    static Entries of(int size, IntStream indices) {
        int[] sorted = indices.sorted().distinct().toArray();
        return sorted.length == size ? all(size) : new Entries(size, Ints.of(sorted));
    }

    public boolean isAll() {
        return indices == null;
    }

    public boolean isEmpty() {
        return count() == 0;
    }

    /** Number of selected entries. */
    public int count() {
        return isAll() ? size : indices.size();
    }

    /** The selected flat indices, ascending. */
    public int[] toArray() {
        return isAll() ? IntStream.range(0, size).toArray() : indices.toArray();
    }

    Entries union(Entries other) {
        if (isAll() || other.isAll()) {
            return all(size);
        }
        return of(size, IntStream.concat(indices.stream(), other.indices.stream()));
    }
}
