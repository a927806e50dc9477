package io.hessdiag.job.report.html;

import io.hessdiag.derived.LogHistogram;
import io.hessdiag.job.report.Figures;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.plan.Explanation;
import io.hessdiag.pytree.KeyPath;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables of leaves and of subtrees, a histogram in every row. */
final class Leaves {
    /** Of more leaves those with the largest share of the trace have rows. */
    static final int ROWS = 300;

    /** Subtrees are told where the leaves do not fit onto a screen. */
    private static final int FEW = 16;

    private static final int SUBTREES = 40;
    private static final String SUBTREE = "subtree";

    private final RunSummary run;
    private final LogAxis axis;
    private final Map<String, Set<String>> methods;

    Leaves(RunSummary run) {
        this.run = run;
        this.axis = LogAxis.of(histogram(all()));
        this.methods = methods(run.plan());
    }

    private int[] all() {
        return IntStream.range(0, run.leaves().size()).toArray();
    }

    private LogHistogram histogram(int[] some) {
        return LogHistogram.sum(
                IntStream.of(some).mapToObj(i -> run.analysed().get(i).histogram()).toList());
    }

    private static Map<String, Set<String>> methods(Explanation plan) {
        return plan.rows().stream()
                .collect(
                        Collectors.groupingBy(
                                Explanation.Row::leaf,
                                Collectors.mapping(
                                        r -> plan.steps().get(r.step()).method().text(),
                                        Collectors.toSet())));
    }

