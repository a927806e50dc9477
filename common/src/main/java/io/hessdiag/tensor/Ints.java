package io.hessdiag.tensor;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** An immutable list of ints with value equality: axes, permutations, sizes, value ids. */
public final class Ints implements Serializable {
    public static final Ints EMPTY = new Ints(new int[0]);

    private final int[] values;

    private Ints(int[] values) {
        this.values = values;
    }

    public static Ints of(int... values) {
        return values.length == 0 ? EMPTY : new Ints(values.clone());
    }

    /** 0, 1, ..., n-1. */
    public static Ints range(int n) {
        return range(0, n);
    }

    /** start, ..., end-1. */
    public static Ints range(int start, int end) {
        return new Ints(IntStream.range(start, end).toArray());
    }

    /** {@code n} times {@code value}. */
    public static Ints repeat(int value, int n) {
        int[] values = new int[n];
        Arrays.fill(values, value);
        return new Ints(values);
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public int get(int i) {
        return values[i];
    }

    public int last() {
        return values[values.length - 1];
    }

    public int indexOf(int value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }

    public boolean contains(int value) {
        return indexOf(value) >= 0;
    }

    public boolean isRange() {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != i) {
                return false;
            }
        }
        return true;
    }

    public boolean allEqual(int value) {
        return Arrays.stream(values).allMatch(v -> v == value);
    }

    public boolean isDistinct() {
        return Arrays.stream(values).distinct().count() == values.length;
    }

    public boolean isSorted() {
        return IntStream.range(1, values.length).allMatch(i -> values[i - 1] <= values[i]);
    }

    /** Every value plus {@code offset}. */
    public Ints plus(int offset) {
        return new Ints(Arrays.stream(values).map(v -> v + offset).toArray());
    }

    public Ints prepend(int value) {
        int[] out = new int[values.length + 1];
        out[0] = value;
        System.arraycopy(values, 0, out, 1, values.length);
        return new Ints(out);
    }

    public Ints append(int... more) {
        int[] out = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, out, values.length, more.length);
        return new Ints(out);
    }

    public Ints concat(Ints more) {
        return append(more.values);
    }

    public Ints filter(IntPredicate keep) {
        return new Ints(Arrays.stream(values).filter(keep).toArray());
    }

    /** The values at {@code positions}, in that order. */
    public Ints pick(Ints positions) {
        return new Ints(Arrays.stream(positions.values).map(i -> values[i]).toArray());
    }

    /** The values at the positions that are not in {@code positions}. */
    public Ints without(Ints positions) {
        return new Ints(
                IntStream.range(0, values.length)
                        .filter(i -> !positions.contains(i))
                        .map(i -> values[i])
                        .toArray());
    }

    public Ints with(int position, int value) {
        int[] out = values.clone();
        out[position] = value;
        return new Ints(out);
    }

    /** For a permutation p, the q with q[p[i]] = i. */
    public Ints inverse() {
        int[] out = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            out[values[i]] = i;
        }
        return new Ints(out);
    }

    public boolean isPermutation() {
        return isDistinct() && Arrays.stream(values).allMatch(v -> v >= 0 && v < values.length);
    }

    public IntStream stream() {
        return Arrays.stream(values);
    }

    public int[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Ints other && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** For example {@code [1, 0]}. */
    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
