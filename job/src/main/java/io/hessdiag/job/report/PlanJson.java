package io.hessdiag.job.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Explanation.Miss;
import io.hessdiag.plan.Explanation.Row;
import io.hessdiag.plan.Explanation.Step;
import io.hessdiag.plan.Rates;
import io.hessdiag.plan.Work;

/** A plan for machines. */
public final class PlanJson {
    /** The part that is cut into blocks. */
    static final String EXAMPLES = "examples";

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanJson() {}

    /**
     * All of it. A leaf stands once per step that adds to its entries, with the step's position.
     *
     * @param rates what seconds are estimated by
     * @param memory what it takes of the JVMs that compute it
     * @param byDriver whether the driver computes it, without Spark tasks
     */
    public static ObjectNode of(
            Explanation plan, Rates rates, MemoryText memory, boolean byDriver) {
        ObjectNode root = JSON.createObjectNode();
        root.put("structure", plan.structure());
        ArrayNode steps = root.putArray("steps");
        for (Step s : plan.steps()) {
            steps.add(step(s).put("seconds", rates.seconds(s.work().plus(s.shared()))));
        }
        ArrayNode leaves = root.putArray("leaves");
        plan.rows().forEach(r -> leaves.add(leaf(plan, r, rates)));
        ArrayNode misses = root.putArray("misses");
        for (Miss m : plan.misses()) {
            misses.addObject().put("leaf", m.leaf()).put("reason", m.reason());
        }
        root.putObject("total")
                .put("gflop", gflop(plan.work()))
                .put("seconds", rates.seconds(plan.work()))
                .put("tasks", plan.tasks())
                .put("driver", byDriver);
        root.set("memory", memory.json());
        return root;
    }

    /** The steps without estimates: part, method, blocks, tasks, memory and GFLOP. */
    public static ArrayNode steps(Explanation plan) {
        ArrayNode steps = JSON.createArrayNode();
        plan.steps().forEach(s -> steps.add(step(s)));
        return steps;
    }

    private static ObjectNode step(Step s) {
        ObjectNode node =
                JSON.createObjectNode().put("part", s.part()).put("method", s.method().text());
        if (s.part().equals(EXAMPLES)) {
            node.put("blocks", s.blocks()).put("examples", s.size());
        }
        if (s.ranges() > 1) {
            node.put("ranges", s.ranges());
        }
        return node.put("tasks", s.tasks())
                .put("bytes", s.bytes())
                .put("gflop", gflop(s.work().plus(s.shared())));
    }

    private static ObjectNode leaf(Explanation plan, Row r, Rates rates) {
        return JSON.createObjectNode()
                .put("leaf", r.leaf())
                .put("step", r.step())
                .put("entries", r.entries())
                .put("method", plan.steps().get(r.step()).method().text())
                .put("directions", r.directions())
                .put("gflop", gflop(r.work()))
                .put("seconds", rates.seconds(r.work()));
    }

    private static double gflop(Work work) {
        return work.flops() * 1e-9;
    }
}
