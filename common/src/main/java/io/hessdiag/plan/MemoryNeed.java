package io.hessdiag.plan;

import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a plan takes of a JVM's memory, by the types of its values. An estimate: fused operations
 * take less than is counted here, working space that finds no second use takes up to twice as much,
 * and Spark has needs of its own.
 *
 * @param arguments bytes that all tasks of a JVM share: the leaves' values, and once more those
 *     that are converted to the plan's float type
 * @param task bytes of the task that takes most
 * @param kept bytes that one thread holds when it has done tasks of all steps: each step keeps its
 *     working space for the next task
 */
public record MemoryNeed(long arguments, long task, long kept) {

    public static MemoryNeed of(DiagonalPlan plan) {
        List<Tensor> given = plan.loss().values();
        List<Tensor> used = LossPrograms.arguments(plan.loss(), plan.options().dtype());
        long rows = 2 * plan.rowBytes();
        long arguments =
                IntStream.range(0, given.size())
                        .mapToLong(i -> bytes(given.get(i)) + converted(given.get(i), used.get(i)))
                        .sum();
        List<Part> parts = plan.parts();
        boolean held = plan.data().filter(DataSet::held).isPresent();
        return new MemoryNeed(
                arguments + (held ? rows : 0),
                (held ? 0 : rows) + parts.stream().mapToLong(Part::bytes).max().orElse(0),
                (held ? 0 : rows) + parts.stream().mapToLong(Part::bytes).sum());
    }

    private static long converted(Tensor given, Tensor used) {
        return given.dtype() == used.dtype() ? 0 : bytes(used);
    }

    private static long bytes(Tensor value) {
        return value.type().bytes();
    }

    /** Of a task's counted bytes the smallest share that tasks were seen to take was an 18th. */
    private static final int LEAST_SHARE = 32;

    /** Bytes of a JVM that runs so many tasks at once. */
    public long of(int tasks) {
        return arguments + tasks * kept;
    }

    /** Bytes without which not even one task can run. */
    public long least() {
        return arguments + task / LEAST_SHARE;
    }
}
