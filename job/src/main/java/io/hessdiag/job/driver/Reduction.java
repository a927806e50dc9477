package io.hessdiag.job.driver;

import io.hessdiag.job.task.DivideUnit;
import io.hessdiag.job.task.ShardKey;
import io.hessdiag.job.task.ShardPiece;
import io.hessdiag.job.task.ShardReport;
import io.hessdiag.job.task.UnitResult;
import io.hessdiag.job.task.WriteShard;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Adds units up by tasks, one per shard, in the order of the units whoever came first. */
final class Reduction {
    private Reduction() {}

    /**
     * Every shard in its file. Spark sorts the pieces, on disk where they are many; a task holds
     * its shard and one piece.
     *
     * @return the reports by shard
     */
    static List<ShardReport> write(JavaRDD<UnitResult> units, WriteShard write) {
        DivideUnit divide = new DivideUnit(write.shards());
        return units
                .flatMap(divide::apply)
                .mapToPair(piece -> new Tuple2<>(piece.key(), piece))
                .repartitionAndSortWithinPartitions(new ByShard(write.shards().size()))
                .mapPartitions(pieces -> values(pieces))
                .mapPartitionsWithIndex(
                        (number, pieces) -> List.of(write.apply(number, pieces)).iterator(), true)
                .collect()
                .stream()
                .sorted(Comparator.comparingInt(ShardReport::number))
                .toList();
    }

    private static Iterator<ShardPiece> values(Iterator<Tuple2<ShardKey, ShardPiece>> pairs) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return pairs.hasNext();
            }

            @Override
            public ShardPiece next() {
                return pairs.next()._2();
            }
        };
    }

    /** One partition per shard. */
    private static final class ByShard extends Partitioner {
        private static final long serialVersionUID = 1L;

        private final int shards;

        ByShard(int shards) {
            this.shards = shards;
        }

        @Override
        public int numPartitions() {
            return shards;
        }

        @Override
        public int getPartition(Object key) {
            return ((ShardKey) key).shard();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByShard s && s.shards == shards;
        }

        @Override
        public int hashCode() {
            return shards;
        }
    }
}
