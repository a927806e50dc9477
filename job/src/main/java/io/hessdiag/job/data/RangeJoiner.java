package io.hessdiag.job.data;

import io.hessdiag.job.task.UnitResult;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.ExampleRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import scala.Tuple2;

/** Puts rows of a range together again, in their order, and computes it. */
final class RangeJoiner implements Iterator<UnitResult> {
    private final Iterator<Tuple2<RangeKey, RangePart>> parts;
    private final DataLayout layout;
    private final RangeComputer computer;
    private final List<ExampleRange> ranges;
    private final Queue<UnitResult> ready = new ArrayDeque<>();
    private Tuple2<RangeKey, RangePart> next;

    /**
     * @param parts sorted by key
     */
    RangeJoiner(
            Iterator<Tuple2<RangeKey, RangePart>> parts,
            DataLayout layout,
            RangeComputer computer) {
        this.parts = parts;
        this.layout = layout;
        this.computer = computer;
        this.ranges = computer.plan().ranges();
        advance();
    }

    private void advance() {
        next = parts.hasNext() ? parts.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && next != null) {
            join(ranges.get(next._1().range()));
        }
        return !ready.isEmpty();
    }

    private void join(ExampleRange range) {
        List<UnitResult> results = new ArrayList<>();
        String problem = null;
        RowBuffer buffer = null;
        for (; next != null && next._1().range() == range.number(); advance()) {
            RangePart part = next._2();
            if (part.results() != null) {
                results.addAll(part.results());
            } else if (part.problem() != null) {
                problem = problem == null ? part.problem() : problem;
            } else if (problem == null) {
                buffer = buffer == null ? new RowBuffer(layout, range.count()) : buffer;
                buffer.add(part.rows());
            }
        }
        if (problem != null) {
            ready.addAll(RangeComputer.failed(range, problem));
        } else if (buffer != null && buffer.count() == range.count()) {
            ready.addAll(computer.compute(range, buffer.rows()));
        } else {
            // Rows are missing only where a task has stopped at a bad one, which is told there.
            ready.addAll(results);
        }
    }

    @Override
    public UnitResult next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}
