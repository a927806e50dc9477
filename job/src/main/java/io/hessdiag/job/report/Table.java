package io.hessdiag.job.report;

import static io.hessdiag.job.report.Figures.format;

import io.hessdiag.derived.Quantity;
import io.hessdiag.job.report.Stopwatch.Phase;
import io.hessdiag.plan.Audit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The report that a person reads. */
public final class Table {
    private static final List<String> HEADER =
            List.of("leaf", "shape", "min", "median", "max", "negative");
    private static final int TEXT_COLUMNS = 2;

    private Table() {}

    public static String of(RunSummary run) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        run.leaves().forEach(leaf -> rows.add(row(leaf)));
        return align(rows, TEXT_COLUMNS) + "\n" + facts(run);
    }

    /** The run in a sentence, for the log. */
    public static String line(RunSummary run) {
        return format(
                "%s by %s in %s (%s), audit of %s passed with %.1e",
                entries(run.entries()),
                run.method(),
                Figures.duration(run.watch().seconds(Phase.COMPUTE)),
                run.byDriver()
                        ? "by the driver"
                        : Figures.count(run.plan().tasks(), "unit of work", "units of work"),
                entries(run.audit().entries()),
                run.audit().maxDeviation());
    }

    private static String entries(long number) {
        return Figures.count(number, "entry", "entries");
    }

    private static List<String> row(LeafStatistics leaf) {
        return List.of(
                leaf.path().toString(),
                leaf.shape().toString(),
                number(leaf.min()),
                number(leaf.median()),
                number(leaf.max()),
                leaf.count() == 0 ? "-" : format("%.1f %%", 100 * leaf.negativeShare()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : format("%.4e", value);
    }

    /**
     * The first {@code textColumns} columns to the left, figures to the right, two spaces between.
     */
    public static String align(List<List<String>> rows, int textColumns) {
        int[] widths =
                IntStream.range(0, rows.get(0).size())
                        .map(c -> rows.stream().mapToInt(r -> r.get(c).length()).max().orElse(0))
                        .toArray();
        return rows.stream()
                .map(row -> line(row, widths, textColumns).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static String line(List<String> row, int[] widths, int textColumns) {
        return IntStream.range(0, widths.length)
                .mapToObj(
                        c ->
                                format(
                                        "%" + (c < textColumns ? "-" : "") + widths[c] + "s",
                                        row.get(c)))
                .collect(Collectors.joining("  "));
    }

    private static String facts(RunSummary run) {
        String examples =
                run.examples().isPresent()
                        ? ", " + Figures.count(run.examples().getAsLong(), "example", "examples")
                        : "";
        return format("loss      %.12g%n", run.loss())
                + format(
                        "computed  %s (%s) in %s, %s%s%s%n",
                        entries(run.entries()),
                        run.method(),
                        run.dtype(),
                        Figures.count(run.parameters(), "parameter", "parameters"),
                        examples,
                        run.byDriver() ? ", by the driver" : "")
                + resumed(run)
                + format(
                        "audit     %s of %s: largest deviation from differences %.1e"
                                + " (tolerance %.1e), from plain index %.1e (%.1e)%s%n",
                        entries(run.audit().entries()),
                        run.audit().examples(),
                        run.audit().maxDeviation(),
                        run.audit().tolerance(),
                        run.audit().indexDeviation(),
                        run.audit().indexTolerance(),
                        kinks(run.audit()))
                + derived(run)
                + format("time      %.2f s: %s%n", run.watch().total(), phases(run.watch()))
                + format(
                        "speed     %s GFLOP at %.1f GFLOP/s, %s%n",
                        Figures.figure(run.gflop()),
                        run.gflopPerSecond(),
                        String.join(", ", run.blas()))
                + format("output    %s%n", run.output());
    }

    /** What differences could not say. */
    private static String kinks(Audit.Report audit) {
        return audit.kinks() == 0 ? "" : format("; %d at kinks by index alone", audit.kinks());
    }

    /** What is written beside the diagonal, and what of it has no value. */
    private static String derived(RunSummary run) {
        return run.analysis().outputs().isEmpty()
                ? ""
                : "derived   "
                        + run.analysis().outputs().stream()
                                .map(q -> derived(run, q))
                                .collect(Collectors.joining(", "))
                        + format("%n");
    }

    private static String derived(RunSummary run, Quantity q) {
        String name =
                q == Quantity.LAPLACE_VARIANCE
                        ? format("%s for N = %s", q.text(), number(run))
                        : q.text();
        long undefined = run.undefined(q);
        return undefined == 0
                ? name
                : format("%s (NaN for %,d entries without a value)", name, undefined);
    }

    private static String number(RunSummary run) {
        return Figures.perExample(run.analysis().constants().examples());
    }

    private static String resumed(RunSummary run) {
        return run.resumed() == 0
                ? ""
                : format(
                        "resumed   %,d of %,d work units from an earlier run%n",
                        run.resumed(), run.units());
    }

    private static String phases(Stopwatch watch) {
        return Arrays.stream(Phase.values())
                .map(p -> format("%s %.2f", p.name().toLowerCase(Locale.ROOT), watch.seconds(p)))
                .collect(Collectors.joining(", "));
    }
}
