package io.hessdiag.job.task;

import io.hessdiag.plan.PartialDiagonal.Piece;
import io.hessdiag.plan.Shard;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A unit's result, divided by the shards that its pieces belong to. */
public record DivideUnit(List<Shard> shards) implements Serializable {
    /** Numbers at most in what is sent as one; 8 MiB. */
    private static final int MOST = 1 << 20;

    public DivideUnit {
        shards = List.copyOf(shards);
    }

    public Iterator<ShardPiece> apply(UnitResult result) {
        if (result.problem() != null) {
            ShardKey key = new ShardKey(0, result.unit(), 0);
            return List.of(new ShardPiece(key, null, result.problem())).iterator();
        }
        List<Piece> pieces = result.part().pieces();
        return IntStream.range(0, pieces.size())
                .boxed()
                .flatMap(i -> cut(result.unit(), i, pieces.get(i)))
                .iterator();
    }

    /** Pieces of one leaf that do not overlap may come in any order. */
    private Stream<ShardPiece> cut(int unit, int number, Piece piece) {
        ShardKey key = new ShardKey(shardOf(piece.leaf()), unit, number);
        int length = piece.values().length;
        if (length <= MOST) {
            return Stream.of(new ShardPiece(key, piece, null));
        }
        return IntStream.iterate(0, from -> from < length, from -> from + MOST)
                .mapToObj(
                        from -> {
                            int end = Math.min(length, from + MOST);
                            double[] values = Arrays.copyOfRange(piece.values(), from, end);
                            Piece some = new Piece(piece.leaf(), piece.start() + from, values);
                            return new ShardPiece(key, some, null);
                        });
    }

    private int shardOf(int leaf) {
        int i = 0;
        while (leaf >= shards.get(i).end()) {
            i++;
        }
        return i;
    }
}
