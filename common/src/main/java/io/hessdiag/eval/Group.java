package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.kernel.RowSums;
import io.hessdiag.tensor.DType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A group of POINTWISE nodes of one size, and sums of their results, as a program over locations:
 * for each strip of some hundred elements all parts run, so that what passes between them stays in
 * the first-level cache. A location is a buffer of a strip's length: operands are brought in,
 * results that others need are taken out. Where every location would be a whole array, that is
 * worked on directly.
 */
final class Group implements Step {
    private static final int STRIP = 512;

    /** All locations of one kind. */
    private record Registers(DType dtype, int[] locations) {}

    private final int size;
    private final int strip;
    private final Part[] parts;
    private final Part.Bind[] binds;
    private final int locations;
    private final Registers[] registers;
    private final StripLoad[] loads;
    private final SumShape[] sums;

    /** Of a direct group, whose locations are arrays: each one's root; else null. */
    private final int[] roots;

    /**
     * @param step POINTWISE nodes in order, then sums of their results
     * @param isKept which of their results are needed outside
     */
    Group(List<Node> step, IntPredicate isKept) {
        this.size = step.get(0).size();
        this.strip = strip(step);
        boolean isDirect = isDirect(step, isKept);
        GroupLayout layout = new GroupLayout(step, isKept, strip, isDirect);
        this.parts = layout.parts.toArray(new Part[0]);
        this.binds = layout.binds.toArray(new Part.Bind[0]);
        this.locations = layout.registers.size();
        this.registers =
                layout.registers.stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(d -> new Registers(d, layout.locations(d)))
                        .toArray(Registers[]::new);
        this.loads = layout.loads.toArray(new StripLoad[0]);
        this.sums = layout.sums.toArray(new SumShape[0]);
        this.roots = isDirect ? new int[locations] : null;
        if (isDirect) {
            layout.roots().forEach((root, location) -> roots[location] = root);
        }
    }

    /** Whether all values are arrays anyway, read in order from their first element. */
    private static boolean isDirect(List<Node> step, IntPredicate isKept) {
        Set<Integer> inside = new HashSet<>();
        Map<Integer, View> outside = new java.util.HashMap<>();
        for (Node n : step) {
            for (View v : n.operands()) {
                if (!inside.contains(v.root())) {
                    View first = outside.putIfAbsent(v.root(), v);
                    if (!v.isRun() || v.offset() != 0 || first != null && !first.equals(v)) {
                        return false;
                    }
                }
            }
            if (n.kind() == Kind.SUM || !isKept.test(n.result())) {
                return false;
            }
            inside.add(n.result());
        }
        return true;
    }

    /**
     * About {@link #STRIP}, a multiple of each sum's row and, where they are short, of whole sums,
     * transposed blocks and patterns.
     */
    private static int strip(List<Node> step) {
        long unit = 1;
        List<SumShape> shapes =
                step.stream().filter(n -> n.kind() == Kind.SUM).map(SumShape::of).toList();
        for (SumShape s : shapes) {
            unit = Schedule.lcm(unit, s.row());
        }
        for (SumShape s : shapes) {
            unit = multiple(unit, (long) s.n() * s.inner(), 2 * STRIP);
        }
        for (Node n : step) {
            for (View v : n.operands()) {
                unit = multiple(unit, Axes.of(v).block(), 2 * STRIP);
                unit = multiple(unit, new StripLoad(v, STRIP).period(), STRIP);
            }
        }
        return (int) (unit * Math.max(1, STRIP / unit));
    }

    /** A common multiple, unless it is too large. */
    private static long multiple(long unit, long other, long most) {
        long next = Schedule.lcm(unit, other);
        return next <= most ? next : unit;
    }

    @Override
    public void run(Object[] arrays, Workspace workspace) {
        StripLoad.State[] states = new StripLoad.State[loads.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = loads[i].state(workspace);
        }
        RowSums[] rows = rowSums(workspace);
        Object[] a = roots == null ? strips(workspace) : direct(arrays);
        Part.Frame frame = new Part.Frame(arrays, a, states, rows);
        for (Part.Bind b : binds) {
            b.start(frame);
        }
        for (int start = 0; start < size; start += strip) {
            frame.start = start;
            frame.base = roots == null ? 0 : start;
            frame.n = Math.min(strip, size - start);
            for (Part.Bind b : binds) {
                b.move(frame);
            }
            for (Part p : parts) {
                p.run(frame);
            }
        }
        for (StripLoad.State s : states) {
            s.release(workspace);
        }
    }

    private RowSums[] rowSums(Workspace workspace) {
        RowSums[] rows = workspace.kept(this, this::newRowSums);
        for (RowSums r : rows) {
            if (r != null) {
                r.restart();
            }
        }
        return rows;
    }

    private RowSums[] newRowSums() {
        return Arrays.stream(sums)
                .map(s -> s.inner() == 1 ? null : new RowSums(s.n(), s.inner()))
                .toArray(RowSums[]::new);
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

    private Object[] direct(Object[] arrays) {
        Object[] a = new Object[locations];
        for (int i = 0; i < locations; i++) {
            a[i] = arrays[roots[i]];
        }
        return a;
    }
}
