package io.hessdiag.curvature;

import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
    private final int examples;
    private final int size;

    private Rebatch(Program program, List<ExampleAxis> axes, int examples, int size) {
        this.program = program;
        this.axes = List.copyOf(axes);
        this.examples = examples;
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
        return new Rebatch(b.build(emission.run()), axes, loss.examples(), size);
    }

    /** (parameters, data, derived values, weights) → the weighted sum. */
    public Program program() {
        return program;
    }

    /** Examples per block. */
    public int size() {
        return size;
    }

    /** Blocks that the program's own examples make. */
    public int blocks() {
        return (examples + size - 1) / size;
    }

    /**
     * The arguments for examples start, start + 1, …: past the last one that again, with weight 0.
     *
     * @param arguments parameters and data for all examples
     * @param derived what the prelude makes of the data
     */
    public List<Tensor> arguments(List<Tensor> arguments, List<Tensor> derived, int start) {
        List<Tensor> out = new ArrayList<>(arguments);
        out.addAll(derived);
        for (int i = 0; i < out.size(); i++) {
            out.set(i, ExampleRows.of(out.get(i), axes.get(i), examples, start, size));
        }
        out.add(weights(start));
        return out;
    }

    private Tensor weights(int start) {
        double[] ones =
                IntStream.range(start, start + size)
                        .mapToDouble(i -> i < examples ? 1 : 0)
                        .toArray();
        DType dtype = program.outputTypes().get(0).dtype();
        return Tensor.of(Shape.of(size), ones).toFloat(dtype);
    }
}
