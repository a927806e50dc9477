package io.hessdiag.plan.corpus;

import io.hessdiag.ir.Comparison;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;

/** Positions that look at each other. */
public sealed interface Sequential extends Piece {

    /** softmax(q kᵀ / √size) v for every head. */
    record Attention(int heads, int size, boolean causal, boolean bias) implements Sequential {
        @Override
        public Expr apply(Network net, Expr x) {
            if (x.type().rank() != 3 || x.shape().dim(1) < 2) {
                return x;
            }
            int n = x.shape().dim(0);
            int length = x.shape().dim(1);
            Expr q = projection(net, x);
            Expr k = projection(net, x);
            Expr v = projection(net, x);
            Expr scores =
                    q.dotGeneral(k, Ints.of(0, 2), Ints.of(0, 2), Ints.of(3), Ints.of(3))
                            .div(Math.sqrt(size));
            Expr p = Jax.softmax(causal ? causal(scores) : scores);
            return p.dotGeneral(v, Ints.of(0, 1), Ints.of(0, 2), Ints.of(3), Ints.of(1))
                    .transpose(0, 2, 1, 3)
                    .reshape(n, length, heads * size);
        }

        /** N, T, heads, size. */
        private Expr projection(Network net, Expr x) {
            int in = Jax.width(x);
            Expr y = Linear.last(x, net.kernel(in, in, heads * size), 0);
            y = bias ? y.add(net.bias(heads * size)) : y;
            return y.reshape(x.shape().dim(0), x.shape().dim(1), heads, size);
        }

        private static Expr causal(Expr scores) {
            int length = Jax.width(scores);
            TensorType square = TensorType.of(DType.I32, length, length);
            Expr allowed =
                    Exprs.iota(scores, square, 0)
                            .compare(Comparison.GE, Exprs.iota(scores, square, 1));
            return allowed.select(scores, scores.constant(Tensor.scalar(-1e30)));
        }
    }

    /** Over the positions so far: a product with constants. */
    record RunningMean() implements Sequential {
        @Override
        public Expr apply(Network net, Expr x) {
            if (x.type().rank() != 3) {
                return x;
            }
            int length = x.shape().dim(1);
            double[] weights = new double[length * length];
            for (int t = 0; t < length; t++) {
                for (int s = 0; s <= t; s++) {
                    weights[t * length + s] = 1.0 / (t + 1);
                }
            }
            Expr mix = x.constant(Tensor.of(Shape.of(length, length), weights));
            return Exprs.dot(x, mix, Ints.of(1), Ints.of(1)).transpose(0, 2, 1);
        }
    }

    enum Summary {
        SUM,
        MEAN,
        LARGEST,
        LAST
    }

    /** All positions to one. */
    record Summarise(Summary summary) implements Sequential {
        @Override
        public Expr apply(Network net, Expr x) {
            if (x.type().rank() < 3) {
                return x;
            }
            int width = Jax.width(x);
            int positions = x.type().size() / x.shape().dim(0) / width;
            Expr flat = x.reshape(x.shape().dim(0), positions, width);
            return switch (summary) {
                case SUM -> flat.sum(1);
                case MEAN -> flat.mean(1);
                case LARGEST -> flat.amax(1);
                case LAST ->
                        Exprs.slice(flat, 1, positions - 1, positions)
                                .reshape(x.shape().dim(0), width);
            };
        }
    }
}
