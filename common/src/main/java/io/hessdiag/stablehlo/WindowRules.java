package io.hessdiag.stablehlo;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.Map;

/** {@code reduce_window} and {@code select_and_scatter} by the windows of the padded operand. */
final class WindowRules {
    /** Windows from this length on are combined by doubling rather than written out. */
    private static final int LONG = 16;

    private WindowRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.reduce_window", WindowRules::reduceWindow);
        rules.put("stablehlo.select_and_scatter", s -> Ints.of(selectAndScatter(s)));
    }

    /** Operands are n arrays, then n initial values. */
    private static Ints reduceWindow(Site s) {
        int n = s.operands().size() / 2;
        if (n == 0 || s.operands().size() != 2 * n) {
            throw s.error(
                    "expected arrays and as many initial values, found "
                            + s.operands().size()
                            + " operands");
        }
        Padded window = Padded.of(s);
        RegionExpressions region = new RegionExpressions(s.region(0));
        if (!Ints.range(n).stream().allMatch(region::isNamed)) {
            return general(s, n, window);
        }
        return Ints.of(
                Ints.range(n).stream()
                        .map(
                                i ->
                                        reduce(
                                                s.builder(),
                                                region.combiner(i).get(),
                                                s.operand(i),
                                                s.operand(n + i),
                                                window))
                        .toArray());
    }

    private static Ints general(Site s, int n, Padded window) {
        ProgramBuilder b = s.builder();
        int rank = s.type(0).rank();
        Ints inits = s.operands().pick(Ints.range(n, 2 * n));
        Ints windows =
                Ints.of(
                        Ints.range(n).stream()
                                .map(
                                        i ->
                                                b.emit(
                                                        new Op.Windows(window.spec()),
                                                        window.pad(b, s.operand(i), inits.get(i))))
                                .toArray());
        return GeneralReduction.of(s, inits)
                .reduce(windows, inits, Ints.range(rank, b.shape(windows.get(0)).rank()));
    }

    private static int reduce(ProgramBuilder b, Combiner c, int x, int init, Padded window) {
        int padded = window.pad(b, x, init);
        WindowSpec spec = window.spec();
        if (window.isLongRun()) {
            int result = doubling(b, c, padded, spec.axes().get(0), spec.sizes().get(0));
            int start = b.broadcast(init, b.shape(result), Ints.EMPTY);
            return b.binary(c.function(), start, result);
        }
        int windows = b.emit(new Op.Windows(spec), padded);
        int rank = b.shape(x).rank();
        if (c == Combiner.MAXIMUM || c == Combiner.MINIMUM) {
            return extreme(b, windows, rank, init, c == Combiner.MAXIMUM).get(0);
        }
        return b.emit(new Op.Reduce(c, Ints.range(rank, b.shape(windows).rank())), windows, init);
    }

    /**
     * The first of the extreme elements wins, as its derivative shows; the initial value comes
     * last.
     */
    private static Ints extreme(ProgramBuilder b, int windows, int rank, int init, boolean max) {
        Ints dims = b.shape(windows).dims();
        int size = b.shape(windows).pick(Ints.range(rank, dims.size())).size();
        Shape flat = new Shape(dims.pick(Ints.range(rank)).append(size));
        int values = b.reshape(windows, flat);
        int index = b.emit(new Op.Iota(new TensorType(DType.I64, flat), rank));
        return b.apply(
                new Op.ArgReduce(max, rank),
                Ints.of(values, index, init, b.scalar(DType.I64, size)));
    }

    /** Windows of length w from windows of length 1, 2, 4, …: what JAX's cumsum and cummax need. */
    private static int doubling(ProgramBuilder b, Combiner c, int x, int axis, int size) {
        int length = b.shape(x).dim(axis) - size + 1;
        int power = x;
        int width = 1;
        int done = -1;
        int covered = 0;
        for (int left = size; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                int part = run(b, power, axis, covered, length);
                done = done < 0 ? part : b.binary(c.function(), done, part);
                covered += width;
            }
            int n = b.shape(power).dim(axis) - width;
            if (left > 1) {
                power =
                        b.binary(
                                c.function(),
                                run(b, power, axis, 0, n),
                                run(b, power, axis, width, n));
                width *= 2;
            }
        }
        return done;
    }

    private static int run(ProgramBuilder b, int x, int axis, int start, int length) {
        Ints dims = b.shape(x).dims();
        return b.emit(
                new Op.Slice(
                        Ints.repeat(0, dims.size()).with(axis, start),
                        dims.with(axis, start + length),
                        Ints.repeat(1, dims.size())),
                x);
    }

    /** The source's elements, each added where its window's selected element lies. */
    private static int selectAndScatter(Site s) {
        s.operands(3);
        RegionExpressions select = new RegionExpressions(s.region(0));
        boolean max = select.returns(select.node("GE", select.argument(0), select.argument(1)));
        if (!max && !select.returns(select.node("LE", select.argument(0), select.argument(1)))) {
            throw s.unsupported("this selection is not supported", "GE and LE are");
        }
        if (!new RegionExpressions(s.region(1))
                .combiner(0)
                .equals(java.util.Optional.of(Combiner.ADD))) {
            throw s.unsupported("this scatter function is not supported", "add is");
        }
        ProgramBuilder b = s.builder();
        Padded window = Padded.of(s);
        DType dtype = s.type(0).dtype();
        int lowest = b.scalar(dtype, max ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        int padded = window.pad(b, s.operand(0), lowest);
        int windows = b.emit(new Op.Windows(window.spec()), padded);
        int rank = s.type(0).rank();
        int winner = extreme(b, windows, rank, lowest, max).get(1);
        Shape flat =
                new Shape(
                        b.shape(winner)
                                .dims()
                                .append(
                                        b.shape(windows).size()
                                                / Math.max(1, b.shape(winner).size())));
        int index = b.emit(new Op.Iota(new TensorType(DType.I64, flat), rank));
        int mask = b.compare(Comparison.EQ, index, b.broadcast(winner, flat, Ints.range(rank)));
        int source = b.broadcast(s.operand(1), flat, Ints.range(rank));
        int placed = b.reshape(b.select(mask, source, b.fullLike(source, 0)), b.shape(windows));
        int folded = b.emit(new Op.FoldWindows(window.spec(), b.shape(padded)), placed);
        int result = window.crop(b, folded);
        return b.add(result, b.broadcast(s.operand(2), b.shape(result), Ints.EMPTY));
    }

    /** Negative padding that takes away more than there is leaves nothing. */
    static Op.Pad padding(Shape shape, Ints low, Ints high, Ints interior) {
        Ints fitting = high;
        for (int i = 0; i < high.size(); i++) {
            int dilated = shape.dim(i) + Math.max(shape.dim(i) - 1, 0) * interior.get(i);
            fitting = fitting.with(i, Math.max(high.get(i), -low.get(i) - dilated));
        }
        return new Op.Pad(low, fitting, interior);
    }

    /** Padding, and the windows over the axes that have any. */
    record Padded(Ints low, Ints high, Ints interior, WindowSpec spec) {

        static Padded of(Site s) {
            int rank = s.type(0).rank();
            Ints ones = Ints.repeat(1, rank);
            Ints sizes = each(s, ones, "window_dimensions");
            Ints strides = each(s, ones, "window_strides");
            Ints dilations = each(s, ones, "window_dilations");
            Ints base = each(s, ones, "base_dilations");
            Ints padding =
                    s.has("padding")
                            ? Attributes.flat(s, "padding", s.attribute("padding"))
                            : Ints.repeat(0, 2 * rank);
            if (padding.size() != 2 * rank) {
                throw s.error("expected " + rank + " pairs of padding, found " + padding);
            }
            Ints axes = Ints.range(rank).filter(a -> sizes.get(a) != 1 || strides.get(a) != 1);
            WindowSpec spec =
                    new WindowSpec(
                            axes, sizes.pick(axes), strides.pick(axes), dilations.pick(axes));
            Ints low = padding.pick(Ints.of(Ints.range(rank).stream().map(i -> 2 * i).toArray()));
            Ints high =
                    padding.pick(Ints.of(Ints.range(rank).stream().map(i -> 2 * i + 1).toArray()));
            Op.Pad pad = padding(s.type(0).shape(), low, high, base.plus(-1));
            return new Padded(pad.low(), pad.high(), pad.interior(), spec);
        }

        private static Ints each(Site s, Ints absent, String name) {
            Ints values = s.intsOr(absent, name);
            if (values.size() != absent.size() || values.stream().anyMatch(v -> v < 1)) {
                throw s.error(
                        name + ": expected " + absent.size() + " positive values, found " + values);
            }
            return values;
        }

        int pad(ProgramBuilder b, int x, int value) {
            return isPlain() ? x : b.emit(new Op.Pad(low, high, interior), x, value);
        }

        private boolean isPlain() {
            return low.allEqual(0) && high.allEqual(0) && interior.allEqual(0);
        }

        /** Undoes the padding. */
        int crop(ProgramBuilder b, int x) {
            if (isPlain()) {
                return x;
            }
            int zero = b.scalar(b.type(x).dtype(), 0);
            Ints minusLow = Ints.of(low.stream().map(v -> -v).toArray());
            Ints minusHigh = Ints.of(high.stream().map(v -> -v).toArray());
            int inner =
                    b.emit(new Op.Pad(minusLow, minusHigh, Ints.repeat(0, low.size())), x, zero);
            return interior.allEqual(0)
                    ? inner
                    : b.emit(
                            new Op.Slice(
                                    Ints.repeat(0, low.size()),
                                    b.shape(inner).dims(),
                                    interior.plus(1)),
                            inner);
        }

        /** One long window axis with neighbouring windows: a running sum, product or extreme. */
        boolean isLongRun() {
            return spec.axes().size() == 1
                    && spec.sizes().get(0) >= LONG
                    && spec.strides().get(0) == 1
                    && spec.dilations().get(0) == 1;
        }
    }
}
