package io.hessdiag.examples;

import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a separable loss that is summed over examples, for blocks of a fixed number of them:
 * (parameters, data, derived values, weights) → Σ wₙ ℓₙ(θ), without r(θ). Data and derived values
 * with examples have the block's number of them, the others are as they were; there is one weight
 * per example, in the loss's type. The scale is the program's: what it divides by stays.
 */
public final class Rebatch implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Program program;
    private final List<ExampleAxis> axes;
    private final Map<Integer, ExampleAxis> placed;
    private final int size;

    private Rebatch(
            Program program, List<ExampleAxis> axes, Map<Integer, ExampleAxis> placed, int size) {
        this.program = program;
        this.axes = List.copyOf(axes);
        this.placed = placed;
        this.size = size;
    }

    /**
     * @param size examples per block
     * @throws IllegalArgumentException when it is not positive
     */
    public static Rebatch of(Separable loss, int size) {
        if (size < 1) {
            throw new IllegalArgumentException(
                    loss.program().name()
                            + ": expected a positive number of examples, found "
                            + size);
        }
        ProgramBuilder b = new ProgramBuilder(loss.program().name() + "_block");
        List<ExampleAxis> axes = loss.inputs().stream().map(Need::axis).toList();
        DType dtype = loss.program().outputTypes().get(0).dtype();
        Emission emission = new Emission(b, loss.each(), loss.examples(), size);
        loss.inputs().forEach(emission::input);
        emission.weights(b.input(new TensorType(dtype, Shape.of(size))));
        Program program = b.build(emission.run());
        return new Rebatch(program, axes, emission.axes(), size);
    }

    /** (parameters, data, derived values, weights) → the weighted sum. */
    public Program program() {
        return program;
    }

    /** Where a value of the block's program has the examples. */
    public Optional<ExampleAxis> axis(int value) {
        return Optional.ofNullable(placed.get(value));
    }

    /** Examples per block. */
    public int size() {
        return size;
    }

    /** Blocks that so many examples make. */
    public int blocks(int examples) {
        return (examples + size - 1) / size;
    }

    /** The same with equal weights. */
    public List<Tensor> arguments(List<Tensor> arguments, List<Tensor> derived, int start) {
        return arguments(arguments, derived, start, null);
    }

    /**
     * The arguments for examples start, start + 1, …: past the last one that again, with weight 0.
     *
     * @param arguments parameters and data, for any number of examples
     * @param derived what the prelude makes of the data
     * @param start position in the data, not negative and before their end
     * @param exampleWeights one per example of the data; null for ones
     * @throws IllegalArgumentException when their number is not the program's, or the examples are
     *     not equally many in all of them
     */
    public List<Tensor> arguments(
            List<Tensor> arguments, List<Tensor> derived, int start, double[] exampleWeights) {
        List<Tensor> all = new ArrayList<>(arguments);
        all.addAll(derived);
        int examples = examples(all);
        List<Tensor> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            out.add(ExampleRows.of(all.get(i), axes.get(i), examples, start, size));
        }
        out.add(weights(start, examples, exampleWeights));
        return out;
    }

    private int examples(List<Tensor> all) {
        if (all.size() != axes.size()) {
            throw new IllegalArgumentException(
                    program.name()
                            + ": expected "
                            + axes.size()
                            + " arguments and derived values, found "
                            + all.size());
        }
        int examples = -1;
        for (int i = 0; i < axes.size(); i++) {
            ExampleAxis axis = axes.get(i);
            if (!axis.isNone()) {
                int found = all.get(i).shape().dim(axis.axis()) / axis.size(1);
                if (examples >= 0 && found != examples) {
                    throw new IllegalArgumentException(
                            String.format(
                                    "%s: argument %d: expected %d examples, found %d in %s",
                                    program.name(), i, examples, found, all.get(i).type()));
                }
                examples = found;
            }
        }
        return examples;
    }

    private Tensor weights(int start, int examples, double[] given) {
        double[] w = new double[size];
        for (int i = 0; i < Math.min(size, examples - start); i++) {
            w[i] = given == null ? 1 : given[start + i];
        }
        return Tensor.of(Shape.of(size), w).toFloat(program.outputTypes().get(0).dtype());
    }
}
