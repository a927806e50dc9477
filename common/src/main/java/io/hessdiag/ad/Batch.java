package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.Types;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the linear equations of a tangent program for K basis directions at once. A basis direction
 * is one-hot, so it stays a {@link Lane} with pinned axes until an equation mixes them; and of
 * direction p only entry p of the result is wanted ({@link Demand}), so axes become pinned again as
 * early as the uses allow. What is left of a dense layer is a batched product with one row of its
 * matrix.
 */
final class Batch implements Op.Visitor<Integer> {
    private final ProgramBuilder b;
    private final Types source;
    private final boolean[] moving;
    private final Ints[] demand;
    private final Lane[] lane;
    private final int[] plain;
    private final Pinning pinning;
    private final int k;

    private Equation equation;
    private Ints pin;
    private Lane[] in;

    /**
     * @param b where the batched equations go
     * @param source the types of the linear equations' values
     * @param moving which of its values depend on the direction
     * @param plain ids in {@code b} of its other values
     */
    Batch(
            ProgramBuilder b,
            Types source,
            boolean[] moving,
            Ints[] demand,
            int[] plain,
            Pinning pinning,
            int k) {
        this.b = b;
        this.source = source;
        this.moving = moving;
        this.demand = demand;
        this.plain = plain;
        this.pinning = pinning;
        this.k = k;
        this.lane = new Lane[moving.length];
    }

    /**
     * Runs the equations on basis directions of {@code direction}; returns the output's entries.
     */
    int run(List<Equation> linear, int direction, int output) {
        int rank = source.shape(direction).rank();
        int ones = b.full(source.type(direction).withShape(Shape.of(k)), 1);
        lane[direction] = new Lane(ones, Ints.range(rank), Ints.repeat(1, rank));
        steps(linear);
        return pinning.repin(lane[output], Ints.range(source.shape(output).rank())).core();
    }

    void steps(List<Equation> linear) {
        for (Equation e : linear) {
            b.at(e.location());
            if (e.op() instanceof Op.Scan scan) {
                if (e.outputs().stream().anyMatch(v -> demand[v] != null)) {
                    loop(e, scan);
                }
            } else if (e.op() instanceof Op.Case choice) {
                choice(e, choice);
            } else if (demand[e.output()] != null) {
                step(e);
            }
        }
        b.at(null);
    }

    /** The value's lane with these pins, whether it moves or not. */
    Lane lane(int v, Ints pins) {
        return moving[v]
                ? pinning.repin(lane[v], pins)
                : new Lane(pinning.read(v, pins), pins, Ints.repeat(0, pins.size()));
    }

    void set(int v, Lane value) {
        lane[v] = value;
    }

    private void loop(Equation e, Op.Scan scan) {
        Ints[] wanted = e.outputs().stream().mapToObj(v -> demand[v]).toArray(Ints[]::new);
        ScanDemand inside = ScanDemand.of(scan, i -> moving[e.input(i)], wanted);
        set(e, new BatchedScan(b, pinning, k, scan, inside).run(e.inputs(), lanes(e), this));
    }

    private void choice(Equation e, Op.Case op) {
        Ints[] wanted = e.outputs().stream().mapToObj(v -> demand[v]).toArray(Ints[]::new);
        if (Arrays.stream(wanted).anyMatch(w -> w != null)) {
            CaseDemand inside = CaseDemand.of(op, i -> moving[e.input(i)], wanted);
            boolean[] moves = new boolean[e.inputs().size()];
            for (int i = 0; i < moves.length; i++) {
                moves[i] = moving[e.input(i)];
            }
            set(e, new BatchedCase(b, pinning, k, inside).run(e.inputs(), lanes(e), moves));
        }
    }

    private Lane[] lanes(Equation e) {
        return e.inputs().stream().mapToObj(v -> moving[v] ? lane[v] : null).toArray(Lane[]::new);
    }

    private void set(Equation e, Lane[] results) {
        for (int i = 0; i < results.length; i++) {
            lane[e.outputs().get(i)] = results[i];
        }
    }

