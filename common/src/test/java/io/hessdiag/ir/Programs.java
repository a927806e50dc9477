package io.hessdiag.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Small programs over f64 inputs, values for them, and comparisons: what tests of programs share.
 */
public final class Programs {
    private Programs() {}

    /** Emits the equations of a program and returns its result. */
    @FunctionalInterface
    public interface Body {
        int emit(ProgramBuilder b, int... inputs);
    }

    /** A program with f64 inputs of these shapes and one result. */
    public static Program of(Body body, Shape... inputs) {
        ProgramBuilder b = new ProgramBuilder("f");
        int[] in = Arrays.stream(inputs).mapToInt(s -> b.input(f64(s))).toArray();
        return ProgramChecker.check(b.build(body.emit(b, in)));
    }

    /** Σ w ∘ f(x) with fixed random weights w, so that every element of the result counts. */
    public static Program weighted(Body body, Shape... inputs) {
        return of((b, in) -> weightedSum(b, body.emit(b, in), new Random(1)), inputs);
    }

    /** Σ w ∘ v for random weights w. */
    public static int weightedSum(ProgramBuilder b, int v, Random random) {
        int w = b.constant(random(random, b.shape(v)));
        return b.sum(b.multiply(v, w), Ints.range(b.shape(v).rank()));
    }

    public static TensorType f64(Shape shape) {
        return new TensorType(DType.F64, shape);
    }

    public static Tensor integers(Shape shape, long... values) {
        return Tensor.of(new TensorType(DType.I64, shape), values);
    }

    /** Uniform in (−1, 1). */
    public static Tensor random(Random random, Shape shape) {
        return Tensor.of(shape, random.doubles(shape.size(), -1, 1).toArray());
    }

    public static List<Tensor> random(Random random, List<TensorType> types) {
        List<Tensor> out = new ArrayList<>();
        types.forEach(t -> out.add(random(random, t.shape()).toFloat(t.dtype())));
        return out;
    }

    public static Tensor basis(Shape shape, int i) {
        double[] e = new double[shape.size()];
        e[i] = 1;
        return Tensor.of(shape, e);
    }

    public static List<Tensor> append(List<Tensor> list, List<Tensor> more) {
        List<Tensor> out = new ArrayList<>(list);
        out.addAll(more);
        return out;
    }

    /** The only result for scalar arguments. */
    public static double value(Program program, double... arguments) {
        List<Tensor> in = Arrays.stream(arguments).mapToObj(Tensor::scalar).toList();
        return Interpreter.run(program, in).get(0).get(0);
    }

    public static double dot(Tensor x, Tensor y) {
        double s = 0;
        for (int i = 0; i < x.size(); i++) {
            s += x.get(i) * y.get(i);
        }
        return s;
    }

    public static double largest(double... values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /**
     * Entries agree to {@code tolerance} relative to the largest one, or to 1 where that is less.
     */
    public static void assertClose(double[] expected, double[] found, double tolerance, Object of) {
        assertEquals(expected.length, found.length);
        double bound = tolerance * Math.max(largest(expected), 1);
        for (int i = 0; i < expected.length; i++) {
            int at = i;
            assertEquals(expected[i], found[i], bound, () -> "entry " + at + " of\n" + of);
        }
    }

    /** Contracts axes {@code l} of x with axes {@code r} of y; no batching. */
    public static int dot(ProgramBuilder b, int x, int y, Ints l, Ints r) {
        return b.emit(new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, l, r), x, y);
    }

    /** Matrix product. */
    public static int matmul(ProgramBuilder b, int x, int y) {
        return dot(b, x, y, Ints.of(b.shape(x).rank() - 1), Ints.of(0));
    }

    /** {@code v} repeated along leading axes to {@code shape}. */
    public static int trailing(ProgramBuilder b, int v, Shape shape) {
        return b.broadcast(v, shape, Ints.range(shape.rank() - b.shape(v).rank(), shape.rank()));
    }

    public static int reduce(ProgramBuilder b, Combiner c, int x, double init, int... dims) {
        return b.emit(new Op.Reduce(c, Ints.of(dims)), x, b.scalar(b.type(x).dtype(), init));
    }

    /** Σ of all elements. */
    public static int total(ProgramBuilder b, int x) {
        return b.sum(x, Ints.range(b.shape(x).rank()));
    }
}
