package io.hessdiag.job.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.derived.Constants;
import io.hessdiag.derived.LogHistogram;
import io.hessdiag.derived.Quantity;
import io.hessdiag.derived.Ranking;
import io.hessdiag.job.report.Analysis;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.RunSummary;
import io.hessdiag.job.report.Stopwatch;
import io.hessdiag.job.storage.RunIdentity;
import io.hessdiag.plan.Audit;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Explanation.Miss;
import io.hessdiag.plan.Explanation.Row;
import io.hessdiag.plan.Explanation.Step;
import io.hessdiag.plan.Method;
import io.hessdiag.plan.Work;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPageTest {
    private static final double TOTAL = 1.5;
    private static final Constants CONSTANTS = new Constants(4, 1, 0.5);

    private static RunSummary run(Map<KeyPath, Tensor> diagonal, String warning) {
        Analysis analysis =
                new Analysis(
                        List.of(Quantity.LAPLACE_VARIANCE),
                        CONSTANTS,
                        new Ranking(Quantity.MAGNITUDE, false, 10),
                        IntStream.range(0, Math.min(Analysis.FIGURES, diagonal.size()))
                                .boxed()
                                .collect(Collectors.toSet()));
        List<LeafStatistics> statistics = new ArrayList<>();
        List<Analysis.Leaf> leaves = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<Miss> misses = new ArrayList<>();
        diagonal.forEach(
                (path, h) -> {
                    double[] ones = new double[h.size()];
                    Arrays.fill(ones, 1);
                    statistics.add(LeafStatistics.of(path, h));
                    leaves.add(analysis.of(leaves.size(), h, Tensor.of(h.shape(), ones)));
                    rows.add(new Row(0, path.toString(), h.size(), 1, Work.NONE));
                    misses.add(new Miss(path.toString(), "loss.mlir:3:5: sort: <no> form"));
                });
        Step step = new Step("examples", Method.SITE, 2, 3, 1, 4, 1 << 20, Work.NONE, Work.NONE);
        return new RunSummary(
                "site",
                new Explanation("a sum over 6 examples", List.of(step), rows, misses),
                false,
                4,
                0,
                List.of(warning),
                statistics.stream().mapToLong(l -> l.shape().size()).sum(),
                statistics.stream().mapToLong(LeafStatistics::count).sum(),
                OptionalLong.of(6),
                DType.F64,
                0.25,
                new Audit.Report(2, 1e-12, 1e-6, "['w'][0]", 0, 1e-10, "", "all data", 1),
                statistics,
                analysis,
                leaves,
                new Stopwatch(),
                List.of("JNIBLAS"),
                Map.of("spark", "4.1.0"),
                "0123",
                Map.of("loss", "/some/where/<bundle> & co", "dtype", "f64"),
                new RunIdentity(Map.of()),
                "out");
    }

    private static RunSummary run(Object... pathsAndValues) {
        Map<KeyPath, Tensor> diagonal = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            diagonal.put(KeyPath.of(pathsAndValues[i]), (Tensor) pathsAndValues[i + 1]);
        }
        return run(diagonal, "a warning");
    }

    private static Tensor vector(double... values) {
        return Tensor.of(Shape.of(values.length), values);
    }

    /** As XML; a browser reads the same tree, see {@link #nothingIsClosedThatHtmlLeavesOpen}. */
    private static Document parsed(String page) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(page)));
    }

    private static Document parsed(RunSummary run) throws Exception {
        return parsed(ReportPage.of(run, TOTAL));
    }

    private static Element section(Document page, String id) {
        NodeList sections = page.getElementsByTagName("section");
        for (int i = 0; i < sections.getLength(); i++) {
            Element section = (Element) sections.item(i);
            if (section.getAttribute("id").equals(id)) {
                return section;
            }
        }
        throw new AssertionError("no section " + id);
    }

    private static List<String> rows(Document page, String id) {
        NodeList rows = section(page, id).getElementsByTagName("tr");
        return IntStream.range(0, rows.getLength())
                .mapToObj(i -> rows.item(i).getTextContent())
                .toList();
    }

    @Test
    void everythingOfTheRunIsThere() throws Exception {
        RunSummary run =
                run(
                        "kernel",
                        Tensor.of(Shape.of(2, 3), 1, -0.25, 3, Double.NaN, 1e-3, 0),
                        "bias",
                        vector(0.5, -1, 2),
                        "unselected",
                        vector(Double.NaN, Double.NaN));
        Document page = parsed(run);
        List<String> leaves = rows(page, "leaves");
        assertEquals(5, leaves.size());
        assertTrue(leaves.get(1).contains("['kernel']2 × 35"), leaves.get(1));
        assertTrue(leaves.get(1).contains("−2.500e-01"), leaves.get(1));
        assertTrue(leaves.get(1).endsWith("20.0 %site"), leaves.get(1));
        assertTrue(leaves.get(3).contains("no entries"), leaves.get(3));
        assertTrue(leaves.get(4).contains("3 leaves8"), leaves.get(4));
        assertEquals("1['kernel'][0, 2]1.000e+003.000e+00", rows(page, "top").get(1));
        String left = section(page, "left-out").getTextContent();
        assertTrue(left.contains("3 entries were not selected (key select) and are NaN, all of"));
        assertTrue(left.contains("['unselected']"), left);
        // 4 h + 1 is 0 for -0.25 and -3 for -1.
        assertTrue(left.contains("laplace-variance: 2 entries have no value"), left);
        assertTrue(section(page, "plan").getTextContent().contains("loss.mlir:3:5: sort: <no>"));
        assertTrue(section(page, "audit").getTextContent().contains("1.0e-12"));
        assertTrue(section(page, "run").getTextContent().contains("a warning"));
        assertTrue(section(page, "run").getTextContent().contains("/some/where/<bundle> & co"));
        assertEquals(1, page.getElementsByTagName("image").getLength());
        assertEquals(0, page.getElementsByTagName("script").getLength());
    }

    @Test
    void pathsAreText() throws Exception {
        String hostile = "</code><script>alert(\"&amp;\")</script>\u0000\ud800'";
        Document page = parsed(run(hostile, vector(1, 2), "b", Tensor.scalar(-1)));
        assertEquals(0, page.getElementsByTagName("script").getLength());
        String row = rows(page, "leaves").get(1);
        assertTrue(row.contains("</code><script>alert(\"&amp;\")</script>"), row);
    }

    @Test
    void unusualLeavesHaveFigures() throws Exception {
        Map<String, Tensor> leaves = new LinkedHashMap<>();
        leaves.put("scalar", Tensor.scalar(2));
        leaves.put("empty", Tensor.of(Shape.of(0, 3)));
        leaves.put("zeros", Tensor.of(Shape.of(2, 2), 0, 0, 0, -0.0));
        leaves.put("equal", Tensor.of(Shape.of(2, 2), 3, 3, 3, 3));
        leaves.put("negative", Tensor.of(Shape.of(2, 2), -1, -2, -3, -4));
        leaves.put("extremes", vector(Double.MIN_VALUE, -1e300, 1));
        leaves.put("none", Tensor.of(Shape.of(2, 2), nans(4)));
        leaves.put("large", Tensor.of(Shape.of(100, 90), new double[9000]));
        for (Map.Entry<String, Tensor> leaf : leaves.entrySet()) {
            String page = ReportPage.of(run(leaf.getKey(), leaf.getValue()), TOTAL);
            assertTrue(rows(parsed(page), "leaves").get(1).contains(leaf.getKey()), page);
            assertFalse(page.contains("NaN\"") || page.contains("Infinity"), leaf.getKey());
        }
        Document negative = parsed(run("negative", leaves.get("negative")));
        NodeList paths = negative.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            assertEquals("neg", ((Element) paths.item(i)).getAttribute("class"));
        }
        String large =
                section(parsed(run("large", leaves.get("large"))), "figures").getTextContent();
        assertTrue(large.contains("cells are means of 2 × 2 entries"), large);
    }

    private static double[] nans(int count) {
        double[] out = new double[count];
        Arrays.fill(out, Double.NaN);
        return out;
    }

    /** The bars' heights are the counts: 4 of one magnitude, 2 and 1 below zero of others. */
    @Test
    void barsStandForCounts() {
        Tensor h = vector(1, 1, 1, 1, 3, 3, -3);
        LogAxis axis = new LogAxis(0, 1);
        Bars bars = Bars.of(LogHistogram.of(h), axis, 0, 100, 50, 160);
        assertEquals(40, bars.base());
        assertTrue(bars.up().startsWith("M0 40V0H15.1V40Z"), bars.up());
        assertTrue(bars.up().contains("V20H"), bars.up());
        assertTrue(bars.down().contains("V50H"), bars.down());
    }

    private static Map<KeyPath, Tensor> many(int leaves) {
        Random random = new Random(11);
        Map<KeyPath, Tensor> out = new LinkedHashMap<>();
        String tail = "<&\"é".repeat(60);
        for (int i = 0; i < leaves; i++) {
            double[] values = random.doubles(640, -1, 3).map(v -> v * v * v * v * v).toArray();
            out.put(
                    KeyPath.of("block" + i / 20, "leaf" + i + tail),
                    Tensor.of(Shape.of(40, 16), values));
        }
        return out;
    }

    @Test
    void pageOfThousandsOfLeavesStaysSmallAndCountsThemAll() throws Exception {
        RunSummary run = run(many(2000), "x".repeat(100_000));
        String page = ReportPage.of(run, TOTAL);
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 2_000_000, bytes + " bytes");
        Document parsed = parsed(page);
        List<String> rows = rows(parsed, "leaves");
        assertEquals(1 + Leaves.ROWS + 2, rows.size());
        assertTrue(rows.get(1 + Leaves.ROWS).startsWith("1,700 more leaves1,700 leaves1,088,000"));
        assertTrue(rows.get(2 + Leaves.ROWS).startsWith("all2,000 leaves1,280,000"));
        List<String> subtrees = rows(parsed, "subtrees");
        assertEquals(1 + 40 + 2, subtrees.size());
        assertTrue(subtrees.get(1).startsWith("['block0']20 leaves12,800"), subtrees.get(1));
        assertTrue(subtrees.get(41).startsWith("60 more subtrees1,200 leaves"), subtrees.get(41));
        assertEquals(
                Analysis.FIGURES,
                section(parsed, "figures").getElementsByTagName("figure").getLength());
        assertTrue(
                section(parsed, "figures")
                        .getTextContent()
                        .contains("Of 2,000 leaves the 24 with the most selected entries"));
    }

    @Test
    void equalResultsHaveEqualPages() {
        assertEquals(
                ReportPage.of(run(many(30), "w"), TOTAL), ReportPage.of(run(many(30), "w"), TOTAL));
    }

    /** HTML knows no {@code <i/>}: it would take what follows into it. */
    @Test
    void nothingIsClosedThatHtmlLeavesOpen() {
        String page = ReportPage.of(run(many(3), "w"), TOTAL);
        List<String> closed =
                Pattern.compile("<([a-z]+)[^<>]*/>")
                        .matcher(page)
                        .results()
                        .map(m -> m.group(1))
                        .distinct()
                        .sorted()
                        .toList();
        assertEquals(List.of("image", "line", "meta", "path", "rect"), closed);
        assertFalse(page.replaceAll("xmlns=\"[^\"]*\"", "").contains("http"));
    }
}
