package io.hessdiag.job.report.html;

import io.hessdiag.derived.Quantity;
import io.hessdiag.derived.RankedEntry;
import io.hessdiag.derived.Ranking;
import io.hessdiag.job.report.Figures;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.RankingJson;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.tensor.Ints;
import java.util.List;

/** The first entries of all leaves, and what is written beside the diagonal. */
final class Top {
    private static final int ROWS = 50;

    private final RunSummary run;

    Top(RunSummary run) {
        this.run = run;
    }

    void section(Markup page) {
        Ranking ranking = run.analysis().ranking();
        List<RankedEntry> first = run.first();
        if (first.isEmpty()) {
            return;
        }
        page.open("section", "id", "top").element("h2", "Top entries");
        page.open("p", "class", "note")
                .text("The " + Words.count(Math.min(ROWS, first.size()), "entry", "entries"))
                .text(ranking.smallest() ? " with the smallest " : " with the largest ")
                .text(ranking.by().text() + ", ")
                .element("span", ranking.by().formula(), "class", "formula")
                .text("; ")
                .element("code", "ranking.json")
                .text(Figures.format(" has %,d of each leaf.", ranking.top()))
                .close();
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", "", "scope", "col", "class", "n");
        page.element("th", "entry", "scope", "col");
        page.element("th", "θ", "scope", "col", "class", "n minor");
        page.element("th", "h", "scope", "col", "class", "n");
        if (ranking.by() != Quantity.MAGNITUDE) {
            page.element("th", ranking.by().text(), "scope", "col", "class", "n");
        }
        page.close().close().add("\n").open("tbody").add("\n");
        for (int i = 0; i < Math.min(ROWS, first.size()); i++) {
            row(page, i + 1, first.get(i));
        }
        page.close().close().close().closeLine();
    }

    private void row(Markup page, int rank, RankedEntry entry) {
        LeafStatistics leaf = run.leaves().get(entry.leaf());
        String index = Ints.of(RankingJson.index(leaf.shape(), entry.flat())).toString();
        page.open("tr").element("td", Integer.toString(rank), "class", "n muted");
        page.open("th", "scope", "row")
                .element(
                        "code",
                        Words.path(leaf.path().toString())
                                + (leaf.shape().rank() == 0 ? "" : index))
                .close();
        page.element("td", Words.number(entry.parameter()), "class", "n minor");
        page.element("td", Words.number(entry.diagonal()), "class", "n");
        if (run.analysis().ranking().by() != Quantity.MAGNITUDE) {
            page.element("td", Words.number(entry.value()), "class", "n");
        }
        page.closeLine();
    }

    /** Nothing where nothing was asked for. */
    void derived(Markup page) {
        if (run.analysis().outputs().isEmpty()) {
            return;
        }
        page.open("section", "id", "derived").element("h2", "Derived outputs");
        page.open("table").open("thead").open("tr");
        page.element("th", "output", "scope", "col").element("th", "formula", "scope", "col");
        page.element("th", "with", "scope", "col", "class", "minor");
        page.element("th", "without a value", "scope", "col", "class", "n");
        page.close().close().open("tbody");
        for (Quantity q : run.analysis().outputs()) {
            page.open("tr").element("th", q.text(), "scope", "row");
            page.element("td", q.formula(), "class", "formula")
                    .element("td", with(q), "class", "minor");
            page.element("td", Figures.count(run.undefined(q)), "class", "n").closeLine();
        }
        page.close().close().closeLine();
    }

    private String with(Quantity q) {
        return switch (q) {
            case LAPLACE_VARIANCE ->
                    Figures.format(
                            "N = %s, α = %s",
                            Words.plain(run.analysis().constants().examples()),
                            Words.plain(run.analysis().constants().priorPrecision()));
            case PRECONDITIONER -> "μ = " + Words.plain(run.analysis().constants().damping());
            default -> "";
        };
    }
}
