package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;

/**
 * How a dot_general becomes matrix products: an outer loop over batch axes (and over those free
 * axes that do not fit into a matrix), inside it one product of an m x k and a k x n matrix, each
 * read where it lies through a transposition flag and a leading dimension. An operand whose axes do
 * not allow that is packed first, to batch axes, free axes, contracting axes.
 */
final class DotLayout {
    /** Below so many multiplications per product, packing beats a loop over free axes. */
    private static final int WORTH_A_CALL = 4096;

    final int m;
    final int n;
    final int k;
    final int ldc;
    final Side lhs;
    final Side rhs;

    /** Sizes of the outer loop's axes: batch, then left-over free axes of lhs, then of rhs. */
    final int[] loops;

    final int[] lhsSteps;
    final int[] rhsSteps;
    final int[] outSteps;

    private DotLayout(Side lhs, Side rhs, int k, int[] batch) {
        this.lhs = lhs;
        this.rhs = rhs;
        this.m = lhs.rows;
        this.n = rhs.rows;
        this.k = k;
        this.ldc = rhs.free;
        int nb = batch.length;
        int nl = lhs.loopSizes.length;
        int nr = rhs.loopSizes.length;
        loops = new int[nb + nl + nr];
        lhsSteps = new int[loops.length];
        rhsSteps = new int[loops.length];
        outSteps = new int[loops.length];
        System.arraycopy(batch, 0, loops, 0, nb);
        System.arraycopy(lhs.batchSteps, 0, lhsSteps, 0, nb);
        System.arraycopy(rhs.batchSteps, 0, rhsSteps, 0, nb);
        System.arraycopy(lhs.loopSizes, 0, loops, nb, nl);
        System.arraycopy(lhs.loopSteps, 0, lhsSteps, nb, nl);
        System.arraycopy(rhs.loopSizes, 0, loops, nb + nl, nr);
        System.arraycopy(rhs.loopSteps, 0, rhsSteps, nb + nl, nr);
        suffixSteps(0, nb, lhs.free * rhs.free);
        suffixSteps(nb, nb + nl, m * ldc);
        suffixSteps(nb + nl, loops.length, n);
    }

    private void suffixSteps(int from, int to, int step) {
        for (int i = to - 1; i >= from; i--) {
            outSteps[i] = step;
            step *= loops[i];
        }
    }

    static DotLayout of(DotDims op, Shape lhs, Shape rhs) {
        DotLayout byLhs = of(op, lhs, rhs, order(op.lhsContract()));
        DotLayout byRhs = of(op, lhs, rhs, order(op.rhsContract()));
        return byRhs.packedSize() < byLhs.packedSize() ? byRhs : byLhs;
    }

    /** Positions in {@code axes}, by increasing axis. */
    private static Ints order(Ints axes) {
        return Ints.of(axes.stream().sorted().map(axes::indexOf).toArray());
    }

    private static DotLayout of(DotDims op, Shape lhs, Shape rhs, Ints order) {
        Ints lhsContract = op.lhsContract().pick(order);
        Ints rhsContract = op.rhsContract().pick(order);
        Ints lhsFree = op.lhsFree(lhs.rank());
        Ints rhsFree = op.rhsFree(rhs.rank());
        Side l = Side.of(lhs, op.lhsBatch(), lhsFree, lhsContract);
        Side r = Side.of(rhs, op.rhsBatch(), rhsFree, rhsContract);
        int k = lhs.pick(lhsContract).size();
        if ((long) l.rows * r.rows * k < WORTH_A_CALL) {
            l = l.loopSizes.length > 0 ? Side.packed(lhs, op.lhsBatch(), lhsFree, lhsContract) : l;
            r = r.loopSizes.length > 0 ? Side.packed(rhs, op.rhsBatch(), rhsFree, rhsContract) : r;
        }
        boolean isShared = op.rhsBatch().isEmpty() && l.loopSizes.length > 0;
        if (isShared && !r.unitRows && SmallProducts.fits(l.rows, r.rows, k)) {
            r = Side.transposed(rhs, rhsFree, rhsContract);
        }
        return new DotLayout(l, r, k, lhs.pick(op.lhsBatch()).toArray());
    }

