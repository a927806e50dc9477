package io.hessdiag.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring blocks of examples, or ranges of seeds.
 *
 * @param first number of the first one
 * @param count how many
 */
public record BlockRange(int first, int count) implements Serializable {

    /** All of so many blocks in {@code parts} ranges, as even as whole blocks allow. */
    static List<BlockRange> even(int blocks, int parts) {
        List<BlockRange> ranges = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int start = (int) ((long) blocks * i / parts);
            int end = (int) ((long) blocks * (i + 1) / parts);
            ranges.add(new BlockRange(start, end - start));
        }
        return ranges;
    }
}
