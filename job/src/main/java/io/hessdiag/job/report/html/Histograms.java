package io.hessdiag.job.report.html;

import static io.hessdiag.job.report.html.Words.at;

import io.hessdiag.derived.LogHistogram;

/** Histograms as SVG: small ones that share an axis, large ones with their own. */
final class Histograms {
    static final int SPARK_WIDTH = 144;
    private static final int SPARK_HEIGHT = 24;
    private static final int SPARK_BARS = 48;

    private static final int WIDTH = 360;
    private static final int HEIGHT = 110;
    private static final int MARGIN = 16;
    private static final int LABELS = 18;

    private Histograms() {}

    /** As high as a line of a table. */
    static void spark(Markup page, LogHistogram h, LogAxis axis, String label) {
        Bars bars = Bars.of(h, axis, 0, SPARK_WIDTH, SPARK_HEIGHT, SPARK_BARS);
        svg(page, SPARK_WIDTH, SPARK_HEIGHT, "spark", label);
        line(page, 0, bars.base(), SPARK_WIDTH, bars.base());
        bars.draw(page);
        page.close();
    }

    /** The axis of small ones, for their column's head. */
    static void sparkAxis(Markup page, LogAxis axis) {
        svg(page, SPARK_WIDTH, 12, "spark", "from " + ten(axis.low()) + " to " + ten(axis.high()));
        label(page, 0, 10, "start", LogAxis.label(axis.low()));
        label(page, SPARK_WIDTH, 10, "end", LogAxis.label(axis.high()));
        page.close();
    }

    private static String ten(int exponent) {
        return "ten to the power of " + exponent;
    }

    /** One with ticks and labels at powers of ten. */
    static void large(Markup page, LogHistogram h, String label) {
        LogAxis axis = LogAxis.of(h);
        double width = WIDTH - 2 * MARGIN;
        Bars bars = Bars.of(h, axis, MARGIN, width, HEIGHT, LogHistogram.MOST);
        svg(page, WIDTH, HEIGHT + LABELS, "histogram", label);
        page.element("title", label);
        for (int e : axis.labels()) {
            double x = MARGIN + width * axis.position(e);
            line(page, x, 0, x, HEIGHT + 3);
            label(page, x, HEIGHT + LABELS - 4, "middle", LogAxis.label(e));
        }
        bars.draw(page);
        page.empty(
                "line",
                "class",
                "base",
                "x1",
                at(MARGIN),
                "y1",
                at(bars.base()),
                "x2",
                at(WIDTH - MARGIN),
                "y2",
                at(bars.base()));
        page.close();
    }

    static void svg(Markup page, int width, int height, String kind, String label) {
        page.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                kind,
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "role",
                "img",
                "aria-label",
                label);
    }

    private static void line(Markup page, double x1, double y1, double x2, double y2) {
        page.empty("line", "class", "grid", "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2));
    }

    static void label(Markup page, double x, double y, String anchor, String text) {
        page.element("text", text, "x", at(x), "y", at(y), "text-anchor", anchor);
    }
}
