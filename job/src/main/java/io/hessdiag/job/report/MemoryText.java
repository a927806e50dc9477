package io.hessdiag.job.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.plan.MemoryNeed;

/**
 * What a plan needs of memory beside what there is.
 *
 * @param host {@code the driver} or {@code an executor}
 * @param option of spark-submit, which sets the host's memory
 * @param heap the host's bytes
 * @param tasks that the host runs at once
 */
public record MemoryText(MemoryNeed need, String host, String option, long heap, int tasks) {
    private static final double MIB = 0x1p20;

    /** For {@code explain}. */
    public String line() {
        return Figures.format("memory %s%n", sentence());
    }

    /** Too little for all tasks at once. */
    public String shortage() {
        return "memory: " + sentence() + remedy(need.of(tasks));
    }

    /** Too little for any. */
    public String refusal() {
        return Figures.format(
                "memory: %s has %s MiB: not enough for the arguments (%s MiB) and one task (%s"
                        + " MiB)%s",
                host,
                mib(heap),
                mib(need.arguments()),
                mib(need.task()),
                remedy(need.arguments() + need.task()));
    }

    private String sentence() {
        return Figures.format(
                "about %s MiB: %s of arguments, %s for a task, %d at once; %s has %s MiB",
                mib(need.of(tasks)),
                mib(need.arguments()),
                mib(need.kept()),
                tasks,
                host,
                mib(heap));
    }

    private String remedy(long bytes) {
        return Figures.format(
                "; set %s to %.0fm or more, or a smaller memory.block, block.directions or"
                        + " block.examples",
                option, Math.ceil(bytes / MIB));
    }

    private static String mib(long bytes) {
        return Figures.figure(bytes / MIB);
    }

    /** In bytes. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("arguments", need.arguments())
                .put("task", need.kept())
                .put("tasks", tasks)
                .put("needed", need.of(tasks))
                .put("host", host)
                .put("heap", heap);
    }
}
