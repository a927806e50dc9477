package io.hessdiag.plan;

import io.hessdiag.examples.ClassCount;
import io.hessdiag.examples.ExampleAxes;
import io.hessdiag.examples.ExampleAxis;
import io.hessdiag.examples.MeanOrSum;
import io.hessdiag.examples.Separable;
import io.hessdiag.ir.Program;
import io.hessdiag.kernel.Kernels;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossException;
import io.hessdiag.rewrite.Precision;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which data arguments of a loss have a value for every example, and what each of those is like: a
 * loss that is exported with a few examples then stands for any number of others.
 *
 * @param examples how many the loss was exported with
 * @param mean whether it is the mean of its examples' terms, else their sum
 * @param fields in the order of the arguments
 */
public record DataLayout(int examples, boolean mean, List<Field> fields) implements Serializable {

    /**
     * One data argument.
     *
     * @param argument its number among all arguments
     * @param type of one example's value
     * @param axis along which the argument has the examples
     * @param classes that whole numbers have to be below; 0 where nothing tells
     */
    public record Field(int argument, String name, TensorType type, int axis, int classes)
            implements Serializable {

        /** The argument for some examples, in this float type. */
        private Tensor tensor(double[] rows, int count, DType dtype) {
            Shape stacked = new Shape(type.shape().dims().prepend(count));
            Tensor packed = Tensor.of(stacked, rows);
            DType to = type.dtype().isFloat() ? dtype : type.dtype();
            Tensor typed = Kernels.convert(packed, to);
            if (axis == 0) {
                return typed;
            }
            Ints order = Ints.range(stacked.rank()).filter(a -> a > 0);
            Ints before = order.pick(Ints.range(axis));
            Ints after = order.pick(Ints.range(axis, order.size()));
            return Kernels.transpose(typed, before.append(0).concat(after));
        }
    }

    public DataLayout {
        fields = List.copyOf(fields);
    }

    /**
     * @throws LossException when the loss is no sum over examples, or is bound to the data that it
     *     was exported with
     */
    public static DataLayout of(Loss loss, DType dtype) {
        int parameters = loss.parameterCount();
        Program program = Rewrites.imported(Precision.of(loss.program(), dtype));
        if (LoopBounds.areDecidedByData(program, parameters)) {
            throw refused("the data decide how many steps a loop takes");
        }
        ExampleAxes.Result axes = ExampleAxes.find(program, parameters);
        Separable separable =
                axes.separable().orElseThrow(() -> refused(axes.coupling().get().toString()));
        separable
                .boundToItsData()
                .ifPresent(
                        v -> {
                            throw refused(
                                    place(separable.program(), v)
                                            + ": is made of all the exported examples at once,"
                                            + " or has a value of its own for each of them");
                        });
        List<Field> fields = new ArrayList<>();
        for (int i = parameters; i < loss.leaves().size(); i++) {
            ExampleAxis axis = separable.dataAxes().get(i - parameters);
            if (!axis.isNone()) {
                LeafInfo leaf = loss.leaves().get(i);
                int classes =
                        leaf.type().dtype().isInteger()
                                ? ClassCount.of(program, program.inputs().get(i)).orElse(0)
                                : 0;
                fields.add(field(leaf, i, axis.axis(), classes));
            }
        }
        return new DataLayout(separable.examples(), MeanOrSum.isMean(separable), fields);
    }

    private static Field field(LeafInfo leaf, int argument, int axis, int classes) {
        Ints dims = leaf.type().shape().dims();
        Ints rest = dims.pick(Ints.range(dims.size()).filter(a -> a != axis));
        TensorType type = leaf.type().withShape(new Shape(rest));
        return new Field(argument, leaf.name().toString(), type, axis, classes);
    }

    private static String place(Program program, int value) {
        return program.equations().stream()
                .filter(e -> e.outputs().contains(value))
                .map(e -> e.location() == null ? e.op().toString() : e.location().toString())
                .findFirst()
                .orElse("an argument");
    }

    private static LossException refused(String reason) {
        return new LossException(
                "a data set cannot take the place of the bundle's data: " + reason);
    }

    /** Numbers per example in all fields. */
    public int width() {
        return fields.stream().mapToInt(f -> f.type().size()).sum();
    }

    /** The same, whole numbers of any size. */
    public DataLayout withoutClasses() {
        List<Field> any =
                fields.stream()
                        .map(f -> new Field(f.argument(), f.name(), f.type(), f.axis(), 0))
                        .toList();
        return new DataLayout(examples, mean, any);
    }

    /** The same, a mean or a sum as told. */
    public DataLayout withMean(boolean isMean) {
        return new DataLayout(examples, isMean, fields);
    }

    /** The factor of the exported terms so that their weighted sum is the loss of all the data. */
    public double scale(double weights) {
        return mean ? examples / weights : 1;
    }

    /**
     * The loss's arguments for some examples.
     *
     * @param values of all arguments; those without examples are taken as they are
     * @param first number of the first example
     * @param columns per field the examples' values one after the other
     * @param weights one per example, with the scale
     */
    Arguments arguments(
            List<Tensor> values,
            DType dtype,
            long first,
            List<double[]> columns,
            double[] weights) {
        List<Tensor> out = new ArrayList<>(values);
        IntStream.range(0, fields.size())
                .forEach(
                        i -> {
                            Field f = fields.get(i);
                            Tensor rows = f.tensor(columns.get(i), weights.length, dtype);
                            out.set(f.argument(), rows);
                        });
        return new Arguments(out, first, weights);
    }
}
