package io.hessdiag.job.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;

/** Packs rows (file, start, columns, maybe weight), as many at a time as caches like. */
final class ChunkIterator implements Iterator<Chunk> {
    private static final int ROWS = 256;

    /** Fewer rows where one is long. */
    private static final int NUMBERS = 1 << 20;

    private final Iterator<InternalRow> rows;
    private final RowReader reader;
    private final int width;
    private final int most;
    private final SplitKey key = new SplitKey();
    private InternalRow next;
    private String failure;
    private long row;

    /**
     * @param width numbers per row
     */
    ChunkIterator(Iterator<InternalRow> rows, RowReader reader, int width) {
        this.rows = rows;
        this.reader = reader;
        this.width = width;
        this.most = Math.max(1, Math.min(ROWS, NUMBERS / Math.max(1, width)));
        advance();
    }

    /** A feature stage may fail at a row: the split's next one, as far as can be told. */
    private void advance() {
        try {
            next = rows.hasNext() ? rows.next() : null;
        } catch (Exception e) { // Spark's are checked, and an iterator does not say so.
            failure = StageFailure.text(e);
            if (failure == null) {
                throw e;
            }
            next = null;
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null && failure != null && !key.isKnown()) {
            throw new DataException("the first row of a file, or of a part of one: " + failure);
        }
        return next != null;
    }

    @Override
    public Chunk next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        if (!key.holds(next)) {
            key.take(next);
            row = 0;
        }
        double[] values = new double[most * width];
        double[] weights = new double[most];
        int count = 0;
        String problem = null;
        while (count < most && next != null && key.holds(next)) {
            problem = reader.values(next, values, count * width);
            problem =
                    problem != null
                            ? problem
                            : reader.weight(next, reader.weightOrdinal(), weights, count);
            if (problem != null) {
                break;
            }
            count++;
            advance();
        }
        if (problem == null && failure != null && next == null) {
            problem = failure;
        }
        Chunk chunk =
                new Chunk(
                        key.split(),
                        row,
                        count,
                        count == most ? values : Arrays.copyOf(values, count * width),
                        count == most ? weights : Arrays.copyOf(weights, count),
                        problem);
        row += count;
        if (problem != null) {
            next = null;
        }
        return chunk;
    }
}
