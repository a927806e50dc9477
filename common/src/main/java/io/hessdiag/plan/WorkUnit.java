package io.hessdiag.plan;

import java.io.Serializable;

/**
 * Work that one task does at a time: blocks of examples, and for method {@code index} one block of
 * directions of one leaf. Units depend on the problem and the memory budget alone, never on the
 * cluster.
 *
 * @param id position in the plan's list
 * @param part which of the plan's parts
 * @param leaf position of the leaf in an index part; 0 in others, which do all their leaves
 * @param start first entry, as a position in the leaf's list of selected entries; first range of
 *     seeds for the other methods
 * @param count number of entries, or of ranges
 * @param firstBlock first block of examples
 * @param blocks number of blocks
 * @param entries share of the plan's entries, for progress
 * @param work what it takes
 */
public record WorkUnit(
        int id,
        int part,
        int leaf,
        int start,
        int count,
        int firstBlock,
        int blocks,
        double entries,
        Work work)
        implements Serializable {

    /** Without a place in a plan. */
    static WorkUnit of(
            int leaf, int start, int count, BlockRange blocks, double entries, Work work) {
        return new WorkUnit(
                0, 0, leaf, start, count, blocks.first(), blocks.count(), entries, work);
    }

    /** The same with its place in the plan. */
    WorkUnit at(int newId, int newPart) {
        return new WorkUnit(newId, newPart, leaf, start, count, firstBlock, blocks, entries, work);
    }
}
