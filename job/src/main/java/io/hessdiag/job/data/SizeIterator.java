package io.hessdiag.job.data;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;

/** Counts the rows (file, start, …, maybe weight) of each split, which lie together. */
final class SizeIterator implements Iterator<SplitSize> {
    private final int partition;
    private final RowsAhead rows;
    private final RowReader reader;
    private final int ordinal;
    private final double[] weight = new double[1];
    private SplitKey key = new SplitKey();

    /**
     * @param ordinal the weight's position in the rows
     */
    SizeIterator(int partition, Iterator<InternalRow> rows, RowReader reader, int ordinal) {
        this.partition = partition;
        this.rows = new RowsAhead(rows);
        this.reader = reader;
        this.ordinal = ordinal;
    }

    /** Only a stage that makes the weights runs here, or any where rows are in memory. */
    private InternalRow row() {
        if (rows.failure() != null) {
            throw new DataException(rows.failure());
        }
        return rows.next();
    }

    @Override
    public boolean hasNext() {
        return row() != null;
    }

    @Override
    public SplitSize next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        key.take(row());
        long count = 0;
        double ones = 0;
        BigDecimal sum = BigDecimal.ZERO;
        String problem = null;
        long badRow = 0;
        for (; hasNext() && key.holds(row()); rows.advance()) {
            if (problem == null) {
                problem = reader.weight(row(), ordinal, weight, 0);
                badRow = count;
                if (problem == null && weight[0] == 1) {
                    ones++;
                } else if (problem == null) {
                    sum = sum.add(new BigDecimal(weight[0]));
                }
            }
            count++;
        }
        return new SplitSize(
                key.split(), partition, count, sum.add(new BigDecimal(ones)), problem, badRow);
    }
}
