package io.hessdiag.eval;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Programs of random equations over a few axis sizes, so that many operands fit each other. */
final class RandomPrograms {
    private static final List<UnaryFunction> UNARY =
            List.of(
                    UnaryFunction.NEGATE,
                    UnaryFunction.TANH,
                    UnaryFunction.EXPONENTIAL,
                    UnaryFunction.SQUARE,
                    UnaryFunction.ABS,
                    UnaryFunction.LOGISTIC,
                    UnaryFunction.SINE,
                    UnaryFunction.RELU);
    private static final List<BinaryFunction> BINARY =
            List.of(
                    BinaryFunction.ADD,
                    BinaryFunction.SUBTRACT,
                    BinaryFunction.MULTIPLY,
                    BinaryFunction.DIVIDE,
                    BinaryFunction.MAXIMUM,
                    BinaryFunction.LOGADDEXP);

    private final Random random;
    private final DType dtype;
    private final int[] sizes;
    private final ProgramBuilder b = new ProgramBuilder("random");
    private final List<Integer> values = new ArrayList<>();

    private RandomPrograms(Random random, DType dtype, int[] sizes) {
        this.random = random;
        this.dtype = dtype;
        this.sizes = sizes;
    }

    /** Inputs of up to three axes of {@code sizes}, {@code equations} random ones, some outputs. */
    static Program program(Random random, DType dtype, int[] sizes, int equations) {
        RandomPrograms p = new RandomPrograms(random, dtype, sizes);
        for (int i = 0; i < 4; i++) {
            int rank = random.nextInt(4);
            int[] dims = IntStream.range(0, rank).map(a -> p.size()).toArray();
            p.values.add(p.b.input(TensorType.of(dtype, dims)));
        }
        p.values.add(p.b.scalar(dtype, 0.5));
        while (p.values.size() < equations + 5) {
            int out = p.equation();
            if (p.b.type(out).size() <= 20_000) {
                p.values.add(out);
            }
        }
        List<Integer> outputs = new ArrayList<>(List.of(p.values.get(p.values.size() - 1)));
        for (int i = random.nextInt(5); i > 0; i--) {
            outputs.add(p.any());
        }
        return p.b.build(Ints.of(outputs.stream().mapToInt(v -> v).toArray()));
    }

    static List<Tensor> inputs(Random random, Program program) {
        List<Tensor> out = new ArrayList<>();
        for (TensorType type : program.inputTypes()) {
            double[] x = random.doubles(type.size(), -2, 2).toArray();
            out.add(Tensor.of(type.shape(), x).toFloat(type.dtype()));
        }
        return out;
    }

    private int size() {
        return sizes[random.nextInt(sizes.length)];
    }

    /** Late values more often than early ones. */
    private int any() {
        int back = (int) (values.size() * Math.pow(random.nextDouble(), 2));
        return values.get(values.size() - 1 - back);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A value of x's shape: one that is there, or one that broadcasts to it. */
    private int like(int x) {
        List<Integer> fitting = new ArrayList<>();
        for (int v : values) {
            int missing = b.shape(x).rank() - b.shape(v).rank();
            if (missing >= 0 && places(v, x) != null) {
                fitting.add(v);
            }
        }
        int v = pick(fitting);
        return b.broadcast(v, b.shape(x), places(v, x));
    }

    /** Where v's axes fit into x's, in order; null if nowhere. */
    private Ints places(int v, int x) {
        Ints out = Ints.EMPTY;
        int axis = 0;
        for (int i = 0; i < b.shape(v).rank(); i++) {
            int size = b.shape(v).dim(i);
            while (axis < b.shape(x).rank() && size != 1 && b.shape(x).dim(axis) != size) {
                axis++;
            }
            if (axis == b.shape(x).rank()) {
                return null;
            }
            out = out.append(axis++);
        }
        return out;
    }

    private int equation() {
        int x = any();
        Shape shape = b.shape(x);
        int rank = shape.rank();
        return switch (random.nextInt(18)) {
            case 0, 1 -> b.unary(pick(UNARY), x);
            case 2, 3, 4, 5 -> b.binary(pick(BINARY), x, like(x));
            case 6 ->
                    b.select(b.compare(pick(List.of(Comparison.values())), x, like(x)), x, like(x));
            case 7 -> b.emit(new Op.Clamp(), b.scalar(dtype, -1), x, like(x));
            case 8, 9 -> b.sum(x, some(rank));
            case 10 -> b.transpose(x, shuffled(rank));
            case 11 -> b.reshape(x, reshaped(shape));
            case 12 ->
                    b.broadcast(
                            x, new Shape(shape.dims().prepend(size())), Ints.range(1, rank + 1));
            case 13 -> dot(x, like(x));
            case 14 -> b.emit(new Op.LogSumExp(some(rank)), x);
            case 15 -> b.emit(new Op.Softmax(some(rank)), x);
            case 16 -> rank == 0 ? b.unary(UnaryFunction.NEGATE, x) : slice(x, shape);
            default ->
                    rank == 0
                            ? b.convert(b.compare(Comparison.GT, x, like(x)), dtype)
                            : b.emit(new Op.Reverse(Ints.of(random.nextInt(rank))), x);
        };
    }

    private Ints some(int rank) {
        return Ints.range(rank).filter(a -> random.nextBoolean());
    }

    private Ints shuffled(int rank) {
        List<Integer> axes = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        Collections.shuffle(axes, random);
        return Ints.of(axes.stream().mapToInt(a -> a).toArray());
    }

    /** Two neighbouring axes joined, or an axis of size 1 put in. */
    private Shape reshaped(Shape shape) {
        if (shape.rank() < 2 || random.nextBoolean()) {
            return shape.prepend(1);
        }
        int axis = random.nextInt(shape.rank() - 1);
        Ints dims = shape.dims().with(axis, shape.dim(axis) * shape.dim(axis + 1));
        return new Shape(dims.without(Ints.of(axis + 1)));
    }

    private int slice(int x, Shape shape) {
        int axis = random.nextInt(shape.rank());
        int from = shape.dim(axis) == 0 ? 0 : random.nextInt(shape.dim(axis));
        Ints zeros = Ints.repeat(0, shape.rank());
        return b.emit(
                new Op.Slice(
                        zeros.with(axis, from),
                        shape.dims(),
                        Ints.repeat(1, shape.rank()).with(axis, 1 + random.nextInt(2))),
                x);
    }

    private int dot(int x, int y) {
        Ints batch = Ints.EMPTY;
        Ints contract = Ints.EMPTY;
        for (int axis = 0; axis < b.shape(x).rank(); axis++) {
            int use = random.nextInt(3);
            batch = use == 0 ? batch.append(axis) : batch;
            contract = use == 1 ? contract.append(axis) : contract;
        }
        Op.DotGeneral op = new Op.DotGeneral(batch, batch, contract, contract);
        long free = 1;
        Ints axes = op.lhsFree(b.shape(x).rank());
        for (int i = 0; i < axes.size(); i++) {
            free *= b.shape(x).dim(axes.get(i));
        }
        long size = b.shape(x).pick(batch).size() * free * free;
        return size > 20_000 ? b.negate(x) : b.emit(op, x, y);
    }
}
