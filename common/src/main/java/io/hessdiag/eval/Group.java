package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.kernel.RowSums;
import io.hessdiag.tensor.DType;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A group of POINTWISE nodes of one size, and sums of their results, as a program over locations:
 * for each strip of some hundred elements all parts run, so that what passes between them stays in
 * the first-level cache. A location is a buffer of a strip's length: operands that cannot be read
 * where they are are brought in, results that others need are taken out or written in place.
 */
final class Group implements Step {
    private static final int STRIP = 512;

    /** All locations of one kind. */
    private record Registers(DType dtype, int[] locations) {}

    private final int size;
    private final int strip;
    private final Part[] parts;
    private final int locations;
    private final Registers[] registers;
    private final StripLoad[] loads;
    private final SumShape[] sums;

    /**
     * @param step POINTWISE nodes in order, then sums of their results
     * @param isKept which of their results are needed outside
     */
    Group(List<Node> step, IntPredicate isKept) {
        this.size = step.get(0).size();
        this.strip = strip(step);
        GroupLayout layout = new GroupLayout(step, isKept, strip);
        this.parts = layout.parts.toArray(new Part[0]);
        this.locations = layout.registers.size();
        this.registers =
                layout.registers.stream()
                        .distinct()
                        .map(d -> new Registers(d, layout.locations(d)))
                        .toArray(Registers[]::new);
        this.loads = layout.loads.toArray(new StripLoad[0]);
        this.sums = layout.sums.toArray(new SumShape[0]);
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
                int period = new StripLoad(v, STRIP).period();
                int width = Operand.fits(v) ? Operand.width(v) : 1;
                long next = Schedule.lcm(unit, Math.max(period, width));
                unit = next <= STRIP ? next : unit;
            }
        }
        return (int) (unit * Math.max(1, STRIP / unit));
    }

    @Override
    public void run(Object[] arrays, Workspace workspace) {
        StripLoad.State[] states = new StripLoad.State[loads.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = loads[i].state(workspace);
        }
        RowSums[] rows = new RowSums[sums.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = sums[i].inner() == 1 ? null : new RowSums(sums[i].n(), sums[i].inner());
        }
        Part.Frame frame = new Part.Frame(arrays, strips(workspace), states, rows);
        for (int start = 0; start < size; start += strip) {
            frame.start = start;
            frame.n = Math.min(strip, size - start);
            for (Part p : parts) {
                p.run(frame);
            }
        }
        for (StripLoad.State s : states) {
            s.release(workspace);
        }
    }

    private Object[] strips(Workspace workspace) {
        Object[] a = new Object[locations];
        for (Registers r : registers) {
            List<Object> arrays = workspace.strips(r.dtype, strip, r.locations.length);
            for (int i = 0; i < r.locations.length; i++) {
                a[r.locations[i]] = arrays.get(i);
            }
        }
        return a;
    }
}
