package io.hessdiag.eval;

import io.hessdiag.kernel.BinaryKernel;
import io.hessdiag.kernel.RowLoops;
import io.hessdiag.kernel.Strips;

/** Sums, differences and products of f64 wherever a {@link Part.Frame}'s locations are. */
final class Arithmetic {
    private Arithmetic() {}

    /** Of runs of elements. */
    record Runs(BinaryKernel f, int x, int y, int z) implements Part {
        @Override
        public void run(Frame frame) {
            int xAt = frame.at[x];
            int yAt = frame.at[y];
            int zAt = frame.at[z];
            double[] a = (double[]) frame.locations[x];
            double[] b = (double[]) frame.locations[y];
            double[] c = (double[]) frame.locations[z];
            if (xAt == zAt && yAt == zAt) {
                Strips.binary(f, a, b, c, zAt, frame.n);
            } else {
                RowLoops.runs(f, a, xAt, b, yAt, c, zAt, frame.n);
            }
        }
    }

    /**
     * Of rows.
     *
     * @param xRow from one row of x to the next
     * @param isNumbers whether y has one number per row
     */
    record Rows(
            BinaryKernel f, int x, int xRow, int y, int yRow, boolean isNumbers, int z, int width)
            implements Part {
        @Override
        public void run(Frame frame) {
            double[] a = (double[]) frame.locations[x];
            double[] b = (double[]) frame.locations[y];
            double[] c = (double[]) frame.locations[z];
            int xAt = frame.at[x];
            int yAt = frame.at[y];
            int zAt = frame.at[z];
            int rows = frame.n / width;
            if (isNumbers) {
                RowLoops.rowsByNumbers(f, a, xAt, xRow, b, yAt, yRow, c, zAt, rows, width);
            } else {
                RowLoops.rows(f, a, xAt, xRow, b, yAt, yRow, c, zAt, rows, width);
            }
        }
    }
}