    private void step(Equation e) {
        equation = e;
        int operands = e.inputs().size();
        Ints[] maps = new Ints[operands];
        for (int i = 0; i < operands; i++) {
            maps[i] = AxisMap.of(source, e, i);
        }
        Ints wanted = demand[e.output()];
        Ints sparse = Ints.repeat(0, wanted.size());
        pin = wanted;
        for (int r = 0; r < wanted.size(); r++) {
            if (!carried(maps, r) && !makesAxes(e.op())) {
                pin = pin.with(r, Lane.WHOLE);
            }
            int coordinate = commonSparse(maps, r);
            if (coordinate != Lane.WHOLE
                    && (pin.get(r) == Lane.WHOLE || pin.get(r) == coordinate)) {
                pin = pin.with(r, coordinate);
                sparse = sparse.with(r, 1);
            }
        }
        in = new Lane[operands];
        for (int i = 0; i < operands; i++) {
            if (moving[e.input(i)]) {
                in[i] = pinning.repin(lane[e.input(i)], operandPin(i, maps[i]));
            }
        }
        lane[e.output()] = new Lane(e.op().accept(this), pin, sparse);
    }

    private boolean carried(Ints[] maps, int r) {
        for (int i = 0; i < maps.length; i++) {
            if (moving[equation.input(i)] && maps[i].contains(r)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the op can give one coordinate of an axis that no moving operand has. */
    private static boolean makesAxes(Op op) {
        return op instanceof Op.DotGeneral || op instanceof Op.BroadcastInDim;
    }

    /** The coordinate to which every moving operand is sparse along what becomes axis r. */
    private int commonSparse(Ints[] maps, int r) {
        int common = Lane.WHOLE;
        for (int i = 0; i < maps.length; i++) {
            int v = equation.input(i);
            if (moving[v]) {
                int axis = maps[i].indexOf(r);
                if (axis < 0
                        || lane[v].sparse().get(axis) == 0
                        || common != Lane.WHOLE && common != lane[v].pin().get(axis)) {
                    return Lane.WHOLE;
                }
                common = lane[v].pin().get(axis);
            }
        }
        return common;
    }

    /**
     * Pins of an operand: the result's where the axis is carried, sparse ones where it is summed.
     */
    private Ints operandPin(int i, Ints map) {
        Lane operand = lane[equation.input(i)];
        boolean sums =
                equation.op() instanceof Op.DotGeneral
                        || equation.op() instanceof Op.Reduce && i == 0;
        Ints out = operand.pin();
        for (int axis = 0; axis < map.size(); axis++) {
            if (map.get(axis) >= 0) {
                out = out.with(axis, pin.get(map.get(axis)));
            } else if (!sums) {
                out = out.with(axis, Lane.WHOLE);
            }
        }
        return out;
    }

    /** Operand i as the core of a lane with the result's pins. */
    private int core(int i) {
        return in[i] != null ? in[i].core() : pinning.read(equation.input(i), operandPinOf(i));
    }

    private Ints operandPinOf(int i) {
        Ints map = AxisMap.of(source, equation, i);
        return Ints.of(map.stream().map(r -> r < 0 ? Lane.WHOLE : pin.get(r)).toArray());
    }

    /** Axes of operand i's core, after K. */
    private Ints whole(int i) {
        return Lane.wholeAxes(in[i] != null ? in[i].pin() : operandPinOf(i));
    }

    private Shape resultShape() {
        return source.shape(equation.output()).pick(Lane.wholeAxes(pin)).prepend(k);
    }

    private int at(int resultAxis) {
        return Lane.position(pin, resultAxis);
    }

    private int refuse() {
        throw new IrException(equation.op().name() + ": not linear");
    }

    @Override
    public Integer constant(Op.Constant op) {
        return refuse();
    }

    @Override
    public Integer whileLoop(Op.While op) {
        return refuse();
    }

    @Override
    public Integer scan(Op.Scan op) {
        return refuse();
    }

    @Override
    public Integer sort(Op.Sort op) {
        return refuse();
    }

    @Override
    public Integer choice(Op.Case op) {
        return refuse();
    }

    @Override
    public Integer iota(Op.Iota op) {
        return refuse();
    }

    @Override
    public Integer compare(Op.Compare op) {
        return refuse();
    }

    @Override
    public Integer clamp(Op.Clamp op) {
        return refuse();
    }

    @Override
    public Integer logSumExp(Op.LogSumExp op) {
        return refuse();
    }

    @Override
    public Integer softmax(Op.Softmax op) {
        return refuse();
    }

    @Override
    public Integer argReduce(Op.ArgReduce op) {
        return refuse();
    }

    @Override
    public Integer unary(Op.Unary op) {
        return b.emit(op, core(0));
    }

    @Override
    public Integer binary(Op.Binary op) {
        return b.emit(op, core(0), core(1));
    }

    @Override
    public Integer convert(Op.Convert op) {
        return b.emit(op, core(0));
    }

    @Override
    public Integer select(Op.Select op) {
        boolean scalar = source.shape(equation.input(0)).rank() == 0;
        return b.emit(op, scalar ? plain[equation.input(0)] : core(0), core(1), core(2));
    }

    @Override
    public Integer broadcastInDim(Op.BroadcastInDim op) {
        Ints axes = whole(0);
        Ints kept = axes.filter(i -> pin.get(op.dims().get(i)) == Lane.WHOLE);
        Shape from = source.shape(equation.input(0)).pick(kept).prepend(k);
        Ints dims = Ints.of(kept.stream().map(i -> at(op.dims().get(i))).toArray()).prepend(0);
        return b.broadcast(b.reshape(core(0), from), resultShape(), dims);
    }

    @Override
    public Integer reshape(Op.Reshape op) {
        return b.reshape(core(0), resultShape());
    }

    @Override
    public Integer transpose(Op.Transpose op) {
        Ints from = whole(0);
        Ints order =
                Ints.of(
                        Lane.wholeAxes(pin).stream()
                                .map(r -> 1 + from.indexOf(op.permutation().get(r)))
                                .toArray());
        return b.transpose(core(0), order.prepend(0));
    }

    @Override
    public Integer reverse(Op.Reverse op) {
        return b.emit(new Op.Reverse(Ints.of(op.dims().stream().map(this::at).toArray())), core(0));
    }

    @Override
    public Integer slice(Op.Slice op) {
        Ints axes = whole(0);
        return b.emit(
                new Op.Slice(
                        op.start().pick(axes).prepend(0),
                        op.limit().pick(axes).prepend(k),
                        op.strides().pick(axes).prepend(1)),
                core(0));
    }

    @Override
    public Integer concatenate(Op.Concatenate op) {
        int[] parts = new int[equation.inputs().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = core(i);
        }
        return b.emit(new Op.Concatenate(at(op.dim())), parts);
    }

    /** A padding value that moves has K values: masks, as pad takes one value only. */
    @Override
    public Integer pad(Op.Pad op) {
        Ints axes = whole(0);
        Op padded =
                new Op.Pad(
                        op.low().pick(axes).prepend(0),
                        op.high().pick(axes).prepend(0),
                        op.interior().pick(axes).prepend(0));
        int zero = b.scalar(source.type(equation.output()).dtype(), 0);
        int inner = b.emit(padded, core(0), zero);
        if (in[1] == null) {
            return inner;
        }
        int ones = b.fullLike(core(0), 1);
        int outside = b.subtract(b.fullLike(inner, 1), b.emit(padded, ones, zero));
        return b.add(inner, b.multiply(outside, b.broadcast(core(1), b.shape(inner), Ints.of(0))));
    }

    @Override
    public Integer reduce(Op.Reduce op) {
        if (in[1] != null) {
            int init = b.broadcast(core(1), resultShape(), Ints.of(0));
            return in[0] == null ? init : b.add(init, reduceCore(op));
        }
        return reduceCore(op);
    }

    /** The sum over a sparse axis is its one element. */
    private int reduceCore(Op.Reduce op) {
        Ints axes = whole(0);
        Ints dims =
                Ints.of(
                        op.dims().stream()
                                .filter(axes::contains)
                                .map(d -> 1 + axes.indexOf(d))
                                .toArray());
        return b.sum(core(0), dims);
    }

    @Override
    public Integer dotGeneral(Op.DotGeneral op) {
        return new BatchedDot(b, pinning)
                .apply(
                        op,
                        in[0] != null,
                        in[0] != null ? in[0] : in[1],
                        equation.input(in[0] != null ? 1 : 0),
                        source.shape(equation.input(0)).rank(),
                        source.shape(equation.input(1)).rank(),
                        pin);
    }

    /** K is one more axis that every slice holds whole. */
    @Override
    public Integer gather(Op.Gather op) {
        GatherDims d = op.dims();
        Ints axes = whole(0);
        Ints offsets =
                Ints.of(
                                d.offsetDims().stream()
                                        .filter(r -> pin.get(r) == Lane.WHOLE)
                                        .map(this::at)
                                        .toArray())
                        .prepend(0);
        GatherDims dims =
                new GatherDims(
                        offsets,
                        shift(d.collapsedSliceDims(), axes),
                        shift(d.operandBatchingDims(), axes),
                        d.startIndicesBatchingDims(),
                        shift(d.startIndexMap(), axes),
                        d.indexVectorDim());
        return b.emit(
                new Op.Gather(dims, op.sliceSizes().pick(axes).prepend(k)),
                core(0),
                plain[equation.input(1)]);
    }

    @Override
    public Integer windows(Op.Windows op) {
        int windows = b.emit(new Op.Windows(unpinned(op.spec(), in[0].pin())), core(0));
        return b.reshape(windows, resultShape());
    }

    @Override
    public Integer foldWindows(Op.FoldWindows op) {
        WindowSpec spec = unpinned(op.spec(), pin);
        int windows = b.reshape(core(0), spec.windows(resultShape()));
        return b.emit(new Op.FoldWindows(spec, resultShape()), windows);
    }

    /** The windows over the axes of the core; an axis that is one window may be pinned. */
    private static WindowSpec unpinned(WindowSpec w, Ints pins) {
        Ints kept =
                Ints.range(w.axes().size()).filter(i -> pins.get(w.axes().get(i)) == Lane.WHOLE);
        Ints axes = w.axes().pick(kept);
        return new WindowSpec(
                Ints.of(axes.stream().map(a -> Lane.position(pins, a)).toArray()),
                w.sizes().pick(kept),
                w.strides().pick(kept),
                w.dilations().pick(kept));
    }

    /** Directions are more columns, or one more batch axis where the matrices differ among them. */
    @Override
    public Integer triangularSolve(Op.TriangularSolve op) {
        if (in[0] != null) {
            return refuse();
        }
        int columns = pin.size() - 1;
        boolean pinned = !pin.pick(Ints.range(columns)).allEqual(Lane.WHOLE);
        Shape core = b.shape(core(1));
        if (pinned) {
            Shape columnsLast = pin.get(columns) == Lane.WHOLE ? core : core.insert(core.rank(), 1);
            int x = b.emit(op, core(0), b.reshape(core(1), columnsLast));
            return b.reshape(x, core);
        }
        Ints order = Ints.range(1, 1 + columns).append(0);
        order = order.concat(Ints.range(1 + columns, core.rank()));
        Shape split = core.pick(order);
        Shape joined =
                split.pick(Ints.range(columns))
                        .insert(columns, split.pick(Ints.range(columns, split.rank())).size());
        int sides = b.reshape(b.transpose(core(1), order), joined);
        int x = b.emit(op, plain[equation.input(0)], sides);
        return b.transpose(b.reshape(x, split), order.inverse());
    }

    @Override
    public Integer cholesky(Op.Cholesky op) {
        return refuse();
    }

    @Override
    public Integer lu(Op.Lu op) {
        return refuse();
    }

    @Override
    public Integer eigh(Op.Eigh op) {
        return refuse();
    }

    @Override
    public Integer bitcast(Op.Bitcast op) {
        return refuse();
    }

    @Override
    public Integer reducePrecision(Op.ReducePrecision op) {
        return refuse();
    }

    /** K is one more window axis. */
    @Override
    public Integer scatter(Op.Scatter op) {
        ScatterDims d = op.dims();
        Ints axes = whole(0);
        Ints updateAxes = whole(2);
        Ints windows =
                Ints.of(
                                d.updateWindowDims().stream()
                                        .filter(updateAxes::contains)
                                        .map(u -> 1 + updateAxes.indexOf(u))
                                        .toArray())
                        .prepend(0);
        ScatterDims dims =
                new ScatterDims(
                        windows,
                        shift(d.insertedWindowDims(), axes),
                        shift(d.inputBatchingDims(), axes),
                        d.scatterIndicesBatchingDims(),
                        shift(d.scatterDimsToOperandDims(), axes),
                        d.indexVectorDim());
        return b.emit(
                new Op.Scatter(dims, op.combiner(), op.uniqueIndices()),
                core(0),
                plain[equation.input(1)],
                core(2));
    }

    private static Ints shift(Ints axes, Ints whole) {
        return Ints.of(axes.stream().map(a -> 1 + whole.indexOf(a)).toArray());
    }
}
