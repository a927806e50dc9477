package io.hessdiag.plan;

import io.hessdiag.ad.PartialEvaluation;
import io.hessdiag.curvature.Passes;
import io.hessdiag.eval.Executable;
import io.hessdiag.eval.NonFinite;
import io.hessdiag.eval.Workspace;
import io.hessdiag.eval.WorkspacePool;
import io.hessdiag.ir.Program;
import io.hessdiag.plan.PartialDiagonal.Piece;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Methods {@code curvature} and {@code site}: a program from a block's arguments to its share of
 * the leaves' diagonals, or to that of one range of the seeds. What depends on the parameters alone
 * is computed once for all blocks.
 */
final class SweepPart implements Part {
    private static final long serialVersionUID = 1L;

    /** More units than these would only make more partial results. */
    private static final int MOST_UNITS = 64;

    /** Of {@link Rates#NOMINAL}: a few times what a task takes, of which each may have several. */
    private static final double SECONDS_PER_UNIT = 0.005;

    /** Beside that: about twice what it takes to send a result and to add it. */
    private static final double SECONDS_PER_RESULT_BYTE = 5e-9;

    private final Method method;
    private final Summand summand;
    private final List<LeafEntries> leaves;
    private final Map<Integer, Long> directions;
    private final int ranges;
    private final Executable shared;
    private final Executable block;

    /** How many of the arguments decide what is shared. */
    private final int known;

    private transient volatile List<Tensor> residuals;
    private final WorkspacePool workspaces = new WorkspacePool();

    /**
     * @param passes whose program is (the summand's arguments) → one diagonal per leaf
     * @param parameters how many of its inputs are parameters
     */
    SweepPart(
            Method method,
            Summand summand,
            List<LeafEntries> leaves,
            Passes passes,
            int parameters) {
        this.method = method;
        this.summand = summand;
        this.leaves = List.copyOf(leaves);
        this.directions = Map.copyOf(passes.directions());
        this.ranges = passes.ranges();
        PartialEvaluation split = split(passes.program(), parameters);
        this.known = passes.program().inputs().size() - lateInputs(passes.program(), parameters);
        this.shared = Executable.compile(split.early());
        this.block = Executable.compile(split.late());
    }

    /** What parameters alone decide first; nothing, where there is nothing but parameters. */
    static PartialEvaluation split(Program program, int parameters) {
        return PartialEvaluation.split(program, lateInputs(program, parameters));
    }

    private static int lateInputs(Program program, int parameters) {
        int inputs = program.inputs().size();
        return inputs == parameters ? inputs : inputs - parameters;
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public Summand summand() {
        return summand;
    }

    @Override
    public List<LeafWork> leaves() {
        Program program = block.program();
        List<Integer> numbers = leaves.stream().map(LeafEntries::leaf).toList();
        BitSet all = new BitSet();
        numbers.forEach(all::set);
        Sharing sharing = new Sharing(program, numbers);
        return leaves.stream()
                .map(
                        l -> {
                            double each = directions.getOrDefault(l.leaf(), 0L);
                            Work work = sharing.share(l.leaf(), all);
                            return new LeafWork(
                                    l,
                                    each / summand.size(),
                                    work.times((double) summand.blocks() * ranges));
                        })
                .toList();
    }

    @Override
    public Work sharedWork() {
        return Work.of(shared.program());
    }

    @Override
    public long bytes() {
        long kept = shared.program().outputTypes().stream().mapToLong(TensorType::bytes).sum();
        return kept + Costs.peakBytes(block.program());
    }

    @Override
    public int seedRanges() {
        return ranges;
    }

    /** As many as the work is worth. */
    @Override
    public List<BlockRange> ranges() {
        int blocks = summand.blocks();
        return BlockRange.even(blocks, Math.min(blocks, worth((double) blocks * ranges)));
    }

    /** How many units so many runs of the program should be. */
    private int worth(double runs) {
        double seconds = Rates.NOMINAL.seconds(Work.of(block.program())) * runs;
        double least = SECONDS_PER_UNIT + SECONDS_PER_RESULT_BYTE * Double.BYTES * entries();
        return (int) Math.min(MOST_UNITS, Math.max(1, Math.ceil(seconds / least)));
    }

    private double entries() {
        return leaves.stream().mapToDouble(l -> l.entries().count()).sum();
    }

    /** Each does some of the ranges of the seeds. */
    @Override
    public List<WorkUnit> units(BlockRange blocks) {
        double share = entries() * blocks.count() / summand.blocks() / ranges;
        Work work = Work.of(block.program()).times(blocks.count());
        int most = (int) Math.max(1, (long) MOST_UNITS * blocks.count() / summand.blocks());
        int units = Math.min(Math.min(ranges, most), worth((double) blocks.count() * ranges));
        return BlockRange.even(ranges, units).stream()
                .map(r -> unit(r, blocks, share * r.count(), work.times(r.count())))
                .toList();
    }

    private static WorkUnit unit(BlockRange ranges, BlockRange blocks, double entries, Work work) {
        return WorkUnit.of(0, ranges.first(), ranges.count(), blocks, entries, work);
    }

    @Override
    public List<Piece> compute(WorkUnit unit, Arguments arguments) {
        List<double[]> sums = workspaces.use(w -> sums(unit, arguments, w));
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            double[] values = leaves.get(i).selected(sums.get(i));
            requireFinite(unit, leaves.get(i), values, arguments);
            pieces.add(new Piece(leaves.get(i).leaf(), 0, values));
        }
        return pieces;
    }

