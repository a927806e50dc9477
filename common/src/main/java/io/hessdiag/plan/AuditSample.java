package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.Part.LeafWork;
import io.hessdiag.plan.PartialDiagonal.Piece;
import io.hessdiag.rewrite.DeadCode;
import io.hessdiag.rewrite.Precision;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What an audit evaluates, in f64: the whole loss, or one of the plan's blocks of examples where
 * that would take too long, or what depends on the parameters alone; then the plan computes the
 * share of the diagonal that comes of it once more.
 *
 * @param gradient (arguments) → (loss, gradients)
 * @param block the share of the diagonal that is checked, null for leaves that it has none of; null
 *     itself where everything is checked
 * @param leaves those that can be
 * @param checkGradient whether the gradient is derived here rather than the user's
 * @param examples which, in words
 */
record AuditSample(
        Program gradient,
        List<Tensor> arguments,
        List<Tensor> block,
        List<LeafEntries> leaves,
        boolean checkGradient,
        double loss,
        String examples)
        implements Serializable {
    /** Evaluations of the gradient per entry, about. */
    private static final int EVALUATIONS = 40;

    private static final String ALONE = "the terms of parameters alone";

    /** Seconds by {@link Rates#NOMINAL} beyond which a block has to do. */
    static final double MOST_SECONDS = 120;

    /** The whole loss, or a block and what is in none. */
    static List<AuditSample> of(DiagonalPlan plan, int entries, double mostSeconds, Random random) {
        Program gradient = gradient(plan);
        double seconds =
                Rates.NOMINAL.seconds(Work.of(gradient)) * EVALUATIONS * Math.max(1, entries);
        return (seconds > mostSeconds ? blocked(plan) : Optional.<Part>empty())
                .map(part -> block(plan, List.of(part), plan.arguments(), random))
                .map(block -> withRemainder(block, plan, plan.arguments()))
                .orElseGet(() -> List.of(whole(plan, gradient)));
    }

    /** A block, and what is in none. */
    static List<AuditSample> withRemainder(
            AuditSample block, DiagonalPlan plan, Arguments arguments) {
        return remainder(plan, arguments)
                .map(rest -> List.of(block, rest))
                .orElseGet(() -> List.of(block));
    }

    /** How many of so many entries there is time for; one of each leaf, if there are as many. */
    static int affordable(List<AuditSample> all, int entries, double mostSeconds) {
        double each =
                all.stream()
                        .mapToDouble(s -> Rates.NOMINAL.seconds(Work.of(s.gradient)) * EVALUATIONS)
                        .max()
                        .orElse(0);
        int least = Math.max(1, all.stream().mapToInt(s -> s.leaves.size()).sum());
        return (int) Math.min(entries, Math.max(least, mostSeconds / each));
    }

    /** The part of most leaves that goes through blocks of examples. */
    private static Optional<Part> blocked(DiagonalPlan plan) {
        return plan.parts().stream()
                .filter(p -> p.method() != Method.INDEX)
                .filter(p -> p.summand() instanceof Summand.Examples)
                .filter(p -> p.summand().blocks() > 1)
                .max(Comparator.comparingInt(p -> p.leaves().size()));
    }

    private static Program gradient(DiagonalPlan plan) {
        return plan.options().dtype() == DType.F64
                ? plan.gradient()
                : LossPrograms.gradient(plan.loss(), DType.F64);
    }

    private static AuditSample whole(DiagonalPlan plan, Program gradient) {
        Loss loss = plan.loss();
        List<Tensor> arguments = LossPrograms.arguments(loss, DType.F64);
        return new AuditSample(
                gradient,
                arguments,
                null,
                plan.leaves(),
                loss.gradient().isEmpty(),
                value(gradient, arguments),
                "all data");
    }

    private static AuditSample block(
            DiagonalPlan plan, List<Part> parts, Arguments arguments, Random random) {
        int number = random.nextInt(parts.get(0).summand().blocks());
        return block(plan, parts, arguments, number);
    }

    /**
     * One block of a data set.
     *
     * @param arguments with at least the block's examples
     */
    static AuditSample block(DiagonalPlan plan, Arguments arguments, int number) {
        List<Part> parts =
                plan.parts().stream().filter(p -> p.summand() instanceof Summand.Examples).toList();
        return block(plan, parts, arguments, number);
    }

    /**
     * @param parts with equal summands
     */
    private static AuditSample block(
            DiagonalPlan plan, List<Part> parts, Arguments arguments, int number) {
        Summand.Examples summand = (Summand.Examples) parts.get(0).summand();
        long first = (long) number * summand.size();
        long last = Math.min(first + summand.size(), summand.examples()) - 1;
        String text = "examples " + first + " to " + last + " of " + summand.examples();
        return share(plan, summand, parts, leaves(parts), arguments, number, text);
    }

    /**
     * What depends on the parameters alone, which is in no block; empty where there is nothing. In
     * a data set's plan it is checked for all leaves that it reads, too, whether a part serves them
     * or not; without one, index may serve a leaf with the whole loss.
     *
     * @param arguments with any examples
     */
    static Optional<AuditSample> remainder(DiagonalPlan plan, Arguments arguments) {
        List<Part> parts =
                plan.parts().stream()
                        .filter(p -> p.summand() instanceof Summand.Remainder)
                        .toList();
        return plan.remainder()
                .or(() -> parts.stream().map(Part::summand).findFirst())
                .map(
                        r -> {
                            List<LeafEntries> leaves = new ArrayList<>(leaves(parts));
                            if (plan.data().isPresent()) {
                                addMissing(leaves, read(plan.leaves(), r.program()));
                            }
                            return share(plan, r, parts, leaves, arguments, 0, ALONE);
                        });
    }

    private static void addMissing(List<LeafEntries> leaves, List<LeafEntries> more) {
        for (LeafEntries l : more) {
            if (leaves.stream().noneMatch(x -> x.leaf() == l.leaf())) {
                leaves.add(l);
            }
        }
    }

    private static List<LeafEntries> read(List<LeafEntries> leaves, Program program) {
        return leaves.stream()
                .filter(
                        l -> {
                            int value = program.inputs().get(l.leaf());
                            return program.equations().stream()
                                    .anyMatch(e -> e.inputs().stream().anyMatch(v -> v == value));
                        })
                .toList();
    }

    private static List<LeafEntries> leaves(List<Part> parts) {
        return parts.stream().flatMap(p -> p.leaves().stream()).map(LeafWork::leaf).toList();
    }

    /**
     * A block of a summand, and what the plan makes of it.
     *
     * @param parts of the summand, or none
     */
    private static AuditSample share(
            DiagonalPlan plan,
            Summand summand,
            List<Part> parts,
            List<LeafEntries> leaves,
            Arguments arguments,
            int number,
            String text) {
        Tensor[] values = new Tensor[plan.loss().parameterCount()];
        leaves.forEach(l -> values[l.leaf()] = zeros(l));
        for (Part part : parts) {
            for (WorkUnit unit : part.units(new BlockRange(number, 1))) {
                part.compute(unit, arguments).forEach(p -> put(p, plan.leaves(), values));
            }
        }
        Program program = Rewrites.imported(Precision.of(summand.program(), DType.F64));
        Program gradient = LossPrograms.derived(program, plan.loss().parameterCount());
        List<Tensor> in =
                summand.arguments(arguments, number).stream()
                        .map(t -> Precision.of(t, DType.F64))
                        .toList();
        return new AuditSample(
                gradient, in, Arrays.asList(values), leaves, true, value(gradient, in), text);
    }

    /** NaN where an entry is not selected. */
    private static Tensor zeros(LeafEntries leaf) {
        double[] values = CompensatedSum.nothing(leaf.shape().size());
        for (int i = 0; i < leaf.entries().count(); i++) {
            values[leaf.flat(i)] = 0;
        }
        return Tensor.of(leaf.shape(), values);
    }

    private static void put(Piece piece, List<LeafEntries> leaves, Tensor[] values) {
        LeafEntries leaf = leaves.stream().filter(l -> l.leaf() == piece.leaf()).findFirst().get();
        double[] target = values[piece.leaf()].doubles();
        for (int i = 0; i < piece.values().length; i++) {
            target[leaf.flat(piece.start() + i)] = piece.values()[i];
        }
    }

    /** What it takes to evaluate entries that are known. */
    AuditSample withoutBlock() {
        return new AuditSample(gradient, arguments, null, leaves, checkGradient, loss, examples);
    }

    private static double value(Program gradient, List<Tensor> arguments) {
        Program loss = DeadCode.restrict(gradient, gradient.outputs().pick(Ints.of(0)));
        return Executable.compile(loss).run(arguments).get(0).get(0);
    }
}
