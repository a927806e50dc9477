package io.hessdiag.ir;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.io.Serializable;

/**
 * Sliding windows over some axes of an array: what convolution, reduce_window and
 * select_and_scatter look through, after padding.
 *
 * @param axes the axes that have windows, ascending
 * @param sizes elements in a window along each of them
 * @param strides distance between neighbouring windows
 * @param dilations distance between neighbouring elements of one window
 */
public record WindowSpec(Ints axes, Ints sizes, Ints strides, Ints dilations)
        implements Serializable {

    /** Elements from a window's first to its last, along the {@code i}-th windowed axis. */
    public int extent(int i) {
        return (sizes.get(i) - 1) * dilations.get(i) + 1;
    }

    /** Windows along each axis of {@code shape}, then the windows' own axes. */
    public Shape windows(Shape shape) {
        Ints dims = shape.dims();
        for (int i = 0; i < axes.size(); i++) {
            int free = shape.dim(axes.get(i)) - extent(i);
            dims = dims.with(axes.get(i), free < 0 ? 0 : free / strides.get(i) + 1);
        }
        return new Shape(dims.concat(sizes));
    }
}
