package io.hessdiag.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Neighbouring leaves that are kept together where not everything fits into one place.
 *
 * @param first number of the first leaf
 * @param end number after the last one
 */
public record Shard(int first, int end) implements Serializable {

    /**
     * As few as possible, in order: a leaf that is larger than {@code most} has one of its own.
     *
     * @param leaves how many there are
     * @param bytes what a leaf takes
     */
    public static List<Shard> pack(int leaves, IntToLongFunction bytes, long most) {
        List<Shard> shards = new ArrayList<>();
        int first = 0;
        long held = 0;
        for (int leaf = 0; leaf < leaves; leaf++) {
            long more = bytes.applyAsLong(leaf);
            if (leaf > first && held + more > most) {
                shards.add(new Shard(first, leaf));
                first = leaf;
                held = 0;
            }
            held += more;
        }
        if (leaves > first) {
            shards.add(new Shard(first, leaves));
        }
        return shards;
    }
}
