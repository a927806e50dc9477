package io.hessdiag.pytree;

import io.hessdiag.tensor.Shape;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * NumPy's basic indexing, {@code 0, 1:3, ::2, -1}: one item per axis from the outermost, missing
 * axes whole, negative positions from the end, slices clipped to the axis.
 */
record IndexList(List<Item> items) implements Serializable {
    /** An integer (end null, step 0) or a slice; a null bound is an open one. */
    record Item(Integer start, Integer end, int step) implements Serializable {}

    private static final String INT = "\\s*(-?[0-9]{1,9})?\\s*";
    private static final Pattern ITEM = Pattern.compile(INT + "(:" + INT + "(?::" + INT + ")?)?");

    /** Whether {@code text} is an index list rather than the {@code repr} of a dict key. */
    static boolean matches(String text) {
        return Arrays.stream(text.split(",", -1)).allMatch(IndexList::isItem);
    }

    private static boolean isItem(String text) {
        return !text.isBlank() && ITEM.matcher(text).matches();
    }

    static IndexList parse(String text) {
        return new IndexList(Arrays.stream(text.split(",", -1)).map(IndexList::item).toList());
    }

    private static Item item(String text) {
        Matcher m = ITEM.matcher(text);
        if (!m.matches()) {
            throw new PyTreeException("[" + text + "]: expected integers and slices");
        }
        boolean slice = m.group(2) != null;
        int step = !slice ? 0 : m.group(4) == null ? 1 : Integer.parseInt(m.group(4));
        if (slice && step <= 0) {
            throw new PyTreeException("[" + text + "]: expected a positive step");
        }
        return new Item(integer(m.group(1)), integer(m.group(3)), step);
    }

    private static Integer integer(String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    /**
     * The flat indices that are selected in a row-major array, ascending and distinct.
     *
     * @throws PyTreeException when there are more items than axes or an integer is out of range
     */
    int[] flatIndices(String what, Shape shape) {
        if (items.size() > shape.rank()) {
            throw new PyTreeException(what + ": " + items.size() + " indices into shape " + shape);
        }
        int[] flat = {0};
        for (int axis = 0; axis < shape.rank(); axis++) {
            int size = shape.dim(axis);
            int[] along =
                    axis < items.size()
                            ? along(what, items.get(axis), axis, shape)
                            : IntStream.range(0, size).toArray();
            flat =
                    Arrays.stream(flat)
                            .flatMap(f -> Arrays.stream(along).map(i -> f * size + i))
                            .toArray();
        }
        return flat;
    }

    private static int[] along(String what, Item item, int axis, Shape shape) {
        int size = shape.dim(axis);
        if (item.step() > 0) {
            int start = item.start() == null ? 0 : clip(item.start(), size);
            int end = item.end() == null ? size : clip(item.end(), size);
            int count = Math.max(0, (int) -Math.floorDiv((long) start - end, item.step()));
            return IntStream.range(0, count).map(k -> start + k * item.step()).toArray();
        }
        int index = item.start() < 0 ? item.start() + size : item.start();
        if (index < 0 || index >= size) {
            throw new PyTreeException(
                    what
                            + ": index "
                            + item.start()
                            + " is out of range for axis "
                            + axis
                            + " of shape "
                            + shape);
        }
        return new int[] {index};
    }

    private static int clip(int position, int size) {
        return Math.max(0, Math.min(position < 0 ? position + size : position, size));
    }
}
