package io.hessdiag.derived;

import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A leaf as a matrix, its last axis from left to right and all others from top to bottom, in at
 * most {@value #MOST} by {@value #MOST} cells: a cell is the mean of a block of entries.
 *
 * @param rows of the matrix
 * @param columns of the matrix
 * @param blockRows rows in a cell
 * @param blockColumns columns in a cell
 * @param cells row by row; NaN where no entry was computed
 */
public record HeatMap(int rows, int columns, int blockRows, int blockColumns, double[] cells)
        implements Serializable {
    public static final int MOST = 64;

    /** Whether there are two rows and two columns at least. */
    public static boolean isMatrix(Shape shape) {
        return shape.rank() >= 2 && columns(shape) > 1 && shape.size() > columns(shape);
    }

    private static int columns(Shape shape) {
        return shape.dim(shape.rank() - 1);
    }

    /**
     * @param diagonal whose shape is a matrix's
     */
    public static HeatMap of(Tensor diagonal) {
        int columns = columns(diagonal.shape());
        int rows = diagonal.size() / columns;
        return new HeatMap(rows, columns, block(rows), block(columns), new double[0])
                .withCellsOf(diagonal.doubles());
    }

    private static int block(int size) {
        return (size + MOST - 1) / MOST;
    }

    private HeatMap withCellsOf(double[] values) {
        double[] sums = new double[cellRows() * cellColumns()];
        int[] counts = new int[sums.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                int cell = i / columns / blockRows * cellColumns() + i % columns / blockColumns;
                sums[cell] += values[i];
                counts[cell]++;
            }
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] = sums[c] / counts[c];
        }
        return new HeatMap(rows, columns, blockRows, blockColumns, sums);
    }

    public int cellRows() {
        return (rows + blockRows - 1) / blockRows;
    }

    public int cellColumns() {
        return (columns + blockColumns - 1) / blockColumns;
    }

    /** Whether cells are means of several entries. */
    public boolean isReduced() {
        return blockRows > 1 || blockColumns > 1;
    }

    /** The largest magnitude of a cell; 0 where there is none. */
    public double largest() {
        return magnitudes().max().orElse(0);
    }

    /** The smallest magnitude of a cell that is not zero; 0 where there is none. */
    public double smallest() {
        return magnitudes().filter(m -> m > 0).min().orElse(0);
    }

    private DoubleStream magnitudes() {
        return Arrays.stream(cells).filter(c -> !Double.isNaN(c)).map(Math::abs);
    }
}
