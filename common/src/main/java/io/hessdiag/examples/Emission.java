package io.hessdiag.examples;

import io.hessdiag.examples.Selection.Output;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the steps of a selection for a block of so many examples. */
final class Emission {
    private final ProgramBuilder b;
    private final Selection selection;
    private final Program source;
    private final int examples;
    private final int size;
    private int weights = -1;
    private final Map<Need, Integer> values = new HashMap<>();
    private final Map<Integer, ExampleAxis> axes = new HashMap<>();

    /**
     * @param examples how many the selection's program is for
     * @param size how many these equations are for
     */
    Emission(ProgramBuilder b, Selection selection, int examples, int size) {
        this.b = b;
        this.selection = selection;
        this.source = selection.program();
        this.examples = examples;
        this.size = size;
    }

    /** Adds an input of the program that is written for what is needed. */
    void input(Need need) {
        give(need, b.input(type(need)));
    }

    /** One per example, for its sums. */
    void weights(int value) {
        weights = value;
        place(value, ExampleAxis.whole(0));
    }

    private TensorType type(Need need) {
        return need.axis().resized(source.type(need.value()), size);
    }

    private void give(Need need, int value) {
        values.put(need, value);
        place(value, need.axis());
    }

    private void place(int value, ExampleAxis axis) {
        if (!axis.isNone()) {
            axes.put(value, axis);
        }
    }

    /** Where the values that have been written have the examples; those without are left out. */
    Map<Integer, ExampleAxis> axes() {
        return Map.copyOf(axes);
    }

    /** Writes all steps; their inputs have been given. */
    Ints run() {
        for (Step step : selection.steps()) {
            step.emit(this);
        }
        b.at(null);
        return Ints.of(selection.outputs().stream().mapToInt(this::output).toArray());
    }

    private int output(Output o) {
        return o.zero() ? b.full(type(o.need()), 0) : get(o.need());
    }

    private int get(Need need) {
        Integer value = values.get(need);
        if (value == null) {
            throw new IllegalStateException("value %" + need.value() + " has not been made");
        }
        return value;
    }

    private int plain(Equation e, int operand) {
        return get(Need.plain(e.input(operand)));
    }

    void plain(Step.Plain s) {
        Equation e = s.equation();
        int[] in = e.inputs().stream().map(v -> get(Need.plain(v))).toArray();
        Ints out = b.at(e.location()).apply(e.op(), Ints.of(in));
        for (int k = 0; k < out.size(); k++) {
            give(Need.plain(e.outputs().get(k)), out.get(k));
        }
    }

    void aligned(Step.Aligned s) {
        Equation e = s.equation();
        Op op = Resized.of(e.op(), s.alignment(), examples, size);
        Ints out = b.at(e.location()).apply(op, Ints.of(operands(e, s.alignment(), -1)));
        for (int k = 0; k < out.size(); k++) {
            give(new Need(e.outputs().get(k), s.alignment().results().get(k)), out.get(k));
        }
    }

    private int[] operands(Equation e, Alignment a, int but) {
        int[] in = new int[e.inputs().size()];
        for (int k = 0; k < in.length; k++) {
            in[k] = k == but ? -1 : get(new Need(e.input(k), a.operands().get(k)));
        }
        return in;
    }

    /** Σ wₙ xₙ, by weighting the smallest operand. */
    void weighted(Step.Weighted s) {
        Equation e = s.equation();
        b.at(e.location());
        int start = Alignment.start(e.op());
        int[] in = operands(e, s.alignment(), start);
        int least = -1;
        for (int k = 0; k < in.length; k++) {
            boolean each = k != start && isFactor(s, k);
            if (each && (least < 0 || b.type(in[k]).size() < b.type(in[least]).size())) {
                least = k;
            }
        }
        in[least] = weigh(in[least], s.alignment().operands().get(least));
        if (start >= 0) {
            in[start] = b.full(source.type(e.input(start)), 0);
        }
        give(Need.plain(e.output()), b.emit(e.op(), in));
    }

    /** Not the indices of a scatter. */
    private boolean isFactor(Step.Weighted s, int operand) {
        return !s.alignment().operands().get(operand).isNone()
                && source.type(s.equation().input(operand)).dtype().isFloat();
    }

