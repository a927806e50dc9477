package io.hessdiag.eval;

import static java.util.Comparator.comparingInt;

import io.hessdiag.eval.Graph.Kind;
import io.hessdiag.eval.Graph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The order in which a graph's nodes run, with POINTWISE nodes of one size gathered into groups
 * that run as one loop. Nodes run about as the program has them, so that values live shortly: those
 * of a window that grows only when nothing in it must run. In the window, whatever cannot join a
 * group runs as early as it can, since that is what groups wait for; then the group of the earliest
 * node that can run takes in all that is connected to it and needs nothing from outside that has
 * not run. Left out is what none but later groups would read.
 */
final class Schedule {
    /** Longest strip that a sum's rows may ask for. */
    static final int LONGEST_STRIP = 2048;

    /** Nodes by which the window grows. */
    private static final int AHEAD = 64;

    /** Nodes behind the window's end that run though they could wait: a look at all takes time. */
    private static final int LONGEST_WAIT = 16 * AHEAD;

    private final Graph graph;
    private final List<Node> nodes;

    /** Per root the node that fills it; -1 for inputs and constants. */
    private final int[] producer;

    /** Per node the nodes that read its results. */
    private final List<List<Node>> readers = new ArrayList<>();

    /** Per node how many of the nodes that it reads from have not run. */
    private final int[] missing;

    /** What can run, earliest first. */
    private final NavigableSet<Node> pointwise = new TreeSet<>(comparingInt(Node::index));

    private final NavigableSet<Node> others = new TreeSet<>(comparingInt(Node::index));
    private final BitSet done = new BitSet();
    private final BitSet asked = new BitSet();
    private final List<List<Node>> steps = new ArrayList<>();

    private Schedule(Graph graph) {
        this.graph = graph;
        this.nodes = graph.nodes();
        this.producer = new int[graph.roots().size()];
        this.missing = new int[nodes.size()];
        Arrays.fill(producer, -1);
        for (Node n : nodes) {
            readers.add(new ArrayList<>());
            n.results().stream().forEach(r -> producer[r] = n.index());
        }
        for (Node n : nodes) {
            int[] needed =
                    n.operands().stream()
                            .mapToInt(v -> producer[v.root()])
                            .filter(p -> p >= 0)
                            .distinct()
                            .toArray();
            Arrays.stream(needed).forEach(p -> readers.get(p).add(n));
            missing[n.index()] = needed.length;
            offer(n);
        }
        graph.outputs().forEach(v -> asked.set(v.root()));
    }

    /**
     * Steps in order; each is one node, or a group of POINTWISE nodes and SUMs of their results.
     */
    static List<List<Node>> of(Graph graph) {
        Schedule s = new Schedule(graph);
        s.run();
        return s.steps;
    }

    private void run() {
        int limit = AHEAD;
        while (true) {
            if (!others.isEmpty() && others.first().index() < limit) {
                step(List.of(others.pollFirst()));
            } else if (!group(limit)) {
                if (limit >= nodes.size()) {
                    return;
                }
                limit += AHEAD;
            }
        }
    }

    private void offer(Node n) {
        if (missing[n.index()] == 0) {
            (n.kind() == Kind.POINTWISE ? pointwise : others).add(n);
        }
    }

    private void step(List<Node> step) {
        steps.add(step);
        step.forEach(n -> done.set(n.index()));
        for (Node n : step) {
            pointwise.remove(n);
            for (Node r : readers.get(n.index())) {
                missing[r.index()]--;
                if (!done.get(r.index())) {
                    offer(r);
                }
            }
        }
    }

    private boolean isReady(View v) {
        return producer[v.root()] < 0 || done.get(producer[v.root()]);
    }

    /** Runs the first group of nodes below {@code limit} that cannot wait; false if all can. */
    private boolean group(int limit) {
        BitSet seen = new BitSet();
        List<Node> seeds =
                pointwise.stream()
                        .takeWhile(n -> n.index() < limit)
                        .sorted(comparingInt(Node::size))
                        .toList();
        Map<Integer, Candidates> bySize = new HashMap<>();
        for (Node seed : seeds) {
            if (!seen.get(seed.index())) {
                BitSet in =
                        bySize.computeIfAbsent(seed.size(), n -> new Candidates(n, limit))
                                .connected(seed);
                BitSet kept = prune(in, limit);
                if (!kept.isEmpty()) {
                    List<Node> step = new ArrayList<>(kept.stream().mapToObj(nodes::get).toList());
                    step.addAll(sums(kept));
                    step(step);
                    return true;
                }
                seen.or(in);
            }
        }
        return false;
    }

