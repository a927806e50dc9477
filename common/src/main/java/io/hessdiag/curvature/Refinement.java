package io.hessdiag.curvature;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Indices that reshapes have split into an outer and an inner one. Everything that meets another
 * term speaks of the finest parts.
 */
final class Refinement {
    private final Map<Index, List<Index>> parts = new HashMap<>();

    /** The finest parts of these indices, in row-major order. */
    List<Index> parts(List<Index> indices) {
        List<Index> out = new ArrayList<>();
        for (Index i : indices) {
            out.addAll(parts.containsKey(i) ? parts(parts.get(i)) : List.of(i));
        }
        return out;
    }

    /** Splits an index that has no parts yet into {@code outer} times a rest. */
    List<Index> split(Index i, int outer) {
        List<Index> halves = List.of(i.part(outer), i.part(i.size() / outer));
        parts.put(i, halves);
        return halves;
    }

    boolean isSplit(Index i) {
        return parts.containsKey(i);
    }

    /**
     * Axes of a tensor of shape {@code from} as axes of the same elements in row-major order under
     * shape {@code to}; empty when some index would have to be cut where it cannot be.
     */
    Optional<List<Axis>> reshape(List<Axis> axes, Shape from, Shape to) {
        Ints source = Ints.range(from.rank()).filter(i -> from.dim(i) != 1);
        Ints target = Ints.range(to.rank()).filter(r -> to.dim(r) != 1);
        List<Axis> found = new ArrayList<>(Collections.nCopies(to.rank(), Axis.of()));
        int i = 0;
        int r = 0;
        while (i < source.size()) {
            int begin = i;
            int start = r;
            long before = from.dim(source.get(i++));
            long after = to.dim(target.get(r++));
            while (before != after) {
                if (before < after) {
                    before *= from.dim(source.get(i++));
                } else {
                    after *= to.dim(target.get(r++));
                }
            }
            if (i - begin == 1 && r - start == 1) {
                found.set(target.get(start), axes.get(source.get(begin)));
            } else if (!regroup(
                    axes,
                    from,
                    source.pick(Ints.range(begin, i)),
                    to,
                    target.pick(Ints.range(start, r)),
                    found)) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** Distributes the indices of some axes, if they cover these, over others of the same size. */
    private boolean regroup(
            List<Axis> axes, Shape from, Ints source, Shape to, Ints target, List<Axis> found) {
        List<Index> indices = new ArrayList<>();
        for (int i : source.toArray()) {
            if (!axes.get(i).covers(from.dim(i))) {
                return false;
            }
            indices.addAll(axes.get(i).indices());
        }
        List<Index> rest = new ArrayList<>(parts(indices));
        for (int r : target.toArray()) {
            Optional<List<Index>> taken = take(rest, to.dim(r));
            if (taken.isEmpty()) {
                return false;
            }
            found.set(r, new Axis(taken.get(), 0, 1));
        }
        return true;
    }

    /**
     * Takes indices that make {@code size} together from the front, splitting the last if need be.
     */
    private Optional<List<Index>> take(List<Index> rest, int size) {
        List<Index> taken = new ArrayList<>();
        int left = size;
        while (left > 1) {
            Index next = rest.remove(0);
            if (next.size() == 1) {
                taken.add(next);
            } else if (left % next.size() == 0) {
                taken.add(next);
                left /= next.size();
            } else if (next.size() % left == 0) {
                List<Index> halves = split(next, left);
                taken.add(halves.get(0));
                rest.add(0, halves.get(1));
                left = 1;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(taken);
    }
}
