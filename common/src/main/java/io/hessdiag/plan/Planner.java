package io.hessdiag.plan;

import io.hessdiag.examples.ExampleAxes;
import io.hessdiag.examples.MeanOrSum;
import io.hessdiag.examples.Rebatch;
import io.hessdiag.examples.Separable;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossException;
import io.hessdiag.pytree.Entries;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** Takes a loss apart into summands and chooses a method for every leaf in each. */
final class Planner {
    private final Loss loss;
    private final PlanOptions options;
    private final DataSet data;
    private final int parameters;
    private final Program gradient;
    private final List<LeafEntries> leaves = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Choice.Reason> reasons = new ArrayList<>();
    private String structure;
    private Separable separated;
    private Optional<String> foreign = Optional.empty();

    /**
     * @param data in place of the loss's own; null for none
     */
    Planner(Loss loss, PlanOptions options, DataSet data) {
        this.loss = loss;
        this.options = options;
        this.data = data;
        this.parameters = loss.parameterCount();
        List<Entries> entries = loss.select(options.selection());
        for (int leaf = 0; leaf < parameters; leaf++) {
            if (!entries.get(leaf).isEmpty()) {
                LeafInfo info = loss.parameterLeaves().get(leaf);
                leaves.add(LeafEntries.of(leaf, info, entries.get(leaf)));
            }
        }
        this.gradient = LossPrograms.gradient(loss, options.dtype());
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

    /**
     * What the loss has to be multiplied by to be the sum of its examples' terms: their number, or
     * their weights' sum, if it is a mean; empty where it is no sum over examples.
     */
    OptionalDouble sumFactor() {
        if (separated == null) {
            return OptionalDouble.empty();
        }
        boolean isMean = data == null ? MeanOrSum.isMean(separated) : data.layout().mean();
        if (!isMean) {
            return OptionalDouble.of(1);
        }
        return OptionalDouble.of(data == null ? separated.examples() : weights());
    }

    /** How many examples the loss is a sum over; empty where it is no such sum. */
    OptionalLong examples() {
        return separated == null ? OptionalLong.empty() : OptionalLong.of(examples(separated));
    }

    /** Whole where it is whole but for the rounding of two quotients. */
    private double weights() {
        double sum = data.layout().examples() / data.scale();
        double whole = Math.rint(sum);
        return Math.abs(sum - whole) <= 1e-12 * sum ? whole : sum;
    }

    /** How grad.mlir differs from the gradient of loss.mlir. */
    Optional<String> foreignGradient() {
        return foreign;
    }

    private void plan() {
        foreign = GradientCheck.compare(loss);
        foreign.ifPresent(this::foreign);
        Program program = LossPrograms.prepared(loss.program(), loss, options.dtype());
        ExampleAxes.Result axes = ExampleAxes.find(program, parameters);
        structure =
                axes.separable()
                        .map(s -> "a sum over " + examples(s) + " examples")
                        .orElseGet(() -> "no sum over examples: " + axes.coupling().get());
        separated = axes.separable().orElse(null);
        IndexMethod index = new IndexMethod(gradient, options);
        if (options.method() == Method.INDEX || foreign.isPresent()) {
            byIndex(index, leaves, foreign.isPresent() ? Optional.empty() : axes.separable());
        } else if (axes.separable().isPresent()) {
            separable(axes.separable().get(), index);
        } else {
            Source whole = Source.whole(new Summand.Whole(program));
            byIndex(index, choose(whole, leaves, l -> index.split(l).seconds(l)), Optional.empty());
        }
    }

    /** How many there are, in the data set if there is one. */
    private long examples(Separable separable) {
        return data == null ? separable.examples() : data.examples();
    }

    private void foreign(String reason) {
        if (data != null) {
            throw new LossException("a data set needs the gradient of loss.mlir: " + reason);
        }
        if (options.method() != null && options.method() != Method.INDEX) {
            throw new PlanException(options.method(), "any leaf", reason);
        }
        leaves.forEach(l -> reasons.add(new Choice.Reason(l.leaf(), reason)));
    }

    private void separable(Separable separable, IndexMethod index) {
        List<Tensor> derived = derived(separable);
        Source blocks = Source.blocks(separable, derived, examples(separable));
        double times = (double) examples(separable) / separable.examples();
        List<LeafEntries> rest = choose(blocks, leaves, l -> times * index.split(l).seconds(l));
        byIndex(index, rest, Optional.of(separable));
        List<LeafEntries> served = new ArrayList<>(leaves);
        served.removeAll(rest);
        remainder(separable, derived)
                .filter(r -> !served.isEmpty())
                .ifPresent(r -> remainder(r, served));
    }

    private List<Tensor> derived(Separable separable) {
        return Summand.derived(separable, LossPrograms.arguments(loss, options.dtype()));
    }

    /** The values of what is summed over the examples, and of the rest if there is one. */
    List<LossValue> values() {
        List<Tensor> derived = derived(separated);
        int size = parts.stream().map(Part::summand).mapToInt(Summand::size).max().orElse(1);
        List<LossValue> out = new ArrayList<>();
        out.add(LossValue.of(Summand.Examples.of(separated, derived, data.examples(), size)));
        remainder(separated, derived).map(LossValue::of).ifPresent(out::add);
        return out;
    }

    private static Optional<Summand> remainder(Separable separable, List<Tensor> derived) {
        return separable
                .remainder()
                .map(r -> new Summand.Remainder(Rewrites.imported(r), separable, derived));
    }

    private void remainder(Summand summand, List<LeafEntries> some) {
        IndexMethod index = indexOf(summand);
        List<LeafEntries> rest =
                choose(Source.whole(summand), some, l -> index.split(l).seconds(l));
        if (!rest.isEmpty()) {
            rest.forEach(l -> index.add(l, index.split(l)));
            parts.add(index.part(summand));
        }
    }

    private IndexMethod indexOf(Summand summand) {
        return new IndexMethod(LossPrograms.derived(summand.program(), parameters), options);
    }

    /** Adds the parts that are cheaper than index, and returns the other leaves. */
    private List<LeafEntries> choose(
            Source source, List<LeafEntries> some, ToDoubleFunction<LeafEntries> byIndex) {
        Map<Integer, LeafEntries> byNumber = new HashMap<>();
        some.forEach(l -> byNumber.put(l.leaf(), l));
        Choice choice =
                new Choice(
                        source,
                        parameters,
                        options,
                        some,
                        l -> byIndex.applyAsDouble(byNumber.get(l)));
        parts.addAll(choice.parts());
        reasons.addAll(choice.reasons());
        return choice.rest();
    }

    /**
     * All examples at once where they are in the loss and one direction of that fits into the
     * budget, else block by block.
     */
    private void byIndex(IndexMethod index, List<LeafEntries> some, Optional<Separable> separable) {
        if (some.isEmpty()) {
            return;
        }
        if (data == null) {
            some.forEach(l -> index.add(l, index.split(l)));
            IndexPart whole = index.part(new Summand.Whole(gradient));
            if (separable.isEmpty() || whole.bytes() <= options.memoryBlock()) {
                parts.add(whole);
                return;
            }
        }
        List<Tensor> derived = derived(separable.get());
        int size =
                Blocking.size(
                        examples(separable.get()),
                        options,
                        n -> indexOf(separable.get(), n).leastBytes(some));
        Summand blocks =
                Summand.Examples.of(separable.get(), derived, examples(separable.get()), size);
        parts.add(part(indexOf(blocks), blocks, some));
        remainder(separable.get(), derived).ifPresent(r -> parts.add(part(indexOf(r), r, some)));
    }

    private IndexMethod indexOf(Separable separable, int examples) {
        Program block = Rewrites.imported(Rebatch.of(separable, examples).program());
        return new IndexMethod(LossPrograms.derived(block, parameters), options);
    }

    private static IndexPart part(IndexMethod index, Summand summand, List<LeafEntries> some) {
        some.forEach(l -> index.add(l, index.split(l)));
        return index.part(summand);
    }
}
