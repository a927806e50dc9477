package io.hessdiag.job.data;

import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows put together argument by argument. */
final class RowBuffer {
    private final int[] sizes;
    private final int width;
    private final List<double[]> columns = new ArrayList<>();
    private final double[] weights;
    private int count;

    /**
     * @param most rows that it may get
     */
    RowBuffer(DataLayout layout, int most) {
        this.sizes = layout.fields().stream().mapToInt(f -> f.type().size()).toArray();
        this.width = layout.width();
        for (int size : sizes) {
            columns.add(new double[Math.multiplyExact(most, size)]);
        }
        this.weights = new double[most];
    }

    int count() {
        return count;
    }

    /** Adds some rows of a chunk. */
    void add(Chunk chunk, int from, int rows) {
        int at = from * width;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < sizes.length; c++) {
                System.arraycopy(
                        chunk.values(), at, columns.get(c), (count + r) * sizes[c], sizes[c]);
                at += sizes[c];
            }
        }
        System.arraycopy(chunk.weights(), from, weights, count, rows);
        count += rows;
    }

    void add(DataSet.Rows rows) {
        int n = rows.weights().length;
        for (int c = 0; c < sizes.length; c++) {
            System.arraycopy(
                    rows.columns().get(c), 0, columns.get(c), count * sizes[c], n * sizes[c]);
        }
        System.arraycopy(rows.weights(), 0, weights, count, n);
        count += n;
    }

    /** One of some rows. */
    static DataSet.Rows row(DataLayout layout, DataSet.Rows rows, int i) {
        List<double[]> own = new ArrayList<>();
        for (int c = 0; c < rows.columns().size(); c++) {
            int size = layout.fields().get(c).type().size();
            own.add(Arrays.copyOfRange(rows.columns().get(c), i * size, (i + 1) * size));
        }
        return new DataSet.Rows(own, new double[] {rows.weights()[i]});
    }

    DataSet.Rows rows() {
        if (count == weights.length) {
            return new DataSet.Rows(columns, weights);
        }
        List<double[]> cut = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            cut.add(Arrays.copyOf(columns.get(c), count * sizes[c]));
        }
        return new DataSet.Rows(cut, Arrays.copyOf(weights, count));
    }
}
