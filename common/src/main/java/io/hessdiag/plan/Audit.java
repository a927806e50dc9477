package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.Loss;
import io.hessdiag.rewrite.DeadCode;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks a finished diagonal without the machinery that made it: random entries, spread over the
 * leaves, are compared with differences of the gradient, and the gradient there with differences of
 * the loss. Everything is evaluated in f64, whatever the run's float type.
 */
public final class Audit implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One entry to check: its value, and the scales that deviations are relative to. */
    public record Task(int leaf, String name, int flat, double value, double scale)
            implements Serializable {}

    /**
     * Relative deviations of one entry; the gradient's is 0 where the user brought the gradient.
     */
    public record Result(String name, double deviation, double gradientDeviation)
            implements Serializable {
        double worst() {
            return Math.max(deviation, gradientDeviation);
        }
    }

    /**
     * @param maxDeviation of the entries and of the gradient, relative to the leaf's largest
     * @param worst the entry that has it; empty when nothing was checked
     */
    public record Report(int entries, double maxDeviation, double tolerance, String worst)
            implements Serializable {
        public boolean passed() {
            return maxDeviation <= tolerance;
        }
    }

    private final Loss loss;
    private final Program gradient;
    private final double tolerance;
    private final List<Task> tasks;
    private transient volatile Map<Integer, GradientEntry> evaluators;

    private Audit(Loss loss, Program gradient, double tolerance, List<Task> tasks) {
        this.loss = loss;
        this.gradient = gradient;
        this.tolerance = tolerance;
        this.tasks = tasks;
    }

    /** 1e-6 of the leaf's largest entry in f64, 1e-3 in f32. */
    public static double defaultTolerance(DType dtype) {
        return dtype == DType.F64 ? 1e-6 : 1e-3;
    }

    /**
     * @param diagonal the finished result, one tensor per parameter leaf
     * @param entries how many entries to check; fewer if there are not as many
     */
    public static Audit of(
            DiagonalPlan plan, List<Tensor> diagonal, int entries, double tolerance, long seed) {
        Program gradient =
                plan.options().dtype() == DType.F64
                        ? plan.gradient()
                        : DiagonalPlan.gradient(plan.loss(), DType.F64);
        return new Audit(
                plan.loss(),
                gradient,
                tolerance,
                choose(plan, diagonal, entries, new Random(seed)));
    }

    /** Round by round one random entry of each leaf, leaves in random order. */
    private static List<Task> choose(
            DiagonalPlan plan, List<Tensor> diagonal, int entries, Random random) {
        List<LeafEntries> leaves = new ArrayList<>(plan.leaves());
        Collections.shuffle(leaves, random);
        double global =
                leaves.stream().mapToDouble(l -> largest(diagonal.get(l.leaf()))).max().orElse(0);
        List<TreeSet<Integer>> chosen = leaves.stream().map(l -> new TreeSet<Integer>()).toList();
        List<Task> tasks = new ArrayList<>();
        boolean more = true;
        while (more && tasks.size() < entries) {
            more = false;
            for (int i = 0; i < leaves.size() && tasks.size() < entries; i++) {
                LeafEntries leaf = leaves.get(i);
                int count = leaf.entries().count();
                if (chosen.get(i).size() < count) {
                    more = true;
                    int flat = leaf.flat(fresh(chosen.get(i), count, random));
                    Tensor values = diagonal.get(leaf.leaf());
                    double scale = Math.max(largest(values), 1e-9 * global);
                    tasks.add(
                            new Task(
                                    leaf.leaf(),
                                    leaf.entryName(flat),
                                    flat,
                                    values.get(flat),
                                    scale));
                }
            }
        }
        return tasks;
    }

    /** A number below {@code count} that is not in {@code taken} yet; adds it. */
    private static int fresh(TreeSet<Integer> taken, int count, Random random) {
        int i = random.nextInt(count);
        while (!taken.add(i)) {
            i = (i + 1) % count;
        }
        return i;
    }

    private static double largest(Tensor values) {
        double max = 0;
        for (double v : values.doubles()) {
            max = Math.max(max, Double.isNaN(v) ? 0 : Math.abs(v));
        }
        return max;
    }

    public List<Task> tasks() {
        return tasks;
    }

    /** Checks one entry. Thread-safe. */
    public Result run(Task task) {
        GradientEntry evaluator = evaluators().computeIfAbsent(task.leaf(), this::evaluator);
        return new Differences(evaluator, task, tolerance, loss.gradient().isEmpty()).check();
    }

    private Map<Integer, GradientEntry> evaluators() {
        if (evaluators == null) {
            synchronized (this) {
                if (evaluators == null) {
                    evaluators = new ConcurrentHashMap<>();
                }
            }
        }
        return evaluators;
    }

    private GradientEntry evaluator(int leaf) {
        Ints outputs = gradient.outputs().pick(Ints.of(0, 1 + leaf));
        Program one = DeadCode.restrict(gradient, outputs);
        return new GradientEntry(one, DiagonalPlan.arguments(loss, DType.F64), leaf);
    }

    public Report report(List<Result> results) {
        Result worst =
                results.stream()
                        .max(Comparator.comparingDouble(Result::worst))
                        .orElse(new Result("", 0, 0));
        return new Report(results.size(), worst.worst(), tolerance, worst.name());
    }

    /** Loss and one leaf's gradient as functions of one entry of that leaf. */
    static final class GradientEntry {
        private final Executable program;
        private final List<Tensor> values;
        private final int leaf;

        GradientEntry(Program program, List<Tensor> values, int leaf) {
            this.program = Executable.compile(program);
            this.values = values;
            this.leaf = leaf;
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
            return new Point(out.get(0).get(0), out.get(1).get(flat), largest(out.get(1)));
        }
    }

    /** Loss, the entry's gradient, and the leaf's largest gradient at one place. */
    record Point(double loss, double gradient, double largest) {}
}
