package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Op;
import io.hessdiag.kernel.RowSums;
import io.hessdiag.kernel.Strips;
import io.hessdiag.tensor.DType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private record Stream(int location, int root, int offset) {}

    private record Load(int location, int root, StripLoad load) {}

    private record Register(int location, DType dtype) {}

    /** Sums of rows of strips, and sums over rows. */
    private record Sum(int location, SumShape shape, int init, int result) {
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
    private final List<Stream> ins = new ArrayList<>();
    private final List<Stream> outs = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private final List<Register> registers = new ArrayList<>();
    private final List<Pointwise.Instruction> instructions = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();

    /**
     * @param step POINTWISE nodes in order, then sums of their results
     * @param isKept which of their results are needed outside
     */
    Group(List<Node> step, IntPredicate isKept) {
        this.size = step.get(0).size();
        this.strip = strip(step);
        new Compiler(step, isKept).run();
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
        Object[] a = new Object[registers.size()];
        registers.forEach(r -> a[r.location] = workspace.acquire(r.dtype, strip));
        StripLoad.State[] states = new StripLoad.State[loads.size()];
        Arrays.setAll(states, i -> new StripLoad.State(table(loads.get(i), workspace)));
        RowSums[] rows = sums.stream().map(Sum::rows).toArray(RowSums[]::new);
        for (int start = 0; start < size; start += strip) {
            int n = Math.min(strip, size - start);
            for (Stream s : ins) {
                System.arraycopy(arrays[s.root], s.offset + start, a[s.location], 0, n);
            }
            for (int i = 0; i < states.length; i++) {
                Load l = loads.get(i);
                l.load.load(arrays[l.root], a[l.location], states[i], start, n);
            }
            for (Pointwise.Instruction instruction : instructions) {
                instruction.run(a, 0, n);
            }
            for (Stream s : outs) {
                System.arraycopy(a[s.location], 0, arrays[s.root], start, n);
            }
            for (int i = 0; i < rows.length; i++) {
                sums.get(i).run(a, arrays, rows[i], start, n);
            }
        }
        registers.forEach(r -> workspace.release(a[r.location]));
        for (StripLoad.State s : states) {
            if (s.table() != null) {
                workspace.release(s.table());
            }
        }
    }

    private Object table(Load l, Workspace workspace) {
        int size = l.load.tableSize();
        return size == 0 ? null : workspace.acquire(registers.get(l.location).dtype, size);
    }

    /** Whether operands and results are all the buffers there are, and each is read in order. */
    private boolean isDirect() {
        return loads.isEmpty()
                && sums.isEmpty()
                && ins.size() + outs.size() == registers.size()
                && ins.stream().allMatch(s -> s.offset == 0);
    }

    private void runDirect(Object[] arrays) {
        Object[] a = new Object[registers.size()];
        ins.forEach(s -> a[s.location] = arrays[s.root]);
        outs.forEach(s -> a[s.location] = arrays[s.root]);
        for (int start = 0; start < size; start += strip) {
            int n = Math.min(strip, size - start);
            for (Pointwise.Instruction instruction : instructions) {
                instruction.run(a, start, n);
            }
        }
    }

    /** Lays values out over locations; a register is free again after its last reader. */
    private final class Compiler {
        private final List<Node> step;
        private final IntPredicate isKept;
        private final Map<View, Integer> operands = new HashMap<>();
        private final Map<Integer, Integer> results = new HashMap<>();
        private final Map<Integer, Integer> lastReader = new HashMap<>();
        private final Map<Integer, DType> dtypes = new HashMap<>();
        private final Map<DType, Deque<Integer>> idle = new EnumMap<>(DType.class);

        Compiler(List<Node> step, IntPredicate isKept) {
            this.step = step;
            this.isKept = isKept;
            for (int i = 0; i < step.size(); i++) {
                for (View v : step.get(i).operands()) {
                    boolean isSum = step.get(i).kind() == Kind.SUM;
                    lastReader.put(v.root(), isSum ? Integer.MAX_VALUE : i);
                }
            }
        }

        void run() {
            for (int i = 0; i < step.size(); i++) {
                Node n = step.get(i);
                if (n.kind() == Kind.SUM) {
                    sums.add(
                            new Sum(
                                    results.get(n.operands().get(0).root()),
                                    SumShape.of(n),
                                    n.operands().get(1).root(),
                                    n.result()));
                } else {
                    pointwise(i, n);
                }
            }
        }

        private void pointwise(int index, Node n) {
            int[] in = n.operands().stream().mapToInt(this::operand).toArray();
            boolean inPlace = !(n.op() instanceof Op.Clamp);
            if (inPlace) {
                free(index, n);
            }
            int out = result(n);
            if (!inPlace) {
                free(index, n);
            }
            results.put(n.result(), out);
            dtypes.put(n.result(), n.type().dtype());
            if (!lastReader.containsKey(n.result()) && !isKept.test(n.result())) {
                idle(n.type().dtype()).add(out);
            }
            instructions.add(
                    Pointwise.instruction(n.op(), n.operands().get(0).type().dtype(), in, out));
        }

        private int operand(View v) {
            Integer inside = results.get(v.root());
            if (inside != null) {
                return inside;
            }
            return operands.computeIfAbsent(
                    v,
                    x -> {
                        int location = register(v.type().dtype());
                        if (v.isRun()) {
                            ins.add(new Stream(location, v.root(), v.offset()));
                        } else {
                            loads.add(new Load(location, v.root(), new StripLoad(v, strip)));
                        }
                        return location;
                    });
        }

        private int result(Node n) {
            DType dtype = n.type().dtype();
            if (isKept.test(n.result())) {
                int location = register(dtype);
                outs.add(new Stream(location, n.result(), 0));
                return location;
            }
            return idle(dtype).isEmpty() ? register(dtype) : idle(dtype).removeLast();
        }

        private int register(DType dtype) {
            registers.add(new Register(registers.size(), dtype));
            return registers.size() - 1;
        }

        private void free(int index, Node n) {
            n.operands().stream()
                    .map(View::root)
                    .distinct()
                    .filter(
                            r ->
                                    results.containsKey(r)
                                            && !isKept.test(r)
                                            && lastReader.get(r) == index)
                    .forEach(r -> idle(dtypes.get(r)).add(results.get(r)));
        }

        private Deque<Integer> idle(DType dtype) {
            return idle.computeIfAbsent(dtype, d -> new ArrayDeque<>());
        }
    }
}
