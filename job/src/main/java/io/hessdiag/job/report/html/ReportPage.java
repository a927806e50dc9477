package io.hessdiag.job.report.html;

import io.hessdiag.job.report.Figures;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.job.storage.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * report.html: a run for people, in one file without scripts that needs no network. Its size is
 * bounded whatever the number of leaves, and the same result gives the same page but for times.
 */
public final class ReportPage {
    private static final String FILE = "report.html";
    private static final String STYLE = "report.css";

    private ReportPage() {}

    public static void write(Folder folder, RunSummary run) throws IOException {
        byte[] page = of(run, run.watch().total()).getBytes(StandardCharsets.UTF_8);
        folder.write(FILE, out -> out.write(page));
    }

    /**
     * @param total seconds of the run so far
     */
    static String of(RunSummary run, double total) {
        Markup page = new Markup();
        page.add("<!DOCTYPE html>\n");
        page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", "Hessian diagonal of " + name(run));
        page.open("style").add("\n" + style()).close().close().add("\n").open("body").add("\n");
        header(page, run, total);
        page.open("main").add("\n");
        Leaves leaves = new Leaves(run);
        leaves.subtrees(page);
        leaves.leaves(page);
        new Pictures(run).section(page);
        new Top(run).section(page);
        new Top(run).derived(page);
        Plan.section(page, run);
        Run about = new Run(run);
        about.audit(page);
        about.leftOut(page);
        about.times(page, total);
        about.configuration(page);
        page.closeLine();
        return page.close().close() + "\n";
    }

    private static void header(Markup page, RunSummary run, double total) {
        page.open("header").open("h1").text("Hessian diagonal of ");
        page.element("code", name(run)).close();
        page.open("p", "class", "lead")
                .text(
                        Figures.format(
                                "%,d of %,d entries d²L/dθ² by %s in %s. ",
                                run.entries(), run.parameters(), run.method(), run.dtype()));
        page.element("strong", "Audit passed", "class", "passed");
        page.text(": " + Words.count(run.audit().entries(), "entry", "entries"))
                .text(" checked, largest deviation ")
                .element("span", Words.small(run.audit().maxDeviation()), "class", "whole")
                .text(" (tolerance ")
                .element("span", Words.small(run.audit().tolerance()), "class", "whole")
                .text(").")
                .close();
        new Run(run).facts(page, total);
        page.open("nav", "aria-label", "Contents");
        contents(run).forEach((id, text) -> page.element("a", text, "href", "#" + id).text(" "));
        page.close().closeLine();
    }

    private static Map<String, String> contents(RunSummary run) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("leaves", "Leaves");
        if (!run.analysis().pictured().isEmpty()) {
            out.put("figures", "Figures");
        }
        if (!run.first().isEmpty()) {
            out.put("top", "Top entries");
        }
        if (!run.analysis().outputs().isEmpty()) {
            out.put("derived", "Derived outputs");
        }
        out.put("plan", "Plan");
        out.put("audit", "Audit");
        out.put("left-out", "Left out");
        out.put("times", "Times");
        out.put("run", "Run");
        return out;
    }

    /** The bundle's or the model's folder. */
    private static String name(RunSummary run) {
        Object input = run.settings().getOrDefault("model", run.settings().get("loss"));
        String path = String.valueOf(input).replaceAll("[/\\\\]+$", "");
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
