package io.hessdiag.curvature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the axes of two terms run along the same indices, so that their product is taken element by
 * element. Free indices take the other's name; two of the stack that meet become one.
 */
final class Alignment {
    private final Refinement refinement;
    private final Set<Index> stack;
    private final Map<Index, Index> names = new HashMap<>();

    Alignment(Refinement refinement, Set<Index> stack) {
        this.refinement = refinement;
        this.stack = new HashSet<>(stack);
    }

    /** Whether the axes could be aligned; if not, the terms have to be written out. */
    boolean align(List<Axis> first, List<Axis> second) {
        for (int i = 0; i < first.size(); i++) {
            Axis a = first.get(i);
            Axis b = second.get(i);
            if (a.offset() != b.offset()
                    || a.stride() != b.stride() && a.places() > 1
                    || a.places() != b.places()
                    || !align(a, b)) {
                return false;
            }
        }
        return true;
    }

    private boolean align(Axis a, Axis b) {
        Deque<Index> left = new ArrayDeque<>(refinement.parts(a.indices()));
        Deque<Index> right = new ArrayDeque<>(refinement.parts(b.indices()));
        left.removeIf(i -> i.size() == 1);
        right.removeIf(i -> i.size() == 1);
        while (!left.isEmpty()) {
            Index x = left.pop();
            Index y = right.pop();
            if (x.size() > y.size()) {
                if (!split(x, y, left)) {
                    return false;
                }
                right.push(y);
            } else if (x.size() < y.size()) {
                if (!split(y, x, right)) {
                    return false;
                }
                left.push(x);
            } else {
                same(x, y);
            }
        }
        return true;
    }

    private boolean split(Index large, Index small, Deque<Index> rest) {
        if (large.size() % small.size() != 0) {
            return false;
        }
        List<Index> parts = refinement.split(large, small.size());
        if (stack.contains(large)) {
            stack.addAll(parts);
        }
        rest.push(parts.get(1));
        rest.push(parts.get(0));
        return true;
    }

    private void same(Index x, Index y) {
        Index l = name(x);
        Index r = name(y);
        if (l != r) {
            boolean keepLeft = stack.contains(l) || !stack.contains(r);
            names.put(keepLeft ? r : l, keepLeft ? l : r);
        }
    }

    /** What an index is called now. */
    Index name(Index i) {
        Index now = i;
        while (names.containsKey(now)) {
            now = names.get(now);
        }
        return now;
    }
}
