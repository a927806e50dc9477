package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Op;
import io.hessdiag.kernel.Strips;
import io.hessdiag.tensor.DType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A group of POINTWISE nodes of one size, and sums of their results, as a program over locations: for
 * each strip of some hundred elements all instructions run, so that what passes between them stays in
 * the first-level cache. A location is an array that moves along strip by strip (an operand in order, a
 * result that others need), a buffer that a {@link StripLoad} fills, or a register.
 */
final class Group implements Step {
    private static final int STRIP = 512;

    private record Stream(int location, int root, int offset) {}

    private record Load(int location, int root, StripLoad load, DType dtype) {}

    private record Register(int location, DType dtype) {}

    private record Sum(int location, int width, int init, int result) {}

    private final int size;
    private final int strip;
    private final List<Stream> streams = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private final List<Register> registers = new ArrayList<>();
    private final List<Pointwise.Instruction> instructions = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final int locations;

    /**
     * @param step POINTWISE nodes in order, then sums of their results
     * @param isKept which of their results are needed outside
     */
    Group(List<Node> step, IntPredicate isKept) {
        this.size = step.get(0).size();
        this.strip = strip(step);
        Compiler compiler = new Compiler(step, isKept);
        compiler.run();
        this.locations = compiler.count;
    }

    /** About {@link #STRIP}, and a multiple of each sum's row length. */
    private static int strip(List<Node> step) {
        long unit = 1;
        for (Node n : step) {
            if (n.kind() == Kind.SUM) {
                unit = Schedule.lcm(unit, Schedule.rowLength(n));
            }
        }
        return (int) (unit * Math.max(1, STRIP / unit));
    }

    @Override
    public void run(Object[] arrays, Workspace workspace) {
        Object[] a = new Object[locations];
        int[] at = new int[locations];
        Object[] buffers = new Object[loads.size()];
        StripLoad.State[] states = new StripLoad.State[loads.size()];
        for (int i = 0; i < buffers.length; i++) {
            Load l = loads.get(i);
            buffers[i] = workspace.acquire(l.dtype, l.load.bufferSize());
            states[i] = new StripLoad.State();
        }
        registers.forEach(r -> a[r.location] = workspace.acquire(r.dtype, strip));
        streams.forEach(s -> a[s.location] = arrays[s.root]);
        for (int start = 0; start < size; start += strip) {
            int n = Math.min(strip, size - start);
            for (Stream s : streams) {
                at[s.location] = s.offset + start;
            }
            for (int i = 0; i < buffers.length; i++) {
                Load l = loads.get(i);
                l.load.load(arrays[l.root], buffers[i], states[i], start, n, a, at, l.location);
            }
            for (Pointwise.Instruction instruction : instructions) {
                instruction.run(a, at, n);
            }
            for (Sum s : sums) {
                Strips.sumRows(a[s.location], at[s.location], s.width, arrays[s.init], 0,
                        arrays[s.result], start / s.width, n / s.width);
            }
        }
        for (Object buffer : buffers) {
            workspace.release(buffer);
        }
        registers.forEach(r -> workspace.release(a[r.location]));
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
        private int count;

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
                    sums.add(new Sum(results.get(n.operands().get(0).root()),
                            Schedule.rowLength(n), n.operands().get(1).root(), n.result()));
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
            instructions.add(Pointwise.instruction(n.op(), n.operands().get(0).type().dtype(), in,
                    out));
        }

        private int operand(View v) {
            Integer inside = results.get(v.root());
            if (inside != null) {
                return inside;
            }
            return operands.computeIfAbsent(v, x -> {
                int location = count++;
                if (v.isRun()) {
                    streams.add(new Stream(location, v.root(), v.offset()));
                } else {
                    loads.add(new Load(location, v.root(), new StripLoad(v, strip),
                            v.type().dtype()));
                }
                return location;
            });
        }

        private int result(Node n) {
            if (isKept.test(n.result())) {
                streams.add(new Stream(count, n.result(), 0));
                return count++;
            }
            DType dtype = n.type().dtype();
            if (!idle(dtype).isEmpty()) {
                return idle(dtype).removeLast();
            }
            registers.add(new Register(count, dtype));
            return count++;
        }

        private void free(int index, Node n) {
            n.operands().stream().map(View::root).distinct()
                    .filter(r -> results.containsKey(r) && !isKept.test(r)
                            && lastReader.get(r) == index)
                    .forEach(r -> idle(dtypes.get(r)).add(results.get(r)));
        }

        private Deque<Integer> idle(DType dtype) {
            return idle.computeIfAbsent(dtype, d -> new ArrayDeque<>());
        }
    }
}
