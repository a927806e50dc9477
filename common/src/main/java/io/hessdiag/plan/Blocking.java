package io.hessdiag.plan;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/** How many examples are computed at a time: a matter of the problem and of the budget alone. */
final class Blocking {
    /** Examples at which a program's cost is looked at. */
    static final int PROBE = 16;

    private static final int SMALL_PROBE = 4;

    /** Intermediate values of a block should stay in a core's own caches. */
    private static final long CACHED_BYTES = 8L << 20;

    /** So many blocks keep cores at work whatever their number. */
    private static final int MANY = 64;

    private Blocking() {}

    /**
     * As many examples as caches like and the budget holds, or somewhat fewer, evenly spread over
     * the blocks; at least one.
     *
     * @param bytes what blocks of so many examples take; what does not depend on their number may
     *     exceed the budget
     */
    static int size(long examples, PlanOptions options, IntToLongFunction bytes) {
        if (options.blockExamples() > 0 || examples == 1) {
            return even(examples, Math.max(1, options.blockExamples()));
        }
        int more = (int) Math.min(examples, PROBE);
        long most = bytes.applyAsLong(more);
        if (more == examples && most <= Math.min(CACHED_BYTES, options.memoryBlock())) {
            return more;
        }
        int few = (int) Math.min(examples, SMALL_PROBE);
        long least = more == few ? most : bytes.applyAsLong(few);
        double each = more == few ? (double) least / few : (double) (most - least) / (more - few);
        double fixed = Math.max(0, least - few * each);
        each = Math.max(each, 1);
        double cached = Math.max(PROBE, CACHED_BYTES / each);
        double budget = options.memoryBlock();
        double fitting = Math.max(budget - fixed, budget / 2) / each;
        int limit = (int) Math.max(1, Math.min(examples, Math.min(cached, fitting)));
        return (int) ceil(examples, shared(ceil(examples, limit)));
    }

    /** One example or, as long as that fits, twice as many, up to {@link #PROBE}. */
    static int doubled(long examples, PlanOptions options, IntToDoubleFunction bytes) {
        if (options.blockExamples() > 0) {
            return even(examples, options.blockExamples());
        }
        int size = 1;
        while (2 * size <= Math.min(examples, PROBE)
                && bytes.applyAsDouble(2 * size) <= options.memoryBlock()) {
            size *= 2;
        }
        return even(examples, size);
    }

    /**
     * A few more blocks, rounded up to three binary digits (9 to 10, 23 to 24): two cores or four
     * are at work to the end then. Of many blocks the last ones matter less.
     */
    static long shared(long blocks) {
        int digits = Long.SIZE - Long.numberOfLeadingZeros(blocks);
        long unit = blocks < MANY ? 1L << Math.max(0, digits - 3) : 1;
        return ceil(blocks, unit) * unit;
    }

    /** At most {@code most} at a time, evenly spread over as few blocks as that takes. */
    static int even(long all, int most) {
        return (int) ceil(all, ceil(all, most));
    }

    /** ⌈all / size⌉. */
    private static long ceil(long all, long size) {
        return (all + size - 1) / size;
    }
}
