package io.hessdiag.examples;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random losses that are sums over examples by construction: equations that keep the examples apart
 * on values whose example axis is known, a weighted sum, linear equations. With couplings among
 * them they are so only if these do no harm.
 */
final class SeparableGenerator {
    private static final int MOST_ELEMENTS = 400;
    private static final int CLASSES = 3;
    private static final List<UnaryFunction> UNARY =
            List.of(
                    UnaryFunction.TANH,
                    UnaryFunction.SINE,
                    UnaryFunction.LOGISTIC,
                    UnaryFunction.NEGATE,
                    UnaryFunction.STOP_GRADIENT);

    /** A loss with its parameters first, values for all inputs, and the data's example axes. */
    record Case(Program loss, int parameters, Ints axes, List<Tensor> arguments) {}

    private record Each(int value, ExampleAxis axis) {}

    private final Random random;
    private final ProgramBuilder b = new ProgramBuilder("loss");
    private final int examples;
    private final List<Integer> parameters = new ArrayList<>();
    private final List<Each> each = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    private SeparableGenerator(Random random) {
        this.random = random;
        this.examples = number(4, 5);
    }

    /**
     * @param couplings how many equations may mix examples
     */
    static Case of(Random random, int equations, int couplings) {
        return new SeparableGenerator(random).generate(equations, couplings);
    }

    private Case generate(int equations, int couplings) {
        List<Tensor> arguments = new ArrayList<>();
        for (Shape s : List.of(Shape.SCALAR, Shape.of(3), Shape.of(3, 3), Shape.of(CLASSES, 2))) {
            parameters.add(b.input(Programs.f64(s)));
            arguments.add(Programs.random(random, s));
        }
        Ints axes = Ints.EMPTY;
        for (int i = 0; i < 2; i++) {
            int axis = random.nextInt(2);
            Shape shape = Shape.of(3).insert(axis, examples);
            each.add(new Each(b.input(Programs.f64(shape)), ExampleAxis.whole(axis)));
            arguments.add(Programs.random(random, shape));
            axes = axes.append(axis);
        }
        TensorType label = TensorType.of(DType.I32, examples);
        labels.add(b.input(label));
        arguments.add(Tensor.of(label, random.longs(examples, 0, CLASSES).toArray()));
        int shared = b.input(Programs.f64(Shape.of(3)));
        arguments.add(Programs.random(random, Shape.of(3)));
        parameters.add(shared);
        int made = 0;
        while (made < equations) {
            Each e = step(any());
            int size = b.type(e.value()).size();
            if (0 < size && size <= MOST_ELEMENTS && b.type(e.value()).dtype().isFloat()) {
                each.add(e);
                made++;
            }
        }
        for (int i = 0; i < couplings; i++) {
            Each e = any();
            each.add(new Each(coupled(e), e.axis()));
        }
        return new Case(ProgramChecker.check(b.build(loss())), 4, axes.append(0, -1), arguments);
    }

