package io.hessdiag.job.conf;

import io.hessdiag.derived.Quantity;
import io.hessdiag.derived.Ranking;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a run makes of its diagonal.
 *
 * @param outputs quantities that are written beside it
 * @param priorPrecision for variances, at least 0
 * @param damping of the preconditioner, above 0
 * @param examples N in place of what the loss's text says
 * @param report whether there is a report.html
 */
public record AnalysisConf(
        List<Quantity> outputs,
        double priorPrecision,
        double damping,
        OptionalDouble examples,
        Ranking ranking,
        boolean report) {
    /** Files depend on them, the diagonal's bits do not. */
    public static final List<String> KEYS =
            List.of(
                    "derived.outputs",
                    "derived.prior-precision",
                    "derived.damping",
                    "derived.examples",
                    "ranking.by",
                    "ranking.order",
                    "ranking.top",
                    "report");

    public AnalysisConf {
        outputs = List.copyOf(outputs);
    }
}
