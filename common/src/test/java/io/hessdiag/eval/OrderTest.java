package io.hessdiag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Op.DotGeneral MATMUL =
            new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0));

    /** Many products, and only then their sums, one number each: one is kept at a time. */
    @Test
    void whatSetsArraysFreeRunsAtOnce() {
        ProgramBuilder b = new ProgramBuilder("late");
        int w = b.input(TensorType.of(DType.F64, 40, 40));
        int[] products = new int[10];
        for (int i = 0; i < 10; i++) {
            products[i] = b.emit(MATMUL, w, b.input(TensorType.of(DType.F64, 40, 40)));
        }
        int[] sums = new int[10];
        for (int i = 0; i < 10; i++) {
            sums[i] = b.sum(products[i], Ints.of(0, 1));
        }
        long bytes = Executable.compile(b.build(sums)).peakBytes();
        assertTrue(bytes < 2 * 40 * 40 * 8, bytes + " bytes at once");
    }

    /** Every step once, and none before what it reads. */
    @Test
    void stepsRunAfterWhatTheyRead() {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            Program p = RandomPrograms.program(random, DType.F64, new int[] {2, 3}, 40);
            Graph graph = Graph.of(Lowering.of(p));
            List<List<Graph.Node>> schedule = Schedule.of(graph);
            List<List<Graph.Node>> order =
                    Order.of(graph, schedule, Executable.kept(graph, schedule));
            assertEquals(new HashSet<>(schedule), new HashSet<>(order));
            assertEquals(schedule.size(), order.size());
            Set<Integer> made = new HashSet<>();
            schedule.forEach(s -> s.forEach(n -> n.results().stream().forEach(made::add)));
            for (List<Graph.Node> step : order) {
                step.forEach(n -> n.results().stream().forEach(made::remove));
                step.forEach(n -> n.operands().forEach(v -> assertTrue(!made.contains(v.root()))));
            }
        }
    }
}
