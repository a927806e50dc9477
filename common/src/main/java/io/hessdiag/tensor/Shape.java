package io.hessdiag.tensor;

import java.io.Serializable;
import java.util.stream.Collectors;

/** Sizes of a row-major array, outermost first. At most 2^31-1 elements. */
public record Shape(Ints dims) implements Serializable {
    public static final Shape SCALAR = new Shape(Ints.EMPTY);

    /**
     * @throws IllegalArgumentException when a size is negative or the element count exceeds an int
     */
    public Shape {
        long size = 1;
        for (int i = 0; i < dims.size(); i++) {
            if (dims.get(i) < 0) {
                throw new IllegalArgumentException("shape " + dims + ": negative size");
            }
            size *= dims.get(i);
            if (size > Integer.MAX_VALUE) {
                throw new TooLargeException("shape " + dims + ": more than 2147483647 elements");
            }
        }
    }

    public static Shape of(int... dims) {
        return dims.length == 0 ? SCALAR : new Shape(Ints.of(dims));
    }

    public int rank() {
        return dims.size();
    }

    public int dim(int axis) {
        return dims.get(axis);
    }

    /** Number of elements; 1 for a scalar. */
    public int size() {
        int size = 1;
        for (int i = 0; i < dims.size(); i++) {
            size *= dims.get(i);
        }
        return size;
    }

    /** Elements between neighbours along each axis, row-major. */
    public int[] strides() {
        int[] strides = new int[rank()];
        int stride = 1;
        for (int i = rank() - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= dims.get(i);
        }
        return strides;
    }

    /** With a new axis of this size at position {@code axis}. */
    public Shape insert(int axis, int size) {
        Ints before = dims.pick(Ints.range(axis));
        return new Shape(before.append(size).concat(dims.pick(Ints.range(axis, rank()))));
    }

    public Shape prepend(int size) {
        return new Shape(dims.prepend(size));
    }

    /** The shape that is left when {@code axes} are taken away. */
    public Shape without(Ints axes) {
        return new Shape(dims.without(axes));
    }

    /** The shape whose axis i is this shape's axis {@code axes[i]}. */
    public Shape pick(Ints axes) {
        return new Shape(dims.pick(axes));
    }

    public int[] toArray() {
        return dims.toArray();
    }

    /** {@code 4x8}; empty for a scalar. */
    public String text() {
        return dims.stream().mapToObj(Integer::toString).collect(Collectors.joining("x"));
    }

    @Override
    public String toString() {
        return dims.toString();
    }
}
