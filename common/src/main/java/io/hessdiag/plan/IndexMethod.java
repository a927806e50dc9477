package io.hessdiag.plan;

import io.hessdiag.ad.Diagonal;
import io.hessdiag.ad.PartialEvaluation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.pytree.Entries;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Method {@code index}: one direction per entry, forward over reverse. Primal work of all leaves is
 * one program, whose results are the residuals that the leaves' own programs read.
 */
final class IndexMethod {
    /** More directions than these do not make products more efficient but fall out of caches. */
    private static final int ENOUGH_DIRECTIONS = 16;

    /** While the values of all directions together stay below this, more of them save overhead. */
    private static final long CACHED_BYTES = 4L << 20;

    private static final int MOST_DIRECTIONS = 256;

    private final Program gradient;
    private final PlanOptions options;
    private final ProgramBuilder primal = new ProgramBuilder("primal");
    private final Ints arguments;
    private final List<Integer> residuals = new ArrayList<>();
    private final List<LeafPlan> leaves = new ArrayList<>();

    IndexMethod(Program gradient, PlanOptions options) {
        this.gradient = gradient;
        this.options = options;
        this.arguments = Ints.of(gradient.inputTypes().stream().mapToInt(primal::input).toArray());
    }

    /** Adds the leaf's program; entries must not be empty. */
    void add(int leaf, LeafInfo info, Entries entries) {
        int directions = directions(leaf, entries.count());
        PartialEvaluation split = split(leaf, directions);
        Ints values = primal.inline(split.early(), arguments);
        Ints positions = Ints.of(values.stream().map(this::residual).toArray());
        leaves.add(
                new LeafPlan(
                        leaf,
                        info.name().toString(),
                        info.type().shape(),
                        entries,
                        directions,
                        split.late(),
                        positions));
    }

    private int residual(int value) {
        int position = residuals.indexOf(value);
        if (position < 0) {
            position = residuals.size();
            residuals.add(value);
        }
        return position;
    }

    private PartialEvaluation split(int leaf, int directions) {
        Program diagonal = Rewrites.simplify(Diagonal.of(gradient, leaf, 1 + leaf, directions));
        return PartialEvaluation.split(diagonal, gradient.inputTypes().get(leaf).rank());
    }

    /** As many as the budget holds, evenly spread over the blocks. */
    private int directions(int leaf, int entries) {
        int most = options.blockDirections() > 0 ? options.blockDirections() : fitting(leaf);
        int blocks = (entries + most - 1) / most;
        return (entries + blocks - 1) / blocks;
    }

    private int fitting(int leaf) {
        long each = Math.max(1, Costs.peakBytes(split(leaf, 1).late()));
        long fit = Math.max(1, options.memoryBlock() / each);
        long efficient = Math.max(ENOUGH_DIRECTIONS, CACHED_BYTES / each);
        return (int) Math.min(fit, Math.min(MOST_DIRECTIONS, efficient));
    }

    /** (arguments) → residuals. */
    Program primal() {
        return primal.build(Ints.of(residuals.stream().mapToInt(v -> v).toArray()));
    }

    List<LeafPlan> leaves() {
        return leaves;
    }

    /** The units in leaf and entry order. */
    List<WorkUnit> units() {
        List<WorkUnit> units = new ArrayList<>();
        for (LeafPlan leaf : leaves) {
            double flops = Costs.flops(leaf.program());
            IntStream.range(0, leaf.blocks())
                    .forEach(
                            block -> {
                                int start = block * leaf.directions();
                                int count =
                                        Math.min(leaf.directions(), leaf.entries().count() - start);
                                units.add(
                                        new WorkUnit(
                                                units.size(), leaf.leaf(), start, count, flops));
                            });
        }
        return units;
    }
}
