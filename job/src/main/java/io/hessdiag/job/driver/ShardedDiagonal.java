package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf.OutputFormat;
import io.hessdiag.job.report.Analysis;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.ResultFiles;
import io.hessdiag.job.storage.Folder;
import io.hessdiag.job.task.ShardReport;
import io.hessdiag.plan.AuditChoice;
import io.hessdiag.plan.DiagonalView;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.Shard;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A diagonal that tasks have written.
 *
 * @param reports one per shard, in order
 * @param chosen the entries whose values the reports have
 */
record ShardedDiagonal(
        List<Shard> shards,
        List<ShardReport> reports,
        List<AuditChoice.Entry> chosen,
        ResultFiles files)
        implements Diagonal {

    /**
     * @throws NonFiniteException when an entry is NaN or infinite
     */
    ShardedDiagonal {
        reports.stream()
                .map(ShardReport::problem)
                .filter(p -> p != null)
                .min(Comparator.comparingInt(ShardReport.Problem::unit))
                .ifPresent(
                        p -> {
                            throw new NonFiniteException(p.text());
                        });
    }

    /** The value of the loss of a data set. */
    double loss() {
        return reports.stream().mapToDouble(ShardReport::loss).sum();
    }

    @Override
    public List<LeafStatistics> leaves() {
        return reports.stream().flatMap(r -> r.leaves().stream()).toList();
    }

    @Override
    public List<Analysis.Leaf> analysis() {
        return reports.stream().flatMap(r -> r.analysis().stream()).toList();
    }

    @Override
    public DiagonalView view() {
        List<Double> largest = reports.stream().flatMap(r -> r.largest().stream()).toList();
        Map<AuditChoice.Entry, Double> values = new HashMap<>();
        reports.forEach(r -> r.chosen().forEach((i, value) -> values.put(chosen.get(i), value)));
        return new DiagonalView() {
            @Override
            public double largest(int leaf) {
                return largest.get(leaf);
            }

            @Override
            public double value(AuditChoice.Entry entry) {
                return values.get(entry);
            }
        };
    }

    /** A task that was ended while it wrote again what another had written may have cut it off. */
    @Override
    public void write(Folder folder) throws IOException {
        for (ShardReport report : reports) {
            for (Map.Entry<String, Long> written : report.bytes().entrySet()) {
                ResultFiles named = files.named(written.getKey());
                check(
                        folder.path(named.shardName(report.number(), shards.size())),
                        folder,
                        written);
            }
        }
        if (files.format() != OutputFormat.PARQUET) {
            for (String name : reports.get(0).bytes().keySet()) {
                files.named(name).index(folder, shards);
            }
        }
        files.tree(folder);
    }

    private static void check(String file, Folder folder, Map.Entry<String, Long> written)
            throws IOException {
        long length = folder.storage().length(file);
        if (length != written.getValue()) {
            throw new IOException(
                    file + ": expected " + written.getValue() + " bytes, found " + length);
        }
    }
}
