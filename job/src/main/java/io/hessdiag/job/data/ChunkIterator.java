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

    private final RowsAhead rows;
    private final RowReader reader;
    private final int width;
    private final int most;
    private final SplitKey key = new SplitKey();
    private long row;

    /**
     * @param width numbers per row
     */
    ChunkIterator(Iterator<InternalRow> rows, RowReader reader, int width) {
        this.rows = new RowsAhead(rows);
        this.reader = reader;
        this.width = width;
        this.most = Math.max(1, Math.min(ROWS, NUMBERS / Math.max(1, width)));
    }

    @Override
    public boolean hasNext() {
        if (rows.failure() != null && !key.isKnown()) {
            throw new DataException(
                    "the first row of a file, or of a part of one: " + rows.failure());
        }
        return rows.next() != null;
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!key.holds(rows.next())) {
            key.take(rows.next());
            row = 0;
        }
        double[] values = new double[most * width];
        double[] weights = new double[most];
        int count = 0;
        String problem = null;
        while (count < most && rows.next() != null && key.holds(rows.next())) {
            problem = reader.values(rows.next(), values, count * width);
            problem =
                    problem != null
                            ? problem
                            : reader.weight(rows.next(), reader.weightOrdinal(), weights, count);
            if (problem != null) {
                break;
            }
            count++;
            rows.advance();
        }
        if (problem == null) {
            problem = rows.failure(); // at the split's next row, as far as can be told
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
            rows.end();
        }
        return chunk;
    }
}
