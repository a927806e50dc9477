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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A {@link Group}'s parts and its values' locations. An operand that cannot be read where it is is
 * brought in before its first reader, a result taken out right after it is computed, and a location
 * is free again after its last reader, so that few locations are in use at a time.
 */
final class GroupLayout {
    final List<Part> parts = new ArrayList<>();

    /** Per location its type. */
    final List<DType> registers = new ArrayList<>();

    final List<StripLoad> loads = new ArrayList<>();
    final List<SumShape> sums = new ArrayList<>();
    private final int strip;
    private final IntPredicate isKept;
    private final Map<Integer, List<Node>> readingSums = new HashMap<>();
    private final Map<Node, ProductSum> productSums;

    /** By view where a strip of it is; results of the group by their root's whole view. */
    private final Map<View, Integer> places = new HashMap<>();

    private final Map<View, Integer> lastReader = new HashMap<>();
    private final Map<DType, Deque<Integer>> idle = new EnumMap<>(DType.class);

    /**
     * @param step POINTWISE nodes in order, then sums of their results
     */
    GroupLayout(List<Node> step, IntPredicate isKept, int strip) {
        this.strip = strip;
        this.isKept = isKept;
        this.productSums = ProductSum.among(step, isKept);
        List<Node> nodes = instructions(step);
        Map<Integer, View> inside = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node n = nodes.get(i);
            for (View v : operands(n, inside)) {
                lastReader.put(v, i);
            }
            inside.put(n.result(), View.whole(n.result(), n.type()));
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node n = nodes.get(i);
            if (productSums.containsKey(n)) {
                add(i, productSums.get(n), operands(n, inside));
            } else if (RowParts.fits(n.op(), n.type().dtype())) {
                addRows(i, n, operands(n, inside));
            } else {
                add(i, n, operands(n, inside));
            }
        }
    }

    /** The POINTWISE nodes that run, and in their places the sums of products that do not. */
    private List<Node> instructions(List<Node> step) {
        Map<Node, Node> instead = new HashMap<>();
        Set<Node> dropped = new HashSet<>();
        for (ProductSum p : productSums.values()) {
            dropped.addAll(p.made());
            instead.put(p.made().get(p.made().size() - 1), p.sum());
        }
        List<Node> nodes = new ArrayList<>();
        for (Node n : step) {
            if (instead.containsKey(n)) {
                nodes.add(instead.get(n));
            } else if (n.kind() != Kind.SUM && !dropped.contains(n)) {
                nodes.add(n);
            } else if (n.kind() == Kind.SUM && !productSums.containsKey(n)) {
                readingSums
                        .computeIfAbsent(n.operands().get(0).root(), r -> new ArrayList<>())
                        .add(n);
            }
        }
        return nodes;
    }

    /** What a node reads; a result of the group is one value whatever its shape. */
    private List<View> operands(Node n, Map<Integer, View> inside) {
        ProductSum p = productSums.get(n);
        List<View> operands = p == null ? n.operands() : p.factors();
        return operands.stream().map(v -> inside.getOrDefault(v.root(), v)).toList();
    }

    private void add(int index, ProductSum p, List<View> factors) {
        SumShape shape = SumShape.of(p.sum());
        int width = RowParts.width(factors, shape.row());
        List<Operand> in = factors.stream().map(v -> operand(v, width)).toList();
        parts.add(RowParts.sum(p, sums.size(), in, width));
        sums.add(shape);
        free(index, factors);
    }

    private void addRows(int index, Node n, List<View> operands) {
        int width = RowParts.width(operands, strip);
        List<Operand> in = operands.stream().map(v -> operand(v, width)).toList();
        free(index, operands);
        View result = View.whole(n.result(), n.type());
        boolean isWritten = isKept.test(n.result());
        if (!isWritten) {
            places.put(result, location(DType.F64));
        }
        Operand z = isWritten ? Operand.array(result) : Operand.buffer(places.get(result));
        parts.add(RowParts.binary(n.op(), in, z, width));
        finish(n, result, z);
    }

    /** Where to read a strip of the view, which is brought in if it has to be. */
    private Operand operand(View v, int width) {
        if (!places.containsKey(v) && Operand.fits(v)) {
            Operand there = Operand.array(v);
            if (there.allows(width)) {
                return there;
            }
        }
        return Operand.buffer(place(v));
    }

    private void add(int index, Node n, List<View> operands) {
        int[] in = operands.stream().mapToInt(this::place).toArray();
        DType dtype = n.type().dtype();
        // Clamp's second half reads an operand after its first has written the result.
        boolean inPlace = !(n.op() instanceof Op.Clamp);
        if (inPlace) {
            free(index, operands);
        }
        int out = location(dtype);
        if (!inPlace) {
            free(index, operands);
        }
        View result = View.whole(n.result(), n.type());
        places.put(result, out);
        parts.add(Pointwise.instruction(n.op(), operands.get(0).type().dtype(), in, out));
        if (isKept.test(n.result())) {
            parts.add(new Part.Out(out, n.result()));
        }
        finish(n, result, Operand.buffer(out));
    }

    /** The sums of a result, and its location's end if nothing else reads it. */
    private void finish(Node n, View result, Operand z) {
        for (Node s : readingSums.getOrDefault(n.result(), List.of())) {
            parts.add(Part.sum(z, SumShape.of(s), sums.size(), s));
            sums.add(SumShape.of(s));
        }
        if (!lastReader.containsKey(result) && places.containsKey(result)) {
            release(places.get(result));
        }
    }

    private int place(View v) {
        Integer known = places.get(v);
        if (known != null) {
            return known;
        }
        boolean isSticky = false;
        int location;
        if (v.isRun()) {
            location = location(v.type().dtype());
            parts.add(new Part.In(location, v.root(), v.offset()));
        } else {
            StripLoad load = new StripLoad(v, strip);
            isSticky = load.isSticky();
            location = isSticky ? register(v.type().dtype()) : location(v.type().dtype());
            parts.add(new Part.Load(location, v.root(), loads.size(), load));
            loads.add(load);
        }
        if (isSticky) {
            lastReader.remove(v);
        }
        places.put(v, location);
        return location;
    }

    private int location(DType dtype) {
        Deque<Integer> free = idle.get(dtype);
        return free == null || free.isEmpty() ? register(dtype) : free.removeLast();
    }

    private int register(DType dtype) {
        registers.add(dtype);
        return registers.size() - 1;
    }

    private void free(int index, List<View> operands) {
        operands.stream()
                .distinct()
                .filter(v -> places.containsKey(v) && lastReader.getOrDefault(v, -1) == index)
                .forEach(v -> release(places.get(v)));
    }

    private void release(int location) {
        idle.computeIfAbsent(registers.get(location), d -> new ArrayDeque<>()).add(location);
    }

    int[] locations(DType dtype) {
        return IntStream.range(0, registers.size())
                .filter(i -> registers.get(i) == dtype)
                .toArray();
    }
}
