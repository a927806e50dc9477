package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Op;
import io.hessdiag.tensor.Ints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The order in which a graph's nodes run, with POINTWISE nodes of one size gathered into groups that
 * run as one loop. Whatever cannot join a group runs as early as it can, since that is what groups wait
 * for; then the group of the earliest node that can run takes in all that is connected to it and
 * needs nothing from outside that has not run. Left out is what none but later groups would read.
 */
final class Schedule {
    /** Longest strip that a sum's rows may ask for. */
    static final int LONGEST_STRIP = 2048;

    private final Graph graph;
    private final List<Node> nodes;
    /** Per root the node that fills it; -1 for inputs and constants. */
    private final int[] producer;
    /** Per node the nodes that read its results. */
    private final List<List<Node>> readers = new ArrayList<>();
    private final BitSet done = new BitSet();
    private final BitSet asked = new BitSet();
    private final List<List<Node>> steps = new ArrayList<>();

    private Schedule(Graph graph) {
        this.graph = graph;
        this.nodes = graph.nodes();
        this.producer = new int[graph.roots().size()];
        Arrays.fill(producer, -1);
        for (Node n : nodes) {
            readers.add(new ArrayList<>());
            n.results().stream().forEach(r -> producer[r] = n.index());
        }
        for (Node n : nodes) {
            n.operands().stream().mapToInt(v -> producer[v.root()]).filter(p -> p >= 0).distinct()
                    .forEach(p -> readers.get(p).add(n));
        }
        graph.outputs().forEach(v -> asked.set(v.root()));
    }

    /** Steps in order; each is one node, or a group of POINTWISE nodes and SUMs of their results. */
    static List<List<Node>> of(Graph graph) {
        Schedule s = new Schedule(graph);
        s.run();
        return s.steps;
    }

    private void run() {
        while (true) {
            runOthers();
            Node seed = null;
            for (int i = done.nextClearBit(0); i < nodes.size(); i = done.nextClearBit(i + 1)) {
                if (nodes.get(i).kind() == Kind.POINTWISE && ready(nodes.get(i))) {
                    seed = nodes.get(i);
                    break;
                }
            }
            if (seed == null) {
                return;
            }
            group(seed);
        }
    }

    private void runOthers() {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (int i = done.nextClearBit(0); i < nodes.size(); i = done.nextClearBit(i + 1)) {
                Node n = nodes.get(i);
                if (n.kind() != Kind.POINTWISE && ready(n)) {
                    step(List.of(n));
                    progress = true;
                }
            }
        }
    }

    private boolean ready(Node n) {
        return n.operands().stream().allMatch(this::isReady);
    }

    private boolean isReady(View v) {
        return producer[v.root()] < 0 || done.get(producer[v.root()]);
    }

    private void step(List<Node> step) {
        steps.add(step);
        step.forEach(n -> done.set(n.index()));
    }

    private void group(Node seed) {
        BitSet in = connected(seed, closure(seed.size()));
        BitSet kept = prune(in);
        if (kept.isEmpty()) {
            kept = in;
        }
        List<Node> step = new ArrayList<>(kept.stream().mapToObj(nodes::get).toList());
        step.addAll(sums(kept));
        step(step);
    }

    /** All nodes of this size that need nothing but each other and what has run. */
    private BitSet closure(int size) {
        BitSet in = new BitSet();
        for (int i = done.nextClearBit(0); i < nodes.size(); i = done.nextClearBit(i + 1)) {
            Node n = nodes.get(i);
            if (n.kind() == Kind.POINTWISE && n.size() == size
                    && n.operands().stream().allMatch(v -> isReady(v) || isMember(v, in))) {
                in.set(i);
            }
        }
        return in;
    }

    /** Whether the view is a member's result, element by element. */
    private boolean isMember(View v, BitSet in) {
        int p = producer[v.root()];
        return p >= 0 && in.get(p) && v.isWhole(nodes.get(p).size());
    }

    /** The members that are connected to {@code seed} by a result or an array that both read. */
    private BitSet connected(Node seed, BitSet in) {
        BitSet out = new BitSet();
        BitSet roots = new BitSet();
        Deque<Node> open = new ArrayDeque<>();
        out.set(seed.index());
        open.add(seed);
        while (!open.isEmpty()) {
            Node n = open.remove();
            roots.set(n.result());
            n.operands().stream()
                    .filter(v -> isMember(v, in) || graph.roots().get(v.root()).size() > 1)
                    .forEach(v -> roots.set(v.root()));
            if (open.isEmpty()) {
                in.stream().filter(i -> !out.get(i)).mapToObj(nodes::get)
                        .filter(m -> m.operands().stream().anyMatch(v -> roots.get(v.root()))
                                || roots.get(m.result()))
                        .forEach(m -> {
                            out.set(m.index());
                            open.add(m);
                        });
            }
        }
        return out;
    }

    /** Takes out, again and again, members that are read by nodes of later groups alone. */
    private BitSet prune(BitSet members) {
        BitSet in = (BitSet) members.clone();
        for (int i = in.length() - 1; i >= 0; i = in.previousSetBit(i - 1)) {
            Node n = nodes.get(i);
            if (in.get(i) && !asked.get(n.result()) && readers.get(i).stream()
                    .allMatch(r -> !in.get(r.index()) && couldJoin(r, n))) {
                in.clear(i);
            }
        }
        return in;
    }

    private boolean couldJoin(Node reader, Node n) {
        return reader.kind() == Kind.POINTWISE && reader.size() == n.size()
                && reader.operands().stream().allMatch(
                        v -> v.root() != n.result() || v.isWhole(n.size()));
    }

    /** Sums over the last axes of a member's result, whose rows fit into strips. */
    private List<Node> sums(BitSet in) {
        List<Node> sums = new ArrayList<>();
        int strip = 1;
        for (int i = done.nextClearBit(0); i < nodes.size(); i = done.nextClearBit(i + 1)) {
            Node n = nodes.get(i);
            if (n.kind() == Kind.SUM && isMember(n.operands().get(0), in)
                    && isReady(n.operands().get(1)) && isTrailing(n)
                    && lcm(strip, rowLength(n)) <= LONGEST_STRIP) {
                strip = (int) lcm(strip, rowLength(n));
                sums.add(n);
            }
        }
        return sums;
    }

    private static boolean isTrailing(Node sum) {
        Ints dims = ((Op.Reduce) sum.op()).dims();
        int rank = sum.operands().get(0).type().rank();
        return dims.contains(rank - 1);
    }

    /** Elements per sum. */
    static int rowLength(Node sum) {
        return sum.operands().get(0).shape().pick(((Op.Reduce) sum.op()).dims()).size();
    }

    static long lcm(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return a / x * b;
    }
}
