package io.hessdiag.job.driver;

import io.hessdiag.loss.Loss;
import java.util.OptionalLong;

/** The number of examples N, as far as the data's shapes tell. */
final class Examples {
    private Examples() {}

    /** The leading size that all data arrays with an axis share. */
    static OptionalLong count(Loss loss) {
        int[] sizes =
                loss.dataLeaves().stream()
                        .filter(leaf -> leaf.type().rank() > 0)
                        .mapToInt(leaf -> leaf.type().shape().dim(0))
                        .distinct()
                        .toArray();
        return sizes.length == 1 ? OptionalLong.of(sizes[0]) : OptionalLong.empty();
    }
}
