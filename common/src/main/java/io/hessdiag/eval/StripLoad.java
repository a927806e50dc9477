package io.hessdiag.eval;

import io.hessdiag.tensor.Ints;
import java.util.Arrays;

/**
 * Brings a view that is no run into a strip: row-major elements start … start + n - 1 of it. Where the
 * source has them in order they are read there; a pattern that repeats, or one element over and over,
 * is written out once and read many times; the rest is copied element by element.
 */
final class StripLoad {
    /** Copies of a short pattern pay off when this many strips read from them. */
    private static final int WORTH_TILING = 4;

    private final int strip;
    private final int offset;
    private final int[] sizes;
    private final int[] strides;
    private final int inner;
    private final int step;
    /** Elements over which the last axis' pattern repeats; 0 when it is not written out. */
    private final int block;

    StripLoad(View view, int strip) {
        this.strip = strip;
        this.offset = view.offset();
        int[] mergedSizes = new int[view.type().rank()];
        int[] mergedStrides = new int[mergedSizes.length];
        int rank = merge(view.shape().toArray(), view.strides(), mergedSizes, mergedStrides);
        sizes = Arrays.copyOf(mergedSizes, rank);
        strides = Arrays.copyOf(mergedStrides, rank);
        inner = rank == 0 ? 1 : sizes[rank - 1];
        step = rank == 0 ? 0 : strides[rank - 1];
        block = block(rank);
    }

    private int block(int rank) {
        if (step == 0) {
            return inner > strip || rank <= 1 ? inner : 0;
        }
        long repeats = rank > 1 && strides[rank - 2] == 0 ? (long) inner * sizes[rank - 2] : 0;
        return inner < strip && repeats >= (long) WORTH_TILING * strip ? (int) repeats : 0;
    }

    /** Drops axes of size 1 and joins neighbours that run on; returns how many are left. */
    private static int merge(int[] from, Ints steps, int[] sizes, int[] strides) {
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
        return n;
    }

    /** Elements of the buffer that {@link #load} writes to. */
    int bufferSize() {
        return block > 0 && step != 0 ? strip + inner : strip;
    }

    /** What the buffer holds: before the first load nothing, which is -1. */
    static final class State {
        private long block = -1;
    }

    /** Sets {@code arrays[location]} and {@code at[location]} to where the elements can be read. */
    void load(Object source, Object buffer, State state, int start, int n, Object[] arrays,
            int[] at, int location) {
        if (step == 1 && inner >= strip && start % inner + n <= inner) {
            arrays[location] = source;
            at[location] = place(start);
            return;
        }
        arrays[location] = buffer;
        if (block > 0 && start % block + n <= block) {
            if (state.block != start / block) {
                write(source, start / block * block, buffer);
                state.block = start / block;
            }
            at[location] = step == 0 ? 0 : start % inner;
            return;
        }
        state.block = -1;
        at[location] = 0;
        copy(source, start, buffer, n);
    }

    /** One element, or the pattern again and again, over the whole buffer. */
    private void write(Object source, int start, Object buffer) {
        int from = place(start);
        if (step == 0) {
            repeat(source, from, buffer, 0, Math.min(block, strip));
            return;
        }
        int length = Math.min(bufferSize(), block);
        for (int i = 0; i < length; i += inner) {
            strided(source, from, step, buffer, i, Math.min(inner, length - i));
        }
    }

    /** Where in the source element {@code flat} of the view is. */
    private int place(int flat) {
        int place = offset;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            place += flat % sizes[axis] * strides[axis];
            flat /= sizes[axis];
        }
        return place;
    }

    private void copy(Object source, int start, Object buffer, int n) {
        int done = 0;
        while (done < n) {
            int flat = start + done;
            int within = flat % inner;
            int row = flat / inner;
            int rows = 1;
            int length = Math.min(inner - within, n - done);
            if (within == 0 && sizes.length > 1) {
                // All whole rows up to the end of the next axis out.
                int next = sizes[sizes.length - 2];
                rows = Math.max(1, Math.min(next - row % next, (n - done) / inner));
            }
            int down = sizes.length > 1 ? strides[sizes.length - 2] : 0;
            rows(source, place(flat), down, rows, buffer, done, length);
            done += rows * length;
        }
    }

    private void rows(Object source, int from, int down, int rows, Object buffer, int to, int n) {
        if (source instanceof double[] x) {
            rows(x, from, down, rows, (double[]) buffer, to, n);
        } else {
            for (int r = 0; r < rows; r++) {
                strided(source, from + r * down, step, buffer, to + r * n, n);
            }
        }
    }

    private void rows(double[] x, int from, int down, int rows, double[] y, int to, int n) {
        int at = to;
        for (int r = 0, row = from; r < rows; r++, row += down) {
            if (step == 0) {
                double v = x[row];
                for (int end = at + n; at < end; at++) {
                    y[at] = v;
                }
            } else {
                int i = row;
                for (int end = at + n; at < end; at++, i += step) {
                    y[at] = x[i];
                }
            }
        }
    }

    private static void repeat(Object source, int from, Object buffer, int to, int n) {
        strided(source, from, 0, buffer, to, n);
    }

    private static void strided(Object source, int from, int step, Object buffer, int to, int n) {
        if (source instanceof double[] x) {
            double[] y = (double[]) buffer;
            for (int i = 0; i < n; i++) {
                y[to + i] = x[from + i * step];
            }
        } else if (source instanceof float[] x) {
            float[] y = (float[]) buffer;
            for (int i = 0; i < n; i++) {
                y[to + i] = x[from + i * step];
            }
        } else {
            boolean[] x = (boolean[]) source;
            boolean[] y = (boolean[]) buffer;
            for (int i = 0; i < n; i++) {
                y[to + i] = x[from + i * step];
            }
        }
    }
}
