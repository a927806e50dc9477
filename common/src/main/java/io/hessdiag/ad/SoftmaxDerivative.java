package io.hessdiag.ad;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;

/**
 * Tangents of logsumexp and softmax: with y = softmax(x), dl = Σ y∘dx and dy = y∘(dx − Σ y∘dx).
 *
 * <p>Where one element has nearly all of the weight, its dx − Σ y∘dx is the difference of two
 * nearly equal numbers. The formula holds for dx′ = dx − c with any c that is constant along the
 * sum. With c = Σ w∘dx, w being 1 for the largest x and 0 for the others, the largest element's dx′
 * is exactly 0, so nothing cancels. Σ y∘dx′ is Σ (y − w)∘dx, since Σ y = Σ w = 1: both sums are
 * taken of dx, in one pass. It costs more than the direct form and pays in the last derivative.
 */
final class SoftmaxDerivative {
    /** How the tangent of a softmax is written. */
    enum Form {
        DIRECT,
        CENTRED
    }

    private final ProgramBuilder b;
    private final Ints dims;

    SoftmaxDerivative(ProgramBuilder b, Ints dims) {
        this.b = b;
        this.dims = dims;
    }

    int logSumExp(int x, int dx) {
        return weighted(b.emit(new Op.Softmax(dims), x), dx);
    }

    int softmax(int x, int y, int dx, Form form) {
        if (form == Form.DIRECT) {
            return b.multiply(y, minus(dx, weighted(y, dx)));
        }
        int w = winner(x);
        int centred = minus(dx, weighted(w, dx));
        return b.multiply(y, minus(centred, weighted(excess(y, w), dx)));
    }

    private int weighted(int weights, int dx) {
        return b.sum(b.multiply(weights, dx), dims);
    }

    private int minus(int x, int sum) {
        return b.subtract(x, spread(sum, x));
    }

    /** w: 1 where x is largest along the sum, else 0; shared equally among ties. */
    private int winner(int x) {
        int start = b.scalar(b.type(x).dtype(), Double.NEGATIVE_INFINITY);
        int max = b.emit(new Op.Reduce(Combiner.MAXIMUM, dims), x, start);
        int mask = b.compare(Comparison.EQ, x, spread(max, x));
        int ones = b.convert(mask, b.type(x).dtype());
        return b.divide(ones, spread(b.sum(ones, dims), x));
    }

    /** y − w, where w ≠ 0 as −w Σ y over all other elements: y itself may be as good as 1. */
    private int excess(int y, int w) {
        int zero = b.fullLike(y, 0);
        int others = b.select(b.compare(Comparison.EQ, w, zero), y, zero);
        return b.subtract(others, b.multiply(w, spread(b.sum(others, dims), y)));
    }

    private int spread(int sum, int like) {
        Ints kept = Ints.range(b.shape(like).rank()).without(dims);
        return b.broadcast(sum, b.shape(like), kept);
    }
}
