package io.hessdiag.job.task;

import io.hessdiag.plan.PartialDiagonal.Piece;
import java.io.Serializable;

/**
 * A part of a unit's result that one shard needs.
 *
 * @param piece null when there is a problem
 * @param problem as in {@link UnitResult}
 */
public record ShardPiece(ShardKey key, Piece piece, String problem) implements Serializable {}
