package io.hessdiag.eval;

import io.hessdiag.kernel.RowLoops;
import java.util.Optional;

/**
 * How a strip of a view is read where it lies: one run; or rows of {@code width} elements, {@code
 * stride} apart, or of one number each.
 *
 * @param isRun whether the whole view is one run
 * @param width 0 where a strip is a run
 */
record Reach(Axes axes, boolean isRun, int width, int stride, boolean isNumbers) {

    /** Empty for a view that must be brought into a strip. */
    static Optional<Reach> of(View v, int strip) {
        Axes axes = Axes.of(v);
        if (v.isRun() || v.size() == 0) {
            return Optional.of(new Reach(axes, true, 0, 0, false));
        }
        int last = axes.rank() - 1;
        int inner = axes.sizes()[last];
        int step = axes.strides()[last];
        if (step == 1 && inner % strip == 0) {
            return Optional.of(new Reach(axes, false, 0, 0, false));
        }
        boolean isRows = last > 0 && (step == 0 || step == 1) && strip % inner == 0;
        boolean isEven = isRows && (last == 1 || axes.sizes()[last - 1] * inner % strip == 0);
        return isEven && RowLoops.fits(inner)
                ? Optional.of(new Reach(axes, false, inner, axes.strides()[last - 1], step == 0))
                : Optional.empty();
    }

    /** Where the strip that starts with element {@code start} begins. */
    int at(int start) {
        return isRun ? axes.offset() + start : axes.place(start);
    }
}
