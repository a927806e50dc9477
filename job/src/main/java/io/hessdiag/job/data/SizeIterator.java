package io.hessdiag.job.data;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;

/** Counts the rows (file, start, …, maybe weight) of each split, which lie together. */
final class SizeIterator implements Iterator<SplitSize> {
    private static final String MOVED =
            "a feature stage has moved it from task to task: expected stages that make a row of a"
                    + " row, where it is read";

    private final int partition;
    private final Iterator<InternalRow> rows;
    private final RowReader reader;
    private final int ordinal;
    private final int task;
    private final double[] weight = new double[1];
    private SplitKey key = new SplitKey();
    private InternalRow next;

    /**
     * @param ordinal the weight's position in the rows
     * @param task the position of the number of the partition that they were read into
     */
    SizeIterator(
            int partition, Iterator<InternalRow> rows, RowReader reader, int ordinal, int task) {
        this.partition = partition;
        this.rows = rows;
        this.reader = reader;
        this.ordinal = ordinal;
        this.task = task;
        advance();
    }

    /** Only a stage that makes the weights runs here, or any where rows are in memory. */
    private void advance() {
        try {
            next = rows.hasNext() ? rows.next() : null;
        } catch (Exception e) { // Spark's are checked, and an iterator does not say so.
            String failure = StageFailure.text(e);
            if (failure == null) {
                throw e;
            }
            throw new DataException(failure);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public SplitSize next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        key.take(next);
        long count = 0;
        double ones = 0;
        BigDecimal sum = BigDecimal.ZERO;
        String problem = null;
        long badRow = 0;
        for (; next != null && key.holds(next); advance()) {
            if (problem == null) {
                problem =
                        next.getInt(task) == partition
                                ? reader.weight(next, ordinal, weight, 0)
                                : MOVED;
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
