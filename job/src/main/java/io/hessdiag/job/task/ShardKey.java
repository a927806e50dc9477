package io.hessdiag.job.task;

import java.io.Serializable;
import java.util.Comparator;

/** Where a piece is added, and when: in order of the units, and within one in order of pieces. */
public record ShardKey(int shard, int unit, int piece)
        implements Comparable<ShardKey>, Serializable {
    private static final Comparator<ShardKey> ORDER =
            Comparator.comparingInt(ShardKey::shard)
                    .thenComparingInt(ShardKey::unit)
                    .thenComparingInt(ShardKey::piece);

    @Override
    public int compareTo(ShardKey other) {
        return ORDER.compare(this, other);
    }
}
