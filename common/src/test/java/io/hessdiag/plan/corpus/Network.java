package io.hessdiag.plan.corpus;

import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/** A loss in the making: its leaves with random values, and what its pieces have made so far. */
public final class Network {
    /** The example axis of data that all examples share. */
    public static final int SHARED = -1;

    private final LossBuilder builder = new LossBuilder();
    private final Random random;
    private final int examples;
    private final List<Expr> values = new ArrayList<>();
    private final List<Expr> parameters = new ArrayList<>();
    private final List<Expr> kernels = new ArrayList<>();
    private Ints exampleAxes = Ints.EMPTY;

    Network(Random random, int examples) {
        this.random = random;
        this.examples = examples;
    }

    int examples() {
        return examples;
    }

    Loss build(Expr loss) {
        UnfitException.unless(!parameters.isEmpty());
        return builder.build(loss);
    }

    /** Where each data leaf has its examples. */
    Ints exampleAxes() {
        return exampleAxes;
    }

    // Parameters.

    /** A leaf of values from N(centre, spread²). */
    Expr parameter(String kind, double centre, double spread, int... dims) {
        Tensor value = normal(Shape.of(dims), centre, spread);
        String path = String.format("['%02d_%s']", parameters.size(), kind);
        parameters.add(builder.parameter(path, value));
        return parameters.get(parameters.size() - 1);
    }

    /** A leaf that {@code fan} products are summed with; matrices can be tied. */
    Expr kernel(int fan, int... dims) {
        Expr kernel = parameter("kernel", 0, 1 / Math.sqrt(fan), dims);
        if (dims.length == 2) {
            kernels.add(kernel);
        }
        return kernel;
    }

    Expr bias(int... dims) {
        return parameter("bias", 0, 0.3, dims);
    }

    List<Expr> parameters() {
        return parameters;
    }

    /** The {@code back}-th latest matrix that fits. */
    Optional<Expr> tied(int back, Predicate<Expr> fits) {
        return latest(kernels, back, fits);
    }

    // Data.

    /** A data leaf with {@code rows.dim(0)} / examples rows for each example, as rows. */
    private Expr rows(Tensor rows) {
        Shape shape = rows.shape();
        int each = shape.dim(0) / examples;
        Shape leaf = each == 1 ? shape : new Shape(shape.dims().with(0, each)).prepend(examples);
        return data(0, rows.reshape(leaf)).reshape(shape.toArray());
    }

    /** A data leaf with its examples along {@code axis}. */
    Expr data(int axis, Tensor value) {
        exampleAxes = exampleAxes.append(axis);
        return builder.data(value);
    }

    Expr normalRows(Shape shape) {
        return rows(normal(shape, 0, 1));
    }

    /** 0 or 1, and a 1 first. */
    Expr maskRows(Shape shape) {
        return rows(mask(shape));
    }

    /** 0, …, bound − 1. */
    Expr integerRows(int bound, Shape shape) {
        long[] values = random.longs(shape.size(), 0, bound).toArray();
        return rows(Tensor.of(new TensorType(DType.I32, shape), values));
    }

    Tensor normal(Shape shape, double centre, double spread) {
        return draw(shape, () -> centre + spread * random.nextGaussian());
    }

    Tensor mask(Shape shape) {
        Tensor mask = draw(shape, () -> random.nextInt(2));
        mask.doubles()[0] = 1;
        return mask;
    }

    private static Tensor draw(Shape shape, DoubleSupplier value) {
        return Tensor.of(shape, DoubleStream.generate(value).limit(shape.size()).toArray());
    }

    // Values.

    /** What the next piece starts from. */
    Expr add(Expr value) {
        values.remove(value);
        values.add(value);
        return value;
    }

    /** The {@code back}-th latest of the values other than x that fit. */
    Optional<Expr> earlier(Expr x, int back, Predicate<Expr> fits) {
        return latest(values, back, y -> y != x && fits.test(y));
    }

    private static Optional<Expr> latest(List<Expr> list, int back, Predicate<Expr> fits) {
        List<Expr> fitting = list.stream().filter(fits).toList();
        int n = fitting.size();
        return n == 0 ? Optional.empty() : Optional.of(fitting.get(n - 1 - (back - 1) % n));
    }
}
