package io.hessdiag.plan.corpus;

import io.hessdiag.ir.Op;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.Ints;

/** The same numbers elsewhere. */
public sealed interface Rearranging extends Piece {

    enum Move {
        REVERSE_FEATURES,
        REVERSE_POSITIONS,
        SWAP,
        FLATTEN,
        IMAGE_TO_SEQUENCE,
        /** Positions as examples, or back. */
        ROWS,
        SPLIT_FEATURES
    }

    record Rearrange(Move move) implements Rearranging {
        @Override
        public Expr apply(Network net, Expr x) {
            int rank = x.type().rank();
            int n = x.shape().dim(0);
            int width = Jax.width(x);
            int positions = x.type().size() / n / width;
            int each = n / net.examples();
            return switch (move) {
                case REVERSE_FEATURES -> width > 1 ? reverse(x, rank - 1) : x;
                case REVERSE_POSITIONS -> positions > 1 ? reverse(x, 1) : x;
                case SWAP -> rank == 3 ? x.transpose(0, 2, 1) : x;
                case FLATTEN -> rank > 2 ? x.reshape(n, positions * width) : x;
                case IMAGE_TO_SEQUENCE -> rank > 3 ? x.reshape(n, positions, width) : x;
                case ROWS -> each > 1 ? unmerged(x, net.examples()) : merged(x, n * positions);
                case SPLIT_FEATURES -> rank == 2 && width % 2 == 0 ? x.reshape(n, 2, width / 2) : x;
            };
        }

        private static Expr merged(Expr x, int rows) {
            return rows > x.shape().dim(0) ? x.reshape(rows, Jax.width(x)) : x;
        }

        private static Expr unmerged(Expr x, int examples) {
            return x.type().rank() == 2
                    ? x.reshape(examples, x.shape().dim(0) / examples, Jax.width(x))
                    : x;
        }

        private static Expr reverse(Expr x, int axis) {
            return Exprs.emit(new Op.Reverse(Ints.of(axis)), x);
        }
    }

    /** a σ(b) for the two halves of the features. */
    record Glu() implements Rearranging {
        @Override
        public Expr apply(Network net, Expr x) {
            int width = Jax.width(x);
            int axis = x.type().rank() - 1;
            if (width % 2 != 0) {
                return x;
            }
            Expr a = Exprs.slice(x, axis, 0, width / 2);
            return a.mul(Exprs.slice(x, axis, width / 2, width).sigmoid());
        }
    }
}