    int packedSize() {
        return lhs.packedSize() + rhs.packedSize();
    }

    /**
     * An operand as matrices of {@code rows} free by k contracted elements.
     *
     * @param pack the permutation to pack by first; null to read it as it is
     * @param unitRows whether neighbours in a column are adjacent, so that {@code ld} separates
     *     columns; else neighbours in a row are, and it separates rows
     * @param free elements over all free axes: {@code rows} times the loop sizes
     */
    record Side(
            Shape shape,
            Ints pack,
            boolean unitRows,
            int rows,
            int ld,
            int free,
            int[] batchSteps,
            int[] loopSizes,
            int[] loopSteps) {

        int packedSize() {
            return pack == null ? 0 : shape.size();
        }

        static Side of(Shape shape, Ints batch, Ints free, Ints contract) {
            int k = shape.pick(contract).size();
            int split = free.size();
            while (split > 0 && runsOn(shape, free, split - 1)) {
                split--;
            }
            Ints outer = free.pick(Ints.range(split));
            Ints inner = free.pick(Ints.range(split, free.size()));
            int rows = shape.pick(inner).size();
            int rowStep = step(shape, inner, k);
            int columnStep = step(shape, contract, 1);
            boolean collapses = runsOn(shape, contract, 0);
            boolean unitColumns = columnStep == 1 || k == 1;
            if (!collapses || !unitColumns && rowStep != 1 && rows != 1) {
                return packed(shape, batch, free, contract);
            }
            int[] strides = shape.strides();
            return new Side(
                    shape,
                    null,
                    !unitColumns,
                    rows,
                    unitColumns ? rowStep : columnStep,
                    shape.pick(free).size(),
                    pick(strides, batch),
                    shape.pick(outer).toArray(),
                    pick(strides, outer));
        }

        static Side packed(Shape shape, Ints batch, Ints free, Ints contract) {
            int k = shape.pick(contract).size();
            int rows = shape.pick(free).size();
            int[] strides = shape.pick(batch.concat(free).concat(contract)).strides();
            return new Side(
                    shape,
                    batch.concat(free).concat(contract),
                    false,
                    rows,
                    k,
                    rows,
                    pick(strides, Ints.range(batch.size())),
                    new int[0],
                    new int[0]);
        }

        /** Packed to contracting axes, free axes, as {@link SmallProducts} reads it. */
        static Side transposed(Shape shape, Ints free, Ints contract) {
            int rows = shape.pick(free).size();
            int[] none = {};
            return new Side(shape, contract.concat(free), true, rows, rows, rows, none, none, none);
        }

        /**
         * Whether {@code axes} from position {@code from} on are one run of evenly spaced elements.
         */
        private static boolean runsOn(Shape shape, Ints axes, int from) {
            int[] strides = shape.strides();
            long next = -1;
            for (int i = axes.size() - 1; i >= from; i--) {
                int axis = axes.get(i);
                if (shape.dim(axis) == 1) {
                    continue;
                }
                if (next >= 0 && strides[axis] != next) {
                    return false;
                }
                next = (long) strides[axis] * shape.dim(axis);
            }
            return true;
        }

        /** Distance of neighbours in that run; {@code otherwise} when it has one element. */
        private static int step(Shape shape, Ints axes, int otherwise) {
            for (int i = axes.size() - 1; i >= 0; i--) {
                if (shape.dim(axes.get(i)) != 1) {
                    return shape.strides()[axes.get(i)];
                }
            }
            return otherwise;
        }

        private static int[] pick(int[] values, Ints positions) {
            return positions.stream().map(i -> values[i]).toArray();
        }
    }
}
