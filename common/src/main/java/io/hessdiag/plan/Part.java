package io.hessdiag.plan;

import java.io.Serializable;
import java.util.List;

/** A summand's diagonal for some leaves by one method. Thread-safe; sent to the executors. */
interface Part extends Serializable {
    Method method();

    Summand summand();

    /** The leaves it serves and what each takes of the work, all blocks together. */
    List<LeafWork> leaves();

    /** What is computed once per JVM for all units. */
    Work sharedWork();

    /** Bytes that a task takes beside its arguments, what is shared included. */
    long bytes();

    /** In how many ranges its seeds are taken, one after the other. */
    default int seedRanges() {
        return 1;
    }

    /** How its blocks are divided where nothing else decides that. */
    List<BlockRange> ranges();

    /** The units of some blocks, in order; their ids and the part's number are set by the plan. */
    List<WorkUnit> units(BlockRange blocks);

    /** All its units. */
    default List<WorkUnit> units() {
        return ranges().stream().flatMap(r -> units(r).stream()).toList();
    }

    /**
     * @param arguments with at least the unit's examples
     * @throws NonFiniteException when an entry is NaN or infinite
     */
    List<PartialDiagonal.Piece> compute(WorkUnit unit, Arguments arguments);

    /** Forgets what has been computed for all units in common, not what has been compiled. */
    void reset();

    /**
     * @param directions unit directions or cotangents that the leaf's entries are sums over, for
     *     each example
     * @param work its share where leaves share some
     */
    record LeafWork(LeafEntries leaf, double directions, Work work) {}
}
