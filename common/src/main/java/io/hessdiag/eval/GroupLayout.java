package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Op;
import io.hessdiag.tensor.DType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A {@link Group}'s values over locations; a location is free again after its last reader. */
final class GroupLayout {
    final List<Group.Stream> ins = new ArrayList<>();
    final List<Group.Stream> outs = new ArrayList<>();
    final List<Group.Load> loads = new ArrayList<>();
    final List<DType> registers = new ArrayList<>();
    final List<Pointwise.Instruction> instructions = new ArrayList<>();
    final List<Group.Sum> sums = new ArrayList<>();
    private final int strip;
    private final List<Node> step;
    private final IntPredicate isKept;
    private final Map<View, Integer> operands = new HashMap<>();
    private final Map<Integer, Integer> results = new HashMap<>();
    private final Map<Integer, Integer> lastReader = new HashMap<>();
    private final Map<Integer, DType> dtypes = new HashMap<>();
    private final Map<DType, Deque<Integer>> idle = new EnumMap<>(DType.class);

    GroupLayout(List<Node> step, IntPredicate isKept, int strip) {
        this.strip = strip;
        this.step = step;
        this.isKept = isKept;
        for (int i = 0; i < step.size(); i++) {
            for (View v : step.get(i).operands()) {
                boolean isSum = step.get(i).kind() == Kind.SUM;
                lastReader.put(v.root(), isSum ? Integer.MAX_VALUE : i);
            }
        }
        run();
    }

    private void run() {
        for (int i = 0; i < step.size(); i++) {
            Node n = step.get(i);
            if (n.kind() == Kind.SUM) {
                sums.add(
                        new Group.Sum(
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
                    DType dtype = v.type().dtype();
                    int location = register(dtype);
                    if (v.isRun()) {
                        ins.add(new Group.Stream(location, v.root(), v.offset()));
                    } else {
                        loads.add(
                                new Group.Load(location, v.root(), dtype, new StripLoad(v, strip)));
                    }
                    return location;
                });
    }

    private int result(Node n) {
        DType dtype = n.type().dtype();
        if (isKept.test(n.result())) {
            int location = register(dtype);
            outs.add(new Group.Stream(location, n.result(), 0));
            return location;
        }
        return idle(dtype).isEmpty() ? register(dtype) : idle(dtype).removeLast();
    }

    int[] locations(DType dtype) {
        return IntStream.range(0, registers.size())
                .filter(i -> registers.get(i) == dtype)
                .toArray();
    }

    private int register(DType dtype) {
        registers.add(dtype);
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
