package io.hessdiag.ir;

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

/**
 * Random differentiable programs over every op: a DAG of equations with random attributes on values
 * of at most a few hundred elements, whose unused ends are summed to a scalar.
 */
public final class ProgramGenerator {
    private static final int MOST_ELEMENTS = 150;
    private static final List<UnaryFunction> UNARY =
            List.of(
                    UnaryFunction.TANH,
                    UnaryFunction.SINE,
                    UnaryFunction.LOGISTIC,
                    UnaryFunction.NEGATE,
                    UnaryFunction.RELU,
                    UnaryFunction.ABS,
                    UnaryFunction.STOP_GRADIENT);

    private record Windows(GatherDims dims, Ints sizes, Tensor indices, Shape packed) {}

    private final Random random;
    private final ProgramBuilder b = new ProgramBuilder("random");
    private final List<Integer> pool = new ArrayList<>();

    private ProgramGenerator(Random random) {
        this.random = random;
    }

    /** One to three f64 inputs and a scalar result. */
    public static Program loss(Random random, int equations) {
        ProgramGenerator g = new ProgramGenerator(random);
        g.grow(equations);
        boolean[] used = new boolean[g.pool.stream().mapToInt(v -> v + 1).max().orElseThrow()];
        g.b.build().equations().stream()
                .flatMap(e -> e.inputs().stream().boxed())
                .filter(v -> v < used.length)
                .forEach(v -> used[v] = true);
        int loss = g.b.scalar(DType.F64, 0);
        for (int v : List.copyOf(g.pool)) {
            if (!used[v]) {
                int end = random.nextInt(3) == 0 ? v : g.b.unary(UnaryFunction.TANH, v);
                loss = g.b.add(loss, Programs.weightedSum(g.b, end, random));
            }
        }
        return ProgramChecker.check(g.b.build(loss));
    }

    /**
     * A map from its first input to values of that input's shape, whose Jacobian has no symmetry.
     */
    public static Program field(Random random, int equations) {
        ProgramGenerator g = new ProgramGenerator(random);
        g.grow(equations);
        Shape shape = g.b.shape(g.pool.get(0));
        int out = g.fit(g.any(), shape);
        for (int v : g.pool.subList(g.pool.size() - equations, g.pool.size())) {
            if (g.b.shape(v).equals(shape) && random.nextBoolean()) {
                out = random.nextBoolean() ? v : g.b.add(out, v);
            }
        }
        return ProgramChecker.check(g.b.build(out));
    }

    /** The same with the last few values as results. */
    public static Program outputs(Random random, int equations) {
        ProgramGenerator g = new ProgramGenerator(random);
        g.grow(equations);
        int n = g.pool.size();
        return ProgramChecker.check(
                g.b.build(g.pool.subList(n - 3, n).stream().mapToInt(v -> v).toArray()));
    }

    private void grow(int equations) {
        int leaves = 1 + random.nextInt(3);
        for (int i = 0; i < leaves; i++) {
            pool.add(b.input(Programs.f64(shape(random.nextInt(4)))));
        }
        while (pool.size() < leaves + equations) {
            int v = step();
            int size = b.type(v).size();
            if (0 < size && size <= MOST_ELEMENTS) {
                pool.add(v);
            }
        }
    }

