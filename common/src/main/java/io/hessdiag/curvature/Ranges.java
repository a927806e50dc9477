package io.hessdiag.curvature;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Seeds in so many ranges, of which the program does the one whose number is an input: what it
 * holds at a time falls with their number. A value's last axes are divided first, since features
 * are mixed before positions are; beyond its number of elements the ranges are empty.
 */
final class Ranges {
    private static final TensorType NUMBER = new TensorType(DType.I64, Shape.of());

    private final Algebra algebra;
    private final ProgramBuilder b;
    private final int count;

    /** Id of the range's number; none for a single range. */
    private final int number;

    private int used = 1;

    /** Adds an input to the program if there is more than one range. */
    Ranges(Algebra algebra, int count) {
        this.algebra = algebra;
        this.b = algebra.b;
        this.count = count;
        this.number = count == 1 ? -1 : b.input(NUMBER);
    }

    /** How many are not empty for every value; the program has a number if more are asked for. */
    int used() {
        return count == 1 ? 1 : Math.max(2, used);
    }

    /** Elements of a value of this shape. */
    Seeds of(Shape shape) {
        if (count == 1) {
            return Seeds.all(shape);
        }
        Division d = new Division(Axis.whole(shape));
        for (int i = shape.rank() - 1; i >= 0; i--) {
            d.axis(i, shape.dim(i));
        }
        return d.seeds();
    }

    /** The range's number as one digit per axis that is divided, the last axis' first. */
    private final class Division {
        private final List<Axis> axes;
        private final List<Index> stack = new ArrayList<>();
        private final List<Factor> selections = new ArrayList<>();
        private final List<Factor> valid = new ArrayList<>();
        private int done = 1;
        private int rest = number;

        Division(List<Axis> axes) {
            this.axes = axes;
        }

        void axis(int i, int dim) {
            int parts = Math.min(count / done, dim);
            if (parts <= 1) {
                stack.addAll(0, axes.get(i).indices());
                return;
            }
            int size = ceil(dim, parts);
            int ranges = ceil(dim, size);
            int digit = b.binary(BinaryFunction.REMAINDER, rest, scalar(ranges));
            Index seed = new Index(size);
            range(b.multiply(digit, scalar(size)), seed, axes.get(i).indices().get(0));
            stack.add(0, seed);
            rest = b.divide(rest, scalar(ranges));
            done *= ranges;
        }

        /** The last range reaches back where it would go beyond the end. */
        private void range(int start, Index seed, Index place) {
            int first = b.binary(BinaryFunction.MINIMUM, start, scalar(place.size() - seed.size()));
            selections.add(selection(first, seed, place));
            if (place.size() % seed.size() != 0) {
                int own = b.compare(Comparison.GE, places(first, seed), spread(start, seed.size()));
                valid.add(new Factor(b.convert(own, algebra.dtype()), List.of(seed)));
            }
        }

        Seeds seeds() {
            used = Math.max(used, done);
            if (done < count) {
                int inside = b.compare(Comparison.EQ, rest, scalar(0));
                valid.add(new Factor(b.convert(inside, algebra.dtype()), List.of()));
            }
            return new Seeds(axes, new LinkedHashSet<>(stack), selections, valid);
        }
    }

    private Factor selection(int first, Index seed, Index place) {
        int hit = algebra.oneHot(places(first, seed), place.size());
        return new Factor(b.convert(hit, algebra.dtype()), List.of(seed, place), first);
    }

    /** first, first + 1, … */
    private int places(int first, Index seed) {
        int i = b.emit(new Op.Iota(new TensorType(DType.I64, Shape.of(seed.size())), 0));
        return b.add(i, spread(first, seed.size()));
    }

    private int spread(int value, int size) {
        return b.broadcast(value, Shape.of(size), Ints.EMPTY);
    }

    private int scalar(long value) {
        return b.scalar(DType.I64, value);
    }

    private static int ceil(int all, int size) {
        return (all + size - 1) / size;
    }
}
