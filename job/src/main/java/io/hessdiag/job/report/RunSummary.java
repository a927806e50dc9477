package io.hessdiag.job.report;

import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.plan.Audit;
import io.hessdiag.tensor.DType;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a run found out, for the table and for summary.json.
 *
 * @param examples size of the example axis, where the data have one
 * @param directions basis directions pushed
 * @param flops floating-point operations counted from the plan
 * @param blas the BLAS classes in use, on all machines
 * @param fingerprint SHA-256 of the bundle
 */
public record RunSummary(
        String method,
        long parameters,
        OptionalInt examples,
        DType dtype,
        double loss,
        Audit.Report audit,
        List<LeafStatistics> leaves,
        Stopwatch watch,
        long directions,
        double flops,
        Collection<String> blas,
        Map<String, String> versions,
        String fingerprint,
        Map<String, Object> settings,
        Path output) {

    double gflop() {
        return flops * 1e-9;
    }

    double gflopPerSecond() {
        return gflop() / watch.seconds(Phase.COMPUTE);
    }
}