    private List<double[]> sums(WorkUnit unit, Arguments arguments, Workspace workspace) {
        List<double[]> sums = new ArrayList<>();
        boolean more = unit.blocks() > 1 || unit.count() > 1;
        for (int i = 0; i < unit.blocks(); i++) {
            List<Tensor> in = inputs(arguments, unit.firstBlock() + i);
            for (int r = 0; r < unit.count(); r++) {
                add(sums, block.run(withRange(in, unit.start() + r), workspace), more);
            }
        }
        return sums;
    }

    private List<Tensor> inputs(Arguments arguments, int number) {
        List<Tensor> all = summand.arguments(arguments, number);
        List<Tensor> in = new ArrayList<>(residuals(all.subList(0, known)));
        in.addAll(all.subList(known, all.size()));
        return in;
    }

    private List<Tensor> withRange(List<Tensor> inputs, int number) {
        if (ranges == 1) {
            return inputs;
        }
        List<Tensor> in = new ArrayList<>(inputs);
        in.add(Tensor.scalar(DType.I64, number));
        return in;
    }

    /** A result may be the program's own constant, which is not to be added to. */
    private static void add(List<double[]> sums, List<Tensor> out, boolean more) {
        for (int i = 0; i < out.size(); i++) {
            double[] values = out.get(i).toFloat(DType.F64).doubles();
            if (sums.size() <= i) {
                sums.add(more ? values.clone() : values);
                continue;
            }
            double[] sum = sums.get(i);
            for (int k = 0; k < sum.length; k++) {
                sum[k] += values[k];
            }
        }
    }

    private void requireFinite(
            WorkUnit unit, LeafEntries leaf, double[] values, Arguments arguments) {
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                throw new NonFiniteException(
                        leaf.entryName(leaf.flat(k))
                                + ": d2L/dtheta2 is "
                                + values[k]
                                + source(unit, arguments));
            }
        }
    }

    private String source(WorkUnit unit, Arguments arguments) {
        List<Tensor> parameters = summand.arguments(arguments, unit.firstBlock()).subList(0, known);
        Optional<String> early = NonFinite.source(shared.program(), parameters);
        if (early.isPresent()) {
            return "; first, " + early.get();
        }
        for (int i = 0; i < unit.blocks(); i++) {
            List<Tensor> in = inputs(arguments, unit.firstBlock() + i);
            for (int r = 0; r < unit.count(); r++) {
                Optional<String> found =
                        NonFinite.source(block.program(), withRange(in, unit.start() + r));
                if (found.isPresent()) {
                    return "; first, " + found.get();
                }
            }
        }
        return "";
    }

    private List<Tensor> residuals(List<Tensor> parameterValues) {
        List<Tensor> now = residuals;
        if (now == null) {
            synchronized (this) {
                now = residuals == null ? shared.run(parameterValues) : residuals;
                residuals = now;
            }
        }
        return now;
    }

    @Override
    public void reset() {
        residuals = null;
    }
}
