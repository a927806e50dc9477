package io.hessdiag.curvature;

import io.hessdiag.tensor.Shape;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where along an axis of a tensor something stands: at {@code offset + stride · flat}, flat being
 * the row-major place that the indices name together; no index: at {@code offset}.
 */
record Axis(List<Index> indices, int offset, int stride) {
    Axis {
        indices = List.copyOf(indices);
    }

    static Axis of(Index... indices) {
        return new Axis(List.of(indices), 0, 1);
    }

    /** All of an axis of this size, along an index of its own. */
    static Axis whole(int size) {
        return size == 1 ? of() : of(new Index(size));
    }

    /** All axes of a tensor. */
    static List<Axis> whole(Shape shape) {
        return shape.dims().stream().mapToObj(Axis::whole).toList();
    }

    /** Number of places. */
    int places() {
        return indices.stream().mapToInt(Index::size).reduce(1, (a, b) -> a * b);
    }

    /** Whether every element of an axis of this size has its place, in order. */
    boolean covers(int size) {
        return places() == size && offset == 0 && (stride == 1 || size == 1);
    }

    /**
     * The places of this axis within one where its element i stands at {@code start + step · i}.
     */
    Axis within(int start, int step) {
        return new Axis(indices, start + step * offset, step * stride);
    }

    Axis renamed(UnaryOperator<Index> names) {
        return new Axis(indices.stream().map(names).toList(), offset, stride);
    }
}