    private int number(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private Each any() {
        int n = each.size();
        return each.get(n - 1 - (int) (n * random.nextDouble() * random.nextDouble()));
    }

    /** One whose axes are of size 3. */
    private int parameter(int rank) {
        Shape shape = new Shape(Ints.repeat(3, rank));
        List<Integer> fit = parameters.stream().filter(p -> b.shape(p).equals(shape)).toList();
        return fit.get(random.nextInt(fit.size()));
    }

    private Shape shape(Each e) {
        return b.shape(e.value());
    }

    /** Axes that are not the examples'. */
    private Ints others(Each e) {
        return Ints.range(shape(e).rank()).filter(a -> a != e.axis().axis());
    }

    private int other(Each e) {
        Ints others = others(e);
        return others.isEmpty() ? -1 : others.get(random.nextInt(others.size()));
    }

    private Each with(Each e, int value) {
        return new Each(value, e.axis());
    }

    private Each step(Each x) {
        int a = other(x);
        return switch (random.nextInt(a < 0 ? 12 : 24)) {
            case 0, 1 -> with(x, b.unary(UNARY.get(random.nextInt(UNARY.size())), x.value()));
            case 2 -> with(x, b.multiply(x.value(), like(x)));
            case 3 -> with(x, b.add(x.value(), like(x)));
            case 4 -> with(x, b.subtract(like(x), x.value()));
            case 5 -> with(x, choice(x));
            case 6 -> transposed(x);
            case 7 -> reshaped(x);
            case 8 -> looked(x);
            case 9 -> twice(x);
            case 10 -> with(x, branch(x));
            case 11 -> mapped(x);
            case 12 -> product(x, a);
            case 13 -> reduced(x, a);
            case 14 -> with(x, b.emit(new Op.Reverse(Ints.of(a)), x.value()));
            case 15 -> with(x, b.emit(new Op.Concatenate(a), x.value(), like(x)));
            case 16 -> with(x, padded(x, a));
            case 17 -> with(x, sliced(x, a));
            case 18 -> with(x, b.emit(sort(a), x.value()));
            case 19 -> windowed(x, a);
            case 20 -> looped(x, a);
            case 21 -> outer(x, a);
            case 22 -> scattered(x, a);
            default -> picked(x, a);
        };
    }

    /** Something of x's type: of the examples, broadcast, constant, or counted. */
    private int like(Each x) {
        Shape shape = shape(x);
        List<Each> same =
                each.stream()
                        .filter(e -> shape(e).equals(shape) && e.axis().equals(x.axis()))
                        .toList();
        int a = other(x);
        return switch (random.nextInt(7)) {
            case 0 -> b.constant(Programs.random(random, shape));
            case 1 -> b.broadcast(b.unary(UnaryFunction.TANH, parameter(0)), shape, Ints.EMPTY);
            case 2 ->
                    b.multiply(
                            b.fullLike(x.value(), 0.1),
                            b.convert(
                                    b.emit(
                                            new Op.Iota(
                                                    new TensorType(DType.I64, shape),
                                                    random.nextInt(shape.rank()))),
                                    DType.F64));
            case 3 -> early(x);
            case 4 ->
                    a >= 0 && shape.dim(a) == 3
                            ? b.broadcast(parameter(1), shape, Ints.of(a))
                            : b.fullLike(x.value(), 0.5);
            default -> same.get(random.nextInt(same.size())).value();
        };
    }

    /** What all the data give without a parameter: one value for all, or rows in another order. */
    private int early(Each x) {
        Each data = each.get(random.nextInt(2));
        int all = b.unary(UnaryFunction.SINE, Programs.total(b, data.value()));
        if (random.nextBoolean()
                || !shape(data).equals(shape(x))
                || !data.axis().equals(x.axis())) {
            return b.broadcast(all, shape(x), Ints.EMPTY);
        }
        return b.emit(sort(data.axis().axis()), data.value());
    }

    private int choice(Each x) {
        int mask = b.compare(Comparison.GT, like(x), x.value());
        return random.nextBoolean()
                ? b.select(mask, like(x), x.value())
                : b.emit(new Op.Clamp(), b.scalar(DType.F64, -0.4), x.value(), like(x));
    }

    private Each transposed(Each x) {
        List<Integer> axes = new ArrayList<>(Ints.range(shape(x).rank()).stream().boxed().toList());
        java.util.Collections.shuffle(axes, random);
        Ints order = Ints.of(axes.stream().mapToInt(i -> i).toArray());
        int y = b.transpose(x.value(), order);
        return new Each(y, x.axis().at(order.indexOf(x.axis().axis())));
    }

    /** Joins the examples' axis with a neighbour, takes one apart, or adds an axis. */
    private Each reshaped(Each x) {
        Shape s = shape(x);
        int p = x.axis().axis();
        Shape to = s.insert(random.nextInt(s.rank() + 1), 1);
        if (x.axis().outer() > 1 && random.nextBoolean()) {
            int inner = s.dim(p) / x.axis().outer();
            to = new Shape(s.dims().with(p, inner)).insert(p, x.axis().outer());
        } else if (p > 0 && random.nextBoolean()) {
            to = new Shape(s.dims().with(p, s.dim(p - 1) * s.dim(p)).without(Ints.of(p - 1)));
        } else if (p + 1 < s.rank() && random.nextBoolean()) {
            to = new Shape(s.dims().with(p, s.dim(p) * s.dim(p + 1)).without(Ints.of(p + 1)));
        }
        return new Each(b.reshape(x.value(), to), x.axis().reshaped(s, to, examples));
    }

    /** x, one after another, with itself, or half of such a thing. */
    private Each twice(Each x) {
        int p = x.axis().axis();
        if (x.axis().outer() % 2 == 0) {
            Ints dims = shape(x).dims();
            int half = dims.get(p) / 2;
            int start = random.nextBoolean() ? 0 : half;
            int y = cut(x.value(), p, start, start + half, 1);
            return new Each(y, new ExampleAxis(p, x.axis().outer() / 2, x.axis().inner()));
        }
        if (x.axis().inner() > 1) {
            int n = x.axis().inner();
            int y = cut(x.value(), p, random.nextInt(n), shape(x).dim(p), n);
            return new Each(y, new ExampleAxis(p, x.axis().outer(), 1));
        }
        int y = b.emit(new Op.Concatenate(p), x.value(), like(x));
        return new Each(y, new ExampleAxis(p, 2 * x.axis().outer(), x.axis().inner()));
    }

    private int cut(int x, int axis, int start, int limit, int stride) {
        Ints dims = b.shape(x).dims();
        return b.emit(
                new Op.Slice(
                        Ints.repeat(0, dims.size()).with(axis, start),
                        dims.with(axis, limit),
                        Ints.repeat(1, dims.size()).with(axis, stride)),
                x);
    }

    private int sliced(Each x, int a) {
        int start = random.nextInt(shape(x).dim(a));
        return cut(x.value(), a, start, number(start + 1, shape(x).dim(a)), number(1, 2));
    }

    private int padded(Each x, int a) {
        Ints none = Ints.repeat(0, shape(x).rank());
        return b.emit(
                new Op.Pad(none.with(a, 1), none.with(a, number(0, 1)), none.with(a, number(0, 1))),
                x.value(),
                random.nextBoolean() ? parameter(0) : b.scalar(DType.F64, 0.3));
    }

    private Op sort(int axis) {
        ProgramBuilder c = new ProgramBuilder("less");
        int x = c.input(TensorType.of(DType.F64));
        int y = c.input(TensorType.of(DType.F64));
        return new Op.Sort(axis, true, c.build(c.compare(Comparison.LT, x, y)));
    }

    /** A row of a parameter for every label. */
    private Each looked(Each x) {
        int indices = b.reshape(labels.get(0), Shape.of(examples, 1));
        if (random.nextBoolean()) {
            int numbers = b.emit(new Op.Iota(TensorType.of(DType.I32, examples), 0));
            int three = b.fullLike(numbers, CLASSES - 1);
            int small = b.binary(BinaryFunction.MINIMUM, numbers, three);
            indices = b.reshape(small, Shape.of(examples, 1));
        }
        GatherDims dims = new GatherDims(Ints.of(1), Ints.of(0), Ints.of(0), 1);
        int rows = b.emit(new Op.Gather(dims, Ints.of(1, 2)), parameters.get(3), indices);
        return x.value() < 0 ? x : new Each(rows, ExampleAxis.whole(0));
    }

    /** The element that the label says, of every example. */
    private Each picked(Each x, int a) {
        ExampleAxis axis = x.axis();
        if (shape(x).rank() != 2 || axis.size(1) > 1 || shape(x).dim(a) < CLASSES) {
            return with(x, b.negate(x.value()));
        }
        int indices = b.reshape(labels.get(0), Shape.of(examples, 1));
        GatherDims dims =
                new GatherDims(
                        Ints.EMPTY, Ints.of(a), Ints.of(axis.axis()), Ints.of(0), Ints.of(a), 1);
        int y = b.emit(new Op.Gather(dims, Ints.of(1, 1)), x.value(), indices);
        return new Each(y, ExampleAxis.whole(0));
    }

    /** Every example's element added where its label says. */
    private Each scattered(Each x, int a) {
        if (shape(x).rank() != 2 || x.axis().size(1) > 1 || shape(x).dim(a) < CLASSES) {
            return with(x, b.negate(x.value()));
        }
        ScatterDims dims =
                new ScatterDims(
                        Ints.EMPTY,
                        Ints.of(a),
                        Ints.of(x.axis().axis()),
                        Ints.of(0),
                        Ints.of(a),
                        1);
        int updates = b.sum(x.value(), Ints.of(a));
        return with(
                x,
                b.emit(
                        new Op.Scatter(dims, Combiner.ADD, true),
                        like(x),
                        b.reshape(labels.get(0), Shape.of(examples, 1)),
                        updates));
    }

    private Each product(Each x, int a) {
        Each y = any();
        int other = other(y);
        boolean pairs =
                other >= 0
                        && shape(x).dim(a) == shape(y).dim(other)
                        && shape(x).dim(x.axis().axis()) == shape(y).dim(y.axis().axis())
                        && x.axis().at(0).equals(y.axis().at(0));
        if (pairs) {
            Op dot =
                    new Op.DotGeneral(
                            Ints.of(x.axis().axis()),
                            Ints.of(y.axis().axis()),
                            Ints.of(a),
                            Ints.of(other));
            return new Each(b.emit(dot, x.value(), y.value()), x.axis().at(0));
        }
        if (shape(x).dim(a) != 3) {
            return with(x, b.negate(x.value()));
        }
        int square = parameter(2);
        int p = Ints.range(shape(x).rank()).without(Ints.of(a)).indexOf(x.axis().axis());
        return random.nextBoolean()
                ? new Each(
                        Programs.dot(b, x.value(), square, Ints.of(a), Ints.of(0)), x.axis().at(p))
                : new Each(
                        Programs.dot(b, square, x.value(), Ints.of(1), Ints.of(a)),
                        x.axis().at(p + 1));
    }

    private Each reduced(Each x, int a) {
        Combiner c = random.nextBoolean() ? Combiner.ADD : Combiner.MAXIMUM;
        int init =
                c == Combiner.ADD && random.nextBoolean()
                        ? parameter(0)
                        : b.scalar(DType.F64, c == Combiner.ADD ? 0 : -9);
        int y = b.emit(new Op.Reduce(c, Ints.of(a)), x.value(), init);
        return new Each(y, x.axis().at(x.axis().axis() - (a < x.axis().axis() ? 1 : 0)));
    }

    private Each windowed(Each x, int a) {
        int size = Math.min(2, shape(x).dim(a));
        WindowSpec spec = new WindowSpec(Ints.of(a), Ints.of(size), Ints.of(1), Ints.of(1));
        int windows = b.emit(new Op.Windows(spec), x.value());
        return with(
                x,
                random.nextBoolean()
                        ? windows
                        : b.emit(new Op.FoldWindows(spec, shape(x)), b.negate(windows)));
    }

    /** A recurrence along another axis, from zeros, whose steps and end are results. */
    private Each looped(Each x, int a) {
        Ints order = Ints.range(shape(x).rank()).filter(i -> i != a).prepend(a);
        int rows = b.transpose(x.value(), order);
        Shape row = b.shape(rows).without(Ints.of(0));
        ProgramBuilder s = new ProgramBuilder("step");
        int w = s.input(TensorType.of(DType.F64));
        int c = s.input(Programs.f64(row));
        int r = s.input(Programs.f64(row));
        int bias = s.broadcast(w, row, Ints.EMPTY);
        int noise = s.constant(Programs.random(random, row));
        int sum = s.add(s.multiply(c, bias), random.nextBoolean() ? s.multiply(r, noise) : r);
        int next = s.unary(UnaryFunction.TANH, sum);
        Op scan = new Op.Scan(1, 1, shape(x).dim(a), random.nextBoolean(), s.build(next, sum));
        int zeros = b.full(Programs.f64(row), 0);
        Ints out = b.apply(scan, Ints.of(parameter(0), zeros, rows));
        ExampleAxis axis = x.axis().at(order.indexOf(x.axis().axis()));
        return random.nextBoolean()
                ? new Each(out.get(0), axis.ofRow())
                : new Each(out.get(1), axis);
    }

    /** A loop over the examples that keeps them apart. */
    private Each mapped(Each x) {
        if (x.axis().size(1) > 1) {
            return with(x, b.negate(x.value()));
        }
        int p = x.axis().axis();
        int rows =
                b.transpose(x.value(), Ints.range(shape(x).rank()).filter(i -> i != p).prepend(p));
        Shape row = b.shape(rows).without(Ints.of(0));
        ProgramBuilder s = new ProgramBuilder("map");
        int w = s.input(TensorType.of(DType.F64));
        int r = s.input(Programs.f64(row));
        int y = s.multiply(Programs.total(s, r), s.unary(UnaryFunction.TANH, w));
        Op scan = new Op.Scan(1, 0, examples, false, s.build(y));
        return new Each(b.emit(scan, parameter(0), rows), ExampleAxis.whole(0));
    }

    private int branch(Each x) {
        List<Program> branches = new ArrayList<>();
        for (UnaryFunction f : List.of(UnaryFunction.TANH, UnaryFunction.SINE)) {
            ProgramBuilder s = new ProgramBuilder("branch");
            int y = s.input(b.type(x.value()));
            int w = s.input(TensorType.of(DType.F64));
            int wide = s.broadcast(w, b.shape(x.value()), Ints.EMPTY);
            branches.add(s.build(f == UnaryFunction.SINE ? wide : s.multiply(s.unary(f, y), wide)));
        }
        int index = b.constant(Tensor.scalar(DType.I32, random.nextInt(2)));
        int hidden =
                b.convert(
                        b.compare(Comparison.GT, parameter(0), b.scalar(DType.F64, 0)), DType.I32);
        return b.emit(
                new Op.Case(branches),
                random.nextBoolean() ? index : hidden,
                x.value(),
                parameter(0));
    }

    /** Positive definite matrices of every example, and their factors. */
    private Each outer(Each x, int a) {
        if (shape(x).rank() != 2 || shape(x).dim(a) > 4) {
            return with(x, b.negate(x.value()));
        }
        Ints batch = Ints.of(x.axis().axis());
        Op dot = new Op.DotGeneral(batch, batch, Ints.EMPTY, Ints.EMPTY);
        int squares = b.emit(dot, x.value(), x.value());
        int n = shape(x).dim(a);
        TensorType index = TensorType.of(DType.I64, n, n);
        int diagonal =
                b.compare(
                        Comparison.EQ,
                        b.emit(new Op.Iota(index, 0)),
                        b.emit(new Op.Iota(index, 1)));
        int eye = b.convert(diagonal, DType.F64);
        int spd = b.add(squares, b.broadcast(eye, b.shape(squares), Ints.of(1, 2)));
        int l = b.emit(new Op.Cholesky(), spd);
        int y =
                random.nextBoolean()
                        ? l
                        : b.emit(
                                new Op.TriangularSolve(true, false, random.nextBoolean()),
                                l,
                                squares);
        return new Each(y, x.axis().at(0));
    }

    /** Something of x's type that may depend on all examples. */
    private int coupled(Each x) {
        int p = x.axis().axis();
        return switch (random.nextInt(5)) {
            case 0 -> b.emit(new Op.Reverse(Ints.of(p)), x.value());
            case 1 -> b.emit(sort(p), x.value());
            case 2 ->
                    b.add(
                            x.value(),
                            b.broadcast(Programs.total(b, x.value()), shape(x), Ints.EMPTY));
            case 3 ->
                    b.broadcast(
                            Programs.reduce(b, Combiner.MAXIMUM, x.value(), -9, p),
                            shape(x),
                            Ints.range(shape(x).rank()).without(Ints.of(p)));
            default -> {
                int sum = b.sum(x.value(), Ints.of(p));
                Ints kept = Ints.range(shape(x).rank()).without(Ints.of(p));
                yield b.multiply(x.value(), b.broadcast(sum, shape(x), kept));
            }
        };
    }

    /** Weighted sums of the last values, scaled and shifted by what the parameters make. */
    private int loss() {
        int loss =
                Programs.total(
                        b,
                        b.unary(
                                UnaryFunction.SINE,
                                b.multiply(
                                        each.get(0).value(),
                                        b.broadcast(
                                                parameter(0), shape(each.get(0)), Ints.EMPTY))));
        for (Each e : each.subList(Math.max(0, each.size() - 4), each.size())) {
            loss = b.add(loss, tail(summed(e)));
        }
        if (random.nextBoolean()) {
            int w = parameter(2);
            loss = b.subtract(loss, Programs.total(b, b.multiply(w, w)));
        }
        return loss;
    }

    private int summed(Each e) {
        int p = e.axis().axis();
        if (random.nextInt(3) == 0) {
            int weights = b.constant(Programs.random(random, Shape.of(shape(e).dim(p))));
            int dot = Programs.dot(b, e.value(), weights, Ints.of(p), Ints.of(0));
            return random.nextBoolean() ? dot : b.negate(dot);
        }
        int start = random.nextBoolean() ? b.scalar(DType.F64, 0) : parameter(0);
        return b.emit(new Op.Reduce(Combiner.ADD, Ints.of(p)), e.value(), start);
    }

    private int tail(int sum) {
        Shape shape = b.shape(sum);
        int scale = b.unary(UnaryFunction.EXPONENTIAL, b.negate(parameter(0)));
        int y = b.multiply(b.broadcast(scale, shape, Ints.EMPTY), sum);
        int z =
                switch (random.nextInt(6)) {
                    case 0 -> b.subtract(b.fullLike(y, 1), y);
                    case 1 ->
                            b.select(
                                    b.compare(Comparison.GT, parameter(0), b.scalar(DType.F64, 0)),
                                    y,
                                    b.fullLike(y, 2));
                    case 2 -> b.divide(y, b.broadcast(b.scalar(DType.F64, 7), shape, Ints.EMPTY));
                    case 3 -> b.reshape(y, Shape.of(shape.size()));
                    case 4 ->
                            shape.rank() == 0
                                    ? y
                                    : b.emit(
                                            new Op.Concatenate(0),
                                            y,
                                            b.broadcast(parameter(0), shape, Ints.EMPTY));
                    default -> b.convert(b.convert(y, DType.F64), DType.F64);
                };
        return b.multiply(b.scalar(DType.F64, 0.1), Programs.weightedSum(b, z, random));
    }
}