    private int weigh(int x, ExampleAxis axis) {
        int w = b.convert(weights, b.type(x).dtype());
        place(w, ExampleAxis.whole(0));
        if (axis.size(size) > size) {
            int wide = b.broadcast(w, Shape.of(axis.outer(), size, axis.inner()), Ints.of(1));
            place(wide, ExampleAxis.whole(1));
            w = b.reshape(wide, Shape.of(axis.size(size)));
            place(w, axis.at(0));
        }
        int along = b.broadcast(w, b.shape(x), Ints.of(axis.axis()));
        int weighted = b.multiply(x, along);
        place(along, axis);
        place(weighted, axis);
        return weighted;
    }

    void start(Step.Start s) {
        Equation e = s.equation();
        b.at(e.location());
        int start = plain(e, Alignment.start(e.op()));
        give(
                Need.plain(e.output()),
                e.op() instanceof Op.Reduce
                        ? b.broadcast(start, source.shape(e.output()), Ints.EMPTY)
                        : start);
    }

    void linear(Step.Linear s) {
        Equation e = s.equation();
        b.at(e.location());
        give(Need.plain(e.output()), s.zeros().isEmpty() ? all(e) : rest(e, s.zeros()));
    }

    private int all(Equation e) {
        return b.apply(e.op(), Ints.of(e.inputs().stream().map(v -> get(Need.plain(v))).toArray()))
                .get(0);
    }

    /** What a linear equation makes of its operands when some are zero. */
    private int rest(Equation e, Ints zeros) {
        boolean adds = e.op().equals(new Op.Binary(BinaryFunction.ADD));
        if (adds || e.op().equals(new Op.Binary(BinaryFunction.SUBTRACT))) {
            int other = plain(e, zeros.contains(0) ? 1 : 0);
            return adds || zeros.contains(1) ? other : b.negate(other);
        }
        int[] in = new int[e.inputs().size()];
        for (int k = 0; k < in.length; k++) {
            in[k] = zeros.contains(k) ? b.full(source.type(e.input(k)), 0) : plain(e, k);
        }
        return b.emit(e.op(), in);
    }

    void nested(Step.Nested s) {
        Equation e = s.equation();
        b.at(e.location());
        List<Program> bodies = new ArrayList<>();
        for (Selection body : s.bodies()) {
            bodies.add(body(s, body));
        }
        Ints operands = Ints.EMPTY;
        for (Need n : s.constants()) {
            operands = operands.append(get(operand(s, n)));
        }
        operands = s.weighted() ? operands.append(weights) : operands;
        final int constants = operands.size();
        for (Output start : s.starts()) {
            operands = operands.append(output(start));
        }
        for (Need n : s.rows()) {
            operands = operands.append(get(operand(s, n)));
        }
        Op op = op(e.op(), bodies, constants, s.carries().size());
        if (op instanceof Op.Case) {
            operands = operands.prepend(plain(e, 0));
        }
        Ints out = b.at(e.location()).apply(op, operands);
        for (int k = 0; k < out.size(); k++) {
            Need n = s.outputs().get(k);
            boolean row = s.links().isRowOutput(n.value());
            ExampleAxis axis = row ? n.axis().ofStack() : n.axis();
            give(new Need(e.outputs().get(n.value()), axis), out.get(k));
        }
    }

    private static Need operand(Step.Nested s, Need input) {
        boolean row = s.links().isRowInput(input.value());
        return new Need(
                s.equation().input(s.links().operand(input.value())),
                row ? input.axis().ofStack() : input.axis());
    }

    private Program body(Step.Nested s, Selection body) {
        ProgramBuilder inner = new ProgramBuilder(body.program().name());
        List<Need> inputs = new ArrayList<>(s.constants());
        inputs.addAll(s.carries());
        inputs.addAll(s.rows());
        Emission emission = new Emission(inner, body, examples, size);
        for (int i = 0; i <= inputs.size(); i++) {
            if (i == s.constants().size() && s.weighted()) {
                emission.weights(inner.input(b.type(weights)));
            }
            if (i < inputs.size()) {
                int v = body.program().inputs().get(inputs.get(i).value());
                emission.input(new Need(v, inputs.get(i).axis()));
            }
        }
        return inner.build(emission.run());
    }

    private static Op op(Op op, List<Program> bodies, int constants, int carries) {
        if (op instanceof Op.Scan s) {
            return new Op.Scan(constants, carries, s.length(), s.reverse(), bodies.get(0));
        }
        return op instanceof Op.While
                ? new Op.While(constants, bodies.get(0), bodies.get(1))
                : new Op.Case(bodies);
    }
}
