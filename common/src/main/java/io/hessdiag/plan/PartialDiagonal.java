package io.hessdiag.plan;

import java.io.Serializable;
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
    public record Piece(int leaf, int start, double[] values) implements Serializable {}
}
