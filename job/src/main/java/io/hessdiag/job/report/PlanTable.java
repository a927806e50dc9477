package io.hessdiag.job.report;

import static io.hessdiag.job.report.Table.format;

import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Explanation.Miss;
import io.hessdiag.plan.Explanation.Row;
import io.hessdiag.plan.Explanation.Step;
import io.hessdiag.plan.Rates;
import io.hessdiag.plan.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan for people.
 *
 * @param rates what seconds are estimated by
 * @param byDriver whether the driver computes it, without Spark tasks
 * @param all whether all leaves are shown, however many there are
 */
public record PlanTable(Explanation plan, Rates rates, boolean byDriver, boolean all) {
    private static final List<String> LEAF_HEADER =
            List.of("leaf", "step", "method", "entries", "directions", "GFLOP", "time");
    private static final List<String> STEP_HEADER =
            List.of(
                    "step",
                    "part",
                    "method",
                    "blocks",
                    "examples",
                    "tasks",
                    "MiB",
                    "GFLOP",
                    "time");
    private static final int TEXT_COLUMNS = 3;

    /** More leaves than {@code MANY} are cut to the {@code SHOWN} dearest. */
    private static final int MANY = 200;

    private static final int SHOWN = 40;

    /** Leaves that are named where many share a reason. */
    private static final int NAMED = 3;

    @Override
    public String toString() {
        return format("loss   %s%n%n", plan.structure())
                + Table.align(leaves(), TEXT_COLUMNS)
                + "\n"
                + Table.align(steps(), TEXT_COLUMNS)
                + "\n"
                + total()
                + misses();
    }

    private List<List<String>> leaves() {
        List<List<String>> lines = new ArrayList<>(List.of(LEAF_HEADER));
        Set<Row> shown = shown();
        plan.rows().stream().filter(shown::contains).map(this::leaf).forEach(lines::add);
        List<Row> rest = plan.rows().stream().filter(r -> !shown.contains(r)).toList();
        if (!rest.isEmpty()) {
            lines.add(rest(rest));
        }
        Work once = plan.steps().stream().map(Step::shared).reduce(Work.NONE, Work::plus);
        if (once.flops() > 0) {
            lines.add(List.of("for all of them", "", "", "", "", gflop(once), share(once)));
        }
        return lines;
    }

    private Set<Row> shown() {
        Comparator<Row> dearest = Comparator.comparingDouble(r -> -rates.seconds(r.work()));
        return all || plan.rows().size() <= MANY
                ? new HashSet<>(plan.rows())
                : plan.rows().stream().sorted(dearest).limit(SHOWN).collect(Collectors.toSet());
    }

    private List<String> leaf(Row r) {
        return List.of(
                r.leaf(),
                Integer.toString(r.step() + 1),
                plan.steps().get(r.step()).method().text(),
                format("%,d", r.entries()),
                format(
                        r.directions() == Math.rint(r.directions()) ? "%,.0f" : "%,.1f",
                        r.directions()),
                gflop(r.work()),
                share(r.work()));
    }

    private List<String> rest(List<Row> rows) {
        Work work = rows.stream().map(Row::work).reduce(Work.NONE, Work::plus);
        long entries = rows.stream().mapToLong(Row::entries).sum();
        return List.of(
                format("%,d more, see --all", rows.size()),
                "",
                "",
                format("%,d", entries),
                "",
                gflop(work),
                share(work));
    }

    private List<List<String>> steps() {
        List<List<String>> lines = new ArrayList<>(List.of(STEP_HEADER));
        IntStream.range(0, plan.steps().size())
                .mapToObj(i -> step(i + 1, plan.steps().get(i)))
                .forEach(lines::add);
        return lines;
    }

    private List<String> step(int number, Step s) {
        Work work = s.work().plus(s.shared());
        return List.of(
                Integer.toString(number),
                s.part(),
                s.method().text(),
                format("%,d", s.blocks()),
                format("%,d", s.size()),
                format("%,d", s.tasks()),
                figure(s.bytes() / 0x1p20),
                gflop(work),
                seconds(rates.seconds(work)));
    }

    private String total() {
        return format(
                "total  %s GFLOP, %s on one core, %s%n",
                gflop(plan.work()),
                seconds(rates.seconds(plan.work())),
                byDriver
                        ? "computed by the driver: too little for tasks"
                        : format("%,d tasks", plan.tasks()));
    }

    /** Reasons in order of appearance, each with the leaves that share it. */
    private String misses() {
        StringBuilder out = new StringBuilder();
        plan.misses().stream()
                .collect(
                        Collectors.groupingBy(
                                Miss::reason,
                                LinkedHashMap::new,
                                Collectors.mapping(Miss::leaf, Collectors.toList())))
                .forEach(
                        (reason, leaves) ->
                                out.append("  ")
                                        .append(reason)
                                        .append("\n    ")
                                        .append(names(leaves))
                                        .append("\n"));
        return out.isEmpty() ? "" : "\nWhat other methods fail at, and for which leaves:\n" + out;
    }

    private String names(List<String> leaves) {
        if (all || leaves.size() <= NAMED + 1) {
            return String.join(", ", leaves);
        }
        return format(
                "%s and %,d more",
                String.join(", ", leaves.subList(0, NAMED)), leaves.size() - NAMED);
    }

    private String share(Work work) {
        return format("%.1f %%", 100 * rates.seconds(work) / rates.seconds(plan.work()));
    }

    private static String gflop(Work work) {
        return figure(work.flops() * 1e-9);
    }

    static String seconds(double seconds) {
        return seconds < 1 ? figure(seconds * 1e3) + " ms" : figure(seconds) + " s";
    }

    /** Three digits, without exponents where that is short. */
    static String figure(double value) {
        if (value == 0 || value >= 100) {
            return format("%,.0f", value);
        }
        if (value < 1e-3) {
            return format("%.1e", value);
        }
        return format(value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f", value);
    }
}
