package io.hessdiag.plan;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What one {@link WorkUnit} yields. The diagonal is the sum of all units' pieces.
 *
 * @param unit the unit's id
 */
public record PartialDiagonal(int unit, List<Piece> pieces) implements Serializable {
    /** In place of a leaf's number: the piece is a part of the loss's value. */
    public static final int LOSS = -1;

    public PartialDiagonal {
        pieces = List.copyOf(pieces);
    }

    /**
     * @param leaf the parameter leaf, or {@link #LOSS}
     * @param start position in the leaf's list of selected entries
     * @param values what is added to the entries from there on
     */
    public record Piece(int leaf, int start, double[] values) implements Serializable {
        private Object writeReplace() {
            byte[] bytes = new byte[Double.BYTES * values.length];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(values);
            return new Sent(leaf, start, bytes);
        }
    }

    /** A piece on its way: Java's streams copy bytes as a whole, but doubles one by one. */
    private record Sent(int leaf, int start, byte[] bytes) implements Serializable {
        private Object readResolve() {
            double[] values = new double[bytes.length / Double.BYTES];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
            return new Piece(leaf, start, values);
        }
    }
}
