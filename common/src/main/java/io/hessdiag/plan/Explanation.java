package io.hessdiag.plan;

import io.hessdiag.plan.Part.LeafWork;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan to be read before any work is done.
 *
 * @param structure whether the loss is a sum over examples, or the equation that prevents it
 */
public record Explanation(String structure, List<Step> steps, List<Row> rows, List<Miss> misses) {

    /**
     * What is computed together.
     *
     * @param part {@code examples}, {@code parameters only} or {@code whole loss}
     * @param blocks blocks of examples
     * @param size examples per block
     * @param ranges in how many ranges, one after the other, a block's cotangents or unit
     *     directions are taken; 1 where they fit all at once
     * @param tasks work units
     * @param bytes what a task takes beside the data
     * @param shared what is done once per JVM
     */
    public record Step(
            String part,
            Method method,
            int blocks,
            int size,
            int ranges,
            int tasks,
            long bytes,
            Work work,
            Work shared) {}

    /**
     * A leaf in one of the steps.
     *
     * @param step number of the step
     * @param directions unit directions or cotangents that the entries are sums over, for each
     *     example
     * @param work its share of the step's
     */
    public record Row(int step, String leaf, long entries, double directions, Work work) {}

    /** Why a leaf does without a method; the reason names the place in the loss's text. */
    public record Miss(String leaf, String reason) {}

    public Explanation {
        steps = List.copyOf(steps);
        rows = List.copyOf(rows);
        misses = List.copyOf(misses);
    }

    public static Explanation of(DiagonalPlan plan) {
        List<Step> steps = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Part part : plan.parts()) {
            for (LeafWork l : part.leaves()) {
                rows.add(
                        new Row(
                                steps.size(),
                                l.leaf().name(),
                                l.leaf().entries().count(),
                                l.directions(),
                                l.work()));
            }
            steps.add(step(part, units(plan, steps.size())));
        }
        List<Miss> misses =
                plan.reasons().stream()
                        .map(
                                r ->
                                        new Miss(
                                                plan.loss()
                                                        .parameterLeaves()
                                                        .get(r.leaf())
                                                        .name()
                                                        .toString(),
                                                r.text()))
                        .distinct()
                        .toList();
        return new Explanation(plan.structure(), steps, rows, misses);
    }

    private static List<WorkUnit> units(DiagonalPlan plan, int part) {
        return plan.units().stream().filter(u -> u.part() == part).toList();
    }

    private static Step step(Part part, List<WorkUnit> units) {
        Work work = units.stream().map(WorkUnit::work).reduce(Work.NONE, Work::plus);
        Summand s = part.summand();
        return new Step(
                s.text(),
                part.method(),
                s.blocks(),
                s.size(),
                part.seedRanges(),
                units.size(),
                part.bytes(),
                work,
                part.sharedWork());
    }

    /** All work, what is shared once. */
    public Work work() {
        return steps.stream().map(s -> s.work().plus(s.shared())).reduce(Work.NONE, Work::plus);
    }

    public int tasks() {
        return steps.stream().mapToInt(Step::tasks).sum();
    }
}
