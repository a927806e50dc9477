package io.hessdiag.plan.corpus;

import io.hessdiag.loss.Expr;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;

/** Normalisations. */
public sealed interface Normal extends Piece {
    double EPSILON = 1e-2;

    /** {@code fast}: the variance as E x² − (E x)², not below 0. */
    record LayerNorm(boolean scale, boolean bias, boolean fast) implements Normal {
        @Override
        public Expr apply(Network net, Expr x) {
            int width = Jax.width(x);
            if (width < 3) {
                return x;
            }
            Expr mean = Jax.mean(x);
            Expr centred = x.sub(mean);
            Expr variance = fast ? fast(x, mean) : Jax.mean(centred.square());
            Expr y = centred.mul(Jax.rsqrt(variance.add(EPSILON)));
            y = scale ? y.mul(net.parameter("scale", 1, 0.3, width)) : y;
            return bias ? y.add(net.bias(width)) : y;
        }

        private static Expr fast(Expr x, Expr mean) {
            Expr zero = x.constant(Tensor.scalar(0));
            return zero.max(Jax.mean(x.square()).sub(mean.square()));
        }
    }

    record RmsNorm(boolean scale) implements Normal {
        @Override
        public Expr apply(Network net, Expr x) {
            if (Jax.width(x) < 2) {
                return x;
            }
            Expr y = x.mul(Jax.rsqrt(Jax.mean(x.square()).add(EPSILON)));
            return scale ? y.mul(net.parameter("scale", 1, 0.3, Jax.width(x))) : y;
        }
    }

    /** x / ‖x‖. */
    record UnitNorm() implements Normal {
        @Override
        public Expr apply(Network net, Expr x) {
            Expr norm = x.square().sum(-1).add(EPSILON).sqrt();
            return Jax.width(x) < 2 ? x : x.div(Jax.keep(x, norm));
        }
    }

    record Softmax(boolean log) implements Normal {
        @Override
        public Expr apply(Network net, Expr x) {
            if (Jax.width(x) < 2) {
                return x;
            }
            return log ? Jax.logSoftmax(x) : Jax.softmax(x);
        }
    }

    /** With the statistics of the batch, as in training. */
    record BatchNorm(boolean scale, boolean bias) implements Normal {
        @Override
        public Expr apply(Network net, Expr x) {
            int width = Jax.width(x);
            int[] axes = Ints.range(x.type().rank() - 1).toArray();
            if (x.type().size() / width < 3) {
                return x;
            }
            Expr centred = x.sub(x.mean(axes));
            Expr y = centred.mul(Jax.rsqrt(centred.square().mean(axes).add(EPSILON)));
            y = scale ? y.mul(net.parameter("scale", 1, 0.3, width)) : y;
            return bias ? y.add(net.bias(width)) : y;
        }

        @Override
        public boolean couples() {
            return true;
        }
    }
}
