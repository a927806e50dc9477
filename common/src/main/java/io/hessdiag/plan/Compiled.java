package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Workspace;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What one JVM keeps of a plan for all its tasks: the residuals of the primal program, the leaves'
 * compiled programs, and the buffers of finished runs for the next.
 */
final class Compiled {
    private final List<Tensor> residuals;
    private final Map<Integer, Executable> leaves = new ConcurrentHashMap<>();
    private final Deque<Workspace> idle = new ConcurrentLinkedDeque<>();

    Compiled(Program primal, List<Tensor> arguments) {
        this.residuals = Executable.compile(primal).run(arguments);
    }

    /** The residuals that the leaf's program reads, then its index vectors. */
    List<Tensor> inputs(LeafPlan leaf, List<Tensor> coordinates) {
        List<Tensor> inputs = new ArrayList<>();
        leaf.residuals().stream().forEach(i -> inputs.add(residuals.get(i)));
        inputs.addAll(coordinates);
        return inputs;
    }

    Tensor run(LeafPlan plan, List<Tensor> coordinates) {
        Executable program =
                leaves.computeIfAbsent(plan.leaf(), l -> Executable.compile(plan.program()));
        Workspace workspace = idle.poll();
        if (workspace == null) {
            workspace = new Workspace();
        }
        Tensor out = program.run(inputs(plan, coordinates), workspace).get(0);
        idle.push(workspace);
        return out;
    }
}
