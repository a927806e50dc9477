package io.hessdiag.job.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Explanation.Miss;
import io.hessdiag.plan.Explanation.Row;
import io.hessdiag.plan.Explanation.Step;
import io.hessdiag.plan.MemoryNeed;
import io.hessdiag.plan.Method;
import io.hessdiag.plan.Rates;
import io.hessdiag.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTableTest {
    private static final Rates RATES = new Rates(1e-9, 1e-9, 0, 0, 0);
    private static final String REASON = "loss.mlir:3:5: sort: its second derivative has no form";

    private static final MemoryText MEMORY =
            new MemoryText(
                    new MemoryNeed(3L << 20, 1L << 20, 3L << 19),
                    "an executor",
                    "--executor-memory",
                    1L << 30,
                    4);

    private static Work flops(double number) {
        return new Work(number, 0, 0, 0, 0);
    }

    /** Leaf i takes i GFLOP, all together share one. */
    private static Explanation plan(int leaves) {
        List<Row> rows = new ArrayList<>();
        List<Miss> misses = new ArrayList<>();
        for (int i = 1; i <= leaves; i++) {
            rows.add(new Row(0, "[" + i + "]", 10, i == 1 ? 2.5 : 3, flops(i * 1e9)));
            misses.add(new Miss("[" + i + "]", REASON));
        }
        Work work = rows.stream().map(Row::work).reduce(Work.NONE, Work::plus);
        Step step = new Step("examples", Method.SITE, 1200, 7, 20, 64, 3L << 19, work, flops(1e9));
        return new Explanation("a sum over 8400 examples", List.of(step), rows, misses);
    }

    private static String text(int leaves, boolean all) {
        return new PlanTable(plan(leaves), RATES, MEMORY, false, all).toString();
    }

    @Test
    void fewLeavesAreAllShown() {
        String expected =
                """
                loss   a sum over 8400 examples

                leaf             step  method  entries  directions  GFLOP    time
                [1]              1     site         10         2.5   1.00  14.3 %
                [2]              1     site         10           3   2.00  28.6 %
                [3]              1     site         10           3   3.00  42.9 %
                for all of them                                      1.00  14.3 %

                step  part      method  blocks  examples  ranges  tasks  MiB/task  GFLOP    time
                1     examples  site     1,200         7      20     64      1.50   7.00  7.00 s

                total  7.00 GFLOP, 7.00 s on one core, 64 tasks
                memory about 9.00 MiB: 3.00 of arguments, 1.50 for a task, 4 at once;\
                 an executor has 1,024 MiB

                Why leaves go without a cheaper method:
                  loss.mlir:3:5: sort: its second derivative has no form
                    [1], [2], [3]
                """;
        assertEquals(expected, text(3, false));
    }

    @Test
    void ofManyLeavesTheDearestAreShown() {
        List<String> lines = text(240, false).lines().toList();
        assertTrue(lines.get(3).startsWith("[201] "), lines.get(3));
        assertTrue(lines.get(42).startsWith("[240] "), lines.get(42));
        // 1 + 2 + ... + 200 = 20,100
        assertTrue(
                lines.get(43).matches("200 more, see --all +2,000 +20,100 +69\\.5 %"),
                lines.get(43));
        assertEquals("    [1], [2], [3] and 237 more", lines.get(lines.size() - 1));
    }

    @Test
    void allLeavesAreShownWhenAskedFor() {
        List<String> lines = text(240, true).lines().toList();
        IntStream.rangeClosed(1, 240)
                .forEach(i -> assertTrue(lines.get(2 + i).startsWith("[" + i + "] ")));
        assertTrue(lines.get(lines.size() - 1).endsWith("[239], [240]"));
    }

    @Test
    void figuresHaveThreeDigits() {
        assertEquals(
                List.of("0", "1.0e-05", "0.001", "0.123", "1.23", "12.3", "123", "12,345"),
                List.of(0.0, 1e-5, 1e-3, 0.1234, 1.234, 12.34, 123.4, 12_345.0).stream()
                        .map(Figures::figure)
                        .toList());
        assertEquals("1.50 ms", Figures.duration(0.0015));
        assertEquals("90.0 s", Figures.duration(90));
        assertEquals("-", Figures.percent(0, 0));
    }
}
