package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.PartialDiagonal.Piece;
import io.hessdiag.rewrite.DeadCode;
import io.hessdiag.rewrite.Precision;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What an audit evaluates, in f64: the whole loss, or one of the plan's blocks of examples where
 * that would take too long; then the plan computes the block's share of the diagonal once more.
 *
 * @param gradient (arguments) → (loss, gradients)
 * @param block the diagonal of the block that is checked, null for leaves that it has none of; null
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

    /** Seconds by {@link Rates#NOMINAL} beyond which a block has to do. */
    static final double MOST_SECONDS = 120;

    static AuditSample of(DiagonalPlan plan, int entries, double mostSeconds, Random random) {
        Program gradient = gradient(plan);
        double seconds =
                Rates.NOMINAL.seconds(Work.of(gradient)) * EVALUATIONS * Math.max(1, entries);
        return (seconds > mostSeconds ? blocked(plan) : Optional.<Part>empty())
                .map(part -> block(plan, part, random))
                .orElseGet(() -> whole(plan, gradient));
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
                : DiagonalPlan.gradient(plan.loss(), DType.F64);
    }

    private static AuditSample whole(DiagonalPlan plan, Program gradient) {
        Loss loss = plan.loss();
        List<Tensor> arguments = DiagonalPlan.arguments(loss, DType.F64);
        return new AuditSample(
                gradient,
                arguments,
                null,
                plan.leaves(),
                loss.gradient().isEmpty(),
                value(gradient, arguments),
                "all data");
    }

    private static AuditSample block(DiagonalPlan plan, Part part, Random random) {
        Summand.Examples summand = (Summand.Examples) part.summand();
        int number = random.nextInt(summand.blocks());
        WorkUnit unit = part.units().get(0).block(number);
        Tensor[] values = new Tensor[plan.loss().parameterCount()];
        List<LeafEntries> leaves = part.leaves().stream().map(Part.LeafWork::leaf).toList();
        for (Piece piece : part.compute(unit, plan.arguments())) {
            LeafEntries leaf =
                    leaves.stream().filter(l -> l.leaf() == piece.leaf()).findFirst().get();
            double[] target = CompensatedSum.nothing(leaf.shape().size());
            for (int i = 0; i < piece.values().length; i++) {
                target[leaf.flat(piece.start() + i)] = piece.values()[i];
            }
            values[piece.leaf()] = Tensor.of(leaf.shape(), target);
        }
        Program program = Rewrites.imported(Precision.of(summand.program(), DType.F64));
        Program gradient = DiagonalPlan.derived(program, plan.loss().parameterCount());
        List<Tensor> arguments =
                summand.arguments(plan.arguments(), number).stream()
                        .map(t -> Precision.of(t, DType.F64))
                        .toList();
        int first = number * summand.size();
        int last = Math.min(first + summand.size(), summand.examples()) - 1;
        return new AuditSample(
                gradient,
                arguments,
                Arrays.asList(values),
                leaves,
                true,
                value(gradient, arguments),
                "examples " + first + " to " + last + " of " + summand.examples());
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
