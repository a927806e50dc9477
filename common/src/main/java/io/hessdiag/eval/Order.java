package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The steps of a schedule in an order that keeps little: whatever could run and sets no fewer
 * elements free than it makes does so at once, the most first; else the one of the schedule's next
 * few that keeps least. What is freed soon is still in the caches, and its array is filled again
 * while it is.
 */
final class Order {
    /** Steps that may be run before the schedule's next one. */
    private static final int AHEAD = 32;

    private final List<List<Node>> steps;
    private final Graph graph;

    /** Per step the arrays that other steps make for it, and those that it makes for others. */
    private final List<Set<Integer>> reads = new ArrayList<>();

    private final List<Set<Integer>> writes = new ArrayList<>();

    /** Per array the steps that have still to read it. */
    private final Map<Integer, Set<Integer>> readers = new HashMap<>();

    /** Per step how many arrays that it reads are not there yet. */
    private final int[] missing;

    /** Per step the elements of what it is the last to read, less those of what it makes. */
    private final long[] gain;

    /** What could run and gains, the most first; and what could run and does not. */
    private final NavigableSet<Integer> gaining;

    private final NavigableSet<Integer> losing = new TreeSet<>();

    private Order(Graph graph, List<List<Node>> steps, BitSet kept) {
        this.graph = graph;
        this.steps = steps;
        this.missing = new int[steps.size()];
        this.gain = new long[steps.size()];
        this.gaining =
                new TreeSet<>(
                        Comparator.<Integer>comparingLong(i -> -gain[i])
                                .thenComparing(Comparator.naturalOrder()));
        Set<Integer> made = new LinkedHashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            add(i, steps.get(i), kept, made);
        }
    }

    /**
     * @param kept the arrays that are made for other steps, or as outputs
     */
    static List<List<Node>> of(Graph graph, List<List<Node>> steps, BitSet kept) {
        return new Order(graph, steps, kept).run();
    }

    private void add(int index, List<Node> step, BitSet kept, Set<Integer> made) {
        Set<Integer> in = new LinkedHashSet<>();
        Set<Integer> out = new LinkedHashSet<>();
        for (Node n : step) {
            n.operands().stream().map(View::root).filter(made::contains).forEach(in::add);
        }
        for (Node n : step) {
            n.results().stream().filter(kept::get).forEach(out::add);
        }
        made.addAll(out);
        reads.add(in);
        writes.add(out);
        missing[index] = in.size();
        gain[index] = -out.stream().mapToLong(this::size).sum();
        out.forEach(r -> readers.put(r, new LinkedHashSet<>()));
        in.forEach(r -> readers.get(r).add(index));
    }

    private long size(int root) {
        return graph.roots().get(root).size();
    }

    private List<List<Node>> run() {
        readers.forEach(this::creditIfLast);
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0) {
                offer(i);
            }
        }
        List<List<Node>> order = new ArrayList<>();
        while (!gaining.isEmpty() || !losing.isEmpty()) {
            int next = gaining.isEmpty() ? leastLoss() : gaining.first();
            gaining.remove(next);
            losing.remove(next);
            order.add(steps.get(next));
            for (int root : reads.get(next)) {
                Set<Integer> left = readers.get(root);
                left.remove(next);
                creditIfLast(root, left);
            }
            for (int root : writes.get(next)) {
                for (int reader : readers.get(root)) {
                    if (--missing[reader] == 0) {
                        offer(reader);
                    }
                }
            }
        }
        return order;
    }

    private void offer(int step) {
        (gain[step] >= 0 ? gaining : losing).add(step);
    }

    private int leastLoss() {
        int best = losing.first();
        for (int i : losing.headSet(best + AHEAD, true)) {
            best = gain[i] > gain[best] ? i : best;
        }
        return best;
    }

    /** The one step left to read an array sets it free. */
    private void creditIfLast(int root, Set<Integer> left) {
        if (left.size() == 1) {
            int last = left.iterator().next();
            boolean isReady = gaining.remove(last) || losing.remove(last);
            gain[last] += size(root);
            if (isReady) {
                offer(last);
            }
        }
    }
}
