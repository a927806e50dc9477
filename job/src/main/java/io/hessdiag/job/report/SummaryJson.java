package io.hessdiag.job.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.derived.Constants;
import io.hessdiag.derived.Quantity;
import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.job.storage.Folder;
import io.hessdiag.job.storage.RunIdentity;
import io.hessdiag.plan.Audit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** summary.json: a run in figures, for machines. */
public final class SummaryJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SummaryJson() {}

    public static void write(Folder folder, RunSummary run) throws IOException {
        try (OutputStream out = folder.create("summary.json")) {
            out.write((json(run).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    static ObjectNode json(RunSummary run) {
        ObjectNode root = JSON.createObjectNode();
        root.put("method", run.method()).put("parameters", run.parameters());
        run.examples().ifPresent(n -> root.put("examples", n));
        root.put("dtype", run.dtype().toString()).put("loss", run.loss());
        audit(root.putObject("audit"), run.audit());
        run.leaves().forEach(leaf -> leaf(root.withArray("leaves").addObject(), leaf));
        derived(root, run);
        seconds(root.putObject("seconds"), run.watch());
        root.put("entries", run.entries());
        root.put("gflop", run.gflop()).put("gflopPerSecond", run.gflopPerSecond());
        root.put("tasks", run.plan().tasks()).put("driver", run.byDriver());
        ObjectNode units = root.putObject("units");
        units.put("total", run.units()).put("resumed", run.resumed());
        run.warnings().forEach(units.putArray("warnings")::add);
        root.set("steps", PlanJson.steps(run.plan()));
        root.put("blas", String.join(", ", run.blas()));
        root.set("versions", JSON.valueToTree(run.versions()));
        root.put("fingerprint", run.fingerprint());
        root.set(RunIdentity.FIELD, run.identity().toJson());
        root.set("configuration", JSON.valueToTree(run.settings()));
        return root;
    }

    /** What is written beside the diagonal; {@code undefined} entries have no value. */
    private static void derived(ObjectNode root, RunSummary run) {
        Constants constants = run.analysis().constants();
        ArrayNode derived = root.putArray("derived");
        for (Quantity q : run.analysis().outputs()) {
            ObjectNode node = derived.addObject().put("name", q.text()).put("formula", q.formula());
            switch (q) {
                case LAPLACE_VARIANCE ->
                        node.put("examples", constants.examples())
                                .put("priorPrecision", constants.priorPrecision());
                case PRECONDITIONER -> node.put("damping", constants.damping());
                default -> {}
            }
            node.put("undefined", run.undefined(q));
        }
    }

    private static void audit(ObjectNode node, Audit.Report audit) {
        node.put("entries", audit.entries())
                .put("maxDeviation", audit.maxDeviation())
                .put("tolerance", audit.tolerance())
                .put("worst", audit.worst())
                .put("maxDeviationFromIndex", audit.indexDeviation())
                .put("toleranceOfIndex", audit.indexTolerance())
                .put("worstByIndex", audit.worstByIndex())
                .put("examples", audit.examples())
                .put("kinks", audit.kinks());
    }

    /** Figures of a leaf without selected entries are null: JSON has no NaN. */
    private static void leaf(ObjectNode node, LeafStatistics leaf) {
        node.put("path", leaf.path().toString());
        leaf.shape().dims().stream().forEach(node.putArray("shape")::add);
        node.put("entries", leaf.count());
        finite(node, "min", leaf.min());
        finite(node, "max", leaf.max());
        finite(node, "mean", leaf.mean());
        ObjectNode quantiles = node.putObject("quantiles");
        for (int i = 0; i < LeafStatistics.LEVELS.length; i++) {
            finite(quantiles, Double.toString(LeafStatistics.LEVELS[i]), leaf.quantiles()[i]);
        }
        node.put("negative", leaf.negative());
    }

    private static void finite(ObjectNode node, String field, double value) {
        if (Double.isFinite(value)) {
            node.put(field, value);
        } else {
            node.putNull(field);
        }
    }

    private static void seconds(ObjectNode node, Stopwatch watch) {
        node.put("total", watch.total());
        for (Phase phase : Phase.values()) {
            node.put(phase.name().toLowerCase(Locale.ROOT), watch.seconds(phase));
        }
    }
}
