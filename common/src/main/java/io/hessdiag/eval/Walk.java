package io.hessdiag.eval;

import java.util.Arrays;

/**
 * A view's elements in order, along as few axes as there can be: those of size 1 are left out, and
 * neighbours that run on are one. There is at least one axis.
 */
record Walk(int offset, int[] sizes, int[] strides) {
    static Walk of(View view) {
        int rank = view.type().rank();
        int[] sizes = new int[Math.max(rank, 1)];
        int[] strides = new int[sizes.length];
        int n = 0;
        for (int i = 0; i < rank; i++) {
            int size = view.shape().dim(i);
            int stride = view.strides().get(i);
            if (n > 0 && size > 1 && strides[n - 1] == (long) stride * size) {
                sizes[n - 1] *= size;
                strides[n - 1] = stride;
            } else if (size > 1) {
                sizes[n] = size;
                strides[n++] = stride;
            }
        }
        if (n == 0) {
            sizes[n++] = 1;
        }
        return new Walk(view.offset(), Arrays.copyOf(sizes, n), Arrays.copyOf(strides, n));
    }

    int rank() {
        return sizes.length;
    }

    /** Size of the last axis. */
    int inner() {
        return sizes[rank() - 1];
    }

    /** Stride of the last axis. */
    int step() {
        return strides[rank() - 1];
    }

    /** Size of the axis before the last; 1 if there is none. */
    int rows() {
        return rank() > 1 ? sizes[rank() - 2] : 1;
    }

    /** Stride of the axis before the last; 0 if there is none. */
    int down() {
        return rank() > 1 ? strides[rank() - 2] : 0;
    }

    /** Where element {@code flat} is. */
    int place(int flat) {
        int place = offset;
        int rest = flat;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            place += rest % sizes[axis] * strides[axis];
            rest /= sizes[axis];
        }
        return place;
    }
}
