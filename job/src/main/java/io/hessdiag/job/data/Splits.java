package io.hessdiag.job.data;

import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URI;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All splits in the order that numbers the examples: by file name, then by place in the file. It
 * depends neither on the cluster nor on where files are divided.
 */
final class Splits implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * @param partition of the RDD that reads it
     * @param inFile rows of the file before it
     * @param overall rows of all files before it
     * @param rows its own
     */
    private record Place(int partition, long inFile, long overall, long rows)
            implements Serializable {}

    private final Map<Split, Place> places = new HashMap<>();
    private final long rows;
    private final double weight;

    /**
     * @param sizes of all splits with rows, in any order
     * @throws DataException for the first weight that is none
     */
    Splits(List<SplitSize> sizes) {
        long inFile = 0;
        long overall = 0;
        String file = null;
        BigDecimal sum = BigDecimal.ZERO;
        for (SplitSize s : sizes.stream().sorted(SplitSize.ORDER).toList()) {
            inFile = s.split().file().equals(file) ? inFile : 0;
            file = s.split().file();
            Place place = new Place(s.partition(), inFile, overall, s.rows());
            if (places.put(s.split(), place) != null) {
                throw new DataException(
                        name(file)
                                + ": its rows do not lie together: expected feature stages that"
                                + " leave rows where they are read");
            }
            inFile += s.rows();
            overall += s.rows();
            sum = sum.add(s.weight());
            if (s.problem() != null) {
                throw new DataException(problem(s.split(), s.badRow(), s.problem()));
            }
        }
        this.rows = overall;
        this.weight = sum.doubleValue();
    }

    long rows() {
        return rows;
    }

    /** Sum of all weights. */
    double weight() {
        return weight;
    }

    /** The number among all examples of a chunk's first row, from 0. */
    long first(Chunk chunk) {
        return places.get(chunk.split()).overall() + chunk.row();
    }

    /** The partitions that read some of these examples. */
    BitSet partitions(long from, long count) {
        BitSet out = new BitSet();
        places.values().stream()
                .filter(p -> p.overall() < from + count && p.overall() + p.rows() > from)
                .forEach(p -> out.set(p.partition()));
        return out;
    }

    /** The rows of each split that a partition reads. */
    Map<Split, Long> counted(int partition) {
        Map<Split, Long> out = new HashMap<>();
        places.forEach(
                (split, place) -> {
                    if (place.partition() == partition) {
                        out.put(split, place.rows());
                    }
                });
        return out;
    }

    /** Whether some of these examples, or a bad row among them, are in the chunk. */
    boolean overlaps(Chunk chunk, long from, int count) {
        long start = first(chunk);
        long end = start + chunk.rows() + (chunk.problem() == null ? 0 : 1);
        return start < from + count && end > from;
    }

    /** What is wrong after a chunk, with file and row, which count from 1. */
    String problem(Chunk chunk) {
        return problem(chunk.split(), chunk.row() + chunk.rows(), chunk.problem());
    }

    private String problem(Split split, long row, String text) {
        return place(split, row) + ": " + text;
    }

    private String place(Split split, long row) {
        return name(split.file()) + ": row " + (places.get(split).inFile() + row + 1);
    }

    /** File and row of an example. */
    String place(long example) {
        return places.entrySet().stream()
                .filter(e -> e.getValue().overall() <= example)
                .max(Comparator.comparingLong(e -> e.getValue().overall()))
                .map(e -> place(e.getKey(), example - e.getValue().overall()))
                .orElseThrow();
    }

    /** A local file's path; other URIs as they are. */
    static String name(String file) {
        return file.startsWith("file:") ? URI.create(file).getPath() : file;
    }
}
