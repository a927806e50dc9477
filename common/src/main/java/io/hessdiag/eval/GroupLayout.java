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
 * A {@link Group}'s parts and its values' locations. An operand is brought in before its first
 * reader, a result taken out right after it is computed, and a location is free again after its
 * last reader, so that few locations are in use at a time.
 */
final class GroupLayout {
    final List<Part> parts = new ArrayList<>();

    /** What is read or written where it lies. */
    final List<Part.Bind> binds = new ArrayList<>();

    /** Per location its type; null where it is part of an array. */
    final List<DType> registers = new ArrayList<>();

    final List<StripLoad> loads = new ArrayList<>();
    final List<SumShape> sums = new ArrayList<>();
    private final int strip;
    private final boolean isDirect;
    private final IntPredicate isKept;
    private final Map<Integer, List<Node>> readingSums = new HashMap<>();
    private final Map<Node, ProductSum> productSums;
    private final Map<Node, List<View>> operands = new HashMap<>();
    private final Binding binding;

    /** By view where a strip of it is; results of the group by their root's whole view. */
    private final Map<View, Integer> places = new HashMap<>();

    private final Map<View, Integer> lastReader = new HashMap<>();
    private final Map<DType, Deque<Integer>> idle = new EnumMap<>(DType.class);

    /**
     * @param step POINTWISE nodes in order, then sums of their results
     * @param isDirect whether every value has a location of its own and none is brought in
     */
    GroupLayout(List<Node> step, IntPredicate isKept, int strip, boolean isDirect) {
        this.strip = strip;
        this.isDirect = isDirect;
        this.isKept = isKept;
        this.productSums = ProductSum.among(step, isKept);
        List<Node> nodes = instructions(step);
        Map<Integer, View> inside = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node n = nodes.get(i);
            operands.put(n, operands(n, inside));
            for (View v : operands.get(n)) {
                lastReader.put(v, i);
            }
            inside.put(n.result(), View.whole(n.result(), n.type()));
        }
        binding =
                new Binding(
                        nodes, operands, productSums, v -> !inside.containsKey(v.root()), strip);
        for (int i = 0; i < nodes.size(); i++) {
            Node n = nodes.get(i);
            if (productSums.containsKey(n)) {
                add(i, productSums.get(n), operands.get(n));
            } else {
                add(i, n, operands.get(n));
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
        int weights = -1;
        if (p.weight() != null) {
            weights = register(DType.F64);
            StripLoad load = new StripLoad(p.weight(), strip / shape.row());
            parts.add(new Part.Load(weights, p.weight().root(), loads.size(), load, shape.row()));
            loads.add(load);
        }
        List<ProductSum.Place> at =
                factors.stream()
                        .map(v -> new ProductSum.Place(place(v), binding.reach(v)))
                        .toList();
        parts.add(p.part(sums.size(), weights, at));
        sums.add(shape);
        free(index, factors.stream().filter(places::containsKey).toList());
    }

    private void add(int index, Node n, List<View> operands) {
        int[] in = operands.stream().mapToInt(this::place).toArray();
        DType dtype = n.type().dtype();
        // Clamp's second half reads an operand after its first has written the result.
        boolean inPlace = !(n.op() instanceof Op.Clamp);
        if (inPlace) {
            free(index, operands);
        }
        View result = View.whole(n.result(), n.type());
        boolean isOutput = isKept.test(n.result()) && !isDirect;
        boolean isWritten = isOutput && binding.isWritten(n, result);
        int out =
                isWritten ? bound(result, Reach.of(result, strip).orElseThrow()) : location(dtype);
        if (!inPlace) {
            free(index, operands);
        }
        places.put(result, out);
        parts.add(
                Binding.isArithmetic(n) && !isDirect
                        ? binding.part(n, in, out)
                        : Pointwise.instruction(n.op(), operands.get(0).type().dtype(), in, out));
        if (isOutput && !isWritten) {
            parts.add(new Part.Out(out, n.result()));
        }
        for (Node s : readingSums.getOrDefault(n.result(), List.of())) {
            parts.add(Part.sum(out, SumShape.of(s), sums.size(), s.operands().get(1).root(), s));
            sums.add(SumShape.of(s));
        }
        if (!lastReader.containsKey(result)) {
            release(out);
        }
    }

    private int place(View v) {
        Integer known = places.get(v);
        if (known != null) {
            return known;
        }
        boolean isSticky = false;
        int location;
        if (!isDirect && binding.reach(v) != null) {
            location = bound(v, binding.reach(v));
        } else if (v.isRun()) {
            location = location(v.type().dtype());
            if (!isDirect) {
                parts.add(new Part.In(location, v.root(), v.offset()));
            }
        } else {
            StripLoad load = new StripLoad(v, strip);
            isSticky = load.isSticky();
            location = isSticky ? register(v.type().dtype()) : location(v.type().dtype());
            parts.add(new Part.Load(location, v.root(), loads.size(), load, 1));
            loads.add(load);
        }
        if (isSticky) {
            lastReader.remove(v);
        }
        places.put(v, location);
        return location;
    }

    private int bound(View v, Reach reach) {
        int location = register(null);
        binds.add(new Part.Bind(location, v.root(), reach));
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
                .filter(v -> lastReader.getOrDefault(v, -1) == index)
                .forEach(v -> release(places.get(v)));
    }

    private void release(int location) {
        if (!isDirect && registers.get(location) != null) {
            idle.computeIfAbsent(registers.get(location), d -> new ArrayDeque<>()).add(location);
        }
    }

    int[] locations(DType dtype) {
        return IntStream.range(0, registers.size())
                .filter(i -> registers.get(i) == dtype)
                .toArray();
    }

    /** By root, where the arrays of a direct group go. */
    Map<Integer, Integer> roots() {
        Map<Integer, Integer> out = new HashMap<>();
        places.forEach((v, location) -> out.put(v.root(), location));
        return out;
    }
}
