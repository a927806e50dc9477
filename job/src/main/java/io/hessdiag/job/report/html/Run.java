package io.hessdiag.job.report.html;

import io.hessdiag.derived.LogHistogram;
import io.hessdiag.derived.Quantity;
import io.hessdiag.job.report.Analysis;
import io.hessdiag.job.report.Figures;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.plan.Audit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is true of a run as a whole: audit, times, what was left out, versions, keys. */
final class Run {
    private static final int LONGEST_VALUE = 600;
    private static final int WARNINGS = 20;

    private final RunSummary run;

    Run(RunSummary run) {
        this.run = run;
    }

    void audit(Markup page) {
        Audit.Report audit = run.audit();
        page.open("section", "id", "audit").element("h2", "Audit");
        page.element(
                "p",
                Words.count(audit.entries(), "entry", "entries")
                        + " of "
                        + audit.examples()
                        + " computed once more by other means. Deviations are relative to the"
                        + " leaf's largest entry."
                        + kinks(audit),
                "class",
                "note");
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", "by", "scope", "col");
        page.element("th", "largest deviation", "scope", "col", "class", "n");
        page.element("th", "tolerance", "scope", "col", "class", "n");
        page.element("th", "where", "scope", "col").close().close().open("tbody");
        row(
                page,
                "differences of the gradient",
                audit.maxDeviation(),
                audit.tolerance(),
                audit.worst());
        row(
                page,
                "one direction per entry",
                audit.indexDeviation(),
                audit.indexTolerance(),
                audit.worstByIndex());
        page.close().close().close().closeLine();
    }

    private static String kinks(Audit.Report audit) {
        return audit.kinks() == 0
                ? ""
                : " "
                        + Words.count(audit.kinks(), "of them is", "of them are")
                        + " at kinks of the loss, where differences have nothing to say.";
    }

    private static void row(
            Markup page, String by, double deviation, double tolerance, String where) {
        page.open("tr").element("th", by, "scope", "row");
        page.element("td", Words.small(deviation), "class", "n");
        page.element("td", Words.small(tolerance), "class", "n");
        page.open("td").element("code", where.isEmpty() ? "–" : Words.path(where)).close();
        page.closeLine();
    }

    void leftOut(Markup page) {
        List<String> lines = new ArrayList<>();
        long left = run.parameters() - run.entries();
        List<String> without =
                run.leaves().stream()
                        .filter(l -> l.count() == 0 && l.shape().size() > 0)
                        .map(l -> l.path().toString())
                        .toList();
        if (left > 0) {
            lines.add(
                    Words.count(left, "entry was", "entries were")
                            + " not selected (key select) and are NaN"
                            + (without.isEmpty() ? "" : ", all of " + Plan.names(without)));
        }
        long empty = run.leaves().stream().filter(l -> l.shape().size() == 0).count();
        if (empty > 0) {
            lines.add(Words.count(empty, "leaf has", "leaves have") + " no entries at all");
        }
        for (Quantity q : run.analysis().outputs()) {
            if (run.undefined(q) > 0) {
                lines.add(
                        q.text()
                                + ": "
                                + Words.count(run.undefined(q), "entry has", "entries have")
                                + " no value and "
                                + (run.undefined(q) == 1 ? "is" : "are")
                                + " NaN: "
                                + (q == Quantity.LAPLACE_VARIANCE
                                        ? "the precision N h + α is not positive there"
                                        : "it is too large for a number"));
            }
        }
        page.open("section", "id", "left-out").element("h2", "Left out");
        if (lines.isEmpty()) {
            page.element("p", "Nothing: every entry was computed.", "class", "note");
        } else {
            page.open("ul");
            lines.forEach(line -> page.element("li", line));
            page.close();
        }
        page.closeLine();
    }

    void times(Markup page, double total) {
        page.open("section", "id", "times").element("h2", "Times");
        page.open("div", "class", "times", "aria-hidden", "true");
        for (Phase phase : Phase.values()) {
            double percent = 100 * run.watch().seconds(phase) / total;
            String width = Figures.format("width:%.2f%%", percent);
            page.element("i", "", "class", name(phase), "style", width);
        }
        page.close().open("dl", "class", "facts");
        for (Phase phase : Phase.values()) {
            double seconds = run.watch().seconds(phase);
            page.open("div")
                    .open("dt")
                    .element("i", "", "class", name(phase))
                    .text(name(phase))
                    .close();
            page.element("dd", Figures.duration(seconds)).close();
        }
        page.open("div").element("dt", "total").element("dd", Figures.duration(total)).close();
        page.close();
        page.element(
                "p",
                Figures.format(
                        "%s GFLOP at %s GFLOP/s, %s",
                        Figures.figure(run.gflop()),
                        Figures.figure(run.gflopPerSecond()),
                        String.join(", ", run.blas())),
                "class",
                "fine");
        page.closeLine();
    }

    private static String name(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    void configuration(Markup page) {
        page.open("section", "id", "run").element("h2", "Run");
        if (!run.warnings().isEmpty()) {
            page.element("h3", "Warnings").open("ul");
            run.warnings().stream()
                    .limit(WARNINGS)
                    .forEach(w -> page.element("li", Words.shortened(w, LONGEST_VALUE)));
            page.close();
        }
        Map<String, String> versions = new TreeMap<>(run.versions());
        String input = run.settings().containsKey("model") ? "model" : "bundle";
        versions.put("SHA-256 of the " + input, run.fingerprint());
        table(page, "Versions and input", versions);
        table(page, "Configuration", run.settings());
        page.closeLine();
    }

    private static void table(Markup page, String name, Map<String, ?> rows) {
        page.element("h3", name).open("table", "class", "keys").open("tbody");
        rows.forEach(
                (key, value) -> {
                    page.open("tr").open("th", "scope", "row").element("code", key).close();
                    String text = Words.shortened(String.valueOf(value), LONGEST_VALUE);
                    page.open("td").element("code", text).close().closeLine();
                });
        page.close().close();
    }

    /** The most important figures. */
    void facts(Markup page, double total) {
        page.open("dl", "class", "facts");
        fact(page, "loss", Words.minus(Figures.format("%.6g", run.loss())));
        fact(page, "entries", Figures.count(run.entries()));
        run.examples().ifPresent(n -> fact(page, "examples", Figures.count(n)));
        fact(page, "leaves", Figures.count(run.leaves().size()));
        fact(page, "trace", Words.number(trace()));
        fact(page, "largest |h|", Words.number(largest()));
        long negative = run.leaves().stream().mapToLong(LeafStatistics::negative).sum();
        fact(page, "negative", Figures.percent(negative, run.entries()));
        fact(page, "zero", Figures.percent(zeros(), run.entries()));
        fact(page, "computed in", Figures.duration(run.watch().seconds(Phase.COMPUTE)));
        fact(page, "in all", Figures.duration(total));
        page.closeLine();
    }

    private static void fact(Markup page, String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close();
    }

    private double trace() {
        return run.leaves().stream().mapToDouble(Leaves::trace).sum();
    }

    private double largest() {
        return run.leaves().stream()
                .filter(l -> l.count() > 0)
                .mapToDouble(l -> Math.max(Math.abs(l.min()), Math.abs(l.max())))
                .max()
                .orElse(Double.NaN);
    }

    private long zeros() {
        return run.analysed().stream()
                .map(Analysis.Leaf::histogram)
                .mapToLong(LogHistogram::zeros)
                .sum();
    }
}
