package io.hessdiag.job.data;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The chunks of a task, which have to have the rows that were counted: examples are numbered by
 * these counts, so that files which change meanwhile would make rows take others' places.
 */
final class CountedChunks implements Iterator<Chunk> {
    private final Iterator<Chunk> chunks;
    private final Map<Split, Long> counted;
    private final Map<Split, Long> missing;
    private boolean ended;

    /**
     * @param counted rows of each of the task's splits
     */
    CountedChunks(Iterator<Chunk> chunks, Map<Split, Long> counted) {
        this.chunks = chunks;
        this.counted = counted;
        this.missing = new HashMap<>(counted);
    }

    private Chunk checked(Chunk chunk) {
        Long rows = missing.get(chunk.split());
        if (rows == null) {
            throw new DataException(
                    Splits.name(chunk.split().file())
                            + ": it has changed since its rows were counted");
        }
        if (chunk.rows() > rows) {
            return told(chunk, rows.intValue(), "more");
        }
        missing.put(chunk.split(), rows - chunk.rows());
        return chunk;
    }

    /** The first part of which rows are missing in the end, as a chunk that says so. */
    private Optional<Chunk> lacking() {
        return missing.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(s -> new Chunk(s, read(s), 0, new double[0], new double[0], null))
                .map(c -> told(c, 0, Long.toString(c.row())));
    }

    private long read(Split split) {
        return counted.get(split) - missing.get(split);
    }

    private Chunk told(Chunk chunk, int rows, String found) {
        String problem =
                String.format(
                        "expected %d rows in this part of the file, as when they were counted,"
                                + " found %s: files must not change during a run",
                        counted.get(chunk.split()), found);
        return new Chunk(
                chunk.split(), chunk.row(), rows, chunk.values(), chunk.weights(), problem);
    }

    @Override
    public boolean hasNext() {
        return !ended && (chunks.hasNext() || lacking().isPresent());
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Chunk next = chunks.hasNext() ? checked(chunks.next()) : lacking().orElseThrow();
        ended = next.problem() != null;
        return next;
    }
}
