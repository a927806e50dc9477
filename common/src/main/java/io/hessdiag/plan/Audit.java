package io.hessdiag.plan;

import io.hessdiag.ad.Jvp;
import io.hessdiag.eval.Executable;
import io.hessdiag.ir.Program;
import io.hessdiag.rewrite.DeadCode;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Checks a finished diagonal without the machinery that made it: random entries, spread over the
 * leaves, are compared with method index at its plainest, one direction at a time, and with
 * differences of the gradient; the gradient there with differences of the loss. Everything is
 * evaluated in f64, whatever the run's float type; where all examples would take too long, on one
 * block of them and on what depends on the parameters alone ({@link AuditSample}).
 */
public final class Audit implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One entry to check: its value, and the scales that deviations are relative to. */
    public record Task(
            int sample,
            int leaf,
            String name,
            int flat,
            double value,
            double scale,
            double indexScale)
            implements Serializable {}

    /** What an evaluator is for. */
    private record Place(int sample, int leaf) {}

    /**
     * Relative deviations of one entry from differences and from index; the gradient's is 0 where
     * the user brought the gradient.
     *
     * @param kink whether the gradient jumps there, so that differences have nothing to say
     */
    public record Result(
            String name,
            double deviation,
            double gradientDeviation,
            double indexDeviation,
            boolean kink)
            implements Serializable {
        double worst() {
            return Math.max(deviation, gradientDeviation);
        }
    }

    /**
     * @param maxDeviation from differences, of the entries and of the gradient, relative to the
     *     leaf's largest
     * @param worst the entry that has it; empty when nothing was checked
     * @param indexDeviation the largest from method index, and {@code worstByIndex} its entry
     * @param examples what was evaluated
     * @param kinks how many entries are compared with method index alone, since the gradient jumps
     */
    public record Report(
            int entries,
            double maxDeviation,
            double tolerance,
            String worst,
            double indexDeviation,
            double indexTolerance,
            String worstByIndex,
            String examples,
            int kinks)
            implements Serializable {
        public boolean passed() {
            return maxDeviation <= tolerance && indexDeviation <= indexTolerance;
        }
    }

    private final List<AuditSample> samples;
    private final double tolerance;
    private final double indexTolerance;
    private final List<Task> tasks;
    private transient volatile Map<Place, GradientEntry> evaluators;

    private Audit(
            List<AuditSample> samples, double tolerance, double indexTolerance, List<Task> tasks) {
        this.samples = samples;
        this.tolerance = tolerance;
        this.indexTolerance = indexTolerance;
        this.tasks = tasks;
    }

    /** 1e-6 of the leaf's largest entry in f64, 1e-3 in f32. */
    public static double defaultTolerance(DType dtype) {
        return dtype == DType.F64 ? 1e-6 : 1e-3;
    }

    /** For method index: 1e-10 of the leaf's largest entry in f64, 1e-3 in f32. */
    static double indexTolerance(DType dtype) {
        return dtype == DType.F64 ? 1e-10 : 1e-3;
    }

    /**
     * @param diagonal the finished result, one tensor per parameter leaf
     * @param entries how many entries to check; fewer if there are not as many
     */
    public static Audit of(
            DiagonalPlan plan, List<Tensor> diagonal, int entries, double tolerance, long seed) {
        return of(plan, diagonal, entries, tolerance, seed, AuditSample.MOST_SECONDS);
    }

    /**
     * @param mostSeconds beyond which a block of the examples has to do
     */
    static Audit of(
            DiagonalPlan plan,
            List<Tensor> diagonal,
            int entries,
            double tolerance,
            long seed,
            double mostSeconds) {
        AuditChoice choice = AuditChoice.of(plan, entries, seed, mostSeconds);
        return of(plan, choice, DiagonalView.of(diagonal), tolerance);
    }

    /** An audit of the chosen entries of a finished result. */
    public static Audit of(
            DiagonalPlan plan, AuditChoice choice, DiagonalView diagonal, double tolerance) {
        List<AuditSample> samples = choice.samples();
        List<AuditScales> scales =
                samples.stream().map(sample -> AuditScales.of(sample, diagonal)).toList();
        return new Audit(
                samples.stream().map(AuditSample::withoutBlock).toList(),
                tolerance,
                indexTolerance(plan.options().dtype()),
                choice.entries().stream().map(e -> scales.get(e.sample()).task(e)).toList());
    }

    public List<Task> tasks() {
        return tasks;
    }

    /** Checks one entry. Thread-safe. */
    public Result run(Task task) {
        Place place = new Place(task.sample(), task.leaf());
        GradientEntry evaluator = evaluators().computeIfAbsent(place, this::evaluator);
        boolean checkGradient = samples.get(task.sample()).checkGradient();
        Result byDifferences = new Differences(evaluator, task, tolerance, checkGradient).check();
        double byIndex = Math.abs(evaluator.index(task.flat()) - task.value());
        return new Result(
                task.name(),
                byDifferences.deviation(),
                byDifferences.gradientDeviation(),
                relative(byIndex, task.indexScale()),
                byDifferences.kink());
    }

    private static double relative(double difference, double scale) {
        if (difference == 0) {
            return 0;
        }
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference / scale;
    }

    private Map<Place, GradientEntry> evaluators() {
        if (evaluators == null) {
            synchronized (this) {
                if (evaluators == null) {
                    evaluators = new ConcurrentHashMap<>();
                }
            }
        }
        return evaluators;
    }

    private GradientEntry evaluator(Place place) {
        AuditSample sample = samples.get(place.sample());
        Program gradient = sample.gradient();
        Ints outputs = gradient.outputs().pick(Ints.of(0, 1 + place.leaf()));
        Program one = DeadCode.restrict(gradient, outputs);
        return new GradientEntry(one, sample.arguments(), place.leaf());
    }

    public Report report(List<Result> results) {
        Result none = new Result("", 0, 0, 0, false);
        Result worst = results.stream().max(Comparator.comparingDouble(Result::worst)).orElse(none);
        Result index =
                results.stream()
                        .max(Comparator.comparingDouble(Result::indexDeviation))
                        .orElse(none);
        return new Report(
                results.size(),
                worst.worst(),
                tolerance,
                worst.name(),
                index.indexDeviation(),
                indexTolerance,
                index.name(),
                samples.stream().map(AuditSample::examples).collect(Collectors.joining(" and ")),
                (int) results.stream().filter(Result::kink).count());
    }

    /** Loss and one leaf's gradient as functions of one entry of that leaf. */
    static final class GradientEntry {
        private final Executable program;
        private final Executable tangent;
        private final List<Tensor> values;
        private final int leaf;

        GradientEntry(Program program, List<Tensor> values, int leaf) {
            this.program = Executable.compile(program);
            Program tangent = last(Jvp.of(program, Ints.of(leaf)));
            this.tangent = Executable.compile(Rewrites.simplify(tangent));
            this.values = values;
            this.leaf = leaf;
        }

        private static Program last(Program program) {
            int n = program.outputs().size();
            return DeadCode.restrict(program, program.outputs().pick(Ints.of(n - 1)));
        }

        /** The entry by method index: the gradient's change along its unit direction. */
        double index(int flat) {
            double[] direction = new double[values.get(leaf).size()];
            direction[flat] = 1;
            List<Tensor> arguments = new ArrayList<>(values);
            arguments.add(Tensor.of(values.get(leaf).type(), direction));
            return tangent.run(arguments).get(0).get(flat);
        }

        double value(int flat) {
            return values.get(leaf).get(flat);
        }

        Point at(int flat, double value) {
            double[] moved = values.get(leaf).doubles().clone();
            moved[flat] = value;
            List<Tensor> arguments = new ArrayList<>(values);
            arguments.set(leaf, Tensor.of(values.get(leaf).type(), moved));
            List<Tensor> out = program.run(arguments);
            return new Point(
                    out.get(0).get(0), out.get(1).get(flat), DiagonalView.largest(out.get(1)));
        }
    }

    /** Loss, the entry's gradient, and the leaf's largest gradient at one place. */
    record Point(double loss, double gradient, double largest) {}
}
