package io.hessdiag.job.task;

import io.hessdiag.job.report.Analysis;
import io.hessdiag.job.report.LeafStatistics;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What became of a shard: it is in its file, and this is what the driver needs to know of it.
 *
 * @param number of the shard, from 0
 * @param bytes lengths of the files, by what they are called
 * @param leaves figures of the shard's leaves
 * @param analysis what is made of them
 * @param largest absolute values of the leaves' entries
 * @param chosen values of the entries that the audit looks at, by their positions in its list
 * @param loss the sum of its parts, which go with the first shard
 * @param problem the first unit's as in {@link UnitResult}; else null, and then all this is there
 */
public record ShardReport(
        int number,
        Map<String, Long> bytes,
        List<LeafStatistics> leaves,
        List<Analysis.Leaf> analysis,
        List<Double> largest,
        Map<Integer, Double> chosen,
        double loss,
        Problem problem)
        implements Serializable {

    /** What is wrong with a unit's result. */
    public record Problem(int unit, String text) implements Serializable {}

    static ShardReport problem(int number, int unit, String text) {
        return new ShardReport(
                number,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                0,
                new Problem(unit, text));
    }
}
