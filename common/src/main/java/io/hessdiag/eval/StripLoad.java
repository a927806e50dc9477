package io.hessdiag.eval;

import io.hessdiag.kernel.ShortRows;
import io.hessdiag.tensor.DType;
import java.util.Arrays;

/**
 * Brings a view into a strip. A pattern that repeats, or one element over and over, is written once
 * for all the strips that read the same.
 */
final class StripLoad {
    /** Copies of a short pattern pay off when this many strips read from them. */
    private static final int WORTH_TILING = 4;

    private static final int SHORT = 24;

    private final DType dtype;
    private final int strip;
    private final Axes axes;
    private final int[] sizes;
    private final int[] strides;
    private final int inner;
    private final int step;

    /** Elements over which the last axis' pattern repeats; 0 when it is not written out. */
    private final int block;

    /**
     * Elements of all but the first axis, along which they repeat; 0 when they are not written out.
     */
    private final int table;

    StripLoad(View view, int strip) {
        this.dtype = view.type().dtype();
        this.strip = strip;
        this.axes = Axes.of(view);
        sizes = axes.sizes();
        strides = axes.strides();
        int rank = axes.rank();
        inner = rank == 0 ? 1 : sizes[rank - 1];
        step = rank == 0 ? 0 : strides[rank - 1];
        block = block(rank);
        table =
                block == 0
                                && rank > 1
                                && strides[0] == 0
                                && sizes[0] >= WORTH_TILING
                                && (step != 1 || inner < strip)
                        ? view.size() / sizes[0]
                        : 0;
    }

    private int block(int rank) {
        if (step == 0) {
            return inner > strip || rank <= 1 ? inner : 0;
        }
        long repeats = rank > 1 && strides[rank - 2] == 0 ? (long) inner * sizes[rank - 2] : 0;
        return inner < strip && repeats >= (long) WORTH_TILING * strip ? (int) repeats : 0;
    }

    /** Length of the pattern that repeats; strips of a multiple of it start at its beginning. */
    int period() {
        return step != 0 && block > 0 ? inner : 1;
    }

    /** Whether a strip may find what the one before it has left in the buffer. */
    boolean isSticky() {
        return table == 0 && block > 0;
    }

    /** For one run: the table, and what the buffer holds; before the first load nothing. */
    final class State {
        private final Object written;
        private boolean isWritten;
        private long at = -1;

        private State(Object written) {
            this.written = written;
        }

        void release(Workspace workspace) {
            if (written != null) {
                workspace.release(dtype, written);
            }
        }
    }

    State state(Workspace workspace) {
        return new State(table == 0 ? null : workspace.acquire(dtype, table));
    }

    /** Elements start … start + n - 1 of the view to the front of {@code buffer}. */
    void load(Object source, Object buffer, State state, int start, int n) {
        if (table > 0) {
            if (!state.isWritten) {
                copy(source, 0, state.written, table);
                state.isWritten = true;
            }
            for (int done = 0; done < n; ) {
                int from = (start + done) % table;
                int length = Math.min(table - from, n - done);
                System.arraycopy(state.written, from, buffer, done, length);
                done += length;
            }
        } else if (block > 0 && start % block + n <= block && (step == 0 || start % inner == 0)) {
            if (state.at != start / block) {
                copy(source, start / block * block, buffer, Math.min(block, strip));
                state.at = start / block;
            }
        } else {
            state.at = -1;
            copy(source, start, buffer, n);
        }
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
            rows(source, axes.place(flat), down, rows, buffer, done, length);
            done += rows * length;
        }
    }

    private void rows(Object source, int from, int down, int rows, Object buffer, int to, int n) {
        if (down == 0 && rows > 1) {
            rows(source, from, 1, 1, buffer, to, n);
            repeat(buffer, to, n, rows * n);
        } else if (step == 1 && n > SHORT) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(source, from + r * down, buffer, to + r * n, n);
            }
        } else if (source instanceof double[] x) {
            rows(x, from, down, rows, (double[]) buffer, to, n);
        } else {
            for (int r = 0; r < rows; r++) {
                strided(source, from + r * down, step, buffer, to + r * n, n);
            }
        }
    }

    /** The first {@code n} elements again and again, up to {@code total}. */
    private static void repeat(Object buffer, int to, int n, int total) {
        for (int done = n; done < total; done *= 2) {
            System.arraycopy(buffer, to, buffer, to + done, Math.min(done, total - done));
        }
    }

    private void rows(double[] x, int from, int down, int rows, double[] y, int to, int n) {
        if (step != 0) {
            columns(x, from, down, rows, y, to, n);
            return;
        }
        if (n > SHORT && ShortRows.fits(n)) {
            ShortRows.fill(x, from, down, y, to, rows, n);
            return;
        }
        for (int r = 0; r < rows; r++) {
            if (n > SHORT) {
                Arrays.fill(y, to + r * n, to + (r + 1) * n, x[from + r * down]);
            } else {
                fill(y, to + r * n, to + (r + 1) * n, x[from + r * down]);
            }
        }
    }

    /** Written out for the short rows that a small last axis gives. */
    private static void fill(double[] y, int begin, int end, double v) {
        int at = begin;
        for (; at + 4 < end; at += 5) {
            y[at] = v;
            y[at + 1] = v;
            y[at + 2] = v;
            y[at + 3] = v;
            y[at + 4] = v;
        }
        for (; at < end; at++) {
            y[at] = v;
        }
    }

    /** Four columns at a time: one loop's start-up per column instead of one per row. */
    private void columns(double[] x, int from, int down, int rows, double[] y, int to, int n) {
        int j = 0;
        for (; j + 3 < n; j += 4) {
            int a = from + j * step;
            int b = a + step;
            int c = b + step;
            int d = c + step;
            if (down == 1) {
                for (int r = 0, at = to + j; r < rows; r++, at += n) {
                    y[at] = x[a + r];
                    y[at + 1] = x[b + r];
                    y[at + 2] = x[c + r];
                    y[at + 3] = x[d + r];
                }
                continue;
            }
            for (int r = 0, at = to + j, i = 0; r < rows; r++, at += n, i += down) {
                y[at] = x[a + i];
                y[at + 1] = x[b + i];
                y[at + 2] = x[c + i];
                y[at + 3] = x[d + i];
            }
        }
        for (; j < n; j++) {
            int i = from + j * step;
            for (int r = 0, at = to + j; r < rows; r++, at += n, i += down) {
                y[at] = x[i];
            }
        }
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
