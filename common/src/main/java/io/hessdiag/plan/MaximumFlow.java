package io.hessdiag.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Maximum flow by shortest augmenting paths (Edmonds and Karp, 1972). */
final class MaximumFlow {
    /** Capacities below this share of the largest finite one are none. */
    private static final double NOTHING = 1e-12;

    private record Edge(int to, int index) {}

    private final List<List<Edge>> edges = new ArrayList<>();
    private double[] capacity = new double[16];
    private int count;
    private double largest;

    MaximumFlow(int nodes) {
        for (int i = 0; i < nodes; i++) {
            edges.add(new ArrayList<>());
        }
    }

    void edge(int from, int to, double most) {
        if (count + 2 > capacity.length) {
            capacity = Arrays.copyOf(capacity, 2 * capacity.length);
        }
        capacity[count] = most;
        edges.get(from).add(new Edge(to, count));
        edges.get(to).add(new Edge(from, count + 1));
        count += 2;
        largest = Double.isInfinite(most) ? largest : Math.max(largest, most);
    }

    /** The nodes on the source's side of a minimum cut, the smallest such set. */
    BitSet sourceSide(int source, int sink) {
        while (true) {
            int[] last = new int[edges.size()];
            int[] from = new int[edges.size()];
            BitSet reached = search(source, last, from);
            if (!reached.get(sink)) {
                return reached;
            }
            double flow = Double.POSITIVE_INFINITY;
            for (int v = sink; v != source; v = from[v]) {
                flow = Math.min(flow, capacity[last[v]]);
            }
            for (int v = sink; v != source; v = from[v]) {
                capacity[last[v]] -= flow;
                capacity[last[v] ^ 1] += flow;
            }
        }
    }

    private BitSet search(int source, int[] last, int[] from) {
        BitSet reached = new BitSet();
        reached.set(source);
        Deque<Integer> open = new ArrayDeque<>(List.of(source));
        while (!open.isEmpty()) {
            int v = open.remove();
            for (Edge e : edges.get(v)) {
                if (!reached.get(e.to) && capacity[e.index] > NOTHING * largest) {
                    reached.set(e.to);
                    last[e.to] = e.index;
                    from[e.to] = v;
                    open.add(e.to);
                }
            }
        }
        return reached;
    }
}
