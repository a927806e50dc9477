package io.hessdiag.examples;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which axes of the data may be the examples', the likeliest first. */
final class ExampleCandidates {
    /** Arguments that are taken for something else than is likeliest. */
    private static final int MOST_CHANGES = 2;

    private static final int MOST = 200;

    private ExampleCandidates() {}

    /**
     * @return lists of one axis per argument, −1 for none
     */
    static List<Ints> of(List<TensorType> data) {
        Set<Ints> out = new LinkedHashSet<>();
        for (int size : sizes(data)) {
            List<Ints> options = data.stream().map(t -> options(t, size)).toList();
            Ints likeliest = Ints.of(options.stream().mapToInt(o -> o.get(0)).toArray());
            List<Ints> found = new ArrayList<>(List.of(likeliest));
            for (int changes = 0; changes < MOST_CHANGES; changes++) {
                found = changed(found, options);
            }
            found.stream().filter(axes -> !axes.allEqual(-1)).limit(MOST).forEach(out::add);
        }
        return List.copyOf(out);
    }

    /**
     * Sizes of axes: those of most arguments first, then those of most first axes, then large ones.
     */
    private static List<Integer> sizes(List<TensorType> data) {
        Comparator<Integer> common = Comparator.comparingLong(s -> -count(data, s, false));
        return data.stream()
                .flatMap(t -> t.shape().dims().stream().boxed())
                .distinct()
                .filter(s -> s > 1)
                .sorted(
                        common.thenComparingLong(s -> -count(data, s, true))
                                .thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    private static long count(List<TensorType> data, int size, boolean first) {
        return data.stream()
                .filter(t -> first ? isFirst(t, size) : t.shape().dims().contains(size))
                .count();
    }

    private static boolean isFirst(TensorType t, int size) {
        return t.rank() > 0 && t.shape().dim(0) == size;
    }

    /** Axes of that size, then none. */
    private static Ints options(TensorType t, int size) {
        return Ints.range(t.rank()).filter(a -> t.shape().dim(a) == size).append(-1);
    }

    /** All these, and then those that differ from one of them in one more argument. */
    private static List<Ints> changed(List<Ints> found, List<Ints> options) {
        Set<Ints> out = new LinkedHashSet<>(found);
        for (Ints axes : found) {
            for (int i = 0; i < options.size(); i++) {
                for (int option : options.get(i).toArray()) {
                    out.add(axes.with(i, option));
                }
            }
        }
        return List.copyOf(out);
    }

    /**
     * @throws IllegalArgumentException when axes that were given do not fit the arguments
     */
    static void check(String name, List<TensorType> data, Ints axes) {
        if (axes.size() != data.size()) {
            throw new IllegalArgumentException(
                    name + ": expected " + data.size() + " example axes, found " + axes);
        }
        int size = -1;
        for (int i = 0; i < axes.size(); i++) {
            TensorType t = data.get(i);
            int axis = axes.get(i);
            if (axis < -1 || axis >= t.rank()) {
                throw new IllegalArgumentException(
                        String.format(
                                "%s: example axis of data argument %d: expected an axis of %s or"
                                        + " -1, found %d",
                                name, i, t, axis));
            }
            if (axis >= 0 && size >= 0 && t.shape().dim(axis) != size) {
                throw new IllegalArgumentException(
                        String.format(
                                "%s: data argument %d: expected %d examples along axis %d, found"
                                        + " %d",
                                name, i, size, axis, t.shape().dim(axis)));
            }
            size = axis >= 0 ? t.shape().dim(axis) : size;
        }
        if (size < 2) {
            throw new IllegalArgumentException(
                    name + ": expected two or more examples along the axes " + axes);
        }
    }
}
