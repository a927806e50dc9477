package io.hessdiag.job.task;

import io.hessdiag.job.conf.JobConf.OutputFormat;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.ResultFiles;
import io.hessdiag.job.storage.Folder;
import io.hessdiag.job.storage.OutputException;
import io.hessdiag.plan.AuditChoice;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.DiagonalView;
import io.hessdiag.plan.LeafSums;
import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.Shard;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Adds the pieces of one shard in order and writes it.
 *
 * @param folder that the files go to
 * @param chosen the entries that the audit looks at
 */
public record WriteShard(
        Handle<DiagonalPlan> plan,
        Handle<Folder> folder,
        OutputFormat format,
        List<Shard> shards,
        List<AuditChoice.Entry> chosen)
        implements Serializable {

    public WriteShard {
        shards = List.copyOf(shards);
        chosen = List.copyOf(chosen);
    }

    /**
     * @param pieces the shard's, by unit
     * @throws OutputException when the file cannot be written
     */
    public ShardReport apply(int number, Iterator<ShardPiece> pieces) {
        Shard shard = shards.get(number);
        LeafSums sums = plan.get().sums(shard);
        double loss = 0;
        while (pieces.hasNext()) {
            ShardPiece next = pieces.next();
            if (next.problem() != null) {
                return ShardReport.problem(number, next.key().unit(), next.problem());
            }
            if (next.piece().leaf() == PartialDiagonal.LOSS) {
                loss += next.piece().values()[0];
            } else {
                sums.add(next.piece());
            }
        }
        List<Tensor> values = sums.tensors();
        return report(number, write(number, values), values, loss);
    }

    private long write(int number, List<Tensor> values) {
        Folder target = folder.get();
        try {
            if (!target.storage().exists(target.path())) {
                throw new IOException("not there on every machine: expected a shared file system");
            }
            ResultFiles files = new ResultFiles(plan.get().loss(), format);
            return files.shard(target, shards.get(number), number, shards.size(), values);
        } catch (IOException e) {
            throw new OutputException(target.path(), e);
        }
    }

    private ShardReport report(int number, long bytes, List<Tensor> values, double loss) {
        int first = shards.get(number).first();
        List<LeafStatistics> statistics = new ArrayList<>();
        List<Double> largest = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            statistics.add(
                    LeafStatistics.of(
                            plan.get().loss().leaves().get(first + i).name(), values.get(i)));
            largest.add(DiagonalView.largest(values.get(i)));
        }
        Map<Integer, Double> looked = new HashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            int leaf = chosen.get(i).leaf() - first;
            if (0 <= leaf && leaf < values.size()) {
                looked.put(i, values.get(leaf).get(chosen.get(i).flat()));
            }
        }
        return new ShardReport(number, bytes, statistics, largest, looked, loss, null);
    }
}
