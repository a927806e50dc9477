package io.hessdiag.examples;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How many classes a loss tells apart by an integer argument: as many as rows are looked up by it,
 * or as numbers it is compared with one by one. Beyond them the program goes on with the last row,
 * or with none, and says nothing.
 */
public final class ClassCount {
    /**
     * A value that holds the argument's numbers.
     *
     * @param component its place in index vectors, where it is one number of each; else {@link
     *     #UNKNOWN}
     */
    private record Holder(int value, int component) {}

    private static final int UNKNOWN = -1;

    private final Program program;
    private final Deque<Holder> open = new ArrayDeque<>();
    private final Set<Holder> seen = new HashSet<>();
    private int least = Integer.MAX_VALUE;

    private ClassCount(Program program) {
        this.program = program;
    }

    /**
     * The argument has to be from 0 up to this, exclusive; empty where nothing tells.
     *
     * @param input an integer input of the program
     */
    public static OptionalInt of(Program program, int input) {
        ClassCount count = new ClassCount(program);
        count.meet(new Holder(input, UNKNOWN));
        while (!count.open.isEmpty()) {
            Holder holder = count.open.remove();
            for (Equation e : program.equations()) {
                if (e.inputs().contains(holder.value())) {
                    count.follow(holder, e);
                }
            }
        }
        return count.least == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(count.least);
    }

    private void meet(Holder holder) {
        if (seen.add(holder)) {
            open.add(holder);
        }
    }

    private void follow(Holder h, Equation e) {
        Op op = e.op();
        if (op instanceof Op.Gather g && e.input(1) == h.value() && e.input(0) != h.value()) {
            gathered(g, program.shape(e.input(0)).dims(), h.component());
        } else if (op instanceof Op.Compare c && c.direction() == Comparison.EQ) {
            int other = e.input(0) == h.value() ? e.input(1) : e.input(0);
            iota(other).ifPresent(n -> least = Math.min(least, n));
        } else if (op instanceof Op.Concatenate c) {
            boolean isOne = program.shape(h.value()).dim(c.dim()) == 1;
            meet(new Holder(e.output(), isOne ? before(e, c.dim(), h.value()) : UNKNOWN));
        } else if (op instanceof Op.Slice || op instanceof Op.Transpose) {
            meet(new Holder(e.output(), UNKNOWN));
        } else if (passes(op) || op instanceof Op.Select && e.input(0) != h.value()) {
            meet(new Holder(e.output(), h.component()));
        }
    }

    private static boolean passes(Op op) {
        return op instanceof Op.Reshape
                || op instanceof Op.BroadcastInDim
                || op instanceof Op.Convert c && !c.dtype().isFloat();
    }

    private void gathered(Op.Gather g, Ints dims, int component) {
        Ints map = g.dims().startIndexMap();
        int place = map.size() == 1 ? 0 : component;
        if (place != UNKNOWN && place < map.size()) {
            int axis = map.get(place);
            least = Math.min(least, dims.get(axis) - g.sliceSizes().get(axis) + 1);
        }
    }

    private int before(Equation e, int dim, int value) {
        int size = 0;
        for (int i = 0; e.input(i) != value; i++) {
            size += program.shape(e.input(i)).dim(dim);
        }
        return size;
    }

    /** The numbers from 0 that a value counts up to, each for itself. */
    private OptionalInt iota(int value) {
        for (Equation e : program.equations()) {
            if (e.outputs().contains(value)) {
                if (e.op() instanceof Op.Iota i) {
                    return OptionalInt.of(i.type().shape().dim(i.dim()));
                }
                return e.op() instanceof Op.BroadcastInDim
                                || e.op() instanceof Op.Reshape
                                || e.op() instanceof Op.Convert
                        ? iota(e.input(0))
                        : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
