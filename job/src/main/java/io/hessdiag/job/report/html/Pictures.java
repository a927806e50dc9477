package io.hessdiag.job.report.html;

import io.hessdiag.derived.HeatMap;
import io.hessdiag.derived.LogHistogram;
import io.hessdiag.job.report.Analysis;
import io.hessdiag.job.report.Figures;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.Set;

/** A large histogram and a heat map of every leaf that has them. */
final class Pictures {
    private final RunSummary run;
    private final Set<Integer> pictured;

    Pictures(RunSummary run) {
        this.run = run;
        this.pictured = run.analysis().pictured();
    }

    void section(Markup page) {
        if (pictured.isEmpty()) {
            return;
        }
        page.open("section", "id", "figures").element("h2", "Figures");
        page.open("p", "class", "note");
        if (pictured.size() < run.leaves().size()) {
            page.text(
                    Figures.format(
                            "Of %,d leaves the %d with the most selected entries. ",
                            run.leaves().size(), pictured.size()));
        }
        page.text(
                "Heat maps have a leaf's last axis from left to right and all others from top to"
                        + " bottom. The fainter, the smaller, on a logarithmic scale of its own for"
                        + " each map; zeros have no colour. ");
        legend(page);
        page.closeLine();
        page.open("div", "class", "cards");
        pictured.forEach(i -> card(page, i));
        page.close().closeLine();
    }

    private static void legend(Markup page) {
        page.open("span", "class", "legend");
        page.open("span").text("negative").element("i", "", "class", "ramp");
        page.text("positive").close().text(" ");
        page.open("span").element("i", "", "class", "missing").text("not computed").close();
        page.close();
    }

    private void card(Markup page, int i) {
        LeafStatistics leaf = run.leaves().get(i);
        Analysis.Leaf analysed = run.analysed().get(i);
        String path = Words.path(leaf.path().toString());
        page.open("figure");
        page.open("figcaption").element("code", path).text(" ");
        page.element("span", Words.shape(leaf.shape()), "class", "muted").close();
        histogram(page, analysed.histogram(), leaf, path);
        if (analysed.map() != null) {
            map(page, analysed.map(), leaf.shape(), path);
        }
        page.closeLine();
    }

    private static void histogram(Markup page, LogHistogram h, LeafStatistics leaf, String path) {
        if (h.bins() > 0) {
            String label =
                    Figures.format(
                            "Magnitudes of %s of %s, %,d of them negative",
                            Words.count(leaf.count(), "entry", "entries"), path, leaf.negative());
            Histograms.large(page, h, label);
        }
        page.open("p", "class", "fine").text(Words.count(leaf.count(), "entry", "entries"));
        count(page, leaf.negative(), "negative");
        count(page, h.zeros(), "zero");
        count(page, h.below(), "too small for the axis");
        count(page, leaf.shape().size() - (long) leaf.count(), "not computed");
        page.close();
    }

    private static void count(Markup page, long count, String what) {
        if (count > 0) {
            page.text(" · " + Figures.count(count) + " " + what);
        }
    }

    private static void map(Markup page, HeatMap map, Shape shape, String path) {
        String size = Figures.format("%,d rows and %,d columns", map.rows(), map.columns());
        String cells =
                map.isReduced()
                        ? Figures.format(
                                "cells are means of %,d × %,d entries",
                                map.blockRows(), map.blockColumns())
                        : "a cell per entry";
        HeatMaps.draw(page, map, Figures.format("Heat map of %s, %s, %s", path, size, cells));
        String axes =
                shape.rank() > 2
                        ? Words.shape(shape.pick(Ints.range(shape.rank() - 1))) + " axes as "
                        : "";
        String colours =
                map.largest() == 0
                        ? ""
                        : Figures.format(
                                ", colours from %.1e to %.1e", HeatMaps.least(map), map.largest());
        page.element("p", axes + size + ", " + cells + colours, "class", "fine");
    }
}
