package io.hessdiag.job.task;

import io.hessdiag.derived.Quantity;
import io.hessdiag.job.conf.JobConf.OutputFormat;
import io.hessdiag.job.report.Analysis;
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
 * Adds the pieces of one shard in order and writes it, and what is made of it: one quantity at a
 * time, so that a task holds its shard twice at most.
 *
 * @param folder that the files go to
 * @param chosen the entries that the audit looks at
 * @param analysis what is made of each leaf
 */
public record WriteShard(
        Handle<DiagonalPlan> plan,
        Handle<Folder> folder,
        OutputFormat format,
        List<Shard> shards,
        List<AuditChoice.Entry> chosen,
        Analysis analysis)
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

    private List<Tensor> parameters(int number) {
        Shard shard = shards.get(number);
        return plan.get().parameters().subList(shard.first(), shard.end());
    }

    /** Lengths by name. */
    private Map<String, Long> write(int number, List<Tensor> values) {
        Folder target = folder.get();
        try {
            if (!target.storage().exists(target.path())) {
                throw new IOException("not there on every machine: expected a shared file system");
            }
            Map<String, Long> lengths = new HashMap<>();
            lengths.put(ResultFiles.DIAGONAL, write(target, ResultFiles.DIAGONAL, number, values));
            for (Quantity q : analysis.outputs()) {
                List<Tensor> derived = analysis.values(q, values, parameters(number));
                lengths.put(q.text(), write(target, q.text(), number, derived));
            }
            return lengths;
        } catch (IOException e) {
            throw new OutputException(target.path(), e);
        }
    }

    private long write(Folder target, String name, int number, List<Tensor> values)
            throws IOException {
        ResultFiles files = new ResultFiles(plan.get().loss(), format, name);
        return files.shard(target, shards.get(number), number, shards.size(), values);
    }

    private ShardReport report(
            int number, Map<String, Long> bytes, List<Tensor> values, double loss) {
        int first = shards.get(number).first();
        List<Tensor> parameters = parameters(number);
        List<LeafStatistics> statistics = new ArrayList<>();
        List<Analysis.Leaf> analysed = new ArrayList<>();
        List<Double> largest = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            statistics.add(
                    LeafStatistics.of(
                            plan.get().loss().leaves().get(first + i).name(), values.get(i)));
            analysed.add(analysis.of(first + i, values.get(i), parameters.get(i)));
            largest.add(DiagonalView.largest(values.get(i)));
        }
        Map<Integer, Double> looked = new HashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            int leaf = chosen.get(i).leaf() - first;
            if (0 <= leaf && leaf < values.size()) {
                looked.put(i, values.get(leaf).get(chosen.get(i).flat()));
            }
        }
        return new ShardReport(number, bytes, statistics, analysed, largest, looked, loss, null);
    }
}
