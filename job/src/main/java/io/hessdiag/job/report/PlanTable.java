package io.hessdiag.job.report;

import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Explanation.Row;
import io.hessdiag.plan.Explanation.Step;
import io.hessdiag.plan.Rates;
import io.hessdiag.plan.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan for people.
 *
 * @param rates what seconds are estimated by
 * @param memory what it takes of the JVMs that compute it
 * @param byDriver whether the driver computes it, without Spark tasks
 * @param all whether all leaves are shown, however many there are
 */
public record PlanTable(
        Explanation plan, Rates rates, MemoryText memory, boolean byDriver, boolean all) {
    private static final List<String> LEAVES =
            List.of("leaf", "step", "method", "entries", "directions", "GFLOP", "time");
    private static final List<String> STEPS =
            List.of(
                    "step",
                    "part",
                    "method",
                    "blocks",
                    "examples",
                    "ranges",
                    "tasks",
                    "MiB/task",
                    "GFLOP",
                    "time");
    private static final int TEXT_COLUMNS = 3;

    /** More leaves than {@code MANY} are cut to the {@code SHOWN} dearest. */
    private static final int MANY = 200;

    private static final int SHOWN = 40;

    @Override
    public String toString() {
        return "loss   "
                + plan.structure()
                + "\n\n"
                + Table.align(leaves(), TEXT_COLUMNS)
                + "\n"
                + Table.align(steps(), TEXT_COLUMNS)
                + "\n"
                + total()
                + memory.line()
                + new MissText(plan.misses(), all);
    }

    private List<List<String>> leaves() {
        List<List<String>> lines = new ArrayList<>(List.of(LEAVES));
        Set<Row> shown = shown();
        plan.rows().stream().filter(shown::contains).map(this::leaf).forEach(lines::add);
        List<Row> rest = plan.rows().stream().filter(r -> !shown.contains(r)).toList();
        if (!rest.isEmpty()) {
            lines.add(rest(rest));
        }
        Work once = plan.steps().stream().map(Step::shared).reduce(Work.NONE, Work::plus);
        if (once.flops() > 0) {
            lines.add(List.of("for all of them", "", "", "", "", Figures.gflop(once), share(once)));
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
                Figures.count(r.entries()),
                Figures.perExample(r.directions()),
                Figures.gflop(r.work()),
                share(r.work()));
    }

    private List<String> rest(List<Row> rows) {
        Work work = rows.stream().map(Row::work).reduce(Work.NONE, Work::plus);
        return List.of(
                Figures.count(rows.size()) + " more, see --all",
                "",
                "",
                Figures.count(rows.stream().mapToLong(Row::entries).sum()),
                "",
                Figures.gflop(work),
                share(work));
    }

    private List<List<String>> steps() {
        List<List<String>> lines = new ArrayList<>(List.of(STEPS));
        for (Step s : plan.steps()) {
            lines.add(step(lines.size(), s));
        }
        return lines;
    }

    private List<String> step(int number, Step s) {
        Work work = s.work().plus(s.shared());
        boolean inBlocks = s.part().equals(PlanJson.EXAMPLES);
        return List.of(
                Integer.toString(number),
                s.part(),
                s.method().text(),
                inBlocks ? Figures.count(s.blocks()) : "-",
                inBlocks ? Figures.count(s.size()) : "-",
                s.ranges() > 1 ? Figures.count(s.ranges()) : "-",
                Figures.count(s.tasks()),
                Figures.figure(s.bytes() / 0x1p20),
                Figures.gflop(work),
                Figures.duration(rates.seconds(work)));
    }

    private String total() {
        String tasks =
                byDriver
                        ? "computed by the driver: too little work for tasks"
                        : Figures.format("%,d tasks", plan.tasks());
        return Figures.format(
                "total  %s GFLOP, %s on one core, %s%n",
                Figures.gflop(plan.work()), Figures.duration(rates.seconds(plan.work())), tasks);
    }

    private String share(Work work) {
        return Figures.percent(rates.seconds(work), rates.seconds(plan.work()));
    }
}
