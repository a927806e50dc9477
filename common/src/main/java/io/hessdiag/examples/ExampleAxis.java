package io.hessdiag.examples;

import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;

/**
 * Where a value has its examples: as the middle factor of one axis, whose size is outer · examples
 * · inner in row-major order. Tokens of all examples as rows, [examples · tokens, width], are (axis
 * 0, outer 1, inner tokens).
 */
public record ExampleAxis(int axis, int outer, int inner) implements Serializable {
    /** No axis has them. */
    public static final ExampleAxis NONE = new ExampleAxis(-1, 1, 1);

    /** A whole axis; {@link #NONE} for −1. */
    public static ExampleAxis whole(int axis) {
        return NONE.at(axis);
    }

    public boolean isNone() {
        return axis < 0;
    }

    /** The same factors of another axis; {@link #NONE} for −1. */
    ExampleAxis at(int newAxis) {
        return newAxis < 0 ? NONE : new ExampleAxis(newAxis, outer, inner);
    }

    /** Where a row of the value, along its first axis, has them. */
    ExampleAxis ofRow() {
        return isNone() ? this : at(axis - 1);
    }

    /** Where a stack of such values along a new first axis has them. */
    ExampleAxis ofStack() {
        return isNone() ? this : at(axis + 1);
    }

    /** The axis' size with so many examples. */
    int size(int examples) {
        return outer * examples * inner;
    }

    /** The shape with another number of examples. */
    public Shape resized(Shape shape, int examples) {
        return isNone() ? shape : new Shape(shape.dims().with(axis, size(examples)));
    }

    TensorType resized(TensorType type, int examples) {
        return type.withShape(resized(type.shape(), examples));
    }

    /**
     * Where a reshape has them: on the axis that the factors before, the examples and the factors
     * after fall into; {@link #NONE} when a boundary between axes cuts through the examples.
     */
    ExampleAxis reshaped(Shape from, Shape to, int examples) {
        if (isNone() || to.size() == 0) {
            return NONE;
        }
        long before = (long) product(from, 0, axis) * outer;
        long after = (long) product(from, axis + 1, from.rank()) * inner;
        for (int a = 0; a < to.rank(); a++) {
            int left = product(to, 0, a);
            int right = product(to, a + 1, to.rank());
            if (before % left == 0
                    && after % right == 0
                    && to.dim(a) == before / left * examples * (after / right)) {
                return new ExampleAxis(a, (int) (before / left), (int) (after / right));
            }
        }
        return NONE;
    }

    private static int product(Shape shape, int from, int to) {
        int product = 1;
        for (int a = from; a < to; a++) {
            product *= shape.dim(a);
        }
        return product;
    }
}
