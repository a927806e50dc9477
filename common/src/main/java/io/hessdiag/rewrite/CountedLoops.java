package io.hessdiag.rewrite;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A while loop that counts from one constant to another becomes a {@link Op.Scan}. What JAX's scan
 * lowers to is undone on the way: carries that never change become constants, slices of constants
 * at places that follow from the counter become rows of an x, a buffer that is only written at such
 * places becomes a y. The places of all steps are computed at once, by {@link PerStep}.
 */
final class CountedLoops implements MultiRule {
    @Override
    public Optional<Ints> rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.While loop)) {
            return Optional.empty();
        }
        return Counter.of(b, loop, in).map(counter -> new Conversion(b, loop, in, counter).scan());
    }

    /**
     * A slice of a constant, or an update of a buffer, at a place that follows from the counter.
     */
    private record Row(Equation equation, int value) {}

    private static final class Conversion {
        private final ProgramBuilder b;
        private final Op.While loop;
        private final Program body;
        private final Ints in;
        private final Counter counter;
        private final Equation[] definition;
        private final int[] uses;
        private final int count;

        Conversion(ProgramBuilder b, Op.While loop, Ints in, Counter counter) {
            this.b = b;
            this.loop = loop;
            this.body = loop.body();
            this.in = in;
            this.counter = counter;
            this.definition = new Equation[body.values()];
            this.uses = new int[body.values()];
            for (Equation e : body.equations()) {
                e.outputs().stream().forEach(v -> definition[v] = e);
                e.inputs().stream().forEach(v -> uses[v]++);
            }
            body.outputs().stream().forEach(v -> uses[v]++);
            this.count = body.outputs().size();
        }

        /** The results of the while loop, by a scan. */
        Ints scan() {
            PerStep steps = new PerStep(b, body, loop.constants() + counter.carry(), counterRow());
            boolean[] constant = constants();
            List<Row> slices = slices(constant, steps);
            List<Row> updates = new ArrayList<>();
            Ints carried = Ints.EMPTY;
            for (int j = 0; j < count; j++) {
                Row update = constant[j] || j == counter.carry() ? null : update(j, steps);
                if (update != null) {
                    updates.add(update);
                } else if (!constant[j] && j != counter.carry()) {
                    carried = carried.append(j);
                }
            }
            return build(steps, constant, carried, slices, updates);
        }

        /** Carries that the body returns as they are. */
        private boolean[] constants() {
            boolean[] constant = new boolean[count];
            for (int j = 0; j < count; j++) {
                constant[j] = body.outputs().get(j) == input(j);
            }
            return constant;
        }

        private int input(int carry) {
            return body.inputs().get(loop.constants() + carry);
        }

        /** The counter's values, one per step. */
        private int counterRow() {
            TensorType row =
                    body.type(input(counter.carry())).withShape(Shape.of(counter.length()));
            int step = b.multiply(b.emit(new Op.Iota(row, 0)), b.full(row, counter.step()));
            return b.add(step, b.full(row, counter.first()));
        }

        private List<Row> slices(boolean[] constant, PerStep steps) {
            List<Row> rows = new ArrayList<>();
            for (Equation e : body.equations()) {
                if (e.op() instanceof Op.Gather g
                        && isPlain(g)
                        && isConstant(e.input(0), constant)
                        && body.type(e.input(1)).rank() == 1
                        && steps.follows(e.input(1))) {
                    rows.add(new Row(e, e.output()));
                }
            }
            return rows;
        }

        /** dynamic_slice's form: one slice, at the place that the only index vector gives. */
        private boolean isPlain(Op.Gather g) {
            return g.dims().collapsedSliceDims().isEmpty()
                    && g.dims().operandBatchingDims().isEmpty()
                    && g.dims().indexVectorDim() == 0
                    && g.dims().offsetDims().isRange();
        }

        private boolean isConstant(int v, boolean[] constant) {
            int position = body.inputs().indexOf(v);
            return position >= 0
                    && (position < loop.constants() || constant[position - loop.constants()]);
        }

        /** The update when all that happens to carry j is one write at a counted place. */
        private Row update(int j, PerStep steps) {
            Equation e = definition[body.outputs().get(j)];
            boolean written =
                    e != null
                            && e.op() instanceof Op.Scatter s
                            && s.combiner() == Combiner.SET
                            && s.dims().indexVectorDim() == 0
                            && s.dims().insertedWindowDims().isEmpty()
                            && s.dims().inputBatchingDims().isEmpty()
                            && e.input(0) == input(j)
                            && steps.follows(e.input(1))
                            && body.type(e.input(1)).rank() == 1;
            return written && uses[input(j)] == 1 && uses[e.output()] == 1
                    ? new Row(e, e.input(2))
                    : null;
        }

        private Ints build(
                PerStep steps,
                boolean[] constant,
                Ints carried,
                List<Row> slices,
                List<Row> updates) {
            ProgramBuilder s = new ProgramBuilder("scan_body");
            int[] map = new int[body.values()];
            Ints operands = Ints.EMPTY;
            int n = loop.constants();
            for (int i = 0; i < in.size(); i++) {
                if (i < n || constant[i - n]) {
                    map[body.inputs().get(i)] = s.input(b.type(in.get(i)));
                    operands = operands.append(in.get(i));
                }
            }
            final int constants = operands.size();
            for (int j = 0; j < carried.size(); j++) {
                map[input(carried.get(j))] = s.input(b.type(in.get(n + carried.get(j))));
                operands = operands.append(in.get(n + carried.get(j)));
            }
            map[input(counter.carry())] = s.input(body.type(input(counter.carry())));
            operands = operands.append(counterRow());
            boolean[] done = new boolean[body.values()];
            for (Row row : slices) {
                map[row.value()] = s.input(body.type(row.value()));
                done[row.value()] = true;
                int array = in.get(body.inputs().indexOf(row.equation().input(0)));
                operands = operands.append(sliced(row, array, steps));
            }
            for (Row row : updates) {
                done[row.equation().output()] = true;
            }
            for (Equation e : body.equations()) {
                if (!done[e.outputs().get(0)]) {
                    s.copy(e, map);
                }
            }
            Ints out =
                    Ints.of(carried.stream().map(j -> map[body.outputs().get(j)]).toArray())
                            .concat(
                                    Ints.of(
                                            updates.stream()
                                                    .mapToInt(r -> map[r.value()])
                                                    .toArray()));
            Ints results =
                    b.apply(
                            new Op.Scan(
                                    constants,
                                    carried.size(),
                                    counter.length(),
                                    false,
                                    DeadCode.eliminate(s.at(null).build(out))),
                            operands);
            return results(steps, constant, carried, updates, results);
        }

        /** The slices of all steps: steps × slice. */
        private int sliced(Row row, int array, PerStep steps) {
            Op.Gather g = (Op.Gather) row.equation().op();
            int rank = b.shape(array).rank();
            if (g.dims().startIndexMap().isRange()
                    && g.sliceSizes().size() > 0
                    && g.sliceSizes().equals(b.shape(array).dims().with(0, 1))) {
                int ordered = inOrder(row, array);
                if (ordered >= 0) {
                    return b.reshape(
                            ordered, body.type(row.value()).shape().prepend(counter.length()));
                }
            }
            GatherDims dims =
                    new GatherDims(
                            Ints.range(1, 1 + rank), Ints.EMPTY, g.dims().startIndexMap(), 1);
            return b.emit(
                    new Op.Gather(dims, g.sliceSizes()), array, steps.all(row.equation().input(1)));
        }

        /**
         * An array with a row per step in the order in which the loop visits them; -1 if another.
         */
        private int inOrder(Row row, int array) {
            int n = counter.length();
            int counted = input(counter.carry());
            int indices = row.equation().input(1);
            if (n == 0 || b.shape(array).dim(0) != n) {
                return -1;
            }
            Places places = new Places(body, counted, counter);
            return places.run(indices, 0, 1)
                    ? array
                    : places.run(indices, n - 1, -1)
                            ? b.emit(new Op.Reverse(Ints.of(0)), array)
                            : -1;
        }

        private Ints results(
                PerStep steps, boolean[] constant, Ints carried, List<Row> updates, Ints scan) {
            Ints out = Ints.EMPTY;
            int next = carried.size();
            for (int j = 0; j < count; j++) {
                int init = in.get(loop.constants() + j);
                if (constant[j]) {
                    out = out.append(init);
                } else if (j == counter.carry()) {
                    out =
                            out.append(
                                    b.constant(
                                            Tensor.of(b.type(init), new long[] {counter.last()})));
                } else if (carried.contains(j)) {
                    out = out.append(scan.get(carried.indexOf(j)));
                } else {
                    Row row = updates.get(next - carried.size());
                    out = out.append(written(row, init, scan.get(next++), steps));
                }
            }
            return out;
        }

        /** The buffer with all steps' updates. */
        private int written(Row row, int buffer, int rows, PerStep steps) {
            int rank = b.shape(buffer).rank();
            Op.Scatter s = (Op.Scatter) row.equation().op();
            if (s.dims().scatterDimsToOperandDims().isRange()
                    && rank > 0
                    && b.shape(buffer).dim(0) == counter.length()
                    && body.type(row.value())
                            .shape()
                            .dims()
                            .equals(b.shape(buffer).dims().with(0, 1))) {
                int ordered = inOrder(row, b.reshape(rows, b.shape(buffer)));
                if (ordered >= 0) {
                    return ordered;
                }
            }
            ScatterDims dims =
                    new ScatterDims(
                            Ints.range(1, 1 + rank),
                            Ints.EMPTY,
                            s.dims().scatterDimsToOperandDims(),
                            1);
            return b.emit(
                    new Op.Scatter(dims, Combiner.SET, false),
                    buffer,
                    steps.all(row.equation().input(1)),
                    rows);
        }
    }
}
