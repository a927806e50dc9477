package io.hessdiag.eval;

import io.hessdiag.tensor.Ints;
import java.util.Arrays;

/**
 * A view's axes with those of size 1 dropped and neighbours that run on joined.
 *
 * @param offset where in the array the first element is
 */
record Axes(int offset, int[] sizes, int[] strides) {
    static Axes of(View view) {
        int[] from = view.shape().toArray();
        Ints steps = view.strides();
        int[] sizes = new int[from.length];
        int[] strides = new int[from.length];
        int n = 0;
        for (int i = 0; i < from.length; i++) {
            if (from[i] == 1) {
                continue;
            }
            if (n > 0 && strides[n - 1] == (long) steps.get(i) * from[i]) {
                sizes[n - 1] *= from[i];
                strides[n - 1] = steps.get(i);
            } else {
                sizes[n] = from[i];
                strides[n++] = steps.get(i);
            }
        }
        return new Axes(view.offset(), Arrays.copyOf(sizes, n), Arrays.copyOf(strides, n));
    }

    int rank() {
        return sizes.length;
    }

    /** Elements of the last two axes where these are exchanged; else 1. */
    int block() {
        int n = sizes.length;
        boolean isExchanged = n > 1 && strides[n - 2] > 0 && strides[n - 2] < strides[n - 1];
        return isExchanged ? Math.max(1, sizes[n - 1] * sizes[n - 2]) : 1;
    }

    /** Where in the array element {@code flat} of the view is. */
    int place(int flat) {
        int place = offset;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            place += flat % sizes[axis] * strides[axis];
            flat /= sizes[axis];
        }
        return place;
    }
}
