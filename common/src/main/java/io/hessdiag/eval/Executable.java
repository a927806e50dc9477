package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A program prepared for many runs, with the interpreter's results bit for bit: element-wise chains
 * run strip by strip without intermediate arrays, broadcasts and transposes are read in place, and
 * arrays go back to a {@link Workspace} after their last use. Immutable; threads may share it, each
 * with a workspace of its own. Serialised as the program.
 */
public final class Executable implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Program program;
    private final transient Graph graph;
    private final transient List<Step> steps = new ArrayList<>();

    /** Per step the roots to allocate before it and to give back after it. */
    private final transient List<int[]> acquired = new ArrayList<>();

    private final transient List<int[]> released = new ArrayList<>();

    /** Per root which of the workspace's pools its array comes from; -1 if from none. */
    private final transient int[] poolOf;

    private final transient List<TensorType> pooled = new ArrayList<>();
    private final transient BitSet asked = new BitSet();
    private final transient TensorType[] types;
    private final transient long peakBytes;

    private Executable(Program program) {
        this.program = program;
        this.graph = Graph.of(Lowering.of(program));
        this.types = graph.roots().toArray(new TensorType[0]);
        this.poolOf = new int[types.length];
        Arrays.fill(poolOf, -1);
        graph.outputs().forEach(v -> asked.set(v.root()));
        List<List<Node>> steps = Schedule.of(graph);
        BitSet kept = kept(graph, steps);
        List<List<Node>> schedule = Order.of(graph, steps, kept);
        int[] lastStep = lastSteps(schedule);
        for (int i = 0; i < schedule.size(); i++) {
            add(schedule.get(i), i, lastStep, kept);
        }
        this.peakBytes = peakBytes(schedule);
    }

    public static Executable compile(Program program) {
        return new Executable(program);
    }

    private Object readResolve() {
        return compile(program);
    }

    public Program program() {
        return program;
    }

    /** Bytes of the arrays that are there at once when most are: results in use, not inputs. */
    public long peakBytes() {
        return peakBytes;
    }

    private long peakBytes(List<List<Node>> schedule) {
        long peak = 0;
        long now = 0;
        for (int i = 0; i < schedule.size(); i++) {
            boolean isOther = schedule.get(i).get(0).kind() == Kind.OTHER;
            int[] made = isOther ? schedule.get(i).get(0).results().toArray() : acquired.get(i);
            now += bytes(made);
            peak = Math.max(peak, now);
            now -= bytes(released.get(i));
        }
        return peak;
    }

    private long bytes(int[] which) {
        return Arrays.stream(which)
                .filter(r -> r >= program.inputs().size() && !graph.constants().containsKey(r))
                .mapToLong(r -> (long) types[r].size() * types[r].dtype().storageBytes())
                .sum();
    }

    /** Per root the last step that reads it; the step that fills it if none does. */
    private int[] lastSteps(List<List<Node>> schedule) {
        int[] last = new int[graph.roots().size()];
        for (int i = 0; i < schedule.size(); i++) {
            for (Node n : schedule.get(i)) {
                int step = i;
                n.operands().forEach(v -> last[v.root()] = step);
                n.results().stream().forEach(r -> last[r] = step);
            }
        }
        return last;
    }

    /** The roots that need an array: outputs, and what is read by another step than its own. */
    static BitSet kept(Graph graph, List<List<Node>> schedule) {
        BitSet kept = new BitSet();
        graph.outputs().forEach(v -> kept.set(v.root()));
        for (List<Node> step : schedule) {
            BitSet own = new BitSet();
            step.forEach(n -> own.set(n.result()));
            boolean isGroup = step.get(0).kind() == Kind.POINTWISE;
            for (Node n : step) {
                n.operands().stream()
                        .filter(v -> !own.get(v.root()))
                        .forEach(v -> kept.set(v.root()));
                if (!isGroup || n.kind() == Kind.SUM) {
                    n.results().stream().forEach(kept::set);
                }
            }
        }
        return kept;
    }

    private void add(List<Node> step, int index, int[] lastStep, BitSet kept) {
        Kind kind = step.get(0).kind();
        steps.add(kind == Kind.POINTWISE ? new Group(step, kept::get) : Steps.of(step.get(0)));
        List<Integer> results = new ArrayList<>();
        BitSet dead = new BitSet();
        for (Node n : step) {
            n.results().stream()
                    .filter(kept::get)
                    .forEach(
                            r -> {
                                if (kind != Kind.OTHER) {
                                    results.add(r);
                                    poolOf[r] = asked.get(r) ? -1 : pool(types[r]);
                                }
                                dead.set(r, lastStep[r] == index);
                            });
            n.operands().stream()
                    .map(View::root)
                    .filter(r -> lastStep[r] == index && kept.get(r))
                    .forEach(dead::set);
        }
        dead.andNot(asked);
        acquired.add(results.stream().mapToInt(r -> r).toArray());
        released.add(dead.stream().toArray());
    }

    private int pool(TensorType type) {
        TensorType flat = type.withShape(Shape.of(type.size()));
        if (!pooled.contains(flat)) {
            pooled.add(flat);
        }
        return pooled.indexOf(flat);
    }

    /** The program's outputs. */
    public List<Tensor> run(List<Tensor> inputs) {
        return run(inputs, new Workspace());
    }

    /**
     * The program's outputs; they and the inputs stay the caller's, the workspace keeps the rest.
     *
     * @throws IllegalArgumentException when number or types of the inputs are not the program's
     */
    public List<Tensor> run(List<Tensor> inputs, Workspace workspace) {
        List<TensorType> found = inputs.stream().map(Tensor::type).toList();
        if (!found.equals(program.inputTypes())) {
            throw new IllegalArgumentException(
                    program.name()
                            + ": expected inputs "
                            + program.inputTypes()
                            + ", found "
                            + found);
        }
        Object[] arrays = new Object[graph.roots().size()];
        for (int i = 0; i < inputs.size(); i++) {
            arrays[i] = inputs.get(i).data();
        }
        graph.constants().forEach((root, value) -> arrays[root] = value.data());
        Workspace.Pool[] pools =
                pooled.stream()
                        .map(t -> workspace.pool(t.dtype(), t.size()))
                        .toArray(Workspace.Pool[]::new);
        for (int i = 0; i < steps.size(); i++) {
            for (int root : acquired.get(i)) {
                arrays[root] = allocate(root, pools);
            }
            steps.get(i).run(arrays, workspace);
            for (int root : released.get(i)) {
                if (poolOf[root] >= 0) {
                    pools[poolOf[root]].release(arrays[root]);
                }
                arrays[root] = null;
            }
        }
        return graph.outputs().stream().map(v -> Tensor.of(v.type(), arrays[v.root()])).toList();
    }

    private Object allocate(int root, Workspace.Pool[] pools) {
        return poolOf[root] >= 0
                ? pools[poolOf[root]].acquire()
                : Tensor.allocate(types[root].dtype(), types[root].size());
    }
}
