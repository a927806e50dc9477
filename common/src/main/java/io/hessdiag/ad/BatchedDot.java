package io.hessdiag.ad;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;

/**
 * {@code dot_general} of a {@link Lane} with a plain value. Where the plain value is read at pinned
 * axes it gets a leading axis of K too, and K becomes a batching dimension; otherwise K is one more
 * free axis of the lane, and all directions make one large matrix product.
 */
final class BatchedDot {
    private final ProgramBuilder b;
    private final Pinning pinning;

    BatchedDot(ProgramBuilder b, Pinning pinning) {
        this.b = b;
        this.pinning = pinning;
    }

    /**
     * @param left whether the lane is the left operand
     * @param plain the other operand's value in the source program
     * @param pin the result's pins
     * @return the core of the result
     */
    int apply(
            Op.DotGeneral op,
            boolean left,
            Lane lane,
            int plain,
            int lhsRank,
            int rhsRank,
            Ints pin) {
        Ints batch = left ? op.lhsBatch() : op.rhsBatch();
        Ints contract = left ? op.lhsContract() : op.rhsContract();
        Ints plainBatch = left ? op.rhsBatch() : op.lhsBatch();
        Ints plainContract = left ? op.rhsContract() : op.lhsContract();
        Ints plainFree = left ? op.rhsFree(rhsRank) : op.lhsFree(lhsRank);
        int plainStart = batch.size() + (left ? op.lhsFree(lhsRank).size() : 0);

        Ints plainPin = Ints.repeat(Lane.WHOLE, left ? rhsRank : lhsRank);
        for (int i = 0; i < batch.size(); i++) {
            plainPin = plainPin.with(plainBatch.get(i), pin.get(i));
        }
        for (int i = 0; i < contract.size(); i++) {
            plainPin = plainPin.with(plainContract.get(i), lane.pin().get(contract.get(i)));
        }
        for (int i = 0; i < plainFree.size(); i++) {
            plainPin = plainPin.with(plainFree.get(i), pin.get(plainStart + i));
        }
        boolean pinned = !plainPin.allEqual(Lane.WHOLE);
        int other = pinned ? pinning.read(plain, plainPin) : pinning.plain(plain);
        Ints laneAxes = Lane.wholeAxes(lane.pin());
        Ints plainAxes = Lane.wholeAxes(plainPin);
        int shift = pinned ? 1 : 0;
        Ints laneBatch = positions(batch, laneAxes, 1);
        Ints otherBatch = positions(plainBatch, plainAxes, shift);
        if (pinned) {
            laneBatch = laneBatch.prepend(0);
            otherBatch = otherBatch.prepend(0);
        }
        Op.DotGeneral dot =
                new Op.DotGeneral(
                        laneBatch,
                        otherBatch,
                        positions(contract, laneAxes, 1),
                        positions(plainContract, plainAxes, shift));
        int product = b.emit(dot, lane.core(), other);
        int batches = laneBatch.size() - shift;
        int laneFree = laneAxes.size() - batches - dot.lhsContract().size();
        int otherFree = plainAxes.size() - batches - dot.rhsContract().size();
        return b.transpose(product, order(left, pinned, batches, laneFree, otherFree));
    }

    /** From (K, batch, lane, other) or (batch, K, lane, other) to K, batch, lhs free, rhs free. */
    private static Ints order(
            boolean left, boolean pinned, int batches, int laneFree, int otherFree) {
        Ints head = pinned ? Ints.range(1 + batches) : Ints.range(batches).prepend(batches);
        Ints lane = Ints.range(1 + batches, 1 + batches + laneFree);
        Ints other = Ints.range(1 + batches + laneFree, 1 + batches + laneFree + otherFree);
        return left ? head.concat(lane).concat(other) : head.concat(other).concat(lane);
    }

    private static Ints positions(Ints axes, Ints whole, int shift) {
        return Ints.of(
                axes.stream().filter(whole::contains).map(a -> shift + whole.indexOf(a)).toArray());
    }
}
