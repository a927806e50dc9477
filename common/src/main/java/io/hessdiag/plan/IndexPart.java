package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.eval.NonFinite;
import io.hessdiag.eval.WorkspacePool;
import io.hessdiag.ir.Program;
import io.hessdiag.plan.PartialDiagonal.Piece;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Method {@code index}: one direction per entry, forward over reverse. What no direction touches is
 * computed once per block of examples; a JVM keeps it for the blocks it is at.
 */
final class IndexPart implements Part {
    private static final long serialVersionUID = 1L;

    private final Summand summand;
    private final Executable primal;
    private final List<LeafPlan> leaves;
    private transient volatile Map<Integer, Executable> compiled;
    private transient volatile Residuals residuals;
    private final WorkspacePool workspaces = new WorkspacePool();

    IndexPart(Summand summand, Program primal, List<LeafPlan> leaves) {
        this.summand = summand;
        this.primal = Executable.compile(primal);
        this.leaves = List.copyOf(leaves);
    }

    @Override
    public Method method() {
        return Method.INDEX;
    }

    @Override
    public Summand summand() {
        return summand;
    }

    @Override
    public List<LeafWork> leaves() {
        return leaves.stream()
                .map(
                        l -> {
                            double times = (double) l.blocks() * summand.blocks();
                            Work work = Work.of(l.program()).times(times);
                            return new LeafWork(l.entries(), l.entries().entries().count(), work);
                        })
                .toList();
    }

    @Override
    public Work sharedWork() {
        return Work.of(primal.program()).times(summand.blocks());
    }

    @Override
    public long bytes() {
        long kept = primal.program().outputTypes().stream().mapToLong(TensorType::bytes).sum();
        long peak = leaves.stream().mapToLong(l -> Costs.peakBytes(l.program())).max().orElse(0);
        return kept + Math.max(peak, Costs.peakBytes(primal.program()) - kept);
    }

    /** Every block by itself. */
    @Override
    public List<BlockRange> ranges() {
        return BlockRange.even(summand.blocks(), summand.blocks());
    }

    /** Block by block of the examples, in leaf and entry order. */
    @Override
    public List<WorkUnit> units(BlockRange blocks) {
        List<WorkUnit> units = new ArrayList<>();
        for (int block = 0; block < blocks.count(); block++) {
            for (int i = 0; i < leaves.size(); i++) {
                add(units, i, blocks.first() + block);
            }
        }
        return units;
    }

    private void add(List<WorkUnit> units, int number, int block) {
        LeafPlan leaf = leaves.get(number);
        Work work = Work.of(leaf.program());
        int entries = leaf.entries().entries().count();
        for (int start = 0; start < entries; start += leaf.directions()) {
            int count = Math.min(leaf.directions(), entries - start);
            double share = (double) count / summand.blocks();
            BlockRange one = new BlockRange(block, 1);
            units.add(WorkUnit.of(number, start, count, one, share, work));
        }
    }

    @Override
    public List<Piece> compute(WorkUnit unit, Arguments arguments) {
        LeafPlan leaf = leaves.get(unit.leaf());
        List<Tensor> coordinates = leaf.coordinates(unit.start(), unit.count());
        List<Tensor> in = inputs(leaf, unit.firstBlock(), arguments, coordinates);
        Tensor out = workspaces.use(w -> program(leaf).run(in, w)).get(0);
        double[] values = new double[unit.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = out.get(i);
            if (!Double.isFinite(values[i])) {
                throw notFinite(leaf, unit, unit.start() + i, values[i], arguments);
            }
        }
        return List.of(new Piece(leaf.entries().leaf(), unit.start(), values));
    }

    /** Compiled where it is needed first. */
    private Executable program(LeafPlan leaf) {
        return compiled()
                .computeIfAbsent(leaf.entries().leaf(), l -> Executable.compile(leaf.program()));
    }

    private synchronized Map<Integer, Executable> compiled() {
        if (compiled == null) {
            compiled = new ConcurrentHashMap<>();
        }
        return compiled;
    }

    private List<Tensor> inputs(
            LeafPlan leaf, int block, Arguments arguments, List<Tensor> coordinates) {
        List<Tensor> values = residuals().of(block, arguments);
        List<Tensor> inputs = new ArrayList<>();
        leaf.residuals().stream().forEach(i -> inputs.add(values.get(i)));
        inputs.addAll(coordinates);
        return inputs;
    }

    /** Names the entry, and the first equation that made such a value from finite ones. */
    private NonFiniteException notFinite(
            LeafPlan leaf, WorkUnit unit, int entry, double value, Arguments arguments) {
        int block = unit.firstBlock();
        String source =
                NonFinite.source(primal.program(), summand.arguments(arguments, block))
                        .or(
                                () ->
                                        NonFinite.source(
                                                leaf.program(),
                                                inputs(
                                                        leaf,
                                                        block,
                                                        arguments,
                                                        leaf.coordinates(entry, 1))))
                        .map(s -> "; first, " + s)
                        .orElse("");
        LeafEntries entries = leaf.entries();
        return new NonFiniteException(
                entries.entryName(entries.flat(entry)) + ": d2L/dtheta2 is " + value + source);
    }

    private synchronized Residuals residuals() {
        if (residuals == null) {
            residuals = new Residuals();
        }
        return residuals;
    }

    @Override
    public void reset() {
        residuals = null;
    }

    /** The primal results of the blocks that were asked for last. */
    private final class Residuals {
        private static final int KEPT = 2;

        /** Block numbers alone do not tell other data from these. */
        private record Key(Arguments of, int block) {
            @Override
            public boolean equals(Object other) {
                return other instanceof Key k && k.of == of && k.block == block;
            }

            @Override
            public int hashCode() {
                return 31 * System.identityHashCode(of) + block;
            }
        }

        private final Map<Key, List<Tensor>> blocks =
                new LinkedHashMap<>(KEPT, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Key, List<Tensor>> eldest) {
                        return size() > KEPT;
                    }
                };

        synchronized List<Tensor> of(int block, Arguments arguments) {
            Key key = new Key(arguments, block);
            List<Tensor> known = blocks.get(key);
            if (known == null) {
                known = primal.run(summand.arguments(arguments, block));
                blocks.put(key, known);
            }
            return known;
        }
    }
}
