package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShardTest {
    private static List<Shard> pack(long most, long... bytes) {
        return Shard.pack(bytes.length, i -> bytes[i], most);
    }

    @Test
    void neighboursShareAShardWhileTheyFit() {
        assertEquals(
                List.of(new Shard(0, 2), new Shard(2, 3), new Shard(3, 5)),
                pack(10, 4, 6, 5, 7, 3));
    }

    @Test
    void whatIsTooLargeIsAlone() {
        assertEquals(
                List.of(new Shard(0, 1), new Shard(1, 2), new Shard(2, 4)), pack(10, 1, 11, 2, 8));
        assertEquals(List.of(new Shard(0, 1)), pack(10, 50));
    }

    @Test
    void nothingNeedsNoShard() {
        assertEquals(List.of(), pack(10));
    }
}