    /** All nodes of this size below {@code limit} that need but each other and what has run. */
    private BitSet closure(int size, int limit) {
        BitSet in = new BitSet();
        Deque<Node> open = new ArrayDeque<>();
        pointwise.headSet(nodes.get(Math.min(limit, nodes.size()) - 1), true).stream()
                .filter(n -> n.size() == size)
                .forEach(open::add);
        while (!open.isEmpty()) {
            Node n = open.remove();
            in.set(n.index());
            for (Node r : readers.get(n.index())) {
                if (r.kind() == Kind.POINTWISE
                        && r.index() < limit
                        && r.size() == size
                        && !in.get(r.index())
                        && r.operands().stream().allMatch(v -> isReady(v) || isMember(v, in))) {
                    open.add(r);
                }
            }
        }
        return in;
    }

    /** Whether the view is a member's result, element by element. */
    private boolean isMember(View v, BitSet in) {
        int p = producer[v.root()];
        return p >= 0 && in.get(p) && v.isWhole(nodes.get(p).size());
    }

    /** What may run together, and which of it has to do with which. */
    private final class Candidates {
        private final BitSet in;

        /** Per array the members that have not been taken and touch it. */
        private final Map<Integer, List<Node>> touching = new HashMap<>();

        Candidates(int size, int limit) {
            this.in = closure(size, limit);
            in.stream().mapToObj(nodes::get).forEach(this::touch);
        }

        private void touch(Node n) {
            for (int root : arrays(n, in)) {
                touching.computeIfAbsent(root, k -> new ArrayList<>()).add(n);
            }
        }

        /** Takes the members connected to {@code seed} by a result or an array that both read. */
        BitSet connected(Node seed) {
            BitSet out = new BitSet();
            Deque<Node> open = new ArrayDeque<>(List.of(seed));
            while (!open.isEmpty()) {
                Node n = open.remove();
                if (!out.get(n.index())) {
                    out.set(n.index());
                    for (int root : arrays(n, in)) {
                        List<Node> more = touching.remove(root);
                        open.addAll(more == null ? List.of() : more);
                    }
                }
            }
            return out;
        }
    }

    /** The node's result, the members' results that it reads and the arrays that are no scalars. */
    private List<Integer> arrays(Node n, BitSet in) {
        List<Integer> out = new ArrayList<>(List.of(n.result()));
        n.operands().stream()
                .filter(v -> isMember(v, in) || graph.roots().get(v.root()).size() > 1)
                .forEach(v -> out.add(v.root()));
        return out;
    }

    /** Takes out, again and again, members that can wait for later groups. */
    private BitSet prune(BitSet members, int limit) {
        BitSet in = (BitSet) members.clone();
        for (int i = in.length() - 1; i >= 0; i = in.previousSetBit(i - 1)) {
            if (in.get(i) && canWait(nodes.get(i), in, limit)) {
                in.clear(i);
            }
        }
        return in;
    }

    /**
     * Whether later groups alone read it, and it is not long ago that it could run to free arrays.
     */
    private boolean canWait(Node n, BitSet in, int limit) {
        return !asked.get(n.result())
                && readers.get(n.index()).stream()
                        .allMatch(r -> !in.get(r.index()) && couldJoin(r, n))
                && n.index() >= limit - LONGEST_WAIT
                && (n.index() >= limit - 2 * AHEAD || freed(n) < n.size());
    }

    /** Elements of arrays that none but {@code n} has still to read. */
    private long freed(Node n) {
        return n.operands().stream()
                .mapToInt(View::root)
                .distinct()
                .filter(
                        r ->
                                producer[r] >= 0
                                        && done.get(producer[r])
                                        && !asked.get(r)
                                        && readers.get(producer[r]).stream()
                                                .allMatch(x -> x == n || done.get(x.index())))
                .mapToLong(r -> graph.roots().get(r).size())
                .sum();
    }

    private boolean couldJoin(Node reader, Node n) {
        return reader.kind() == Kind.POINTWISE
                && reader.size() == n.size()
                && reader.operands().stream()
                        .allMatch(v -> v.root() != n.result() || v.isWhole(n.size()));
    }

    /** Sums of a member's result, whose rows fit into strips. */
    private List<Node> sums(BitSet in) {
        List<Node> sums = new ArrayList<>();
        int strip = 1;
        for (int i = in.nextSetBit(0); i >= 0; i = in.nextSetBit(i + 1)) {
            for (Node n : readers.get(i)) {
                if (n.kind() == Kind.SUM
                        && isMember(n.operands().get(0), in)
                        && isReady(n.operands().get(1))
                        && lcm(strip, SumShape.of(n).row()) <= LONGEST_STRIP) {
                    strip = (int) lcm(strip, SumShape.of(n).row());
                    sums.add(n);
                }
            }
        }
        return sums;
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
