package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.kernel.RowSums;
import io.hessdiag.kernel.Strips;
import io.hessdiag.tensor.DType;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A group of POINTWISE nodes of one size, and sums of their results, as a program over locations:
 * for each strip of some hundred elements all instructions run, so that what passes between them
 * stays in the first-level cache. A location is a buffer of a strip's length: operands are brought
 * in, results that others need are taken out. Where every location is a whole array, that is worked
 * on directly.
 */
final class Group implements Step {
    private static final int STRIP = 512;

    record Stream(int location, int root, int offset) {}

    /** All locations of one kind. */
    private record Registers(DType dtype, int[] locations) {}

    record Load(int location, int root, DType dtype, StripLoad load) {}

    /** Sums of rows of strips, and sums over rows. */
    record Sum(int location, SumShape shape, int init, int result) {
        RowSums rows() {
            return shape.inner() == 1 ? null : new RowSums(shape.n(), shape.inner());
        }

        void run(Object[] a, Object[] arrays, RowSums rows, int start, int n) {
            if (rows != null) {
                rows.add(a[location], n / shape.inner(), arrays[init], arrays[result]);
            } else {
                Strips.sumRows(
                        a[location],
                        0,
                        shape.n(),
                        arrays[init],
                        0,
                        arrays[result],
                        start / shape.n(),
                        n / shape.n());
            }
        }
    }

    private final int size;
    private final int strip;
    private final Stream[] ins;
    private final Stream[] outs;
    private final Load[] loads;
    private final int locations;
    private final Registers[] registers;
    private final Pointwise.Instruction[] instructions;
    private final Sum[] sums;

    /**
     * @param step POINTWISE nodes in order, then sums of their results
     * @param isKept which of their results are needed outside
     */
    Group(List<Node> step, IntPredicate isKept) {
        this.size = step.get(0).size();
        this.strip = strip(step);
        GroupLayout layout = new GroupLayout(step, isKept, strip);
        this.ins = layout.ins.toArray(new Stream[0]);
        this.outs = layout.outs.toArray(new Stream[0]);
        this.loads = layout.loads.toArray(new Load[0]);
        this.locations = layout.registers.size();
        this.registers =
                layout.registers.stream()
                        .distinct()
                        .map(d -> new Registers(d, layout.locations(d)))
                        .toArray(Registers[]::new);
        this.instructions = layout.instructions.toArray(new Pointwise.Instruction[0]);
        this.sums = layout.sums.toArray(new Sum[0]);
    }

    /**
     * About {@link #STRIP}, a multiple of each sum's row and, where they are short, of whole sums
     * and patterns.
     */
    private static int strip(List<Node> step) {
        long unit = 1;
        List<SumShape> shapes =
                step.stream().filter(n -> n.kind() == Kind.SUM).map(SumShape::of).toList();
        for (SumShape s : shapes) {
            unit = Schedule.lcm(unit, s.row());
        }
        for (SumShape s : shapes) {
            long next = Schedule.lcm(unit, (long) s.n() * s.inner());
            unit = next <= 2 * STRIP ? next : unit;
        }
        for (Node n : step) {
            for (View v : n.operands()) {
                long next = Schedule.lcm(unit, new StripLoad(v, STRIP).period());
                unit = next <= STRIP ? next : unit;
            }
        }
        return (int) (unit * Math.max(1, STRIP / unit));
    }

    @Override
    public void run(Object[] arrays, Workspace workspace) {
        if (isDirect()) {
            runDirect(arrays);
            return;
        }
        Object[] a = new Object[locations];
        for (Registers r : registers) {
            List<Object> strips = workspace.strips(r.dtype, strip, r.locations.length);
            for (int i = 0; i < r.locations.length; i++) {
                a[r.locations[i]] = strips.get(i);
            }
        }
        StripLoad.State[] states = new StripLoad.State[loads.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = new StripLoad.State(table(loads[i], workspace));
        }
        RowSums[] rows = new RowSums[sums.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = sums[i].rows();
        }
        for (int start = 0; start < size; start += strip) {
            strip(arrays, a, states, rows, start, Math.min(strip, size - start));
        }
        for (StripLoad.State s : states) {
            if (s.table() != null) {
                workspace.release(s.table());
            }
        }
    }

    private void strip(
            Object[] arrays,
            Object[] a,
            StripLoad.State[] states,
            RowSums[] rows,
            int start,
            int n) {
        for (Stream s : ins) {
            System.arraycopy(arrays[s.root], s.offset + start, a[s.location], 0, n);
        }
        for (int i = 0; i < loads.length; i++) {
            Load l = loads[i];
            l.load.load(arrays[l.root], a[l.location], states[i], start, n);
        }
        for (Pointwise.Instruction instruction : instructions) {
            instruction.run(a, 0, n);
        }
        for (Stream s : outs) {
            System.arraycopy(a[s.location], 0, arrays[s.root], start, n);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i].run(a, arrays, rows[i], start, n);
        }
    }

    private Object table(Load l, Workspace workspace) {
        int elements = l.load.tableSize();
        return elements == 0 ? null : workspace.acquire(l.dtype, elements);
    }

    /** Whether operands and results are all the buffers there are, and each is read in order. */
    private boolean isDirect() {
        return loads.length == 0
                && sums.length == 0
                && ins.length + outs.length == locations
                && Arrays.stream(ins).allMatch(s -> s.offset == 0);
    }

    private void runDirect(Object[] arrays) {
        Object[] a = new Object[locations];
        for (Stream s : ins) {
            a[s.location] = arrays[s.root];
        }
        for (Stream s : outs) {
            a[s.location] = arrays[s.root];
        }
        for (int start = 0; start < size; start += strip) {
            int n = Math.min(strip, size - start);
            for (Pointwise.Instruction instruction : instructions) {
                instruction.run(a, start, n);
            }
        }
    }
}
