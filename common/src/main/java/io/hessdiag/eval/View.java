package io.hessdiag.eval;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.Optional;

/**
 * A value as a way to read an array: element (i₀, i₁, …) is {@code array[offset + Σ
 * iₐ·strides[a]]}. Broadcasts (stride 0), transposes, slices and reversals of a view are views;
 * nothing is moved.
 *
 * @param root which array
 */
record View(int root, TensorType type, int offset, Ints strides) {
    static View whole(int root, TensorType type) {
        return new View(root, type, 0, Ints.of(type.shape().strides()));
    }

    Shape shape() {
        return type.shape();
    }

    int size() {
        return type.size();
    }

    /** Whether the elements lie one after another. */
    boolean isRun() {
        long next = 1;
        for (int axis = shape().rank() - 1; axis >= 0; axis--) {
            if (shape().dim(axis) != 1) {
                if (strides.get(axis) != next) {
                    return false;
                }
                next *= shape().dim(axis);
            }
        }
        return true;
    }

    /** Whether this is all of an array of {@code size} elements, in order. */
    boolean isWhole(int size) {
        return offset == 0 && size() == size && isRun();
    }

    private View of(Shape shape, int newOffset, int[] newStrides) {
        return new View(root, type.withShape(shape), newOffset, Ints.of(newStrides));
    }

    View broadcast(Shape shape, Ints dims) {
        int[] out = new int[shape.rank()];
        for (int i = 0; i < dims.size(); i++) {
            out[dims.get(i)] = shape().dim(i) == 1 ? 0 : strides.get(i);
        }
        return of(shape, offset, out);
    }

    View transpose(Ints permutation) {
        return of(shape().pick(permutation), offset, strides.pick(permutation).toArray());
    }

    View slice(Op.Slice op, Shape result) {
        int from = offset;
        int[] out = new int[result.rank()];
        for (int i = 0; i < out.length; i++) {
            from += op.start().get(i) * strides.get(i);
            out[i] = result.dim(i) <= 1 ? 0 : op.strides().get(i) * strides.get(i);
        }
        return of(result, from, out);
    }

    /** Every window: the same elements again for every window that they lie in. */
    View windows(WindowSpec w) {
        Ints steps = strides;
        for (int i = 0; i < w.axes().size(); i++) {
            int axis = w.axes().get(i);
            steps =
                    steps.with(axis, strides.get(axis) * w.strides().get(i))
                            .append(strides.get(axis) * w.dilations().get(i));
        }
        return of(w.windows(shape()), offset, steps.toArray());
    }

    View reverse(Ints dims) {
        int from = offset;
        int[] out = strides.toArray();
        for (int i = 0; i < dims.size(); i++) {
            int axis = dims.get(i);
            from += Math.max(0, shape().dim(axis) - 1) * out[axis];
            out[axis] = -out[axis];
        }
        return of(shape(), from, out);
    }

    /**
     * The same elements in the same order under another shape; empty where that needs a copy. Both
     * shapes are cut into the shortest groups of axes of equal size; each group of this view's axes
     * must run on like one axis.
     */
    Optional<View> reshape(Shape to) {
        if (isRun() || size() == 0) {
            return Optional.of(of(to, offset, to.strides()));
        }
        int[] out = new int[to.rank()];
        int from = shape().rank();
        int next = to.rank();
        while (from > 0 || next > 0) {
            int begin = from;
            int start = next;
            long a = 1;
            long b = 1;
            do {
                if (a <= b && begin > 0) {
                    a *= shape().dim(--begin);
                } else if (start > 0) {
                    b *= to.dim(--start);
                } else {
                    a *= shape().dim(--begin);
                }
            } while (a != b);
            Optional<Integer> stride = run(begin, from);
            if (stride.isEmpty()) {
                return Optional.empty();
            }
            int s = stride.get();
            for (int axis = next - 1; axis >= start; axis--) {
                out[axis] = s;
                s *= to.dim(axis);
            }
            from = begin;
            next = start;
        }
        return Optional.of(of(to, offset, out));
    }

    /** The step of axes begin to end - 1 walked as one; empty if they do not run on. */
    private Optional<Integer> run(int begin, int end) {
        int step = 1;
        long next = -1;
        for (int axis = end - 1; axis >= begin; axis--) {
            if (shape().dim(axis) == 1) {
                continue;
            }
            if (next == -1) {
                step = strides.get(axis);
                next = step;
            }
            if (strides.get(axis) != next) {
                return Optional.empty();
            }
            next *= shape().dim(axis);
        }
        return Optional.of(step);
    }
}
