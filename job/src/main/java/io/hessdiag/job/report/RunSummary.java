package io.hessdiag.job.report;

import io.hessdiag.derived.Quantity;
import io.hessdiag.derived.RankedEntry;
import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.job.storage.RunIdentity;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.Explanation;
import io.hessdiag.tensor.DType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a run found out, for the table and for summary.json.
 *
 * @param method the methods in use
 * @param byDriver whether the driver computed it, without Spark tasks
 * @param entries how many were asked for
 * @param examples size of the example axis, where the data have one
 * @param units work units, {@code resumed} of which were there from an earlier run
 * @param warnings what tasks had to say
 * @param identity what the bits depend on
 * @param analysed what {@code analysis} says of each leaf
 * @param blas the BLAS classes in use, on all machines
 * @param fingerprint SHA-256 of the bundle
 */
public record RunSummary(
        String method,
        Explanation plan,
        boolean byDriver,
        int units,
        int resumed,
        Collection<String> warnings,
        long parameters,
        long entries,
        OptionalLong examples,
        DType dtype,
        double loss,
        Audit.Report audit,
        List<LeafStatistics> leaves,
        Analysis analysis,
        List<Analysis.Leaf> analysed,
        Stopwatch watch,
        Collection<String> blas,
        Map<String, String> versions,
        String fingerprint,
        Map<String, Object> settings,
        RunIdentity identity,
        String output) {

    /** The first entries of all leaves. */
    public List<RankedEntry> first() {
        return analysis.ranking().merge(analysed.stream().map(Analysis.Leaf::top).toList());
    }

    /** How many entries of the diagonal have no value of an output. */
    public long undefined(Quantity output) {
        int i = analysis.outputs().indexOf(output);
        return analysed.stream().mapToLong(leaf -> leaf.undefined().get(i)).sum();
    }

    public double gflop() {
        return plan.work().flops() * 1e-9;
    }

    public double gflopPerSecond() {
        return gflop() / watch.seconds(Phase.COMPUTE);
    }
}
