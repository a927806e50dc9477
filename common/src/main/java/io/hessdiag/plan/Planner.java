package io.hessdiag.plan;

import io.hessdiag.examples.ExampleAxes;
import io.hessdiag.examples.Rebatch;
import io.hessdiag.examples.Separable;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.pytree.Entries;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a loss apart into summands and chooses a method for every leaf in each. */
final class Planner {
    private final Loss loss;
    private final PlanOptions options;
    private final int parameters;
    private final Program gradient;
    private final List<LeafEntries> leaves = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Choice.Reason> reasons = new ArrayList<>();
    private String structure;
    private Optional<String> foreign = Optional.empty();

    Planner(Loss loss, PlanOptions options) {
        this.loss = loss;
        this.options = options;
        this.parameters = loss.parameterCount();
        List<Entries> entries = loss.select(options.selection());
        for (int leaf = 0; leaf < parameters; leaf++) {
            if (!entries.get(leaf).isEmpty()) {
                LeafInfo info = loss.parameterLeaves().get(leaf);
                leaves.add(LeafEntries.of(leaf, info, entries.get(leaf)));
            }
        }
        this.gradient = DiagonalPlan.gradient(loss, options.dtype());
        plan();
    }

    Program gradient() {
        return gradient;
    }

    List<LeafEntries> leaves() {
        return leaves;
    }

    List<Part> parts() {
        return parts;
    }

    List<Choice.Reason> reasons() {
        return reasons;
    }

    /** Whether the loss is a sum over examples, and if not, why not. */
    String structure() {
        return structure;
    }

    /** How grad.mlir differs from the gradient of loss.mlir. */
    Optional<String> foreignGradient() {
        return foreign;
    }

    private void plan() {
        foreign = GradientCheck.compare(loss);
        foreign.ifPresent(this::foreign);
        Program program = DiagonalPlan.prepared(loss.program(), loss, options.dtype());
        ExampleAxes.Result axes = ExampleAxes.find(program, parameters);
        structure =
                axes.separable()
                        .map(s -> "a sum over " + s.examples() + " examples")
                        .orElseGet(() -> "no sum over examples: " + axes.coupling().get());
        IndexMethod index = new IndexMethod(gradient, options);
        if (options.method() == Method.INDEX || foreign.isPresent()) {
            byIndex(index, leaves, foreign.isPresent() ? Optional.empty() : axes.separable());
        } else if (axes.separable().isPresent()) {
            separable(axes.separable().get(), index);
        } else {
            Source whole = Source.whole(new Summand.Whole(program));
            byIndex(index, choose(whole, leaves, index), Optional.empty());
        }
    }

    private void foreign(String reason) {
        if (options.method() != null && options.method() != Method.INDEX) {
            throw new PlanException(options.method(), "any leaf", reason);
        }
        leaves.forEach(l -> reasons.add(new Choice.Reason(l.leaf(), reason)));
    }

    private void separable(Separable separable, IndexMethod index) {
        List<Tensor> derived = derived(separable);
        List<LeafEntries> rest = choose(Source.blocks(separable, derived), leaves, index);
        byIndex(index, rest, Optional.of(separable));
        List<LeafEntries> served = new ArrayList<>(leaves);
        served.removeAll(rest);
        remainder(separable, derived)
                .filter(r -> !served.isEmpty())
                .ifPresent(r -> remainder(r, served));
    }

    private List<Tensor> derived(Separable separable) {
        return Summand.derived(separable, DiagonalPlan.arguments(loss, options.dtype()));
    }

    private static Optional<Summand> remainder(Separable separable, List<Tensor> derived) {
        return separable
                .remainder()
                .map(r -> new Summand.Remainder(Rewrites.imported(r), separable, derived));
    }

    private void remainder(Summand summand, List<LeafEntries> some) {
        IndexMethod index = indexOf(summand);
        List<LeafEntries> rest = choose(Source.whole(summand), some, index);
        if (!rest.isEmpty()) {
            rest.forEach(l -> index.add(l, index.split(l)));
            parts.add(index.part(summand));
        }
    }

    private IndexMethod indexOf(Summand summand) {
        return new IndexMethod(DiagonalPlan.derived(summand.program(), parameters), options);
    }

    /** Adds the parts that are cheaper than index, and returns the other leaves. */
    private List<LeafEntries> choose(Source source, List<LeafEntries> some, IndexMethod index) {
        Map<Integer, LeafEntries> byNumber = new HashMap<>();
        some.forEach(l -> byNumber.put(l.leaf(), l));
        Choice choice =
                new Choice(
                        source,
                        parameters,
                        options,
                        some,
                        l -> index.split(byNumber.get(l)).seconds(byNumber.get(l)));
        parts.addAll(choice.parts());
        reasons.addAll(choice.reasons());
        return choice.rest();
    }

    /**
     * All examples at once where one direction of that fits into the budget, else block by block.
     */
    private void byIndex(IndexMethod index, List<LeafEntries> some, Optional<Separable> separable) {
        if (some.isEmpty()) {
            return;
        }
        some.forEach(l -> index.add(l, index.split(l)));
        IndexPart whole = index.part(new Summand.Whole(gradient));
        if (separable.isEmpty() || whole.bytes() <= options.memoryBlock()) {
            parts.add(whole);
            return;
        }
        List<Tensor> derived = derived(separable.get());
        int size =
                Blocking.size(
                        separable.get().examples(),
                        options,
                        n -> indexOf(separable.get(), n).leastBytes(some));
        Summand blocks = Summand.Examples.of(separable.get(), derived, size);
        parts.add(part(indexOf(blocks), blocks, some));
        remainder(separable.get(), derived).ifPresent(r -> parts.add(part(indexOf(r), r, some)));
    }

    private IndexMethod indexOf(Separable separable, int examples) {
        Program block = Rewrites.imported(Rebatch.of(separable, examples).program());
        return new IndexMethod(DiagonalPlan.derived(block, parameters), options);
    }

    private static IndexPart part(IndexMethod index, Summand summand, List<LeafEntries> some) {
        some.forEach(l -> index.add(l, index.split(l)));
        return index.part(summand);
    }
}