    /** Nothing where the table of leaves is short, or nothing would be put together. */
    void subtrees(Markup page) {
        Map<KeyPath, List<Integer>> groups =
                IntStream.of(all())
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        i -> first(run.leaves().get(i).path()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        if (run.leaves().size() <= FEW
                || groups.size() < 2
                || groups.size() == run.leaves().size()) {
            return;
        }
        page.open("section", "id", "subtrees").element("h2", "Subtrees");
        head(page, "subtree", "leaves");
        List<KeyPath> shown = groups.keySet().stream().limit(SUBTREES).toList();
        for (KeyPath group : shown) {
            int[] leaves = groups.get(group).stream().mapToInt(i -> i).toArray();
            group(page, group.toString(), leaves, SUBTREE);
        }
        List<KeyPath> others = groups.keySet().stream().skip(SUBTREES).toList();
        if (!others.isEmpty()) {
            int[] rest =
                    others.stream().flatMap(g -> groups.get(g).stream()).mapToInt(i -> i).toArray();
            group(page, Words.count(others.size(), "more subtree", "more subtrees"), rest, "rest");
        }
        group(page, "all", all(), "total");
        end(page).closeLine();
    }

    private static KeyPath first(KeyPath path) {
        return path.size() > 1 ? path.first(1) : path;
    }

    void leaves(Markup page) {
        int[] shown = shown();
        page.open("section", "id", "leaves").element("h2", "Leaves");
        page.open("p", "class", "note")
                .text(
                        "Histograms count entries by magnitude |h| on one logarithmic axis for all"
                                + " leaves, each in a scale of its own; ")
                .element("span", "positive entries point up", "class", "key pos")
                .text(", ")
                .element("span", "negative ones down", "class", "key neg")
                .text(
                        ". Share is the part of the trace, the sum of all entries; median and"
                                + " maximum have their signs.")
                .close();
        head(page, "leaf", "shape");
        IntStream.of(shown).forEach(i -> leaf(page, i));
        if (shown.length < run.leaves().size()) {
            TreeSet<Integer> rest = new TreeSet<>(IntStream.of(all()).boxed().toList());
            IntStream.of(shown).forEach(rest::remove);
            String text = Words.count(rest.size(), "more leaf", "more leaves");
            group(page, text, rest.stream().mapToInt(i -> i).toArray(), "rest");
        }
        if (run.leaves().size() > 1) {
            group(page, "all", all(), "total");
        }
        end(page).closeLine();
    }

    private int[] shown() {
        Comparator<Integer> byTrace =
                Comparator.comparingDouble(i -> -Math.abs(trace(run.leaves().get(i))));
        return IntStream.of(all())
                .boxed()
                .sorted(byTrace)
                .limit(ROWS)
                .sorted()
                .mapToInt(i -> i)
                .toArray();
    }

    /** 0 where no entry is selected. */
    static double trace(LeafStatistics leaf) {
        return leaf.count() == 0 ? 0 : leaf.count() * leaf.mean();
    }

    private double trace(int[] some) {
        return IntStream.of(some).mapToDouble(i -> trace(run.leaves().get(i))).sum();
    }

    private void head(Markup page, String first, String second) {
        page.open("div", "class", "scroll wide").open("table").open("thead").open("tr");
        page.element("th", first, "scope", "col");
        page.element("th", second, "scope", "col", "class", "minor");
        page.element("th", "entries", "scope", "col", "class", "n minor");
        page.open("th", "scope", "col", "class", "plot").text("|h| ");
        Histograms.sparkAxis(page, axis);
        page.close();
        page.element("th", "minimum", "scope", "col", "class", "n minor");
        page.element("th", "median", "scope", "col", "class", "n minor");
        page.element("th", "maximum", "scope", "col", "class", "n");
        page.element("th", "share", "scope", "col", "class", "n minor");
        page.element("th", "negative", "scope", "col", "class", "n");
        page.element("th", "method", "scope", "col", "class", "minor");
        page.close().close().add("\n").open("tbody").add("\n");
    }

    private static Markup end(Markup page) {
        return page.close().close().closeLine();
    }

    private void leaf(Markup page, int i) {
        LeafStatistics leaf = run.leaves().get(i);
        String path = leaf.path().toString();
        page.open("tr").open("th", "scope", "row").element("code", Words.path(path)).close();
        page.element("td", Words.shape(leaf.shape()), "class", "minor shape");
        page.element("td", Figures.count(leaf.count()), "class", "n minor");
        plot(page, run.analysed().get(i).histogram(), path);
        page.element("td", Words.number(leaf.min()), "class", "n minor");
        page.element("td", Words.number(leaf.median()), "class", "n minor");
        page.element("td", Words.number(leaf.max()), "class", "n");
        page.element("td", share(trace(leaf)), "class", "n minor");
        page.element("td", Figures.percent(leaf.negative(), leaf.count()), "class", "n");
        page.element("td", methods(List.of(leaf)), "class", "minor");
        page.closeLine();
    }

    /** Leaves in one row; minimum and maximum are theirs, there is no median. */
    private void group(Markup page, String name, int[] leaves, String kind) {
        List<LeafStatistics> some = IntStream.of(leaves).mapToObj(run.leaves()::get).toList();
        long entries = some.stream().mapToLong(LeafStatistics::count).sum();
        long negative = some.stream().mapToLong(LeafStatistics::negative).sum();
        List<LeafStatistics> full = some.stream().filter(l -> l.count() > 0).toList();
        double least = full.stream().mapToDouble(LeafStatistics::min).min().orElse(Double.NaN);
        double most = full.stream().mapToDouble(LeafStatistics::max).max().orElse(Double.NaN);
        page.open("tr", "class", kind).open("th", "scope", "row");
        page.element(kind.equals(SUBTREE) ? "code" : "span", Words.path(name)).close();
        page.element("td", Words.count(leaves.length, "leaf", "leaves"), "class", "minor shape");
        page.element("td", Figures.count(entries), "class", "n minor");
        plot(page, histogram(leaves), name);
        page.element("td", Words.number(least), "class", "n minor");
        page.element("td", "–", "class", "n minor");
        page.element("td", Words.number(most), "class", "n");
        page.element("td", share(trace(leaves)), "class", "n minor");
        page.element("td", Figures.percent(negative, entries), "class", "n");
        page.element("td", methods(some), "class", "minor").closeLine();
    }

    private String methods(List<LeafStatistics> some) {
        TreeSet<String> used = new TreeSet<>();
        some.forEach(l -> used.addAll(methods.getOrDefault(l.path().toString(), Set.of())));
        return used.isEmpty() ? "–" : String.join(", ", used);
    }

    private void plot(Markup page, LogHistogram h, String name) {
        page.open("td", "class", "plot");
        if (h.bins() > 0) {
            Histograms.spark(page, h, axis, "distribution of " + Words.path(name));
        } else {
            page.element("span", h.zeros() > 0 ? "all zero" : "no entries", "class", "muted");
        }
        page.close();
    }

    private String share(double trace) {
        return Words.minus(Figures.percent(trace, trace(all())));
    }
}
