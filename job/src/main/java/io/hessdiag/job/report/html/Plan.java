package io.hessdiag.job.report.html;

import io.hessdiag.job.report.Figures;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Explanation.Miss;
import io.hessdiag.plan.Explanation.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the diagonal was computed, and why not more cheaply. */
final class Plan {
    private static final int STEPS = 40;
    private static final int REASONS = 40;
    private static final int NAMED = 6;
    private static final double MIB = 0x1p20;

    private Plan() {}

    static void section(Markup page, RunSummary run) {
        Explanation plan = run.plan();
        page.open("section", "id", "plan").element("h2", "Plan");
        page.open("p", "class", "note").text("The loss is " + plan.structure() + ". ");
        page.text(
                run.byDriver()
                        ? "The driver computed it: too little work for tasks. "
                        : Words.count(run.units(), "unit of work", "units of work") + ". ");
        if (run.resumed() > 0) {
            page.text(Figures.count(run.resumed()) + " of them were there from an earlier run. ");
        }
        page.text("Methods by leaf are in the table of leaves.").close();
        steps(page, plan.steps());
        misses(page, plan.misses());
        page.closeLine();
    }

    private static void steps(Markup page, List<Step> steps) {
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String head : List.of("step", "part", "method")) {
            page.element("th", head, "scope", "col");
        }
        for (String head : List.of("blocks", "examples", "ranges")) {
            page.element("th", head, "scope", "col", "class", "n minor");
        }
        for (String head : List.of("units", "MiB each", "GFLOP")) {
            page.element("th", head, "scope", "col", "class", "n");
        }
        page.close().close().add("\n").open("tbody").add("\n");
        for (int i = 0; i < Math.min(STEPS, steps.size()); i++) {
            step(page, i + 1, steps.get(i));
        }
        page.close().close().closeLine();
        if (steps.size() > STEPS) {
            page.element("p", Figures.count(steps.size() - STEPS) + " more steps", "class", "fine");
        }
    }

    private static void step(Markup page, int number, Step s) {
        boolean isBlocked = s.part().equals("examples");
        page.open("tr").element("td", Integer.toString(number));
        page.element("th", s.part(), "scope", "row").element("td", s.method().text());
        page.element("td", isBlocked ? Figures.count(s.blocks()) : "–", "class", "n minor");
        page.element("td", isBlocked ? Figures.count(s.size()) : "–", "class", "n minor");
        page.element("td", s.ranges() > 1 ? Figures.count(s.ranges()) : "–", "class", "n minor");
        page.element("td", Figures.count(s.tasks()), "class", "n");
        page.element("td", Figures.figure(s.bytes() / MIB), "class", "n");
        page.element("td", Figures.gflop(s.work().plus(s.shared())), "class", "n").closeLine();
    }

    /** Each reason once. */
    private static void misses(Markup page, List<Miss> misses) {
        if (misses.isEmpty()) {
            page.element("p", "No leaf goes without a cheaper method.", "class", "fine");
            return;
        }
        Map<String, List<String>> byReason =
                misses.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Miss::reason,
                                        LinkedHashMap::new,
                                        Collectors.mapping(Miss::leaf, Collectors.toList())));
        page.element("h3", "Why leaves go without a cheaper method").open("dl", "class", "reasons");
        byReason.entrySet().stream()
                .limit(REASONS)
                .forEach(
                        e -> {
                            page.element("dt", Words.shortened(e.getKey(), 400));
                            page.open("dd").element("code", names(e.getValue())).closeLine();
                        });
        page.close();
        if (byReason.size() > REASONS) {
            page.element(
                    "p",
                    Figures.count(byReason.size() - REASONS) + " more reasons",
                    "class",
                    "fine");
        }
    }

    /** The first few. */
    static String names(List<String> leaves) {
        String first =
                leaves.stream().limit(NAMED).map(Words::path).collect(Collectors.joining(", "));
        return leaves.size() <= NAMED
                ? first
                : first + Figures.format(" and %,d more", leaves.size() - NAMED);
    }
}
