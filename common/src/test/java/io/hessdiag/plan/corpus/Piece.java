package io.hessdiag.plan.corpus;

import io.hessdiag.loss.Expr;

/**
 * One step of a network: a record of small attributes, which are drawn, printed and shrunk by their
 * types alone (integers from 1 up). Values have their examples first, then positions, then
 * features: [N, d], [N, T, d], [N, h, w, c].
 */
public sealed interface Piece
        permits Convolutional,
                Joining,
                Linear,
                Normal,
                Pointwise,
                Rearranging,
                Recurrent,
                Sequential {

    /** The piece's result, or x itself where x is nothing for this piece. */
    Expr apply(Network net, Expr x);

    /** Whether examples see each other. */
    default boolean couples() {
        return false;
    }
}
