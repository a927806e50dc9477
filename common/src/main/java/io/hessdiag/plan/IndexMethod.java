package io.hessdiag.plan;

import io.hessdiag.ad.Diagonal;
import io.hessdiag.ad.PartialEvaluation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds an {@link IndexPart}. Primal work of all leaves is one program, whose results are the
 * residuals that the leaves' own programs read.
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
    private final Map<Integer, Integer> residuals = new LinkedHashMap<>();
    private final List<LeafPlan> leaves = new ArrayList<>();
    private final Map<LeafEntries, Split> known = new HashMap<>();

    /**
     * @param gradient (a summand's arguments) → (its value, one gradient per parameter)
     */
    IndexMethod(Program gradient, PlanOptions options) {
        this.gradient = gradient;
        this.options = options;
        this.arguments = Ints.of(gradient.inputTypes().stream().mapToInt(primal::input).toArray());
    }

    /** One leaf's program, by itself. */
    record Split(int directions, PartialEvaluation program) {
        /** Seconds by {@link Rates#NOMINAL} for all the leaf's entries, were it the only leaf. */
        double seconds(LeafEntries leaf) {
            int entries = leaf.entries().count();
            int blocks = (entries + directions - 1) / directions;
            return Rates.NOMINAL.seconds(Work.of(program.early()))
                    + blocks * Rates.NOMINAL.seconds(Work.of(program.late()));
        }

        /** Residuals and all directions. */
        long bytes() {
            return program.early().outputTypes().stream().mapToLong(TensorType::bytes).sum()
                    + Costs.peakBytes(program.late());
        }
    }

    /** Bytes that the leaves take with as few directions as possible. */
    long leastBytes(List<LeafEntries> some) {
        return some.stream()
                .mapToLong(l -> new Split(1, split(l.leaf(), 1)).bytes())
                .max()
                .orElse(0);
    }

    /** Finds the number of directions for a leaf with so many entries, at least one. */
    Split split(LeafEntries leaf) {
        return known.computeIfAbsent(leaf, this::find);
    }

    private Split find(LeafEntries leaf) {
        int count = leaf.entries().count();
        int fixed = options.blockDirections();
        int directions = Blocking.even(count, fixed > 0 ? fixed : ENOUGH_DIRECTIONS);
        PartialEvaluation split = split(leaf.leaf(), directions);
        int fitting = Blocking.even(count, fixed > 0 ? fixed : fitting(split.late(), directions));
        return fitting == directions
                ? new Split(directions, split)
                : new Split(fitting, split(leaf.leaf(), fitting));
    }

    /** Adds a leaf to the part. */
    void add(LeafEntries leaf, Split split) {
        Ints values = primal.inline(split.program().early(), arguments);
        Ints positions = Ints.of(values.stream().map(this::residual).toArray());
        leaves.add(new LeafPlan(leaf, split.directions(), split.program().late(), positions));
    }

    private int residual(int value) {
        return residuals.computeIfAbsent(value, v -> residuals.size());
    }

    private PartialEvaluation split(int leaf, int directions) {
        Program diagonal = Rewrites.simplify(Diagonal.of(gradient, leaf, 1 + leaf, directions));
        return PartialEvaluation.split(diagonal, gradient.inputTypes().get(leaf).rank());
    }

    /** As many directions as the budget holds and the caches like. */
    private int fitting(Program late, int directions) {
        long each = Math.max(1, Costs.peakBytes(late) / directions);
        long fit = Math.max(1, options.memoryBlock() / each);
        long efficient = Math.max(ENOUGH_DIRECTIONS, CACHED_BYTES / each);
        return (int) Math.min(fit, Math.min(MOST_DIRECTIONS, efficient));
    }

    IndexPart part(Summand summand) {
        Program early =
                primal.build(Ints.of(residuals.keySet().stream().mapToInt(v -> v).toArray()));
        return new IndexPart(summand, early, leaves);
    }
}