    private int number(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private Shape shape(int rank) {
        return Shape.of(IntStream.range(0, rank).map(i -> number(1, 3)).toArray());
    }

    private Ints shuffled(int n) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, random);
        return Ints.of(order.stream().mapToInt(i -> i).toArray());
    }

    private Ints some(int n) {
        return shuffled(n).pick(Ints.range(random.nextInt(n + 1)));
    }

    private Ints sorted(Ints values) {
        return Ints.of(values.stream().sorted().toArray());
    }

    private int any() {
        int n = pool.size();
        return pool.get(n - 1 - (int) (n * random.nextDouble() * random.nextDouble()));
    }

    /** Another value of x's shape: one that is there, or one made to fit. */
    private int like(int x) {
        List<Integer> same = pool.stream().filter(v -> b.shape(v).equals(b.shape(x))).toList();
        return same.isEmpty() || random.nextInt(4) == 0
                ? fit(any(), b.shape(x))
                : same.get(random.nextInt(same.size()));
    }

    /** v's elements in another shape, repeated from the start as often as need be. */
    private int fit(int v, Shape shape) {
        int flat = b.reshape(v, Shape.of(b.type(v).size()));
        int n = b.type(v).size();
        if (n < shape.size()) {
            long[] at = IntStream.range(0, shape.size()).mapToLong(i -> i % n).toArray();
            GatherDims dims = new GatherDims(Ints.EMPTY, Ints.of(0), Ints.of(0), 1);
            int indices = b.constant(Programs.integers(Shape.of(at.length), at));
            return b.reshape(b.emit(new Op.Gather(dims, Ints.of(1)), flat, indices), shape);
        }
        Op cut = new Op.Slice(Ints.of(0), Ints.of(shape.size()), Ints.of(1));
        return b.reshape(n == shape.size() ? flat : b.emit(cut, flat), shape);
    }

    private int constantLike(int x) {
        return b.constant(Programs.random(random, b.shape(x)));
    }

    private int mask(Shape shape) {
        boolean[] bits = new boolean[shape.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextBoolean();
        }
        return b.constant(Tensor.of(new TensorType(DType.I1, shape), bits));
    }

    private int step() {
        int x = any();
        int rank = b.shape(x).rank();
        return switch (random.nextInt(28)) {
            case 0, 1 -> b.unary(UNARY.get(random.nextInt(UNARY.size())), x);
            case 2 -> b.add(x, like(x));
            case 3 -> b.subtract(x, like(x));
            case 4 -> b.multiply(x, like(x));
            case 5 -> b.multiply(constantLike(x), x);
            case 6 ->
                    b.divide(x, b.add(b.unary(UnaryFunction.LOGISTIC, like(x)), b.fullLike(x, 1)));
            case 7 ->
                    b.binary(
                            random.nextBoolean()
                                    ? BinaryFunction.MAXIMUM
                                    : BinaryFunction.LOGADDEXP,
                            x,
                            like(x));
            case 8 -> b.select(mask(random.nextBoolean() ? Shape.SCALAR : b.shape(x)), x, like(x));
            case 9 -> b.select(b.compare(Comparison.GT, x, like(x)), like(x), x);
            case 10, 11 -> broadcast(x);
            case 12 -> b.emit(new Op.Reshape(reshaped(b.shape(x))), x);
            case 13 -> b.emit(new Op.Transpose(shuffled(rank)), x);
            case 14 -> slice(x);
            case 15 ->
                    rank == 0
                            ? step()
                            : b.emit(
                                    new Op.Concatenate(random.nextInt(rank)),
                                    x,
                                    like(x),
                                    random.nextBoolean() ? x : constantLike(x));
            case 16 -> pad(x);
            case 17 -> b.emit(new Op.Reverse(some(rank)), x);
            case 18, 19, 20 -> dot(x, random.nextBoolean() ? x : any());
            case 21 -> b.emit(new Op.Reduce(Combiner.ADD, some(rank)), x, scalar());
            case 22 -> extreme(x);
            case 23 -> rank == 0 ? step() : gather(x);
            case 24 -> rank == 0 ? step() : scatter(x);
            case 25, 26 -> exponentials(x);
            default ->
                    b.emit(
                            new Op.Clamp(),
                            b.scalar(DType.F64, -0.5),
                            x,
                            random.nextBoolean() ? like(x) : b.scalar(DType.F64, 0.7));
        };
    }

    /**
     * Over more than one element, since logsumexp of one is it to rounding, and comparing them
     * chance; of small numbers, since exponentials overflow.
     */
    private int exponentials(int x) {
        Ints dims = some(b.shape(x).rank());
        if (b.shape(x).pick(dims).size() == 1) {
            return step();
        }
        Op op = random.nextBoolean() ? new Op.LogSumExp(dims) : new Op.Softmax(dims);
        return b.emit(op, b.unary(UnaryFunction.TANH, x));
    }

    private int scalar() {
        return random.nextBoolean() ? b.scalar(DType.F64, 0) : fit(any(), Shape.SCALAR);
    }

    private int broadcast(int x) {
        Shape from = b.shape(x);
        int rank = from.rank() + random.nextInt(3);
        Ints dims = random.nextBoolean() ? shuffled(rank) : Ints.range(rank);
        dims = dims.pick(Ints.range(from.rank()));
        Ints to = shape(rank).dims();
        for (int i = 0; i < from.rank(); i++) {
            boolean expands = from.dim(i) == 1 && random.nextBoolean();
            to = expands ? to : to.with(dims.get(i), from.dim(i));
        }
        return b.emit(new Op.BroadcastInDim(new Shape(to), dims), x);
    }

    /** Neighbouring axes joined, an axis of size 1 put in, or factors in another order. */
    private Shape reshaped(Shape s) {
        if (s.rank() < 2 || random.nextInt(3) == 0) {
            return s.insert(random.nextInt(s.rank() + 1), 1);
        }
        if (random.nextBoolean()) {
            return s.pick(shuffled(s.rank()));
        }
        int axis = random.nextInt(s.rank() - 1);
        Ints dims = s.dims().with(axis, s.dim(axis) * s.dim(axis + 1));
        return new Shape(dims.without(Ints.of(axis + 1)));
    }

    private int slice(int x) {
        Ints start = Ints.EMPTY;
        Ints limit = Ints.EMPTY;
        Ints strides = Ints.EMPTY;
        for (int i = 0; i < b.shape(x).rank(); i++) {
            boolean whole = random.nextBoolean();
            int dim = b.shape(x).dim(i);
            start = start.append(whole ? 0 : random.nextInt(dim));
            limit = limit.append(whole ? dim : number(start.last() + 1, dim));
            strides = strides.append(whole ? 1 : number(1, 2));
        }
        return b.emit(new Op.Slice(start, limit, strides), x);
    }

    private int pad(int x) {
        Ints low = Ints.EMPTY;
        Ints high = Ints.EMPTY;
        Ints interior = Ints.EMPTY;
        for (int i = 0; i < b.shape(x).rank(); i++) {
            boolean none = random.nextBoolean();
            int dim = b.shape(x).dim(i);
            low = low.append(none ? 0 : number(dim > 1 ? -1 : 0, 2));
            high = high.append(none ? 0 : number(dim > 1 && low.last() >= 0 ? -1 : 0, 1));
            interior = interior.append(none ? 0 : number(0, 1));
        }
        return b.emit(new Op.Pad(low, high, interior), x, scalar());
    }

    private int dot(int x, int y) {
        Op.DotGeneral op = new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.EMPTY, Ints.EMPTY);
        Ints rightAxes = shuffled(b.shape(y).rank());
        for (int l : shuffled(b.shape(x).rank()).toArray()) {
            int left = l;
            Ints free = op.rhsFree(b.shape(y).rank());
            Ints fits =
                    rightAxes.filter(
                            r -> free.contains(r) && b.shape(y).dim(r) == b.shape(x).dim(left));
            int use = random.nextInt(3);
            if (!fits.isEmpty() && use == 0) {
                op =
                        new Op.DotGeneral(
                                op.lhsBatch().append(l),
                                op.rhsBatch().append(fits.get(0)),
                                op.lhsContract(),
                                op.rhsContract());
            } else if (!fits.isEmpty() && use == 1) {
                op =
                        new Op.DotGeneral(
                                op.lhsBatch(),
                                op.rhsBatch(),
                                op.lhsContract().append(l),
                                op.rhsContract().append(fits.get(0)));
            }
        }
        return b.emit(op, x, y);
    }

    private int extreme(int x) {
        int rank = b.shape(x).rank();
        return switch (random.nextInt(3)) {
            case 0 ->
                    b.emit(new Op.Reduce(Combiner.MULTIPLY, some(rank)), x, b.scalar(DType.F64, 1));
            case 1 ->
                    b.emit(
                            new Op.Reduce(Combiner.MAXIMUM, some(rank)),
                            x,
                            b.scalar(DType.F64, Double.NEGATIVE_INFINITY));
            default -> rank == 0 ? x : argmax(x, random.nextInt(rank));
        };
    }

    private int argmax(int x, int dim) {
        TensorType index = b.type(x).withDType(DType.I64);
        return b.emit(
                new Op.ArgReduce(true, dim),
                x,
                b.emit(new Op.Iota(index, dim)),
                b.scalar(DType.F64, Double.NEGATIVE_INFINITY),
                b.scalar(DType.I64, 0));
    }

    private int gather(int x) {
        Windows w = windows(b.type(x));
        return b.emit(new Op.Gather(w.dims(), w.sizes()), x, b.constant(w.indices()));
    }

    private int scatter(int x) {
        Windows w = windows(b.type(x));
        Combiner c =
                List.of(Combiner.ADD, Combiner.SET, Combiner.MINIMUM, Combiner.MAXIMUM)
                        .get(random.nextInt(4));
        return b.emit(
                new Op.Scatter(ScatterDims.of(w.dims()), c, false),
                x,
                b.constant(w.indices()),
                fit(any(), w.packed()));
    }

    /**
     * Slices of an operand at random places, some outside, with every kind of dimension numbers.
     */
    private Windows windows(TensorType operand) {
        int rank = operand.rank();
        Ints order = shuffled(rank);
        Ints map = order.pick(Ints.range(number(1, rank)));
        Ints batching = order.filter(a -> !map.contains(a) && random.nextInt(3) == 0);
        Ints sizes = operand.shape().dims();
        for (int a = 0; a < rank; a++) {
            boolean cut = batching.contains(a) || map.contains(a) || random.nextInt(3) == 0;
            int size = batching.contains(a) ? 1 : number(1, sizes.get(a));
            sizes = cut ? sizes.with(a, size) : sizes;
        }
        Ints slice = sizes;
        Ints collapsed =
                Ints.range(rank)
                        .filter(
                                a ->
                                        !batching.contains(a)
                                                && slice.get(a) == 1
                                                && random.nextBoolean());
        int extra = random.nextInt(3);
        Ints axes = shuffled(batching.size() + extra);
        Ints batch = operand.shape().dims().pick(batching).concat(shape(extra).dims()).pick(axes);
        int vector = number(0, batch.size());
        boolean vectorAxis = map.size() > 1 || random.nextBoolean();
        vector = vectorAxis ? vector : batch.size();
        Shape indexShape =
                vectorAxis ? new Shape(batch).insert(vector, map.size()) : new Shape(batch);
        int after = vectorAxis ? vector : Integer.MAX_VALUE;
        Ints indexBatching =
                Ints.of(
                        Ints.range(batching.size()).stream()
                                .map(axes::indexOf)
                                .map(i -> i >= after ? i + 1 : i)
                                .toArray());
        int offsets = rank - collapsed.size() - batching.size();
        Ints offset = sorted(shuffled(batch.size() + offsets).pick(Ints.range(offsets)));
        GatherDims dims = new GatherDims(offset, collapsed, batching, indexBatching, map, vector);
        long[] at = IntStream.range(0, indexShape.size()).mapToLong(i -> number(-2, 4)).toArray();
        Tensor indices = Programs.integers(indexShape, at);
        Shape packed =
                TypeRules.outputs(new Op.Gather(dims, slice), List.of(operand, indices.type()))
                        .get(0)
                        .shape();
        return new Windows(dims, slice, indices, packed);
    }
}
