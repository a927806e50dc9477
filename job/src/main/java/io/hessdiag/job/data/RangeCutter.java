package io.hessdiag.job.data;

import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.ExampleRange;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import scala.Tuple2;

/**
 * Cuts the rows that a task reads into ranges of examples. A range that it has whole is computed at
 * once; rows of others go to where the range comes together.
 */
final class RangeCutter implements Iterator<Tuple2<RangeKey, RangePart>> {
    private final Iterator<Chunk> chunks;
    private final Splits splits;
    private final DataLayout layout;
    private final RangeComputer computer;
    private final BitSet finished;
    private final java.util.List<ExampleRange> ranges;
    private final Queue<Tuple2<RangeKey, RangePart>> ready = new ArrayDeque<>();
    private ExampleRange range;
    private RowBuffer buffer;
    private long start;

    RangeCutter(
            Iterator<Chunk> chunks,
            Splits splits,
            DataLayout layout,
            RangeComputer computer,
            BitSet finished) {
        this.finished = finished;
        this.chunks = chunks;
        this.splits = splits;
        this.layout = layout;
        this.computer = computer;
        this.ranges = computer.plan().ranges();
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && chunks.hasNext()) {
            Chunk chunk = chunks.next();
            add(chunk);
            if (chunk.problem() != null) {
                problem(chunk);
                return true;
            }
        }
        if (ready.isEmpty()) {
            flush();
        }
        return !ready.isEmpty();
    }

    private void problem(Chunk chunk) {
        long row = Math.min(splits.first(chunk) + chunk.rows(), splits.rows() - 1);
        String problem = splits.problem(chunk);
        computer.compute().tally().problem(row, problem);
        RangePart part = RangePart.problem(problem);
        ready.add(new Tuple2<>(new RangeKey(rangeOf(row).number(), row), part));
        buffer = null;
    }

    private void add(Chunk chunk) {
        long first = splits.first(chunk);
        int done = 0;
        while (done < chunk.rows()) {
            long row = first + done;
            if (buffer == null || row != start + buffer.count()) {
                flush();
                range = rangeOf(row);
                start = row;
                buffer = new RowBuffer(layout, (int) (range.first() + range.count() - row));
            }
            int rows = (int) Math.min(chunk.rows() - done, range.first() + range.count() - row);
            buffer.add(chunk, done, rows);
            done += rows;
            if (row + rows == range.first() + range.count()) {
                flush();
            }
        }
    }

    /** Ranges differ by a block at most: the guess is off by a few. */
    private ExampleRange rangeOf(long row) {
        ExampleRange last = ranges.get(ranges.size() - 1);
        long all = last.first() + last.count();
        int i = (int) Math.min(ranges.size() - 1, row * (double) ranges.size() / all);
        while (ranges.get(i).first() > row) {
            i--;
        }
        while (ranges.get(i).first() + ranges.get(i).count() <= row) {
            i++;
        }
        return ranges.get(i);
    }

    private void flush() {
        if (buffer != null && buffer.count() > 0 && !finished.get(range.number())) {
            boolean whole = buffer.count() == range.count();
            RangePart part =
                    whole
                            ? RangePart.results(computer.compute(range, buffer.rows()))
                            : RangePart.rows(buffer.rows());
            ready.add(new Tuple2<>(new RangeKey(range.number(), start), part));
        }
        buffer = null;
    }

    @Override
    public Tuple2<RangeKey, RangePart> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}
